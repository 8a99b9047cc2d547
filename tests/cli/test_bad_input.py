"""Input that is broken, or too large, or too much: it is named or warned of, and all the rest is coded."""

import support
from support import QUOTE, line

LARGE = 5 << 20


class Text(support.Case):
    MODEL = "none"

    def statements(self, content, **expected):
        record = self.code(self.write("a.txt", content), **expected)[0][0]
        return len(record["statements"]), [warning["code"] for warning in record["warnings"]], record

    def test_an_empty_file(self):
        count, warnings, record = self.statements(b"")
        self.assertEqual((count, warnings, record["characters"]), (0, [], 0))

    def test_empty_standard_input(self):
        self.assertEqual(self.code("-")[0][0]["characters"], 0)

    def test_nuls(self):
        count, warnings, record = self.statements(QUOTE.encode() + b"\0\0\n" + QUOTE.encode())
        self.assertEqual((count, record["characters"]), (2, 2 * len(QUOTE) + 3))

    def test_invalid_utf8(self):
        count, warnings, record = self.statements(b'"We agree \xff\xc3," Lund said.\n')
        self.assertEqual(count, 1)
        self.assertTrue(warnings)
        self.assertEqual(record["characters"], len('"We agree \ufffd\ufffd," Lund said.\n'))

    def test_half_a_utf16_file(self):
        count, warnings, record = self.statements(b"\xff\xfe" + QUOTE.encode("utf-16-le") + b"x")
        self.assertEqual(count, 1)
        self.assertTrue(warnings)

    def test_a_line_of_5_megabytes(self):
        count, warnings, record = self.statements(LARGE // len(QUOTE) * QUOTE.replace("\n", " "))
        self.assertEqual(count, LARGE // len(QUOTE))

    def test_a_word_of_5_megabytes(self):
        self.assertEqual(self.statements(LARGE * "x")[2]["characters"], LARGE)

    def test_a_million_blank_lines(self):
        count, warnings, record = self.statements(QUOTE + 1000000 * "\n" + QUOTE)
        self.assertEqual(count, 2)

    def test_unbalanced_marks(self):
        for marks in ('"', "“", "”", "'", "«", "“‘"):
            with self.subTest(marks=marks):
                count, warnings, record = self.statements(QUOTE + "\n" + 200000 * marks + "\n\n" + QUOTE)
                self.assertGreaterEqual(count, 1)
                self.assertEqual(self.run_program("code", "a.txt", "--format", "text")[0], 0)

    def test_a_mark_that_never_closes(self):
        self.assertGreaterEqual(self.statements('"We agree, Lund said.\n\nShe left.\n\n' + QUOTE)[0], 1)


class Model(support.Case):
    MODEL = ""  # the shipped one

    def test_a_line_of_a_megabyte(self):
        quotes = (20000 if support.sanitized() else 1 << 20) // len(QUOTE)
        record = self.code(self.write("a.txt", quotes * QUOTE.replace("\n", " ")), "--tokens")[0][0]
        self.assertEqual(len(record["sentences"]), quotes)
        self.assertEqual([token["head"] for token in record["tokens"]].count(-1), quotes)


class JsonLines(support.Case):
    MODEL = "none"

    def failures(self, bad, text="x"):
        """Code a bad line between two good ones; what is said of it."""
        good = line(id="a", text="x").encode(), line(id="b", text="x").encode()
        bad = bad if isinstance(bad, bytes) else bad.encode()
        ids, err = self.ids(self.write("news.jsonl", good[0] + bad + b"\n" + good[1]), exit=1)
        self.assertEqual(ids, ["a", "b"])
        self.assertEqual(err.count("\n"), 1)
        place = "readout: news.jsonl:2: "
        self.assertEqual(err[:len(place)], place)
        return err[len(place):-1]

    def test_a_broken_line_in_the_middle(self):
        self.assertRegex(self.failures('{"text": "x"'), "^not valid JSON at byte [0-9]+: .*; mend or remove the line$")
        self.assertRegex(self.failures('{"text": "x",}'), "^not valid JSON")
        self.assertRegex(self.failures('{"text": "x"} {"text": "y"}'), "^not valid JSON")
        self.assertRegex(self.failures('{"text": "\\x"}'), "^not valid JSON")
        self.assertRegex(self.failures('{"text": "\\u12"}'), "^not valid JSON")
        self.assertRegex(self.failures("plain words"), "^not valid JSON")
        self.assertRegex(self.failures("\0"), "^not valid JSON")
        self.assertRegex(self.failures("\ufeff{}"), "^not valid JSON")

    def test_a_line_that_is_no_object(self):
        for bad in ("[]", '"text"', "12", "true", "null", '[{"text": "x"}]'):
            self.assertRegex(self.failures(bad), "^not a JSON object; write each document as ")

    def test_no_text(self):
        for bad in ("{}", '{"text": null}', '{"title": "x", "more": {"text": "y"}}'):
            self.assertEqual(self.failures(bad), 'no "text"; give the document one, or remove the line')

    def test_wrong_types(self):
        for value, what in (("12", "a number"), ("true", "true or false"), ("[]", "a list"), ("{}", "an object")):
            for field in ("text", "id", "title", "published"):
                self.assertEqual(self.failures('{"text": "x", "%s": %s}' % (field, value)),
                                 '"%s" is %s; make it a string, or null' % (field, what))

    def test_a_nul_in_a_name(self):
        self.assertEqual(self.failures('{"id": "a\\u0000b", "text": "x"}'),
                         '"id" holds a NUL character; remove that')

    def test_a_wrong_date(self):
        self.assertRegex(self.failures(line(text="x", published="3 May").strip()), '^"3 May" is no date: write ')

    def test_nested_without_end(self):
        deep = 100000
        self.assertRegex(self.failures('{"text": "x", "y": ' + deep * "["), "^lists or objects are nested deeper")
        self.assertRegex(self.failures('{"text": "x", "y": ' + deep * '{"z":'), "^lists or objects are nested deeper")
        nested = '{"text": "x", "y": %s}\n' % (200 * "[" + 200 * "]")
        self.assertEqual(len(self.code("-", given=nested)[0]), 1)

    def test_a_line_over_the_limit(self):
        for length in (50001, 200000, 3000000):
            self.write("news.jsonl", line(id="a", text="x") + line(text=length * "y") + line(id="b", text="z"))
            ids, err = self.ids("news.jsonl", "--max-document", "50000", exit=1)
            self.assertEqual(ids, ["a", "b"])
            self.assertEqual(err, "readout: news.jsonl:2: the line is longer than --max-document; split it or raise "
                                  "the limit\n")

    def test_lines_just_within_the_limit(self):
        article = line(id="a", text=60000 * "y")
        limit = len(article) - 1
        for given in (article, article[:-1], article + article, "\n" + article[:-1]):
            self.assertEqual(set(self.ids("-", "--max-document", limit, given=given)[0]), {"a"})
            self.assertEqual(self.ids("-", "--max-document", limit - 1, given=given, exit=1)[0], [])

    def test_blank_lines_and_line_ends(self):
        article = line(id="a", text="x").strip()
        for given in (article, article + "\r\n", "\n \t\n\r\n" + article, "\ufeff" + article, article + "\n\n\n"):
            ids, err = self.ids("-", "--input", "jsonl", given=given)
            self.assertEqual((ids, err), (["a"], ""))
        self.assertEqual(self.ids("-", "--input", "jsonl", given=""), ([], ""))

    def test_a_million_blank_lines(self):
        err = self.ids(self.write("a.jsonl", 1000000 * "\n" + "{}\n" + line(id="b", text="x")), exit=1)[1]
        self.assertEqual(err[:29], "readout: a.jsonl:1000001: no ")

    def test_ill_formed_utf8(self):
        record = self.code("-", "--text", given=b'{"id": "\xff", "text": "a\xc3\xffb"}\n')[0][0]
        self.assertEqual((record["text"], record["id"]), ("a\ufffd\ufffdb", "\ufffd"))
        self.assertTrue(record["warnings"])

    def test_escapes(self):
        record = self.code("-", "--text", given=r'{"text": "\ud83d\ude00 \u00e9 \\ud83d \" \u0000"}')[0][0]
        self.assertEqual(record["text"], "\U0001f600 é \\ud83d \" \0")

    def test_half_a_surrogate_pair(self):
        for half, text in ((r"\ud83dx", "\ufffdx"), (r"\uDE00x", "\ufffdx"), (r"x\ud83d", "x\ufffd"),
                           (r"\ud83d\u0041", "\ufffdA"), (r"\ud83d\ud83d\ude00", "\ufffd\U0001f600")):
            record = self.code("-", "--text", given='{"text": "%s"}' % half)[0][0]
            self.assertEqual(record["text"], text)


class Limits(support.Case):
    MODEL = "none"

    def test_a_file_over_the_limit(self):
        self.write("large.txt", 10001 * "x")
        self.write("small.txt", 10000 * "x")
        for jobs in (1, 2):
            ids, err = self.ids("large.txt", "small.txt", "--max-document", "10000", "--jobs", jobs, exit=1)
            self.assertEqual(ids, ["small"])
            self.assertEqual(err, "readout: large.txt: larger than 10000 bytes; split it or raise --max-document\n")

    def test_standard_input_over_the_limit(self):
        for size, code in ((10000, 0), (10001, 1), (1000000, 1)):
            out, err = self.code("-", "--max-document", "10000", given=size * "x", exit=code)
            self.assertEqual(len(out), 1 - code)
        self.assertEqual(err, "readout: standard input: larger than 10000 bytes; split it or raise --max-document\n")

    def test_the_limit_where_none_is_given(self):
        err = self.ids(self.write("a.txt", 10485761 * b" "), exit=1)[1]
        self.assertIn("10485760", err)

    def test_a_larger_limit(self):
        self.assertEqual(self.ids(self.write("a.txt", 10485761 * b" "), "--max-document", "11M")[0], ["a"])

    def test_units(self):
        for size, limit in (("2", 2), ("2k", 2048), ("1M", 1 << 20)):
            self.write("a.txt", limit * b" ")
            self.write("b.txt", (limit + 1) * b" ")
            self.assertEqual(self.ids("a.txt", "b.txt", "--max-document", size, exit=1)[0], ["a"])

    def test_a_huge_file_is_not_read(self):
        with open(self.folder / "a.txt", "wb") as file:
            file.truncate(1 << 40)
        self.assertEqual(self.ids("a.txt", exit=1)[0], [])


if __name__ == "__main__":
    support.main()
