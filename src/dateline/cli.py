"""The command line: parse arguments, call, print."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from dateline import __version__, cli_archive
from dateline.cli_options import Actors, Columns, DayFirst, From, Header, Jobs, Paths, Published, Source
from dateline.cli_settings import defaults
from dateline.errors import DatelineError, UsageError

app = typer.Typer(
    name="dateline",
    help="Reads wire reports and keeps the diplomatic record: who met whom, who said what, where each side stands.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def read(
    paths: Paths,
    form: Annotated[
        Literal["pretty", "json", "jsonl"] | None,
        typer.Option("--format", "-f", help="pretty for eyes, json indented, jsonl one record a line."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file.", show_default=False)
    ] = None,
    from_: From = None,
    jobs: Jobs = None,
    actors: Actors = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print which rule or model made each line, and from which words.")
    ] = False,
    published: Published = None,
    source: Source = None,
    columns: Columns = None,
    day_first: DayFirst = None,
) -> None:
    """Read reports into records, each line tied to the words it rests on."""
    from dateline.intake.said import said
    from dateline.intake.sources import told

    say, tables = said(published, source), told(columns, day_first)
    if explain:
        from dateline.commands.explain import explain_reports

        raise typer.Exit(explain_reports(paths, output, from_, tuple(actors or ()), tables, say))
    from dateline.commands.read import read_reports

    raise typer.Exit(read_reports(paths, form or "pretty", output, from_, jobs, tuple(actors or ()), tables, say))


@app.command()
def export(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="RECORDS", help="Files of records: JSON lines that read wrote.", show_default=False),
    ],
    to: Annotated[
        Literal["cameo", "gdelt", "plover"],
        typer.Option(
            "--to", help="cameo as PETRARCH writes it, the columns of gdelt 1.0, plover JSON lines.", show_default=False
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file.", show_default=False)
    ] = None,
    header: Header = True,
) -> None:
    """Write the coded events of records in the formats event-data users load; those of an archive: events."""
    from dateline.commands.export import export_records

    raise typer.Exit(export_records(paths, to, output, header))


tables = typer.Typer(no_args_is_help=True, help="Look names up in the tables of actors, and check the tables.")
app.add_typer(tables, name="actors")


@tables.command("find")
def find_actor(
    name: Annotated[str, typer.Argument(help="A name, a surname, a body, a country.", show_default=False)],
    on: Annotated[str | None, typer.Option("--on", help="Only what it meant on this day: 2018-07-02.")] = None,
    actors: Actors = None,
) -> None:
    """Say who a name means: office, country, code, other names, and the table row that says so."""
    from dateline.commands.actors import find

    raise typer.Exit(find(name, on, tuple(actors or ())))


@tables.command("check")
def check_actors(actors: Actors = None) -> None:
    """Check dates, codes, duplicates and overlapping offices of the tables, and of your own files."""
    from dateline.commands.actors import check

    raise typer.Exit(check(tuple(actors or ())))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    from dateline.record.schema import json_schema

    typer.echo(json_schema())


for command in cli_archive.COMMANDS:
    app.command()(command)


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command; errors are one clear line on standard error: exit 2 for usage, 1 for the rest."""
    try:
        command = typer.main.get_command(app)
        command(default_map=defaults(command))
    except UsageError as error:
        print(f"dateline: {error}", file=sys.stderr)
        sys.exit(2)
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:  # the reader of our pipe has seen enough
        sys.stderr.close()
        sys.exit(141)


if __name__ == "__main__":
    main()
