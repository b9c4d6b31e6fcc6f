"""The network: one MiniLM encoder for every question, and small heads over what it makes of the words.

Tags find the triggers, topics and words said; the link head asks of each trigger "what is every piece to you?"; the
label head says what kind a span is of; the pair head says which spans belong together.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

from dateline.model.layout import PAIRS, ROLE_LABELS, TAGS, TRIGGERS
from dateline.model.pieces import FEATURES, NEARNESS

LINK = 128  # width of the link head
PAIR = 128  # width of the pair head
LABEL = 256  # width of the label head


class Encoder(nn.Module):
    """Pieces -> tag scores, what each piece offers the link head (keys), and its state, from which spans are made."""

    def __init__(self, base: str) -> None:
        """Start from the weights in the folder ``base``."""
        super().__init__()
        # Dropout of attention weights costs a quarter of the training time on a CPU and brings nothing here.
        self.bert = AutoModel.from_pretrained(
            base, attn_implementation="eager", add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        for module in [*self.bert.modules()]:
            for name, child in module.named_children():
                if isinstance(child, nn.Dropout) and child.p:
                    setattr(module, name, QuickDropout(child.p))
        width = self.bert.config.hidden_size
        self.features = nn.ModuleList(nn.Embedding(len(names), width) for names in FEATURES)
        for table in self.features:
            nn.init.zeros_(table.weight)  # at the start the encoder is the one that was pre-trained
        self.dropout = QuickDropout(0.1)
        self.tags = nn.Linear(width, 3 * len(TAGS))
        self.keys = nn.Linear(width, 2 * LINK)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``ids``, ``mask`` (batch, n), ``features`` (batch, n, 4) -> (batch, n, 3 TAGS), (batch, n, 2 LINK), states"""
        words = self.bert.embeddings.word_embeddings(ids)
        for column, table in enumerate(self.features):
            words = words + table(features[:, :, column])
        if torch.is_autocast_enabled(ids.device.type):  # narrow from the first layer on: a third faster on a CPU
            words = words.bfloat16()
        unseen = torch.zeros_like(mask, dtype=words.dtype).masked_fill(mask == 0, -1e4)[:, None, None, :]
        unseen = unseen.expand(-1, 1, mask.shape[1], -1)
        hidden = self.dropout(self.bert(inputs_embeds=words, attention_mask=unseen).last_hidden_state)
        return self.tags(hidden), self.keys(hidden), hidden


class QuickDropout(nn.Module):
    """Dropout that reuses one long drawn mask from a random place: drawing anew takes a tenth of a CPU's time."""

    LENGTH = 1 << 23

    def __init__(self, share: float) -> None:
        """``share`` of the values become nought, the others grow to keep the sum."""
        super().__init__()
        kept = (torch.rand(self.LENGTH) >= share).float() / (1 - share)
        self.register_buffer("kept", kept.bfloat16(), persistent=False)

    def forward(self, values: Tensor) -> Tensor:
        """The values, some nought; unchanged outside of training."""
        if not self.training:
            return values
        start = int(torch.randint(self.LENGTH - values.numel(), (1,)))
        return values * self.kept[start : start + values.numel()].view(values.shape).to(values.dtype)


class Links(nn.Module):
    """For each trigger, the role of every piece."""

    def __init__(self, width: int) -> None:
        """All weights are new."""
        super().__init__()
        self.queries = nn.Linear(width, 2 * LINK)
        self.kinds = nn.Embedding(len(TRIGGERS), 2 * LINK)
        nn.init.normal_(self.kinds.weight, std=0.1)
        self.nearness = nn.Embedding(NEARNESS, LINK)
        nn.init.normal_(self.nearness.weight, std=0.1)
        self.enter = nn.LayerNorm(LINK)
        self.blocks = nn.ModuleList(Neighbours() for _ in range(2))
        self.roles = nn.Linear(LINK, len(TRIGGERS) * ROLE_LABELS)

    def forward(self, keys: Tensor, triggers: Tensor, kinds: Tensor, nearness: Tensor, mask: Tensor | None) -> Tensor:
        """Keys (m, n, 2 LINK), triggers (m, width), kinds (m,), nearness and mask (m, n) -> (m, n, ROLE_LABELS).

        Without a mask there is no padding.
        """
        added, scaled = keys.split(LINK, dim=-1)
        shift, scale = (self.queries(triggers) + self.kinds(kinds))[:, None].split(LINK, dim=-1)
        state = torch.nn.functional.gelu(self.enter(added + shift + scaled * scale + self.nearness(nearness)))
        for block in self.blocks:
            state = block(state, mask)
        weight = self.roles.weight.view(len(TRIGGERS), ROLE_LABELS, LINK)[kinds]
        bias = self.roles.bias.view(len(TRIGGERS), 1, ROLE_LABELS)[kinds]
        return state @ weight.transpose(1, 2) + bias


class Neighbours(nn.Module):
    """Lets a piece look at what its neighbours are to the same trigger: spans are whole, and end where others begin."""

    def __init__(self) -> None:
        """A depthwise convolution over seven pieces, then a mixing of channels, around a skip."""
        super().__init__()
        self.norm = nn.LayerNorm(LINK)
        self.along = nn.Conv1d(LINK, LINK, 7, padding=3, groups=LINK)
        self.mix = nn.Linear(LINK, LINK)
        self.dropout = QuickDropout(0.1)

    def forward(self, state: Tensor, mask: Tensor | None) -> Tensor:
        """(m, n, LINK) -> the same; masked pieces count as nothing."""
        normed = self.norm(state)
        if mask is not None:
            normed = normed * mask[:, :, None]
        along = self.along(normed.transpose(1, 2)).transpose(1, 2)
        return state + self.dropout(self.mix(torch.nn.functional.gelu(along)))


class Labels(nn.Module):
    """What a span is, in every set of labels at once; only those of its kind count."""

    def __init__(self, width: int, size: int) -> None:
        """``size`` outputs."""
        super().__init__()
        self.enter = nn.Linear(width, LABEL)
        self.dropout = QuickDropout(0.2)
        self.labels = nn.Linear(LABEL, size)

    def forward(self, spans: Tensor) -> Tensor:
        """Spans (m, width) -> (m, size)."""
        return self.labels(self.dropout(torch.nn.functional.gelu(self.enter(spans))))


class Pairs(nn.Module):
    """Whether two triggers tell of one contact, and whether a topic is one of a trigger's contact."""

    def __init__(self, width: int) -> None:
        """All weights are new."""
        super().__init__()
        self.left, self.right = nn.Linear(width, PAIR), nn.Linear(width, PAIR)
        self.product = nn.Linear(PAIR, PAIR)
        self.nearness = nn.Embedding(NEARNESS, PAIR)
        nn.init.normal_(self.nearness.weight, std=0.1)
        self.dropout = QuickDropout(0.2)
        self.mix = nn.Linear(PAIR, PAIR)
        self.answers = nn.Linear(PAIR, len(PAIRS))

    def forward(self, left: Tensor, right: Tensor, nearness: Tensor) -> Tensor:
        """Spans (m, width) twice, how the right one lies to the left one (m,) -> scores (m, PAIRS), log odds."""
        a, b = self.left(left), self.right(right)
        state = torch.nn.functional.gelu(a + b + self.product(a * b) + self.nearness(nearness))
        state = torch.nn.functional.gelu(self.mix(self.dropout(state)))
        return self.answers(state)


class Network(nn.Module):
    """All parts, as trained together."""

    def __init__(self, base: str, labels: int) -> None:
        """Start the encoder from the weights in the folder ``base``; ``labels`` outputs of the label head."""
        super().__init__()
        self.encoder = Encoder(base)
        width = self.encoder.bert.config.hidden_size
        self.links, self.labels, self.pairs = Links(width), Labels(width, labels), Pairs(width)
