"""Where a start goes: the panel, started from here, tells on standard error when each of its stages was over.

    python stages.py BEGAN run --config FILE …

BEGAN is the CLOCK_MONOTONIC at which somebody started it. What is said last is one line: STAGES and a JSON object, by
stage the seconds since then and the processor's seconds spent until then.
"""

import sys
import time

_began = float(sys.argv[1])
_ended: dict[str, tuple[float, float]] = {}


def ended(stage: str) -> None:
    _ended.setdefault(stage, (time.monotonic() - _began, time.process_time()))


ended("Python")
from roomdisplay import cli  # noqa: E402
from roomdisplay.shell import app  # noqa: E402

ended("imports")

import json  # noqa: E402
from collections.abc import Callable  # noqa: E402
from typing import Any  # noqa: E402

from roomdisplay.core.machine import State  # noqa: E402
from roomdisplay.ui.viewmodels.panel import PanelViewModel  # noqa: E402


def noted(function: Callable[..., Any], stage: str) -> Callable[..., Any]:
    def noting(*values: Any, **named: Any) -> Any:
        result = function(*values, **named)
        ended(stage)
        return result

    return noting


def main() -> int:
    setattr(app, "_store", noted(app._store, "settings, kept schedule"))  # pyright: ignore[reportPrivateUsage]  # noqa: B010
    setattr(app, "QGuiApplication", noted(app.QGuiApplication, "Qt"))  # noqa: B010
    setattr(app, "create_window", noted(app.create_window, "QML"))  # noqa: B010
    paint, show = app.paint, PanelViewModel.show

    def painted(*values: Any) -> None:
        paint(*values)
        ended("first frame, with the kept schedule")
        from roomdisplay.shell import serving

        ended("event loop's imports")
        linked = serving.Serving._linked  # pyright: ignore[reportPrivateUsage]
        setattr(serving.Serving, "_linked", noted(linked, "network's imports"))  # noqa: B010

    kept: list[float | None] = []

    def showing(view_model: PanelViewModel, state: State) -> None:
        show(view_model, state)
        kept.append(state.read_at)
        if state.read_at != kept[0] and "live schedule" not in _ended:
            ended("live schedule")
            print("STAGES", json.dumps(_ended), file=sys.stderr, flush=True)

    app.paint = painted
    setattr(PanelViewModel, "show", showing)  # noqa: B010
    sys.argv[:2] = ["roomdisplay"]
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
