# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The companion's icon in the tray: it docks in whatever panel there is, says the state, takes clicks."""

import unittest

import accessible
import home
from desktop import Companion, Tray, command_line, wait_for
from screen import click_on, look_of, minimised, point_at, press, tray_icon


def docked(companion):
    """Waits for the icon; gives its window."""
    wait_for("the icon docks", lambda: Tray.holds(companion.pid))
    return wait_for("the icon shows", lambda: tray_icon(companion))


def tooltip(companion):
    """The lines beside the mouse."""
    return (accessible.tooltip(companion) or "").split("\n")


class TrayIcon(unittest.TestCase):
    def setUp(self):
        home.fresh(language="en")
        Tray.start()

    def test_it_docks(self):
        with Companion("--hidden") as companion:
            docked(companion)
            self.assertIsNone(companion.main_window(), "started hidden")

    def test_it_docks_after_the_first_search(self):
        Tray.stop()
        with Companion("--hidden") as companion:
            # The first search lasts longer than a session takes to start its panel. After it the
            # window must be somewhere, and the panel is taken all the same.
            wait_for("the search ends in vain", lambda: minimised(companion))
            Tray.start()
            docked(companion)

    def test_it_comes_back_with_the_panel(self):
        with Companion("--hidden") as companion:
            docked(companion)
            Tray.stop()
            Tray.start()
            docked(companion)

    def test_it_says_the_state(self):
        home.fresh(signed_in=True, language="en")
        companion = Companion()
        companion.simulator("login")
        with companion:
            icon = docked(companion)
            companion.wait_for_state("Online")
            wait_for("the window has come up", lambda: accessible.focused(companion))
            online = look_of(icon)
            companion.simulator("kick", "3003")
            wait_for("another icon", lambda: look_of(icon) != online)
            point_at(icon)
            wait_for("its words", lambda: "Nguyễn Minh Anh: Zalo was opened elsewhere" in tooltip(companion))
            companion.ask("reconnect")
            companion.wait_for_state("Online")
            wait_for("the icon from before", lambda: look_of(icon) == online)
            point_at(icon, offset=3)
            wait_for("its words", lambda: "Nguyễn Minh Anh: Connected to Zalo" in tooltip(companion))

    def test_a_click_shows_and_hides_the_window(self):
        with Companion("--hidden") as companion:
            icon = docked(companion)
            for _ in range(2):
                click_on(icon)
                wait_for("the window shows", companion.main_window)
                wait_for("it has the keyboard", lambda: accessible.focused(companion))
                click_on(icon)
                wait_for("the window hides", lambda: not companion.main_window())

    def test_quit_in_the_menu_leaves_nothing(self):
        home.fresh(signed_in=True, language="en")
        companion = Companion("--hidden")
        companion.simulator("login")
        with companion:
            icon = docked(companion)
            companion.wait_for_state("Online")
            children = companion.children()
            self.assertTrue(children, "it listens")
            click_on(icon, button=3)
            wait_for("the menu", companion.main_window)  # the largest window there is
            press("Up", "Return")  # from the first to the last: Quit
            wait_for("it ends", companion.ended)
            self.assertEqual(companion.process.returncode, 0)
            self.assertEqual([pid for pid in children if command_line(pid)], [])


if __name__ == "__main__":
    unittest.main()
