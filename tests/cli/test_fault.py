"""Failure, rehearsed: the nth allocation, read and write is made to fail (fault.c), for every n until none fails.

The program never ends by a signal. It ends with 0 and the right output, or says what failed: with 1 all documents
but those that failed are written, with 3 a part from the beginning is."""
import os
import unittest
from pathlib import Path

import model
import support
from support import QUOTE, line

FAULT = str(Path(os.environ.get("READOUT_FAULT", "build/release/tests/fault.so")).resolve())
MOST = 20000  # calls: more would be a loop
support.PLAIN["READOUT_MODEL"] = "none"  # of thousands of runs each would load the one installed
NOTES = ("not read", "both are coded")  # what is said of no failure ends so


@unittest.skipIf(support.sanitized(), "the sanitizers take these calls over")
class Faults(support.Case):
    def setUp(self):
        super().setUp()
        self.write("a.txt", 300 * QUOTE)
        self.write("d/b.txt", QUOTE)
        self.write("d/e/c.txt", 50 * ("\n" + QUOTE))
        self.write("d/other.pdf", "x")
        self.write("news.jsonl", line(id="a", text=20 * QUOTE, title="é") + "broken\n" +
                   line(id="d", text=QUOTE, published="2019-03-01", more=[[1, {"x": None}]]) +
                   line(id="e", text=9000 * "x ") + line(id="f", text=QUOTE))
        self.corpus = ["a.txt", "d", "news.jsonl"]

    def with_fault(self, fault, *arguments, **options):
        """Run with a fault: (whether it was met, exit code, standard output, standard error)."""
        mark = self.folder / "mark"
        mark.unlink(missing_ok=True)
        environment = {"LD_PRELOAD": FAULT, "FAULT": fault, "FAULT_MARK": str(mark)}
        result = self.run_program(*arguments, env=environment, **options)
        return (mark.exists(), *result)

    def each_fault(self, call, span, check, *arguments, **options):
        """Run with the first, the second ... call failing, until none does; check what comes out."""
        for first in range(1, MOST):
            fault = "%s error %d %s" % (call, first, span)
            met, code, out, err = self.with_fault(fault, *arguments, **options)
            if not met:
                self.assertGreater(first, 1, "no call was met")
                return
            with self.subTest(fault=fault, arguments=arguments):
                self.assertIn(code, (0, 1, 3), err)
                check(code, out, err)
        self.fail("there is no end of calls")

    def each_fault_of_coding(self, call, span, *arguments, **options):
        right = self.run_program("code", *arguments, **options)[1]

        def check(code, out, err):
            failures = [said for said in err.splitlines() if not said.endswith(NOTES)]
            self.assertEqual(code > 0, bool(failures), err)
            if code == 3:
                self.assertTrue(right.startswith(out))
            else:  # some documents may be missing, none is out of order
                rest = iter(right.splitlines())
                self.assertTrue(all(record in rest for record in out.splitlines()))
            if out != right:
                self.assertRegex(err, ": (cannot read (it|the arguments)|no memory|.*: no memory)")
        self.each_fault(call, span, check, "code", *arguments, **options)

    def test_memory(self):
        for span in ("once", "on"):
            self.each_fault_of_coding("memory", span, "--jobs", "1", *self.corpus)
            self.each_fault_of_coding("memory", span, "--jobs", "3", "--tokens", *self.corpus)
        self.each_fault_of_coding("memory", "once", "--format", "text", "--jobs", "1", *self.corpus)
        self.each_fault_of_coding("memory", "once", "--format", "json", given=20 * QUOTE)

    def test_xml(self):
        sentence = '<Sentence id="%d" date="20190301" source="AP"><Text>\n' + QUOTE + "</Text><Parse>(ROOT x)</Parse></Sentence>\n"
        self.write("news.xml", "<Sentences>\n" + "".join(sentence % number for number in range(40)) + "</Sentences>\n")
        for span in ("once", "on"):
            self.each_fault_of_coding("memory", span, "--jobs", "1", "news.xml", "d/b.txt")
            self.each_fault_of_coding("read", span, "--jobs", "1", "news.xml", "d/b.txt")

    def test_tables_of_events(self):
        self.each_fault_of_coding("memory", "once", "--jobs", "1", "--format", "phoenix", *self.corpus)
        self.each_fault_of_coding("memory", "once", "--jobs", "3", "--format", "csv", "--table", "events", "--one-a-day", "d")

    def test_memory_for_a_model(self):
        small = model.write(self)
        for span in ("once", "on"):
            self.each_fault_of_coding("memory", span, "--jobs", "1", "--tokens", "--model", small, "d")

    def test_read(self):
        for jobs in ("1", "3"):
            self.each_fault_of_coding("read", "once", "--jobs", jobs, *self.corpus)
        self.each_fault_of_coding("read", "on", "--jobs", "1", *self.corpus)
        self.each_fault_of_coding("read", "once", "-", given=20 * line(text=QUOTE))

    def test_write(self):
        for arguments in ((), ("--format", "json"), ("--jobs", "3")):
            right = self.run_program("code", *self.corpus, *arguments)[1]

            def check(code, out, err):
                self.assertEqual(code, 3)
                self.assertTrue(right.startswith(out) and len(out) < len(right))
                self.assertEqual(err.splitlines()[-1], "readout: standard output: No space left on device")
            for span in ("once", "on"):
                self.each_fault("write", span, check, "code", *self.corpus, *arguments)

    def test_interrupted_and_short_calls_are_gone_on_with(self):
        given = (4 * line(text=30 * QUOTE) + "\n").encode()
        for arguments, options in ((self.corpus, {}), (["-", "--jobs", "3"], {"given": given})):
            right = self.run_program("code", *arguments, **options)
            for fault in ("read interrupt 1 on", "read short 1 on", "write interrupt 1 on", "write short 1 on"):
                with self.subTest(fault=fault, arguments=arguments):
                    result = self.with_fault(fault, "code", *arguments, **options)
                    self.assertEqual(result, (True, *right))

    def test_the_small_commands(self):
        self.write("lexicon/cues.txt", self.run_program("lexicon", "show", "cues.txt")[1])
        for arguments in (["version"], ["codes", "041"], ["lexicon", "show"], ["lexicon", "check"], ["lexicon", "check", "lexicon"]):
            right = self.run_program(*arguments)[1]

            def check(code, out, err):
                self.assertTrue(out == right if code == 0 else right.startswith(out) and out != right)
                self.assertEqual(code > 0, err.startswith("readout: "))
            for call in ("memory", "write", "read") if arguments[-1] == "lexicon" else ("memory", "write"):
                self.each_fault(call, "once", check, *arguments)

    def test_lexicons_that_cannot_be_read(self):
        self.write("lexicon/cues.txt", self.run_program("lexicon", "show", "cues.txt")[1])

        def check(code, out, err):
            self.assertEqual(out, b"")
            self.assertIn(code, (1, 3))
            self.assertIn(": cannot read ", err)
        self.each_fault("read", "once", check, "code", "--lexicon", "lexicon", "d/b.txt")


if __name__ == "__main__":
    support.main()
