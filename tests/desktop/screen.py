# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The hands and eyes of somebody before the screen: keys, mouse, clipboard, a phone's camera."""

import subprocess

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


def click_on(window, button=1):
    """Clicks into the middle of an X11 window; another click never makes a double one of it."""
    shape = dict(line.split("=") for line in _xdotool("getwindowgeometry", "--shell", window).splitlines())
    middle = [int(shape["X"]) + int(shape["WIDTH"]) // 2, int(shape["Y"]) + int(shape["HEIGHT"]) // 2]
    _xdotool("mousemove", "--sync", *middle)
    _xdotool("click", button)


def picture(window="root"):
    """A PNG of what is on the screen."""
    return subprocess.run(["import", "-silent", "-window", window, "png:-"], check=True, capture_output=True).stdout


def codes():
    """What a camera reads on the screen."""
    read = subprocess.run(["zbarimg", "--quiet", "--raw", "-"], input=picture(), capture_output=True)
    return read.stdout.decode().split()


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True).stdout
