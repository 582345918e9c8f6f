# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The hands and eyes of somebody before the screen: keys, mouse, clipboard, a phone's camera."""

import subprocess
import time

import accessible
from desktop import wait_for


def _xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, text=True).stdout.strip()


def bring_up(companion):
    """Its window has the keyboard; gives its id."""
    window = wait_for("its window shows", companion.main_window)
    _xdotool("windowactivate", "--sync", window)
    return window


def active_window():
    found = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True)
    return found.stdout.strip()


def press(*keys):
    _xdotool("key", "--clearmodifiers", *keys)


def write(text):
    _xdotool("type", "--delay", 5, text)


def tab_to(companion, role, name):
    """Goes from control to control by Tab until it is there; AssertionError when it never is."""
    seen = []
    for _ in range(40):
        now = accessible.focused(companion)
        if now is not None and (now.getRole(), now.name) == (role, name):
            return now
        before = now
        press("Tab")
        wait_for("the keyboard moves on", lambda: accessible.focused(companion) != before)
        seen.append(before and f"{before.getRoleName()} “{before.name}”")
    raise AssertionError(f"Tab does not lead to “{name}”, but to: {', '.join(map(str, seen))}")


def press_button(companion, name, key="space"):
    """Waits for the button, goes there by Tab, presses the key."""
    wait_for(f"the button “{name}” shows", lambda: accessible.find(companion, accessible.BUTTON, name))
    tab_to(companion, accessible.BUTTON, name)
    press(key)


def show_all_messages(companion, names=("Activity",)):
    """Goes to the list of that name on the page *Activity*, from the search back to the tabs and to the other one."""

    def is_there():
        return any(accessible.find(companion, accessible.LIST, name) for name in names)

    # Until it is so: a busy program may miss a key.
    wait_for("all messages are listed", lambda: is_there() or press("ctrl+4", "ctrl+f", "shift+Tab", "Right"))


def place_of(window):
    """Where a window is, without its frame: x, y, width, height."""
    shape = subprocess.run(["xwininfo", "-id", window], check=True, capture_output=True, text=True).stdout
    found = dict(line.strip().split(":", 1) for line in shape.splitlines() if ":" in line)
    return [int(found[key]) for key in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")]


def tray_icon(companion):
    """Its icon's window inside the panel, where it is on the screen."""
    for window in companion.windows():
        try:
            if max(place_of(window)[2:]) <= 64:
                return window
        except subprocess.CalledProcessError:
            pass  # it has just gone
    return None


def minimised(companion):
    """Its window, where it is in no other place than the panel's list."""
    found = subprocess.run(["xdotool", "search", "--pid", str(companion.pid)], capture_output=True, text=True)
    for window in found.stdout.split():
        state = subprocess.run(["xprop", "-id", window, "WM_STATE"], capture_output=True, text=True)
        if "Iconic" in state.stdout:
            return window
    return None


def minimise(window):
    _xdotool("windowminimize", window)


def point_at(window, offset=0):
    """The mouse goes to the middle of the window, or some pixels beside it."""
    x, y, width, height = place_of(window)
    _xdotool("mousemove", x + width // 2 + offset, y + height // 2)


# Longer than the time in which the tray's icon takes clicks for one double click (ui/shell/trayicon.cpp).
CALM = 0.3


def click_on(window, button=1):
    """A click by itself: what is seen of an earlier one is some time ago, as with a person."""
    calm = time.monotonic() + CALM
    point_at(window)
    wait_for("a calm hand", lambda: time.monotonic() > calm)
    _xdotool("click", button)


def _import(*words):
    return subprocess.run(["import", "-silent", "-window", "root", *words], check=True, capture_output=True).stdout


def part(window):
    """ImageMagick's words for the part of the screen where the window is."""
    x, y, width, height = place_of(window)
    return ["-crop", f"{width}x{height}+{x}+{y}", "+repage"]


def look_of(window):
    """The pixels of the place where the window is."""
    return _import(*part(window), "rgb:-")


def codes():
    """What a camera reads on the screen."""
    read = subprocess.run(["zbarimg", "--quiet", "--raw", "-"], input=_import("png:-"), capture_output=True)
    return read.stdout.decode().split()


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True).stdout
