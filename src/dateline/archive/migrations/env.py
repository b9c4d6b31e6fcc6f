"""How Alembic runs our migrations: on the connection it is given, in the transaction already begun."""

from alembic import context

from dateline.archive.schema import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
