"""Compares lexicon/countries.txt with Debian's package iso-codes: every state of ISO 3166-1 is there, under a name that the
package has too, and the states that are no more under their codes of ISO 3166-3.

    countries.py lexicon/countries.txt      exits with 77 where the package is not installed
"""
import json
import sys
from pathlib import Path

CODES = Path("/usr/share/iso-codes/json")
NO_MORE = ["ANT", "CSK", "DDR", "SCG", "SUN", "VDR", "YMD", "YUG"]
NAMES = ("name", "common_name", "official_name")


def plain(name):
    return name.removeprefix("the ").removesuffix("?")


def lexicon(path):
    """Alpha-3 to the names of a state."""
    rows = ([field.strip() for field in line.split("|")] for line in Path(path).read_text().splitlines()
            if line and not line.startswith("#"))
    return {row[0]: {plain(name.strip()) for name in f"{row[1]};{row[2]}".split(";")} for row in rows}


def standard(part):
    return {row["alpha_3"]: row for row in json.loads((CODES / f"iso_{part}.json").read_text())[part]}


def main():
    if not CODES.is_dir():
        print("iso-codes is not installed: nothing to compare with")
        sys.exit(77)
    ours, states, former = lexicon(sys.argv[1]), standard("3166-1"), standard("3166-3")
    wrong = [f"{code}: not in the lexicon" for code in states if code not in ours]
    wrong += [f"{code}: no name of {states[code]['name']} is among {sorted(ours[code])}" for code in states
              if code in ours and not any(plain(states[code].get(key, "")) in ours[code] for key in NAMES)]
    wrong += [f"{code}: no code of ISO 3166" for code in ours if code not in {*states, *former, "XKX"}]
    wrong += [f"{code}: not in the lexicon" for code in NO_MORE if code not in ours or code not in former]
    print("\n".join(wrong) or f"{len(states)} states are there")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
