"""Learns how a form becomes its lemma, from the treebanks, and lays that out as tensors of the model file.

    lemmas.py EWT_TRAIN GUM_TRAIN [--dev EWT_DEV GUM_DEV --part tune --noise 0.04 --misses 40]
              [--tool train-lemmas]

"Stopped" VBD -> "stop" in two answers. The end: cut 3 characters of "stopped", add none. The case: what is written
like "Stopped" becomes small. Both are asked of a trie that is read from the word's end to its begin; the deepest node
with an answer wins, so that suffixes are rules and whole words their exceptions. src/syntax/lemmas.h is the other side.
"""
from __future__ import annotations

import argparse
import hashlib
import random
import re
import subprocess
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from data import read_conllu

LONGEST = 64   # characters; a longer word is its own lemma
SUFFIX = 6     # letters of the longest rule that is no whole word
WHOLE = 255    # cut: all of the form, whose lemma then is what is added, capitals and all
BEGIN = "\0"   # the letter before a word's first
STORED = 50    # a word seen so often, always with one lemma, has that whole in the file, so that nothing is written
GAIN = {"ends": 1.5, "case": 0.5}  # so many more words have to follow a rule than what it replaces
LOW, CAPITAL, CAPITALS, MIXED, NUMBER = range(5)  # how a form is written
KEEP, LOWER, TITLE, UPPER, NO_COMMAS = range(5)   # what becomes of that
SHAPES = 5
NO_ANSWER = 0xFFFF

# What is tried, in this order, on a form of a shape
CASES = {LOW: (LOWER, KEEP, TITLE, UPPER), CAPITAL: (KEEP, LOWER, UPPER), CAPITALS: (KEEP, LOWER, TITLE),
         MIXED: (KEEP, LOWER, TITLE, UPPER), NUMBER: (NO_COMMAS, KEEP, LOWER)}

# A form that was never seen with a tag is taken to have the lemma that it has with one of the same line.
ALIKE = [("VB", "VBP", "VBD", "VBN", "VBZ"), ("NNS", "NNPS"), ("JJR", "RBR"), ("JJS", "RBS")]


def small(c):
    """A small letter, by itself as in C: Python's own way with a word knows its neighbours."""
    return c.lower()[:1]


def low(text):
    """Small letters, and the plain apostrophe."""
    return "".join(map(small, text)).replace("’", "'")


def high(c):
    """A capital, where it is one character."""
    return next((large for large in (c.upper(), c.title()) if len(large) == 1), c)


def shape_of(form):
    if form[0].isascii() and form[0].isdigit():
        return NUMBER
    capitals = sum(c != small(c) for c in form)
    if not capitals:
        return LOW
    if capitals > 1:
        return MIXED if any(c != high(c) for c in form) else CAPITALS
    return CAPITAL if form[0] != small(form[0]) else MIXED


def written(stem, case):
    """A stem with the capitals that `case` tells."""
    if case == NO_COMMAS:
        return stem.replace(",", "")
    if case == LOWER:
        return low(stem)
    if case == UPPER:
        return "".join(map(high, stem))
    return high(stem[:1]) + low(stem[1:]) if case == TITLE else stem


def apply(form, case, cut, added):
    if cut == WHOLE:
        return added
    return written(form[:len(form) - cut], case) + added if cut < len(form) else form


def split(form, lemma):
    """(case, (cut, added)) that make the lemma of the form; the case is None where all of the lemma is added."""
    short, wanted = low(form), low(lemma)
    common = 0
    while common < min(len(short), len(wanted)) and short[common] == wanted[common]:
        common += 1
    end = (len(form) - common, wanted[common:])
    for case in CASES[shape_of(form)]:
        if common and apply(form, case, *end) == lemma:
            return case, end
    return None, (WHOLE, lemma)


class Trie:
    """Answers at suffixes, in bytes: a child of a node is one byte further to the left."""

    def __init__(self, answer=None):
        self.children, self.answer = {}, answer

    def put(self, text, answer):
        node = self
        for byte in reversed(text.encode("utf-8")):
            node = node.children.setdefault(byte, Trie())
        node.answer = answer

    def get(self, text):
        """The answer of the longest suffix that has one."""
        node, answer = self, self.answer
        for byte in reversed(text.encode("utf-8")):
            node = node.children.get(byte)
            if node is None:
                break
            answer = answer if node.answer is None else node.answer
        return answer


def best(counts, before=None):
    """The most frequent answer; of equals the one that would be given anyway, then the first in order."""
    return min(counts, key=lambda answer: (-counts[answer], answer != before, answer))


def grow(words, seen, gain, default):
    """A trie from {low form: Counter of answers}: rules where they change often enough what is answered, then words.
    Rules are made of `seen`, {low form: Counter} likewise; each word has one vote."""
    votes = defaultdict(Counter)
    for form, counts in seen.items():
        answer = best(counts)
        for length in range(min(SUFFIX, len(form)) + 1):
            votes[form[len(form) - length:]][answer] += 1
    trie = Trie(best(votes[""]) if seen else default)
    for suffix in sorted(votes, key=lambda s: (len(s), s)):
        before, counts = trie.get(suffix), votes[suffix]
        answer = best(counts, before)
        most = 2 * counts[answer] > counts.total()
        if suffix and most and answer != before and counts[answer] - counts[before] >= gain:
            trie.put(suffix, answer)
    for form in sorted(words):
        before = trie.get(BEGIN + form)
        answer = best(words[form], before)
        if answer != before:
            trie.put(BEGIN + form, answer)
    return trie


def stems(verb):
    """What -ed (-er, -est) and -ing are put to; two where it is not known whether the last letter doubles."""
    if verb.endswith("ie"):
        return [verb[:-1]], [verb[:-2] + "y"]
    if re.search("[eoy]e$", verb):
        return [verb[:-1]], [verb]
    if verb.endswith("e"):
        return [verb[:-1]], [verb[:-1]]
    if re.search("[^aeiou]y$", verb):
        return [verb[:-1] + "i"], [verb]
    if re.search("c$|^(qu|[^aeiouy])*[aeiouy][bdfgklmnprtvz]$", verb):
        double = verb + verb[-1].replace("c", "k")
        return [double], [double]
    if re.search("[^aeiou][aeiou][bdglmnprt]$", verb):
        return [verb, verb + verb[-1]], [verb, verb + verb[-1]]
    return [verb], [verb]


def with_s(word):
    if re.search("(s|x|z|ch|sh)$", word):
        return [word + "es"]
    if re.search("[^aeiou]y$", word):
        return [word[:-1] + "ies"]
    return [word + "es", word + "s"] if re.search("[^aeiou]o$", word) else [word + "s"]


def inflected(lemma, kind):
    """(tags, form): the regular forms of a verb, noun or adjective."""
    past, present = stems(lemma)
    if kind == "A":
        return [pair for stem in past for pair in ((("JJR", "RBR"), stem + "er"), (("JJS", "RBS"), stem + "est"))]
    plain = [(("VBZ",) if kind == "V" else ("NNS", "NNPS"), form) for form in with_s(lemma)]
    if kind == "N":
        return plain
    return plain + [(("VBD", "VBN"), s + "ed") for s in past] + [(("VBG",), s + "ing") for s in present]


def listed(path=Path(__file__).parent / "forms.txt"):
    """(kind, lemma, forms) of each line of forms.txt."""
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(kind.upper(), lemma, forms) for kind, lemma, *forms in lines]


def irregular():
    """{tag: {form: Counter of lemmas}} of forms.txt."""
    forms = defaultdict(lambda: defaultdict(Counter))
    for kind, lemma, own in listed():
        for form in own:
            verb = ("VBG",) if form.endswith("ing") else ("VBZ",) if form.endswith("s") else ("VBD", "VBN")
            for tag in verb if kind == "V" else ("NNS", "NNPS"):
                forms[tag][form][lemma] += 1
    return forms


def paradigms(words):
    """The same of the regular forms that the lemmas of a treebank have or would have, and those of forms.txt."""
    kinds = {"NN": "N", "NNS": "N", "JJ": "A", "JJR": "A", "JJS": "A",
             **{tag: "V" for tag in ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG")}}
    lemmas = Counter((kinds[word.xpos], word.lemma) for word in words
                     if word.xpos in kinds and re.fullmatch("[a-z]{3,}", word.lemma))
    lemmas.update((kind, lemma) for kind, lemma, own in listed() if not own)
    forms = defaultdict(lambda: defaultdict(Counter))
    for (kind, lemma), count in sorted(lemmas.items()):
        for tags, form in inflected(lemma, kind):
            for tag in tags:
                forms[tag][form][lemma] += count
    return forms


def neighbours(words):
    """The same of the forms that were seen with a tag that is alike."""
    forms = defaultdict(lambda: defaultdict(Counter))
    for word in words:
        for tag in {tag for tags in ALIKE if word.xpos in tags for tag in tags} - {word.xpos}:
            forms[tag][low(word.form)][low(word.lemma)] += 1
    return forms


class Rules:
    """A trie of ends a tag, and one of cases a tag and shape."""

    def __init__(self, words):
        words = [word for word in words if word.lemma != "_" and len(word.form) <= LONGEST]
        ends, cases, lemmas = (defaultdict(lambda: defaultdict(Counter)) for _ in range(3))
        for word in words:
            tag, form = self.key(word.upos, word.xpos), low(word.form)
            case, end = split(word.form, word.lemma)
            ends[tag][form][end] += 1
            lemmas[tag][form][word.lemma] += 1
            if case is not None:
                cases[tag, shape_of(word.form)][form][case] += 1
        self.tags = sorted(ends)
        guesses = irregular(), neighbours(words), paradigms(words)
        self.ends = [grow_ends(ends[tag], lemmas[tag], [guess.get(tag, {}) for guess in guesses])
                     for tag in self.tags]
        self.cases = [grow_cases(cases[tag, shape], lemmas[tag], shape)
                      for tag in self.tags for shape in range(SHAPES)]

    @staticmethod
    def key(upos, xpos):
        """A tag: xpos, but for verbs in names (GUM has a VERB "United" of "Unite", EWT an ADJ "United")."""
        return f"{xpos}/{upos}" if upos == "VERB" and xpos == "NNP" else xpos

    def tag(self, upos, xpos):
        key = self.key(upos, xpos)
        return self.tags.index(key if key in self.tags else xpos if xpos in self.tags else "NN")

    def lemma(self, form, upos, xpos):
        if len(form) > LONGEST:
            return form
        tag, text = self.tag(upos, xpos), BEGIN + low(form)
        return apply(form, self.cases[tag * SHAPES + shape_of(form)].get(text), *self.ends[tag].get(text))


def rule_of(counts):
    """Of a word's answers those that other words may follow."""
    return Counter({end: count for end, count in counts.items() if end[0] != WHOLE})


def grow_ends(words, lemmas, guesses):
    more = dict(words)
    for guess in guesses:
        for form, counts in guess.items():
            if form not in more:
                more[form] = Counter()
                for lemma, count in counts.items():
                    more[form][split(form, lemma)[1]] += count
    seen = {form: rule_of(counts) for form, counts in more.items() if rule_of(counts)}
    stored = {form: {(WHOLE, lemma): count} for form, counts in lemmas.items() if len(counts) == 1
              for lemma, count in counts.items() if count >= STORED}
    return grow(more | stored, seen, GAIN["ends"], (0, ""))


def recast(form, shape):
    """A small form as it would be written in a shape, or None."""
    if shape == LOW:
        return form
    other = "".join(map(high, form)) if shape == CAPITALS else high(form[:1]) + form[1:]
    return other if shape in (CAPITAL, CAPITALS) and shape_of(other) == shape else None


def grow_cases(words, lemmas, shape):
    """What a word was in other shapes tells of this one too, but a tenth as much; seen once it tells nothing."""
    more = {}
    for form, counts in lemmas.items():
        answers = Counter({case: 10 * count for case, count in words.get(form, {}).items()})
        other = recast(form, shape) if counts.total() > 1 else None
        for lemma, count in counts.items() if other else []:
            case, _ = split(other, lemma)
            if case not in (None, UPPER):
                answers[case] += count
        if answers:
            more[form] = answers
    return grow(more, words, GAIN["case"], CASES[shape][0])


def flat(name, roots, number):
    """Tries as tensors, breadth first: a node's children are together, and lie behind it."""
    nodes, letters, first = list(roots), [0] * len(roots), []
    for node in nodes:  # grows while it is read
        first.append(len(nodes))
        for byte, child in sorted(node.children.items()):
            nodes.append(child)
            letters.append(byte)
    answers = [NO_ANSWER if node.answer is None else number(node.answer) for node in nodes]
    return {f"lemma.{name}.letters": np.array(letters, dtype=np.uint8),
            f"lemma.{name}.first": np.array(first + [len(nodes)], dtype=np.uint32),
            f"lemma.{name}.answers": np.array(answers, dtype=np.uint16)}


def tensors(rules, upos, xpos):
    """What the model file has of lemmas; `upos` and `xpos` are its label sets."""
    ends = sorted({node.answer for root in rules.ends for node in every(root) if node.answer is not None})
    added = sorted({added for _, added in ends})
    offsets = dict(zip(added, np.cumsum([0] + [len(a.encode("utf-8")) + 1 for a in added]).tolist()))
    return {"lemma.tags": np.array([[rules.tag(u, x) for x in xpos] for u in upos], dtype=np.uint8),
            **flat("end", rules.ends, ends.index), **flat("case", rules.cases, int),
            "lemma.ends": np.array([(cut, offsets[a]) for cut, a in ends], dtype=np.uint32),
            "lemma.added": np.frombuffer("".join(a + "\0" for a in added).encode("utf-8"), dtype=np.uint8)}


def every(node):
    yield node
    for child in node.children.values():
        yield from every(child)


def learn(paths):
    """Rules from the train files of treebanks."""
    return Rules([word for _, words in treebank(paths) for word in words])


def treebank(paths):
    """[(document, its words)] of several files."""
    return [(name, words) for path in paths for name, (_, words, _) in read_conllu(path).items()]


def in_part(name, part):
    digest = hashlib.sha1(re.sub(r"#\d+$", "", name).encode("utf-8")).hexdigest()
    return part == "all" or int(digest[0], 16) % 2 == (part == "check")


def confuse(words, known, rate, chance):
    """Words of which a share has another tag that the form also has, or else one like it."""
    near = {"NN": "NNP JJ NNS VB", "NNP": "NN NNPS JJ", "NNS": "NNPS VBZ NN", "NNPS": "NNS NNP", "JJ": "NN VBN RB NNP",
            "VB": "VBP NN", "VBP": "VB NN", "VBD": "VBN", "VBN": "VBD JJ", "VBG": "NN JJ", "RB": "IN JJ RP",
            "VBZ": "NNS POS", "IN": "RB RP"}
    out = []
    for word in words:
        others = sorted(known[low(word.form)] - {(word.upos, word.xpos)})
        others = others or [(word.upos, x) for x in near.get(word.xpos, "NN").split()]
        out.append(chance.choice(others) if chance.random() < rate else (word.upos, word.xpos))
    return out


def accuracy(rules, documents, tags=None):
    right = total = 0
    misses = Counter()
    for number, (_, words) in enumerate(documents):
        for index, word in enumerate(words):
            upos, xpos = tags[number][index] if tags else (word.upos, word.xpos)
            lemma = rules.lemma(word.form, upos, xpos)
            well = word.lemma in ("_", lemma)
            right, total = right + well, total + 1
            if not well:
                misses[word.form, word.xpos, word.lemma, lemma] += 1
    return 100 * right / max(total, 1), misses


def compare(tool, rules, documents):
    """How many words the C code reads in another way, of words as they are and in capitals, with all sorts of tags."""
    from export import write
    words = [word for _, own in documents for word in own]
    upos, xpos = sorted({word.upos for word in words}), sorted({word.xpos for word in words})
    chance = random.Random(11)
    asked = [(form, upos.index(chance.choice([word.upos, "X"])), xpos.index(chance.choice([word.xpos] + xpos[:9])))
             for word in words
             for form in dict.fromkeys([word.form, word.form.upper(), word.form.title(), low(word.form)])]
    asked += [(c + "ab" + c, 1, 2) for c in map(chr, range(0xA0, 0x11000)) if not 0xD800 <= ord(c) < 0xE000]
    lines = "".join(f"{form}\t{u}\t{x}\n" for form, u, x in asked)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lemmas.safetensors"
        write(path, tensors(rules, upos, xpos), SimpleNamespace(sets={"upos": upos, "xpos": xpos}), [1], {})
        out = subprocess.run([tool, path, str(len(upos)), str(len(xpos))], input=lines.encode(), stdout=subprocess.PIPE,
                             check=True).stdout.decode().split("\n")[:-1]
    own = [rules.lemma(form, upos[u], xpos[x]) for form, u, x in asked]
    wrong = [(*word, mine, theirs) for word, mine, theirs in zip(asked, own, out, strict=True) if mine != theirs]
    print(f"{tool}: {len(asked)} words, {len(wrong)} otherwise", *wrong[:10])


def main():
    parser = argparse.ArgumentParser(description="Learn lemmas and measure them.")
    parser.add_argument("train", nargs="+")
    parser.add_argument("--dev", nargs="+", default=[])
    parser.add_argument("--part", default="tune", choices=["tune", "check", "all"])
    parser.add_argument("--noise", type=float, default=0.04)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--tool", help="compare with the C code")
    arguments = parser.parse_args()
    words = [word for _, words in treebank(arguments.train) for word in words]
    rules = Rules(words)
    sizes = {name: value.nbytes for name, value in tensors(rules, *(
        sorted({getattr(word, kind) for word in words}) for kind in ("upos", "xpos"))).items()}
    print(f"{sum(sizes.values())} bytes", *(f"{name} {size}" for name, size in sizes.items()))
    known = defaultdict(set)
    for word in words:
        known[low(word.form)].add((word.upos, word.xpos))
    for path in arguments.dev:
        documents = [(name, own) for name, own in treebank([path]) if in_part(name, arguments.part)]
        gold, misses = accuracy(rules, documents)
        chance = random.Random(7)
        noisy, _ = accuracy(rules, documents, [confuse(own, known, arguments.noise, chance) for _, own in documents])
        print(f"{path} {arguments.part} gold {gold:.2f} noisy {noisy:.2f}")
        for miss, count in misses.most_common(arguments.misses):
            print("  ", count, *miss)
    if arguments.tool:
        compare(arguments.tool, rules, treebank(arguments.dev))


if __name__ == "__main__":
    main()
