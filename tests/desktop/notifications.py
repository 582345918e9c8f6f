# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The desktop's notifications (dunst)."""

import os
import pathlib
import subprocess

from desktop import wait_for


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
