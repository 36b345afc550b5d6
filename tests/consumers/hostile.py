"""Writes a graph whose names and words break careless writers: hostile.py GRAPH.json > HOSTILE.json

GRAPH.json is any JSON export; its predicates are used. NUL and the other characters that XML cannot
hold have a graph of their own (--controls), because no XML reader can give them back.
"""
import json
import sys

NAMES = [
    'Kit "KM" Marlow', "back\\slash\\", "\\N \\l \\G", "AT&amp;T &#65; & <b>bold</b>", "</script><script>alert(1)</script>",
    "]]> -->", '=HYPERLINK("http://evil")', "+1", "-x", "@handle", "line\nbreak\ttab", "right\u202etfel mark\u200f",
    "'); DROP TABLE nodes; -- `$(x)` ${y} {{z}}", "日本の名前 Łukasz 👩‍👩‍👧", "a, b; c | d : e / f # g % h", " spaces  around ",
    "O'Brien", "50 Cent", "end", "subgraph", "null", "Very Long " * 1000,
]
CONTROLS = ["nul\u0000", "bell\u0007 escape\u001b[31m", "carriage\rreturn", "next\u0085line\u2028separator", "\ufffe\uffff"]
STATUSES = ["reported", "rumored", "denied", "confirmed"]


def graph(names, predicates):
    document = {"id": "doc " + names[0], "title": names[-1], "url": "javascript:alert(1)//" + names[1], "publisher": names[2],
                "author": None, "published": "2018-05-04", "published_by": "given"}
    web = {**document, "id": "web", "url": "https://example.org/?a=1&b=\"2\"<3>"}
    nodes = [{"id": f"n{i}", "kind": "person", "name": name, "aliases": [names[i - 1]]} for i, name in enumerate(names)]
    nodes += [{"id": "venue-1", "kind": "venue", "name": names[0], "aliases": []}, {"id": "event-1", "kind": "event", "name": names[1], "aliases": []}]

    def claim(number, words, status, source):
        return {"id": f"{number:016x}", "status": status, "said_by": names[number % len(names)], "date": ["2018-05-04", "2018~", "199X", "2016/..", "../2017-03", "2016-22", None][number % 7],
                "ended": number % 5 == 0, "place": "venue-1", "event": "event-1", "evidence": {"start": 0, "end": len(words), "text": words, "before": "", "after": ""},
                "rule": "hostile", "confidence": 0.5, "document": source}

    edges = []
    for i in range(len(names)):
        for j, predicate in enumerate(["met", "dating", "parent_of"]):
            ends = {"source": f"n{i}", "target": f"n{(i + 1) % len(names)}", "predicate": predicate}
            number = 10 * (3 * i + j)
            claims = [claim(number, names[i], STATUSES[(i + j) % 4], web), claim(number + 1, names[(i + 2) % len(names)], STATUSES[(i + 1) % 4], document)]
            edges.append({**ends, "claims": claims})
    edges.append({"source": "n0", "target": "event-1", "predicate": "attended", "claims": [claim(999_990, "there", "reported", web)]})
    edges.append({"source": "event-1", "target": "venue-1", "predicate": "held_at", "claims": [claim(999_991, "", "reported", web)]})
    return {"schema": "relgraph-graph/1", "predicates": predicates, "documents": [document, web], "nodes": nodes, "edges": edges}


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        known = json.load(file)["predicates"]
    json.dump(graph(CONTROLS if "--controls" in sys.argv else NAMES, known), sys.stdout)
