# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""A second account, by keyboard alone: added, logged in, named, removed."""

import unittest

import accessible
import home
from desktop import Companion, wait_for
from screen import bring_up, press, press_button, tab_to, write

PROFILE = "shop-hue"
QUOC_BAO = "Trần Quốc Bảo"


class Accounts(unittest.TestCase):
    def setUp(self):
        home.fresh(signed_in=True, language="en", risk_accepted=True)
        self.companion = Companion()
        self.companion.simulator("login")

    def account(self):
        """The second account in the snapshot, where there is one."""
        profiles = (self.companion.status() or {}).get("profiles", [])
        return next((profile for profile in profiles if profile["profile"] == PROFILE), None)

    def switcher(self):
        """The list of accounts, where it is shown."""
        return next(iter(accessible.controls(self.companion, accessible.COMBO)), None)

    def zalo(self, *words):
        self.companion.simulator("-p", PROFILE, *words)

    def choose(self, *keys):
        """From the menu of the button *Accounts*."""
        before = set(self.companion.windows())
        press_button(self.companion, "Accounts")
        wait_for("the menu opens", lambda: set(self.companion.windows()) - before)
        press(*keys, "Return")

    def wait_for_name_field(self):
        def is_there():
            now = accessible.focused(self.companion)
            return now is not None and now.name == "Name of the account"

        wait_for("a name is asked for", is_there)

    def says(self, words):
        wait_for(f"“{words}”", lambda: accessible.says(self.companion, words))

    def test_added_named_and_removed(self):
        with self.companion as companion:
            companion.wait_for_state("Online")
            bring_up(companion)
            self.choose("Up")
            self.wait_for_name_field()
            write("Shop Hue")
            press("Return")
            self.says("Log in to Shop Hue")
            self.zalo("wait", "qr")
            self.zalo("scan", QUOC_BAO)
            self.zalo("confirm")
            self.says(f"{QUOC_BAO} is logged in")
            self.assertEqual(self.account()["label"], "Shop Hue")
            press_button(companion, "Show the overview")

            wait_for("both are there to choose", self.switcher)
            tab_to(companion, accessible.COMBO, self.switcher().name)
            press("Down")
            wait_for("the second one is shown", lambda: "Shop Hue" in accessible.texts(companion))
            self.choose("Down")
            self.wait_for_name_field()
            press("ctrl+a")
            write("Counter 2")
            press("Return")
            wait_for("the new name", lambda: "Counter 2" in accessible.texts(companion))
            self.assertEqual(self.account()["label"], "Counter 2")

            self.choose("Down", "Down")
            self.says("The bot stops for Counter 2.")
            press_button(companion, "Remove")
            wait_for("it is gone", lambda: self.account() is None)
            self.zalo("wait", "no-listener")
            wait_for("one is left", lambda: accessible.texts(companion) and not self.switcher())
            companion.wait_for_state("Online")


if __name__ == "__main__":
    unittest.main()
