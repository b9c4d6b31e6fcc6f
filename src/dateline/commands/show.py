"""``dateline show``: a contact with all its accounts and their words, or the record of a report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import orjson
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline.archive import Archive
from dateline.errors import UsageError
from dateline.export.columns import names
from dateline.export.readout import Readout
from dateline.record import Span


def show_one(where: str | None, wanted: str, form: str | None) -> int:
    """Print what an id stands for. Raises `UsageError` where the archive has nothing of that id."""
    with Archive(where) as archive:
        contact = archive.contact(wanted)
        if contact is None:
            line = archive.line(wanted)
            record = archive.record(line["report"] if line else wanted)
            if record is None:
                raise UsageError(f"nothing in the archive has the id {wanted!r}")
            if form == "json":
                print(orjson.dumps(line or record.model_dump(by_alias=True), option=orjson.OPT_INDENT_2).decode())
            elif line:
                _print(Text(f"{name}: {value}") for name, value in line.items() if value is not None)
            else:
                Readout(sys.stdout).show(record)
                if kill := archive.killed_by(record.report.id):
                    _print([Text(f"withdrawn by its agency: {kill}", "yellow")])
        elif form == "json":
            print(orjson.dumps(contact, option=orjson.OPT_INDENT_2).decode())
        else:
            _print(contact_lines(archive, contact))
    return 0


def _print(lines: Any) -> None:
    console = Console(highlight=False, emoji=False, width=None if sys.stdout.isatty() else 110)
    for line in lines:
        console.print(line)


def contact_lines(archive: Archive, contact: dict[str, Any]) -> Iterator[Text | Padding]:
    """The contact as a person reads it: what is settled, where accounts differ, what each report says."""
    place = (contact["place"] or {}).get("name")
    head = [contact["kind"], contact["status"], contact["date"], place]
    yield Text("  ".join(filter(None, head)), style="bold")
    yield Text(names(contact["participants"], most=60))
    told_by = f"{len(contact['accounts'])} accounts, {contact['witnesses']} independent"
    yield Text(f"{contact['id']}: {told_by}" + (f"; part of {contact['part_of']}" if contact["part_of"] else ""), "dim")
    for step in contact["history"]:
        yield Text(f"{step['published'] or 'undated'}  {step['status']}  ({step['report']})")
    for item in contact["agenda"]:
        by = f", according to {item['according_to']}" if item["according_to"] else ""
        yield Text(f"{item['standing']}: {item['topic']}{by}")
    for difference in contact["differences"]:
        values = (f"{', '.join(v['sources']) or ', '.join(v['reports'])}: {v['value']}" for v in difference["values"])
        yield Text(f"{difference['field']} differs: {'; '.join(values)}", style="yellow")
    for account in contact["accounts"]:
        yield Text()
        facts = (account["report"], account["source"], account["published"], account["status"], account["date"])
        yield Text("  ".join(filter(None, facts)), style="bold")
        record = archive.record(account["report"])
        for span in account["evidence"] if record else ():
            yield Padding(Text(record.words((Span(**span),))), (0, 0, 0, 2))  # type: ignore[union-attr]
