"""Verb dictionaries of PETRARCH: events of both dialects, who their parties are, and which line coded them."""
import support

ACTORS = """NORLAND_ [NOR]
+NORLANDISH_
SUDLAND_ [SUD]
ESTLAND_ [EST]
WESTMARK_ [WES/MAR]
ADA_BERG_
	[NORGOV >20150101]
	[NOROPP <20150101]
"""
AGENTS = """SOLDIER [~MIL]
LAWMAKER [~LEG]
PRESIDENT [~GOV]
DEFENCE_MINISTER [~GOVDEF]
AID_GROUP [NGO~]
OFFICIAL [~GOV]
"""
# Words in a row, as TABARI has them
FIRST = """&SANCTION
+BOYCOTT
+TRADE_BAN

--- ATTACK [190] ---
ATTACK
- * PLAN [111]
- WARNED * [138]

--- SAY [010] ---
SAY {SAYS SAID}
- * REGRET [055]

--- RENEW [---] ---
RENEW
- * TIES [064:064]
- * &SANCTION ON [163]
- NOT * [121]

--- BREAK [160] ---
+BREAK_OFF {+BROKE_OFF +BROKEN_OFF}

--- VISIT [042:043] ---
VISIT
- * $ WITH + [044]

--- AGREE [030] ---
AGREE
- % * [050:050]

--- CRITICIZE [111] ---
CRITICIZE
ABANDON [120]
- NEVER_* [---]
"""
# Phrases and transformations, as PETRARCH2 has them
SECOND = """--- SAY [010] ---
SAY {SAYS SAID}

--- PROMISE [030] ---
PROMISE

--- ATTACK [190] ---
ATTACK
- * (WITH {HEAVY WEAPONS}) [194]

--- HELP [070] ---
HELP

--- BEGIN [---] ---
BEGIN {BEGINS BEGAN BEGUN}

--- STAND [---] ---
STAND {STANDS STOOD}
- * (BEFORE COURT) [:173]

~ a (a b ATTACK) SAY = a b 015
~ a (b . ATTACK) SAY = a b 112
"""


class Verbs(support.Case):
    VERBS = FIRST

    def read(self, text, *options):
        """The first record of a text."""
        for name, content in (("my.actors.txt", ACTORS), ("my.agents.txt", AGENTS), ("my.verbs.txt", self.VERBS)):
            self.write(name, content)
        return self.code("-", "--actors", "my.actors.txt", "--agents", "my.agents.txt", "--verbs", "my.verbs.txt",
                         "--date", "2019-03-01", *options, given=text)[0][0]

    def events(self, text, *options):
        """[(source codes, code, target codes)] of the positive events."""
        return [("+".join(actor["actor"] for actor in event["source"]), event["cameo"],
                 "+".join(actor["actor"] for actor in event["target"]))
                for event in self.read(text, *options)["events"] if event["polarity"] == "positive"]

    def expect(self, text, *events):
        self.assertEqual(self.events(text), list(events), text)


class First(Verbs):
    def test_subjects_and_objects(self):
        self.expect("Norland criticized Sudland on Friday.", ("NOR", "111", "SUD"))
        self.expect("Norland abandoned Sudland.", ("NOR", "120", "SUD"))
        self.expect("Norland criticized the plan of Sudland.", ("NOR", "111", "SUD"))
        self.expect("Norland spoke.")
        self.expect("Norland criticized the plan.")

    def test_passives_are_turned_where_by_tells_whose_deed_it_is(self):
        self.expect("Sudland was criticized by Norland.", ("NOR", "111", "SUD"))

    def test_agents_and_actors_of_a_phrase_are_one_code(self):
        self.expect("Norlandish soldiers attacked Sudland.", ("NORMIL", "190", "SUD"))
        self.expect("Soldiers from Norland attacked the defence minister of Sudland.", ("NORMIL", "190", "SUDGOVDEF"))
        self.expect("An aid group from Estland criticized Sudland.", ("NGOEST", "111", "SUD"))

    def test_agents_of_nobody(self):
        self.expect("Officials criticized Sudland.", ("---GOV", "111", "SUD"))

    def test_who_is_named_elsewhere(self):
        self.expect("Ada Berg is president. She criticized Sudland.", ("NORGOV", "111", "SUD"))

    def test_several_have_an_event_with_each(self):
        self.expect("Lawmakers in Norland and Estland criticized Sudland.", ("NORLEG+ESTLEG", "111", "SUD"))
        self.expect("The presidents of Norland and Sudland agreed.", ("NORGOV", "050", "SUDGOV"),
                    ("SUDGOV", "050", "NORGOV"))
        self.expect("The leaders of Norland and Estland criticized Sudland.", ("NOR+EST", "111", "SUD"))
        self.expect("Norland criticized Westmark.", ("NOR", "111", "WES+MAR"))

    def test_nobody_does_it_to_himself(self):
        self.expect("Norland and Sudland agreed.", ("NOR", "050", "SUD"), ("SUD", "050", "NOR"))
        self.expect("Norland and Sudland renewed ties.", ("NOR", "064", "SUD"), ("SUD", "064", "NOR"))
        self.expect("Norland criticized Norland.")

    def test_a_code_back(self):
        self.expect("Norland visited Sudland.", ("NOR", "042", "SUD"), ("SUD", "043", "NOR"))

    def test_dated_codes(self):
        self.expect("Ada Berg criticized Sudland.", ("NORGOV", "111", "SUD"))
        self.assertEqual(self.read("Ada Berg criticized Sudland.", "--date", "2014-03-01")["events"][0]["source"][0]["actor"],
                         "NOROPP")

    def test_the_pattern_that_says_most(self):
        self.expect("Norland attacked a plan of Sudland.", ("NOR", "111", "SUD"))
        self.expect("Norland renewed a boycott on Sudland.", ("NOR", "163", "SUD"))
        self.expect("Norland renewed its trade bans on Sudland.", ("NOR", "163", "SUD"))
        self.expect("Norland renewed talks with Sudland.")

    def test_verbs_of_several_words(self):
        self.expect("Norland broke off talks with Sudland.", ("NOR", "160", "SUD"))
        self.expect("Norland broke the talks off in Sudland.", ("NOR", "160", "SUD"))
        self.expect("Norland broke the talks with Sudland.")

    def test_marks_tell_who_it_is(self):
        self.expect("Norland visited Estland with Sudland.", ("EST", "044", "SUD"))

    def test_denials(self):
        self.assertEqual([(event["cameo"], event["polarity"]) for event in
                          self.read("Norland did not criticize Sudland.")["events"]], [("111", "negative")])
        self.expect("Norland has not renewed its pact with Sudland.", ("NOR", "121", "SUD"))
        self.expect("Norland never criticized Sudland.")

    def test_what_is_said_is_told_by_the_verb(self):
        self.expect("Norland said it would attack Sudland.", ("NOR", "010", "SUD"))

    def test_discards(self):
        self.write("d.txt", "FOOTBALL\n")
        self.assertEqual(self.events("Norland criticized Sudland. Norland criticized Sudland over football.",
                                     "--discards", "d.txt"), [("NOR", "111", "SUD")])

    def test_what_the_record_says(self):
        record = self.read("Norlandish President Ada Berg criticized Sudland on Thursday.", "--text")
        event = record["events"][0]
        self.assertEqual((event["by"], event["date"], event["tense"]), ("my.verbs.txt:32", "2019-02-28", "past"))
        self.assertEqual(record["text"][slice(*event["trigger"])], "criticized")
        self.assertEqual([record["entities"][side["entity"]]["name"] for side in event["source"] + event["target"]],
                         ["Ada Berg", "Sudland"])
        self.assertEqual((event["quad"], event["plover"]["event"]), (3, "ACCUSE"))

    def test_codes_of_ones_own(self):
        self.VERBS = FIRST.replace("CRITICIZE [111]", "CRITICIZE [9x]")
        event = self.read("Norland criticized Sudland.")["events"][0]
        self.assertEqual((event["cameo"], event["quad"], event["plover"], event["goldstein"]), ("9x", None, None, None))

    def test_explain(self):
        for name, content in (("my.actors.txt", ACTORS), ("my.verbs.txt", FIRST)):
            self.write(name, content)
        out = self.run_program("explain", "-", "--actors", "my.actors.txt", "--verbs", "my.verbs.txt", "--width", "120",
                               given="Norland attacked a plan of Sudland. Norland said so.")[1].decode()
        self.assertIn("event 111 · written · 0.90 · my.verbs.txt:7 · - * PLAN\n", out)
        self.assertIn("event 010 · left: on one side is nobody who has a code · 0.90 · my.verbs.txt:11 · SAY\n", out)

    def test_they_replace_what_is_built_in(self):
        self.expect("Norland condemned Sudland.")
        self.assertEqual(self.events("Norland condemned Sudland.", "--extend")[0][1], "111")


class Second(Verbs):
    VERBS = SECOND

    def test_phrases(self):
        self.expect("Norland attacked Sudland with heavy weapons.", ("NOR", "194", "SUD"))
        self.expect("Norland attacked Sudland with weapons.", ("NOR", "190", "SUD"))

    def test_a_code_back_alone(self):
        self.expect("Norland stood before a court in Sudland.", ("SUD", "173", "NOR"))

    def test_verbs_of_verbs(self):
        self.expect("Norland promised to help Sudland.", ("NOR", "033", "SUD"))
        self.expect("Norland began to help Sudland.", ("NOR", "070", "SUD"))

    def test_transformations(self):
        self.expect("Norland said it would attack Sudland.", ("NOR", "015", "SUD"))
        self.expect("Norland said Estland attacked Sudland.", ("NOR", "112", "EST"))

    def test_a_passive_without_anybody_is_nobodys_deed(self):
        self.expect("Sudland was attacked.")
        self.expect("Sudland was attacked by Norland.", ("NOR", "190", "SUD"))


class Files(support.Case):
    def test_check(self):
        self.write("my.verbs.txt", FIRST)
        self.write("more.txt", SECOND.replace("[194]", "[194"))
        code, out, err = self.run_program("lexicon", "check", "my.verbs.txt", "more.txt")
        self.assertEqual((code, out), (1, b"my.verbs.txt: no errors\nmore.txt: 1 error\n"))
        self.assertEqual(err, "readout: more.txt:9:28: this bracket is never closed; end the code with ]\n")


class Patterns(support.Case):
    def error_of(self, line):
        self.write("mine/verbs.txt", line + "\n")
        code, out, err = self.run_program("lexicon", "check", "mine")
        self.assertEqual(code, 1)
        self.assertTrue(err.startswith("readout: mine/verbs.txt:1:"), err)
        return err

    def test_what_is_wrong_with_a_line_is_told(self):
        for line, error in (
                ("hit", "1 fields; write pattern | code | example"),
                ("S hit T | 1x | {Togo} hit [Ghana].", "no code: write 040"),
                ("S hit/kick T | 190 | {Togo} hit [Ghana].", "one head a line"),
                ("&bar hit T | 190 | {Togo} hit [Ghana].", "no line above defines this class"),
                ("S | 190 | {Togo}.", "a head belongs behind the subject"),
                ("S give T T T | 190 | {Togo} gave [Ghana].", "more than two objects"),
                ("S:dog hit T | 190 | {Togo} hit [Ghana].", "no such type; there are person,"),
                ("S: hit T | 190 | {Togo} hit [Ghana].", "a type belongs behind the colon")):
            with self.subTest(line=line):
                self.assertIn(error, self.error_of(line))


if __name__ == "__main__":
    support.main()
