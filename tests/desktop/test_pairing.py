# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""Somebody asks whether the bot may answer: told once, answered with one press, in the notification or the window."""

import json
import os
import unittest

import accessible
import home
import notifications
from desktop import Companion, wait_for
from screen import bring_up, press_button

STRANGER = "391000000000000088"
ASKS = "Phạm Thu Hà asks whether the bot may answer"


class Pairing(unittest.TestCase):
    """The demo's Gateway keeps strangers back until they are approved, as OpenClaw does."""

    def setUp(self):
        notifications.clear()
        home.fresh(signed_in=True, demo=True, language="en", risk_accepted="true", tray_hint_shown="true")
        self.companion = Companion("--demo")
        # The demo's own Zalo.
        self.companion.environment["ZCA_SIM_HOME"] = os.path.join(os.environ["XDG_DATA_HOME"], "zalo-companion-demo", "simulator")
        self.companion.simulator("login")
        self.enterContext(self.companion)
        self.companion.wait_for_state("Online")
        bring_up(self.companion)
        wait_for("the Gateway", lambda: self.companion.status()["bridge"]["state"] == "Connected")
        message = {"threadId": STRANGER, "senderName": "Phạm Thu Hà", "content": "Có giao tới Huế không ạ?"}
        self.companion.simulator("inject", json.dumps(message))
        wait_for("the request", self.requests)

    def requests(self):
        return (self.companion.status() or {}).get("pairings", [])

    def test_approved_in_the_window(self):
        companion = self.companion
        wait_for("the notification", lambda: notifications.shown() == 1)
        # A click on the notification leads to the panel.
        notifications.press_button(ASKS)
        wait_for("what they wrote", lambda: accessible.says(companion, "Có giao tới Huế không ạ?"))
        wait_for("the head says so", lambda: accessible.says(companion, "1 person asks whether the bot may answer"))
        press_button(companion, "Approve Phạm Thu Hà")
        wait_for("the request is gone", lambda: not self.requests())
        wait_for("it is said", lambda: accessible.says(companion, "Approved. The bot answers Phạm Thu Hà"))
        wait_for("the notification goes", lambda: notifications.shown() == 0)

    def test_approved_in_the_notification(self):
        wait_for("the notification", lambda: notifications.shown() == 1)
        notifications.press_button("Approve")
        wait_for("the request is gone", lambda: not self.requests())
        wait_for("the notification goes", lambda: notifications.shown() == 0)


if __name__ == "__main__":
    unittest.main()
