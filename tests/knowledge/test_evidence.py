"""The weights of merging: every one is used, and every one that is used is there."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.archive import likeness
from dateline.knowledge.evidence import load_evidence


def test_the_table_and_the_code_name_the_same_evidence():
    code = Path(likeness.__file__).read_text(encoding="utf-8")
    uses = re.findall(r"WEIGHTS\[([^]]+)\]", code)
    strings = (found for use in uses for found in re.findall(r'(== )?"([^"]*)"', use))
    named = {name for compared, name in strings if not compared}
    assert named == set(load_evidence().weights)


def test_kinds_are_pairs_of_kinds():
    kinds = {"meeting", "summit", "conference", "negotiation"}
    assert all(len(pair) == 2 and pair <= kinds for pair in load_evidence().kinds)
