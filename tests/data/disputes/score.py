#!/usr/bin/env python3
"""Check and score passages whose disputes are marked (README.md tells the format and the rules).

A dispute of a record and a marked one are a pair where the kind is the same, or one that the mark allows as well, and each of the two
marked sides is one of the record's, a different one: a mention of its entity overlaps the marked holder, or its span the marked words.
  dispute_precision    pairs, of a hundred disputes of the record
  dispute_recall       pairs, of a hundred marked ones
  near_misses_kept     of a hundred passages without a dispute, how many have none in the record
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import marks as shared  # noqa: E402

KINDS = "negation extent number denial attribution".split()


def read_mark(line, text, marks):
    """`number`, `number denial` (either), then `side HOLDER | WORDS` twice or more; `near why`: no dispute."""
    words = line.split()
    if line.startswith("near "):
        return
    if all(word in KINDS for word in words):
        marks.append({"kinds": set(words), "sides": []})
        return
    if not marks or words[0] != "side" or " | " not in line:
        raise shared.Wrong(f"no kind and no side: {line!r}")
    holder, said = line.strip()[len("side "):].split(" | ")
    marks[-1]["sides"].append((shared.locate(text, holder), shared.locate(text, said)))


def of_record(record):
    return [{"kind": item["kind"],
             "sides": [(shared.mentions(record, side["entity"]), tuple(side["span"])) for side in item["sides"]]}
            for item in record.get("disputes") or []]


def is_side(marked, side):
    (holder, said), (spans, span) = marked, side
    return any(shared.overlap(holder, other) for other in spans) or shared.overlap(said, span)


def is_pair(mark, dispute):
    first, second = mark["sides"][:2]
    return dispute["kind"] in mark["kinds"] and any(
        is_side(first, one) and is_side(second, other)
        for one in dispute["sides"] for other in dispute["sides"] if one is not other)


def pairs_of(gold, got):
    left, pairs = list(got), 0
    for mark in gold:
        found = next((dispute for dispute in left if is_pair(mark, dispute)), None)
        if found:
            left.remove(found)
            pairs += 1
    return pairs


def score(records, path):
    pairs = gold = got = misses = kept = 0
    for passage, record in shared.with_records(shared.read_file(path, read_mark), records):
        disputes = of_record(record)
        pairs += pairs_of(passage["marks"], disputes)
        gold += len(passage["marks"])
        got += len(disputes)
        misses += not passage["marks"]
        kept += not passage["marks"] and not disputes
    print(f"near_misses_kept {100 * kept / max(1, misses):.2f}")
    print(f"dispute_recall {100 * pairs / max(1, gold):.2f}")
    print(f"dispute_precision {100 * pairs / max(1, got):.2f}")
    return 0


def check(paths):
    bad = 0
    for path in paths:
        passages = shared.read_file(path, read_mark)
        for passage in passages:
            for mark in passage["marks"]:
                if len(mark["sides"]) < 2:
                    print(f"{path}:{passage['line']}: {passage['name']}: fewer than two sides", file=sys.stderr)
                    bad += 1
        print(f"{path}: {len(passages)} passages, {sum(len(p['marks']) for p in passages)} disputes, "
              f"{sum(not p['marks'] for p in passages)} near misses")
    return 1 if bad else 0


if __name__ == "__main__":
    shared.run(__doc__, check, lambda path: shared.print_texts(shared.read_file(path, read_mark)), score)
