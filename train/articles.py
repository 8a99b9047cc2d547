"""Articles with their statements, in words: what train-statements (train/statements.c) reads of them, beside PolNeAR's
marks (Newell et al. 2018)."""
from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from data import byte_to_character, through

COLUMNS, RANGES, FEATURES = 7, 1 + 16, 9
NONE, SOURCE, CUE, CONTENT = ROLES = range(4)
LABELS = {"source": SOURCE, "cue": CUE, "content": CONTENT}
REACH = 96  # words to each side of a cue
EDGES = np.array([1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 32, 48, 80])  # as in src/statements/pairs.c
DISTANCES, QUOTATIONS, OFFSETS, CLIMB = 2 * len(EDGES) + 1, 10, 6, 64


@dataclass
class Article:
    """Arrays of one row a word; `statements` are {role: words}, by the word that their cue is found by."""
    name: str
    text: str
    spans: np.ndarray  # code points
    block: np.ndarray
    sentence: np.ndarray
    head: np.ndarray
    relation: np.ndarray
    quotation: np.ndarray  # from 1, 0 none
    vectors: np.ndarray    # 8 bits, as `words`
    words: np.ndarray      # by themselves
    statements: dict
    candidates: list  # of the model's heads: ([source, contents ...] as ranges, features)

    def __len__(self):
        return len(self.spans)

    def form(self, index):
        return self.text[self.spans[index, 0]:self.spans[index, 1]].lower()


def attributions(annotations):
    """[{label: [(begin, end)]}] of a brat file; an entry ends where the next one starts."""
    marks, out = {}, []
    for entry in re.split(r"\n(?=[A-Z*#]\d*\t)", annotations.replace("\r\n", "\n").rstrip("\n")):
        name, *columns = entry.split("\t", 2)
        if re.fullmatch(r"T\d+", name):
            marks[name] = [tuple(map(int, span.split())) for span in columns[0].split(" ", 1)[1].split(";")]
        elif re.fullmatch(r"E\d+", name):
            event = {}
            for argument in columns[0].split():
                label, _, mark = argument.partition(":")
                label = label.rstrip("0123456789").lower()
                if label in LABELS and mark in marks:
                    event.setdefault(label, []).extend(marks[mark])
            out.append(event)
    return out


def covered(spans, marks, length):
    """The words of which at least half the characters are marked."""
    on = np.zeros(length + 1, dtype=np.int64)
    for begin, end in marks:
        on[begin:end] = 1
    before = np.append(0, np.cumsum(on))
    return np.flatnonzero(2 * (before[spans[:, 1]] - before[spans[:, 0]]) >= spans[:, 1] - spans[:, 0])


def depth(head, word):
    steps = 0
    while head[word] != word and steps < len(head):
        word, steps = head[word], steps + 1
    return steps


def statements(article, annotations):
    """{word: {role: words}}: a cue is found by its word that is highest in the tree, the first of several."""
    out = {}
    for event in attributions(annotations):
        words = {LABELS[label]: covered(article.spans, marks, len(article.text)) for label, marks in event.items()}
        if len(words.get(CUE, ())) and len(words.get(CONTENT, ())):
            out[int(min(words[CUE], key=lambda word: depth(article.head, word)))] = words
    return out


def read_one(raw, at, path):
    count, width, embedding = map(int, np.frombuffer(raw, "<u4", 3, at))
    at += 12
    rows = np.frombuffer(raw, "<u4", count * COLUMNS, at).reshape(count, COLUMNS).astype(np.int64)
    at += rows.size * 4
    vectors = np.frombuffer(raw, "i1", count * width, at).reshape(count, width)
    at += vectors.size
    words = np.frombuffer(raw, "i1", count * embedding, at).reshape(count, embedding)
    at += words.size
    number, at, candidates = int(np.frombuffer(raw, "<u4", 1, at)[0]), at + 4, []
    for _ in range(number):
        ranges = np.frombuffer(raw, "<u4", 2 * RANGES, at).reshape(RANGES, 2).astype(np.int64)
        candidates.append((ranges, np.frombuffer(raw, "<f4", FEATURES, at + 8 * RANGES)))
        at += 8 * RANGES + 4 * FEATURES
    text = path.read_bytes().decode("utf-8-sig")
    article = Article(path.stem, text, byte_to_character(text)[rows[:, :2]], rows[:, 2], rows[:, 3], rows[:, 4],
                      rows[:, 5], rows[:, 6], vectors, words, {}, candidates)
    marks = path.with_suffix(".ann")
    article.statements = statements(article, marks.read_text(encoding="utf-8")) if marks.exists() else {}
    return article, at


def read(tool, model, paths):
    """The articles of paths NAME.txt, as the tool reads them with a model, with the marks of NAME.ann where there is one."""
    return through(tool, model, paths, read_one)


# How a word stands to a cue, as src/statements/pairs.c tells it

def sides(relations):
    """Rows of the tables of sides for so many relations."""
    return 1 + 2 * relations + OFFSETS


def set_tree(article, cue, begin, end, left, right):
    """Left and right where the paths of the cue and of words of its sentence meet."""
    head, relation, above, path, word = article.head, article.relation, {}, [], cue
    while len(path) < CLIMB:
        path.append(word)
        above[word] = len(path)
        if head[word] == word:
            break
        word = head[word]
    for word in range(begin, end):
        if article.sentence[word] != article.sentence[cue]:
            continue
        at, below, steps = word, word, 0
        while at not in above and steps < CLIMB and head[at] != at:
            below, at, steps = at, head[at], steps + 1
        if at in above:
            level = above[at]
            left[word - begin] = 0 if level == 1 else 1 + 2 * relation[path[level - 2]] + (level > 2)
            right[word - begin] = 0 if steps == 0 else 1 + 2 * relation[below] + (steps > 1)


def pairs(article, cue, begin, end, relations):
    """[4, words]: left, right, quotation, distance of words [begin, end) to a cue, rows of the tables."""
    words = np.arange(begin, end)
    far = article.sentence[begin:end] - article.sentence[cue]
    offset = np.where(far < 0, 3 + np.maximum(far, -3), 2 + np.minimum(far, 3))
    left = np.where(far == 0, 0, 1 + 2 * relations + offset)
    right = np.where(far == 0, 0, 1 + 2 * relations + (article.block[begin:end] == article.block[cue]))
    set_tree(article, cue, begin, end, left, right)
    marks, own = article.quotation[begin:end], article.quotation[cue]
    near = np.unique(article.quotation[article.sentence == article.sentence[cue]])
    quotation = np.where(marks == 0, 0, np.where(marks == own, 3, np.where(np.isin(marks, near), 2, 1)))
    bucket = np.searchsorted(EDGES, np.abs(words - cue), side="right")
    distance = bucket + np.where(words > cue, len(EDGES), 0)
    return np.stack([left, right, quotation + QUOTATIONS // 2 * (own > 0), distance])
