# ruff: noqa: N815  Qt names its properties and signals in camel case
"""The screen for QML: lit or at rest, and where things stand on it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from roomdisplay.ui.screen_view import Resting, ScreenView, derive_screen
from roomdisplay.ui.viewmodels.snapshot import Snapshot, fact, mirrored

_LIT = ScreenView(is_lit=True, is_off=False, shade=0.0, shift_x=0, shift_y=0, wander_x=0.0, wander_y=0.0)
GRACE_MS = 500
"""Who wakes the screen has not seen yet what is on it: so long it takes no touch."""
ANSWER_MS = 100
"""A touch is answered within that; what it means for the lit screen can wait so long."""


class ScreenObject(Snapshot):
    """`covers` is true while no touch may reach a page: at rest, and for a moment after."""

    isLitChanged = Signal()
    isOffChanged = Signal()
    shadeChanged = Signal()
    shiftXChanged = Signal()
    shiftYChanged = Signal()
    wanderXChanged = Signal()
    wanderYChanged = Signal()
    coversChanged = Signal()

    isLit = mirrored(bool, "is_lit", isLitChanged)
    isOff = mirrored(bool, "is_off", isOffChanged)
    shade = mirrored(float, "shade", shadeChanged)
    shiftX = mirrored(int, "shift_x", shiftXChanged)
    shiftY = mirrored(int, "shift_y", shiftYChanged)
    wanderX = mirrored(float, "wander_x", wanderXChanged)
    wanderY = mirrored(float, "wander_y", wanderYChanged)
    covers = fact(bool, "_covers", coversChanged)

    def __init__(self, notice: Callable[[], object], parent: QObject) -> None:
        """`notice` tells that somebody is before the glass."""
        super().__init__(_LIT, parent)
        self.notice = notice
        self._has_backlight = False
        self._covers = False
        self._props: Resting | None = None
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.timeout.connect(self._uncover)
        self._staying = QTimer(self)
        self._staying.setSingleShot(True)
        self._staying.timeout.connect(self._stay)

    def show(self, props: Resting) -> None:
        self._props = props
        was_lit = self.isLit
        self.swap(derive_screen(props, has_backlight=self._has_backlight))
        if not self.isLit:
            self._grace.stop()
            self._cover(True)
        elif not was_lit:
            self._grace.start(GRACE_MS)

    def touched(self) -> None:
        """Somebody touches the glass: it is lit at once, or stays so."""
        if not self.isLit:
            self.notice()
        elif not self._staying.isActive():
            self._staying.start(ANSWER_MS)

    def has_backlight(self, has: bool) -> None:
        """Whether the shell can dim the screen itself."""
        self._has_backlight = has
        if self._props is not None:
            self.show(self._props)

    @Slot()
    def _stay(self) -> None:
        self.notice()

    @Slot()
    def _uncover(self) -> None:
        self._cover(False)

    def _cover(self, covers: bool) -> None:
        if covers != self._covers:
            self._covers = covers
            self.coversChanged.emit()
