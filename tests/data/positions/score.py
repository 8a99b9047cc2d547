#!/usr/bin/env python3
"""Check and score passages whose positions are marked (README.md tells the format and the rules).

A position of a record and a marked one are a pair where the act is the same, or one that the mark allows as well, a mention of the
holder overlaps the marked holder, and the issues have a Jaccard index of at least 0.5; one to one, the likest issues first.
  position_f1          pairs, over all positions of both sides
  position_precision, position_recall
  extent_of_pairs      how many pairs of a hundred have the same extent (all, part, none, or nothing said)
  exchange_f1          of the pairs, links from what is wanted to what is given for it
  toward_of_pairs      how many pairs of a hundred are toward the one that is marked
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import marks as shared  # noqa: E402

ACTS = "demand offer propose accept reject promise threaten regret praise".split()
EXTENTS = ("all", "part", "none")


def read_mark(line, text, marks):
    """`1 demand all`, or a field of the last mark: holder, issue, toward, for, or."""
    head = re.fullmatch(r"(\d+) (\w+)(?: (\w+))?", line)
    if head:
        if int(head[1]) != len(marks) + 1:
            raise shared.Wrong(f"this is position {len(marks) + 1}")
        if head[2] not in ACTS or (head[3] and head[3] not in EXTENTS):
            raise shared.Wrong(f"no act or extent: {line!r}")
        marks.append({"acts": {head[2]}, "extent": head[3], "holder": [], "issue": [], "toward": [], "for": set()})
        return
    field, _, value = line.strip().partition(" ")
    if not marks or not value or field not in ("holder", "issue", "toward", "for", "or"):
        raise shared.Wrong(f"no field and value: {line!r}")
    if field == "or":
        marks[-1]["acts"].add(value)
    elif field == "for":
        marks[-1]["for"].add(int(value) - 1)
    else:
        marks[-1][field].append(shared.locate(text, value))


def faults(passage):
    for number, mark in enumerate(passage["marks"], 1):
        if not mark["holder"] or not mark["issue"]:
            yield number, "no holder or issue"
        if any(not 0 <= other < len(passage["marks"]) for other in mark["for"]):
            yield number, "no such position to exchange for"
        if mark["acts"] - set(ACTS):
            yield number, "no such act"


def of_record(record):
    items = record.get("positions") or []
    places = {item["id"]: place for place, item in enumerate(items)}
    return [{"act": item["act"], "extent": item.get("extent"), "holder": shared.mentions(record, item["holder"]),
             "issue": [tuple(item["issue"]["span"])],
             "toward": shared.mentions(record, item["toward"]) if item.get("toward") is not None else [],
             "for": {places[other] for other in item.get("in_exchange_for") or [] if other in places}}
            for item in items]


def pair(text, gold, got):
    """{place in gold: place in got}."""
    ranked = []
    for g, one in enumerate(gold):
        for p, other in enumerate(got):
            like = shared.jaccard(text, one["issue"], other["issue"])
            held = any(shared.overlap(a, b) for a in one["holder"] for b in other["holder"])
            if other["act"] in one["acts"] and held and like >= shared.SAME:
                ranked.append((-like, g, p))
    pairs = {}
    for _, g, p in sorted(ranked):
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return pairs


def score(records, path):
    sums = dict.fromkeys(("pairs", "gold", "got", "extent", "toward", "towards", "links", "gold_links", "got_links"), 0)
    for passage, record in shared.with_records(shared.read_file(path, read_mark), records):
        gold, got = passage["marks"], of_record(record)
        pairs = pair(passage["text"], gold, got)
        sums["pairs"] += len(pairs)
        sums["gold"] += len(gold)
        sums["got"] += len(got)
        for g, p in pairs.items():
            one, other = gold[g], got[p]
            sums["extent"] += one["extent"] == other["extent"]
            sums["towards"] += bool(one["toward"])
            sums["toward"] += any(shared.overlap(a, b) for a in one["toward"] for b in other["toward"])
            sums["gold_links"] += len(one["for"])
            sums["got_links"] += len(other["for"])
            sums["links"] += sum(pairs.get(g2) in other["for"] for g2 in one["for"] if g2 in pairs)
    print(f"position_precision {100 * sums['pairs'] / max(1, sums['got']):.2f}")
    print(f"position_recall {100 * sums['pairs'] / max(1, sums['gold']):.2f}")
    print(f"extent_of_pairs {100 * sums['extent'] / max(1, sums['pairs']):.2f}")
    print(f"toward_of_pairs {100 * sums['toward'] / max(1, sums['towards']):.2f}")
    print(f"exchange_f1 {shared.f1(sums['links'], sums['gold_links'], sums['got_links']):.2f}")
    print(f"position_f1 {shared.f1(sums['pairs'], sums['gold'], sums['got']):.2f}")
    return 0


def check(paths):
    bad = 0
    for path in paths:
        passages = shared.read_file(path, read_mark)
        for passage in passages:
            for number, fault in faults(passage):
                print(f"{path}:{passage['line']}: {passage['name']}: position {number}: {fault}", file=sys.stderr)
                bad += 1
        positions = [mark for passage in passages for mark in passage["marks"]]
        print(f"{path}: {len(passages)} passages, {sum(not p['marks'] for p in passages)} of them without a position, "
              f"{len(positions)} positions, {sum(len(mark['for']) for mark in positions)} exchanges")
    return 1 if bad else 0


if __name__ == "__main__":
    shared.run(__doc__, check, lambda path: shared.print_texts(shared.read_file(path, read_mark)), score)
