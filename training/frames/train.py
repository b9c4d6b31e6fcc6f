"""The training loop: what is minimised, how fast, and what is kept."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from dateline.model.layout import IGNORED, LABELS, PAIRS, TAGS, TRIGGERS, Layout
from dateline.model.pieces import AFTER, BEFORE, Cutter, around, nearness
from frames.base import base_folder, base_tokenizer
from frames.corpus import Asked, Window, epoch_windows, held_out, layout_of, read_examples, straight_marks
from frames.network import Network

EPOCHS, SEED = 10, 3
BATCH_PIECES = 2560
ENCODER_RATE, HEAD_RATE, LAYER_DECAY, WEIGHT_DECAY = 2e-4, 1e-3, 0.9, 0.01
WARM_UP = 0.06  # share of the steps
AVERAGING = 0.998  # decay of the running mean of the weights, which is what is kept
STRAIGHT_MARKS = 0.3  # share of the windows whose curly marks are made straight
HIDDEN_WORDS = 0.04  # share of the pieces masked
TAG_LOSS = {"cue": 2.0, "source": 0.5, "content": 0.5, "contact": 2.0, "topic": 1.5, "position": 1.5, "event": 1.5}
LINK_LOSS = 4.0
LABEL_LOSS = {"kind": 0.3, "status": 0.4, "stance": 0.4, "event": 0.4, "mode": 0.2, "cameo": 0.2, "standing": 0.3}
PAIR_LOSS = {"same": 0.5, "topic": 0.5}
MOST_TRIGGERS = 24  # triggers of a window the link head is asked about
MOST_GUESSED = 4  # triggers guessed of a kind in a window
MOST_PAIRS = 400  # pairs of a batch of each sort the pair head is asked about


def train(data: Path, work: Path, epochs: int, seed: int, threads: int, resume: bool) -> tuple[Path, Layout]:
    """Train from the data folder, leaving ``epoch-N.pt`` in ``work`` after each epoch; the last, and its layout."""
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    work.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokenizer = base_tokenizer()
    examples = read_examples(data, Cutter(tokenizer))
    layout = layout_of(examples)
    layout.write(work)
    examples = [example for example in examples if not held_out(example)]
    marks = {tokenizer.token_to_id(mark): tokenizer.token_to_id('"') for mark in "“”"}
    network = Network(base_folder(), layout.size).to(device)
    averaged = copy.deepcopy(network).requires_grad_(False)
    special = (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"), tokenizer.token_to_id("[MASK]"))
    optimizer = torch.optim.AdamW(_rates(network), weight_decay=WEIGHT_DECAY)
    rates = [group["lr"] for group in optimizer.param_groups]
    steps = epochs * len(_batches(list(epoch_windows(examples, layout, random.Random(0))), random.Random(0)))
    step, begun, first = 0, time.monotonic(), 1
    if resume:
        state = torch.load(work / "state.pt")
        network.load_state_dict(state["network"]), averaged.load_state_dict(state["averaged"])
        optimizer.load_state_dict(state["optimizer"])
        step, first = state["step"], state["epoch"] + 1
    for epoch in range(first, epochs + 1):
        network.train()
        totals: dict[str, float] = {}
        seen = [
            straight_marks(window, marks) if rng.random() < STRAIGHT_MARKS else window
            for window in epoch_windows(examples, layout, rng)
        ]
        for batch in _batches(seen, rng):
            losses = _losses(network, batch, layout, special, device, rng, guess=step > steps * WARM_UP * 2)
            torch.stack(list(losses.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            _set_rates(optimizer, rates, step / steps)
            optimizer.step(), optimizer.zero_grad()
            step += 1
            _average(averaged, network, min(AVERAGING, step / (step + 10)))
            for name, loss in losses.items():
                totals[name] = totals.get(name, 0.0) + float(loss.detach()) / 25
            if step % 25 == 0:
                told = " ".join(f"{name} {value:.3f}" for name, value in totals.items())
                print(f"{time.monotonic() - begun:6.0f}s epoch {epoch} step {step}/{steps} {told}", flush=True)
                totals = {}
        torch.save(averaged.state_dict(), work / f"epoch-{epoch}.pt")
        state = {"network": network.state_dict(), "averaged": averaged.state_dict(), "step": step, "epoch": epoch}
        torch.save(state | {"optimizer": optimizer.state_dict()}, work / "state.pt")
    return work / f"epoch-{epochs}.pt", layout


def _rates(network: Network) -> list[dict[str, object]]:
    """Lower layers change less: each has ``LAYER_DECAY`` times the rate of the one above."""
    bert = network.encoder.bert
    layers = [bert.embeddings, *bert.encoder.layer]
    groups: list[dict[str, object]] = [
        {"params": list(layer.parameters()), "lr": ENCODER_RATE * LAYER_DECAY ** (len(layers) - 1 - depth)}
        for depth, layer in enumerate(layers)
    ]
    lower = {id(parameter) for parameter in bert.parameters()}
    heads = [parameter for parameter in network.parameters() if id(parameter) not in lower]
    return [*groups, {"params": heads, "lr": HEAD_RATE}]


def _set_rates(optimizer: torch.optim.Optimizer, rates: list[float], done: float) -> None:
    """Up in a straight line over the warm-up, then down to nought."""
    share = min((done + 1e-4) / WARM_UP, (1.005 - done) / (1 - WARM_UP), 1.0)
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["lr"] = rate * share


def _batches(seen: Sequence[Window], rng: random.Random) -> list[list[Window]]:
    """Windows of about one length together, the batches in random order."""
    ordered = sorted(seen, key=lambda window: len(window.ids) + rng.random() * 16)
    batches: list[list[Window]] = [[]]
    for window in ordered:
        if batches[-1] and len(batches[-1]) >= BATCH_PIECES // _width(batches[-1]):
            batches.append([])
        batches[-1].append(window)
    rng.shuffle(batches)
    return batches


def _width(batch: Sequence[Window]) -> int:
    """Pieces a row of the batch takes, special ones included: few different sizes, so that kernels are built once."""
    return -(-(max(len(window.ids) for window in batch) + 2) // 50) * 50


def _losses(
    network: Network, batch: list[Window], layout: Layout, special: tuple[int, int, int], device: torch.device,
    rng: random.Random, guess: bool,
) -> dict[str, Tensor]:  # fmt: skip
    """The weighted losses of the batch by what they are of."""
    size = _width(batch)
    ids = np.zeros((len(batch), size), dtype=np.int64)
    features = np.zeros((len(batch), size, batch[0].features.shape[1]), dtype=np.int64)
    tags = np.full((len(batch), size, len(TAGS)), IGNORED, dtype=np.int64)
    mask = np.zeros((len(batch), size), dtype=np.int64)
    hidden = np.random.default_rng(rng.randrange(2**32))
    for row, window in enumerate(batch):
        end = len(window.ids) + 1
        kept = hidden.random(end - 1) >= HIDDEN_WORDS
        ids[row, : end + 1] = [special[0], *np.where(kept, window.ids, special[2]), special[1]]
        features[row, 1:end], tags[row, 1:end], mask[row, : end + 1] = window.features, window.tags, 1
    with torch.autocast(device.type, dtype=torch.bfloat16):
        scores, keys, states = network.encoder(*(torch.from_numpy(x).to(device) for x in (ids, features, mask)))
        gold = torch.from_numpy(tags).to(device)
        losses = {}
        for k, name in enumerate(TAGS):
            scored = scores[:, :, 3 * k : 3 * k + 3].float().transpose(1, 2)
            if (tags[:, :, k] != IGNORED).any():
                losses[name] = TAG_LOSS[name] * functional.cross_entropy(scored, gold[:, :, k])
        asked = [
            (row, trigger)
            for row, window in enumerate(batch)
            for trigger in rng.sample(window.triggers, min(MOST_TRIGGERS, len(window.triggers)))
        ]
        guessed = _guessed(scores.detach(), batch) if guess else []
        if asked or guessed:
            everything = [*asked, *guessed]
            spans = _spans(states, [(row, a.start, a.end) for row, a in everything])
            losses["links"] = LINK_LOSS * _link_loss(network, batch, everything, keys, spans)
            losses |= _label_losses(network, batch, everything, states, spans, layout)
            losses |= _pair_losses(network, batch, asked, states, spans, rng)
    return losses


def _spans(states: Tensor, places: Sequence[tuple[int, int, int]]) -> Tensor:
    """The mean states of spans, each given as row, start and end in its window."""
    batch, size, width = states.shape
    pool = np.zeros((len(places), batch * size), dtype=np.float32)
    for n, (row, start, end) in enumerate(places):
        pool[n, row * size + start + 1 : row * size + end + 1] = 1 / (end - start)
    return torch.from_numpy(pool).to(states.device, states.dtype) @ states.reshape(batch * size, width)


def _link_loss(
    network: Network, batch: list[Window], asked: list[tuple[int, Asked]], keys: Tensor, spans: Tensor
) -> Tensor:
    size = keys.shape[1]
    places = np.zeros((len(asked), BEFORE + AFTER), dtype=np.int64)
    near, mask, roles = np.zeros_like(places), np.zeros_like(places), np.full_like(places, IGNORED)
    for n, (row, trigger) in enumerate(asked):
        window = batch[row]
        place = around(trigger.start, len(window.ids))
        there = place >= 0
        places[n, there], mask[n] = row * size + place[there] + 1, there
        near[n, there] = nearness(window.paragraphs, trigger.start, trigger.end)[place[there]]
        roles[n, there] = trigger.roles[place[there]]
    kinds = torch.tensor([trigger.kind for _, trigger in asked], device=keys.device)
    where, close, there = (torch.from_numpy(x).to(keys.device) for x in (places, near, mask))
    around_each = functional.embedding(where, keys.reshape(-1, keys.shape[-1]))
    scores = network.links(around_each, spans, kinds, close, there)
    return functional.cross_entropy(scores.float().transpose(1, 2), torch.from_numpy(roles).to(keys.device))


def _label_losses(
    network: Network, batch: list[Window], asked: list[tuple[int, Asked]], states: Tensor, spans: Tensor, layout: Layout
) -> dict[str, Tensor]:
    topics = [(row, topic) for row, window in enumerate(batch) for topic in window.topics]
    gold = [trigger.labels for _, trigger in asked]
    standing = LABELS.index("standing")
    for _, (_, _, value, _) in topics:
        labels = np.full(len(LABELS), IGNORED)
        labels[standing] = value
        gold.append(labels)
    if topics:
        spans = torch.cat([spans, _spans(states, [(row, start, end) for row, (start, end, _, _) in topics])])
    table = np.stack(gold)
    scores = network.labels(spans).float()
    losses = {}
    for k, name in enumerate(LABELS):
        if (table[:, k] != IGNORED).any():
            wanted = torch.from_numpy(table[:, k]).to(states.device)
            losses[name] = LABEL_LOSS[name] * functional.cross_entropy(
                scores[:, layout.columns(name)], wanted, label_smoothing=0.05
            )
    return losses


def _pair_losses(
    network: Network,
    batch: list[Window],
    asked: list[tuple[int, Asked]],
    states: Tensor,
    spans: Tensor,
    rng: random.Random,
) -> dict[str, Tensor]:
    """Every two triggers of contacts in a window, and every trigger with every topic."""
    contact = list(TRIGGERS).index("contact")
    told: dict[int, list[int]] = {}
    for n, (row, trigger) in enumerate(asked):
        if trigger.kind == contact:
            told.setdefault(row, []).append(n)
    same = [(i, j, asked[i][1].contact == asked[j][1].contact) for ns in told.values() for i in ns for j in ns if i < j]
    about = [
        (n, (row, topic), asked[n][1].contact == topic[3])
        for row, ns in told.items() for topic in batch[row].topics for n in ns
    ]  # fmt: skip
    losses: dict[str, Tensor] = {}
    if same:
        same = rng.sample(same, MOST_PAIRS) if len(same) > MOST_PAIRS else same
        near = [_near(batch[asked[i][0]], asked[i][1].start, asked[i][1].end, asked[j][1].start) for i, j, _ in same]
        left, right = spans[[i for i, _, _ in same]], spans[[j for _, j, _ in same]]
        losses["same"] = _pair_loss(network, "same", left, right, near, [answer for _, _, answer in same])
    if about:
        about = rng.sample(about, MOST_PAIRS) if len(about) > MOST_PAIRS else about
        near = [_near(batch[row], asked[n][1].start, asked[n][1].end, topic[0]) for n, (row, topic), _ in about]
        right = _spans(states, [(row, topic[0], topic[1]) for _, (row, topic), _ in about])
        left = spans[[n for n, _, _ in about]]
        losses["topic of"] = _pair_loss(network, "topic", left, right, near, [answer for _, _, answer in about])
    return losses


def _near(window: Window, start: int, end: int, other: int) -> int:
    return int(nearness(window.paragraphs, start, end)[other])


def _pair_loss(
    network: Network, sort: str, left: Tensor, right: Tensor, near: list[int], answers: list[bool]
) -> Tensor:
    scores = network.pairs(left, right, torch.tensor(near, device=left.device))[:, PAIRS.index(sort)].float()
    wanted = torch.tensor(answers, dtype=torch.float32, device=left.device)
    return PAIR_LOSS[sort] * functional.binary_cross_entropy_with_logits(scores, wanted)


def _guessed(scores: Tensor, batch: list[Window]) -> list[tuple[int, Asked]]:
    """Triggers seen where the gold has another or none: they take over what they overlap, or learn to be empty.

    So the heads learn to bear slightly wrong triggers, and the link head says of wholly wrong ones that nothing is
    anything to them.
    """
    found = []
    for kind, tag in enumerate(TRIGGERS.values()):
        column = TAGS.index(tag)
        best = scores[:, :, 3 * column : 3 * column + 3].argmax(-1).cpu().numpy()
        for row, window in enumerate(batch):
            gold = window.tags[:, column]
            tags = best[row, 1 : len(window.ids) + 1].copy()
            found += [
                (row, trigger)
                for start, end in _runs(tags, window.tags)
                if (trigger := _taught(kind, start, end, window, gold))
            ]
    return found


def _runs(tags: np.ndarray, gold: np.ndarray) -> list[tuple[int, int]]:
    """The stretches tagged; a piece that begins no word goes with the one before it."""
    inner = (gold == IGNORED).all(1)
    for place in np.flatnonzero(inner):
        tags[place] = 2 if place and tags[place - 1] else 0
    runs, place = [], 0
    while place < len(tags):
        end = place + 1
        if tags[place]:
            while end < len(tags) and tags[end] == 2:
                end += 1
            runs.append((place, end))
        place = end
    return runs[:MOST_GUESSED]


def _taught(kind: int, start: int, end: int, window: Window, gold: np.ndarray) -> Asked | None:
    for trigger in window.triggers:
        if trigger.kind == kind and trigger.start < end and start < trigger.end:
            if (trigger.start, trigger.end) == (start, end):
                return None
            return Asked(kind, start, end, trigger.roles, trigger.labels, -1)
    here = gold[start:end]
    if (here > 0).any() or (here == IGNORED).all():  # cut by the window's edge, or not annotated
        return None
    roles = np.where((window.tags == IGNORED).all(1), IGNORED, 0)
    return Asked(kind, start, end, roles, np.full(len(LABELS), IGNORED), -1)


def _average(averaged: Network, network: Network, decay: float) -> None:
    with torch.no_grad():
        torch._foreach_lerp_(list(averaged.parameters()), list(network.parameters()), 1 - decay)
