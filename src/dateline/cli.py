"""The command line: parse arguments, call, print."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from dateline import __version__, cli_archive
from dateline.cli_options import Actors, Columns, DayFirst, From, Header, Jobs, Model, Paths, Published, Source, Sure
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
    model: Model = None,
    sure: Sure = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the frame or rule that made each line, with its words and scores.")
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

        raise typer.Exit(explain_reports(paths, output, from_, tuple(actors or ()), model, tables, say))
    from dateline.commands.read import read_reports

    own = tuple(actors or ())
    raise typer.Exit(read_reports(paths, form or "pretty", output, from_, jobs, own, model, sure, tables, say))


@app.command()
def export(
    to: Annotated[
        Literal["cameo", "gdelt", "plover", "frames"],
        typer.Option(
            "--to", help="cameo as PETRARCH writes it, columns of gdelt 1.0, plover JSON lines, frames to train with.",
            show_default=False,
        ),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="RECORDS", help="Files of records: JSON lines that read wrote.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file; for frames, this folder.", show_default=False),
    ] = None,
    header: Header = True,
    sure: Sure = None,
    archive: cli_archive.Where = None,
    model: Model = None,
) -> None:  # fmt: skip
    """Write the events of records as event-data users load them, or what people corrected as frames to train with."""
    if to == "frames":
        from dateline.commands.frames import export_frames

        raise typer.Exit(export_frames(paths or [], output, archive, model, sure))
    from dateline.commands.export import export_records

    raise typer.Exit(export_records(paths or [], to, output, header, sure))


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


models = typer.Typer(no_args_is_help=True, help="Look at a model that reports are read with.")
app.add_typer(models, name="model")


@models.command("check")
def check_model(
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="A model's folder; ours if not given.", show_default=False)
    ] = None,
) -> None:
    """Load a model, say what it is, and read a sentence with it."""
    from dateline.commands.model import check_model as check

    raise typer.Exit(check(folder))


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
