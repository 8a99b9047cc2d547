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
