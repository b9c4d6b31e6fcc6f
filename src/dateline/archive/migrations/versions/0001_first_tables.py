"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("doubt", sa.Float(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("contacts_by_country", "contacts", ["country", "day"], unique=False)
    op.create_index("contacts_by_day", "contacts", ["day", "id"], unique=False)
    op.create_index(op.f("ix_contacts_doubt"), "contacts", ["doubt"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_index(op.f("ix_reports_digest"), "reports", ["digest"], unique=False)
    op.create_index(op.f("ix_reports_family"), "reports", ["family"], unique=False)
    op.create_index(op.f("ix_reports_reader"), "reports", ["reader"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("other_report", sa.String(), nullable=True),
        sa.Column("other", sa.JSON(), nullable=True),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("undone", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_reviews_other_report"), "reviews", ["other_report"], unique=False)
    op.create_index(op.f("ix_reviews_report"), "reviews", ["report"], unique=False)
    op.create_table(
        "accounts",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("short", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_accounts_contact"), "accounts", ["contact"], unique=False)
    op.create_index(op.f("ix_accounts_report"), "accounts", ["report"], unique=False)
    op.create_index(op.f("ix_accounts_short"), "accounts", ["short"], unique=False)
    op.create_table(
        "actors",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("code", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "local"),
    )
    op.create_index(op.f("ix_actors_code"), "actors", ["code"], unique=False)
    op.create_index(op.f("ix_actors_name"), "actors", ["name"], unique=False)
    op.create_table(
        "attendees",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("word", "day", "contact"),
    )
    op.create_index(op.f("ix_attendees_contact"), "attendees", ["contact"], unique=False)
    op.create_table(
        "bands",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", "report"),
    )
    op.create_index(op.f("ix_bands_report"), "bands", ["report"], unique=False)
    op.create_table(
        "copies",
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("likeness", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["reports.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["b"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index(op.f("ix_copies_b"), "copies", ["b"], unique=False)
    op.create_table(
        "dyads",
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("a", "b", "day", "contact"),
    )
    op.create_index(op.f("ix_dyads_contact"), "dyads", ["contact"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("cameo", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_events_cameo"), "events", ["cameo"], unique=False)
    op.create_index(op.f("ix_events_report"), "events", ["report"], unique=False)
    op.create_table(
        "places",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "local"),
    )
    op.create_index(op.f("ix_places_name"), "places", ["name"], unique=False)
    op.create_table(
        "positions",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("issue", sa.Text(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("frame", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("judged", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_positions_report"), "positions", ["report"], unique=False)
    op.create_index("positions_by_country", "positions", ["country", "id"], unique=False)
    op.create_table(
        "sides",
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["contact"], ["contacts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("party", "day", "contact"),
    )
    op.create_index(op.f("ix_sides_contact"), "sides", ["contact"], unique=False)
    op.create_table(
        "statements",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("relayed_by", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("judged", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_statements_report"), "statements", ["report"], unique=False)
    op.create_index("statements_by_country", "statements", ["country", "id"], unique=False)
    op.create_table(
        "agenda",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("according_to", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["accounts.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_agenda_account"), "agenda", ["account"], unique=False)
    op.create_index(op.f("ix_agenda_report"), "agenda", ["report"], unique=False)
    op.create_table(
        "blocks",
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("block", "account"),
    )
    op.create_index(op.f("ix_blocks_account"), "blocks", ["account"], unique=False)
    op.create_table(
        "ties",
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("likeness", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["accounts.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["b"], ["accounts.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index(op.f("ix_ties_b"), "ties", ["b"], unique=False)
    make_indexes()


def downgrade() -> None:
    """Take them away."""
    op.drop_index(op.f("ix_ties_b"), table_name="ties")
    op.drop_table("ties")
    op.drop_index(op.f("ix_blocks_account"), table_name="blocks")
    op.drop_table("blocks")
    op.drop_index(op.f("ix_agenda_report"), table_name="agenda")
    op.drop_index(op.f("ix_agenda_account"), table_name="agenda")
    op.drop_table("agenda")
    op.drop_index("statements_by_country", table_name="statements")
    op.drop_index(op.f("ix_statements_report"), table_name="statements")
    op.drop_table("statements")
    op.drop_index(op.f("ix_sides_contact"), table_name="sides")
    op.drop_table("sides")
    op.drop_index("positions_by_country", table_name="positions")
    op.drop_index(op.f("ix_positions_report"), table_name="positions")
    op.drop_table("positions")
    op.drop_index(op.f("ix_places_name"), table_name="places")
    op.drop_table("places")
    op.drop_index(op.f("ix_events_report"), table_name="events")
    op.drop_index(op.f("ix_events_cameo"), table_name="events")
    op.drop_table("events")
    op.drop_index(op.f("ix_dyads_contact"), table_name="dyads")
    op.drop_table("dyads")
    op.drop_index(op.f("ix_copies_b"), table_name="copies")
    op.drop_table("copies")
    op.drop_index(op.f("ix_bands_report"), table_name="bands")
    op.drop_table("bands")
    op.drop_index(op.f("ix_attendees_contact"), table_name="attendees")
    op.drop_table("attendees")
    op.drop_index(op.f("ix_actors_name"), table_name="actors")
    op.drop_index(op.f("ix_actors_code"), table_name="actors")
    op.drop_table("actors")
    op.drop_index(op.f("ix_accounts_short"), table_name="accounts")
    op.drop_index(op.f("ix_accounts_report"), table_name="accounts")
    op.drop_index(op.f("ix_accounts_contact"), table_name="accounts")
    op.drop_table("accounts")
    op.drop_index(op.f("ix_reviews_report"), table_name="reviews")
    op.drop_index(op.f("ix_reviews_other_report"), table_name="reviews")
    op.drop_table("reviews")
    op.drop_index(op.f("ix_reports_reader"), table_name="reports")
    op.drop_index(op.f("ix_reports_family"), table_name="reports")
    op.drop_index(op.f("ix_reports_digest"), table_name="reports")
    op.drop_table("reports")
    op.drop_index(op.f("ix_contacts_doubt"), table_name="contacts")
    op.drop_index("contacts_by_day", table_name="contacts")
    op.drop_index("contacts_by_country", table_name="contacts")
    op.drop_table("contacts")


SEARCHED = {
    "reports": ("number", ("headline", "body")),
    "statements": ("id", ("text", "speaker", "country")),
    "positions": ("id", ("issue", "text", "holder", "country")),
    "agenda": ("id", ("topic",)),
}


def make_indexes() -> None:
    """The full-text indexes: FTS5 tables kept by triggers in SQLite, generated tsvector columns in PostgreSQL."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table, (key, columns) in SEARCHED.items():
        for statement in fts5(table, key, columns) if sqlite else tsvector(table, columns):
            op.execute(statement)


def fts5(table: str, key: str, columns: tuple[str, ...]) -> list[str]:
    """An index without a copy of the text, and the triggers that keep it in step."""
    names = ", ".join(columns)
    old, new = (", ".join(f"{row}.{c}" for c in (key, *columns)) for row in ("old", "new"))
    put = f"INSERT INTO {table}_fts(rowid, {names}) VALUES ({new});"
    take = f"INSERT INTO {table}_fts({table}_fts, rowid, {names}) VALUES ('delete', {old});"
    return [
        f"CREATE VIRTUAL TABLE {table}_fts USING fts5({names}, content='{table}', content_rowid='{key}', "
        "tokenize='porter unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER {table}_put AFTER INSERT ON {table} BEGIN {put} END",
        f"CREATE TRIGGER {table}_take AFTER DELETE ON {table} BEGIN {take} END",
        f"CREATE TRIGGER {table}_change AFTER UPDATE OF {names} ON {table} BEGIN {take} {put} END",
    ]


def tsvector(table: str, columns: tuple[str, ...]) -> list[str]:
    """A generated column, each text column weighted A to D in order, and its index."""
    parts = " || ".join(
        f"setweight(to_tsvector('english', left(coalesce({c}, ''), 200000)), '{w}')"
        for c, w in zip(columns, "ABCD", strict=False)
    )
    return [
        f"ALTER TABLE {table} ADD COLUMN fts tsvector GENERATED ALWAYS AS ({parts}) STORED",
        f"CREATE INDEX {table}_fts ON {table} USING gin (fts)",
    ]
