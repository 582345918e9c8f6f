# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""A notification says that somebody is needed, and its button does what it says."""

import unittest

import accessible
import home
import notifications
from bridge import Gateway
from desktop import Companion, wait_for
from screen import bring_up, press_button


class Quiet(unittest.TestCase):
    """All is well, and no window shows."""

    def setUp(self):
        notifications.clear()
        home.fresh(signed_in=True, language="en")
        self.companion = Companion("--hidden")
        self.companion.simulator("login")
        self.enterContext(self.companion)
        self.companion.wait_for_state("Online")


class Notifications(Quiet):
    def setUp(self):
        super().setUp()
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


class FirstGateway(Quiet):
    """It is let in unasked, and a notification says so."""

    def setUp(self):
        super().setUp()
        gateway = Gateway(self.companion.status(), "gateway-of-the-shop", "OpenClaw · shop-pc")
        self.addCleanup(gateway.close)
        wait_for("the notification", lambda: notifications.shown() == 1)

    def gateways(self):
        """The labels of those that are in."""
        return [one["label"] for one in self.companion.status()["bridge"]["gateways"] if one["state"] == "approved"]

    def test_nothing_is_revoked_before_a_person_has_agreed(self):
        notifications.press_button("Revoke…")
        wait_for("the question", lambda: accessible.says(self.companion, "It is disconnected at once"))
        self.assertEqual(self.gateways(), ["OpenClaw · shop-pc"])
        bring_up(self.companion)  # a desktop may leave the keyboard where it was
        press_button(self.companion, "Revoke")
        wait_for("it is out", lambda: self.gateways() == [])


if __name__ == "__main__":
    unittest.main()
