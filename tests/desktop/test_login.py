# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The login, by keyboard alone: what the screen shows is read as a phone's camera reads it."""

import unittest

import accessible
import home
from desktop import Companion, wait_for
from screen import bring_up, codes, press, press_button

MINH_ANH = "Nguyễn Minh Anh"
QUOC_BAO = "Trần Quốc Bảo"


def show_code(companion):
    """To the code on the screen, from the first start. Gives what the simulator says it holds."""
    bring_up(companion)
    press("ctrl+2")
    press_button(companion, "Show the QR code")
    press_button(companion, "I understand, continue", "Return")
    return wait_for_code(companion)


def wait_for_code(companion, older=None):
    def shown():
        payload = companion.simulator("get", "qr-payload").strip()
        return payload != older and codes() == [payload] and payload

    companion.simulator("wait", "qr")
    return wait_for("a camera reads the code on the screen", shown)


class LogIn(unittest.TestCase):
    def setUp(self):
        home.fresh(language="en")

    def test_the_code_is_read_from_the_screen(self):
        for look in ("light", "dark"):
            with self.subTest(look):
                home.fresh(language="en", theme=look)
                with Companion() as companion:
                    self.assertTrue(show_code(companion))

    def test_scan_and_confirm(self):
        with Companion() as companion:
            show_code(companion)
            name = companion.simulator("scan").strip()
            wait_for("who scanned it", lambda: accessible.says(companion, f"{name} scanned the code"))
            companion.simulator("confirm")
            wait_for("the name", lambda: accessible.says(companion, f"{name} is logged in"))
            self.assertEqual(companion.state(), "Online")
            press_button(companion, "Show the overview")
            wait_for("the overview names it", lambda: name in accessible.texts(companion))

    def test_declined(self):
        with Companion() as companion:
            first = show_code(companion)
            companion.simulator("scan")
            companion.simulator("decline")
            wait_for("words", lambda: accessible.says(companion, "The login was declined"))
            press_button(companion, "Show a new code")
            wait_for_code(companion, older=first)

    def test_expired_is_renewed(self):
        with Companion() as companion:
            first = show_code(companion)
            companion.simulator("expire")
            wait_for_code(companion, older=first)

    def test_another_person_scans(self):
        home.fresh(signed_in=True, language="en", risk_accepted=True)
        companion = Companion()
        companion.simulator("login", MINH_ANH)
        with companion:
            companion.wait_for_state("Online")
            bring_up(companion)
            press("ctrl+2")
            press_button(companion, "Log in again…")
            first = wait_for_code(companion)
            companion.simulator("scan", QUOC_BAO)
            wait_for(
                "a warning", lambda: accessible.says(companion, f"{QUOC_BAO} scanned the code, not {MINH_ANH}")
            )
            companion.simulator("confirm")
            wait_for(
                "a question", lambda: accessible.says(companion, f"This is {QUOC_BAO}'s account, not {MINH_ANH}'s")
            )
            companion.wait_for_state("LoggingIn")
            press_button(companion, "Scan again")
            wait_for_code(companion, older=first)
            companion.simulator("scan", MINH_ANH)
            companion.simulator("confirm")
            wait_for("the name", lambda: accessible.says(companion, f"{MINH_ANH} is logged in"))

    def test_cancelled_leaves_no_child(self):
        with Companion() as companion:
            show_code(companion)
            self.assertTrue([words for words in companion.children().values() if "login" in words])
            press_button(companion, "Cancel the login")
            wait_for("no zca runs", lambda: not companion.children())
            wait_for("a way on", lambda: accessible.find(companion, accessible.BUTTON, "Show the QR code"))
            self.assertEqual(codes(), [])


if __name__ == "__main__":
    unittest.main()
