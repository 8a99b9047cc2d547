"""What comes out: formats, colours, widths, records one by one, and what happens when nobody takes them."""
import csv
import io
import json
import os
import pty
import signal
import time

import support
from support import QUOTE, line


class Formats(support.Case):
    def setUp(self):
        super().setUp()
        self.write("a.txt")

    def test_json_lines_in_a_pipe(self):
        code, out, err = self.run_program("code", "a.txt")
        self.assertEqual(out.count(b"\n"), 1)
        self.assertEqual(out, self.run_program("code", "a.txt", "--format", "jsonl")[1])

    def test_indented(self):
        code, out, err = self.run_program("code", "a.txt", "--format=json")
        self.assertGreater(out.count(b"\n"), 10)
        self.assertEqual(json.loads(out), self.code("a.txt")[0][0])

    def test_conllu(self):
        self.write("b.txt", "\"We don't sign,\"\tAda  Lund said, (the workers' 'lot')\n\nShe cannot stay past 5pm.\n")
        sentences = self.conllu("a.txt", "b.txt")
        records = self.code("a.txt", "b.txt", "--tokens")[0]
        self.assertEqual([sentence["id"] for sentence in sentences], ["a-1", "b-1", "b-2"])
        self.assertEqual([word[1] for sentence in sentences for word in sentence["words"]],
                         [token["form"] for record in records for token in record["tokens"]])
        self.assertEqual(sentences[1]["text"], "\"We don't sign,\" Ada Lund said, (the workers' 'lot')")
        self.assertEqual([(begin, end, form) for begin, end, form in sentences[1]["ranges"]],
                         [(3, 4, "don't"), (14, 15, "workers'")])
        self.assertEqual([form for begin, end, form in sentences[2]["ranges"]], ["cannot"])

    def test_conllu_of_nothing(self):
        self.assertEqual(self.run_program("code", "--format", "conllu", given=" \n"), (0, b"", ""))

    def test_conllu_is_lines_whatever_the_text(self):
        text = "One \x00\x1b\u2028two\u0085 three\u00a0four\x0b five\r\nsix."
        sentence, = self.conllu(self.write("a.jsonl", line(id="a\tb\nc", text=text)))
        self.assertEqual(sentence["id"], "a b c-1")

    def test_csv(self):
        self.write("b.txt", "Ada Lund said the port would close.\n\n\"No,\" Roe said, \"never.\"\n")
        code, out, err = self.run_program("code", "--format", "csv", "--table", "statements", "a.txt", "b.txt")
        self.assertEqual((code, err), (0, ""))
        rows = list(csv.DictReader(io.StringIO(out.decode())))
        statements = [(record["id"], statement) for record in self.code("a.txt", "b.txt")[0]
                      for statement in record["statements"]]
        self.assertEqual(len(out.splitlines()), 1 + len(statements))
        self.assertEqual([(row["document"], row["form"], row["act"]) for row in rows],
                         [(name, statement["form"], statement["cue"]["act"]) for name, statement in statements])
        self.assertEqual(rows[-1]["content"], '"No," | "never."')

    def test_csv_of_nothing_is_its_columns(self):
        code, out, err = self.run_program("code", "--format", "csv", given=" \n")
        self.assertEqual((code, out[:19], out.count(b"\n")), (0, b"document,published,", 1))

    def conllu(self, *arguments):
        """Run, and read what comes out as CoNLL-U is read, with a look at all that it promises."""
        code, out, err = self.run_program("code", "--format", "conllu", *arguments)
        self.assertEqual((code, err), (0, ""))
        blocks = out.decode().split("\n\n")
        self.assertEqual(blocks.pop(), "")
        return [self.sentence(block.split("\n")) for block in blocks]

    def sentence(self, lines):
        found = {"words": [], "ranges": []}
        rest = ""
        for number, text in enumerate(lines):
            if text.startswith("#"):
                self.assertEqual(found["words"], [])
                key, _, value = text[2:].partition(" = ")
                found[{"sent_id": "id"}.get(key, key)] = value
                continue
            fields = text.split("\t")
            self.assertEqual((len(fields), "" in fields), (10, False), text)
            begin, _, end = fields[0].partition("-")
            after = "" if fields[9] == "SpaceAfter=No" else " "
            if end:
                found["ranges"].append((int(begin), int(end), fields[1]))
            else:
                found["words"].append(fields)
                self.assertEqual(int(begin), len(found["words"]))
            if end or not found["ranges"] or int(begin) > found["ranges"][-1][1]:
                rest += fields[1] + after
        self.assertEqual(rest.rstrip(" "), found["text"])
        self.check_tree(found["words"])
        return found

    def check_tree(self, words):
        """All heads are known, and one word alone is the root, or none is."""
        heads = [word[6] for word in words]
        if heads == ["_"] * len(words):
            self.assertEqual({word[7] for word in words}, {"_"})
            return
        self.assertEqual([word[7] == "root" for word in words], [head == "0" for head in heads])
        self.assertEqual(heads.count("0"), 1)
        for at in range(1, len(words) + 1):
            for _ in words:
                at = at and int(heads[at - 1])
            self.assertEqual(at, 0)

    def test_page(self):
        code, out, err = self.run_program("code", "a.txt", "--format", "text")
        self.assertIn("Mayor Ada Lund", out.decode())
        self.assertNotIn(b"\x1b", out)

    def test_text_and_tokens(self):
        record = self.code("a.txt")[0][0]
        self.assertFalse({"text", "tokens"} & record.keys())
        self.assertEqual(self.code("a.txt", "--text")[0][0], {**record, "text": QUOTE})
        tokens = self.code("a.txt", "--tokens")[0][0]["tokens"]
        self.assertEqual([token["form"] for token in tokens][:3], ['"', "We", "agree"])

    def test_width(self):
        for width in (40, 100):
            out = self.run_program("code", self.write("b.txt", QUOTE.replace("agree", 40 * "very " + "agree")),
                                   "--format", "text", "--width", width)[1]
            longest = max(map(len, out.decode().splitlines()))
            self.assertTrue(width - 20 < longest <= width, longest)

    def test_color(self):
        def colored(*options, **environment):
            return b"\x1b[" in self.run_program("code", "a.txt", "--format", "text", *options, env=environment)[1]
        self.assertFalse(colored())
        self.assertFalse(colored("--color", "auto"))
        self.assertTrue(colored("--color", "always"))
        self.assertTrue(colored("--color", "always", NO_COLOR="1"))
        self.assertFalse(colored("--color", "never"))


class Terminal(support.Case):
    def setUp(self):
        super().setUp()
        self.write("a.txt", QUOTE.replace("agree", 40 * "very " + "agree"))

    def test_a_page_as_wide_as_the_terminal(self):
        plain = self.run_program("code", "a.txt", "--format", "text", "--width", 44)[1].decode()
        self.assertEqual(self.on_terminal("code", "a.txt", columns=44, env={"NO_COLOR": "1"}), (0, plain))

    def test_columns_where_the_terminal_does_not_say(self):
        plain = self.run_program("code", "a.txt", "--format", "text", "--width", 50)[1].decode()
        shown = self.on_terminal("code", "a.txt", columns=0, env={"NO_COLOR": "1", "COLUMNS": "50"})
        self.assertEqual(shown, (0, plain))

    def test_colors(self):
        colored = self.run_program("code", "a.txt", "--format", "text", "--width", 60, "--color", "always")[1].decode()
        plain = self.run_program("code", "a.txt", "--format", "text", "--width", 60)[1].decode()
        self.assertNotEqual(plain, colored)
        for environment, options, expected in (
                ({}, [], colored), ({"NO_COLOR": "1"}, [], plain), ({"NO_COLOR": ""}, [], colored),
                ({"TERM": "dumb"}, [], plain), ({"TERM": "xterm"}, [], colored), ({}, ["--color=never"], plain)):
            with self.subTest(environment=environment, options=options):
                self.assertEqual(self.on_terminal("code", "a.txt", *options, env=environment), (0, expected))

    def test_a_named_format_stays(self):
        shown = self.on_terminal("code", "a.txt", "--format", "jsonl")[1]
        self.assertEqual(json.loads(shown), self.code("a.txt")[0][0])

    def test_nothing_to_read_from_a_terminal(self):
        terminal, end = pty.openpty()
        code, out, err = self.run_program("code", stdin=end, given=None)
        os.close(end)
        os.close(terminal)
        self.assertEqual(code, 2)
        self.assertIn("readout code: name a file or a folder, or \"-\" for standard input\n", err)

    def test_names_cannot_command_the_terminal(self):
        err = self.run_program("code", "a\x1b[2Jb\u009b\nc.txt")[2]
        self.assertEqual(err, "readout: a?[2Jb???c.txt: cannot read it: No such file or directory\n")


class Streaming(support.Case):
    def test_each_record_at_once(self):
        for jobs in ("1", "2", "4"):
            with self.subTest(jobs=jobs):
                process = self.start("code", "-", "--jobs", jobs, bufsize=0)
                for number in range(12):
                    process.stdin.write(line(id=str(number), text=QUOTE).encode())
                    self.assertEqual(json.loads(support.read_line(process))["id"], str(number))
                process.stdin.write(b"broken\n" + line(id="last", text="x").encode())
                self.assertEqual(json.loads(support.read_line(process))["id"], "last")
                out, err = process.communicate(timeout=support.HANGS)
                self.assertEqual((process.returncode, out), (1, b""))

    def test_a_closed_pipe_ends_it_quietly(self):
        self.write("a.jsonl", 5000 * line(text=QUOTE))
        for jobs in ("1", "3"):
            process = self.start("code", "a.jsonl", "--jobs", jobs)
            support.read_line(process)
            process.stdout.close()
            err = process.stderr.read()
            process.stderr.close()
            process.stdin.close()
            self.assertEqual((process.wait(support.HANGS), err), (-signal.SIGPIPE, b""))

    def test_a_closed_pipe_where_its_signal_is_ignored(self):
        self.write("a.jsonl", 5000 * line(text=QUOTE))
        process = self.start("code", "a.jsonl", restore_signals=False)  # Python itself ignores it
        support.read_line(process)
        process.stdout.close()
        err = process.stderr.read()
        process.stderr.close()
        process.stdin.close()
        self.assertEqual((process.wait(support.HANGS), err), (3, b"readout: standard output: Broken pipe\n"))


class Full(support.Case):
    def test_a_full_disk(self):
        self.write("a.jsonl", 100 * line(text=QUOTE))
        for arguments in (["code", "a.jsonl", "--jobs", "1"], ["code", "a.jsonl", "--jobs", "3"],
                          ["code", "a.jsonl", "--format", "text"], ["lexicon", "show"],
                          ["lexicon", "show", "cues.txt"], ["lexicon", "check"], ["version"], ["version", "--json"],
                          ["--version"], ["--help"], ["code", "--help"], ["help"]):
            with self.subTest(arguments=arguments), open("/dev/full", "wb") as full:
                code, out, err = self.run_program(*arguments, stdout=full)
                self.assertEqual((code, err), (3, "readout: standard output: No space left on device\n"))

    def test_no_standard_output(self):
        self.write("a.txt")
        code, out, err = self.run_program("-c", 'exec "$0" code a.txt >&-', support.PROGRAM, program="/bin/sh")
        self.assertEqual((code, err), (3, "readout: standard output: Bad file descriptor\n"))

    def test_no_standard_input(self):
        self.write("a.txt")
        code, out, err = self.run_program("-c", 'exec "$0" code a.txt - <&-', support.PROGRAM, program="/bin/sh")
        self.assertEqual(out, self.run_program("code", "a.txt")[1])
        self.assertEqual((code, err), (1, "readout: standard input: cannot read it: Bad file descriptor\n"))

    def test_no_standard_error(self):
        code, out, err = self.run_program("-c", 'exec "$0" code nowhere.txt 2>&-', support.PROGRAM, program="/bin/sh")
        self.assertEqual((code, out, err), (1, b"", ""))


class Progress(support.Case):
    def feed(self, *options, until, **streams):
        """Give documents one by one to a program whose standard error is a terminal; what that shows."""
        terminal, end = pty.openpty()
        process = self.start("code", "-", *options, stderr=end, bufsize=0, **streams)
        os.close(end)
        os.set_blocking(terminal, False)
        shown = b""
        for number in range(until):
            process.stdin.write(line(text=QUOTE).encode())
            support.read_line(process)
            try:
                shown += os.read(terminal, 65536)
            except BlockingIOError:
                pass
            if b" documents, " in shown:
                break
            time.sleep(0.01)
        process.stdin.write(b"broken\n")
        process.stdin.close()
        process.stdout.close()
        os.set_blocking(terminal, True)
        shown += support.read_terminal(terminal)
        process.wait(support.HANGS)
        return shown.decode()

    def test_after_some_seconds_and_gone_at_the_end(self):
        shown = self.feed(until=100000)
        self.assertRegex(shown, "\r\x1b\\[K[0-9]+ documents, [0-9]+ a second")
        lines = shown.split("\r\x1b[K")
        self.assertRegex(lines[-1], "^readout: standard input:[0-9]+: not valid JSON.*\r\n$")

    def test_not_when_quiet(self):
        self.assertRegex(self.feed("--quiet", until=400), "^readout: standard input:401: [^\r]*\r\n$")


if __name__ == "__main__":
    support.main()
