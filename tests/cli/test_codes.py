"""readout codes: what the codes of events mean, as text and as JSON; and that they are those of the data."""
import csv
import json
import os
import re
import unittest
from pathlib import Path

import support

SHARED = Path(os.environ.get("SHARED", support.ROOT.parent / "shared"))


class Codes(support.Case):
    def codes(self, *arguments):
        code, out, err = self.run_program("codes", *arguments)
        self.assertEqual((code, err), (0, ""))
        return out.decode()

    def test_one_code(self):
        self.assertEqual(self.codes("041"),
                         "041   Discuss by telephone\n"
                         "      Talk by telephone or another line\n"
                         "      quad class 1, verbal cooperation; Goldstein 1\n"
                         "      PLOVER CONSULT, phone\n")
        self.assertIn("PLOVER ACCUSE, allege; contexts crime, corruption\n", self.codes("1121"))
        self.assertIn("Goldstein -0.1\n      PLOVER -\n", self.codes("011"))

    def test_what_is_under_a_code(self):
        lines = self.codes("04").splitlines()
        self.assertEqual(lines[0], "04    CONSULT")
        self.assertEqual([line[:3] for line in lines[6:]], ["04%d" % kind for kind in range(7)])
        self.assertEqual(len(self.codes("0").splitlines()), 1 + self.codes().count("\n0") + 1)

    def test_events_modes_and_contexts_of_plover(self):
        out = self.codes("CONSULT")
        self.assertTrue(out.startswith("CONSULT                Meet, visit"), out)
        self.assertIn("\n  third-party          Where neither", out)
        self.assertIn("\n041   1     1          CONSULT, phone           Discuss by telephone\n", out)
        self.assertEqual(self.codes("consult"), out)
        self.assertTrue(self.codes("phone").startswith("CONSULT, phone         By telephone"))
        self.assertTrue(self.codes("cbrn").startswith("contexts\n  cbrn  "))

    def test_all(self):
        out = self.codes()
        self.assertTrue(out.startswith("code  quad  Goldstein  PLOVER                   name\n01    1     0  "))
        self.assertIn("\n\nAGREE   ", out)
        self.assertIn("\ncontexts\n  asylum   ", out)

    def test_json(self):
        told = json.loads(self.codes("--json", "1121"))
        self.assertEqual(told["cameo"], [{
            "code": "1121", "name": "Accuse of crime, corruption", "description": "Accuse of crime or corruption", "quad": 3,
            "goldstein": -2, "plover": {"event": "ACCUSE", "mode": "allege", "contexts": ["crime", "corruption"]}}])
        self.assertEqual((told["plover"], told["contexts"]), ([], []))
        told = json.loads(self.codes("CONSULT", "--json"))
        self.assertEqual([term["mode"] for term in told["plover"]], [None, "phone", "visit", "third-party"])
        self.assertEqual(len({term["event"] for term in json.loads(self.codes("--json"))["plover"]}), 16)
        self.assertIsNone(json.loads(self.codes("--json", "010"))["cameo"][0]["plover"])

    def test_no_such_code(self):
        for wanted in ("999", "0411", "TALK", ""):
            code, out, err = self.run_program("codes", wanted)
            self.assertEqual((code, out), (2, b""))
            self.assertEqual(err, 'readout: "%s" begins no code of CAMEO and is no event, mode or context of PLOVER; '
                                  '"readout codes" lists them\n' % wanted)
        self.assertEqual(self.run_program("codes", "04", "05")[0], 2)


@unittest.skipUnless((SHARED / "data/cameo").exists(), "the data are not here")
class Data(support.Case):
    def setUp(self):
        super().setUp()
        told = json.loads(self.run_program("codes", "--json")[1])["cameo"]
        self.codes = {code["code"]: code for code in told}

    def test_names_and_values_are_those_of_cameo(self):
        with open(SHARED / "data/cameo/codes.tsv", encoding="utf-8", newline="") as table:
            rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.assertEqual({row["code"] for row in rows} ^ set(self.codes), {"1214"})
        for row in rows:
            code = self.codes[row["code"]]
            self.assertEqual((code["name"], code["quad"], code["goldstein"]),
                             (row["name"], int(row["quad"]), float(row["goldstein"])))
            self.assertNotEqual(code["description"], row["description"])

    def test_events_modes_and_contexts_are_those_of_plover(self):
        seen = set()
        for found in re.finditer(r"^(\d+): (\w+)(?:, *([\w-]*) *, *([\w; -]*?))?\s*(?:#.*)?$",
                                 (SHARED / "data/plover/cameo2plover.txt").read_text(encoding="utf-8"), re.MULTILINE):
            code, event, mode, contexts = found.groups()
            if code in seen:
                continue  # 08 stands twice: CONCEDE, then RETREAT
            seen.add(code)
            self.assertEqual(self.codes[code]["plover"], {
                "event": event, "mode": mode or None,
                "contexts": [context.strip() for context in (contexts or "").split(";") if context.strip()]}, code)
        self.assertEqual({code for code in self.codes if not code.startswith(("01", "02"))}, seen)


if __name__ == "__main__":
    support.main()
