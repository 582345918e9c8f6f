# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""What the open window says and offers while it runs: another Zalo took over, another language."""

import unittest

import accessible
import home
from desktop import Companion, wait_for
from screen import bring_up, press, press_button, tab_to


class RunningWindow(unittest.TestCase):
    def setUp(self):
        home.fresh(signed_in=True, language="en")
        self.companion = Companion()
        self.companion.simulator("login")
        self.enterContext(self.companion)
        bring_up(self.companion)
        self.companion.wait_for_state("Online")

    def pages(self):
        """The words of the navigation."""
        for a_list in accessible.controls(self.companion, accessible.LIST):
            return accessible.rows(a_list)
        return []

    def test_kicked_and_reconnected_by_keyboard(self):
        press("ctrl+1")
        self.companion.simulator("kick", "3003")
        wait_for("words", lambda: accessible.says(self.companion, "Zalo was opened elsewhere"))
        self.assertEqual(self.companion.state(), "Kicked")
        press_button(self.companion, "Reconnect")
        self.companion.wait_for_state("Online")
        wait_for(
            "the words go",
            lambda: accessible.texts(self.companion)
            and not accessible.says(self.companion, "Zalo was opened elsewhere"),
        )

    def test_the_language_changes_at_once(self):
        wait_for("English", lambda: self.pages() == ["Overview", "Log in", "Contacts", "Activity", "Gateway", "Settings"])
        press("ctrl+6")
        wait_for("the settings", lambda: accessible.says(self.companion, "Language"))
        tab_to(self.companion, accessible.COMBO, "English")
        press("Home", "Down")
        wait_for("Vietnamese", lambda: self.pages() == ["Tổng quan", "Đăng nhập", "Danh bạ", "Hoạt động", "Gateway", "Cài đặt"])
        self.assertIn("Cài đặt", accessible.texts(self.companion), "the page's heading")


if __name__ == "__main__":
    unittest.main()
