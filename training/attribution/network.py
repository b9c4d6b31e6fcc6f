"""The network: a MiniLM encoder that tags cues, and a small head that asks of each cue who speaks and what is said."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

from dateline.reading.tagging.pieces import GAPS, NEARNESS, QUOTATION, SHAPES

LINK = 128  # width of the link head
TAGS = 9  # begin-inside-outside for cue, source and content
ROLES = 5  # no role, source begins/inside, content begins/inside


class Encoder(nn.Module):
    """Pieces -> tag scores, and for the link head what each piece offers as a word (keys) and as a cue (queries)."""

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
        self.features = nn.ModuleList(nn.Embedding(len(names), width) for names in (SHAPES, GAPS, QUOTATION))
        for table in self.features:
            nn.init.zeros_(table.weight)  # at the start the encoder is the one that was pre-trained
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, TAGS)
        self.keys = nn.Linear(width, 2 * LINK)
        self.queries = nn.Linear(width, 2 * LINK)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """``ids``, ``mask`` (batch, n), ``features`` (batch, n, 3) -> (batch, n, TAGS), twice (batch, n, 2 LINK).

        Without a mask there is no padding.
        """
        words = self.bert.embeddings.word_embeddings(ids)
        for column, table in enumerate(self.features):
            words = words + table(features[:, :, column])
        if torch.is_autocast_enabled(ids.device.type):  # narrow from the first layer on: a third faster on a CPU
            words = words.bfloat16()
        unseen = None
        if mask is not None:
            unseen = torch.zeros_like(mask, dtype=words.dtype).masked_fill(mask == 0, -1e4)[:, None, None, :]
        hidden = self.dropout(self.bert(inputs_embeds=words, attention_mask=unseen).last_hidden_state)
        return self.tags(hidden), self.keys(hidden), self.queries(hidden)


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
    """For each cue, the role of every piece."""

    def __init__(self) -> None:
        """All weights are new."""
        super().__init__()
        self.nearness = nn.Embedding(NEARNESS, LINK)
        nn.init.normal_(self.nearness.weight, std=0.1)
        self.enter = nn.LayerNorm(LINK)
        self.blocks = nn.ModuleList(Neighbours() for _ in range(2))
        self.roles = nn.Linear(LINK, ROLES)

    def forward(self, keys: Tensor, queries: Tensor, nearness: Tensor, mask: Tensor | None) -> Tensor:
        """Keys (cues, n, 2 LINK), queries (cues, 2 LINK), nearness and mask (cues, n) -> (cues, n, ROLES).

        Without a mask there is no padding.
        """
        added, scaled = keys.split(LINK, dim=-1)
        shift, scale = queries[:, None].split(LINK, dim=-1)
        state = torch.nn.functional.gelu(self.enter(added + shift + scaled * scale + self.nearness(nearness)))
        for block in self.blocks:
            state = block(state, mask)
        return self.roles(state)


class Neighbours(nn.Module):
    """Lets a piece look at what its neighbours are to the same cue: spans are whole, and end where others begin."""

    def __init__(self) -> None:
        """A depthwise convolution over seven pieces, then a mixing of channels, around a skip."""
        super().__init__()
        self.norm = nn.LayerNorm(LINK)
        self.along = nn.Conv1d(LINK, LINK, 7, padding=3, groups=LINK)
        self.mix = nn.Linear(LINK, LINK)
        self.dropout = nn.Dropout(0.1)

    def forward(self, state: Tensor, mask: Tensor | None) -> Tensor:
        """(cues, n, LINK) -> the same; masked pieces count as nothing."""
        normed = self.norm(state)
        if mask is not None:
            normed = normed * mask[:, :, None]
        along = self.along(normed.transpose(1, 2)).transpose(1, 2)
        return state + self.dropout(self.mix(torch.nn.functional.gelu(along)))


class Network(nn.Module):
    """Both parts, as trained together."""

    def __init__(self, base: str) -> None:
        """Start the encoder from the weights in the folder ``base``."""
        super().__init__()
        self.encoder = Encoder(base)
        self.links = Links()
