"""releases, rollouts and offers; diagnostics are a command"""

import sqlalchemy as sa
from alembic import op

from roomdisplay.wox_server.schema import Utc

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("command", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_command_kind"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_command_kind"), "kind IN ('screenshot', 'restart', 'unpair', 'diagnostics', 'doctor')"
        )
    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=60), nullable=False),
        sa.Column("architecture", sa.String(length=20), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("added_at", Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sa.UniqueConstraint("version", "architecture", name=op.f("uq_release_version_architecture")),
    )
    op.create_index(op.f("ix_release_digest"), "release", ["digest"], unique=False)
    op.create_table(
        "rollout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=60), nullable=False),
        sa.Column("settling", sa.Integer(), nullable=False),
        sa.Column("made_at", Utc(timezone=True), nullable=False),
        sa.Column("widened_at", Utc(timezone=True), nullable=True),
        sa.Column("stopped_at", Utc(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rollout")),
    )
    op.create_table(
        "offer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("rollout_id", sa.Integer(), nullable=False),
        sa.Column("panel_id", sa.Integer(), nullable=False),
        sa.Column("is_canary", sa.Boolean(), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("was_well", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("changed_at", Utc(timezone=True), nullable=False),
        sa.Column("well_since", Utc(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["rollout_id"], ["rollout.id"], name=op.f("fk_offer_rollout_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_offer_panel_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
        sa.UniqueConstraint("rollout_id", "panel_id", name=op.f("uq_offer_rollout_id_panel_id")),
    )
    op.create_index(op.f("ix_offer_rollout_id"), "offer", ["rollout_id"], unique=False)
    op.create_index(op.f("ix_offer_panel_id"), "offer", ["panel_id"], unique=False)
