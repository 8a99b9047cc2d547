"""The marked passages of tests/data/accounts and their scorer."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests/data/accounts"
sys.path.insert(0, str(FOLDER))
import score  # noqa: E402

PASSAGE = """=== a letter
Costa said in a letter to Lima that the union wanted a "long" rest.
---
1 mixed assert
  source Costa
  cue said = say
  content that the union wanted a "long" rest
  quote long
  to Lima
  at in a letter to Lima
2 mixed believe in 1
  source the union
  cue wanted = want
  content a "long" rest
  quote long
"""


class Scorer(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.passages = self.folder / "passages.txt"
        self.passages.write_text(PASSAGE, encoding="utf-8")
        [self.passage] = score.read_file(self.passages)
        self.statements = [self.item(number, mark) for number, mark in enumerate(self.passage["statements"])]

    def item(self, number, mark):
        part = {field: [list(span) for span in mark[field]] for field in score.FIELDS}
        return {"id": number, "form": mark["form"], "source": {"span": part["source"][0]}, "within": mark["within"],
                "cue": {"span": part["cue"][0], "act": mark["act"]}, "content": part["content"], "quotes": part["quote"],
                "addressees": [{"span": span} for span in part["to"]],
                "setting": {"span": part["at"][0]} if part["at"] else None}

    def figures(self):
        records = self.folder / "records.jsonl"
        records.write_text(json.dumps({"id": "1", "statements": self.statements}) + "\n", encoding="utf-8")
        command = [sys.executable, str(FOLDER / "score.py"), "score", str(records), str(self.passages)]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return {name: float(value) for name, value in map(str.split, out.splitlines())}

    def test_what_is_marked_is_right(self):
        self.assertEqual(set(self.figures().values()), {100.0})

    def test_a_statement_that_nobody_tells_is_not_nested(self):
        self.statements[1]["within"] = None
        self.assertEqual(self.figures()["nesting_f1"], 0)

    def test_a_nested_statement_too_many(self):
        self.statements.append(dict(self.statements[1], id=2, content=[[0, 5]]))
        self.assertAlmostEqual(self.figures()["nesting_f1"], 66.67)

    def test_an_addressee_of_a_statement_that_is_not_there_is_missed(self):
        self.statements.pop(0)
        self.assertEqual(self.figures()["addressee_f1"], 0)

    def test_half_a_setting(self):
        begin, end = self.statements[0]["setting"]["span"]
        self.statements[0]["setting"]["span"] = [begin, begin + 4]
        self.assertEqual(self.figures()["setting_f1"], 0)

    def test_errors_name_file_and_line(self):
        self.passages.write_text(PASSAGE.replace("source Costa", "source Costas"), encoding="utf-8")
        done = subprocess.run([sys.executable, str(FOLDER / "score.py"), "check", str(self.passages)], capture_output=True,
                              text=True)
        self.assertEqual((done.returncode, done.stderr),
                         (2, f"score.py: {self.passages}:5: not in the text: 'Costas'\n"))


class Passages(unittest.TestCase):
    def test_marks_fit_the_texts(self):
        files = [FOLDER / "build.txt", FOLDER / "measure.txt", ROOT / "train/accounts.txt"]
        done = subprocess.run([sys.executable, str(FOLDER / "score.py"), "check", *map(str, files)], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
