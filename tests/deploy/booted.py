"""What `script/boot-test` does inside the booted system, as root: one check after the other, each a line of output.

`python3 -m tests.deploy.booted CHECK …`; the exit status is 1 where one fails. Needs nothing but Python.
"""

import json
import os
import signal
import subprocess
import sys
import tarfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

UNIT = "roomdisplay"
SOCKET = "/run/roomdisplay/ctl.sock"
DROP_IN = Path(f"/run/systemd/system/{UNIT}.service.d/freezable.conf")
FREEZABLE = Path("/usr/local/lib/roomdisplay-freezable")
FREEZE = Path("/var/lib/roomdisplay/freeze")
CRASHES = 20


class Amiss(Exception):
    """The message says what was expected and what there was."""


def systemctl(*words: str) -> str:
    return subprocess.run(["systemctl", *words], capture_output=True, text=True, check=False).stdout.strip()


def shown(key: str, unit: str = UNIT) -> str:
    return systemctl("show", "-p", key, "--value", unit)


def ctl(question: str) -> Any:
    asked = ["/usr/local/bin/roomdisplay", "ctl", "--socket", SOCKET, question]
    answer = subprocess.run(asked, capture_output=True, text=True, timeout=20, check=False)
    return json.loads(answer.stdout) if answer.stdout else {}


def until(what: str, wanted: Callable[[], object], patience: float = 60) -> float:
    """Seconds it took."""
    began = time.monotonic()
    while time.monotonic() - began < patience:
        try:
            if wanted():
                return time.monotonic() - began
        except (OSError, ValueError, LookupError, subprocess.TimeoutExpired):
            pass
        time.sleep(0.1)
    journal = subprocess.run(
        ["journalctl", "-u", f"{UNIT}*", "-n", "40", "--no-pager"], capture_output=True, text=True, check=False
    ).stdout
    raise Amiss(f"not within {patience:.0f} s: {what}. The unit is {shown('ActiveState')}.\n{journal}")


def panel_pids() -> list[int]:
    """The panel's processes, not the compositor's."""
    found: list[int] = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"run" in words and b"--config" in words and b"python" in words[0]:
            found.append(int(process.name))
    return found


def active() -> bool:
    return shown("ActiveState") == "active"


def starts_at_boot() -> str:
    until("the panel's unit is active", active)
    until("the panel shows the room's day", lambda: ctl("state")["freshness"]["kind"] == "live")
    if shown("User") != "roomdisplay" or shown("NRestarts") != "0":
        raise Amiss(f"the panel runs as {shown('User')} after {shown('NRestarts')} restarts")
    return f"{shown('StatusText')}"


def waits_to_be_paired() -> str:
    """Straight after the installation: nobody has written any settings."""
    if Path("/etc/roomdisplay/config.yaml").exists():
        raise Amiss("somebody wrote settings")
    until("the panel's unit is active", active)
    until("the panel asks for its server", lambda: ctl("state")["pairing"] == "nowhere")
    card = Path("/boot/firmware/roomdisplay.yaml")
    card.parent.mkdir(parents=True, exist_ok=True)
    card.write_text("wox:\n  server: http://127.0.0.1:8080\n")
    systemctl("restart", UNIT)
    until("the server knows its code", lambda: ctl("state")["code"] and ctl("state")["matchNumber"], 90)
    picture = Path("/root/pairing.png")
    asked = ["/usr/local/bin/roomdisplay", "ctl", "--socket", SOCKET, "screenshot", str(picture)]
    subprocess.run(asked, check=True, capture_output=True)
    return f"code {ctl('state')['code']}, a picture of {picture.stat().st_size} bytes"


def joins_a_server() -> str:
    """What `wox-server` is told by hand: the rooms, their panels, and this panel its token. The other one's is left in
    /root/further-token."""
    listed = Path("/root/rooms.csv").read_text()
    rooms = Path("/var/tmp/rooms.csv")
    rooms.write_text(listed)
    wox("import-rooms", str(rooms))
    own, further = (line.partition(",")[0] for line in listed.splitlines()[1:])
    token = json.loads(wox("add-panel", own, "--serial", "first"))["token"]
    given = ["/usr/local/sbin/roomdisplay-credential", "wox-token"]
    subprocess.run(given, input=token, text=True, check=True, capture_output=True)
    Path("/root/further-token").write_text(json.loads(wox("add-panel", further, "--serial", "second"))["token"])
    return "the panel has its token"


def wox(*words: str) -> str:
    """What an action of the server prints, run as the server's user."""
    as_user = ["runuser", "-u", "roomdisplay-wox", "--", "env", "STATE_DIRECTORY=/var/lib/roomdisplay-wox"]
    done = subprocess.run(
        [*as_user, "/usr/local/bin/roomdisplay", "wox-server", *words], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Amiss(f"wox-server {words[0]}: {done.stderr}")
    return done.stdout


def gets_its_credential() -> str:
    [pid] = panel_pids()[:1]
    environment = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    folder = next(e for e in environment if e.startswith(b"CREDENTIALS_DIRECTORY=")).partition(b"=")[2].decode()
    until("Office 365 takes the credential", lambda: ctl("health")["ok"])
    return f"in {folder}"


def does_without_what_it_cannot_open() -> str:
    """What is sealed but half written, or for another machine: set aside and said, instead of a dark glass."""
    store_key = Path("/etc/credstore.encrypted/roomdisplay.store-key")
    further = Path("/etc/roomdisplay/credentials/roomdisplay.further")
    sealing = ["/usr/local/sbin/roomdisplay-credential", "further"]
    subprocess.run(sealing, input="secret", text=True, check=True, capture_output=True)
    for sealed in (store_key, further):
        sealed.write_bytes(sealed.read_bytes()[:40])
    pairing = Path("/var/lib/roomdisplay/paired.yaml")
    pairing.write_text("{}")
    systemctl("restart", UNIT)
    until("the panel runs without them", active, 20)
    until("its day is on screen", lambda: ctl("state")["freshness"]["kind"] == "live")
    told = subprocess.run(
        ["journalctl", "-u", UNIT, "-b", "--no-pager", "-o", "cat"], capture_output=True, text=True, check=True
    ).stdout
    said = [line for line in told.splitlines() if "this machine cannot open" in line]
    if not (len(said) == 2 and "pair it anew" in said[0] and "roomdisplay-credential further <FILE" in said[1]):
        raise Amiss(f"what is said is {said}")
    if not store_key.stat().st_size or further.exists() or pairing.exists():
        raise Amiss("there is no new key, or what cannot be opened is still there")
    return said[1]


def is_kept_from_flooding() -> str:
    """The journal takes only so much of the unit; journald takes up to some times more where the disk is large."""
    drop_in = DROP_IN.with_name("flood.conf")
    drop_in.parent.mkdir(parents=True, exist_ok=True)
    drop_in.write_text("[Service]\nExecStartPre=/usr/bin/seq -f 'a flood, %%g' 20000\n")
    systemctl("daemon-reload")
    try:
        systemctl("restart", UNIT)
        until("the panel runs", active)
    finally:
        drop_in.unlink()
        systemctl("daemon-reload")
    told = subprocess.run(
        ["journalctl", "-b", "--no-pager", "-o", "cat", "-g", "a flood, "], capture_output=True, text=True, check=False
    ).stdout
    taken = len(told.splitlines())
    if not 0 < taken < 5000:
        raise Amiss(f"the journal took {taken} of 20000 lines")
    return f"{taken} of 20000 lines are taken"


def _reborn(what: str, deed: Callable[[], object], patience: float) -> float:
    before = shown("InvocationID")
    until("the panel runs before the next trial", active)
    deed()
    took = until(f"{what}: a new life", lambda: shown("InvocationID") != before and active(), patience)
    until(f"{what}: the day is on screen again", lambda: ctl("state")["freshness"]["kind"] == "live")
    return took


def comes_back_after_kill() -> str:
    def deed() -> None:
        for pid in panel_pids():
            os.kill(pid, signal.SIGKILL)

    took = _reborn("kill -9", deed, 30)
    # the compositor's, where there is one
    further = _reborn("kill -9 of the main process", lambda: os.kill(int(shown("MainPID")), signal.SIGKILL), 30)
    return f"in {took:.1f} s, and {further:.1f} s"


def survives_crashes() -> str:
    before = int(shown("NRestarts"))
    for number in range(CRASHES):
        until(f"crash {number}: a process to kill", panel_pids, 30)
        for pid in panel_pids():
            os.kill(pid, signal.SIGKILL)
        until(f"crash {number}: the next life", lambda n=number: int(shown("NRestarts")) > before + n, 30)
    until("the panel runs after the last", active)
    until("its day is on screen", lambda: ctl("state")["freshness"]["kind"] == "live")
    return f"{int(shown('NRestarts')) - before} restarts, and it runs"


def reads_ahead() -> str:
    """The list of what a start reads is kept by the hardened unit, replaced where it is none, and followed by the next
    start: seen of a file that no start reads by itself."""
    kept, unread = Path("/var/lib/roomdisplay/start"), Path("/usr/local/lib/roomdisplay-unread")
    current = str(Path("/opt/roomdisplay/current").resolve())
    kept.write_bytes(b"\0\xff\n" * 1000)
    _begins_anew()
    until("what lay there is replaced", lambda: kept.read_text().startswith(f"{current}\n"))
    if kept.owner() != UNIT or "/libQt6Quick.so" not in kept.read_text():
        raise Amiss(f"{kept} is {kept.owner()}'s and begins with {kept.read_text()[:500]}")
    unread.write_bytes(os.urandom(1 << 20))
    with unread.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    if _is_in_memory(unread):
        raise Amiss("this disk is memory")
    with kept.open("a") as listed:
        listed.write(f"\n{unread}\t0-0")
    _begins_anew()
    until("what is listed is read", lambda: _is_in_memory(unread), 10)
    return f"{len(kept.read_text().splitlines())} files in {kept.stat().st_size // 1024} KB"


def _begins_anew() -> None:
    systemctl("restart", UNIT)
    until("the panel runs again", active)
    until("its day is on screen again", lambda: ctl("state")["freshness"]["kind"] == "live")


def _is_in_memory(file: Path) -> bool:
    """Without reading it."""
    with file.open("rb") as opened:
        try:
            return os.preadv(opened.fileno(), [bytearray(4096)], 1 << 19, os.RWF_NOWAIT) > 0
        except BlockingIOError:
            return False


def _freezable() -> None:
    """The same unit with the panel that tests can freeze, and a watchdog in a hurry."""
    (FREEZABLE / "libexec").mkdir(parents=True, exist_ok=True)
    (FREEZABLE / "bin").mkdir(exist_ok=True)
    kiosk = FREEZABLE / "libexec" / "roomdisplay-kiosk"
    kiosk.write_bytes(Path("/opt/roomdisplay/current/libexec/roomdisplay-kiosk").read_bytes())
    command = FREEZABLE / "bin" / "roomdisplay"
    python = "/opt/roomdisplay/current/bin/python"
    command.write_text(f'#!/bin/sh\ncd /src\nexec {python} -m tests.deploy.freezable "$@"\n')
    for program in (kiosk, command):
        program.chmod(0o755)
    DROP_IN.parent.mkdir(parents=True, exist_ok=True)
    DROP_IN.write_text(
        f"[Service]\nWatchdogSec=8\nEnvironment=FREEZE={FREEZE}\nExecStartPre=+/bin/rm -f {FREEZE}\n"
        f"ExecStart=\nExecStart={kiosk} --config /etc/roomdisplay/config.yaml\n"
    )
    systemctl("daemon-reload")
    systemctl("restart", UNIT)
    until("the panel that can be frozen runs", active)
    until("its day is on screen", lambda: ctl("state")["freshness"]["kind"] == "live")


def _thaw() -> None:
    DROP_IN.unlink(missing_ok=True)
    systemctl("daemon-reload")
    systemctl("restart", UNIT)


def _by_watchdog(part: str) -> str:
    _freezable()
    try:

        def deed() -> None:
            FREEZE.write_text(part)
            FREEZE.chmod(0o644)
            if part == "store":
                subprocess.run(
                    ["/usr/local/bin/roomdisplay", "ctl", "--socket", SOCKET, "refresh"],
                    capture_output=True,
                    check=False,
                )

        took = _reborn(f"frozen {part}", deed, 60)
        journal = subprocess.run(
            ["journalctl", "-u", UNIT, "--since", "-90s", "--no-pager", "-o", "cat"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        if "Watchdog timeout" not in journal and "watchdog" not in journal:
            raise Amiss(f"{part}: it came back, but not by the watchdog")
        return f"started anew by the watchdog after {took:.0f} s"
    finally:
        _thaw()


def frozen_engine() -> str:
    return _by_watchdog("engine")


def frozen_frames() -> str:
    return _by_watchdog("frames")


def frozen_store() -> str:
    return _by_watchdog("store")


def frozen_compositor() -> str:
    """Where there is one: its frames are what the panel waits for."""
    until("the panel runs before the next trial", active)
    if Path(f"/proc/{shown('MainPID')}/comm").read_text().strip() != "cage":
        return "no compositor here"
    _freezable()
    try:
        pid = int(shown("MainPID"))
        return f"started anew after {_reborn('frozen compositor', lambda: os.kill(pid, signal.SIGSTOP), 60):.0f} s"
    finally:
        _thaw()


def _wlr_randr(*words: str) -> str:
    return subprocess.run(
        ["runuser", "-u", "roomdisplay", "--", "wlr-randr", *words],
        env=os.environ | {"XDG_RUNTIME_DIR": "/run/roomdisplay", "WAYLAND_DISPLAY": "wayland-0"},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


def unplugged_screen() -> str:
    """Without a screen the panel lives on, unpainted, and is there when one is plugged in again."""
    until("the panel runs before the next trial", active)
    if Path(f"/proc/{shown('MainPID')}/comm").read_text().strip() != "cage":
        return "no compositor here"
    _freezable()
    try:
        life = shown("InvocationID")
        name = _wlr_randr().split(" ", 1)[0]
        _wlr_randr("--output", name, "--off")
        time.sleep(20)  # more than twice the watchdog's patience
        if shown("InvocationID") != life or not active():
            raise Amiss("it was started anew because it had no screen")
        _wlr_randr("--output", name, "--on")
        time.sleep(10)
        if shown("InvocationID") != life or not active():
            raise Amiss("it did not survive the screen's return")
        return f"{name} went and came back in one life"
    finally:
        _thaw()


def no_screen_driver() -> str:
    """Dark, and said so; tried again until there is one."""
    screen = Path("/etc/roomdisplay/panel.env")
    kept = screen.read_text()
    try:
        screen.write_text("")
        systemctl("restart", "--no-block", UNIT)
        until("it is tried again", lambda: int(shown("NRestarts")) >= 3)
    finally:
        screen.write_text(kept)
    words = ["journalctl", "-u", UNIT, "--since", "-30s", "--no-pager", "-o", "cat"]
    journal = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    said = [line for line in journal.splitlines() if "has no screen that a program can draw on" in line]
    if not said:
        raise Amiss(f"nobody says that there is no screen:\n{journal}")
    until("the panel is there once there is a screen", active)
    until("its day is on screen", lambda: ctl("state")["freshness"]["kind"] == "live")
    return said[0]


def _on_a_bad_disk(mount: str, unmount: str) -> str:
    """The panel with its state folder made useless so; what it calls its fault."""
    systemctl("stop", UNIT)
    for command in mount.split(";"):
        subprocess.run(["sh", "-c", command], check=True)
    try:
        systemctl("start", UNIT)
        until("the panel runs", active)
        until("the day is on screen", lambda: ctl("state")["freshness"]["kind"] == "live")
        until("the panel says what is wrong", lambda: ctl("health")["faults"], 60)
        if shown("NRestarts") != "0":
            raise Amiss("it was started anew for want of a disk")
        return " ".join(ctl("health")["faults"])
    finally:
        systemctl("stop", UNIT)
        subprocess.run(["sh", "-c", unmount], check=True)
        systemctl("start", UNIT)


def full_disk() -> str:
    state = "/var/lib/roomdisplay"
    return _on_a_bad_disk(
        f"mount -t tmpfs -o size=256k,mode=700,uid=roomdisplay,gid=roomdisplay tmpfs {state};"
        f"dd if=/dev/zero of={state}/filling bs=4k 2>/dev/null || true",
        f"umount {state}",
    )


def read_only_disk() -> str:
    state = "/var/lib/roomdisplay"
    return _on_a_bad_disk(
        f"mount --bind {state} {state}; mount -o remount,ro,bind {state}",
        f"umount {state}",
    )


def read_only_root() -> str:
    """All of the disk, as some make an SD card last. What writes to it already keeps its own mounts."""
    folders = ("/etc", "/opt", "/usr", "/var")
    return _on_a_bad_disk(
        ";".join(f"mount --bind {folder} {folder}; mount -o remount,ro,bind {folder}" for folder in folders),
        f"umount -l {' '.join(folders)}",
    )


def _update(bundle: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["/usr/local/sbin/roomdisplay-update", bundle, *words], capture_output=True, text=True, check=False
    )


def old_compositor() -> str:
    """Bookworm's cage 0.1.4 draws nothing without a screen, but in a window of an X server it does."""
    if "12" not in Path("/etc/debian_version").read_text():
        return "this is not bookworm"
    install = "apt-get update -qq && apt-get install -y -qq --no-install-recommends xvfb xwayland >/dev/null 2>&1"
    subprocess.run(["sh", "-c", install], env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, check=True)
    screen, kept = Path("/etc/roomdisplay/panel.env"), Path("/etc/roomdisplay/panel.env").read_text()
    frame = Path("/var/tmp/Xvfb_screen0")
    server = ["Xvfb", ":99", "-screen", "0", "1280x800x24", "-fbdir", str(frame.parent), "-ac", "-nocursor"]
    with subprocess.Popen(server, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as x11:
        try:
            screen.write_text("WLR_BACKENDS=x11\nWLR_RENDERER=pixman\nDISPLAY=:99\n")
            systemctl("restart", UNIT)
            until("the panel runs in the old compositor", active)
            until("its day is on screen", lambda: ctl("state")["freshness"]["kind"] == "live")
            if Path(f"/proc/{shown('MainPID')}/comm").read_text().strip() != "cage":
                raise Amiss("there is no compositor")
            time.sleep(5)
            Path("/root/x11.xwd").write_bytes(frame.read_bytes())
            painted = len(set(frame.read_bytes()[4096:]))
            if painted < 16:
                raise Amiss(f"the screen has {painted} shades")
            return f"cage 0.1.4 paints, {painted} shades"
        finally:
            screen.write_text(kept)
            systemctl("restart", UNIT)
            x11.terminate()


SERVER = "roomdisplay-wox-server"


def _server_answers() -> bool:
    with urllib.request.urlopen("http://127.0.0.1:8080/healthz", timeout=2) as answer:
        return json.loads(answer.read())["ok"]


def server_comes_back_after_kill() -> str:
    until("the server answers", _server_answers)
    for _ in range(CRASHES):
        before = shown("InvocationID", SERVER)
        os.kill(int(shown("MainPID", SERVER)), signal.SIGKILL)
        until("the server's next life", lambda b=before: shown("InvocationID", SERVER) != b and _server_answers())
    return f"{CRASHES} times"


def frozen_server() -> str:
    """Its loop stands still; systemd starts it anew."""
    drop_in = Path(f"/run/systemd/system/{SERVER}.service.d/hurried.conf")
    drop_in.parent.mkdir(parents=True, exist_ok=True)
    drop_in.write_text("[Service]\nWatchdogSec=6\n")
    try:
        systemctl("daemon-reload")
        systemctl("restart", SERVER)
        until("the server answers", _server_answers)
        before = shown("InvocationID", SERVER)
        os.kill(int(shown("MainPID", SERVER)), signal.SIGSTOP)
        took = until("a new life", lambda: shown("InvocationID", SERVER) != before and _server_answers())
    finally:
        drop_in.unlink()
        systemctl("daemon-reload")
        systemctl("restart", SERVER)
    until("the panel hears the server again", lambda: ctl("health")["wox"]["link"] == "ok", 90)
    return f"started anew after {took:.0f} s"


def handed_in(bundle: Path, id: str) -> None:
    """The panel's user puts a bundle into the inbox."""
    inbox = Path("/var/lib/roomdisplay/update/inbox")
    as_panel = ["runuser", "-u", "roomdisplay", "--"]
    subprocess.run([*as_panel, "mkdir", "-p", "-m", "700", str(inbox)], check=True)
    Path("/var/tmp/handed").write_bytes(bundle.read_bytes())
    subprocess.run([*as_panel, "cp", "/var/tmp/handed", str(inbox / "part")], check=True)
    subprocess.run([*as_panel, "mv", str(inbox / "part"), str(inbox / f"{id}.bundle")], check=True)


def _handed_over(bundle: Path, id: str) -> Any:
    """What root makes of it."""
    handed_in(bundle, id)
    results = Path("/var/lib/roomdisplay-update/result.json")
    until("root says what came of it", lambda: json.loads(results.read_text())["id"] == id, 180)
    return json.loads(results.read_text())


def refuses_a_wrong_bundle() -> str:
    """Half of one, and one that somebody else signed, from the panel's own user."""
    whole = Path("/root/good.bundle").read_bytes()
    with tarfile.open("/root/good.bundle") as tar:
        at = tar.getmember("manifest.sig").offset_data
    forged = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
    current = Path("/opt/roomdisplay/current").resolve().name
    said: list[str] = []
    for number, (content, expected) in enumerate(((whole[: len(whole) // 2], "half there"), (forged, "not signed"))):
        wrong = Path("/root/wrong")
        wrong.write_bytes(content)
        told = _handed_over(wrong, f"00000000-0000-4000-9000-{number:012}")
        is_refused = told["stage"] == "failed" and expected in told["reason"]
        if not is_refused or Path("/opt/roomdisplay/current").resolve().name != current:
            raise Amiss(f"{told}")
        said.append(told["reason"])
    return " ".join(said)


def has_its_own_files() -> str:
    """The first line of the device rules; nothing is here but what the current release brings."""
    brought = Path("/opt/roomdisplay/current/share/roomdisplay")
    rules = Path("/etc/udev/rules.d/90-roomdisplay.rules").read_text()
    if rules != (brought / "udev" / "90-roomdisplay.rules").read_text():
        raise Amiss(f"the rules are not the current release's:\n{rules}")
    here = {path.name for path in Path("/etc/systemd/system").glob("roomdisplay*.*") if path.is_file()}
    if here != (own := {path.name for path in (brought / "systemd").iterdir()}):
        raise Amiss(f"there are {here} and the current release brings {own}")
    return rules.partition("\n")[0]


def gives_a_bad_release_up() -> str:
    """0.3.0's panel ends at once."""
    until("the panel has its link", lambda: ctl("health")["ok"])
    before, current = ctl("health")["version"], Path("/opt/roomdisplay/current").resolve().name
    done = _update("/root/bad.bundle", "--patience", "25")
    if done.returncode != 1 or f"{current} runs again instead of 0.3.0" not in done.stderr:
        raise Amiss(done.stdout + done.stderr)
    has_its_own_files()
    until("the release before answers", lambda: ctl("health")["version"] == before)
    until("the day is on screen", lambda: ctl("state")["freshness"]["kind"] == "live")
    return done.stderr.strip()


def stands_by() -> str:
    """Until somebody outside ends it, who has the same disk before them."""
    over = Path("/root/over")
    while not over.exists():
        time.sleep(0.2)
    return "enough"


def lets_somebody_in() -> str:
    """A link for a Space Administrator of the server."""
    until("the server answers", _server_answers)
    Path("/root/welcome").write_text(wox("add-administrator", "ada@contoso.example"))
    return "a link for the first administrator"


def logs_in_fields() -> str:
    """And none of them holds the secret."""
    found = subprocess.run(
        ["journalctl", "-u", UNIT, "-b", "-o", "json", "--no-pager"], capture_output=True, text=True, check=True
    ).stdout
    entries = [json.loads(line) for line in found.splitlines()]
    ours = [e for e in entries if "LOGGER" in e]
    if not ours or any(e["_SYSTEMD_UNIT"] != f"{UNIT}.service" for e in ours):
        raise Amiss(f"the journal has {len(ours)} entries of the panel's own among {len(entries)}")
    for secret in Path("/run/credentials/roomdisplay.service").glob("*"):
        if secret.read_text().strip() in found:
            raise Amiss(f"the journal holds {secret.name}")
    return f"{len(ours)} entries, no secret"


def nothing_else_to_reach() -> str:
    """No console to switch to, no sign-in on one, no key that ends the panel."""
    gettys = [u for u in systemctl("list-units", "--plain", "--no-legend", "getty@*").splitlines() if "running" in u]
    if gettys:
        raise Amiss(f"somebody could sign in at {gettys}")
    if systemctl("is-enabled", "ctrl-alt-del.target") != "masked":
        raise Amiss("Ctrl+Alt+Del restarts the machine")
    logind = Path("/etc/systemd/logind.conf.d/roomdisplay.conf").read_text().splitlines()
    if not {"NAutoVTs=0", "ReserveVT=0", "HandleSuspendKey=ignore"} <= {*logind}:
        raise Amiss("other consoles ask for a name, or a key makes the panel sleep")
    return "no console, no desktop, no Ctrl+Alt+Del"


def kept_over_a_power_cut() -> str:
    """Office 365 is out of reach by now: what is shown was kept."""
    until("the panel's unit is active", active)
    until("the panel shows the meetings it knew", lambda: len(ctl("state")["meetings"]) > 0, 20)
    kind = ctl("state")["freshness"]["kind"]
    if kind == "live":
        raise Amiss("the schedule calls itself live without Office 365")
    return f"{len(ctl('state')['meetings'])} meetings, {kind}"


def units_are_sound() -> str:
    units = [str(path) for path in sorted(Path("/etc/systemd/system").glob("roomdisplay*.service"))]
    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *[u for u in units if "settle" not in u]],
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode or found.stderr:
        raise Amiss(found.stderr)
    return ", ".join(Path(unit).name for unit in units)


def little_is_exposed() -> str:
    told: list[str] = []
    for unit, bound in ((UNIT, 2.0), (SERVER, 1.5)):
        found = subprocess.run(
            ["systemd-analyze", "--no-pager", "security", f"{unit}.service"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        exposure = float(found.rpartition(f"{unit}.service: ")[2].split()[0])
        if exposure > bound:
            raise Amiss(f"{unit} is exposed {exposure}, more than {bound}")
        told.append(f"{unit} {exposure}")
    return ", ".join(told)


def main(names: list[str]) -> int:
    failed = 0
    for name in names:
        began = time.monotonic()
        try:
            said = globals()[name.replace("-", "_")]()
        except Amiss as amiss:
            failed = 1
            said = f"AMISS: {amiss}"
        print(f"{name}: {said} ({time.monotonic() - began:.0f} s)", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
