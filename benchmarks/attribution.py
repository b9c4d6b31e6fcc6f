"""How fast and how well the model finds who said what, beside bare spaCy and textacy's quotation extractor.

    python benchmarks/attribution.py [REPORTS.jsonl] [--limit N] [--rounds N] [--polnear DEV.jsonl]

All run in this process on one thread, in turn, `rounds` times; the median of the processor's time is printed, which
other programs on the machine disturb less than the clock's. REPORTS holds a `body` a line (without it the project's
examples are repeated). With PolNeAR's dev.jsonl the figures of the model and of textacy (extra ``bench``; skipped
where it is not installed) are printed too.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # spaCy's matrix products; before the first import that reads it

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.evaluation.attribution import ROLES, Reading, figures
from dateline.model.frames import Attribution
from dateline.model.network import Network
from dateline.reading.analysis import load_pipeline

EXAMPLES = Path(__file__).parent.parent / "examples"


def main() -> None:
    """Parse the arguments, time, score."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="?", type=Path)
    parser.add_argument("--limit", type=int, default=200, help="read only the first N reports")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--polnear", type=Path, help="PolNeAR's dev.jsonl, for the scores")
    args = parser.parse_args()
    nlp, network = load_pipeline(), Network()
    quotations = textacy_quotations()
    time_all(bodies(args.reports)[: args.limit], args.rounds, nlp, network, quotations)
    if args.polnear:
        score_all(args.polnear, nlp, network, quotations)


def textacy_quotations() -> Callable[[Doc], list[Reading]] | None:
    """textacy's quotations of a parsed text as readings, or ``None``, said in a line, where it is not installed."""
    if not importlib.util.find_spec("textacy"):
        print("textacy: skipped, not installed (pip install 'dateline[bench]')")
        return None
    from textacy.extract.triples import direct_quotations

    def quotations(doc: Doc) -> list[Reading]:
        found = []
        try:
            quoted = [*direct_quotations(doc)]
        except ValueError:  # it gives up on a text with an odd number of marks
            return []
        for quotation in quoted:
            content = {(quotation.content.start_char, quotation.content.end_char)}
            found.append({"source": whole(quotation.speaker), "cue": whole(quotation.cue), "content": content})
        return found

    return quotations


def whole(tokens: Sequence[Token]) -> set[tuple[int, int]]:
    """The one span from the first token to the last."""
    return {(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))} if tokens else set()


def bodies(reports: Path | None) -> list[str]:
    """The texts to read."""
    if reports is None:
        return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))] * 20
    return [json.loads(line)["body"] for line in reports.read_text(encoding="utf-8").splitlines()]


def time_all(
    texts: list[str],
    rounds: int,
    nlp: Language,
    network: Network,
    quotations: Callable[[Doc], list[Reading]] | None,
) -> None:
    """Print words/s of each, and how long each takes beside spaCy."""
    contenders: dict[str, Callable[[], object]] = {
        "spacy": lambda: sum(len(doc) for doc in nlp.pipe(texts, batch_size=64)),
        "model": lambda: tagged(network, texts),
    }
    if quotations:
        contenders["textacy"] = lambda: [quotations(doc) for doc in nlp.pipe(texts, batch_size=64)]
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    tagged(network, texts[:2])
    for _ in range(rounds):
        for name, work in contenders.items():
            begun = time.process_time()
            work()
            taken[name].append(time.process_time() - begun)
    words = sum(len(text.split()) for text in texts)
    base = statistics.median(taken["spacy"])
    print(f"{len(texts)} texts, {words:,} words, one thread, median of {rounds} rounds")
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        print(f"{name:10}{middle:8.2f} s {words / middle:8.0f} words/s {middle / base:6.2f} x spacy")


def tagged(network: Network, texts: Sequence[str]) -> list[tuple[Attribution, ...]]:
    """The attributions of each text."""
    return [frames.attributions for frames in network.frames([("", text) for text in texts])]


def score_all(
    polnear: Path, nlp: Language, network: Network, quotations: Callable[[Doc], list[Reading]] | None
) -> None:
    """Print the figures of each on PolNeAR."""
    articles = [json.loads(line) for line in polnear.read_text(encoding="utf-8").splitlines()]
    texts = [article["body"] for article in articles]
    gold = [
        [{role: {(s, e) for s, e in read[role]} for role in ROLES} for read in article["gold"][0]["attributions"]]
        for article in articles
    ]
    found = {"model": [[reading(attribution) for attribution in told] for told in tagged(network, texts)]}
    if quotations:
        found["textacy"] = [by_paragraph(text, nlp, quotations) for text in texts]
    columns = {name: figures(zip(texts, gold, readings, strict=True)) for name, readings in found.items()}
    print(f"{'F1':16}" + "".join(f"{name:>10}" for name in columns))
    for figure in columns["model"]:
        print(f"{figure:16}" + "".join(f"{column[figure]:10.3f}" for column in columns.values()))


def by_paragraph(text: str, nlp: Language, quotations: Callable[[Doc], list[Reading]]) -> list[Reading]:
    """textacy's quotations of every paragraph: over whole articles a single odd mark would cost it all of them."""
    found = []
    for paragraph in re.finditer(r"\S.*", text):
        start = paragraph.start()
        for read in quotations(nlp(paragraph[0])):
            found.append({role: {(start + s, start + e) for s, e in spans} for role, spans in read.items()})
    return found


def reading(attribution: Attribution) -> Reading:
    """An attribution as the scorer takes it."""
    return {role: {(span.start, span.end) for span in getattr(attribution, role)} for role in ROLES}


if __name__ == "__main__":
    main()
