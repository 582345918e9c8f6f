# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""What a shop's owner asks most, each begun at the tray's icon with nothing else open: two clicks at most."""

import json
import os
import unittest

import accessible
import home
import notifications
from desktop import Companion, wait_for
from hand import Hand

TAM = "365333052772575247"
NAME = "Phạm Văn Tâm 🌸"
STRANGER = "391000000000000088"


class Tasks(unittest.TestCase):
    def begin(self, demo=False, **settings):
        notifications.clear()
        home.fresh(signed_in=True, demo=demo, language="en", risk_accepted="true", tray_hint_shown="true", **settings)
        self.companion = Companion("--hidden", *(["--demo"] if demo else []))
        if demo:
            simulator = os.path.join(os.environ["XDG_DATA_HOME"], "zalo-companion-demo", "simulator")
            self.companion.environment["ZCA_SIM_HOME"] = simulator
        self.companion.simulator("login")
        self.enterContext(self.companion)
        self.companion.wait_for_state("Online")
        self.assertIsNone(self.companion.main_window())
        self.hand = Hand(self.companion)

    def writes(self, text, **message):
        self.companion.simulator("inject", json.dumps({"senderId": TAM, "content": text, **message}))

    def profile(self):
        return self.companion.status()["profiles"][0]

    def says(self, words):
        wait_for(f"“{words}”", lambda: any(words in name for name in accessible.names(self.companion)))

    def test_who_waits_and_why(self):
        self.begin(paused=True)
        self.writes("Shop ơi, còn áo size M không ạ?")
        wait_for("somebody waits", lambda: self.profile()["queue"]["inboundWaiting"] == 1)
        self.hand.choose("Who is waiting…")
        self.says("1 customer is waiting")
        self.says("the bot is paused")
        chats = wait_for("the list", lambda: accessible.find(self.companion, accessible.LIST, "Conversations"))
        wait_for("who it is", lambda: any(NAME in row for row in accessible.rows(chats)))
        self.assertEqual(self.hand.clicks, 2)

    def test_a_customer_is_approved(self):
        self.begin(demo=True)
        wait_for("the Gateway", lambda: self.companion.status()["bridge"]["state"] == "Connected")
        self.writes("Có giao tới Huế không ạ?", threadId=STRANGER, senderId=STRANGER, senderName="Phạm Thu Hà")
        wait_for("the request", lambda: self.companion.status()["pairings"])
        notifications.clear()  # nobody saw it
        self.hand.choose("Waiting for approval", "Approve Phạm Thu Hà")
        wait_for("the Gateway approved", lambda: not self.companion.status()["pairings"])
        self.assertEqual(self.hand.clicks, 2)

    def test_the_bot_stops_in_one_chat(self):
        self.begin()
        self.writes("Cho mình hỏi giá ship về Đà Nẵng với.")
        wait_for("it is here", lambda: self.profile()["queue"]["inboundWaiting"] == 1)
        self.hand.choose("Pause the bot in", NAME)
        wait_for("it is paused there", lambda: [pause["threadId"] for pause in self.profile()["pausedThreads"]] == [TAM])
        self.assertEqual(self.hand.clicks, 2)
        self.hand.choose("Pause the bot in", NAME)
        wait_for("it goes on", lambda: not self.profile()["pausedThreads"])
        self.assertEqual(self.hand.clicks, 4)

    def test_what_happened_last_night(self):
        self.begin()
        for text in ("Còn hàng không?", "Shop ơi?", "Alo?"):
            self.writes(text)
        self.companion.simulator("kick", "3003")
        self.companion.wait_for_state("Kicked")
        self.hand.choose("Since yesterday evening…")
        self.says("Messages in, 3")
        self.says("Answered, 0")
        self.says("Still open, 3")
        self.says("Missed time, less than 1 min")
        self.assertEqual(self.hand.clicks, 2)

    def test_whether_it_works_now(self):
        self.begin()
        self.hand.point_at_icon()
        wait_for("no", lambda: "No Gateway is set up yet" in (accessible.tooltip(self.companion) or ""))
        self.assertEqual(self.hand.clicks, 0)


if __name__ == "__main__":
    unittest.main()
