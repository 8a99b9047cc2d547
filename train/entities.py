"""GUM's entities (Zeldes 2017): mentions with their types and who they are of, from the column MISC of its CoNLL-U."""
from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from data import read_conllu


@dataclass
class Mention:
    entity: str
    type: str
    words: range
    head: int  # the first word whose head lies outside


def head_of(words, span):
    return next(index for index in span if words[index].head not in span)


def mentions(words):
    """All mentions of a document's words, in the order of their ends."""
    out, opened = [], defaultdict(list)
    for index, word in enumerate(words):
        field = next((item[7:] for item in word.misc.split("|") if item.startswith("Entity=")), "")
        for opening, closed, closing in re.findall(r"\(([^()]+)(\)?)|([^()]+)\)", field):
            name, kind = ((opening or closing).split("-") + [""])[:2]
            name = name.partition("[")[0]
            if opening:
                opened[name].append((index, kind))
            if (closed or closing) and opened[name]:
                begin, kind = opened[name].pop()
                span = range(begin, index + 1)
                out.append(Mention(name, kind, span, head_of(words, span)))
    return out


def read(path):
    """{document: (text, words, mentions)} of a CoNLL-U file."""
    return {name: (text, words, mentions(words)) for name, (text, words, _) in read_conllu(path).items()}


def by_head(found):
    """{head: mention}, of several the shortest."""
    out = {}
    for mention in found:
        if mention.head not in out or len(mention.words) < len(out[mention.head].words):
            out[mention.head] = mention
    return out
