"""Which documents `readout code` finds in files, folders and standard input, and what it knows of them."""
import json
import os
import shutil

import support
from support import PROGRAM, QUOTE, line


class Forms(support.Case):
    def test_a_text_file(self):
        records, err = self.code(self.write("news/port.of.call.txt"))
        self.assertEqual([record["id"] for record in records], ["port.of.call"])
        self.assertEqual(len(records[0]["statements"]), 1)
        self.assertEqual(err, "")

    def test_other_suffixes_are_text_when_named(self):
        self.write(".hidden")
        self.write("README")
        self.assertEqual(self.ids("README", ".hidden", self.write("a.md"))[0], ["README", ".hidden", "a"])

    def test_json_lines(self):
        article = line(id="a1", text=QUOTE, title="Harbour", published="2024-05-03T08:00:00+02:00",
                       uri="https://example.org/1", publisher="The Post", author="Jo", views=[1, {"id": "x"}])
        record = self.code(self.write("a.JSONL", article), "--text")[0][0]
        self.assertEqual([record[field] for field in ("id", "title", "published", "uri", "publisher", "author")],
                         ["a1", "Harbour", "2024-05-03T08:00:00+02:00", "https://example.org/1", "The Post", "Jo"])
        self.assertEqual(record["text"], QUOTE)

    def test_a_title_is_not_coded(self):
        record = self.code("-", given=line(title='"Never," Lund said', text="Nothing else."))[0][0]
        self.assertEqual(record["statements"], [])
        self.assertEqual(record["title"], '"Never," Lund said')

    def test_null_is_as_left_out(self):
        record = self.code("-", given=line(id=None, title=None, published=None, text="x"))[0][0]
        self.assertEqual((record["id"], record["title"], record["published"]), (None, None, None))

    def test_standard_input_is_told_by_its_first_byte(self):
        for before in ("", "\n \t\r\n", "\ufeff", "\ufeff \n"):
            with self.subTest(before=before):
                self.assertEqual(self.ids("-", given=before + line(id="x", text="y"))[0], ["x"])
                self.assertEqual(self.code("-", "--text", given=before + "[y]")[0][0]["text"].strip(), "[y]")

    def test_standard_input_without_operand(self):
        self.assertEqual(self.ids(given=QUOTE)[0], [None])

    def test_input_says_what_the_suffix_does_not(self):
        self.write("a.txt", line(id="x", text="y"))
        self.assertEqual(self.ids("a.txt", "--input", "jsonl")[0], ["x"])
        self.assertEqual(self.ids("-", "--input", "text", given=line(id="x", text="y"))[0], [None])

    def test_utf16_text(self):
        for encoding, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
            self.write("a.txt", mark + '“We agree,” Lund said. \U0001f600'.encode(encoding))
            record = self.code("a.txt", "--text")[0][0]
            self.assertEqual(record["text"], '“We agree,” Lund said. \U0001f600')

    def test_utf16_json_lines_are_refused_once(self):
        self.write("a.jsonl", "\ufeff".encode("utf-16-le") + (3 * line(text="y")).encode("utf-16-le"))
        err = self.code("a.jsonl", exit=1)[1]
        self.assertEqual(err, "readout: a.jsonl:1: UTF-16, but JSON Lines are UTF-8; convert it with iconv\n")


class Petrarch(support.Case):
    """PETRARCH's XML: each sentence a document."""
    HEAD = '<?xml version="1.0"?>\n<Sentences>\n'
    FIRST = ('<Sentence date="20190301" id="AP-7_3" source="AP" url="https://example.org/?a&amp;b" sentence="True">\n'
             "<Text>\n\n &#8220;We agree &amp; sign,&#8221; \n  Moon <![CDATA[<said>]]>.\n</Text>\n"
             "<Parse>(ROOT (S we))</Parse></Sentence>\n")
    STORY = '<Sentence id="AP-8"><Text>\nOne.\n\nTwo.\n</Text></Sentence>\n'
    TAIL = "</Sentences>\n"

    def fields(self, record, *names):
        return [record[name] for name in names]

    def test_a_sentence_is_a_document(self):
        self.write("a.XML", self.HEAD + self.FIRST + self.STORY + self.TAIL)
        (first, story), err = self.code("a.XML", "--text", "--date", "2020-01-01")
        self.assertEqual(err, "")
        self.assertEqual(self.fields(first, "id", "uri", "publisher", "published", "text"),
                         ["AP-7_3", "https://example.org/?a&b", "AP", "2019-03-01", "“We agree & sign,” Moon <said>."])
        self.assertEqual(self.fields(story, "id", "uri", "publisher", "published", "text"),
                         ["AP-8", None, None, "2020-01-01", "One.\n\nTwo."])

    def test_standard_input_and_folders(self):
        given = self.HEAD + self.FIRST + self.TAIL
        for text in (given, "\ufeff" + given, "\n" + given[given.index("<Sentences"):]):
            self.assertEqual(self.ids("-", given=text)[0], ["AP-7_3"])
        self.write("d/a.xml", given)
        self.assertEqual(self.ids("d"), (["AP-7_3"], ""))
        self.assertEqual(self.ids(self.write("a.txt", given), "--input", "xml")[0], ["AP-7_3"])
        self.assertEqual(self.ids("-", given="<b>Moon</b> said.")[0], [None])

    def test_what_is_before_the_damage_is_coded(self):
        many = "".join('<Sentence id="%d"><Text>One.</Text></Sentence>\n' % number for number in range(500))
        self.write("a.xml", self.HEAD + many + '<Sentence id="x"><Text>Two.</Txt></Sentence>\n' + many + self.TAIL)
        ids, err = self.ids("a.xml", exit=1)
        self.assertEqual(ids, [str(number) for number in range(500)])
        self.assertRegex(err, "^readout: a.xml:503: not valid XML: .*; what follows is not read\n$")

    def test_what_ends_too_early(self):
        ids, err = self.ids("-", given=self.HEAD + self.FIRST + self.STORY, exit=1)
        self.assertEqual(ids, ["AP-7_3", "AP-8"])
        self.assertRegex(err, "^readout: standard input:[0-9]+: not valid XML: ")

    def test_sentences_that_cannot_be_had(self):
        self.write("a.xml", self.HEAD + '<Sentence id="1" date="2019"><Text>One.</Text></Sentence>\n'
                   '<Sentence id="2"/>\n<Sentence id="3"><Text> </Text></Sentence>\n<Sentence id="4"><Text>%s</Text></Sentence>\n'
                   % (300 * "x ") + self.STORY + self.TAIL)
        ids, err = self.ids("a.xml", "--max-document", "500", exit=1)
        self.assertEqual(ids, ["AP-8"])
        self.assertEqual(err, "readout: a.xml:3: its date is none; write YYYYMMDD\n"
                              "readout: a.xml:4: no <Text>; give the sentence one, or remove it\n"
                              "readout: a.xml:5: no <Text>; give the sentence one, or remove it\n"
                              "readout: a.xml:6: the text is longer than --max-document; split it or raise the limit\n")

    def test_other_xml(self):
        for content in ("<html><body>Moon said.</body></html>", "", "Moon said."):
            self.write("a.xml", content)
            err = self.ids("a.xml", exit=1)[1]
            self.assertEqual(err, "readout: a.xml:1: no PETRARCH XML, which has each <Sentence> with its <Text> in "
                                  "<Sentences>; give the text itself\n")

    def test_entities_of_a_text_and_those_that_grow_without_end(self):
        head = '<!DOCTYPE x [<!ENTITY e0 "Moon">%s]>\n<Sentences>\n'
        text = "<Sentence><Text>&%s; left.</Text></Sentence>\n</Sentences>\n"
        self.assertEqual(self.code("-", "--input", "xml", "--text", given=head % "" + text % "e0")[0][0]["text"], "Moon left.")
        bomb = "".join('<!ENTITY e%d "%s">' % (level, 10 * ("&e%d;" % (level - 1))) for level in range(1, 10))
        err = self.code("-", "--input", "xml", given=head % bomb + text % "e9", exit=1)[1]
        self.assertRegex(err, "^readout: standard input:[0-9]+: not valid XML: limit on input amplification")


class Meta(support.Case):
    def test_date_is_for_those_without(self):
        given = line(id="a", text="x") + line(id="b", text="x", published="2020-02-29")
        records = self.code("-", "--date", "2019-03-01", given=given)[0]
        self.assertEqual([record["published"] for record in records], ["2019-03-01", "2020-02-29"])
        self.assertEqual(self.code(self.write("a.txt"), "--date=2019-03-01")[0][0]["published"], "2019-03-01")

    def test_id_is_for_those_without(self):
        self.assertEqual(self.ids("--id", "x", self.write("a.txt"))[0], ["x"])
        self.assertEqual(self.ids("-", "--id", "x", given=QUOTE)[0], ["x"])
        self.assertEqual(self.ids("-", "--id", "x", given=line(text="y") + line(id="b", text="y"))[0], ["x", "b"])

    def test_an_id_twice_is_coded_twice_with_a_warning(self):
        self.write("a/x.txt", "One.")
        self.write("b/x.txt", "Two.")
        records, err = self.code("a/x.txt", "b/x.txt", "a/x.txt", "--text")
        self.assertEqual([record["text"] for record in records], ["One.", "Two.", "One."])
        warning = 'readout: %s/x.txt: a document before it has the id "x", too; both are coded\n'
        self.assertEqual(err, warning % "b" + warning % "a")

    def test_many_ids(self):
        given = "".join(line(id=str(number), text="x") for number in range(3000)) + line(id="1234", text="x")
        err = self.code("-", given=given)[1]
        self.assertEqual(err.count("\n"), 1)
        self.assertIn("standard input:3001: ", err)
        self.assertIn('"1234"', err)


class Folders(support.Case):
    def test_a_folder_is_read_in_the_order_of_names(self):
        for name in ("d/b.txt", "d/a/z.txt", "d/a.txt", "d/c/deep/er/e.txt", "d/B.TXT", "d/é.txt"):
            self.write(name)
        self.write("d/c.jsonl", line(id="c1", text="x") + line(id="c2", text="x"))
        ids, err = self.ids("d")
        self.assertEqual(ids, ["B", "z", "a", "b", "e", "c1", "c2", "é"])
        self.assertEqual(err, "")
        self.assertEqual(self.ids("d/")[0], ids)

    def test_other_files_are_counted(self):
        for name in ("d/a.txt", "d/b.pdf", "d/c", "d/e/f.html", "d/g.txt~"):
            self.write(name)
        os.mkfifo(self.folder / "d/pipe.txt")
        os.symlink("nowhere", self.folder / "d/link")
        ids, err = self.ids("d")
        self.assertEqual(ids, ["a"])
        self.assertEqual(err, "readout: d: 6 other files, neither .txt, .jsonl nor .xml, not read\n")
        self.assertEqual(self.ids("d", "--quiet"), (["a"], ""))

    def test_an_empty_folder(self):
        (self.folder / "d").mkdir()
        self.assertEqual(self.ids("d"), ([], ""))

    def test_a_folder_called_as_a_file(self):
        self.write("d/x.txt/a.txt")
        self.assertEqual(self.ids("d")[0], ["a"])
        self.assertEqual(self.ids("d/x.txt")[0], ["a"])

    def test_a_file_that_is_not_there(self):
        ids, err = self.ids("nowhere.txt", self.write("a.txt"), exit=1)
        self.assertEqual(ids, ["a"])
        self.assertEqual(err, "readout: nowhere.txt: cannot read it: No such file or directory\n")

    def test_an_unreadable_file_in_a_folder(self):
        self.write("d/a.txt")
        self.write("d/c.txt")
        os.symlink("nowhere", self.folder / "d/b.txt")
        ids, err = self.ids("d", exit=1)
        self.assertEqual(ids, ["a", "c"])
        self.assertEqual(err, "readout: d/b.txt: cannot read it: No such file or directory\n")

    def test_files_without_permission(self):
        """The superuser may read all: then somebody else tries."""
        for name in ("d/a.txt", "d/b.txt", "d/closed/c.txt", "d/e.txt"):
            self.write(name)
        os.chmod(self.folder / "d/b.txt", 0)
        os.chmod(self.folder / "d/closed", 0)
        self.addCleanup(os.chmod, self.folder / "d/closed", 0o700)
        options = {}
        if os.geteuid() == 0:
            os.chmod(self.folder, 0o755)
            options = {"program": shutil.copy(PROGRAM, self.folder), "user": 65534, "group": 65534,
                       "extra_groups": [], "env": {"READOUT_MODEL": "none"}}
        code, out, err = self.run_program("code", "d", **options)
        self.assertEqual(code, 1)
        self.assertEqual([json.loads(record)["id"] for record in out.splitlines()], ["a", "e"])
        self.assertEqual(err, "readout: d/b.txt: cannot read it: Permission denied\n"
                              "readout: d/closed: cannot read it: Permission denied\n")

    def test_links_are_followed_but_not_in_circles(self):
        self.write("d/a/x.txt")
        self.write("elsewhere/y.txt")
        os.symlink("../elsewhere", self.folder / "d/b")
        os.symlink("..", self.folder / "d/a/up")
        ids, err = self.ids("d", exit=1)
        self.assertEqual(ids, ["x", "y"])
        self.assertEqual(err, "readout: d/a/up: cannot read it: it is within itself; remove the symbolic link\n")

    def test_a_folder_named_with_input(self):
        self.write("d/a.txt", line(id="x", text="y"))
        self.assertEqual(self.ids("d", "--input", "jsonl")[0], ["a"])


if __name__ == "__main__":
    support.main()
