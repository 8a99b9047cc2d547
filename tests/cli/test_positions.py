"""readout positions, readout disputes: what they write, and that it is what the records have."""
import csv
import io
import json

import support
from support import line

COMMANDS = ("positions", "disputes")
RAIN = "It rained.\n"
NAMES = {"positions": {"holder_name", "toward_name", "source_name", "words"}, "disputes": set()}
SIDE_NAMES = {"entity_name", "source_name", "words"}


class Parts(support.Case):
    def part(self, command, *arguments, exit=0, **options):
        code, out, err = self.run_program(command, *arguments, **options)
        self.assertEqual(code, exit, err)
        return out.decode(), err

    def test_a_line_of_json_for_each_document(self):
        self.write("a.jsonl", line(id="a", text=RAIN, title="Rain", uri="https://example.org/1") + line(id="b", text=RAIN))
        for command in COMMANDS:
            out, err = self.part(command, "a.jsonl", "--date", "2024-05-03", "--jobs", "2")
            self.assertEqual(err, "")
            self.assertEqual([json.loads(document) for document in out.splitlines()], [
                {"id": "a", "uri": "https://example.org/1", "title": "Rain", "published": "2024-05-03", command: []},
                {"id": "b", "uri": None, "title": None, "published": "2024-05-03", command: []}])
            self.assertEqual(json.loads(self.part(command, "-", "--format", "json", "--id", "c", given=RAIN)[0])["id"], "c")

    def test_items_are_those_of_the_record(self):
        [record], _ = self.code(support.ROOT / "examples/summit.txt", "--text")
        for command in COMMANDS:
            told = json.loads(self.part(command, support.ROOT / "examples/summit.txt")[0])
            for item in told[command]:
                self.assertLessEqual(NAMES[command], set(item))
                words = [(item, item["issue"]["span"])] if command == "positions" else [
                    (side, side["span"]) for side in item["sides"]]
                for where, (begin, end) in words:
                    self.assertEqual(where["words"], record["text"][begin:end])
                if command == "positions":
                    self.assertTrue(item.pop("about"))
                for part in [item, *item.get("sides", [])]:
                    for name in NAMES["positions"] | SIDE_NAMES:
                        part.pop(name, None)
            self.assertEqual(told[command], record[command])

    def test_tables(self):
        self.write("a.txt", RAIN)
        summit = support.ROOT / "examples/summit.txt"
        [record], _ = self.code(summit)
        counts = {"positions": len(record["positions"]), "disputes": sum(len(item["sides"]) for item in record["disputes"])}
        for command in COMMANDS:
            out = self.part(command, "a.txt", summit, "--format", "csv")[0]
            self.assertEqual(self.part("code", "a.txt", summit, "--format", "csv", "--table", command)[0], out)
            rows = list(csv.reader(io.StringIO(out)))
            self.assertEqual(rows[0][:3], ["document", "published", command[:-1]])
            self.assertEqual(len(rows), 1 + counts[command])
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})

    def test_a_page_says_where_there_is_none(self):
        self.write("a.txt", RAIN)
        for command in COMMANDS:
            expected = "a\n\nno %s.\n\n" % command
            self.assertEqual(self.part(command, "a.txt", "--format", "text")[0], expected)
            self.assertEqual(self.on_terminal(command, "a.txt", env={"NO_COLOR": "1"}), (0, expected))
            self.assertIn("\033[0;2mno %s.\033[0m\n" % command,
                          self.part(command, "a.txt", "--format", "text", "--color", "always")[0])

    def test_nothing_is_read_of_nothing(self):
        self.write("d/readme.pdf")
        for command in COMMANDS:
            self.assertEqual(self.part(command, "d")[0], "")
            self.assertEqual(self.part(command, "-", given="")[0].count("\n"), 1)

    def test_failures_are_told_and_the_rest_is_written(self):
        self.write("a.txt", RAIN)
        for command in COMMANDS:
            out, err = self.part(command, "nowhere.txt", "a.txt", exit=1)
            self.assertIn("nowhere.txt", err)
            self.assertEqual(json.loads(out)["id"], "a")

    def test_wrong_usage(self):
        self.write("a.txt", RAIN)
        for command in COMMANDS:
            for arguments, says in (
                    (["--format", "brat"], '--format: "brat" is none of jsonl, json, text, csv'),
                    (["--width", "x"], '--width: "x" is no number from 1 to 10000'),
                    (["--min-score", "2"], '--min-score: "2" is no score'),
                    (["--table", "events"], "unrecognized option '--table'"),
                    (["--tokens"], "unrecognized option '--tokens'"),
                    (["-"], '"-" is named twice, but standard input can be read once')):
                code, out, err = self.run_program(command, "-" if arguments == ["-"] else "a.txt", *arguments)
                self.assertEqual((code, out), (2, b""))
                self.assertTrue(err.startswith("readout %s: %s" % (command, says)), err)

    def test_a_closed_pipe_is_a_failure(self):
        self.write("a.txt", RAIN)
        for command in COMMANDS:
            with open("/dev/full", "wb") as full:
                code, _, err = self.run_program(command, "a.txt", stdout=full)
            self.assertEqual((code, err), (3, "readout: standard output: No space left on device\n"))


if __name__ == "__main__":
    support.main()
