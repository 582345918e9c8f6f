# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""What a screen reader is told (AT-SPI): the tests read the program by it."""

import pyatspi
from gi.repository import Atspi, GLib

BUTTON = pyatspi.ROLE_PUSH_BUTTON
LABEL = pyatspi.ROLE_LABEL
LIST = pyatspi.ROLE_LIST
LIST_ITEM = pyatspi.ROLE_LIST_ITEM
CHECK = pyatspi.ROLE_CHECK_BOX
CHECKED = pyatspi.STATE_CHECKED
COMBO = pyatspi.ROLE_COMBO_BOX
TEXT = pyatspi.ROLE_TEXT

# ms. Qt gives no answer for a control that has just gone, and a program that has just started has 25 s to give one.
Atspi.set_timeout(3_000, 0)


def _application(pid):
    # What was read before is not to be believed: the program changes, and no event is listened to.
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.get_process_id() == pid:
            app.set_cache_mask(Atspi.Cache.NONE)
            return app
    return None


def _shown(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def _walk(node):
    yield node
    # The rows of long lists are asked for one by one, by those who want them.
    if node.getRole() == LIST:
        return
    for child in node:
        if child is not None and _shown(child):
            yield from _walk(child)


def controls(companion, role=None):
    """All that the program shows now, of that role. Nothing where it changes meanwhile."""
    try:
        app = _application(companion.pid)
        return [node for node in _walk(app) if role in (None, node.getRole())] if app else []
    except GLib.Error:
        return []


def find(companion, role, name):
    """The control of that role and name, where it is shown."""
    for node in controls(companion, role):
        if node.name == name:
            return node
    return None


def texts(companion):
    """The words of all labels that are shown."""
    return [node.name for node in controls(companion, LABEL)]


def names(companion):
    """The words of everything that is shown and has some."""
    return [node.name for node in controls(companion) if node.name]


def says(companion, words):
    """Whether a label that is shown holds these words."""
    return any(words in text for text in texts(companion))


def rows(a_list):
    """The names of a list's rows, those out of sight too."""
    try:
        return [a_list[i].name for i in range(a_list.childCount)]
    except GLib.Error:
        return []


# Qt says of these that they have the keyboard while another control has it.
NEVER_FOCUSED = (pyatspi.ROLE_FRAME, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_PANEL)


def focused(companion):
    """The control that has the keyboard."""
    for node in controls(companion):
        if node.getState().contains(pyatspi.STATE_FOCUSED) and node.getRole() not in NEVER_FOCUSED:
            return node
    return None


def tooltip(companion):
    """The words beside the mouse, if any."""
    for node in controls(companion, pyatspi.ROLE_TOOL_TIP):
        return node.name
    return None
