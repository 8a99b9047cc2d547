"""--format brat: pairs of files that brat can read, with its configuration in examples/brat."""
import re
import unittest

import support
from support import QUOTE, ROOT, line

TOLD = "Mayor Ada Lund told\nreporters on Friday that Ben Roe had\tsaid: \"We\nagree.\"\n\n\"No,\" she said, \"never.\"\n"
HARD = "\U0001f6a2 A \"ship\u2028sails,\"\x0c Ada\u0085Lund said.\r\n\u201cNo,\u201d he said, \u201cnever.\u201d\n"


def configured():
    """What annotation.conf names: of each section the first words of its lines, and the values of attributes."""
    sections, values, section = {}, {}, None
    for row in (ROOT / "examples/brat/annotation.conf").read_text(encoding="utf-8").splitlines():
        if row.startswith("["):
            section = sections.setdefault(row.strip("[]"), {})
        elif row and not row.startswith("#"):
            name, _, rest = row.partition("\t")
            section[name] = rest
            values[name] = rest.rpartition("Value:")[2].split("|")
    return sections, values


SECTIONS, VALUES = configured()
ROLES = {name: set(re.findall(r"(\w+)[?*]?:", SECTIONS["events"][name])) for name in ("Statement", "Event")}


class Brat(support.Case):
    def read(self, text, annotations):
        """The lines of an .ann by their ids, each held to what brat asks of it and to its configuration."""
        found = {}
        for row in annotations.split("\n")[:-1]:
            name, what, *rest = row.split("\t")
            self.assertNotIn(name, found)
            found[name] = what.split(" ", 1) + rest
        self.assertEqual(annotations[-1:], "\n" if found else "")
        for name, what in found.items():
            getattr(self, {"T": "text", "R": "relation", "A": "attribute", "E": "event", "#": "note"}[name[0]])(
                text, found, *what)
        return found

    def text(self, text, found, kind, offsets, words):
        self.assertIn(kind, {**SECTIONS["entities"], **SECTIONS["events"]})
        spans = [tuple(map(int, pair.split())) for pair in offsets.split(";")]
        self.assertEqual(words, " ".join(text[begin:end] for begin, end in spans))
        self.assertEqual(words.splitlines(), [words])
        self.assertEqual(spans, sorted(spans))

    def relation(self, text, found, kind, arguments):
        self.assertIn(kind, SECTIONS["relations"])
        first, second = re.fullmatch(r"Arg1:(T\d+) Arg2:(T\d+)", arguments).groups()
        self.assertTrue(first in found and second in found and first != second)

    def attribute(self, text, found, kind, target):
        target, value = target.split()
        self.assertIn(target, found)
        self.assertIn(value, VALUES[kind])

    def event(self, text, found, head, arguments=""):
        kind, trigger = head.split(":")
        self.assertEqual(found[trigger][0], kind)
        for argument in arguments.split():
            role, target = argument.split(":")
            self.assertIn(target, found)
            self.assertIn(re.sub(r"\d+$", "", role), ROLES[kind])

    def note(self, text, found, kind, target, words):
        self.assertEqual(kind, "AnnotatorNotes")
        self.assertIn(target, found)

    def pair(self, name, folder="out"):
        with open(self.folder / folder / f"{name}.txt", encoding="utf-8", newline="") as file:
            text = file.read()
        with open(self.folder / folder / f"{name}.ann", encoding="utf-8", newline="") as file:
            return text, self.read(text, file.read())

    def test_a_document_on_standard_output(self):
        self.write("a.txt", TOLD)
        code, out, err = self.run_program("code", "--format", "brat", "a.txt")
        self.assertEqual((code, err), (0, ""))
        found = self.read(TOLD, out.decode())
        records, _ = self.code("a.txt")
        events = [what for name, what in found.items() if name[0] == "E"]
        self.assertEqual(len(events), len(records[0]["statements"]) + len(records[0]["events"]))
        self.assertIn("\"We agree.\"", out.decode())

    def test_events(self):
        text = "France and Spain will condemn Ghana on Monday, Togo said. Kim did not meet Moon in Oslo."
        found = self.read(text, self.run_program("code", "--format", "brat", "-", given=text)[1].decode())
        events = [dict(argument.split(":") for argument in f"{what[0]} {what[1]}".split())
                  for name, what in found.items() if name[0] == "E" and what[0].startswith("Event")]
        told = [{role: found[target][-1] for role, target in event.items() if role != "Account"} for event in events]
        self.assertEqual(told[0], {"Event": "condemn", "Source": "France", "Source2": "Spain", "Target": "Ghana",
                                   "Time": "Monday"})
        self.assertEqual(found[found[events[0]["Account"]][0].split(":")[1]][-1], "said")
        self.assertEqual(told[1]["Place"], "Oslo")
        self.assertEqual([what[1].split()[1] for what in found.values() if what[0] in ("Polarity", "Modality")],
                         ["positive", "planned", "negative", "asserted"])
        self.assertEqual([what[2] for name, what in found.items() if name[0] == "#" and what[1][0] == "E"],
                         ["111; ACCUSE disapprove", "040; CONSULT"])

    def test_files_in_a_folder(self):
        self.write("a.txt", TOLD)
        self.write("b.jsonl", line(id="x/1", text=HARD) + line(text=QUOTE) + line(id=".x", text=" "))
        code, out, err = self.run_program("code", "--format", "brat", "--output", "out", "a.txt", "b.jsonl")
        self.assertEqual((code, out, err), (0, b"", ""))
        self.assertEqual(sorted(path.name for path in (self.folder / "out").iterdir()),
                         [name + suffix for name in ("_x", "a", "document", "x_1") for suffix in (".ann", ".txt")])
        self.assertEqual(self.pair("a")[0], TOLD)
        self.assertEqual(self.pair("x_1")[0], HARD)
        self.assertEqual(self.pair("document")[0], QUOTE)
        self.assertEqual(self.pair("_x"), (" ", {}))

    def test_names_are_unlike(self):
        self.write("a.jsonl", line(id="x", text="One.") + line(id="x", text="Two.") + line(id="x", text="Three.") +
                   line(id="é" * 300, text="Four."))
        code, out, err = self.run_program("code", "--format=brat", "--output=out", "--quiet", "--jobs", "2", "a.jsonl")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual([self.pair(name)[0] for name in ("x", "x-2", "x-3", "é" * 100)],
                         ["One.", "Two.", "Three.", "Four."])

    def test_a_folder_that_is_there_is_written_over(self):
        self.write("a.txt")
        self.write("out/a.txt", "Something longer than the text, from before.\n")
        self.assertEqual(self.run_program("code", "--format", "brat", "--output", "out", "a.txt")[0], 0)
        self.assertEqual(self.pair("a")[0], QUOTE)

    def test_an_article(self):
        code, out, err = self.run_program("code", "--format", "brat", "--output", "out", ROOT / "examples/summit.txt")
        self.assertEqual((code, err), (0, ""))
        text, found = self.pair("summit")
        self.assertGreater(sum(name[0] == "E" for name in found), 10)

    def test_standard_output_takes_one_document(self):
        self.write("a.jsonl", line(id="x", text=QUOTE) + line(id="y", text=QUOTE))
        code, out, err = self.run_program("code", "--format", "brat", "a.jsonl")
        self.assertEqual(code, 1)
        self.read(QUOTE, out.decode())
        self.assertIn("a.jsonl:2: standard output takes one document of brat; name a folder by --output", err)

    def test_a_folder_that_cannot_be_written_to(self):
        self.write("a.txt")
        self.write("out/a.ann/b")
        self.assertEqual(self.run_program("code", "--format", "brat", "--output", "a.txt", "a.txt"),
                         (3, b"", "readout: a.txt: cannot be written to: Not a directory\n"))
        code, out, err = self.run_program("code", "--format", "brat", "--output", "out", "a.txt")
        self.assertEqual((code, err), (3, "readout: out/a.ann: cannot be written: Is a directory\n"))


if __name__ == "__main__":
    unittest.main()
