"""the beginning"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("department", sa.String(length=200), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("entra_id", sa.String(length=100), nullable=True),
        sa.Column("pin_hash", sa.String(length=64), nullable=True),
        sa.Column("badge_hash", sa.String(length=64), nullable=True),
        sa.Column("disabled", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("badge_hash", name=op.f("uq_person_badge_hash")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
        sa.UniqueConstraint("entra_id", name=op.f("uq_person_entra_id")),
        sa.UniqueConstraint("pin_hash", name=op.f("uq_person_pin_hash")),
    )
    op.create_table(
        "space",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_space")),
    )
    op.create_table(
        "campus",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_campus_space_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campus")),
    )
    with op.batch_alter_table("campus", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_campus_space_id"), ["space_id"], unique=False)

    op.create_table(
        "session",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_session_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_session")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_person_id"), ["person_id"], unique=False)

    op.create_table(
        "sign_in_link",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_sign_in_link_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sign_in_link")),
    )
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_link_person_id"), ["person_id"], unique=False)

    op.create_table(
        "sign_in_flow",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("flow", sa.JSON(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_sign_in_flow_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sign_in_flow")),
    )
    with op.batch_alter_table("sign_in_flow", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_flow_person_id"), ["person_id"], unique=False)

    op.create_table(
        "location",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("campus_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("first_day", sa.Integer(), server_default="0", nullable=False),
        sa.Column("emergency", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["campus_id"], ["campus.id"], name=op.f("fk_location_campus_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_location_space_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_location")),
    )
    with op.batch_alter_table("location", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_location_campus_id"), ["campus_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_location_space_id"), ["space_id"], unique=False)

    op.create_table(
        "floor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("location_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("level", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_floor_location_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor")),
    )
    with op.batch_alter_table("floor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_floor_location_id"), ["location_id"], unique=False)

    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("location_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("(location_id IS NULL) = (kind = 'space-administrator')", name=op.f("ck_role_place")),
        sa.CheckConstraint(
            "kind IN ('space-administrator', 'location-manager', 'location-operator')", name=op.f("ck_role_kind")
        ),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_role_location_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_role_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint("person_id", "kind", "location_id", name=op.f("uq_role_person_id_kind_location_id")),
    )
    with op.batch_alter_table("role", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_role_location_id"), ["location_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_role_person_id"), ["person_id"], unique=False)

    op.create_table(
        "room",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("floor_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("mailbox", sa.String(length=320), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("equipment", sa.JSON(), nullable=False),
        sa.Column("detail", sa.String(length=500), server_default="", nullable=False),
        sa.Column("department", sa.String(length=200), nullable=True),
        sa.Column("photo", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("settings_revision", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("pruned_revision", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["floor_id"], ["floor.id"], name=op.f("fk_room_floor_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sa.UniqueConstraint("mailbox", name=op.f("uq_room_mailbox")),
    )
    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_room_floor_id"), ["floor_id"], unique=False)

    op.create_table(
        "booking",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("end", sa.DateTime(timezone=True), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("host", sa.String(length=200), nullable=True),
        sa.Column("host_id", sa.Integer(), nullable=True),
        sa.Column("is_private", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("agreed_start", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_end", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_subject", sa.Text(), nullable=True),
        sa.Column("agreed_as_of", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refusal", sa.String(length=16), nullable=True),
        sa.Column("checked_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("origin IN ('office365', 'portal', 'app', 'display')", name=op.f("ck_booking_origin")),
        sa.CheckConstraint(
            "refusal IS NULL OR refusal IN ('taken', 'gone', 'changed', 'notAllowed', 'expired', 'failed')",
            name=op.f("ck_booking_refusal"),
        ),
        sa.CheckConstraint(
            "state IN ('requested', 'confirmed', 'cancelling', 'cancelled', 'refused')", name=op.f("ck_booking_state")
        ),
        sa.CheckConstraint(
            "(agreed_start IS NULL) = (agreed_end IS NULL) AND (agreed_start IS NULL) = (agreed_as_of IS NULL)",
            name=op.f("ck_booking_agreed"),
        ),
        sa.CheckConstraint('start <= "end"', name=op.f("ck_booking_forwards")),
        sa.ForeignKeyConstraint(["host_id"], ["person.id"], name=op.f("fk_booking_host_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_booking_room_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
    )
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booking_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_booking_room_id"), ["room_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_booking_room_id_revision"), ["room_id", "revision"], unique=False)
        batch_op.create_index(batch_op.f("ix_booking_room_id_start"), ["room_id", "start"], unique=False)

    op.create_table(
        "panel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("serial", sa.String(length=100), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("heartbeat_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("heartbeat", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_panel_room_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_panel_token_hash")),
    )
    with op.batch_alter_table("panel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_panel_room_id"), ["room_id"], unique=False)

    op.create_table(
        "problem",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('screen', 'audio', 'cleaning', 'temperature', 'furniture', 'other')", name=op.f("ck_problem_kind")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_problem_room_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem")),
    )
    with op.batch_alter_table("problem", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_problem_room_id"), ["room_id"], unique=False)

    op.create_table(
        "command",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("panel_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.LargeBinary(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("kind IN ('screenshot', 'restart', 'unpair')", name=op.f("ck_command_kind")),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_command_panel_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_command")),
    )
    with op.batch_alter_table("command", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_command_panel_id"), ["panel_id"], unique=False)

    op.create_table(
        "secret",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secret")),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("location_id", sa.Integer(), nullable=True),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("panel_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN location_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN room_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN panel_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_setting_one_scope"),
        ),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_setting_location_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_setting_panel_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_setting_room_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("location_id", "name", name=op.f("uq_setting_location_id_name")),
        sa.UniqueConstraint("panel_id", "name", name=op.f("uq_setting_panel_id_name")),
        sa.UniqueConstraint("room_id", "name", name=op.f("uq_setting_room_id_name")),
    )
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_setting_location_id"), ["location_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_setting_panel_id"), ["panel_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_setting_room_id"), ["room_id"], unique=False)
