"""Holds real answers of every command to docs/schemas and to the server's own description: schemas.py RELGRAPH

Schemas allow for fields to come; here none may be there that is not described.
"""
import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import jsonschema
import referencing

HERE = Path(__file__).resolve().parent.parent.parent
ARTICLES = [HERE / "tests/cases/newsroom/articles.jsonl", HERE / "data/articles"]
WHO = ["--by", "desk", "--on", "2025-01-02", "--reason", "seen"]


def strict(schema, whole=True):
    """The schema with every object closed that is not a part of a larger one."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            inner[key] = {name: strict(each, key == "properties") for name, each in value.items()}
        elif key == "allOf":
            inner[key] = [strict(each, False) for each in value]
        else:
            inner[key] = strict(value)
    if whole and inner.keys() & {"properties", "allOf", "$ref"} and "additionalProperties" not in inner:
        inner["unevaluatedProperties"] = False
    return inner


class Schemas:
    def __init__(self):
        files = {path.name: strict(json.loads(path.read_text())) for path in sorted((HERE / "docs/schemas").glob("*.json"))}
        for schema in files.values():
            jsonschema.Draft202012Validator.check_schema(schema)
        resources = [(name, referencing.Resource.from_contents(schema)) for name, schema in files.items()]
        registry = referencing.Registry().with_resources(resources)
        self.validators = {name.split(".")[0]: jsonschema.Draft202012Validator(schema, registry=registry) for name, schema in files.items() if name != "common.schema.json"}
        self.used = set()

    def hold(self, name, answer):
        self.used.add(name)
        error = jsonschema.exceptions.best_match(self.validators[name].iter_errors(answer))
        assert error is None, f"{name}{error.json_path[1:]}: {error.message[:300]}"


class Program:
    def __init__(self, relgraph):
        self.relgraph = relgraph
        self.graph = str(Path(tempfile.mkdtemp()) / "graph.db")
        self.run("build", *map(str, ARTICLES))

    def run(self, *args):
        """What it prints; 1 is an answer, too: nothing was found."""
        output = subprocess.run([self.relgraph, *args], capture_output=True, env={**os.environ, "RELGRAPH_GRAPH": self.graph})
        assert output.returncode in (0, 1), f"{args}: {output.stderr.decode()}"
        return output.stdout.decode()

    def answer(self, *args):
        return json.loads(self.run(*args))

    def lines(self, *args):
        return [json.loads(line) for line in self.run(*args).splitlines()]


def commands(program, schemas):
    program.run("different", "Marisol Quint", "Pilar Quint", *WHO)
    program.run("rename", "Declan Moray", "Declan J. Moray", *WHO)
    program.run("undo", "2", *WHO)
    program.run("retract", "harbour-03", *WHO)
    graph = program.answer("export", "--json")
    assert graph["edges"] and graph["documents"]
    schemas.hold("graph", graph)
    schemas.hold("graph", program.answer("export", "--json", "--edges-key", "links"))
    schemas.hold("graph", program.answer("export", "--json", "--graph", "sample"))
    for line in program.lines("export", "--format", "claims"):
        schemas.hold("claims", line)
    for node in graph["nodes"]:
        schemas.hold("show", program.answer("show", "--json", node["id"]))
    for edge in graph["edges"][:20]:
        schemas.hold("why", program.answer("why", "--json", edge["source"], edge["predicate"], edge["target"]))
        schemas.hold("timeline", program.answer("timeline", "--json", edge["source"], edge["target"]))
        schemas.hold("path", program.answer("path", "--json", "-k", "2", edge["source"], graph["edges"][0]["target"]))
        schemas.hold("explain", program.answer("explain", "--json", edge["source"], edge["target"]))
    matched = program.answer("path", "--json", "--graph", "sample", "Macaulay Culkin", "paris jackson")
    assert matched["matched_from"].keys() == {"from", "to"}, "a misspelling and small letters are told"
    schemas.hold("path", matched)
    for name in ["list", "sources", "conflicts", "review"]:
        schemas.hold(name, program.answer(name, "--json"))
    judgements = program.answer("review", "--json", "--judgements")
    assert len(judgements["judgements"]) == 2
    schemas.hold("review", judgements)
    schemas.hold("conflicts", program.answer("conflicts", "--json", "--graph", "sample"))
    for line in program.lines("extract", *map(str, ARTICLES)):
        schemas.hold("extract", line)
    for pair in [("Macauley Culkin", "Macaulay Culkin"), ("Brenda Song", "Brenda Strong"), ("Ana", "Ana")]:
        schemas.hold("compare", program.lines("compare", *pair)[0])
    return graph


def served(program, schemas, graph):
    """What the server answers is as it describes itself, and as the commands' schemas say."""
    server = subprocess.Popen([program.relgraph, "serve", "--port", "0", "--graph", program.graph], stdout=subprocess.PIPE)
    try:
        address = server.stdout.readline().decode().strip()
        get = lambda path: json.load(urllib.request.urlopen(f"{address}api/v1/{path}"))
        description = get("openapi.json")
        own = referencing.Registry().with_resource("openapi", referencing.Resource.from_contents(description, referencing.jsonschema.DRAFT202012))
        edge = graph["edges"][0]
        ends = urllib.parse.urlencode({"from": edge["source"], "to": edge["target"]})
        asked = {"search": ["q=a"], "node": [f"id={node['id']}" for node in graph["nodes"]], "path": [ends], "timeline": [f"of={edge['source']}", f"of={edge['source']}&with={edge['target']}"],
                 "why": [f"id={edge['id']}"], "graph": ["", f"around={edge['source']}", ends]}
        described = {path.strip("/") for path in description["paths"]} - {"openapi.json"}
        assert described == asked.keys(), described ^ asked.keys()
        for path, queries in asked.items():
            response = {"$ref": f"openapi#/paths/~1{path}/get/responses/200/content/application~1json/schema"}
            for query in queries:
                answer = get(f"{path}?{query}")
                jsonschema.Draft202012Validator(response, registry=own).validate(answer)
                schemas.hold({"node": "show", "graph": "page"}.get(path, path), answer)
        try:
            get("node?id=Nobody+Atall")
            raise AssertionError("nobody is found")
        except urllib.error.HTTPError as refused:
            assert refused.code == 404 and set(json.load(refused)) == {"error"}
    finally:
        server.kill()


def planted(schemas, graph):
    """What is wrong is found."""
    for change in [lambda e: e.pop("status"), lambda e: e.update(status="true"), lambda e: e.update(surplus=1), lambda e: e["claims"][0]["document"].update(surplus=1), lambda e: e.update(claims=[])]:
        copy = json.loads(json.dumps(graph))
        change(copy["edges"][0])
        assert not schemas.validators["graph"].is_valid(copy), "a wrong answer passes"


def main():
    schemas, program = Schemas(), Program(sys.argv[1])
    graph = commands(program, schemas)
    served(program, schemas, graph)
    planted(schemas, graph)
    assert schemas.used == schemas.validators.keys(), f"not answered: {schemas.validators.keys() - schemas.used}"
    print(f"ok      {len(schemas.used)} schemas hold")


if __name__ == "__main__":
    main()
