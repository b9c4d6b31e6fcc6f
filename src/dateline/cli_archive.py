"""The archive's commands: parse arguments, call, print."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from dateline.cli_options import Actors, Columns, DayFirst, From, Header, Jobs, Model, Paths, Published, Source, Sure

Where = Annotated[
    str | None,
    typer.Option(
        "--archive", "-a", envvar="DATELINE_ARCHIVE", show_envvar=False, show_default=False,
        help="The archive: a file, or a postgresql:// address; by default one in the user's data folder.",
    ),
]  # fmt: skip
Format = Annotated[
    Literal["table", "json", "jsonl", "csv"] | None,
    typer.Option("--format", "-f", help="A table on a terminal, jsonl in a pipe if not given.", show_default=False),
]
Since = Annotated[
    str | None, typer.Option("--from", help="From this date on: 2018, 2018-06, 2018-06-12.", show_default=False)
]
Until = Annotated[str | None, typer.Option("--to", help="Up to and with this date.", show_default=False)]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, help="At most so many.", show_default=False)]


def ingest(
    paths: Paths,
    archive: Where = None,
    from_: From = None,
    jobs: Jobs = None,
    actors: Actors = None,
    model: Model = None,
    published: Published = None,
    source: Source = None,
    columns: Columns = None,
    day_first: DayFirst = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Stay, and take new files of the folders as they come; Ctrl-C ends it.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option("--since", help="Only files changed on this day or later: 2026-11-28.", show_default=False),
    ] = None,
) -> None:
    """Read reports and keep their records in the archive; those it has are skipped, a stopped run goes on."""
    from dateline.commands.ingest import ingest_reports
    from dateline.intake.said import said
    from dateline.intake.sources import told

    say, tables = said(published, source), told(columns, day_first, since)
    if watch:
        from dateline.commands.watching import ingest_as_they_come

        raise typer.Exit(ingest_as_they_come(paths, archive, from_, jobs, tuple(actors or ()), model, tables, say))
    raise typer.Exit(ingest_reports(paths, archive, from_, jobs, tuple(actors or ()), model, tables, say))


def reread(archive: Where = None, jobs: Jobs = None, actors: Actors = None, model: Model = None) -> None:
    """Read again what an older reader has read; people's decisions stay."""
    from dateline.commands.ingest import reread_reports

    raise typer.Exit(reread_reports(archive, jobs, tuple(actors or ()), model))


def redate(
    report: Annotated[str, typer.Argument(metavar="ID", help="A report's id.", show_default=False)],
    published: Annotated[
        str,
        typer.Argument(metavar="DATE", help="2024-04-02, 2024-04-02T10:15+01:00, '2 April 2024'.", show_default=False),
    ],
    archive: Where = None,
    actors: Actors = None,
) -> None:
    """Say when a report of the archive was published: it is read again as of that day; people's decisions stay."""
    from dateline.commands.mending import redate_report

    raise typer.Exit(redate_report(archive, report, published, tuple(actors or ())))


def remove(
    reports: Annotated[list[str], typer.Argument(metavar="ID...", help="Reports' ids.", show_default=False)],
    archive: Where = None,
) -> None:
    """Take reports out of the archive; contacts are told anew from what is left."""
    from dateline.commands.mending import remove_reports

    raise typer.Exit(remove_reports(archive, reports))


def contacts(
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Two parties: codes (RUS USA) or names (Russia 'United States').", show_default=False),
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="PARTY", help="A party or person that takes part; may be repeated."),
    ] = None,
    since: Since = None,
    until: Until = None,
    status: Annotated[
        Literal["held", "ongoing", "scheduled", "proposed", "postponed", "cancelled", "refused"] | None,
        typer.Option(help="Only contacts of this status.", show_default=False),
    ] = None,
    kind: Annotated[
        Literal["meeting", "visit", "summit", "conference", "negotiation", "call", "letter"] | None,
        typer.Option(help="Only contacts of this kind.", show_default=False),
    ] = None,
    country: Annotated[
        str | None, typer.Option("--in", help="Only contacts in this country.", show_default=False)
    ] = None,
    sure: Sure = None,
    archive: Where = None,
    form: Format = None,
    limit: Limit = None,
) -> None:
    """Who met whom: contacts, the latest first."""
    from dateline.commands.asking import list_contacts

    raise typer.Exit(
        list_contacts(archive, between, with_ or [], since, until, status, kind, country, sure, form, limit)
    )


def statements(
    by: Annotated[str | None, typer.Option(help="Who speaks: a name, a code or a country.", show_default=False)] = None,
    about: Annotated[str | None, typer.Option(help="What about: a search.", show_default=False)] = None,
    since: Since = None,
    until: Until = None,
    sure: Sure = None,
    archive: Where = None,
    form: Format = None,
    limit: Limit = None,
) -> None:
    """Who said what: statements, the latest first."""
    from dateline.commands.asking import list_statements

    raise typer.Exit(list_statements(archive, by, about, since, until, sure, form, limit))


def positions(
    of: Annotated[str | None, typer.Option(help="Whose: a code, a country or a name.", show_default=False)] = None,
    on: Annotated[str | None, typer.Option(help="On what: a search.", show_default=False)] = None,
    stance: Annotated[
        Literal["supports", "opposes", "demands", "offers", "refuses", "denies", "conditional"] | None,
        typer.Option(help="Only this stance.", show_default=False),
    ] = None,
    since: Since = None,
    until: Until = None,
    sure: Sure = None,
    archive: Where = None,
    form: Format = None,
    limit: Limit = None,
) -> None:
    """Where each side stands: positions, the latest first."""
    from dateline.commands.asking import list_positions

    raise typer.Exit(list_positions(archive, of, on, stance, since, until, sure, form, limit))


def events(
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Two parties, either way: codes (RUS USA) or names.", show_default=False),
    ] = None,
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="PARTY", help="A party on either side; may be repeated.")
    ] = None,
    since: Since = None,
    until: Until = None,
    sure: Sure = None,
    archive: Where = None,
    form: Annotated[
        Literal["table", "json", "jsonl", "csv", "cameo", "gdelt", "plover"] | None,
        typer.Option(
            "--format", "-f", help="As for other lists, or cameo, gdelt, plover as export writes.", show_default=False
        ),
    ] = None,
    header: Header = True,
    limit: Limit = None,
) -> None:
    """Who did what to whom: coded events, the latest first, each once for all copies of a report."""
    from dateline.commands.asking import list_events

    raise typer.Exit(list_events(archive, between, with_ or [], since, until, sure, form, header, limit))


def dyad(
    a: Annotated[str, typer.Argument(help="A party: RUS, Russia.")],
    b: Annotated[str, typer.Argument(help="The other party.")],
    since: Since = None,
    until: Until = None,
    sure: Sure = None,
    archive: Where = None,
    form: Format = None,
    limit: Limit = None,
) -> None:
    """The dealings of two parties, in order of time."""
    from dateline.commands.asking import list_dyad

    raise typer.Exit(list_dyad(archive, a, b, since, until, sure, form, limit))


def agenda(
    contact: Annotated[str, typer.Argument(metavar="ID", help="A contact's id.")],
    archive: Where = None,
    form: Format = None,
) -> None:
    """What is on the table at a contact, and what is off it."""
    from dateline.commands.asking import list_agenda

    raise typer.Exit(list_agenda(archive, contact, form))


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words, "phrases", NEAR, OR, NOT, annex*.')],
    since: Since = None,
    until: Until = None,
    sure: Sure = None,
    archive: Where = None,
    form: Format = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many.")] = 20,
) -> None:
    """Where words are found: in reports, statements, positions and agendas, the latest first."""
    from dateline.commands.asking import list_hits

    raise typer.Exit(list_hits(archive, " ".join(words), since, until, sure, form, limit))


def show(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="The id of a contact, a report or a line.")],
    archive: Where = None,
    form: Annotated[
        Literal["pretty", "json"], typer.Option("--format", "-f", help="pretty for eyes, json for programs.")
    ] = "pretty",
) -> None:
    """A contact with all its accounts and their words, or the record of a report."""
    from dateline.commands.show import show_one

    raise typer.Exit(show_one(archive, wanted, form))


def review(
    wanted: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="A contact, statement or position; two contacts for --merge."),
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="It is right as it is.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="It is none: it is no longer told.")] = False,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Correct a field: date=2018-07-16; may be repeated."),
    ] = None,
    merge: Annotated[bool, typer.Option("--merge", help="The two contacts are one.")] = False,
    split: Annotated[
        list[str] | None,
        typer.Option("--split", metavar="REPORT", help="This report tells of another contact; may be repeated."),
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(help="Who decides; your user name if not given.", show_default=False)
    ] = None,
    undo: Annotated[int | None, typer.Option(help="Take a decision back, by its number.", show_default=False)] = None,
    decisions: Annotated[
        bool, typer.Option("--decisions", help="List all decisions, for --format json or csv.")
    ] = False,
    archive: Where = None,
    form: Format = None,
) -> None:
    """Decide about a line or a contact; without an ID, walk through the doubtful ones, one by one."""
    from dateline.commands.review import decide_one
    from dateline.commands.review import review as walk

    if wanted:
        raise typer.Exit(decide_one(archive, wanted, accept, reject, set_ or [], merge, split or [], reviewer))
    raise typer.Exit(walk(archive, reviewer, undo, decisions, form))


def serve(
    archive: Where = None,
    host: Annotated[str, typer.Option(help="Listen here; this machine alone if not given.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="Listen at this port.")] = 8016,
    review: Annotated[
        bool, typer.Option("--review", help="Let those who have the token correct the record; it is printed at start.")
    ] = False,
) -> None:
    """Show the archive in a browser: search it, look at it, correct it."""
    from dateline.commands.serve import serve as listen

    raise typer.Exit(listen(archive, host, port, review))


COMMANDS = (
    ingest,
    reread,
    redate,
    remove,
    contacts,
    statements,
    positions,
    events,
    dyad,
    agenda,
    search,
    show,
    review,
    serve,
)
"""In the order `dateline --help` lists them."""
