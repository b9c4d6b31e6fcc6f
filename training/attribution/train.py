"""The training loop: what is minimised, how fast, and what is kept."""

from __future__ import annotations

import copy
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from attribution.base import base_folder, base_tokenizer
from attribution.corpus import IGNORED, Cue, Window, epoch_windows, read_articles, straight_marks, taught
from attribution.network import Network
from dateline.reading.tagging.pieces import Cutter, nearness

EPOCHS, SEED = 5, 3
BATCH_PIECES = 2560
ENCODER_RATE, HEAD_RATE, LAYER_DECAY, WEIGHT_DECAY = 2e-4, 1e-3, 0.9, 0.01
WARM_UP = 0.06  # share of the steps
AVERAGING = 0.998  # decay of the running mean of the weights, which is what is kept
STRAIGHT_MARKS = 0.3  # share of the windows whose curly marks are made straight
HIDDEN_WORDS = 0.02  # share of the pieces masked
CUE_LOSS, SOURCE_LOSS, CONTENT_LOSS, LINK_LOSS = 2.0, 0.5, 0.5, 4.0
MOST_CUES = 20  # cues of a window the link head is asked about


def train(data: Path, work: Path, epochs: int, seed: int, threads: int, resume: bool) -> Path:
    """Train from the data folder and leave ``epoch-N.pt`` in ``work`` after each epoch; returns the last of them."""
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    work.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokenizer = base_tokenizer()
    articles = taught(read_articles(data / "polnear/train.jsonl", Cutter(tokenizer)))
    marks = {tokenizer.token_to_id(mark): tokenizer.token_to_id('"') for mark in "“”"}
    network = Network(base_folder()).to(device)
    averaged = copy.deepcopy(network).requires_grad_(False)
    special = (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"), tokenizer.token_to_id("[MASK]"))
    optimizer = torch.optim.AdamW(_rates(network), weight_decay=WEIGHT_DECAY)
    rates = [group["lr"] for group in optimizer.param_groups]
    steps = epochs * len(_batches(list(epoch_windows(articles, random.Random(0))), random.Random(0)))
    step, begun, first = 0, time.monotonic(), 1
    if resume:
        state = torch.load(work / "state.pt")
        network.load_state_dict(state["network"]), averaged.load_state_dict(state["averaged"])
        optimizer.load_state_dict(state["optimizer"])
        step, first = state["step"], state["epoch"] + 1
    for epoch in range(first, epochs + 1):
        network.train()
        totals = np.zeros(4)
        seen = [
            straight_marks(window, marks) if rng.random() < STRAIGHT_MARKS else window
            for window in epoch_windows(articles, rng)
        ]
        for batch in _batches(seen, rng):
            losses = _losses(network, batch, special, device, rng, guess=step > steps * WARM_UP * 2)
            (losses * losses.new_tensor([CUE_LOSS, SOURCE_LOSS, CONTENT_LOSS, LINK_LOSS])).sum().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            _set_rates(optimizer, rates, step / steps)
            optimizer.step(), optimizer.zero_grad()
            step += 1
            _average(averaged, network, min(AVERAGING, step / (step + 10)))
            totals += losses.detach().float().cpu().numpy()
            if step % 25 == 0:
                print(f"{time.monotonic() - begun:6.0f}s epoch {epoch} step {step}/{steps}", totals / 25, flush=True)
                totals[:] = 0
        torch.save(averaged.state_dict(), work / f"epoch-{epoch}.pt")
        state = {"network": network.state_dict(), "averaged": averaged.state_dict(), "step": step, "epoch": epoch}
        torch.save(state | {"optimizer": optimizer.state_dict()}, work / "state.pt")
    return work / f"epoch-{epochs}.pt"


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


def _batches(seen: list[Window], rng: random.Random) -> list[list[Window]]:
    """Windows of about one length together, the batches in random order."""
    ordered = sorted(seen, key=lambda window: len(window.ids) + rng.random() * 16)
    batches: list[list[Window]] = [[]]
    for window in ordered:
        if batches[-1] and len(batches[-1]) >= BATCH_PIECES // _width(batches[-1]):
            batches.append([])
        batches[-1].append(window)
    rng.shuffle(batches)
    return batches


def _width(batch: list[Window]) -> int:
    """Pieces a row of the batch takes, special ones included: few different sizes, so that kernels are built once."""
    return -(-(max(len(window.ids) for window in batch) + 2) // 46) * 46


def _losses(
    network: Network, batch: list[Window], special: tuple[int, int, int], device: torch.device, rng: random.Random,
    guess: bool,
) -> Tensor:  # fmt: skip
    """The losses of cue, source and content tags and of the links, (4,)."""
    size = _width(batch)
    ids = np.zeros((len(batch), size), dtype=np.int64)
    features = np.zeros((len(batch), size, 3), dtype=np.int64)
    tags = np.full((len(batch), size, 3), IGNORED, dtype=np.int64)
    mask = np.zeros((len(batch), size), dtype=np.int64)
    hidden = np.random.default_rng(rng.randrange(2**32))
    for row, window in enumerate(batch):
        end = len(window.ids) + 1
        kept = hidden.random(end - 1) >= HIDDEN_WORDS
        ids[row, : end + 1] = [special[0], *np.where(kept, window.ids, special[2]), special[1]]
        features[row, 1:end], tags[row, 1:end], mask[row, : end + 1] = window.features, window.tags, 1
    with torch.autocast(device.type, dtype=torch.bfloat16):
        scores, keys, queries = network.encoder(*(torch.from_numpy(x).to(device) for x in (ids, features, mask)))
        gold = torch.from_numpy(tags).to(device)
        losses = [
            functional.cross_entropy(scores[:, :, 3 * k : 3 * k + 3].float().transpose(1, 2), gold[:, :, k])
            for k in range(3)
        ]
        guessed = _guessed_cues(scores.detach(), batch) if guess else [[] for _ in batch]
        asked = [
            (row, cue)
            for row, window in enumerate(batch)
            for cue in [*window.cues, *guessed[row]][:MOST_CUES]
        ]  # fmt: skip
        losses.append(_link_loss(network, batch, asked, keys, queries, mask) if asked else losses[0] * 0)
    return torch.stack(losses)


def _link_loss(
    network: Network, batch: list[Window], asked: list[tuple[int, Cue]], keys: Tensor, queries: Tensor, mask: np.ndarray
) -> Tensor:
    size = mask.shape[1]
    near = np.zeros((len(asked), size), dtype=np.int64)
    roles = np.full((len(asked), size), IGNORED, dtype=np.int64)
    pool = np.zeros((len(asked), size), dtype=np.float32)
    for place, (row, cue) in enumerate(asked):
        window = batch[row]
        end = len(window.ids) + 1
        near[place, 1:end] = nearness(window.paragraphs, cue.start, cue.end)
        roles[place, 1:end] = cue.roles
        pool[place, cue.start + 1 : cue.end + 1] = 1 / (cue.end - cue.start)
    rows = torch.tensor([row for row, _ in asked], device=keys.device)
    there = torch.from_numpy(mask).to(keys.device)[rows]
    asking = (queries[rows] * torch.from_numpy(pool).to(keys.device)[:, :, None]).sum(1)
    scores = network.links(keys[rows], asking, torch.from_numpy(near).to(keys.device), there)
    return functional.cross_entropy(scores.float().transpose(1, 2), torch.from_numpy(roles).to(keys.device))


def _guessed_cues(scores: Tensor, batch: list[Window]) -> list[list[Cue]]:
    """Cues the network sees where the gold has another or none: they take over what they overlap, or learn to be empty.

    So the link head learns to bear slightly wrong cues, and says of wholly wrong ones that nobody speaks.
    """
    best = scores[:, :, :3].argmax(-1).cpu().numpy()
    found = []
    for row, window in enumerate(batch):
        tags = best[row, 1 : len(window.ids) + 1].copy()
        heads = window.tags[:, 0] != IGNORED
        for place in np.flatnonzero(~heads):
            tags[place] = 2 if place and tags[place - 1] else 0
        cues, place = [], 0
        while place < len(tags):
            end = place + 1
            if tags[place]:
                while end < len(tags) and tags[end] == 2:
                    end += 1
                cues.append(_taught_cue(place, end, window, heads))
            place = end
        found.append([cue for cue in cues if cue])
    return found


def _taught_cue(start: int, end: int, window: Window, heads: np.ndarray) -> Cue | None:
    for cue in window.cues:
        if cue.start < end and start < cue.end:
            return None if (cue.start, cue.end) == (start, end) else Cue(start, end, cue.roles)
    if (window.tags[start:end, 0] > 0).any():  # part of a cue that the window's edge cuts
        return None
    return Cue(start, end, np.where(heads, 0, IGNORED))


def _average(averaged: Network, network: Network, decay: float) -> None:
    with torch.no_grad():
        torch._foreach_lerp_(list(averaged.parameters()), list(network.parameters()), 1 - decay)
