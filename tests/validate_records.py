#!/usr/bin/python3
"""Validates the records that tests have kept: validate_records.py FOLDER [SHARED]

Each line of each FOLDER/*.jsonl is held to docs/record.schema.json, and to the rules that a schema cannot state by
SHARED/score/validate.py where that is there (SHARED: an argument, the environment, or ../shared). First the schema
itself is tried: it must take tests/unit/record_full.json, which has something in every field, and refuse it with
any key missing or added, or any value of another kind. Of a list of many thousand items, which the schema treats
alike, the first and the last are held to it.
"""
import copy
import json
import os
import sys
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parent.parent
SHOWN = 50   # mistakes that are printed
ENDS = 1000  # items at each end of a long list
OPTIONAL = ("text",), ("tokens",)
WRONG = {  # what no key of this name may have
    "published": "2024-13-01", "date": "May", "sha256": "f00d", "lexicon": "f00d", "country": "gb", "deprel": "Root",
    "upos": "noun", "quad": 5, "goldstein": 11, "latitude": 91, "longitude": 181, "score": 1.1, "head": 10 ** 12,
    "sentence": 10 ** 12, "span": [4], "mentions": [], "name": "", "version": "", "lemma": ""}


def without_references(part, definitions):
    """A part of a schema with what it refers to in place: validating is then twice as fast."""
    if isinstance(part, list):
        return [without_references(item, definitions) for item in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return without_references(definitions[part["$ref"].removeprefix("#/$defs/")], definitions)
    return {key: without_references(item, definitions) for key, item in part.items()}


def load_schema():
    schema = json.loads((ROOT / "docs/record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(without_references(schema, schema["$defs"]))


def load_rules(shared):
    """The function that lists a record's violations, or None."""
    if not (shared / "score/validate.py").is_file():
        return None
    sys.path.insert(0, str(shared / "score"))
    import validate  # noqa: it is not part of this repository
    return validate.violations


def places(value, path=()):
    """Path and value of each value inside a record, but what `options` holds, which is free."""
    if path:
        yield path, value
    if path[-1:] == ("options",):
        return
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def kinds(record):
    """One place of each kind: of the items of a list, one of each type."""
    found = {}
    for path, value in places(record):
        found.setdefault((*("*" if isinstance(key, int) else key for key in path), type(value)), (path, value))
    return found.values()


def changed(record, path, change):
    """A copy of a record in which change(holder, key) was done at a path."""
    record = copy.deepcopy(record)
    holder = record
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return record


def mutants(record):
    """Copies of a record that are none, each with what was done to it."""
    yield "an added key", {**record, "added": None}
    for path, value in kinds(record):
        name = ".".join(map(str, path))
        others = [[[]], True, -999.5]
        if path[-1] in WRONG:
            others.append(WRONG[path[-1]])
        if path[-1] == "span":
            others.append([4, 5, 6])
        if isinstance(value, dict) and path[-1] != "options":
            others.append({**value, "added": None})
        for other in others:
            yield f"{name}: {other}", changed(record, path, lambda holder, key: holder.__setitem__(key, other))
        if isinstance(path[-1], str) and path not in OPTIONAL:
            yield f"no {name}", changed(record, path, lambda holder, key: holder.pop(key))


def check_schema(validator):
    """What the schema takes that it should refuse, or refuses that it should take."""
    full = json.loads((ROOT / "tests/unit/record_full.json").read_text(encoding="utf-8"))
    yield from (f"record_full.json: {error.json_path}: {error.message}" for error in validator.iter_errors(full))
    yield from (f"the schema takes a record with {name}" for name, mutant in mutants(full) if validator.is_valid(mutant))


def shortened(record):
    """A record whose long lists lack what is between their ends."""
    return {key: value[:ENDS] + value[-ENDS:] if isinstance(value, list) and len(value) > 2 * ENDS else value
            for key, value in record.items()}


def check_record(record, validator, rules):
    yield from (f"{error.json_path}: {error.message}" for error in validator.iter_errors(shortened(record)))
    if rules:
        yield from (f"{path}: {what}" for path, what in rules(record))


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    shared = Path(sys.argv[2] if len(sys.argv) == 3 else os.environ.get("SHARED") or ROOT.parent / "shared")
    validator, rules = load_schema(), load_rules(shared)
    wrong, count = list(check_schema(validator)), 0
    for file in sorted(Path(sys.argv[1]).glob("*.jsonl")):
        with file.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                wrong += [f"{file.name}:{number}: {what}" for what in check_record(json.loads(line), validator, rules)]
                count += 1
    for line in wrong[:SHOWN]:
        print(line)
    print(f"{count} records, {len(wrong)} violations of docs/record.schema.json"
          + (" and score/validate.py" if rules else f"; no score/validate.py in {shared}"))
    return 1 if wrong or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
