"""Train the model that ships: train.py --shared SHARED --tool train-features --work FOLDER --out MODEL

In four steps, each kept in the work folder, so that a run that was broken off goes on where it was (an epoch at most,
or the labelling, is lost): read the texts; fine-tune the teacher on the treebanks; let it label all texts and varied
copies of the treebanks; train the student on all of it. Then the lemmas are learned, and the model and
tests/data/parity.txt written. Train folders only; seeds are fixed. Some hours on two cores.

What is in the work folder is not made anew where the texts or these programs change: begin with an empty one then.
"""
from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch

import data
import distill
import export
import lemmas
import parity
from batches import Labels, join
from encoder import Student
from fit import fit, measure, save
from teacher import Teacher, package

DILATIONS = (1, 2, 4, 8, 16, 32, 1, 2, 4)
WIDTH, EMBEDDING = 256, 192
TEACHER_EPOCHS, STUDENT_EPOCHS = 6, 5
ROOT = Path(__file__).resolve().parent.parent
VARIED, SHARE = (11, 12, 13, 14), 0.25  # seeds of the varied copies, the share of words that change


def log(line):
    print(time.strftime("%H:%M:%S"), line, flush=True)


def kept(path, make):
    """What was made before, or made now and kept."""
    if path.exists():
        return torch.load(path, weights_only=False)
    value = make()
    save(value, path)
    return value


def read(tool, shared):
    """The documents of the treebanks and those without trees."""
    vocabulary = str(package() / "vocab.txt")
    treebanks = {name: data.treebank(tool, vocabulary, data.trees(shared, name)) for name in data.TREEBANKS}
    return treebanks | {"plain": data.features(tool, vocabulary, data.unlabelled(shared))}


def sizes(labels):
    return [len(labels.sets[name]) for name in ("upos", "xpos", "deprel")]


def train_teacher(labels, table, offsets, work):
    torch.manual_seed(1)
    teacher = Teacher(*sizes(labels))
    inner = ("words", "places", "norm", "layers")
    old = [value for name, value in teacher.named_parameters() if name.split(".")[0] in inner]
    new = [value for name, value in teacher.named_parameters() if name.split(".")[0] not in inner]
    return fit(teacher, table, offsets, epochs=TEACHER_EPOCHS, rates=[(old, 2e-4), (new, 2e-3)], words=3000, size=128,
               seed=1, log=log, checkpoint=work / "teacher.checkpoint").state_dict()


def label(state, labels, documents):
    """The teacher's word on everything: one table."""
    teacher = Teacher(*sizes(labels))
    teacher.load_state_dict(state)
    trees = documents["ewt"] + documents["gum"]
    table, offsets = join(trees, labels)
    capital = np.array([document.form(i)[:1].isupper() for document in trees for i in range(len(document))])
    varied = [distill.vary(table, capital, labels.sets["xpos"], SHARE, seed) for seed in VARIED]
    plain, plain_offsets = join(documents["plain"], labels)
    parts = [(table, offsets), (plain, plain_offsets), *((copy, offsets) for copy in varied)]
    return distill.stack([(distill.teach(teacher, part, own, log=log), own) for part, own in parts])


def start_vectors(student, words):
    """The pieces' vectors begin as the principal components of the teacher's."""
    centred = words - words.mean(0)
    _, _, axes = torch.linalg.svd(centred, full_matrices=False)
    reduced = centred @ axes[:EMBEDDING].T
    student.encoder.embedding.weight.data[:len(words)] = 0.3 * reduced / reduced.std()


def train_student(labels, table, offsets, teacher, work):
    torch.manual_seed(3)
    words = teacher["words.weight"]
    student = Student(len(words), *sizes(labels), embedding=EMBEDDING, width=WIDTH, dilations=DILATIONS,
                      teacher_width=words.shape[1])
    start_vectors(student, words)
    return fit(student, table, offsets, epochs=STUDENT_EPOCHS, rates=[(student.parameters(), 2e-3)], words=3000,
               size=192, seed=1, loss=distill.distil_loss(table), log=log, checkpoint=work / "student.checkpoint")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds data/")
    parser.add_argument("--tool", required=True, help="the program train-features")
    parser.add_argument("--work", type=Path, required=True, help="what is kept between the steps")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    shared, work = arguments.shared / "data", arguments.work
    work.mkdir(parents=True, exist_ok=True)
    documents = kept(work / "documents.pt", lambda: read(arguments.tool, shared))
    labels = Labels(documents["ewt"] + documents["gum"])
    trees, offsets = join(documents["ewt"] + documents["gum"], labels)
    log(f"{len(trees['head']):,} words with trees, {sum(map(len, documents['plain'])):,} without")
    teacher = kept(work / "teacher.pt", lambda: train_teacher(labels, trees, offsets, work))
    table, all_offsets = kept(work / "labelled.pt", lambda: label(teacher, labels, documents))
    student = train_student(labels, table, all_offsets, teacher, work)
    log(f"on what it was trained on: {measure(student, trees, offsets, labels)}")
    limits = export.ranges(student, trees, offsets)
    rules = lemmas.learn([data.trees(shared, name) for name in data.TREEBANKS])
    forms = lemmas.tensors(rules, labels.sets["upos"], labels.sets["xpos"])
    out = export.tensors(student, (package() / "vocab.txt").read_bytes(), limits, forms)
    size = export.write(arguments.out, out, export.metadata(labels, DILATIONS, data.sources(shared)))
    log(f"{arguments.out}: {size / 1e6:.1f} MB")
    text = (ROOT / "examples/summit.txt").read_text(encoding="utf-8")
    [document] = data.features(arguments.tool, str(package() / "vocab.txt"), {"summit": text})
    parity.write(ROOT / "tests/data/parity.txt", student, labels, document)


if __name__ == "__main__":
    main()
