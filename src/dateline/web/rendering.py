"""Templates: every value is shown as text, whatever a report has in it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import orjson
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline import __version__
from dateline.web import showing
from dateline.web.assets import Assets


class Pages:
    """Makes pages from ``templates/``."""

    def __init__(self, assets: Assets, *, reviewing: bool) -> None:
        self.assets = assets
        self.environment = Environment(
            loader=PackageLoader("dateline.web"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=finalized,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals |= {"asset": assets.address, "version": __version__, "reviewing": reviewing}
        self.environment.globals |= {"address": address, "with_query": with_query} | showing.GLOBALS
        self.environment.filters |= {"json": json_text, "link": web_link} | showing.FILTERS

    def show(self, request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """A page. Templates know ``request``, ``reviewer`` (or `None`) and what is given."""
        context["reviewer"] = request.app.state.sessions.reviewer(request)
        text = self.environment.get_template(template).render(request=request, **context)
        return HTMLResponse(text, status)


UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Characters that are not seen but change what is: controls, zero-width ones, direction marks and overrides, tags."""


def finalized(value: Any) -> Any:
    """What a template prints for a value: nothing for `None`, unseen characters by their number. Escaping follows."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def visible(text: str) -> str:
    """The text with unseen characters told by their number (``[U+202E]``), so that nobody is fooled by them."""
    return UNSEEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def json_text(value: Any) -> str:
    """The value as JSON, for a ``data-`` attribute: templates escape it as any text. Unseen characters are told."""
    return visible(orjson.dumps(value, default=str).decode())


def web_link(url: str | None) -> str | None:
    """The URL if it leads to the web; `None` for ``javascript:`` and everything else."""
    try:
        parts = urlsplit(unicodedata.normalize("NFC", url or "").strip())
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def address(*parts: str, **query: Any) -> str:
    """``/contacts/c12?format=csv``: a path's parts, each quoted, and what of the query is given."""
    given = [(k.rstrip("_"), v) for k, v in query.items() if v not in (None, "", [], ())]
    path = "/" + "/".join(quote(part, safe="") if n else part for n, part in enumerate(parts))
    return path + ("?" + urlencode(given, doseq=True) if given else "")


def with_query(request: Request, **changes: Any) -> str:
    """The address of this page with some of its query changed (`None`: taken out)."""
    names = {k.rstrip("_") for k in changes}
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in names and v]
    added = [
        (k.rstrip("_"), item)
        for k, v in changes.items()
        for item in (v if isinstance(v, list | tuple) else [v])
        if item not in (None, "")
    ]
    query = urlencode(kept + added)
    return quote(request.scope["path"]) + (f"?{query}" if query else "")
