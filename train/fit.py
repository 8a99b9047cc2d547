"""One way to train and to measure any model that gives the logits of heads.Heads."""
from __future__ import annotations

import math
import pickle
import time

import torch
from torch.nn import functional

from batches import IGNORE, batches, gather, windows


def save(value, path):
    """Write a file whole or not at all, so that it may be broken off."""
    new = path.with_suffix(".new")
    torch.save(value, new, pickle_protocol=pickle.HIGHEST_PROTOCOL)
    new.replace(path)


def gold_loss(model, out, batch, _=None):
    """Cross entropy of everything that has a label, by the words of the batch. Other losses use the last argument."""
    heads, words = model.heads, batch["valid"].sum()
    relation = torch.where(batch["head"] == IGNORE, IGNORE, batch["deprel"])
    parts = ((out["upos"], batch["upos"], 0.5), (out["xpos"], batch["xpos"], 0.5), (out["arcs"], batch["head"], 1.0),
             (heads.relations(out, batch["head"].clamp(min=0)), relation, 1.0))
    total = sum(weight * functional.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORE,
                                                  reduction="sum") for logits, labels, weight in parts)
    known = batch["start"] != IGNORE
    starts = functional.binary_cross_entropy_with_logits(out["start"][known], batch["start"][known].float(),
                                                         reduction="sum")
    return (total + 0.5 * starts) / words


class Average:
    """A running mean of a model's weights (Polyak averaging), which is what is kept."""

    def __init__(self, model, keep=0.998):
        self.keep, self.steps = keep, 0
        self.weights = {name: value.detach().clone() for name, value in model.state_dict().items()}

    def add(self, model):
        self.steps += 1
        keep = min(self.keep, self.steps / (self.steps + 10))
        for name, value in model.state_dict().items():
            if value.dtype.is_floating_point:
                self.weights[name].lerp_(value.detach(), 1 - keep)


def schedule_of(optimizer, steps):
    """Up over a twentieth of the steps, then down to a fiftieth along a cosine."""
    warm = max(1, steps // 20)
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * (0.02 + 0.98 * 0.5 * (
            1 + math.cos(math.pi * min(1.0, step / steps)))))


def run(model, plan, value, *, epochs, rates, seed, checkpoint, log=print):
    """Train for so many epochs over the batches of plan(seed), by the loss value(model, batch); `rates` are (parameters,
    learning rate). The model ends with averaged weights. Each epoch is kept in the file `checkpoint`, and a run that was
    broken off goes on from it."""
    torch.manual_seed(seed)
    optimizer = torch.optim.AdamW([{"params": list(group), "lr": rate} for group, rate in rates], betas=(0.9, 0.98),
                                  weight_decay=0.01, fused=True)
    schedule = schedule_of(optimizer, epochs * len(plan(None)))
    average, first = Average(model), 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        average.weights, average.steps, first = state["average"], state["steps"], state["epoch"] + 1
    for epoch in range(first, epochs):
        torch.manual_seed(seed + 1000 * epoch)
        model.train()
        began, losses = time.time(), []
        for batch in plan(seed + epoch):
            with torch.autocast("cpu", torch.bfloat16):
                loss = value(model, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.add(model)
            losses.append(loss.item())
        log(f"epoch {epoch + 1}/{epochs}: loss {sum(losses) / len(losses):.4f}, {time.time() - began:.0f} s")
        save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
              "average": average.weights, "steps": average.steps, "epoch": epoch}, checkpoint)
    model.load_state_dict(average.weights)
    return model


def fit(model, table, offsets, *, words, size, loss=gold_loss, **settings):
    """Train on windows of `size` words of joined tables, about `words` a batch, as run() does."""
    def plan(seed):
        return batches(windows(table, offsets, size, seed), words, seed)

    def value(model, batch):
        data = gather(table, batch)
        return loss(model, model(data), data, batch)

    return run(model, plan, value, **settings)


@torch.no_grad()
def measure(model, table, offsets, labels, size=192, words=6000):
    """Shares in percent on words with labels, in the treebank's sentences, heads taken one by one."""
    model.eval()
    universal = torch.tensor([sorted({name.partition(":")[0] for name in labels.sets["deprel"]}).index(
        name.partition(":")[0]) for name in labels.sets["deprel"]])
    right = dict.fromkeys(("upos", "xpos", "uas", "las"), 0)
    known = dict.fromkeys(right, 0)
    start = torch.zeros(3)
    for batch in batches(windows(table, offsets, size), words):
        data = gather(table, batch)
        with torch.autocast("cpu", torch.bfloat16):
            out = model(data)
            head = out["arcs"].argmax(-1)
            relation = model.heads.relations(out, head).argmax(-1)
        for name in ("upos", "xpos"):
            has = data[name] != IGNORE
            right[name] += (out[name].argmax(-1) == data[name])[has].sum().item()
            known[name] += has.sum().item()
        has = (data["head"] != IGNORE) & (data["deprel"] != IGNORE)
        attached = (head == data["head"])[has]
        right["uas"] += attached.sum().item()
        right["las"] += (attached & (universal[relation] == universal[data["deprel"].clamp(min=0)])[has]).sum().item()
        known["uas"] += has.sum().item()
        known["las"] += has.sum().item()
        has = data["start"] != IGNORE
        said, true = out["start"][has] > 0, data["start"][has] == 1
        start += torch.tensor([(said & true).sum(), said.sum(), true.sum()])
    figures = {name: 100 * right[name] / max(1, known[name]) for name in right}
    return figures | {"starts": 200 * start[0].item() / max(1.0, (start[1] + start[2]).item())}
