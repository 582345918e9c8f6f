# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The desktop's notifications (dunst)."""

import contextlib
import os
import pathlib
import signal
import subprocess

from desktop import Program, wait_for

WITH_BUTTONS = "/usr/lib/notification-daemon/notification-daemon"
# Prints each of them; line by line, for a file too.
NOTIFY_MONITOR = ["stdbuf", "-oL", "dbus-monitor", "--session", "interface='org.freedesktop.Notifications',member='Notify'"]


def _dunstctl(*words):
    return subprocess.run(["dunstctl", *words], check=True, capture_output=True, text=True).stdout.strip()


def clear():
    _dunstctl("close-all")
    wait_for("no notification shows", lambda: shown() == 0)


def shown():
    """How many are on the screen."""
    return int(_dunstctl("count", "displayed"))


def press_button(words):
    """Presses the button with these words, in the menu of buttons that dunst makes."""
    pathlib.Path(os.environ["ZALO_DESKTOP"], "choice").write_text(words)
    _dunstctl("context")


def _bus(method):
    answer = subprocess.run(
        ["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
         f"org.freedesktop.DBus.{method}", "string:org.freedesktop.Notifications"],
        capture_output=True, text=True,
    )  # fmt: skip
    return answer.stdout.split()


def _owner():
    """The process that shows notifications; 0: none does."""
    return int((_bus("GetConnectionUnixProcessID") or [0])[-1])


@contextlib.contextmanager
def with_buttons():
    """Another program shows them meanwhile, with their buttons, as most desktops do; gives the file of what was told."""
    log = pathlib.Path(os.environ["ZALO_DESKTOP"], "notified.log")
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    os.kill(_owner(), signal.SIGTERM)
    wait_for("dunst ends", lambda: not _owner())
    with log.open("w") as told, Program(*NOTIFY_MONITOR, stdout=told), Program(WITH_BUTTONS, GDK_SCALE=scale) as daemon:
        wait_for("its successor is there", lambda: _owner() == daemon.pid)
        wait_for("somebody listens", log.read_text)
        yield log
    subprocess.Popen(["dunst", "-config", os.path.join(os.environ["ZALO_DESKTOP"], "dunstrc")], stderr=subprocess.DEVNULL)
    wait_for("dunst is back", _owner)
