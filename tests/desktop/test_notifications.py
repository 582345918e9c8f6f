# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""A notification says that somebody is needed, and its button does what it says."""

import unittest

import home
import notifications
from desktop import Companion, wait_for


class Notifications(unittest.TestCase):
    def setUp(self):
        notifications.clear()
        home.fresh(signed_in=True, language="en")
        self.companion = Companion("--hidden")
        self.companion.simulator("login")
        self.enterContext(self.companion)
        self.companion.wait_for_state("Online")
        self.assertEqual(notifications.shown(), 0, "all is well")
        self.companion.simulator("kick", "3003")
        wait_for("the notification", lambda: notifications.shown() == 1)

    def test_its_button_reconnects(self):
        notifications.press_button("Reconnect")
        self.companion.wait_for_state("Online")
        wait_for("it goes", lambda: notifications.shown() == 0)
        self.assertIsNone(self.companion.main_window())

    def test_the_notification_opens_the_window(self):
        notifications.press_button("Nguyễn Minh Anh: ")
        wait_for("the window shows", self.companion.main_window)
        self.assertEqual(self.companion.state(), "Kicked")

    def test_it_goes_when_it_is_not_true_any_more(self):
        self.companion.ask("reconnect")
        wait_for("it goes", lambda: notifications.shown() == 0)


if __name__ == "__main__":
    unittest.main()
