# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""A chat that a person took over is given back by itself when its hour is over."""

import json
import os
import pathlib
import unittest

import accessible
import home
from bridge import Gateway
from desktop import Companion, wait_for
from screen import bring_up, press, press_button

CUSTOMER = "365333052772575247"
MINUTE = 60_000  # ms
TAKEN_OVER = "You took this chat over."


class TakeOver(unittest.TestCase):
    def setUp(self):
        home.fresh(signed_in=True, language="en", risk_accepted=True)
        self.skipped = pathlib.Path(os.environ["HOME"], "skipped-time")
        self.skip(0)
        self.companion = Companion(
            LD_PRELOAD=os.environ["SKIPPED_TIME"],
            ZALO_TEST_SKIPPED_TIME=os.fspath(self.skipped),
            ASAN_OPTIONS="verify_asan_link_order=0",
        )
        self.companion.simulator("login")
        self.enterContext(self.companion)
        self.companion.wait_for_state("Online")
        gateway = Gateway(self.companion.status(), "gateway-of-the-shop", "OpenClaw · shop-pc")
        self.addCleanup(gateway.close)
        gateway.receive("default")
        self.delivered = gateway.take_messages()

    def skip(self, minutes):
        """So many have passed in all."""
        whole = self.skipped.with_suffix(".new")
        whole.write_text(str(minutes * MINUTE))
        whole.replace(self.skipped)

    def writes(self, text):
        self.companion.simulator("inject", json.dumps({"senderId": CUSTOMER, "content": text}))

    def profile(self):
        return self.companion.status()["profiles"][0]

    def bot_answers(self):
        switch = accessible.find(self.companion, accessible.CHECK, "The bot answers here")
        return switch and switch.getState().contains(accessible.CHECKED)

    def test_it_is_given_back_after_an_hour(self):
        self.writes("Cho mình hỏi giá")
        wait_for("it is delivered", lambda: self.delivered == ["Cho mình hỏi giá"])
        bring_up(self.companion)
        press("ctrl+4", "ctrl+f", "Tab", "Tab")
        take_over = "Take over for 1 hour"
        wait_for("the chat", lambda: press("Home") or accessible.find(self.companion, accessible.BUTTON, take_over))
        press_button(self.companion, take_over)
        wait_for("it is taken over", lambda: accessible.says(self.companion, TAKEN_OVER))
        wait_for("the bot is paused", lambda: self.bot_answers() is False)
        self.writes("Bớt chút được không?")
        wait_for("it waits", lambda: self.profile()["queue"]["inboundWaiting"] == 1)

        before = self.profile()["session"]["lastVerifiedAt"]
        self.skip(59)
        wait_for("an hour has nearly passed", lambda: self.profile()["session"]["lastVerifiedAt"] > before + 58 * MINUTE)
        self.assertTrue(accessible.says(self.companion, TAKEN_OVER))
        self.assertEqual(self.profile()["queue"]["inboundWaiting"], 1)
        self.assertEqual(len(self.delivered), 1)

        self.skip(61)
        wait_for("it is delivered", lambda: self.delivered == ["Cho mình hỏi giá", "Bớt chút được không?"])
        wait_for("the bot answers here", self.bot_answers)
        wait_for("nothing says otherwise", lambda: not accessible.says(self.companion, TAKEN_OVER))
        self.assertEqual(self.profile()["pausedThreads"], [])


if __name__ == "__main__":
    unittest.main()
