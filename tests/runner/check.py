"""The runner of the text tests, tested: what is met passes, what is not fails and is told, what is malformed is an error
with file and line. check.py READOUT-CASES"""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RUNNER = sys.argv.pop(1)
PASSAGE = '=== a case\ntext      "We agree," Mayor Ada Lund said.\n'


class Runner(unittest.TestCase):
    def run_on(self, text, *names, model=None):
        """Exit status and all that is printed."""
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "stage").mkdir()
            (Path(folder) / "stage/name.test").write_text(text, encoding="utf-8")
            environment = {**os.environ, **({"READOUT_MODEL": model} if model else {})}
            environment.pop("READOUT_TEST_RECORDS", None)  # may not be there yet: it is the writers' that the fixture makes
            done = subprocess.run([RUNNER, folder, *names], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                  env=environment)
        return done.returncode, done.stdout

    def test_what_is_met_passes(self):
        for line in ('statement direct "\\"We agree,\\"" by "Mayor Ada Lund" cue "said" lemma say act assert',
                     'statement direct', 'words agree , "', 'sentence "We agree," Mayor Ada Lund said.',
                     'block body "\\"We agree,\\" Mayor Ada Lund said."', 'no-statement mixed "agree"', 'no-warning',
                     'no-position', 'no-position demand all "agree"', 'no-dispute', 'no-dispute by "Mayor Ada Lund"'):
            with self.subTest(line):
                self.assertEqual(self.run_on(PASSAGE + line + "\n")[0], 0)

    def test_what_is_not_met_fails_and_is_told(self):
        found = 'statement   direct "\\"We agree,\\"" by "Mayor Ada Lund" cue "said" lemma say act assert'
        for line in ('statement mixed "\\"We agree,\\""', 'statement direct "agree"', 'no-statement "agree"',
                     'statement direct "\\"We agree,\\"" by nobody', 'no-statement by "Mayor Ada Lund"', 'no-statement'):
            with self.subTest(line):
                status, printed = self.run_on(PASSAGE + line + "\n")
                self.assertEqual(status, 1)
                self.assertIn("name.test:3: ", printed)
                self.assertIn(found, printed)

    def test_a_line_that_cannot_fail_fails(self):
        for line in ('no-words disagree', 'no-sentence He left.', 'no-word we', 'no-statement "we disagree"',
                     'no-entity person "Moon"', 'no-same "Mayor Ada Lund" "he"', 'no-entity mentions "Lund"#2', 'no-position demand "disagree"',
                     'no-dispute by "Moon"'):
            with self.subTest(line):
                self.assertIn("cannot fail", self.run_on(PASSAGE + line + "\n")[1])

    def test_what_is_malformed_is_an_error(self):
        for line in ('statement dirct "a"', 'statement direct "a', 'statement direct "\\q"', 'statement direct "a" on "b"',
                     'statement direct "a" act say', 'statement direct "a" by Moon', 'statement direct "a" by',
                     'statement direct "a" by "b" by "c"', 'block title "a"', 'token a', 'words', 'word',
                     'word We upos', 'word We by Moon', 'word We upos X upos Y', 'word We PRON', 'sentence',
                     'bytes \\x4', 'entity animal "a"', 'entity person "a" by "b"', 'entity person "a" mentions b',
                     'group person "a"', 'same "a"', 'apart "a" "b" "c', 'statement direct "a"#2', 'position', 'position want "a"', 'position demand most "a"', 'dispute',
                     'dispute row "a" "b"'):
            with self.subTest(line):
                status, printed = self.run_on(PASSAGE + "no-warning\n" + line + "\n")
                self.assertEqual(status, 1)
                self.assertIn("name.test:4: ", printed)
                self.assertNotIn("RUN", printed)

    def test_a_case_has_text_and_expectations(self):
        for text in ("=== a case\nwords a\n", PASSAGE, "text a\n", "", "# nothing\n", "=== \ntext a\nwords a\n"):
            with self.subTest(text):
                self.assertEqual(self.run_on(text)[0], 1)

    def test_words(self):
        for line, status in (('word We', 0), ('word "', 0), ('no-word Mayo', 0), ('word Mayo', 1), ('no-word Mayor', 1)):
            with self.subTest(line):
                self.assertEqual(self.run_on(PASSAGE + line + "\n")[0], status)

    def test_what_needs_a_model_says_so(self):
        for line in ("word We upos PRON", "no-word said deprel nsubj head We"):
            with self.subTest(line):
                status, printed = self.run_on(PASSAGE + line + "\n", model="none")
                self.assertEqual(status, 0)
                self.assertIn("name.test:1: needs a model, but READOUT_MODEL is none", printed)
                self.assertIn("SKIPPED", printed)

    def test_one_case_alone(self):
        text = 2 * (PASSAGE + "no-warning\n") + PASSAGE + "no-statement\n"
        for names, status, count in ((["stage/name:2"], 0, 1), (["stage/name:3"], 1, 1), (["stage/name:4"], 1, 0),
                                     (["stage/name:0"], 1, 0), (["stage"], 1, 3), (["other"], 1, 0), ([], 1, 3),
                                     (["stage/name:1", "stage/name:2"], 0, 2)):
            with self.subTest(names):
                got, printed = self.run_on(text, *names)
                self.assertEqual((got, printed.count("RUN")), (status, count))


if __name__ == "__main__":
    unittest.main()
