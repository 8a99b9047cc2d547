"""PETRARCH dictionaries: they are named in the record, what is wrong with them is told, and the rest is read."""
import hashlib

import support
from support import QUOTE

ACTORS = "ULLA_ [ULA]\n+U.L._\nOLA_BERG\n\t[ULAGOV >010120]\n"
AGENTS = "ENVOY [~GOV]\n"
DISCARDS = "CHESS\n"
WRONG = "ULLA_ [ULA\n+DOLA]\n\t[ULA 20121204]\n"


class Actors(support.Case):
    TEXT = "Arthur Pell met Chilean Foreign Minister Ada Roe in Norway. The United States was not there."
    ACTORS = "CHILEAN_ [CHI]\nNORWAY_ [NOW]\nARTHUR_PELL_\n\t[GBRGOV >180101]\n\t[GBROPP <171231]\n"

    def codes(self, date, *options):
        self.write("a.txt", self.ACTORS)
        self.write("g.txt", "MINISTER [~ELI]\n")
        record = self.code("-", "--date", date, "--actors", "a.txt", "--agents", "g.txt", *options, given=self.TEXT)[0][0]
        return {entity["name"]: entity["actor"] for entity in record["entities"]}

    def test_their_codes_replace_those_built_in(self):
        self.assertEqual(self.codes("2019-03-01"), {"Arthur Pell": "GBRGOV", "Chilean": "CHI", "Ada Roe": "CHIELI",
                                                    "Norway": "NOW", "United States": None})

    def test_or_are_added_to_them(self):
        codes = self.codes("2017-03-01", "--extend")
        self.assertEqual((codes["Arthur Pell"], codes["Norway"], codes["United States"]), ("GBROPP", "NOW", "USA"))


class Discards(support.Case):
    MODEL = "none"
    TEXT = 'The chess cup began. "We agree," Moon said. Chess and football, he said, are alike.'

    def warnings(self, discards):
        self.write("d.txt", discards)
        record = self.code("-", "--discards", "d.txt", given=self.TEXT)[0][0]
        return len(record["statements"]), [(warning["code"], warning["message"], self.TEXT[slice(*warning["span"])])
                                           for warning in record["warnings"]]

    def test_a_warning_names_the_words_in_each_sentence(self):
        message = '"%s" is a discard (d.txt:%d): events leave out the sentence'
        self.assertEqual(self.warnings("FOOTBALL\nCHESS\nDRAUGHTS\n")[1], [
            ("discarded-sentence", message % ("chess", 2), "chess"),
            ("discarded-sentence", message % ("Chess", 2), "Chess")])

    def test_the_rest_is_read(self):
        self.assertEqual(self.warnings("MOON\n")[0], self.warnings("")[0])

    def test_a_story_goes_before_a_sentence(self):
        self.assertEqual(self.warnings("CHESS\n+FOOTBALL\n")[1], [
            ("discarded-sentence", '"chess" is a discard (d.txt:1): events leave out the sentence', "chess"),
            ("discarded-story", '"football" is a discard (d.txt:2): events leave out the story', "football")])


class DiscardedEvents(support.Case):
    TEXT = "France condemned Ghana at the chess cup. Ghana condemned France."

    def sources(self, discards):
        self.write("d.txt", discards)
        record = self.code("-", "--discards", "d.txt", given=self.TEXT)[0][0]
        return [record["entities"][event["source"][0]["entity"]]["name"] for event in record["events"]]

    def test_a_sentence_without_events(self):
        self.assertEqual(self.sources(""), ["France", "Ghana"])
        self.assertEqual(self.sources("CHESS\n"), ["Ghana"])

    def test_a_story_without_events(self):
        self.assertEqual(self.sources("+CHESS_CUP\n"), [])


class Code(support.Case):
    MODEL = "none"

    def test_without_dictionaries(self):
        record = self.code("-", given=QUOTE)[0][0]
        self.assertEqual((record["coder"]["dictionaries"], record["coder"]["options"]), ([], {}))

    def test_the_record_names_them_in_their_order(self):
        files = {"own/b.agents.txt": AGENTS, "a.actors.txt": ACTORS, "c.discards.txt": DISCARDS, "c.actors.txt": ""}
        for name, content in files.items():
            self.write(name, content)
        (record,), err = self.code("--agents", "own/b.agents.txt", "--actors", "a.actors.txt", "-", "--discards",
                                   "c.discards.txt", "--actors", "c.actors.txt", given=QUOTE)
        self.assertEqual(err, "")
        self.assertEqual(record["coder"]["options"], {})
        self.assertEqual(record["coder"]["dictionaries"],
                         [{"name": name.split("/")[-1], "sha256": hashlib.sha256(files[name].encode()).hexdigest()}
                          for name in files])

    def test_extend(self):
        self.write("a.txt", ACTORS)
        record = self.code("--extend", "--actors", "a.txt", "-", "--min-score", "0.5", given=QUOTE)[0][0]
        self.assertEqual(record["coder"]["options"], {"min-score": "0.5", "extend": True})
        code, out, err = self.run_program("code", "-", "--extend", given=QUOTE)
        self.assertEqual((code, out), (2, b""))
        self.assertIn("--extend goes with --actors, --agents, --discards or --verbs", err)

    def test_wrong_lines_are_told_and_all_is_coded(self):
        self.write("a.txt", WRONG)
        for options, lines in (([], 3), (["--quiet"], 0)):
            records, err = self.code("--actors", "a.txt", "-", *options, given=QUOTE)
            self.assertEqual((len(records), err.count("\n")), (1, lines))
        self.write("a.txt", 500 * "+\n")
        err = self.code("--actors", "a.txt", "-", given=QUOTE)[1]
        self.assertEqual(err.count("readout: a.txt:"), 10)
        self.assertIn("dictionaries: 500 lines are left out", err)

    def test_a_file_that_cannot_be_read(self):
        (self.folder / "folder").mkdir()
        for path, why in (("none.txt", "No such file"), ("folder", "Invalid argument")):
            code, out, err = self.run_program("code", "-", "--agents", path, given=QUOTE)
            self.assertEqual((code, out), (3, b""))
            self.assertRegex(err, "^readout: %s: cannot read the dictionary: %s" % (path, why))

    def test_too_many(self):
        self.write("a.txt", ACTORS)
        code, out, err = self.run_program("code", "-", *(65 * ["--actors", "a.txt"]), given=QUOTE)
        self.assertEqual((code, out), (2, b""))
        self.assertIn("more than 64 dictionaries", err)

    def test_a_name_that_is_no_utf8(self):
        name = b"\xff.actors.txt".decode(errors="surrogateescape")
        self.write(name, ACTORS)
        record = self.code("--actors", name, "-", given=QUOTE)[0][0]
        self.assertEqual(record["coder"]["dictionaries"][0]["name"], "\ufffd.actors.txt")


class Check(support.Case):
    def check(self, *arguments):
        code, out, err = self.run_program("lexicon", "check", *arguments)
        return code, out.decode(), err

    def test_fine_files(self):
        self.write("my.actors.txt", ACTORS)
        self.write("my.agents.txt", AGENTS)
        self.write("discards", DISCARDS)
        names = "my.actors.txt", "my.agents.txt", "discards"
        self.assertEqual(self.check(*names), (0, "".join(name + ": no errors\n" for name in names), ""))

    def test_what_is_in_a_file_tells_what_it_is(self):
        for content, wrong in ((ACTORS, 0), (AGENTS, 0), ("# [~X]\n" + ACTORS, 0), ("X [~GOV]\nY [GOV]\n", 1)):
            self.write("mine.txt", content)
            self.assertEqual(self.check("mine.txt")[0], wrong)
        self.write("mine.txt", '# mine\n<ISSUE CATEGORY="X" TYPE="ALL">\noil [OIL,GAS]\n')
        self.assertIn("mine.txt:3:9: a comma or semicolon parts issues", self.check("mine.txt")[2])
        self.write("mine.txt", DISCARDS)
        self.assertEqual(self.check("mine.txt"),
                         (2, "", 'readout: no lexicon is called "mine.txt"; "readout lexicon show" names them\n'))
        self.assertEqual(self.check("mine.txt", "--form", "discards"), (0, "mine.txt: no errors\n", ""))

    def test_the_form_may_be_told(self):
        self.write("my.actors.txt", AGENTS)
        self.assertEqual(self.check("--form", "agents", "my.actors.txt")[0], 0)
        self.assertEqual(self.check("my.actors.txt")[0], 1)
        for arguments, says in ((["--form", "nouns", "a"], '"nouns" is none of actors, agents, discards, verbs, issues'),
                                (["--form", "actors"], "--form tells what the files named after check are")):
            code, out, err = self.check(*arguments)
            self.assertEqual((code, out), (2, ""))
            self.assertIn(says, err)

    def test_each_error_has_a_place(self):
        self.write("my.actors.txt", WRONG)
        self.write("my.discards.txt", "[#]\n")
        self.assertEqual(self.check("my.actors.txt", "my.discards.txt"), (
            1, "my.actors.txt: 3 errors\nmy.discards.txt: 1 error\n",
            "readout: my.actors.txt:1:7: this bracket is never closed; end the code with ]\n"
            "readout: my.actors.txt:2:6: a stray ]; remove it\n"
            "readout: my.actors.txt:3:7: this date says neither from when nor until when; write >DATE, <DATE or "
            "DATE-DATE\n"
            "readout: my.discards.txt:1:1: a discard has no code or plural; remove what begins with [\n"))

    def test_more_errors_than_are_kept(self):
        self.write("my.discards.txt", 1005 * "[\n")
        code, out, err = self.check("my.discards.txt")
        self.assertEqual((code, out, err.count("\n")), (1, "my.discards.txt: 1005 errors\n", 1000))

    def test_a_file_that_is_not_there(self):
        code, out, err = self.check("--form", "actors", "none.txt")
        self.assertEqual((code, out), (1, ""))
        self.assertIn("none.txt: cannot read the dictionary", err)


if __name__ == "__main__":
    support.main()
