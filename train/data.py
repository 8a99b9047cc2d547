"""From texts to what the encoder is trained on: words as readout cuts them, their features, gold labels beside them.

The features come from train-features (train/features.c), so that training and reading share one code. A word of the
text has labels where the treebank has a word with the same span; otherwise it is context only.
"""
from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

FEATURES, PIECES = 6, 6
COLUMNS = 3 + FEATURES + 1 + PIECES
UNKNOWN = -1  # no label
NO_HEAD = -2  # of heads, where -1 is the root
TREEBANKS = ("ewt", "gum")
PLAIN = ("wikinews/2019.jsonl", "re3d/UK_Government/documents.json")  # JSON Lines, without trees


@dataclass
class Document:
    """Arrays of one row a word. Spans are code points; heads index the document's words."""
    name: str
    text: str
    spans: np.ndarray
    rows: np.ndarray    # FEATURES of the embedding matrix
    pieces: np.ndarray  # PIECES, of which the first piece_count count
    piece_count: np.ndarray
    sentence: np.ndarray  # by the treebank, else by readout's rules
    labels: dict = field(default_factory=dict)  # upos, xpos, deprel: strings or None
    head: np.ndarray = None

    def __len__(self):
        return len(self.spans)

    def form(self, index):
        return self.text[self.spans[index, 0]:self.spans[index, 1]]


@dataclass
class GoldWord:
    span: tuple
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    misc: str


def read_conllu(path):
    """{document: (text, words, sentence spans)}: sentences joined by a space or nothing, paragraphs by a blank line."""
    documents, text, words, sentences, gap, name = {}, "", [], [], "", None
    for block in re.split(r"\n\n+", Path(path).read_text(encoding="utf-8").strip("\n")):
        lines = block.split("\n")
        new = next((line for line in lines if line.startswith("# newdoc")), None)
        if new:
            if name:
                documents[name] = (text, words, sentences)
            name, text, words, sentences, gap = new.partition("=")[2].strip(), "", [], [], ""
        if text and any(re.match(r"# newpar(\s|$)", line) for line in lines):
            gap = "\n\n"
        begin, first, inside, surface, position = None, len(words), 0, None, 0
        for line in lines:
            if line.startswith("#"):
                continue
            number, form, lemma, upos, xpos, _, head, deprel, _, misc = line.split("\t")
            if "." in number:
                continue
            if "-" in number or int(number) > inside:
                text += gap
                surface = (len(text), len(text) + len(form))
                text += form
                gap = "" if "SpaceAfter=No" in misc.split("|") else " "
                begin = surface[0] if begin is None else begin
                position = surface[0]
            if "-" in number:
                inside = int(number.split("-")[1])
                continue
            span = surface
            if int(number) <= inside:  # a part of a contraction
                at = text.find(form, position, surface[1])
                span = (at, at + len(form)) if at >= 0 else surface
                position = span[1] if at >= 0 else position
            words.append(GoldWord(span, form, lemma, upos, xpos, first + int(head) - 1 if int(head) else -1, deprel,
                                  misc))
        sentences.append((begin, len(text)))
    documents[name] = (text, words, sentences)
    return documents


def byte_to_character(text):
    """For each byte of the text in UTF-8, and its end, the character that it belongs to."""
    lengths = np.array([len(c.encode("utf-8")) for c in text], dtype=np.int64)
    return np.append(np.repeat(np.arange(len(text)), lengths), len(text))


def features(tool, vocabulary, texts):
    """Documents of texts ({name: text}) as the tool reads them."""
    documents = []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts.values()):
            path = Path(folder) / f"{number}.txt"
            path.write_bytes(text.encode("utf-8"))
            paths.append(str(path))
        out = subprocess.run([tool, vocabulary], input=("\n".join(paths) + "\n").encode(), stdout=subprocess.PIPE,
                             check=True).stdout
    values, at = np.frombuffer(out, dtype="<u4"), 0
    for name, text in texts.items():
        count = int(values[at])
        table = values[at + 1:at + 1 + count * COLUMNS].reshape(count, COLUMNS).astype(np.int64)
        at += 1 + count * COLUMNS
        characters = byte_to_character(text)
        documents.append(Document(name, text, characters[table[:, :2]], table[:, 3:3 + FEATURES],
                                  table[:, 4 + FEATURES:], table[:, 3 + FEATURES], table[:, 2]))
    return documents


def through(tool, model, paths, read_one):
    """What the tool writes of each text with a model; read_one(bytes, place, path) gives it and the place behind it."""
    raw = subprocess.run([tool, model], input="".join(f"{path}\n" for path in paths).encode(), stdout=subprocess.PIPE,
                         check=True).stdout
    out, at = [], 0
    for path in paths:
        item, at = read_one(raw, at, path)
        out.append(item)
    return out


def align(document, words, sentences):
    """Give a document the labels of a treebank's words that have the same spans."""
    index_of = {}
    for index, word in enumerate(words):
        index_of.setdefault(word.span, index)
    gold = [index_of.get(tuple(span), UNKNOWN) for span in document.spans.tolist()]
    own = {index: position for position, index in enumerate(gold) if index != UNKNOWN}
    starts = np.array([begin for begin, _ in sentences])
    document.sentence = np.searchsorted(starts, document.spans[:, 0], side="right") - 1
    for name in ("upos", "xpos", "deprel"):
        document.labels[name] = [getattr(words[i], name) if i != UNKNOWN else None for i in gold]
    head = [NO_HEAD if i == UNKNOWN else -1 if words[i].head < 0 else own.get(words[i].head, NO_HEAD) for i in gold]
    document.head = np.array(head, dtype=np.int64)
    return document


def treebank(tool, vocabulary, path):
    """The documents of a CoNLL-U file, with labels."""
    gold = read_conllu(path)
    documents = features(tool, vocabulary, {name: text for name, (text, _, _) in gold.items()})
    return [align(document, *gold[document.name][1:]) for document in documents if len(document)]


def trees(shared, name):
    """The train file of a treebank."""
    return shared / f"ud/{name}/train.conllu"


def articles(shared):
    """The files of PolNeAR's train folder; of its labels nothing is read."""
    return sorted((shared / "polnear/train").glob("*.txt"))


def unlabelled(shared):
    """{name: text} of what is read without trees."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in articles(shared)}
    for name in PLAIN:
        with open(shared / name, encoding="utf-8") as lines:
            texts |= {f"{name}:{number}": json.loads(line)["text"] for number, line in enumerate(lines, 1)
                      if line.strip()}
    return texts


def sources(shared):
    """{file: sha256} of all that is trained on."""
    paths = [*(trees(shared, name) for name in TREEBANKS), *(shared / name for name in PLAIN), *articles(shared)]
    return {str(path.relative_to(shared)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
