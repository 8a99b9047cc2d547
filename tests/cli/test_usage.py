"""How commands are called: help, options, wrong usage, exit codes, and the small commands."""
import json
import re

import support
from support import QUOTE

COMMANDS = ("code", "explain", "positions", "disputes", "diff", "lexicon", "codes", "version", "help")


class Help(support.Case):
    def test_help_of_each_command(self):
        for arguments in (["--help"], *([command, "--help"] for command in COMMANDS)):
            code, out, err = self.run_program(*arguments)
            self.assertEqual((code, err), (0, ""))
            self.assertTrue(out.decode().startswith("Usage: readout " + " ".join(arguments[:-1])), out)
            self.assertEqual(self.run_program("help", *arguments[:-1]), (0, out, ""))

    def test_the_list_of_commands(self):
        out = self.run_program("help")[1].decode()
        self.assertEqual(re.findall("^  ([a-z]+)  ", out, re.MULTILINE), list(COMMANDS))

    def test_the_manual_has_every_option(self):
        manual = (support.ROOT / "man/readout.1").read_text(encoding="utf-8").replace("\\-", "-")
        for command in COMMANDS:
            for option in re.findall("--([a-z-]+)", self.run_program(command, "--help")[1].decode()):
                self.assertIn("Fl -" + option, manual)

    def test_version(self):
        for arguments in (["--version"], ["code", "--version"], ["-V"]):
            code, out, err = self.run_program(*arguments)
            self.assertRegex(out.decode(), r"^readout [0-9]+\.[0-9]+\.[0-9]+\n$")


class Options(support.Case):
    def test_before_and_after_operands(self):
        self.write("a.txt")
        self.write("b.txt")
        expected = self.code("--text", "--date", "2019-03-01", "a.txt", "b.txt")
        self.assertEqual(len(expected[0]), 2)
        self.assertEqual(self.code("a.txt", "--text", "b.txt", "--date=2019-03-01"), expected)
        self.assertEqual(self.code("a.txt", "--date=2019-03-01", "b.txt", "--text"), expected)

    def test_operands_that_look_like_options(self):
        self.write("--text.txt")
        self.assertEqual(self.ids("--", "--text.txt")[0], ["--text"])

    def test_standard_input_among_files(self):
        self.write("a.txt", "A.")
        records = self.code("a.txt", "-", "a.txt", "--text", "--quiet", given="B.")[0]
        self.assertEqual([record["text"] for record in records], ["A.", "B.", "A."])


class WrongUsage(support.Case):
    def wrong(self, *arguments, command, says):
        code, out, err = self.run_program(*arguments)
        self.assertEqual((code, out), (2, b""))
        self.assertEqual(err.splitlines()[0], command + ": " + says)
        self.assertIn("`%s --help'" % command, err)

    def test_too_many_gazetteers(self):
        self.write("good.txt", "Hall | organization | KOR | KORGOV")
        self.wrong("code", "-", *33 * ["--gazetteer", "good.txt"], command="readout code",
                   says="--gazetteer: more than 32 files; put several into one")

    def test_of_the_program(self):
        self.wrong(command="readout", says="name a command, such as code")
        self.wrong("cod", command="readout", says='no command is called "cod"')
        self.wrong("--cod", command="readout", says="unrecognized option '--cod'")
        self.wrong("help", "cod", command="readout", says='no command is called "cod"')

    def test_of_code(self):
        self.write("a.txt")
        self.write("d/a.txt")
        several = "--id names one document, but there are several"
        for arguments, says in (
                (["--nothing"], "unrecognized option '--nothing'"),
                (["--date"], "option '--date' requires an argument"),
                (["--text=yes"], "option '--text' doesn't allow an argument"),
                (["--date", "2019-02-29"], '--date: "2019-02-29" is no date: write YYYY-MM-DD'),
                (["--date", "yesterday"], '--date: "yesterday" is no date: write YYYY-MM-DD'),
                (["--format", "xml"], '--format: "xml" is none of jsonl, json, text, conllu, explanation, csv, brat, '
                                     'petrarch, phoenix, icews, polecat'),
                (["--format", "csv", "--table", "actors"], '--table: "actors" is none of statements, events, positions, disputes'),
                (["--table", "statements"], "--table goes with --format csv"),
                (["--one-a-day"], "--one-a-day goes with --format petrarch, phoenix, or csv --table events"),
                (["--one-a-day", "--format", "csv"],
                 "--one-a-day goes with --format petrarch, phoenix, or csv --table events"),
                (["--petrarch-fields", "--format", "phoenix"], "--petrarch-fields goes with --format petrarch"),
                (["--output", "d"], "--output goes with --format brat"),
                (["--format", "brat", "d"], "--format brat with several documents needs --output DIR"),
                (["--format", "brat", "a.txt"], "--format brat with several documents needs --output DIR"),
                (["--input", "html"], '--input: "html" is none of auto, text, jsonl, xml'),
                (["--color", "yes"], '--color: "yes" is none of auto, always, never'),
                (["--jobs", "0"], '--jobs: "0" is no number from 1 to 1024'),
                (["--jobs", "-1"], '--jobs: "-1" is no number from 1 to 1024'),
                (["--jobs", "2x"], '--jobs: "2x" is no number from 1 to 1024'),
                (["--jobs", "1025"], '--jobs: "1025" is no number from 1 to 1024'),
                (["--jobs", "99999999999999999999"], '--jobs: "99999999999999999999" is no number from 1 to 1024'),
                (["--width", ""], '--width: "" is no number from 1 to 10000'),
                (["--id", "x", "a.txt"], several), (["--id", "x", "d"], several),
                (["-", "-"], '"-" is named twice, but standard input can be read once')):
            with self.subTest(arguments=arguments):
                arguments = arguments if "d" in arguments else ["a.txt", *arguments]
                self.wrong("code", *arguments, command="readout code", says=says)

    def test_sizes(self):
        for size in ("", "0", "k", "-1", "10 M", "10MB", "10m", "4G", "4194304k", "4294967296", "1e6",
                     "99999999999999999999"):
            self.wrong("code", "--max-document", size, "-", command="readout code",
                       says='--max-document: "%s" is no size such as 800000, 500k, 10M or 1G, below 4G' % size)

    def test_of_the_others(self):
        for arguments, says in (
                ([], "say what to do: check or show"), (["mend"], '"mend" is neither check nor show'),
                (["show", "a", "b"], "show prints one lexicon"),
                (["show", "--lexicon", "."], "show prints the lexicons built in, not those of a folder")):
            self.wrong("lexicon", *arguments, command="readout lexicon", says=says)
        self.wrong("version", "x", command="readout version", says='nothing to do with "x"')
        self.wrong("help", "code", "lexicon", command="readout help", says="Too many arguments")


class ExitCodes(support.Case):
    def test_failures_of_documents(self):
        self.write("a.txt")
        self.code("a.txt")
        self.assertEqual(len(self.code("nowhere.txt", "a.txt", exit=1)[0]), 1)
        self.assertEqual(len(self.code("a.txt", "nowhere.txt", exit=1)[0]), 1)

    def test_notes_are_no_failures(self):
        self.write("d/a.txt")
        self.write("d/b.pdf")
        self.assertTrue(self.code("d", "d")[1])

    def test_quiet_still_tells_failures(self):
        self.assertIn("nowhere.txt", self.code("nowhere.txt", "--quiet", exit=1)[1])

    def test_a_lexicon_folder_that_is_none(self):
        code, out, err = self.run_program("code", "-", "--lexicon", "nowhere", given=QUOTE)
        self.assertEqual((code, out), (3, b""))
        self.assertIn("readout: nowhere", err)

    def test_gazetteers(self):
        self.write("good.txt", "Hall | organization | KOR | KORGOV")
        self.write("bad.txt", "# names\nHall | organization | KOR | KORGVO")
        plain = self.code("-", given=QUOTE)
        self.assertEqual(self.code("-", "--gazetteer", "good.txt", given=QUOTE)[1], plain[1])
        self.assertEqual(self.run_program("lexicon", "show", "codes.txt")[0], 0)
        for arguments in ([], ["--lexicon", str(support.ROOT / "lexicon")]):
            code, out, err = self.run_program("code", "-", "--gazetteer", "good.txt", "--gazetteer", "bad.txt", *arguments,
                                              given=QUOTE)
            self.assertEqual((code, out), (3, b""))
            self.assertEqual(err, 'readout: bad.txt:2:32: no code "GVO" in "KORGVO"; codes.txt and countries.txt list them\n')

    def test_a_gazetteer_that_is_none(self):
        code, out, err = self.run_program("code", "-", "--gazetteer", "nowhere", given=QUOTE)
        self.assertEqual((code, out, err), (3, b"", "readout: nowhere: cannot read the gazetteer: no such file\n"))


class Lexicon(support.Case):
    def show(self, *arguments):
        code, out, err = self.run_program("lexicon", "show", *arguments)
        self.assertEqual((code, err), (0, ""))
        return out

    def test_show(self):
        names = self.show().decode().split()
        self.assertIn("cues.txt", names)
        for name in names:
            self.assertEqual(self.show(name), (support.ROOT / "lexicon" / name).read_bytes())

    def test_no_such_lexicon(self):
        code, out, err = self.run_program("lexicon", "show", "cue.txt")
        self.assertEqual((code, out), (2, b""))
        self.assertEqual(err, 'readout: no lexicon is called "cue.txt"; "readout lexicon show" names them\n')
        self.assertEqual(self.run_program("lexicon", "check", "cue.txt"), (2, b"", err))

    def test_check(self):
        for name in self.show().decode().split():
            self.write("lexicon/" + name, self.show(name))
        for arguments, names in (([], ["lexicons built in"]), (["lexicon"], ["lexicon"]),
                                 (["--lexicon", "lexicon"], ["lexicon"]), (["lexicon/cues.txt"], ["lexicon"]),
                                 (["lexicon", "lexicon/"], ["lexicon", "lexicon/"])):
            expected = "".join(name + ": no errors\n" for name in names).encode()
            self.assertEqual(self.run_program("lexicon", "check", *arguments), (0, expected, ""))

    def test_check_points_at_the_error(self):
        self.write("lexicon/cues.txt", "# cues.txt\nsay\n")
        for arguments in (["lexicon"], ["lexicon/cues.txt"], ["--lexicon", "lexicon"]):
            code, out, err = self.run_program("lexicon", "check", *arguments)
            self.assertEqual((code, out), (1, b""))
            self.assertRegex(err, "^readout: lexicon/cues.txt:2:[0-9]+: .*\n$")
        code, out, err = self.run_program("lexicon", "check", "cues.txt", cwd=self.folder / "lexicon")
        self.assertRegex(err, "^readout: ./cues.txt:2:[0-9]+: .*\n$")
        code, out, err = self.run_program("code", "-", "--lexicon", "lexicon", given=QUOTE)
        self.assertEqual((code, out), (3, b""))
        self.assertRegex(err, "^readout: lexicon/cues.txt:2:[0-9]+: .*\n$")

    def test_own_lexicons_are_used(self):
        self.write("lexicon/cues.txt", self.show("cues.txt") + b"\n# mine\n")
        own = self.code("-", "--lexicon", "lexicon", given=QUOTE)[0][0]
        built_in = self.code("-", given=QUOTE)[0][0]
        self.assertNotEqual(own["coder"]["lexicon"], built_in["coder"]["lexicon"])


class Version(support.Case):
    def test_as_the_records_name_it(self):
        coder = self.code("-", given=QUOTE)[0][0]["coder"]
        code, out, err = self.run_program("version")
        told = "readout %s\nlexicon %s\nmodel %s\n" % (coder["version"], coder["lexicon"], coder["model"] or "none")
        self.assertTrue(out.decode().startswith(told), out)
        code, out, err = self.run_program("version", "--json")
        told = json.loads(out)
        self.assertIn("kernel", told)
        self.assertEqual({name: told[name] for name in ("version", "lexicon", "model")},
                         {name: coder[name] for name in ("version", "lexicon", "model")})


if __name__ == "__main__":
    support.main()
