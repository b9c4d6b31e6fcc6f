"""IPTC 7901 and ANPA 1312: the agencies' lines with control characters (dpa, ats, AP, Kyodo, TASS)."""

from __future__ import annotations

import re

from dateline.errors import SetAside
from dateline.intake.decoding import Unreadable, decode
from dateline.intake.folding import unfolded
from dateline.intake.sources import Reports, Source
from dateline.intake.wire_marks import Story, Update, named, update_in, urgency_in
from dateline.record import Report

START, TEXT, END_TEXT, END = "\x01", "\x02", "\x03", "\x04"

HEADER = re.compile(r"\x01(?P<service>[a-z]{2,4})(?P<number>\d{2,5})[ \t]+(?P<urgency>\d)[ \t]+(?P<category>\S+)")
"""``SOH eca0003 3 i 380  dpa 0045``: service and number, urgency, category, words, agency."""

AGENCY = re.compile(r"(?:^|\s)(dpa|ats|afp|apa|etf|tass|kyodo|efe|ansa|ap|reuters)\b", re.IGNORECASE)
SENT = re.compile(r"\x03[ \t]*(\d{2})(\d{4})[ \t]*(?:GMT|UTC)?[ \t]*([A-Za-z]{3})[ \t]*(\d{2})\b")
"""``ETX 212322 GMT Nov 18``: day, clock, month, year."""
MONTHS = {
    "okt": "Oct",
    "dez": "Dec",
    "mai": "May",
    "maer": "Mar",
    "mär": "Mar",
    "déc": "Dec",
    "fév": "Feb",
    "aoû": "Aug",
}
NOTEBOOK = re.compile(r"^[ \t]*(?:#+[ \t]*Notebook\b|\*[ \t]*\*[ \t]*\*[ \t]*\*|___|=+[ \t]*$)", re.MULTILINE)
"""Where the text for print ends."""
SIGNED = re.compile(r"^\s*(?:\(?[A-Za-z]{2,8}\s?[\\/]+\s?[a-z]{2,4}\)?|dpa(?: [a-z]{2,3}){1,6})\s*$")
"""The desk's mark under a story: ``(SDA/sj)``, ``dpa al rmo``."""
TAKE = re.compile(
    r"^\s*\(?(?:Achtung|(?:\d+(?:ST|ND|RD|TH) )?(?:LEAD|ADD)|REFILE|CORRECTION|KILL|WITHDRAWN?|URGENT|FLASH|BULLETIN"
    r"|EMBARGO.*|ROUNDUP|EXTRA|PREVIEW|FEATURE|BACKGROUND|INTERVIEW|ANALYSIS)\s*\d*\)?\s*:?\s*$"
)
"""A line of its own above the headline that says what the take is."""


def looks_like(source: Source) -> bool:
    """Whether a header with its control characters stands among the first lines."""
    return bool(HEADER.search(source.sample[:400].decode("latin-1")))


def reports(source: Source) -> Reports:
    """Each message of the file."""
    text = _decoded(source.data()).replace("\r\n", "\n").replace("\r", "\n")
    starts = [match.start() for match in HEADER.finditer(text)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        name = source.id if len(starts) == 1 else f"{source.id}-{number}"
        try:
            yield report_of(text[start:end], name)
        except Unreadable as error:
            yield SetAside(f"{source.name}:{text.count(chr(10), 0, start) + 1}", str(error))
    if not starts:
        raise Unreadable("no header of a message (SOH, service and number, urgency, category)")


def report_of(message: str, report_id: str) -> Report:
    """The report in a message."""
    header = HEADER.search(message)
    head, _, text = message.partition(TEXT)
    if header is None or not text:
        raise Unreadable("a message without the start of its text (STX)")
    body = text.split(END_TEXT)[0].split(END)[0]
    above, byline, below = _title_lines(body)
    takes = [line for line in above if TAKE.match(line)]
    titles = [line for line in above if not TAKE.match(line)]
    slug = next((line.strip(" /") for line in head.split("\n")[1:] if line.strip()), None)
    printed = below[: match.start()] if (match := NOTEBOOK.search(below)) else below
    lines = [line for line in unfolded(printed).split("\n") if not SIGNED.match(line)]
    story = Story(lines, " ".join(titles[-1:]) or None)
    agency = AGENCY.search(head.split("\n")[0])
    update: Update | None = update_in([*takes, slug])
    return Report(
        id=report_id,
        headline=story.headline,
        source=story.source or (agency[1] if agency else None),
        published=_published(message),
        dateline=story.dateline,
        byline=named(byline) or story.byline,
        slug=slug,
        urgency=urgency_in(header["urgency"]),
        update=update,
        advisories=(*(line.strip() for line in takes), *titles[:-1], *story.advisories),
        body=story.body,
    )


def _title_lines(body: str) -> tuple[list[str], str | None, str]:
    """The lines above the ``=`` that ends a headline, the byline among them, and the text below."""
    lines = body.split("\n")
    above: list[str] = []
    byline = None
    for at, line in enumerate(lines[:12]):
        ends = line.rstrip().endswith("=")
        title = line.rstrip().rstrip("=").strip()
        if title.lower().startswith("by ") or title.lower().startswith("von "):
            byline = title
        elif title:
            above.append(title)
        if ends:
            return above, byline, "\n".join(lines[at + 1 :])
    first, _, rest = body.lstrip().partition("\n\n")
    return (first.split("\n"), None, rest) if rest else ([], None, body)


def _published(message: str) -> str | None:
    from dateline.intake.written_dates import date_or_none

    match = SENT.search(message)
    if not match:
        return None
    day, clock, month, year = match.groups()
    return date_or_none(f"{day} {MONTHS.get(month.lower(), month)} 20{year} {clock[:2]}:{clock[2:]} GMT")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data) if len(data) > 4000 else data.decode("cp1252", "replace")
