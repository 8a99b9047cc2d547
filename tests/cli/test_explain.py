"""readout explain: trees, and the statements that were considered, with what became of them."""
import support

TEXT = 'The mayor said the bridge was safe. "It is late," Costa said.\n'


class Explain(support.Case):
    def explain(self, *arguments, given=TEXT, exit=0):
        code, out, err = self.run_program("explain", *arguments, "-", given=given)
        self.assertEqual(code, exit, err)
        return out.decode()

    def test_a_sentence_with_its_tree_and_statements(self):
        out = self.explain("--sentence", "1")
        self.assertIn("   1  The mayor said the bridge was safe.\n", out)
        self.assertIn("   2    mayor           mayor           NOUN   NN     3 nsubj\n", out)
        self.assertIn("      written · ", out)
        self.assertIn("        cue      said\n        source   The mayor\n        content  the bridge was safe\n", out)
        self.assertNotIn("Costa", out)

    def test_what_gives_way_says_why(self):
        out = self.explain()
        self.assertEqual(out.count('        content  "It is late,"\n'), 2)  # by rule and by the model
        self.assertIn("left: most of its content is that of a surer statement", out)
        self.assertIn("rule: cue behind a quotation", " ".join(out.split()))
        self.assertEqual(out.count("written · "), 2)

    def test_the_source_that_came_second(self):
        text = (support.ROOT / "examples/summit.txt").read_text(encoding="utf-8")
        self.assertIn("        less so  ", self.explain(given=text))

    def test_scores_that_are_too_low(self):
        out = self.explain("--min-score", "1")
        self.assertNotIn("written", out)
        self.assertIn("left: its score is too low", out)

    def test_by_rules_alone_there_are_no_trees(self):
        out = self.explain("--model", "none")
        self.assertNotIn("nsubj", out)
        self.assertIn("written · 0.93 · rule: cue behind a quotation\n", out)


class MinScore(support.Case):
    def test_what_is_less_sure_is_left_out_and_the_record_says_so(self):
        self.write("a.txt", TEXT)
        [all_of_it], _ = self.code("--min-score", "0", "a.txt")
        [sure], _ = self.code("--min-score", "statement=0.999", "a.txt")
        self.assertGreaterEqual(len(all_of_it["statements"]), 2)
        self.assertEqual(sure["statements"], [])
        self.assertEqual(sure["coder"]["options"], {"min-score": "statement=0.999"})
        self.assertEqual(self.code("a.txt")[0][0]["coder"]["options"], {})
        [most], _ = self.code("--min-score", "event=0.5,position=1,dispute=1", "a.txt")
        self.assertEqual(most["coder"]["options"], {"min-score": "event=0.5,position=1,dispute=1"})

    def test_what_is_no_score(self):
        self.write("a.txt", TEXT)
        for wrong in ("2", "-1", "x", "time=0.5", "dispute=2", "0.5,", "", "nan", "0x1"):
            err = self.code("--min-score", wrong, "a.txt", exit=2)[1]
            self.assertIn("is no score: write a number from 0 to 1, or statement=, event=, position=, dispute=NUMBER", err)


if __name__ == "__main__":
    support.main()
