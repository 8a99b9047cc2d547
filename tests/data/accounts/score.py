#!/usr/bin/env python3
"""Check and score passages whose statements are marked (README.md tells the format and the rules).

Figures of `score`, over all passages of a file. The statements of a record and those marked are paired one to one,
greedily by the Jaccard index of their contents' characters (blanks and quotation marks not counted; ties by source,
then cue), from 0.5 on; two contents that are told at unlike depths pair after all others.
  statement_f1   pairs, over all statements of both sides
  nesting_f1     pairs of nested statements whose outer statements are a pair, over the nested ones of both sides
  addressee_f1   addressees of a pair that overlap, one to one, over all addressees of both sides
  setting_f1     settings of a pair with a Jaccard index of 0.5, over all settings of both sides
  addressee_of_pairs_f1, setting_of_pairs_f1   the same over those of pairs alone
  source_of_pairs, cue_of_pairs, form_of_pairs, act_of_pairs, quotes_of_pairs   how many pairs of a hundred have a source of Jaccard 0.5
                 (or agree that there is none), cues that overlap, the same form, act, quotes of Jaccard 0.5
"""
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from marks import SAME, Wrong, f1, jaccard, letters, locate, overlap, run  # noqa: E402

FORMS = "direct indirect mixed".split()
ACTS = "assert deny ask request promise threaten agree refuse praise criticize regret believe other".split()
FIELDS = "source cue content quote to at when".split()


def read_head(line, statements):
    match = re.fullmatch(r"(\d+) (\w+) (\w+)(?: in (\d+))?", line)
    if not match or match[2] not in FORMS or match[3] not in ACTS:
        raise Wrong(f"no number, form, act: {line!r}")
    if int(match[1]) != len(statements) + 1:
        raise Wrong(f"this is statement {len(statements) + 1}")
    within = int(match[4]) - 1 if match[4] else None
    if within is not None and not 0 <= within < len(statements):
        raise Wrong(f"no statement {match[4]} before it")
    return {"form": match[2], "act": match[3], "within": within, **{field: [] for field in FIELDS}}


def read_field(line, text, statement):
    field, _, value = line.strip().partition(" ")
    if field not in FIELDS or not value:
        raise Wrong(f"no field and value: {line!r}")
    if field == "cue":
        value, _, statement["lemma"] = value.partition(" = ")
    if field != "source" or value != "-":
        statement[field].append(locate(text, value))


def inherit_quotes(statements):
    """What lies in a quotation of the teller is quoted."""
    for statement in statements:
        if statement["within"] is None:
            continue
        for begin, end in statements[statement["within"]]["quote"]:
            for first, last in statement["content"]:
                common = max(begin, first), min(end, last)
                if common[0] < common[1] and not any(a <= common[0] and common[1] <= b for a, b in statement["quote"]):
                    statement["quote"] = [q for q in statement["quote"] if not overlap(q, common)] + [common]
        statement["quote"].sort()


def read_passage(name, lines):
    """A passage from its numbered lines."""
    paragraphs, statements, below = [], [], False
    for number, line in lines:
        try:
            if not line.strip():
                continue
            if line == "---":
                below = True
                text = "\n".join(paragraphs)
            elif not below:
                paragraphs.append(line)
            elif line[0].isdigit():
                statements.append(read_head(line, statements))
            elif statements:
                read_field(line, text, statements[-1])
            else:
                raise Wrong("a field before the first statement")
        except Wrong as error:
            raise Wrong(f"{number}: {error}") from None
    if not below:
        raise Wrong(f"{lines[0][0] if lines else 0}: passage {name!r} has no ---")
    for statement in statements:
        statement["marked"] = quoted_form(text, statement)
    inherit_quotes(statements)
    for statement in statements:
        statement["told"] = quoted_form(text, statement)
    return {"name": name, "text": text, "statements": statements, "line": lines[0][0]}


def read_file(path):
    passages, name, lines = [], None, []
    numbered = list(enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1))
    try:
        for number, line in numbered + [(len(numbered) + 1, "=== end")]:
            if line.startswith("=== "):
                if name is not None:
                    passages.append(read_passage(name, lines))
                name, lines = line[4:].strip(), []
            elif name is not None:
                lines.append((number, line))
    except Wrong as error:
        raise Wrong(f"{path}:{error}") from None
    return passages


def quoted_form(text, statement):
    inside, whole = letters(text, statement["quote"]), letters(text, statement["content"])
    return "indirect" if not inside & whole else "direct" if inside >= whole else "mixed"


def faults(passage):
    """What does not hold of a passage's marks."""
    text, taken = passage["text"], set()
    for number, statement in enumerate(passage["statements"], 1):
        for field, least, most in (("source", 0, 1), ("cue", 0, 1), ("content", 1, 99), ("at", 0, 1), ("when", 0, 1)):
            if not least <= len(statement[field]) <= most:
                yield number, f"{len(statement[field])} of {field}"
        content = letters(text, statement["content"])
        if statement["form"] not in (statement["marked"], statement["told"]):
            yield number, f"is {statement['marked']} by its quotes"
        for field in ("source", "cue", "to"):
            if content & letters(text, statement[field]):
                yield number, f"{field} in its own content"
        if statement["within"] is not None:
            outer = letters(text, passage["statements"][statement["within"]]["content"])
            if not content | letters(text, statement["cue"]) <= outer:
                yield number, "not in the content of the statement that tells it"
        elif content & taken:
            yield number, "its content is in that of another top-level statement"
        else:
            taken |= content


def check(paths):
    bad = 0
    for path in paths:
        passages = read_file(path)
        for passage in passages:
            for number, fault in faults(passage):
                print(f"{path}:{passage['line']}: {passage['name']}: statement {number}: {fault}", file=sys.stderr)
                bad += 1
        statements = [statement for passage in passages for statement in passage["statements"]]
        print(f"{path}: {len(passages)} passages, {len(statements)} statements, "
              f"{sum(s['within'] is not None for s in statements)} nested, {sum(len(s['to']) for s in statements)} addressees, "
              f"{sum(len(s['at']) for s in statements)} settings")
    return 1 if bad else 0


def texts(path):
    for number, passage in enumerate(read_file(path), 1):
        print(json.dumps({"id": str(number), "text": passage["text"]}, ensure_ascii=False))
    return 0


def of_record(record):
    """The statements of a record, in the form of those of a passage."""
    items = record.get("statements") or []
    places = {item["id"]: place for place, item in enumerate(items)}
    times = {item["id"]: tuple(item["span"]) for item in record.get("times") or []}
    out = []
    for item in items:
        part = {field: [tuple((item.get(field) or {}).get("span"))] if (item.get(field) or {}).get("span") else []
                for field in ("source", "cue", "setting")}
        out.append({"form": item.get("form"), "act": (item.get("cue") or {}).get("act"),
                    "within": places.get(item.get("within")), "source": part["source"], "cue": part["cue"],
                    "content": [tuple(span) for span in item.get("content") or []],
                    "quote": [tuple(span) for span in item.get("quotes") or []],
                    "to": [tuple(a["span"]) for a in item.get("addressees") or [] if a.get("span")],
                    "at": part["setting"], "when": [times[item["time"]]] if item.get("time") in times else []})
    return out


def depth(statements, place):
    count, seen = 0, set()
    while statements[place]["within"] is not None and place not in seen:
        seen.add(place)
        place = statements[place]["within"]
        count += 1
    return count


def pair(text, gold, got):
    """{place in gold: place in got}."""
    ranked = []
    for g, one in enumerate(gold):
        for p, other in enumerate(got):
            like = jaccard(text, one["content"], other["content"])
            if like >= SAME:
                ranked.append((depth(gold, g) != depth(got, p), -like, -jaccard(text, one["source"], other["source"]),
                               -jaccard(text, one["cue"], other["cue"]), g, p))
    pairs = {}
    for *_, g, p in sorted(ranked):
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return pairs


def matched(gold, got, fits):
    """How many of two lists of spans fit, one to one."""
    left, right = list(got), 0
    for span in gold:
        for other in left:
            if fits(span, other):
                left.remove(other)
                right += 1
                break
    return right


def score_passage(passage, got, sums):
    text, gold = passage["text"], passage["statements"]
    pairs = pair(text, gold, got)

    def add(name, *counts):
        sums[name] = [a + b for a, b in zip(sums.get(name, [0, 0, 0]), counts)]

    add("statement", len(pairs), len(gold), len(got))
    nested = [sum(s["within"] is not None for s in statements) for statements in (gold, got)]
    add("nesting", sum(gold[g]["within"] is not None and got[p]["within"] is not None and
                       pairs.get(gold[g]["within"]) == got[p]["within"] for g, p in pairs.items()), *nested)
    for name, field, fits in (("addressee", "to", overlap),
                              ("setting", "at", lambda a, b: jaccard(text, [a], [b]) >= SAME),
                              ("time", "when", overlap)):
        right = sum(matched(gold[g][field], got[p][field], fits) for g, p in pairs.items())
        add(name, right, sum(len(s[field]) for s in gold), sum(len(s[field]) for s in got))
        add(name + "_of_pairs", right, sum(len(gold[g][field]) for g in pairs),
            sum(len(got[p][field]) for p in pairs.values()))
    for g, p in pairs.items():
        one, other = gold[g], got[p]
        add("source_of_pairs", jaccard(text, one["source"], other["source"]) >= SAME, 1, 1)
        add("cue_of_pairs", not one["cue"] and not other["cue"] or
            any(overlap(a, b) for a in one["cue"] for b in other["cue"]), 1, 1)
        add("form_of_pairs", one["told"] == other["form"], 1, 1)
        add("act_of_pairs", not other["cue"] or one["act"] == other["act"], 1, 1)
        add("quotes_of_pairs", jaccard(text, one["quote"], other["quote"]) >= SAME, 1, 1)


def score(records, path):
    passages, sums = read_file(path), {}
    with open(records, encoding="utf-8") as lines:
        found = {record.get("id"): record for record in map(json.loads, lines)}
    for number, passage in enumerate(passages, 1):
        if str(number) not in found:
            raise Wrong(f"{records}: no record with the id {number}")
        score_passage(passage, of_record(found[str(number)]), sums)
    for name in sorted(sums, key=lambda name: name.endswith("_of_pairs")):
        ending = "" if name.split("_of_")[0] in ("source", "cue", "form", "act", "quotes") else "_f1"
        print(f"{name}{ending} {f1(*sums[name]):.2f}")
    return 0


if __name__ == "__main__":
    run(__doc__, check, texts, score)
