"""``dateline review``: doubtful lines, one by one, for a person to decide."""

from __future__ import annotations

import getpass
import sys
from typing import Any

import typer

from dateline.archive import Archive
from dateline.commands.lines import default_form, show_lines
from dateline.errors import UsageError
from dateline.export.columns import DECISION, names

CONTACT_KEYS = "[a]ccept: one contact  [r]eject: two contacts  [c]orrect the contact  [s]kip  [q]uit"
LINE_KEYS = "[a]ccept: it is right  [r]eject: it is none  [c]orrect a field  [s]kip  [q]uit"
STATEMENT_KEYS = "[a]ccept  [c]orrect the speaker  [r]eject  [s]kip  [q]uit"


def review(where: str | None, reviewer: str | None, undo: int | None, decisions: bool, form: str | None) -> int:
    """Walk through the doubtful lines, take a decision back, or list the decisions."""
    with Archive(where) as archive:
        if decisions:
            return show_lines(archive.decisions(), DECISION, default_form(form), None)
        if undo is not None:
            archive.undo(undo)
            print(f"dateline: decision {undo} is taken back", file=sys.stderr)
            return 0
        if not sys.stdin.isatty() and form is not None:
            return show_lines(archive.doubtful(), {"about": lambda d: d["about"]}, form, None)
        return walk(archive, reviewer or getpass.getuser())


def decide_one(
    where: str | None,
    wanted: list[str],
    accept: bool,
    reject: bool,
    set_: list[str],
    merge: bool,
    split: list[str],
    reviewer: str | None,
) -> int:
    """Keep one decision about a line or a contact, and tell its number."""
    if [accept, reject, bool(set_), merge, bool(split)].count(True) != 1:
        raise UsageError("say one thing: --accept, --reject, --set FIELD=VALUE, --merge or --split REPORT")
    if len(wanted) != (2 if merge else 1):
        raise UsageError("--merge takes two contacts" if merge else "one line or contact at a time")
    name = reviewer or getpass.getuser()
    with Archive(where) as archive:
        if merge:
            numbers = archive.merge(wanted[0], wanted[1], name)
        elif split:
            numbers = archive.split(wanted[0], split, name)
        else:
            verdict = "accept" if accept else "reject" if reject else "correct"
            numbers = [archive.judge(wanted[0], verdict, name, dict(map(field, set_)) or None)]
    told = ", ".join(map(str, numbers))
    print(f"dateline: kept as {'decision' if len(numbers) == 1 else 'decisions'} {told}", file=sys.stderr)
    return 0


def field(told: str) -> tuple[str, str | None]:
    """``date=2018-07-16``; an empty value says that it is not known."""
    name, equals, value = told.partition("=")
    if not equals:
        raise UsageError(f"--set {told}: write FIELD=VALUE, as in date=2018-07-16")
    return name.strip(), value.strip() or None


def walk(archive: Archive, reviewer: str) -> int:
    """Ask about each doubtful line until there are none, or the person has had enough."""
    decided = 0
    for doubt in archive.doubtful():
        show(doubt)
        keys, decide = ASKED[doubt["about"]]
        answer = ask(keys)
        if answer == "q":
            break
        try:
            decided += answer != "s" and decide(archive, doubt, answer, reviewer)
        except UsageError as error:
            print(f"dateline: {error}", file=sys.stderr)
    print(f"dateline: {decided} decided", file=sys.stderr)
    return 0


def ask(keys: str) -> str:
    """The letter of a choice; the end of the input is ``q``."""
    letters = [part[1] for part in keys.split() if part.startswith("[")]
    while True:
        print(keys, end="  ", flush=True)
        answer = sys.stdin.readline()
        if not answer:
            return "q"
        if answer.strip()[:1].lower() in letters:
            return answer.strip()[0].lower()


def show(doubt: dict[str, Any]) -> None:
    """What is to be decided, and the words it rests on."""
    if doubt["about"] == "line":
        print("\n" + described(doubt))
        print(f"  {doubt['words']}")
    elif doubt["about"] == "contact":
        contact = doubt["contact"]
        place = (contact["place"] or {}).get("name")
        print("\n" + "  ".join(filter(None, (contact["kind"], contact["date"], place, names(contact["participants"])))))
        for key, words in zip((doubt["a"], doubt["b"]), doubt["words"], strict=True):
            print(f"  {key}: {words}")
    else:
        line = doubt["statement"]
        print(f"\n{line['id']}  {line['report']}  {line['said'] or ''}  who says this?\n  {line['text']}")


def described(doubt: dict[str, Any]) -> str:
    """What a doubtful line says, and how sure the reader is: ``meeting held 2018-07-16 Helsinki  ...  (0.41 sure)``."""
    line = doubt["line"]
    if doubt["kind"] == "contact":
        place = (line["place"] or {}).get("name")
        said = [line["kind"], line["status"], line["date"], place, names(line["participants"])]
    elif doubt["kind"] == "position":
        said = [line["holder"], line["stance"], line["issue"]]
    else:
        said = [line["speaker"] or "someone", "said this", line["said"]]
    return f"{line['id']}  {'  '.join(filter(None, said))}  ({doubt['confidence']:.2f} sure)"


def on_line(archive: Archive, doubt: dict[str, Any], answer: str, reviewer: str) -> bool:
    """Keep a verdict on a line; a correction asks for one field as ``--set`` takes it."""
    value = dict([field(typer.prompt("FIELD=VALUE"))]) if answer == "c" else None
    archive.judge(doubt["line"]["id"], {"a": "accept", "r": "reject", "c": "correct"}[answer], reviewer, value)
    return True


def on_contact(archive: Archive, doubt: dict[str, Any], answer: str, reviewer: str) -> bool:
    """Keep that two accounts are of one contact, or of two; a correction asks for fields as ``--set`` takes them."""
    if answer == "c":
        told = typer.prompt("FIELD=VALUE (kind, status, date, place, participants, agenda)")
        archive.judge(doubt["contact"]["id"], "correct", reviewer, dict([field(told)]))
        return True
    archive.judge_pair(doubt["a"], doubt["b"], "merge" if answer == "a" else "split", reviewer)
    return True


def on_statement(archive: Archive, doubt: dict[str, Any], answer: str, reviewer: str) -> bool:
    """Keep a verdict on a statement; a correction asks for the speaker and the country spoken for."""
    value = None
    if answer == "c":
        speaker = typer.prompt("speaker")
        country = typer.prompt("speaks for (code, empty if nobody)", default="", show_default=False)
        value = {"speaker": speaker, "country": country or None}
    verdict = {"a": "accept", "r": "reject", "c": "correct"}[answer]
    archive.judge(doubt["statement"]["id"], verdict, reviewer, value)
    return True


ASKED = {
    "line": (LINE_KEYS, on_line),
    "contact": (CONTACT_KEYS, on_contact),
    "statement": (STATEMENT_KEYS, on_statement),
}
"""What is asked of each sort of doubt, and what becomes of the answer."""
