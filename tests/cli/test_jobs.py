"""Many documents at once: the same bytes for every --jobs, in memory that does not grow with the corpus."""
import json
import os
import resource
import unittest

import support
from support import QUOTE, line


def threads_of(process):
    return len(os.listdir("/proc/%d/task" % process.pid))


class Jobs(support.Case):
    def corpus(self):
        """Documents of very different lengths, some broken, in files and in lines; shorter for the sanitizers, which are slow."""
        long, short, file = (60, 5, 12) if support.sanitized() else (200, 9, 50)
        lines = []
        for number in range(120):
            text = QUOTE * (long if number % 40 == 7 else number % short)
            lines.append("broken\n" if number % 50 == 20 else line(id="n%d" % (number % 100), text=text))
        self.write("news.jsonl", "".join(lines))
        for number in range(40):
            self.write("d/%02d.txt" % number, QUOTE * (number * number % file))
        self.write("d/x.pdf", "")
        return "d", "nowhere.txt", "news.jsonl"

    def test_the_same_bytes(self):
        corpus = self.corpus()
        first = self.run_program("code", *corpus, "--jobs", "1")
        self.assertEqual(first[0], 1)
        self.assertEqual(first[1].count(b"\n"), 158)
        for jobs in ([], ["--jobs", "2"], ["--jobs", "4"], ["--jobs", "40"]):
            with self.subTest(jobs=jobs):
                self.assertEqual(self.run_program("code", *corpus, *jobs), first)
        given = (self.folder / "news.jsonl").read_bytes()
        piped = self.run_program("code", "--jobs", "1", given=given)
        self.assertEqual(self.run_program("code", "--jobs", "3", given=given), piped)

    @unittest.skipIf(support.sanitized(), "the sanitizers have threads of their own")
    def test_a_thread_a_document_and_none_for_one_job(self):
        for jobs, documents, most in (("1", 6, 1), ("8", 1, 2), ("3", 6, 3)):
            process = self.start("code", "-", "--jobs", jobs, bufsize=0)
            for number in range(documents):
                process.stdin.write(line(text=QUOTE).encode())
                support.read_line(process)
                self.assertLessEqual(threads_of(process), most)
            process.communicate(timeout=support.HANGS)
            self.assertEqual(process.returncode, 0)


@unittest.skipIf(support.sanitized(), "the sanitizers need memory of their own, and all of the address space")
class Memory(support.Case):
    MODEL = "none"  # what reading by rules takes is less than what is looked for

    def peak(self, *arguments):
        """The largest resident memory of a run, in bytes."""
        with open(os.devnull, "wb") as nowhere:
            process = self.start("code", *arguments, stdin=nowhere, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 0)
        return usage.ru_maxrss * 1024

    def test_it_does_not_grow_with_the_corpus(self):
        article = 40 * QUOTE
        for number in range(100):
            self.write("few/%d.txt" % number, article)
        self.write("few.jsonl", "".join(line(id="a%d" % number, text=article) for number in range(100)))
        self.write("many.jsonl", "".join(line(id="a%d" % number, text=article) for number in range(10000)))
        for number in range(4000):
            self.write("many/%d.txt" % number, article)
        for jobs in ("1", "4"):
            for few, many in (("few.jsonl", "many.jsonl"), ("few", "many")):
                with self.subTest(jobs=jobs, corpus=many):
                    # the corpora differ by 13 and by 5 megabytes, their records by a hundred
                    self.assertLess(self.peak(many, "--jobs", jobs), self.peak(few, "--jobs", jobs) + (4 << 20))

    def test_a_document_without_memory_is_named(self):
        self.write("large.txt", 200000 * QUOTE)
        self.write("small.txt")
        limit = 48 << 20
        for jobs in ("1", "2"):
            code, out, err = self.run_program(
                "code", "small.txt", "large.txt", "small.txt", "--quiet", "--jobs", jobs,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
            self.assertEqual([json.loads(record)["id"] for record in out.splitlines()], ["small", "small"], err)
            self.assertEqual(code, 1)
            self.assertRegex(err, "^readout: large.txt: .*no memory.*\n$")

    def test_where_no_more_threads_can_be_had(self):
        self.write("a.jsonl", 50 * line(text=QUOTE))
        limit = 52 << 20  # room for a few stacks of 8 megabytes, and some for the work
        right = self.run_program("code", "a.jsonl", "--jobs", "1")
        result = self.run_program("code", "a.jsonl", "--jobs", "64",
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        self.assertEqual(result, right)


if __name__ == "__main__":
    support.main()
