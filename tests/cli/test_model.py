"""The model: which one is taken, how records name it, and what is said of one that cannot be used."""
import hashlib
import json
import shutil

import model
import support
from support import QUOTE

PLACE = "share/readout/readout.safetensors"


class Models(support.Case):
    def setUp(self):
        super().setUp()
        self.model = model.write(self)

    def name_of(self, *arguments, **environment):
        """What the record of a text calls the model."""
        return self.code("-", *arguments, given=QUOTE, env=environment)[0][0]["coder"]["model"]

    def refused(self, *arguments, program=support.PROGRAM, **environment):
        code, out, err = self.run_program("code", "-", *arguments, given=QUOTE, env=environment, program=program)
        self.assertEqual((code, out, err.count("\n")), (3, b"", 1), err)
        return err

    def test_records_name_it(self):
        content = (self.folder / self.model).read_bytes()
        end = 8 + int.from_bytes(content[:8], "little")
        self.assertEqual(self.name_of("--model", self.model), hashlib.sha256(content[8:end]).hexdigest())
        self.assertIsNone(self.name_of("--model", "none"))

    def test_which_one_is_taken(self):
        name = self.name_of("--model", self.model)
        self.assertEqual(self.name_of(READOUT_MODEL=self.model), name)
        self.assertIsNone(self.name_of("--model", "none", READOUT_MODEL=self.model))
        self.assertIsNone(self.name_of("--model", "none", READOUT_MODEL="nowhere"))
        self.assertEqual(self.name_of("--model", self.model, READOUT_MODEL="none"), name)
        self.assertIn("readout: ./none: cannot read the model: ", self.refused("--model", "./none"))

    def test_version(self):
        name = self.name_of("--model", self.model)
        for environment in ({}, {"READOUT_KERNEL": "portable"}):
            environment["READOUT_MODEL"] = self.model
            code, out, err = self.run_program("version", env=environment)
            self.assertRegex(out.decode(), "\nmodel %s\nkernel [a-z0-9]+\n$" % name)
            told = json.loads(self.run_program("version", "--json", env=environment)[1])
            self.assertEqual(told["model"], name)
            self.assertEqual(told["kernel"], environment.get("READOUT_KERNEL", told["kernel"]))
        out = self.run_program("version", env={"READOUT_MODEL": "none"})[1]
        self.assertTrue(out.endswith(b"\nmodel none\n"))

    def test_every_kernel_writes_the_same(self):
        trained = ""  # the shipped one
        right = self.code("-", "--tokens", given=20 * QUOTE, env={"READOUT_MODEL": trained})[0]
        for name in ("portable", "avx2", "avx512"):
            environment = {"READOUT_KERNEL": name, "READOUT_MODEL": trained}
            if self.run_program("version", env=environment)[0] == 0:  # it runs here
                self.assertEqual(self.code("-", "--tokens", given=20 * QUOTE, env=environment)[0], right)
        self.assertIn("portable", self.refused("--model", self.model, READOUT_KERNEL="abacus"))

    def test_one_that_cannot_be_read(self):
        self.assertEqual(self.refused("--model", "nowhere"),
                         "readout: nowhere: cannot read the model: No such file or directory\n")
        self.assertEqual(self.refused(READOUT_MODEL="."),
                         "readout: .: cannot read the model: it is no regular file; save it as one\n")

    def test_one_that_is_none(self):
        for content in ("", "x", 1000 * QUOTE, b"PK\3\4" + 100 * b"\0", '{"text": "x"}\n'):
            self.write("other", content)
            self.assertIn("readout: other: no readout model: ", self.refused("--model", "other"))

    def test_one_of_another_schema(self):
        self.write("other", model.without_check(schema="readout-model/99"))
        self.assertEqual(self.refused("--model", "other"),
                         'readout: other: its schema is "readout-model/99", but this readout reads "readout-model/1"; '
                         "take the model that came with this readout\n")
        self.write("other", model.without_check(schema=None))
        self.assertIn("other: no readout model: ", self.refused("--model", "other"))

    def test_one_that_is_damaged(self):
        content = (self.folder / self.model).read_bytes()
        for at in (len(content) // 2, len(content) - 1):
            self.write("other", content[:at] + bytes([content[at] ^ 1]) + content[at + 1:])
            self.assertIn("readout: other: the model is damaged: its check should be ",
                          self.refused("--model", "other"))
        for length in (len(content) - 1, len(content) // 2, 100):
            self.write("other", content[:length])
            self.assertRegex(self.refused("--model", "other"), "other: the model is damaged: .*; get the file anew\n")

    def test_the_one_that_is_installed(self):
        name = self.name_of("--model", self.model)
        (self.folder / "bin").mkdir()
        (self.folder / "a/b/c").mkdir(parents=True)
        for program, root in (("bin/readout", "bin"), ("bin/readout", ""), ("a/b/c/readout", "a"),
                              ("a/b/c/readout", "")):
            shutil.copy(support.PROGRAM, self.folder / program)
            options = {"program": str(self.folder / program), "env": {"READOUT_MODEL": ""}, "given": QUOTE}
            place = self.folder / root / PLACE
            place.parent.mkdir(parents=True)
            shutil.copy(self.folder / self.model, place)
            code, out, err = self.run_program("code", "-", **options)
            self.assertEqual((code, err), (0, ""))
            self.assertEqual(json.loads(out)["coder"]["model"], name)
            shutil.rmtree(self.folder / root / "share")
            err = self.refused(program=options["program"], READOUT_MODEL="")
            self.assertIn("no model: there is no %s in %s or the three" % (PLACE, (self.folder / program).parent), err)
            self.assertTrue(all(remedy in err for remedy in ("--model FILE", "READOUT_MODEL", "--model none")))

    def test_a_program_found_by_a_link(self):
        self.write(PLACE, (self.folder / self.model).read_bytes())
        (self.folder / "bin").mkdir()
        (self.folder / "elsewhere").mkdir()
        shutil.copy(support.PROGRAM, self.folder / "bin/readout")
        (self.folder / "elsewhere/readout").symlink_to(self.folder / "bin/readout")
        code, out, err = self.run_program("version", program=str(self.folder / "elsewhere/readout"),
                                          env={"READOUT_MODEL": ""})
        self.assertEqual((code, err), (0, ""))

    def test_lexicons_need_none(self):
        self.assertEqual(self.run_program("lexicon", "check", env={"READOUT_MODEL": "nowhere"})[0], 0)


if __name__ == "__main__":
    support.main()
