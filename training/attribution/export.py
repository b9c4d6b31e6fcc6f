"""Checkpoint -> the two ONNX graphs the package ships: the encoder with eight-bit weights, the link head as it is."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from attribution.base import base_folder
from attribution.network import LINK, Network

OPSET = 17
HEADS = ("/encoder/tags", "/encoder/keys", "/encoder/queries")  # small and exact


def export(checkpoint: Path, out: Path) -> None:
    """Write ``encoder.onnx``, ``links.onnx`` and ``tokenizer.json`` of the checkpoint to the folder ``out``."""
    network = Network(base_folder())
    network.load_state_dict(torch.load(checkpoint, map_location="cpu"))
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full, ready = Path(folder) / "encoder.onnx", Path(folder) / "ready.onnx"
        ids, features = torch.ones(1, 40, dtype=torch.long), torch.zeros(1, 40, 3, dtype=torch.long)
        _write(
            _OneWindow(network), (ids, features), full,
            {"ids": {1: "n"}, "features": {1: "n"}}, ["tags", "keys", "queries"],
        )  # fmt: skip
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        heads = [node.name for node in onnx.load(ready).graph.node if node.name.startswith(HEADS)]
        # Signed weights of seven bits, a scale for each output: the products of eight-bit inputs then fit the sixteen
        # bits in which processors without VNNI add them up, so every machine gets the same whole numbers.
        quantize_dynamic(
            ready, out / "encoder.onnx", op_types_to_quantize=["MatMul"], nodes_to_exclude=heads,
            weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        )  # fmt: skip
    keys, queries = torch.zeros(40, 2 * LINK), torch.zeros(3, 2 * LINK)
    near = torch.zeros(3, 40, dtype=torch.long)
    _write(
        _ManyCues(network), (keys, queries, near), out / "links.onnx",
        {"keys": {0: "n"}, "queries": {0: "cues"}, "nearness": {0: "cues", 1: "n"}}, ["roles"],
    )  # fmt: skip
    shutil.copyfile(f"{base_folder()}/tokenizer.json", out / "tokenizer.json")


class _OneWindow(nn.Module):
    """The encoder over one window without padding, its vocabulary in eight bits with a scale for each word."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder
        embeddings = network.encoder.bert.embeddings
        embeddings.word_embeddings = _EightBitRows(embeddings.word_embeddings.weight.detach())

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        tags, keys, queries = self.encoder(ids, features, None)
        return tags, keys, queries


class _EightBitRows(nn.Module):
    def __init__(self, rows: Tensor) -> None:
        super().__init__()
        scales = rows.abs().amax(1).clamp_min(1e-8) / 127
        self.register_buffer("scales", scales)
        self.register_buffer("codes", torch.round(rows / scales[:, None]).to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        return self.codes[ids].float() * self.scales[ids][:, :, None]


class _ManyCues(nn.Module):
    """The link head over one window and some of its cues."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.links = network.links

    def forward(self, keys: Tensor, queries: Tensor, nearness: Tensor) -> Tensor:
        roles: Tensor = self.links(keys[None], queries, nearness, torch.ones_like(nearness))
        return roles


def _write(
    module: nn.Module, inputs: tuple[Tensor, ...], path: Path, axes: dict[str, dict[int, str]], outputs: list[str]
) -> None:
    torch.onnx.export(
        module.eval(), inputs, str(path), input_names=list(axes), output_names=outputs, dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    onnx.checker.check_model(str(path))
