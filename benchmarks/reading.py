"""How fast reports are read, beside bare spaCy and textacy's quotation extractor over the same reports in the same run.

    python benchmarks/reading.py [REPORTS.jsonl] [--limit N] [--rounds N]

Without a file the project's examples are repeated. Every contender is a process of its own, so that start-up and memory
are its own; they run in turn, `rounds` times, and the median is printed.

    dateline     ``dateline read --format jsonl`` as a user runs it, one process a core
    dateline -j1 the same on one process
    spacy        bare ``nlp.pipe`` over the same texts with the same pipeline, one process (its usual use)
    spacy n=2    ``nlp.pipe(n_process=cores)``: the best spaCy does on the same cores
    textacy      spaCy and ``textacy.extract.direct_quotations`` (extra ``bench``; skipped where it is not installed)
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"

SPACY = """
import json, sys
from dateline.reading.analysis import load_pipeline
def main():
    nlp = load_pipeline()
    texts = (json.loads(line)["body"] for line in open(sys.argv[1], encoding="utf-8"))
    for doc in nlp.pipe(texts, batch_size=64, n_process=int(sys.argv[2])):
        {work}
if __name__ == "__main__":
    main()
"""


TEXTACY = """
from textacy.extract.triples import direct_quotations
def quotations(doc):
    try:
        return list(direct_quotations(doc))
    except ValueError:  # it gives up on texts with an odd number of quotation marks
        return []
"""


def main() -> None:
    """Time every contender in turn and print words/s, ratios, start-up and peak memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="?", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="read only the first N reports")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        source, words = reports_file(args.reports, args.limit, work / "reports.jsonl")
        one = reports_file(source, 1, work / "one.jsonl")[0]
        contenders = commands(work)
        runs = {name: [] for name in contenders}
        for _ in range(args.rounds):
            for name, command in contenders.items():
                runs[name].append((measured([*command(one)]), measured([*command(source)])))
    print(f"{words:,} words, {os.cpu_count()} cores, median of {args.rounds} rounds")
    base = statistics.median(full[0] for _, full in runs["spacy"])
    print(f"{'':14}{'seconds':>9}{'words/s':>9}{'x spacy':>9}{'start-up s':>12}{'peak MB':>9}")
    for name, rows in runs.items():
        seconds = statistics.median(full[0] for _, full in rows)
        startup = statistics.median(first[0] for first, _ in rows)
        peak = max(full[1] for _, full in rows)
        print(f"{name:14}{seconds:9.1f}{words / seconds:9.0f}{seconds / base:9.2f}{startup:12.2f}{peak:9.0f}")


def reports_file(source: Path | None, limit: int, target: Path) -> tuple[Path, int]:
    """The reports to read as JSON lines, and how many words their bodies hold."""
    if source is None:
        lines = [json.dumps({"body": path.read_text(encoding="utf-8")}) for path in sorted(EXAMPLES.glob("*.txt"))] * 50
    else:
        lines = source.read_text(encoding="utf-8").splitlines()
    lines = lines[:limit] if limit else lines
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target, sum(len(json.loads(line)["body"].split()) for line in lines)


def commands(work: Path) -> dict:
    """Each contender's command over a file of reports."""
    scripts = {"spacy": "pass", "textacy": "quotations(doc)"}
    for name, step in scripts.items():
        text = SPACY.replace("{work}", step)
        if name == "textacy":
            text = TEXTACY + text
        (work / f"run_{name}.py").write_text(text, encoding="utf-8")
    python, cores = sys.executable, str(os.cpu_count())
    read = [python, "-m", "dateline.cli", "read", "--format", "jsonl", "--output", os.devnull]
    found = {
        "dateline": lambda file: [*read, file],
        "dateline -j1": lambda file: [*read, "--jobs", "1", file],
        "spacy": lambda file: [python, work / "run_spacy.py", file, "1"],
        f"spacy n={cores}": lambda file: [python, work / "run_spacy.py", file, cores],
    }
    if importlib.util.find_spec("textacy"):
        found["textacy"] = lambda file: [python, work / "run_textacy.py", file, "1"]
    else:
        print("textacy: skipped, not installed (pip install 'dateline[bench]')")
    return found


def measured(command: list) -> tuple[float, float]:
    """Wall-clock seconds and peak memory in MB of a command and its children (Linux: VmHWM summed over the family)."""
    start = time.perf_counter()
    process = subprocess.Popen([*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, family_memory(process.pid))
        time.sleep(0.05)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{process.stderr.read().decode() if process.stderr else ''}")
    return time.perf_counter() - start, peak


def family_memory(pid: int) -> float:
    """Resident MB of a process and its descendants now; 0 where there is no /proc."""
    total = 0.0
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                total += int(line.split()[1]) / 1024
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                total += family_memory(int(child))
    except OSError:
        pass
    return total


if __name__ == "__main__":
    main()
