# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""What closing the window means, with a tray and without, and how it comes back."""

import unittest

import accessible
import home
from desktop import Companion, Tray, wait_for
from screen import active_window, bring_up, minimise, minimised, press, tray_icon


class ClosedWindow(unittest.TestCase):
    def setUp(self):
        home.fresh(language="en")
        Tray.start()

    def launch_again(self, companion):
        """A second launch ends at once, and the first one's window has the keyboard."""
        with Companion() as second:
            wait_for("the second launch ends", second.ended)
            self.assertEqual(second.process.returncode, 0)
        wait_for("the window is in front", lambda: active_window() == companion.main_window())

    def test_closing_leaves_the_tray(self):
        with Companion() as companion:
            wait_for("the icon", lambda: tray_icon(companion))
            bring_up(companion)
            press("alt+F4")
            wait_for("the window goes", lambda: not companion.main_window())
            self.assertIsNone(minimised(companion), "it is hidden")
            self.assertTrue(tray_icon(companion))
            self.assertFalse(companion.ended())
            self.launch_again(companion)

    def test_a_second_launch_raises_a_minimised_window(self):
        with Companion() as companion:
            wait_for("the icon", lambda: tray_icon(companion))
            window = bring_up(companion)
            minimise(window)
            wait_for("it is minimised", lambda: minimised(companion))
            self.launch_again(companion)

    def test_without_a_tray_it_says_once_why_it_is_minimised(self):
        Tray.stop()
        with Companion() as companion:
            bring_up(companion)
            press("alt+F4")
            reason = "There is no system tray here"
            wait_for("the reason", lambda: accessible.says(companion, reason))
            press("Return")
            wait_for("it is minimised", lambda: minimised(companion))
            self.launch_again(companion)
            self.assertFalse(accessible.says(companion, reason))
            press("alt+F4")
            wait_for("it is minimised without a word", lambda: minimised(companion))
            self.assertFalse(accessible.says(companion, reason))


if __name__ == "__main__":
    unittest.main()
