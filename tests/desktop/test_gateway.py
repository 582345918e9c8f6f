# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""A real OpenClaw's Gateway, started and stopped from the window."""

import http.client
import os
import pathlib
import unittest
import urllib.parse

import accessible
import home
import realgateway
from desktop import Companion, Tray, wait_for
from screen import bring_up, point_at, press, press_button, tray_icon

OPENED = pathlib.Path(os.environ["ZALO_DESKTOP"], "opened")  # what the browser was to show
PATIENCE = 120  # seconds that OpenClaw may take on a busy machine


class GatewayPage(unittest.TestCase):
    def setUp(self):
        home.fresh(signed_in=True, language="en", risk_accepted=True)
        realgateway.install()
        self.addCleanup(realgateway.end)
        self.companion = Companion(**realgateway.environment())
        self.companion.simulator("login")
        self.enterContext(self.companion)
        wait_for("the icon docks", lambda: Tray.holds(self.companion.pid))
        bring_up(self.companion)
        self.companion.wait_for_state("Online")

    def findings(self):
        """What keeps somebody from an answer."""
        health = (self.companion.status() or {}).get("health", {})
        return {finding["code"]: finding["action"] for finding in health.get("findings", [])}

    def says(self, words):
        wait_for(f"the words “{words}”", lambda: accessible.says(self.companion, words), PATIENCE)

    def start(self):
        """Presses the button, and waits until the Gateway has come to the bridge."""
        press_button(self.companion, "Start Gateway")
        self.says("Starting…")
        self.says("Running")
        wait_for("it is connected", lambda: self.companion.status()["bridge"]["state"] == "Connected", PATIENCE)

    def test_it_is_started_stopped_and_started_again(self):
        press("ctrl+5")
        self.says("Stopped")
        self.start()
        wait_for("nothing is wrong", lambda: self.findings() == {})
        self.says("without a service")
        self.assertTrue(realgateway.gateways())
        wait_for("its log", lambda: "gateway ready" in self.log())

        self.open_control_ui()
        press_button(self.companion, "Stop")
        self.says("Customers get no answer until it is started again.")
        press_button(self.companion, "Stop")  # the question's own
        self.says("Stopped")
        self.assertEqual(realgateway.gateways(), [])
        self.assertEqual(self.findings(), {"gatewayAway": "startGateway"})
        point_at(wait_for("the icon", lambda: tray_icon(self.companion)))
        wait_for("its words", lambda: "No Gateway is connected" in (accessible.tooltip(self.companion) or ""))

        # What a customer writes meanwhile waits, and goes when the Gateway is back.
        self.companion.simulator("inject", '{"senderId":"365333052772575247","content":"Shop ơi?"}')
        wait_for("it waits", lambda: self.waiting() == 1)
        press("ctrl+1")
        press_button(self.companion, "Start Gateway…")
        self.start()
        wait_for("it has gone", lambda: self.waiting() == 0)
        self.assertNotIn("Shop ơi?", self.log())

    def open_control_ui(self):
        """The browser is sent on to it, once; what it was started with holds no token."""
        press_button(self.companion, "Open Control UI")
        link = urllib.parse.urlsplit(wait_for("the browser", lambda: OPENED.exists() and OPENED.read_text(), PATIENCE))
        self.assertNotIn("oken", link.geturl())
        visit = http.client.HTTPConnection(link.netloc, timeout=20)
        visit.request("GET", link.path)
        answer = visit.getresponse()
        self.assertEqual(answer.status, 302)
        self.assertIn("#bootstrapToken=", answer.headers["Location"])
        visit.close()
        with self.assertRaises(ConnectionRefusedError):
            http.client.HTTPConnection(link.netloc, timeout=20).connect()

    def waiting(self):
        return self.companion.status()["profiles"][0]["queue"]["inboundWaiting"]

    def log(self):
        """The log's lines as they are shown."""
        for node in accessible.controls(self.companion, accessible.TEXT):
            if node.name == "The Gateway's log":
                return node.queryText().getText(0, -1)
        return ""


if __name__ == "__main__":
    unittest.main()
