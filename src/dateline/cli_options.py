"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.", show_default=False),
]
From = Annotated[
    Literal[
        "sheet",
        "agency",
        "plain",
        "rtf",
        "anpa",
        "iptc7901",
        "feed",
        "newsxml",
        "html",
        "jsonl",
        "json",
        "eml",
        "markdown",
        "csv",
        "warc",
        "pdf",
        "docx",
        "odt",
        "xlsx",
        "parquet",
    ]
    | None,
    typer.Option("--from", help="The input's format; told by its content if not given.", show_default=False),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=COLUMN,...",
        help="Which columns of a table hold what: body=Content,published=Date; found by name if not given.",
        show_default=False,
    ),
]
DayFirst = Annotated[
    bool | None,
    typer.Option(
        "--day-first/--month-first",
        help="How a table writes 02/03/2025; as its other dates show if not given.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Processes to read with; one for each core if not given.")
]

Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="Your own actors: a Phoenix/PETRARCH dictionary, FollowTheMoney JSON lines or CSV; repeatable.",
    ),
]

Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="When reports were published that do not say it: 2024-04-02, 2024-04-02T10:15+01:00, '2 April 2024'.",
        show_default=False,
    ),
]

Source = Annotated[
    str | None,
    typer.Option("--source", help="The agency or outlet of reports that name none: Reuters.", show_default=False),
]

Model = Annotated[
    Path | None,
    typer.Option(
        "--model", metavar="FOLDER", show_default=False, help="Read with the model in this folder instead of ours."
    ),
]

Sure = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", metavar="X", min=0, max=1, show_default=False,
        help="Only lines at least so sure: 0 to 1, as in 0.8.",
    ),
]  # fmt: skip

Header = Annotated[
    bool, typer.Option("--header/--no-header", help="Name gdelt's columns in a first line; GDELT's own files do not.")
]
