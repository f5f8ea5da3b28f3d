"""Who is called by a word alone is told in the blocks, so that joining finds their crowds; all joins are made anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column and its index, and let everybody be settled again."""
    told = "called by words alone, by no full name"
    op.add_column("blocks", sa.Column("bare", sa.Boolean(), nullable=False, server_default=sa.false(), comment=told))
    op.execute("DELETE FROM blocks WHERE block LIKE '=%'")  # those of judgements, which tell it themselves
    op.execute(
        "UPDATE blocks SET bare = NOT EXISTS (SELECT 1 FROM blocks AS named WHERE named.story = blocks.story "
        "AND named.person = blocks.person AND named.block NOT LIKE '%, %')"
    )
    op.create_index(
        "ix_blocks_bare", "blocks", ["block"], sqlite_where=sa.text("bare"), postgresql_where=sa.text("bare")
    )
    for table in ("joins", "doubts", "unsettled"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
    op.execute("INSERT INTO unsettled (story, person) SELECT story, person FROM people")
