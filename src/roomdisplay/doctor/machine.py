"""Has the panel what it is to work with?"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from roomdisplay.doctor.evidence import Control, Panel, Screen, Storage
from roomdisplay.doctor.finding import Finding, Shell, broken, unknown, warning, well

SMALLEST = (800, 480)
"""The smallest screen the panel is drawn for, in pixels, whichever way round."""
RENEW = timedelta(days=30)
LITTLE, LEAST = 256 * 2**20, 32 * 2**20
"""Free bytes below which the disk is to be looked at, and below which bookings may be lost."""
PACKAGES: Mapping[str, str] = {
    **dict.fromkeys(("Japanese", "Korean", "Simplified Chinese", "Traditional Chinese"), "fonts-noto-cjk"),
    "Emoji": "fonts-noto-color-emoji",
}
_SET = {"backlight": ("brightness", "bl_power"), "leds": ("brightness", "multi_intensity", "trigger")}
"""The files of each subsystem that the panel writes."""
PACKAGE = "fonts-noto-core"
"""Debian's fonts for every other script."""


def examine_panel(panel: Panel) -> tuple[Finding, ...]:
    return (
        screen(panel.screens),
        touch(panel.touch),
        control(
            "backlight", "Backlight", panel.backlights, "A screen on HDMI has none: it is dimmed by drawing darker."
        ),
        control("light", "Status light", panel.lights, "Not every panel has one."),
        storage(panel.storage),
        fonts(panel.scripts, panel.languages),
        secrets(panel.secrets),
        files(panel.open_files),
    )


def screen(screens: tuple[Screen, ...] | None) -> Finding:
    id, title = "screen", "Screen"
    if screens is None:
        return unknown(id, title, "This machine tells of no screens (/sys/class/drm).")
    if not screens:
        return broken(
            id,
            title,
            "No screen is connected.",
            mend="Check the screen's cable and power, then restart the panel.",
            commands=(Shell(line="grep . /sys/class/drm/*/status"),),
        )
    told = [
        f"{s.name}: {s.width} × {s.height}." if s.width else f"{s.name}: it does not tell its size." for s in screens
    ]
    small = [
        s for s in screens if s.width and (max(s.width, s.height) < SMALLEST[0] or min(s.width, s.height) < SMALLEST[1])
    ]
    if small:
        return warning(
            id,
            title,
            *told,
            mend=f"The panel is drawn for {SMALLEST[0]} × {SMALLEST[1]} and more: some words will be cut short here.",
        )
    return well(id, title, *told)


def touch(touch: tuple[str, ...] | None) -> Finding:
    id, title = "touch", "Touch"
    if touch is None:
        return unknown(id, title, "This machine tells of no input devices (/proc/bus/input/devices).")
    if not touch:
        return broken(
            id,
            title,
            "No touch screen is found: the schedule shows, but nobody can book.",
            mend="Check the touch screen's USB or ribbon cable, then restart the panel.",
            commands=(Shell(line="cat /proc/bus/input/devices"),),
        )
    return well(id, title, *(f"{name}." for name in touch))


def control(id: str, title: str, found: tuple[Control, ...], none: str) -> Finding:
    folder = "/sys/class/backlight" if id == "backlight" else "/sys/class/leds"
    if not found:
        return unknown(id, title, f"None is found in {folder}. {none}")
    closed = [one.name for one in found if not one.is_writable]
    if closed:
        subsystem = "backlight" if id == "backlight" else "leds"
        files = " ".join(f"$sys$devpath/{name}" for name in _SET[subsystem])
        may = f'RUN+="/bin/chgrp -f video {files}", RUN+="/bin/chmod -f g+w {files}"'
        rule = f'SUBSYSTEM=="{subsystem}", {may}'
        return warning(
            id,
            title,
            f"This user may not set {', '.join(closed)}.",
            mend="Let the group video set it, put the panel's user into that group, and restart.",
            commands=(Shell(line=f"echo '{rule}' | sudo tee /etc/udev/rules.d/90-roomdisplay-{subsystem}.rules"),),
        )
    return well(id, title, *(f"{one.name}." for one in found))


def storage(seen: Storage) -> Finding:
    id, title = "storage", "Disk"
    told = f"{seen.path}: {_size(seen.free)} free of {_size(seen.whole)}."
    if seen.refusal:
        return broken(
            id,
            title,
            f"Nothing can be written to {seen.path} ({seen.refusal}): no booking could be promised.",
            mend="Free some space, or give the folder to the panel's user.",
            commands=(Shell(line=f"df -h {seen.path}"), Shell(line=f"ls -ld {seen.path}")),
        )
    if seen.free < LEAST:
        return broken(
            id,
            title,
            told,
            mend="Free some space before bookings are refused.",
            commands=(Shell(line="journalctl --vacuum-size=50M"),),
        )
    if seen.free < LITTLE:
        return warning(
            id, title, told, mend="Free some space soon.", commands=(Shell(line="journalctl --vacuum-size=50M"),)
        )
    return well(id, title, told)


def _size(size: int) -> str:
    return f"{size / 2**30:.1f} GB" if size >= 2**30 else f"{size // 2**20} MB"


def fonts(scripts: Mapping[str, bool], languages: tuple[str, ...]) -> Finding:
    id, title = "fonts", "Fonts"
    spoken = ", ".join(languages)
    missing = [name for name, has in scripts.items() if not has]
    if missing:
        packages = sorted({PACKAGES.get(name, PACKAGE) for name in missing})
        return broken(
            id,
            title,
            f"For {spoken} no font here can write {', '.join(missing)}: people would see empty boxes.",
            mend="Install the fonts, then restart the panel.",
            commands=(Shell(line=f"sudo apt-get install {' '.join(packages)}"),),
        )
    return well(id, title, f"{', '.join(scripts)} can be written, for {spoken}.")


def secrets(named: Mapping[str, str]) -> Finding:
    id, title = "secrets", "Secrets"
    if not named:
        return unknown(id, title, "The configuration names no secret.")
    missing = [f"{name}: {reason}" for name, reason in named.items() if reason]
    if missing:
        return broken(id, title, *missing, mend="Give the panel what is missing, under the same name.")
    return well(id, title, f"In reach: {', '.join(named)}.")


def files(complaints: tuple[str, ...]) -> Finding:
    id, title = "files", "Files others can get at"
    if complaints:
        return broken(id, title, *complaints, mend="Take that right from the others.")
    return well(id, "Files kept from others", "What holds secrets is the panel's own.")


def certificate(ends: datetime | None, now: datetime) -> Finding:
    id, title = "certificate", "Certificate"
    if ends is None:
        return unknown(
            id,
            title,
            "The panel proves itself by a client secret, which does not tell when it ends.",
            mend="Look in Entra › App registrations › Certificates & secrets; a certificate would be better.",
        )
    days = (ends - now).days
    told = f"It ends on {ends:%d %B %Y}, in {days} days." if days > 0 else f"It ended on {ends:%d %B %Y}."
    mend = (
        "Make a new certificate, upload its public part in Entra › App registrations › Certificates & secrets, and "
        "give it to the panel under the same name: no restart is needed."
    )
    if ends <= now:
        return broken(id, title, told, mend=mend)
    if ends - now <= RENEW:
        return warning(id, title, f"It ends on {ends:%d %B %Y}, in {max(0, days)} days.", mend=mend)
    return well(id, title, told)
