"""The tables of deeds hold codes that exist, and agree with the published conversion of CAMEO to PLOVER."""

import re

import pytest

from dateline.knowledge.actions import load_actions
from dateline.record.model import PloverEvent

MOVED = {"0813": "CONCEDE", "0814": "CONCEDE", "0831": "RETREAT", "163": "SANCTION", "1712": "COERCE", "181": "COERCE"}
"""Codes that the PLOVER names of 2023 have elsewhere than the conversion table of 2021."""


@pytest.fixture(scope="module")
def actions():
    return load_actions()


def test_every_code_of_the_tables_can_be_coded(actions):
    used = {act.cameo for acts in actions.acts.values() for act in acts}
    used |= {noun.cameo for noun in actions.nouns.values()}
    used |= {operator.cameo for rows in actions.operators.values() for operator in rows if operator.cameo}
    used |= {code for results in actions.compositions.values() for code in results.values() if code}
    used |= {code for code in actions.contacts.values() if code}
    assert {actions.coding(code).event for code in used} <= set(PloverEvent.__args__)


def test_conditions_name_classes_that_exist(actions):
    classes = {name for names in actions.classes.values() for name in names}
    rows = [row for rows in (*actions.acts.values(), *actions.operators.values()) for row in rows]
    conditions = " ".join(row.condition for row in rows).replace("clause@", "@").split()
    asked = {condition.lstrip("!")[1:] for condition in conditions if condition.lstrip("!").startswith("@")}
    assert asked <= classes


def test_our_codings_are_those_of_the_published_conversion(actions, shared_data):
    published = {}
    for line in (shared_data / "events" / "CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"(\d{3,4}): ([A-Z]+)\s*,", line):
            published[match[1]] = match[2]
    differ = {
        code: coding.event
        for code, coding in actions.codings.items()
        if code in published and published[code] != coding.event
    }
    assert differ == {code: event for code, event in MOVED.items() if code in actions.codings}


def test_an_operator_changes_what_an_act_counts_as(actions):
    assert actions.coding(actions.composed("intent", "072")).event == "AGREE"
    assert actions.coding(actions.composed("threat", "191")).event == "THREATEN"
    assert actions.coding(actions.composed("refusal", "040")).event == "REJECT"
    assert actions.composed("intent", "112") is None


def test_goldstein_scores_and_quad_classes_are_in_range(actions):
    assert all(-10 <= c.goldstein <= 10 and c.quad in (1, 2, 3, 4) for c in actions.codings.values())
