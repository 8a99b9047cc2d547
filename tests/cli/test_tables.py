"""Tables of events: what goes before their rows, and that those of all documents may be one."""
import json

import support
from support import QUOTE, line

FORMATS = (["--format", "petrarch"], ["--format", "petrarch", "--petrarch-fields"], ["--format", "petrarch", "--one-a-day"],
           ["--format", "phoenix"], ["--format", "icews"], ["--format", "polecat"], ["--format", "csv", "--table", "events"],
           ["--format", "csv", "--table", "events", "--one-a-day"])
COLUMNS = {"icews": (20, "Event ID\tEvent Date\tSource Name\t"), "polecat": (40, "Event ID\tEvent Date\tEvent Type\t")}


class Tables(support.Case):
    def table(self, *arguments, exit=0):
        code, out, err = self.run_program("code", *arguments)
        self.assertEqual(code, exit, err)
        return out.decode(), err

    def test_the_names_of_the_columns_go_before_all_rows(self):
        self.write("d/a.txt", QUOTE)
        self.write("d/b.txt", QUOTE)
        for options in FORMATS:
            out = self.table("d", *options)[0]
            count, begin = COLUMNS.get(options[1], (0, ""))
            if count:
                self.assertTrue(out.startswith(begin))
                self.assertEqual(out.split("\n")[0].count("\t") + 1, count)
            elif options[1] == "csv":
                self.assertTrue(out.startswith("document,uri,publisher,published,sentence,event,date,source,"))
            else:
                self.assertFalse(out.startswith("Event"))

    def test_failures_are_told_and_the_rest_is_written(self):
        self.write("a.jsonl", line(id="a", text=QUOTE) + "broken\n")
        for options in FORMATS:
            err = self.table("a.jsonl", *options, exit=1)[1]
            self.assertIn("a.jsonl:2: ", err)

    def test_the_same_for_every_jobs(self):
        self.write("a.jsonl", "".join(line(id=str(number), text=QUOTE) for number in range(40)))
        for options in FORMATS:
            self.assertEqual(self.table("a.jsonl", "--jobs", "1", *options), self.table("a.jsonl", "--jobs", "4", *options))


class Events(support.Case):
    TEXT = "France condemned Ghana over the arrests."

    def test_an_event_in_each_format(self):
        self.write("a.jsonl", line(id="a", text=self.TEXT, published="2019-03-01", publisher="AP", uri="https://example.org/1") +
                   line(id="b", text=self.TEXT, published="2019-03-01"))
        rows = {}
        for options in FORMATS:
            code, out, err = self.run_program("code", "a.jsonl", *options)
            self.assertEqual((code, err), (0, ""))
            rows[" ".join(options[1:])] = out.decode().splitlines()
        self.assertEqual(rows["petrarch"], ["20190301\tFRA\tGHA\t111\t\ta_1\thttps://example.org/1\tAP",
                                            "20190301\tFRA\tGHA\t111\t\tb_1\tNULL"])
        self.assertEqual(rows["petrarch --petrarch-fields"][1],
                         "20190301\tFRA\tGHA\t111\t\tb_1\tNULL\tFrance\tGhana\tcondemned\tFrance\tGhana")
        self.assertEqual(rows["petrarch --one-a-day"], ["20190301\tFRA\tGHA\t111\t\ta_1;b_1\thttps://example.org/1\tAP;NULL"])
        self.assertEqual([row.split("\t")[1:18] for row in rows["phoenix"]],
                         [["20190301", "2019", "03", "01", "FRA", "FRA", "", "", "GHA", "GHA", "", "", "111", "11", "3", "-2.0", ""]])
        self.assertEqual([row.split("\t")[:14] for row in rows["icews"][1:]],
                         [["a-0", "2019-03-01", "France", "", "France", "Criticize or denounce", "111", "-2.0", "Ghana", "", "Ghana",
                           "a", "1", "AP"],
                          ["b-0", "2019-03-01", "France", "", "France", "Criticize or denounce", "111", "-2.0", "Ghana", "", "Ghana",
                           "b", "1", ""]])
        self.assertEqual([row.split("\t")[2:9] for row in rows["polecat"][1:]],
                         2 * [["ACCUSE", "disapprove", "-2.0", "VERBAL CONFLICT", "None", "France", "FRA"]])
        self.assertEqual(len(rows["csv --table events"]), 3)
        self.assertEqual(len(rows["csv --table events --one-a-day"]), 2)

    def test_the_id_of_a_sentence_is_as_it_is(self):
        self.write("a.xml", '<Sentences><Sentence id="AP-7_3" date="20190301" source="AP" sentence="True"><Text>%s</Text></Sentence>'
                   "</Sentences>" % self.TEXT)
        code, out, err = self.run_program("code", "a.xml", "--format", "petrarch")
        self.assertEqual((code, out, err), (0, b"20190301\tFRA\tGHA\t111\t\tAP-7_3\tAP\n", ""))


class Issues(support.Case):
    MODEL = "none"

    def test_the_dictionary_is_named_and_nothing_else_changes(self):
        self.write("issues.txt", "n:talk [TALKS]\nwrong\n")
        [record], err = self.code("-", "--issues", "issues.txt", given=QUOTE)
        self.assertEqual(err, "readout: issues.txt:2:1: no issue; write [ISSUE] behind the words\n")
        self.assertEqual([named["name"] for named in record["coder"]["dictionaries"]], ["issues.txt"])
        record["coder"]["dictionaries"] = []
        self.assertEqual(json.dumps(record), json.dumps(self.code("-", given=QUOTE)[0][0]))


if __name__ == "__main__":
    support.main()
