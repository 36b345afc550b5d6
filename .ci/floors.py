"""Measures the accuracy of a build and compares it with the floors of floors.json.

    floors.py SHARED RELGRAPH

Prints one line a figure; exits 1 when any lies below its floor.
"""
import json
import subprocess
import sys
from pathlib import Path


def measure(shared, relgraph, what):
    """The JSON answer of the measuring tool for one entry of the floors."""
    tool, *arguments = what.split()
    paths = [f"{shared}/{a}" if "/" in a else a for a in arguments]
    command = [sys.executable, f"{shared}/evaluation/{tool}.py", *paths, "--relgraph", relgraph, "--json"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr.strip()[-500:]}")
    return json.loads(done.stdout)


def figure(answer, path):
    for key in path.split("."):
        answer = answer[key]
    return answer


def main():
    shared, relgraph = sys.argv[1:]
    floors = json.loads((Path(__file__).parent / "floors.json").read_text())
    low = 0
    for what, wanted in floors.items():
        answer = measure(shared, relgraph, what)
        for path, floor in wanted.items():
            got = figure(answer, path)
            low += got < floor
            print(f"{'LOW' if got < floor else 'ok ':4}{what}: {path} {got:.3f} (floor {floor:.3f})")
    raise SystemExit(f"{low} figures below their floor" if low else 0)


if __name__ == "__main__":
    main()
