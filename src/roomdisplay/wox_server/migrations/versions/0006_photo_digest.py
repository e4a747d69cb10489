"""which photo a room has, without reading it"""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.add_column(sa.Column("photo_digest", sa.String(length=64), server_default="", nullable=False))
    room = sa.table("room", sa.column("id"), sa.column("photo", sa.LargeBinary), sa.column("photo_digest"))
    connection = op.get_bind()
    for id in list(connection.execute(sa.select(room.c.id).where(room.c.photo.is_not(None))).scalars()):
        photo = connection.execute(sa.select(room.c.photo).where(room.c.id == id)).scalar_one()
        digest = hashlib.sha256(photo).hexdigest()
        connection.execute(sa.update(room).where(room.c.id == id).values(photo_digest=digest))
