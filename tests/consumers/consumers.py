"""Has real programs read every export: consumers.py RELGRAPH GRAPH.json...

Each check compares what the other program read with the JSON export: the same nodes and edges, the same
attributes. A check whose program is not installed is told as SKIPPED, in capitals, and fails the run with --all.
"""
import csv
import io
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


class Graph:
    """A graph file, its JSON export and its other exports."""

    def __init__(self, relgraph, path):
        self.relgraph, self.path = relgraph, path
        self.json = json.loads(self.export("json"))
        self.nodes = {node["id"]: node for node in self.json["nodes"]}
        self.edges = {edge["id"]: edge for edge in self.json["edges"]}
        self.triples = {(edge["source"], edge["target"], edge["key"]): edge for edge in self.json["edges"]}

    def export(self, form, *more):
        command = [self.relgraph, "export", "--graph", str(self.path), "--format", form, *more]
        return subprocess.run(command, check=True, capture_output=True).stdout

    def file(self, form, ending, *more):
        path = Path(tempfile.mkdtemp()) / f"graph.{ending}"
        path.write_bytes(self.export(form, *more))
        return str(path)


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: read {found!r:.300} for {expected!r:.300}")


def plain(text):
    """Text as an XML reader gives it back."""
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)


def first(edge):
    return edge["claims"][0]


@check
def dot_by_graphviz(graph):
    svg = subprocess.run(["dot", "-Tsvg", "-Kdot" if len(graph.edges) < 150 else "-Ksfdp"], input=graph.export("dot"), check=True, capture_output=True)
    same(svg.stderr, b"", "warnings")
    drawn = json.loads(subprocess.run(["dot", "-Tdot_json"], input=graph.export("dot"), check=True, capture_output=True).stdout)
    names = sorted(" ".join(o["label"].replace("\\\\", "\\").split()) for o in drawn["objects"])
    visible = lambda text: " ".join("".join(c if c >= " " and not "\x7f" <= c <= "\x9f" and c not in "\ufffe\uffff" else " " for c in text).split())
    # Graphviz keeps the escapes of a label in its JSON; they are undone here as they are when it draws.
    undone = sorted(visible(unescape(o["label"])) for o in drawn["objects"])
    same(undone, sorted(visible(n["name"]) for n in graph.nodes.values()), "labels")
    same({e["id"] for e in drawn["edges"]}, set(graph.edges), "edge ids")
    assert names
    import xml.etree.ElementTree as tree
    tree.fromstring(svg.stdout)


def unescape(label):
    text, at = "", 0
    while at < len(label):
        if label[at] == "\\" and at + 1 < len(label):
            text += {"n": "\n"}.get(label[at + 1], label[at + 1])
            at += 2
        else:
            text += label[at]
            at += 1
    import html
    return html.unescape(text) if "&" in text else text


@check
def json_by_networkx(graph):
    import networkx as nx
    g = nx.node_link_graph(graph.json, edges="edges")
    same(dict(g.nodes(data=True)).keys(), graph.nodes.keys(), "nodes")
    same(set(g.edges(keys=True)), set(graph.triples), "edges")
    for *ends, data in g.edges(keys=True, data=True):
        same(data["claims"], graph.triples[tuple(ends)]["claims"], "claims")
    g.copy().to_undirected()
    links = json.loads(graph.export("json", "--edges-key", "links"))
    same(len(nx.node_link_graph(links, edges="links").edges), len(graph.edges), "links")


@check
def graphml_by_networkx(graph):
    import networkx as nx
    g = nx.read_graphml(graph.file("graphml", "graphml"), force_multigraph=True, edge_key_type=str)
    same(set(g.nodes), set(graph.nodes), "nodes")
    for node, data in g.nodes(data=True):
        same((data["name"], data["kind"]), (plain(graph.nodes[node]["name"]), graph.nodes[node]["kind"]), "node")
    seen = set()
    for *_, key, data in g.edges(keys=True, data=True):
        flat_edge(data, graph.edges[key], plain)
        seen.add(key)
    same(seen, set(graph.edges), "edges")


def flat_edge(data, edge, clean):
    for name in ["predicate", "label", "group", "status", "disputed", "date", "ended", "sources"]:
        same(data.get(name), edge[name], name)
    same(data["symmetric"], not edge["directed"], "symmetric")
    for name in ["said_by", "confidence"]:
        expected = first(edge)[name]
        same(data.get(name), clean(expected) if isinstance(expected, str) else expected, name)
    words = first(edge)["evidence"]["text"]
    same(data.get("evidence") or "", clean(words) if words else "", "evidence")
    same(json.loads(data["claims"]), edge["claims"], "claims")


@check
def graphml_by_igraph(graph):
    import igraph
    g = igraph.Graph.Read_GraphML(graph.file("graphml", "graphml"))
    same(set(g.vs["id"]), set(graph.nodes), "nodes")
    same(sorted(g.es["status"]), sorted(e["status"] for e in graph.edges.values()), "statuses")
    same(sorted(g.vs["name"]), sorted(plain(n["name"]) for n in graph.nodes.values()), "names")


def gexf(graph, form, version):
    import networkx as nx
    g = nx.read_gexf(graph.file(form, "gexf"), version=version)
    same(set(g.nodes), set(graph.nodes), "nodes")
    for node, data in g.nodes(data=True):
        same(data["label"], plain(graph.nodes[node]["name"]), "label")
    edges = {data["id"]: data for *_, data in g.edges(data=True)}
    same(set(edges), set(graph.edges), "edges")
    for key, data in edges.items():
        flat_edge({**data, "label": graph.edges[key]["label"]}, graph.edges[key], plain)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", data.get("date") or ""):
            inside = lambda start, end: start in (None, "None") or start <= data["date"] and (end in (None, "None") or data["date"] <= end)
            assert any(inside(*spell) for spell in data.get("spells", [(None, None)])), data["spells"]


@check
def gexf_by_networkx(graph):
    gexf(graph, "gexf", "1.3")
    gexf(graph, "gexf12", "1.2draft")


@check
def csv_by_pandas(graph):
    import pandas
    nodes = pandas.read_csv(io.BytesIO(graph.export("csv-nodes")), keep_default_na=False, dtype=str, encoding="utf-8")
    same({row.Id: unguard(row.Label) for row in nodes.itertuples()}, {i: n["name"] for i, n in graph.nodes.items()}, "nodes")
    edges = pandas.read_csv(io.BytesIO(graph.export("csv")), keep_default_na=False, dtype=str)
    same(set(edges.Id), set(graph.edges), "edges")
    for row in edges.to_dict("records"):
        edge = graph.edges[row["Id"]]
        same((row["Source"], row["Target"], row["status"], row["date"]), (edge["source"], edge["target"], edge["status"], edge["date"] or ""), "edge")
        same(unguard(row["evidence"]), first(edge)["evidence"]["text"] or "", "evidence")
        same(json.loads(row["claims"]), edge["claims"], "claims")
    for form in ["csv", "csv-nodes", "neo4j-edges", "neo4j-nodes"]:
        for cell in (cell for row in csv.reader(io.StringIO(graph.export(form).decode(), newline="")) for cell in row):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), f"{form} runs {cell!r:.80}"


def unguard(cell):
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@\t\r\n'") else cell


@check
def csv_by_duckdb(graph):
    import duckdb
    for form, expected in [("csv", graph.edges), ("csv-nodes", graph.nodes), ("neo4j-edges", graph.edges), ("neo4j-nodes", graph.nodes)]:
        path = graph.file(form, "csv")
        rows = duckdb.sql(f"select count(*) from read_csv('{path}', header=true, all_varchar=true, max_line_size=100000000)").fetchall()[0][0]
        same(rows, len(expected), form)
    path = graph.file("csv", "csv")
    statuses = duckdb.sql(f"select status, count(*) from read_csv('{path}', max_line_size=100000000) group by 1").fetchall()
    expected = {}
    for edge in graph.edges.values():
        expected[edge["status"]] = expected.get(edge["status"], 0) + 1
    same(dict(statuses), expected, "statuses")


@check
def cytoscape_by_networkx(graph):
    import networkx as nx
    g = nx.cytoscape_graph(json.loads(graph.export("cytoscape")))
    same({i: d["name"] for i, d in g.nodes(data=True)}, {i: n["name"] for i, n in graph.nodes.items()}, "nodes")
    same(set(g.edges(keys=True)), set(graph.triples), "edges")
    for *ends, data in g.edges(keys=True, data=True):
        same(data["claims"], graph.triples[tuple(ends)]["claims"], "claims")


STATEMENTS = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rg: <urn:relgraph:vocabulary:>
SELECT ?c ?status ?date ?words ?ended { GRAPH ?g { ?c a rdf:Statement ; rg:status ?status ; rg:ended ?ended
  OPTIONAL { ?c rg:date ?date } OPTIONAL { ?c rg:evidence ?words } } }"""


def statements(rows, graph):
    """Compares what SPARQL finds with every claim."""
    read = {}
    for claim, status, date, words, ended in rows:
        read[claim.rsplit(":", 1)[1]] = (status, date, words, ended)
    told = {}
    for edge in graph.edges.values():
        for claim in edge["claims"]:
            told[claim["id"]] = (claim["status"], claim["date"], claim["evidence"]["text"], str(claim["ended"]).lower())
    same(read, told, "claims")


def no_plain_rumours(triples, graph):
    """No pair of nodes is joined by a plain triple unless some source states or confirms it."""
    stated = set()
    for edge in graph.edges.values():
        if edge["status"] in ("reported", "confirmed"):
            stated |= {(edge["source"], edge["target"]), (edge["target"], edge["source"])}
    plain = {pair for pair in triples}
    same(plain - stated, set(), "plain triples of what nobody states")
    assert plain or not stated


@check
def rdf_by_rdflib(graph):
    import rdflib
    from urllib.parse import unquote
    node = "urn:relgraph:node:"
    for form, parser in [("turtle", "turtle"), ("n-quads", "nquads"), ("json-ld", "json-ld")]:
        data = rdflib.Dataset(default_union=True)
        data.parse(data=graph.export(form).decode(), format=parser, publicID="urn:default:graph")
        query = STATEMENTS if form != "turtle" else STATEMENTS.replace("GRAPH ?g {", "{")
        statements([[None if cell is None else str(cell) for cell in row] for row in data.query(query)], graph)
        names = {unquote(s[len(node):]): str(o) for s, _, o in data.triples((None, rdflib.URIRef("https://schema.org/name"), None))}
        same(names, {i: n["name"] for i, n in graph.nodes.items()}, f"{form} names")
        structure = {rdflib.RDF.subject, rdflib.RDF.object} | {rdflib.URIRef("urn:relgraph:vocabulary:" + end) for end in ("place", "event")}
        pairs = {(unquote(s[len(node):]), unquote(o[len(node):])) for s, p, o in data.triples((None, None, None)) if str(s).startswith(node) and str(o).startswith(node) and p not in structure}
        no_plain_rumours(pairs, graph)


@check
def rdf_by_pyoxigraph(graph):
    import pyoxigraph as ox
    forms = {"turtle": ox.RdfFormat.TURTLE, "n-quads": ox.RdfFormat.N_QUADS, "json-ld": ox.RdfFormat.JSON_LD}
    for form, kind in forms.items():
        store = ox.Store()
        store.load(graph.export(form), format=kind)
        query = STATEMENTS if form != "turtle" else STATEMENTS.replace("GRAPH ?g {", "{")
        rows = store.query(query)
        statements([[None if row[i] is None else row[i].value for i in range(5)] for row in rows], graph)
        if form != "turtle":
            same(len(list(store.named_graphs())), len({c["document"]["url"] or c["document"]["id"] for e in graph.edges.values() for c in e["claims"]}), "named graphs")


@check
def ftm_by_followthemoney(graph):
    from followthemoney import model
    lines = graph.export("ftm").splitlines()
    for line in lines:
        raw = json.loads(line)
        proxy = model.get_proxy(raw, cleaned=False)
        model.get(raw["schema"]).validate(raw)
        # It drops joiners and direction marks; that much is its own.
        kept = lambda properties: {k: sorted("".join(c for c in text if unicodedata.category(c) != "Cf").strip() for text in v) for k, v in properties.items()}
        same(kept(proxy.to_dict()["properties"]), kept(raw["properties"]), raw["schema"])
    claims = sum(len(edge["claims"]) for edge in graph.edges.values())
    same(len(lines), len(graph.nodes) + len(graph.json["documents"]) + claims, "entities")


@check
def cypher_by_arcadedb(graph):
    import arcadedb_embedded as arcadedb
    with arcadedb.create_database(str(Path(tempfile.mkdtemp()) / "db")) as database:
        statements = [line for line in graph.export("cypher").decode().split("\n") if line]
        for _ in range(2):  # the second time must change nothing
            with database.transaction():
                for statement in statements:
                    database.command("opencypher", statement)
        nodes = {row.get("id"): row.get("name") for row in database.query("opencypher", "MATCH (n) RETURN n.id AS id, n.name AS name")}
        same(nodes, {i: n["name"] for i, n in graph.nodes.items()}, "nodes")
        rows = list(database.query("opencypher", "MATCH ()-[r]->() RETURN r.id AS id, r.status AS status, r.claims AS claims"))
        same(sorted(row.get("id") for row in rows), sorted(graph.edges), "edges")
        for row in rows:
            same(row.get("status"), graph.edges[row.get("id")]["status"], "status")
            same(json.loads(row.get("claims")), graph.edges[row.get("id")]["claims"], "claims")


def told(graph):
    """Every claim with the names of its ends, by its id; every node. Import trims names."""
    nodes = {i: [n["kind"], n["name"].strip(), sorted({alias for alias in n["aliases"]})] for i, n in graph.nodes.items()}
    claims = {}
    for edge in graph.edges.values():
        ends = [nodes[edge[end]][:2] for end in ("source", "target")]
        for claim in edge["claims"]:
            kept = {**claim, "evidence": claim["evidence"] if claim["evidence"]["text"] else None}
            for occasion in {"place", "event"} & kept.keys():
                kept[occasion] = nodes[kept[occasion]][1] if kept[occasion] else None
            claims[claim["id"]] = [ends if edge["directed"] else sorted(ends), edge["predicate"], kept]
    return claims, nodes


@check
def claims_by_import(graph):
    store = str(Path(tempfile.mkdtemp()) / "again.db")
    claims = graph.file("claims", "jsonl")
    subprocess.run([graph.relgraph, "import", "--graph", store, claims], check=True, capture_output=True)
    again = Graph(graph.relgraph, store)
    (claims, nodes), (claims_again, nodes_again) = told(graph), told(again)
    same(claims_again, claims, "claims")
    same(sorted(nodes_again.values()), sorted(nodes.values()), "nodes")
    if not re.match("hostile|controls", Path(graph.path).name):  # whose ids are no ids of relgraph
        same(nodes_again, nodes, "ids of nodes")
    same(len(again.edges), len(graph.edges), "edges")


def main():
    relgraph, *paths = [argument for argument in sys.argv[1:] if argument != "--all"]
    failed = 0
    for path in paths:
        graph = Graph(relgraph, path)
        for function in CHECKS:
            name = f"{function.__name__} {Path(path).name}"
            try:
                function(graph)
                print("ok     ", name)
            except ModuleNotFoundError as missing:
                print("SKIPPED", name, missing)
                failed += "--all" in sys.argv
            except Exception as error:  # every check is told, then the run fails
                print("FAILED ", name, type(error).__name__, str(getattr(error, "stderr", None) or error)[:400])
                failed += 1
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
