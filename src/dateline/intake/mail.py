"""E-mail: the text of a message, quoted marks and forwarding heads undone; bulletins of several items split."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from dateline.errors import SetAside
from dateline.intake.decoding import Unreadable, decode
from dateline.intake.html_page import report_of_page
from dateline.intake.markup import text_of
from dateline.intake.pasted import as_typed
from dateline.intake.sources import Reports, Source
from dateline.knowledge.datelines import find_dateline
from dateline.record import Report

FIELD = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[ \t].*\n(?:[ \t].*\n)*){2,}", re.MULTILINE)
HEAD = re.compile(
    r"^(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|From|To|Subject|Date|Reply-To|X-[\w-]+|Content-Type"
    r"|DKIM-Signature|ARC-Seal|Sender|Cc)[ \t]*:",
    re.IGNORECASE,
)
ENVELOPE = re.compile(
    r"^(?:Received|MIME-Version|Message-ID|Content-Type|Content-Transfer-Encoding|Return-Path):", re.I | re.M
)
REPLY = re.compile(r"^(?:\s*(?:re|fw|fwd|wg|aw|tr)\s*:\s*)+", re.IGNORECASE)
FORWARDED = re.compile(
    r"^[ \t]*(?:-{3,}\s*(?:Original Message|Forwarded message|Weitergeleitete Nachricht)\s*-{3,}"
    r"|Begin forwarded message:)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
INNER = re.compile(
    r"(?:^[ \t]*\*?(?:From|To|Subject|Date|Sent|Cc|Reply-To)\*?:[ \t]*\*?[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}",
    re.MULTILINE,
)
"""The head of a forwarded message, in the text itself."""
SIGNATURE = re.compile(r"^-- ?$.*", re.MULTILINE | re.DOTALL)
RULE = re.compile(r"^[ \t]*(?:[-=_*~]{5,}|(?:\*[ \t]*){3,}|#{3,})[ \t]*$", re.MULTILINE)
"""What parts the items of a bulletin."""
ENOUGH = 25
"""Words an item of a bulletin has."""


def looks_like(source: Source) -> bool:
    """Whether the head of a message stands first, with a field of its envelope or a subject and a sender."""
    head = re.sub(r"^From .*\n", "", source.head)
    match = FIELD.match(head.replace("\r\n", "\n"))
    if not match or not HEAD.match(head):
        return False
    fields = {line.split(":")[0].lower() for line in match[0].split("\n") if ":" in line[:42]}
    return bool(ENVELOPE.search(match[0])) or ("subject" in fields and bool({"from", "date"} & fields))


def reports(source: Source) -> Reports:
    """The message's report, or each item of a bulletin."""
    data = source.data()
    message = _message(data)
    subject = REPLY.sub("", str(message.get("subject") or "")).strip() or None
    published = _sent(message)
    page, text = _content(message, data)
    if page is not None:
        yield _headed(report_of_page(page, source.id), subject, published)
        return
    text, subject, published = _forwarded(text, subject, published)
    pieces = _items(text)
    asides = 0
    for number, piece in enumerate(pieces, 1):
        name = source.id if len(pieces) == 1 else f"{source.id}-{number}"
        try:
            yield _headed(_read(piece, name), subject if len(pieces) == 1 else None, published)
        except Unreadable as error:
            asides += 1
            yield SetAside(source.name if len(pieces) == 1 else f"{source.name} (item {number})", str(error))


def _message(data: bytes) -> EmailMessage:
    data = re.sub(rb"\A\s*(?:From [^\n]*\n)?", b"", data, count=1)
    try:
        return message_from_bytes(data, policy=policy.default)
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise Unreadable(f"not an e-mail: {error}") from None


def _content(message: EmailMessage, data: bytes) -> tuple[str | None, str]:
    """The message's text; a page instead where there is only HTML that is an article's."""
    try:
        part = message.get_body(("plain",))
        if part is not None and (text := _text(part)).strip():
            return None, text
        part = message.get_body(("html",))
    except (AttributeError, KeyError, RecursionError):
        raise Unreadable("an e-mail whose parts are broken") from None
    if part is None:
        kinds = ", ".join(sorted({p.get_content_type() for p in message.walk()})[:5])
        raise Unreadable(f"an e-mail without a text, only {kinds}")
    text = _text(part)
    return None, text_of(text)


def _text(part: MIMEPart) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    try:
        text = data.decode({"iso-8859-1": "cp1252", "us-ascii": "utf-8"}.get(charset or "utf-8", charset or "utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = decode(data)
    text = text.replace("\r\n", "\n")
    flowed = "flowed" in str(part.get_param("format") or "").lower()
    return re.sub(r"(?m)^ (?=\S)", "", text) if flowed else text


def _sent(message: EmailMessage) -> str | None:
    try:
        sent = parsedate_to_datetime(str(message.get("date")))
    except (TypeError, ValueError, IndexError):
        return None
    zone = sent.strftime("%z")
    told = sent.strftime("%Y-%m-%dT%H:%M:%S")
    return f"{told}Z" if zone in ("+0000", "") else f"{told}{zone[:3]}:{zone[3:5]}"


def _forwarded(text: str, subject: str | None, published: str | None) -> tuple[str, str | None, str | None]:
    """The innermost forwarded message with its own subject and date, marks and the sender's words above taken off."""
    from dateline.intake.written_dates import date_or_none

    text = SIGNATURE.sub("", as_typed(text))
    for _ in range(10):
        match = INNER.search(text)
        if match is None:
            break
        before = FORWARDED.sub("", text[: match.start()])
        if len(before.split()) > ENOUGH * 4:
            break
        fields = dict(re.findall(r"(?m)^[ \t]*\*?(Subject|Date|Sent)\*?:[ \t]*\*?([^\n]*)", match[0]))
        subject = REPLY.sub("", fields.get("Subject", "")).strip(" *") or subject
        written = (fields.get("Date") or fields.get("Sent") or "").strip(" *").replace(" at ", " ")
        published = date_or_none(re.sub(r"\s*\(.*?\)\s*$", "", written)) or published
        text = as_typed(text[match.end() :])
    return FORWARDED.sub("", text).strip("\n"), subject, published


def _items(text: str) -> list[str]:
    """The items of a bulletin: parted by rules, each with a dateline or words enough; else the text as one."""
    pieces = [piece.strip("\n") for piece in RULE.split(text) if piece.strip()]
    full = [piece for piece in pieces if len(piece.split()) >= ENOUGH]
    if len(full) >= 2 and sum(find_dateline(piece) is not None for piece in full) >= 0.5 * len(full):
        return full
    return [text]


def _read(text: str, report_id: str) -> Report:
    from dateline.intake.stream import report_of

    return report_of(text, report_id)


def _headed(report: Report, subject: str | None, published: str | None) -> Report:
    """The report with the message's subject and date where it has none of its own."""
    return report.told(headline=report.headline or subject, published=report.published or published)
