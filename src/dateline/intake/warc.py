"""WARC: the pages of a web archive, as a stream (gzip or not); what is no page is passed over."""

from __future__ import annotations

from dateline.errors import SetAside
from dateline.intake.decoding import Unreadable
from dateline.intake.html_page import LARGEST, page_text, report_of_page
from dateline.intake.sources import Reports, Source

PAGES = ("text/html", "application/xhtml")


def looks_like(source: Source) -> bool:
    """Whether the file begins as a WARC record does."""
    return source.sample.startswith(b"WARC/")


def reports(source: Source) -> Reports:
    """Each page's report. A page that is none is set aside under its address; a broken record ends the file."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(source.stream, no_record_parse=False):
            if record.rec_type not in ("response", "resource") or not _is_page(record):
                continue
            number += 1
            url = record.rec_headers.get_header("WARC-Target-URI")
            try:
                data = record.content_stream().read(LARGEST + 1)
                if len(data) > LARGEST:
                    raise Unreadable(f"a page longer than {LARGEST >> 20} MiB")
                report = report_of_page(page_text(data), f"{source.id}-{number}", url)
                yield report.model_copy(update={"url": report.url or url})
            except Unreadable as error:
                yield SetAside(f"{source.name} ({url})", str(error))
    except ArchiveLoadFailed as error:
        yield SetAside(source.name, f"not WARC after {number} page{'s' * (number != 1)}: {error}")


def _is_page(record: object) -> bool:
    http = getattr(record, "http_headers", None)
    headers = http or getattr(record, "rec_headers", None)
    kind = headers.get_header("Content-Type") if headers is not None else None
    status = http.get_statuscode() if http is not None else "200"
    return status == "200" and (kind or "").lower().startswith(PAGES)
