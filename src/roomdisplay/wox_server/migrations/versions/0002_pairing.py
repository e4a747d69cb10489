"""pairing"""

import sqlalchemy as sa
from alembic import op

from roomdisplay.wox_server.schema import Utc

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("panel", sa.Column("identity_key", sa.LargeBinary(), nullable=True))
    op.add_column("panel", sa.Column("certificate", sa.Text(), nullable=True))
    op.create_table(
        "pairing",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("serial", sa.String(length=100), nullable=False),
        sa.Column("identity_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealing_key", sa.LargeBinary(), nullable=False),
        sa.Column("nonce", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", Utc(timezone=True), nullable=False),
        sa.Column("expires_at", Utc(timezone=True), nullable=False),
        sa.Column("polled_at", Utc(timezone=True), nullable=True),
        sa.Column("number", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("interval", sa.Float(), nullable=False),
        sa.Column("denied_at", Utc(timezone=True), nullable=True),
        sa.Column("panel_id", sa.Integer(), nullable=True),
        sa.Column("replaces", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", Utc(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_pairing_panel_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing")),
        sa.UniqueConstraint("code", name=op.f("uq_pairing_code")),
    )
    with op.batch_alter_table("pairing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pairing_panel_id"), ["panel_id"], unique=False)
