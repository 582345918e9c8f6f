# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""Somebody with a mouse at the tray's icon; every click counts."""

import os
import subprocess

import pyatspi
from gi.repository import Atspi, GLib

from desktop import Tray, wait_for
from screen import click_on, place_of, point_at, tray_icon


MENUS = (pyatspi.ROLE_MENU, pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_POPUP_MENU)


def _entries(menu):
    """The entries of a menu and of those that are open in it, that are on the screen."""
    for node in menu:
        if node is not None and node.getState().contains(pyatspi.STATE_SHOWING):
            if node.name:
                yield node
            yield from _entries(node)


def _outermost(entry):
    """The menu that an entry is in, also where the mouse has opened a list in it and that spoke."""
    while (above := entry.parent) is not None and above.getRole() in MENUS:
        entry = above
    return entry


# A screen reader is told places in the program's own pixels.
SCALE = int(os.environ.get("QT_SCALE_FACTOR", "1"))

# A menu of the tray is part of no window: it is found by what it says when the mouse comes to it.
_spoken = []


def _hear(event):
    try:
        if event.source is not None and event.source.getRole() == pyatspi.ROLE_MENU_ITEM:
            _spoken.append(event.source)
    except GLib.Error:
        pass  # its program has ended


_listener = Atspi.EventListener.new(_hear)
_listener.register("object:state-changed:focused")


class Hand:
    def __init__(self, companion):
        self.companion = companion
        self.clicks = 0
        self._menu = None

    def _icon(self):
        wait_for("the icon docks", lambda: Tray.holds(self.companion.pid))
        return wait_for("the icon shows", lambda: tray_icon(self.companion))

    def point_at_icon(self):
        """Without a click: its words show."""
        point_at(self._icon())

    def open_menu(self):
        before = set(self.companion.windows())
        icon = self._icon()
        click_on(icon, button=3)
        self.clicks += 1
        opened = wait_for("the menu", lambda: set(self.companion.windows()) - before)
        x, y, width, height = place_of(opened.pop())
        _spoken.clear()

        def says_something():
            # To and fro: what is said before somebody listens is lost.
            for part in (4, 2):
                subprocess.run(["xdotool", "mousemove", str(x + width // 2), str(y + height // part)], check=True)
                while GLib.MainContext.default().iteration(False):
                    pass
            return _spoken

        entry = wait_for("the menu says something", says_something)[-1]
        entry.get_application().set_cache_mask(Atspi.Cache.NONE)  # an entry may come while the menu is open
        self._menu = _outermost(entry)

    def entries(self):
        """The words of the open menu."""
        return [entry.name for entry in _entries(self._menu)] if self._menu else []

    def _place(self, name):
        """The middle of an entry, once it is on the screen."""
        for entry in _entries(self._menu):
            shape = entry.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            if entry.name == name and shape.x > 0:
                return SCALE * (shape.x + shape.width // 2), SCALE * (shape.y + shape.height // 2)
        return None

    def rest_on(self, name):
        """The mouse comes to rest on an entry of the open menu; a list in it opens."""
        place = wait_for(f"the entry “{name}”", lambda: self._place(name))
        subprocess.run(["xdotool", "mousemove", *map(str, place)], check=True)

    def choose(self, *names):
        """From the icon's menu: the last of these is clicked; at those before it the mouse rests until they open."""
        self.open_menu()
        for name in names:
            self.rest_on(name)
        subprocess.run(["xdotool", "click", "1"], check=True)
        self.clicks += 1
        self._menu = None  # it closes
