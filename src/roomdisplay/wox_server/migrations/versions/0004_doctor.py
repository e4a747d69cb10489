"""the doctor is a command"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("command", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_command_kind"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_command_kind"), "kind IN ('screenshot', 'restart', 'unpair', 'doctor')"
        )
