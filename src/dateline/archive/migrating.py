"""Bringing an archive's tables up to this version's, with Alembic."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine, sqlite: bool, lock: int) -> None:
    """Run the migrations that are missing, in one transaction. Two processes that open a new archive do it once."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if not sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock})
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
