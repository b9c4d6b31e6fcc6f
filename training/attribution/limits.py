"""The decoder's limits that suit a model, chosen on articles it did not learn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from tokenizers import Tokenizer

from attribution.corpus import Article, held_out, read_articles
from dateline.evaluation.attribution import ROLES, figures
from dateline.reading.tagging.attribution import Attribution, Tagger
from dateline.reading.tagging.decoding import Limits
from dateline.reading.tagging.pieces import Cutter

START = Limits(cue=0.5, source=0.5, content=0.5, attribution=0.0)
TRIED = {
    "cue": (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55),
    "source": (0.2, 0.3, 0.4, 0.5, 0.6),
    "content": (0.2, 0.3, 0.4, 0.45, 0.5, 0.55),
    "attribution": (0.0, 0.1, 0.2, 0.3, 0.4, 0.5),
}
HEAD = """# The shares of belief from which a word is part of a cue, of a source, of a content,
# and from which an attribution is kept; chosen on articles held out from training.
"""


def write_limits(data: Path, model: Path) -> None:
    """Choose the limits of the model in its folder, print the figures they reach and write them there."""
    tagger = Tagger(model)
    cutter = Cutter(Tokenizer.from_file(str(model / "tokenizer.json")))
    articles = held_out(read_articles(data / "polnear/train.jsonl", cutter))
    seen = [tagger.see(article.pieces) for article in articles]

    def reached(limits: Limits) -> dict[str, float]:
        tagger.limits = limits
        return measured(articles, [tagger.decide(a.pieces, s) for a, s in zip(articles, seen, strict=True)])

    limits = best_limits(reached)
    for name, value in reached(limits).items():
        print(f"{name:16s} {value:.3f}")
    rows = "".join(f"{name} = {value}\n" for name, value in asdict(limits).items())
    (model / "limits.toml").write_text(HEAD + rows, encoding="utf8")


def best_limits(reached: Callable[[Limits], dict[str, float]]) -> Limits:
    """The limits with the best sum of all figures, sought one limit after the other, twice round."""
    best, best_sum = START, sum(reached(START).values())
    for name, values in [*TRIED.items()] * 2:
        for value in values:
            tried = replace(best, **{name: value})
            if (tried_sum := sum(reached(tried).values())) > best_sum:
                best, best_sum = tried, tried_sum
    return best


def measured(articles: list[Article], tagged: list[tuple[Attribution, ...]]) -> dict[str, float]:
    """The figures of attributions against each article's first reading."""
    return figures(
        (
            article.body,
            [{role: {(start, end) for start, end in read[role]} for role in ROLES} for read in article.readings[0]],
            [{role: {(s.start, s.end) for s in getattr(found, role)} for role in ROLES} for found in attributions],
        )
        for article, attributions in zip(articles, tagged, strict=True)
    )
