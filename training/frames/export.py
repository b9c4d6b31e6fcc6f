"""Checkpoint -> the ONNX graphs the package ships: the encoder with eight-bit weights, the small heads as they are."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from dateline.model.layout import Layout
from dateline.model.pieces import AFTER, BEFORE, FEATURES
from frames.base import base_folder
from frames.network import LINK, Links, Network

OPSET = 17
EXACT = ("/tags",)  # small, and it decides


def export(checkpoint: Path, layout: Layout, out: Path) -> None:
    """Write the graphs, the layout and ``tokenizer.json`` of the checkpoint to the folder ``out``."""
    network = Network(base_folder(), layout.size)
    network.load_state_dict(torch.load(checkpoint, map_location="cpu"))
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full, ready = Path(folder) / "encoder.onnx", Path(folder) / "ready.onnx"
        ids, features = torch.ones(40, dtype=torch.long), torch.zeros(40, len(FEATURES), dtype=torch.long)
        _write(
            _OneWindow(network), (ids, features), full,
            {"ids": {0: "n"}, "features": {0: "n"}}, ["tags", "keys", "states"],
        )  # fmt: skip
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        exact = [node.name for node in onnx.load(ready).graph.node if node.name.startswith(EXACT)]
        # Signed weights of seven bits, a scale for each output: the products of eight-bit inputs then fit the sixteen
        # bits in which processors without VNNI add them up, so every machine gets the same whole numbers.
        quantize_dynamic(
            ready, out / "encoder.onnx", op_types_to_quantize=["MatMul"], nodes_to_exclude=exact,
            weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        )  # fmt: skip
    width = network.encoder.bert.config.hidden_size
    spans, many, near = torch.zeros(3, width), {0: "spans"}, torch.zeros(3, dtype=torch.long)
    around, places = torch.zeros(3, BEFORE + AFTER, 2 * LINK), torch.zeros(3, BEFORE + AFTER, dtype=torch.long)
    _write(
        _Links(network.links), (around, spans, near, places, places), out / "links.onnx",
        dict.fromkeys(("keys", "triggers", "kinds", "nearness", "mask"), many), ["roles"],
    )  # fmt: skip
    _write(network.labels, (spans,), out / "labels.onnx", {"spans": many}, ["labels"])
    _write(
        network.pairs, (spans, spans, near), out / "pairs.onnx",
        {"left": many, "right": many, "nearness": many}, ["answers"],
    )  # fmt: skip
    layout.write(out)
    shutil.copyfile(f"{base_folder()}/tokenizer.json", out / "tokenizer.json")


class _OneWindow(nn.Module):
    """The encoder over the n pieces of one window: the same sums as in training, in fewer and larger products."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        encoder, bert = network.encoder, network.encoder.bert
        self.words = _EightBitRows(bert.embeddings.word_embeddings.weight.detach())
        kind = bert.embeddings.token_type_embeddings.weight.detach()[0]
        self.places = nn.Parameter(bert.embeddings.position_embeddings.weight.detach() + kind)
        self.features = encoder.features
        self.enter = bert.embeddings.LayerNorm
        self.layers = nn.ModuleList(_Layer(layer, bert.config.num_attention_heads) for layer in bert.encoder.layer)
        self.tags, self.keys = encoder.tags, encoder.keys

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        state = self.words(ids) + self.places[: ids.shape[0]]
        for column, table in enumerate(self.features):
            state = state + table(features[:, column])
        state = self.enter(state)
        for layer in self.layers:
            state = layer(state)
        return self.tags(state), self.keys(state), state


class _Layer(nn.Module):
    """A layer of the encoder, with queries, keys and values in one product so that their input is rounded once."""

    def __init__(self, layer: nn.Module, heads: int) -> None:
        super().__init__()
        attention = layer.attention.self
        width = attention.query.in_features
        self.heads, scale = heads, (width // heads) ** -0.5
        self.inputs = nn.Linear(width, 3 * width)
        parts = [attention.query, attention.key, attention.value]
        with torch.no_grad():
            self.inputs.weight.copy_(torch.cat([part.weight for part in parts]))
            self.inputs.bias.copy_(torch.cat([part.bias for part in parts]))
            self.inputs.weight[:width] *= scale
            self.inputs.bias[:width] *= scale
        self.attended, self.after_attention = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.widen, self.narrow, self.after = layer.intermediate.dense, layer.output.dense, layer.output.LayerNorm

    def forward(self, state: Tensor) -> Tensor:
        pieces, width = state.shape
        split = self.inputs(state).view(pieces, 3, self.heads, width // self.heads)
        asking, offered, values = split.permute(1, 2, 0, 3).unbind(0)
        mixed = torch.softmax(asking @ offered.transpose(1, 2), dim=-1) @ values
        mixed = self.attended(mixed.transpose(0, 1).reshape(pieces, width))
        state = self.after_attention(mixed + state)
        return self.after(self.narrow(torch.nn.functional.gelu(self.widen(state))) + state)


class _EightBitRows(nn.Module):
    def __init__(self, rows: Tensor) -> None:
        super().__init__()
        scales = rows.abs().amax(1).clamp_min(1e-8) / 127
        self.register_buffer("scales", scales)
        self.register_buffer("codes", torch.round(rows / scales[:, None]).to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        return self.codes[ids].float() * self.scales[ids][:, None]


class _Links(nn.Module):
    """The link head over the pieces around some triggers, each given as the mean of its pieces' states."""

    def __init__(self, links: Links) -> None:
        super().__init__()
        self.links = links

    def forward(self, keys: Tensor, triggers: Tensor, kinds: Tensor, nearness: Tensor, mask: Tensor) -> Tensor:
        roles: Tensor = self.links(keys, triggers, kinds, nearness, mask)
        return roles


def _write(
    module: nn.Module, inputs: tuple[Tensor, ...], path: Path, axes: dict[str, dict[int, str]], outputs: list[str]
) -> None:
    torch.onnx.export(
        module.eval(), inputs, str(path), input_names=list(axes), output_names=outputs, dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    onnx.checker.check_model(str(path))
