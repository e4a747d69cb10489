"""panel keys, and how often somebody may try"""

import hashlib

import sqlalchemy as sa
from alembic import op
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from roomdisplay.wox_server.schema import Utc

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "panel_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("panel_id", sa.Integer(), nullable=False),
        sa.Column("thumbprint", sa.String(length=40), nullable=False),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.Column("made_at", Utc(timezone=True), nullable=False),
        sa.Column("retired_at", Utc(timezone=True), nullable=True),
        sa.Column("registered_at", Utc(timezone=True), nullable=True),
        sa.Column("complaint", sa.String(length=16), nullable=True),
        sa.CheckConstraint(
            "complaint IS NULL OR complaint IN ('permission', 'proof', 'application', 'full', 'refused', 'unreachable')",
            name=op.f("ck_panel_key_complaint"),
        ),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_panel_key_panel_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_key")),
        sa.UniqueConstraint("panel_id", "thumbprint", name=op.f("uq_panel_key_panel_id_thumbprint")),
    )
    with op.batch_alter_table("panel_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_panel_key_panel_id"), ["panel_id"], unique=False)
    op.create_table(
        "allowance",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("spent_until", sa.Float(precision=53), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_allowance")),
    )
    connection = op.get_bind()
    panel = sa.table("panel", sa.column("id"), sa.column("certificate"), sa.column("made_at"))
    held = connection.execute(sa.select(panel).where(panel.c.certificate.is_not(None))).all()
    for row in held:
        try:
            thumbprint = x509.load_pem_x509_certificate(row.certificate.encode()).fingerprint(hashes.SHA1())  # noqa: S303
        except ValueError:
            thumbprint = hashlib.sha1(row.certificate.encode(), usedforsecurity=False).digest()
        values = {"panel_id": row.id, "thumbprint": thumbprint.hex().upper(), "certificate": row.certificate}
        connection.execute(
            sa.text(
                "INSERT INTO panel_key (panel_id, thumbprint, certificate, made_at)"
                " SELECT :panel_id, :thumbprint, :certificate, made_at FROM panel WHERE id = :panel_id"
            ),
            values,
        )
    # not as a batch: that makes the table anew, and what refers to the old one would go with it
    op.drop_column("panel", "certificate")
