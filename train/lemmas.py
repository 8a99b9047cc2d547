"""Learns how a form becomes its lemma, from the treebanks, and lays that out as tensors of the model file.

    lemmas.py EWT_TRAIN GUM_TRAIN [--dev EWT_DEV GUM_DEV --part tune --noise 0.04] [--misses 40]

"Stopped" VBD -> "stop" in two answers. The end: cut 3 characters of "stopped", add none. The capitals: a Stopped like this is
written small. Both are asked of a trie that is read from the word's end to its begin; the deepest node with an answer
wins, so that suffixes are rules and whole words their exceptions. src/syntax/lemmas.h tells the same from the other side.
"""
from __future__ import annotations

import argparse
import hashlib
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from data import read_conllu

LONGEST = 64   # characters; a longer word is its own lemma
SUFFIX = 6     # letters of the longest rule that is no whole word
WHOLE = 255    # cut: all of the form, whose lemma then is what is added, capitals and all
BEGIN = "\0"   # the letter before a word's first
LOW, CAPITAL, CAPITALS, MIXED, NUMBER = range(5)  # how a form is written
KEEP, LOWER, TITLE, UPPER, NO_COMMAS = range(5)   # what becomes of that
SHAPES = 5


def low(text):
    """Small letters, each by itself as in C, and the plain apostrophe."""
    return "".join(c.lower()[:1] for c in text).replace("’", "'")


def high(c):
    """A capital, where it is one character."""
    return c.upper() if len(c.upper()) == 1 else c


def is_high(c):
    return c != c.lower()[:1]


def shape_of(form):
    if form[0].isascii() and form[0].isdigit():
        return NUMBER
    capitals = sum(map(is_high, form))
    if not capitals:
        return LOW
    smalls = sum(c != high(c) for c in form)
    if capitals > 1:
        return MIXED if smalls else CAPITALS
    return CAPITAL if is_high(form[0]) else MIXED


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


class Trie:
    """Answers at suffixes: a child of a node is one letter further to the left."""

    def __init__(self):
        self.children, self.answer = {}, None

    def put(self, text, answer):
        node = self
        for letter in reversed(text):
            node = node.children.setdefault(letter, Trie())
        node.answer = answer

    def get(self, text):
        """The answer of the longest suffix that has one."""
        node, answer = self, self.answer
        for letter in reversed(text):
            node = node.children.get(letter)
            if node is None:
                break
            answer = answer if node.answer is None else node.answer
        return answer


def best(counts, before=None):
    """The most frequent answer; of equals the one that would be given anyway, then the first in order."""
    return min(counts, key=lambda answer: (-counts[answer], answer != before, answer))


def grow(words, seen, options):
    """A trie from {low form: Counter of answers}: rules where they change often enough what is answered, then words.
    `seen` has what rules are made of: {low form: Counter} likewise."""
    votes = defaultdict(Counter)
    for form, counts in seen.items():
        answer, weight = best(counts), sum(counts.values()) ** options["power"]
        for length in range(min(SUFFIX, len(form)) + 1):
            votes[form[len(form) - length:]][answer] += weight
    trie = Trie()
    trie.answer = best(votes[""]) if seen else options["default"]
    for suffix in sorted(votes, key=lambda s: (len(s), s)):
        before = trie.get(suffix)
        answer = best(votes[suffix], before)
        if suffix and answer != before and votes[suffix][answer] - votes[suffix][before] >= options["gain"]:
            trie.put(suffix, answer)
    for form in sorted(words):
        before = trie.get(BEGIN + form)
        answer = best(words[form], before)
        if answer != before:
            trie.put(BEGIN + form, answer)
    return trie


def split(form, lemma):
    """(case, (cut, added)) that make the lemma of the form; the case is None where all of the lemma is added."""
    small, wanted = low(form), low(lemma)
    common = 0
    while common < min(len(small), len(wanted)) and small[common] == wanted[common]:
        common += 1
    end = (len(form) - common, wanted[common:])
    for case in CASES[shape_of(form)]:
        if common and apply(form, case, *end) == lemma:
            return case, end
    return None, (WHOLE, lemma)


# What is tried, in this order, on a form of a shape
CASES = {LOW: (LOWER, KEEP, TITLE, UPPER), CAPITAL: (KEEP, LOWER, UPPER), CAPITALS: (KEEP, LOWER, TITLE),
         MIXED: (KEEP, LOWER, TITLE, UPPER), NUMBER: (KEEP, NO_COMMAS, LOWER)}


def recast(form, shape):
    """A small form as it would be written in a shape, or None."""
    if shape == LOW:
        return form
    other = "".join(map(high, form)) if shape == CAPITALS else high(form[:1]) + form[1:]
    return other if shape in (CAPITAL, CAPITALS) and shape_of(other) == shape else None


class Rules:
    """A trie of ends a tag, and one of cases a tag and shape."""

    def __init__(self, words, options=None):
        self.options = {"power": 0.5, "gain": 1.5, "case_power": 0.5, "case_gain": 2.0, **(options or {})}
        ends = defaultdict(lambda: defaultdict(Counter))
        cases = defaultdict(lambda: defaultdict(Counter))
        lemmas = defaultdict(lambda: defaultdict(Counter))
        for word in words:
            tag, form = self.tag(word.upos, word.xpos), low(word.form)
            if word.lemma == "_" or len(form) > LONGEST:
                continue
            case, end = split(word.form, word.lemma)
            ends[tag][form][end] += 1
            lemmas[tag][form][word.lemma] += 1
            if case is not None:
                cases[tag, shape_of(word.form)][form][case] += 1
        self.ends = {tag: self.grow_ends(ends[tag]) for tag in sorted(ends)}
        self.cases = {(tag, shape): self.grow_cases(cases[tag, shape], lemmas[tag], shape)
                      for tag in sorted(ends) for shape in range(SHAPES)}

    @staticmethod
    def tag(upos, xpos):
        return xpos + "/VERB" if upos == "VERB" and xpos in ("NNP", "NNPS", "AFX") else xpos

    def grow_ends(self, words):
        seen = {}
        for form, counts in words.items():
            parts = Counter({end: count for end, count in counts.items() if end[0] != WHOLE})
            if parts:
                seen[form] = parts
        return grow(words, seen, {"power": self.options["power"], "gain": self.options["gain"], "default": (0, "")})

    def grow_cases(self, words, lemmas, shape):
        """Words that were seen in another shape are taken to have the same lemma in this one."""
        more = dict(words)
        for form, counts in lemmas.items():
            other = recast(form, shape)
            if form not in more and other:
                case, _ = split(other, best(counts))
                if case is not None:
                    more[form] = Counter([case])
        return grow(more, words, {"power": self.options["case_power"], "gain": self.options["case_gain"],
                                  "default": CASES[shape][0]})

    def lemma(self, form, upos, xpos):
        if len(form) > LONGEST:
            return form
        tag, small = self.tag(upos, xpos), BEGIN + low(form)
        return apply(form, self.cases[tag, shape_of(form)].get(small), *self.ends[tag].get(small))


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


def main():
    parser = argparse.ArgumentParser(description="Learn lemmas and measure them.")
    parser.add_argument("train", nargs="+")
    parser.add_argument("--dev", nargs="+", default=[])
    parser.add_argument("--part", default="tune", choices=["tune", "check", "all"])
    parser.add_argument("--noise", type=float, default=0.04)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--option", nargs=2, action="append", default=[])
    arguments = parser.parse_args()
    words = [word for _, words in treebank(arguments.train) for word in words]
    rules = Rules(words, {name: float(value) for name, value in arguments.option})
    known = defaultdict(set)
    for word in words:
        known[low(word.form)].add((word.upos, word.xpos))
    for path in arguments.dev:
        documents = [(name, w) for name, w in treebank([path]) if in_part(name, arguments.part)]
        gold, misses = accuracy(rules, documents)
        chance = random.Random(7)
        noisy, _ = accuracy(rules, documents, [confuse(w, known, arguments.noise, chance) for _, w in documents])
        print(f"{path} {arguments.part} gold {gold:.2f} noisy {noisy:.2f}")
        for miss, count in misses.most_common(arguments.misses):
            print("  ", count, *miss)


if __name__ == "__main__":
    main()
