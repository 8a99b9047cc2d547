"""Count how often each rule of src/statements/rules.c is right: of the statements of each score, the share whose
content and source are, by PolNeAR's train folder and the tune part of its dev folder.

    rules.py PROGRAM SHARED
"""
from __future__ import annotations

import collections
import json
import subprocess
import sys
from pathlib import Path


def records(program, folder):
    """{id: record} of a folder of articles."""
    done = subprocess.run([program, "code", "--format", "jsonl", str(folder)], check=True, capture_output=True)
    return {record["id"]: record for record in map(json.loads, done.stdout.splitlines())}


def main():
    program, shared = sys.argv[1], Path(sys.argv[2])
    if not (shared / "score").is_dir():
        print(f"no gold data at {shared}: nothing is counted")
        return
    sys.path.insert(0, str(shared / "score"))
    import attribution
    import common

    made, right = collections.Counter(), collections.Counter()
    for part, name in (("all", "train"), ("tune", "dev")):
        folder = shared / "data/polnear" / name
        for article, record in common.pair(attribution.read_gold(folder), records(program, folder), part)[1]:
            items = record.get("statements") or []
            predicted = [attribution.read_statement(item, article.text) for item in items]
            gold = [statement for statement in article.statements if statement.content]
            made.update(item["score"] for item in items if item["within"] is None)
            for g, p in attribution.match(gold, predicted):
                one, other = gold[g], predicted[p]
                if items[p]["within"] is None and attribution.jaccard(one.content, other.content) >= 0.5 \
                        and attribution.jaccard(one.source, other.source) >= 0.5:
                    right[items[p]["score"]] += 1
    for score in sorted(made, reverse=True):
        print(f"score {score:.2f}: {right[score]} of {made[score]} right, {right[score] / made[score]:.2f}")


if __name__ == "__main__":
    main()
