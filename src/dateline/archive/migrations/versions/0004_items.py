"""The agencies' names of items, so that a kill finds what it takes back."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "items",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("kill", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_index(op.f("ix_items_item"), "items", ["item"], unique=False)


def downgrade() -> None:
    """Take it out."""
    op.drop_index(op.f("ix_items_item"), table_name="items")
    op.drop_table("items")
