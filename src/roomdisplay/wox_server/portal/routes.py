"""Every page of the Portal, and what it asks of whoever opens it."""

from pathlib import Path

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from roomdisplay.wox_server.portal import fleet, pairing, places, rooms, sign_in, staff, updates, usage
from roomdisplay.wox_server.portal.visit import Needs, NotFound, Page, Portal, Visit


def nothing(visit: Visit) -> Response:
    raise NotFound


NOWHERE = Page(path="/{rest:path}", handler=nothing, needs=Needs.NOTHING)
PAGES = (
    *sign_in.PAGES,
    *rooms.PAGES,
    *fleet.PAGES,
    *updates.PAGES,
    *pairing.PAGES,
    *places.PAGES,
    *staff.PAGES,
    *usage.PAGES,
    NOWHERE,
)
_PACKAGE = Path(__file__).parents[2]
FONTS = next(
    (place for place in (_PACKAGE / "assets" / "fonts", _PACKAGE.parents[1] / "assets" / "fonts") if place.is_dir()),
    _PACKAGE,
)


class Files(StaticFiles):
    """The same for everybody, and for a while."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "public, max-age=86400" if path.endswith(".otf") else "no-cache"
        return response


def routes(portal: Portal) -> list[BaseRoute]:
    """To come last in the application: whatever else is asked for gets the page that says so."""
    return [
        Mount("/static/fonts", Files(directory=FONTS)),
        Mount("/static", Files(directory=Path(__file__).with_name("static"))),
        *(page.route(portal) for page in PAGES),
    ]
