"""What the scorers of marked passages share: a file of passages, spans of marks, and how spans compare.

A file has passages: `=== name`, paragraphs, `---`, and marks, a line each. A value is copied from the text to the letter; where it
occurs more than once there, {} in a longer piece mark it ("the {mayor} said"), or #2 behind it: the second."""
import argparse
import json
import re
from pathlib import Path

IGNORED = set(" \t\n\"“”‘’'.,")
SAME = 0.5


class Wrong(ValueError):
    """A line of a file that does not hold."""


def locate(text, anchor):
    """The span of a value in its text."""
    words, number = re.fullmatch(r"(.*?)(?:#(\d+))?", anchor, re.S).groups()
    before, marked = re.match(r"(?:(.*){(.*)})?", words, re.S).groups()
    whole = words.replace("{", "").replace("}", "")
    places = [match.start() for match in re.finditer(f"(?={re.escape(whole)})", text)]
    if len(places) < int(number or 1):
        raise Wrong(f"not in the text: {anchor!r}")
    if len(places) > 1 and not number:
        raise Wrong(f"{len(places)} times in the text, mark one by {{}} or #2: {anchor!r}")
    begin = places[int(number or 1) - 1] + len(before or "")
    return begin, begin + len(marked or whole)


def read_file(path, read_mark):
    """The passages of a file: name, line, text, marks; read_mark(line, text, marks) adds what a line below --- says."""
    passages, passage, below = [], None, False
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        try:
            if line.startswith("=== "):
                if passage and not below:
                    raise Wrong(f"passage {passage['name']!r} has no ---")
                passage, below = {"name": line[4:].strip(), "line": number, "text": "", "marks": []}, False
                passages.append(passage)
            elif line == "---" and passage:
                below = True
            elif passage and line.strip() and below:
                read_mark(line, passage["text"], passage["marks"])
            elif passage and line.strip():
                passage["text"] += ("\n" if passage["text"] else "") + line
        except Wrong as error:
            raise Wrong(f"{path}:{number}: {error}") from None
    return passages


def print_texts(passages):
    """The passages as JSON Lines, for `readout code --input jsonl`; the id of each is its number."""
    for number, passage in enumerate(passages, 1):
        print(json.dumps({"id": str(number), "text": passage["text"]}, ensure_ascii=False))
    return 0


def with_records(passages, path):
    """Each passage with the record of its number."""
    with open(path, encoding="utf-8") as lines:
        found = {record.get("id"): record for record in map(json.loads, lines)}
    for number, passage in enumerate(passages, 1):
        if str(number) not in found:
            raise Wrong(f"{path}: no record with the id {number}")
        yield passage, found[str(number)]


def letters(text, spans):
    return {i for begin, end in spans for i in range(begin, end) if text[i] not in IGNORED}


def jaccard(text, one, other):
    a, b = letters(text, one), letters(text, other)
    return len(a & b) / len(a | b) if a | b else 1.0


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def f1(right, gold, got):
    return 200.0 * right / (gold + got) if gold + got else 100.0


def mentions(record, entity):
    """The spans of an entity, those of its members with them."""
    items = {item["id"]: item for item in record.get("entities") or []}
    spans, todo = [], [entity]
    while todo:
        item = items.pop(todo.pop(), None)
        if item:
            spans += [tuple(mention["span"]) for mention in item["mentions"]]
            todo += item.get("members") or []
    return spans


def run(doc, check, texts, score):
    """The command line of a scorer: check FILE..., texts FILE, score RECORDS FILE; ends the program with its exit status."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check").add_argument("FILE", nargs="+")
    commands.add_parser("texts").add_argument("FILE")
    scoring = commands.add_parser("score")
    scoring.add_argument("RECORDS")
    scoring.add_argument("FILE")
    args = parser.parse_args()
    try:
        if args.command == "check":
            status = check(args.FILE)
        elif args.command == "texts":
            status = texts(args.FILE)
        else:
            status = score(args.RECORDS, args.FILE)
    except (Wrong, OSError, ValueError) as error:
        parser.exit(2, f"{parser.prog}: {error}\n")
    parser.exit(status)
