# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The companion's icon in the tray: at once, in a panel that comes late, after the panel came back."""

import unittest

from desktop import Companion, Tray, wait_for


class TrayIcon(unittest.TestCase):
    def setUp(self):
        Tray.start()

    def test_it_docks(self):
        with Companion("--hidden") as companion:
            wait_for("the icon docks", lambda: Tray.holds(companion.pid))
            self.assertIsNone(companion.main_window(), "started hidden")

    def test_it_docks_in_a_late_panel(self):
        Tray.stop()
        with Companion() as companion:
            # The first search for a tray has ended in vain by then.
            wait_for("it answers", companion.status)
            wait_for("its window shows", companion.main_window)
            Tray.start()
            wait_for("the icon docks", lambda: Tray.holds(companion.pid))

    def test_it_comes_back_with_the_panel(self):
        with Companion("--hidden") as companion:
            wait_for("the icon docks", lambda: Tray.holds(companion.pid))
            Tray.stop()
            Tray.start()
            wait_for("the icon docks again", lambda: Tray.holds(companion.pid))

    def test_quit_leaves_nothing(self):
        with Companion("--hidden") as companion:
            wait_for("the icon docks", lambda: Tray.holds(companion.pid))
            self.assertEqual(companion.ask("quit").returncode, 0)
            wait_for("it ends", companion.ended)
            self.assertEqual(companion.process.returncode, 0)


if __name__ == "__main__":
    unittest.main()
