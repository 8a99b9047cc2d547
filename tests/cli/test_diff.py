"""readout diff: what changed between two files of records."""
import json

import support
from support import line

BOTH = '"We agree," Mayor Ada Lund said. The bridge opens in May.\n\n"It is late," Costa said.\n'


class Diff(support.Case):
    def records(self, name, *texts, change=lambda record: None, text=True):
        """A file of the records of texts, read by rules, each changed by a function."""
        self.write("in.jsonl", "".join(line(id=str(number), text=given) for number, given in enumerate(texts)))
        records, _ = self.code("--model", "none", *(["--text"] if text else []), "in.jsonl")
        for record in records:
            change(record)
        return self.write(name, "".join(json.dumps(record) + "\n" for record in records))

    def diff(self, *arguments, exit=0):
        code, out, err = self.run_program("diff", *arguments)
        self.assertEqual(code, exit, err)
        return out.decode().splitlines(), err

    def test_the_same(self):
        a, b = self.records("a.jsonl", BOTH), self.records("b.jsonl", BOTH)
        self.assertEqual(self.diff(a, b)[0], [
            "1 documents the same, 0 changed, 0 only in a.jsonl, 0 only in b.jsonl; items: 0 changed, 0 gone, 0 new"])

    def test_what_is_gone_new_and_changed(self):
        def change(record):
            record["statements"][0]["source"]["span"] = [18, 26]
            record["statements"][0]["id"] = 7  # a number is no change
            del record["statements"][1]
            record["statements"].append({"id": 1, "cue": None, "content": [[33, 56]]})
        out, _ = self.diff(self.records("a.jsonl", BOTH), self.records("b.jsonl", BOTH, change=change))
        self.assertEqual(out[0], "0")
        self.assertIn('  ~ statements 0-11 ""We agree,""', out)
        self.assertIn("      source: {span [12,26], entity null, } -> {span [18,26], entity null, }", out)
        self.assertIn('  - statements 59-72 ""It is late,""', out)
        self.assertIn('  + statements 33-56 "The bridge opens in May"', out)
        self.assertTrue(out[-1].endswith("items: 1 changed, 1 gone, 1 new"), out)

    def test_positions_and_disputes(self):
        def position(number, words, exchange=()):
            return {"id": number, "holder": number, "act": "demand", "issue": {"span": words, "text": "it"}, "extent": None,
                    "in_exchange_for": list(exchange), "toward": None, "statement": number, "score": 0.5}

        def dispute(kind, number, event=None):
            return {"id": 0, "about": "it", "kind": kind, "score": 0.5, "sides": [
                {"entity": number, "statement": number, "position": number, "event": event, "span": [1, 9]},
                {"entity": 8, "statement": None, "position": None, "event": None, "span": [60, 70]}]}

        def before(record):
            record["positions"] = [position(0, [0, 11]), position(1, [33, 43])]
            record["disputes"] = [dispute("number", 1)]

        def after(record):
            record["positions"] = [position(5, [33, 43], [1]), position(1, [60, 70])]
            record["disputes"] = [dispute("number", 7)]  # other numbers are no change
        a, b = self.records("a.jsonl", BOTH, change=before), self.records("b.jsonl", BOTH, change=after)
        self.assertEqual(self.diff(a, b)[0][:-1], [
            "0", '  - positions 0-11 ""We agree,""', '  ~ positions 33-43 "The bridge"', "      in_exchange_for:  -> #",
            '  + positions 60-70 "It is late"'])

        def later(record):
            after(record)
            record["disputes"] = [dispute("denial", 7, event=3)]
        out, _ = self.diff(b, self.records("c.jsonl", BOTH, change=later))
        self.assertEqual(out[:3], ["0", '  ~ disputes 1-9 "We agree"', "      kind: number -> denial"])
        self.assertIn("event null", out[3])
        self.assertIn("event #", out[3])

    def test_mentions_are_items(self):
        def entity(name, *mentions, members=()):
            return {"id": 0, "name": name, "type": "person", "country": None, "members": list(members), "mentions": [
                {"span": span, "head": span, "kind": kind, "score": 1} for span, kind in mentions]}

        def before(record):
            record["entities"] = [entity("Ada Lund", ([18, 26], "name"), ([0, 3], "pronoun")),
                                  entity("Costa", ([73, 78], "name"))]

        def after(record):
            record["entities"] = [entity("Costa", ([73, 78], "name"), ([0, 3], "pronoun"), members=[4]),
                                  entity("Ada Lund", ([18, 26], "name"), ([27, 31], "nominal"))]
            record["statements"][0]["source"]["entity"] = 1
        out, _ = self.diff(self.records("a.jsonl", BOTH, change=before), self.records("b.jsonl", BOTH, change=after))
        self.assertEqual(out[:6], ["0", '  ~ entities 73-78 "Costa"', "      members:  -> #", '  ~ mentions 0-3 ""We"',
                                   "      entity: Ada Lund -> Costa", '  + mentions 27-31 "said"'])
        self.assertIn("      source: {span [12,26], entity null, } -> {span [12,26], entity #, }", out)
        self.assertTrue(out[-1].endswith("items: 3 changed, 0 gone, 1 new"), out)

    def test_a_score_alone_is_no_change(self):
        def change(record):
            record["statements"][0]["score"] = 0.5
        a, b = self.records("a.jsonl", BOTH), self.records("b.jsonl", BOTH, change=change)
        self.assertIn("items: 0 changed", self.diff(a, b)[0][-1])
        out, _ = self.diff("--scores", a, b)
        self.assertIn("      score: 0.93 -> 0.5", out)

    def test_documents_in_one_alone(self):
        a, b = self.records("a.jsonl", BOTH, "Nothing."), self.records("b.jsonl", BOTH)
        self.assertEqual(self.diff(a, b)[0][0], "- 1: only in a.jsonl")
        self.assertEqual(self.diff(b, a)[0][0], "+ 1: only in a.jsonl")
        self.assertEqual(len(self.diff("--summary", a, b)[0]), 1)

    def test_without_texts_the_items_are_shown(self):
        a = self.records("a.jsonl", BOTH, text=False)
        b = self.records("b.jsonl", BOTH, text=False, change=lambda record: record["statements"].clear())
        self.assertTrue(self.diff(a, b)[0][1].startswith("  - statements 0-11 {form direct, source {span [12,26]"))

    def test_the_same_id_twice(self):
        self.write("in.jsonl", line(id="x", text=BOTH) + line(id="x", text="Nothing."))
        records, _ = self.code("--model", "none", "in.jsonl")
        name = self.write("a.jsonl", "".join(json.dumps(record) + "\n" for record in records))
        self.assertIn("2 documents the same", self.diff(name, name)[0][-1])

    def test_what_is_no_file_of_records(self):
        good = self.records("a.jsonl", BOTH)
        self.write("bad.jsonl", (self.folder / good).read_text() + "{\n")
        self.assertIn("bad.jsonl:2: no record of readout", self.diff(good, "bad.jsonl", exit=3)[1])
        self.assertIn("gone.jsonl: cannot be read", self.diff(good, "gone.jsonl", exit=3)[1])
        self.assertIn("name two files", self.diff(good, exit=2)[1])


if __name__ == "__main__":
    support.main()
