# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""A shop's day on a real OpenClaw, without a terminal: who waits, why, and what to press."""

import json
import os
import signal
import unittest

import accessible
import home
import notifications
import realgateway
from desktop import Companion, Tray, wait_for
from screen import bring_up, press, press_button, show_all_messages, tab_to, write

START = 120  # seconds that a Gateway may take on a busy machine
FAMILY = "772797855570859122"
STRANGER = "391000000000000301"
CUSTOMERS = ["391000000000000302", "391000000000000303", "391000000000000304", "391000000000000305"]


class Shop(unittest.TestCase):
    """One day for all of them: each has customers of its own."""

    @classmethod
    def setUpClass(cls):
        notifications.clear()
        home.fresh(signed_in=True, language="en", risk_accepted=True)
        realgateway.install()
        realgateway.configure(cls.enterClassContext(realgateway.model()))
        channel = {"enabled": True, "dmPolicy": "pairing", "allowFrom": CUSTOMERS, "groups": {FAMILY: {"enabled": True}}}
        realgateway.configure({"channels": {"zalouser": channel}})
        cls.companion = Companion(**realgateway.environment())
        cls.companion.simulator("login")
        cls.enterClassContext(cls.companion)
        wait_for("the icon docks", lambda: Tray.holds(cls.companion.pid))
        cls.companion.wait_for_state("Online")
        cls.enterClassContext(realgateway.running())
        wait_for("the Gateway connects", lambda: cls.status()["bridge"]["state"] == "Connected", START)
        wait_for("nothing is to be told", lambda: notifications.shown() == 0)

    @classmethod
    def status(cls):
        return cls.companion.status() or {"bridge": {"state": ""}, "profiles": [{}]}

    def queue(self, name):
        return self.status()["profiles"][0].get("queue", {}).get(name)

    def writes(self, sender, text, group=None):
        message = {"threadId": group or sender, "isGroup": bool(group), "senderId": sender, "content": text}
        self.companion.simulator("inject", json.dumps(message))

    def sent_to(self, thread):
        lines = self.companion.simulator("outbox").splitlines()
        return [entry["text"] for entry in map(json.loads, lines) if entry["threadId"] == thread]

    def answers_to(self, thread):
        """What the agent said; OpenClaw adds words of its own to what it is not sure of."""
        return [text for text in self.sent_to(thread) if text.startswith("re: ")]

    def wait_for_answer(self, thread, text, times=1):
        wait_for(f"“{text}”", lambda: self.sent_to(thread).count(text) == times, START)

    def says(self, words):
        wait_for(f"“{words}”", lambda: accessible.says(self.companion, words), START)

    def show_message(self, words, text):
        """Finds it in *All messages* by these words; `text` is all of it."""
        bring_up(self.companion)
        show_all_messages(self.companion)
        press("ctrl+f", "ctrl+a")
        write(words)
        press("Tab", "Tab", "Tab")
        wait_for(f"“{text}” is chosen", lambda: press("Home") or accessible.says(self.companion, text))

    def test_a_stranger_is_let_in_from_the_notification(self):
        self.writes(STRANGER, "T-1 shop ơi, còn hàng không?")
        wait_for("the request", lambda: len(self.status().get("pairings", [])) == 1, START)
        wait_for("its notification", lambda: notifications.shown() == 1)
        notifications.press_button("Approve")
        wait_for("nobody asks any more", lambda: self.status().get("pairings") == [], START)
        wait_for("it goes", lambda: notifications.shown() == 0)
        self.writes(STRANGER, "T-2 em hỏi chút ạ")
        self.wait_for_answer(STRANGER, "re: T-2")
        # Said by a command of OpenClaw's, which takes seconds.
        self.wait_for_answer(STRANGER, "Your pairing request has been approved. You can write now.")

    def test_a_group_is_answered_without_a_mention(self):
        self.writes(CUSTOMERS[0], "T-10 tối nay mấy giờ họp?", group=FAMILY)
        self.show_message("T-10", "T-10 tối nay mấy giờ họp?")
        press_button(self.companion, "Answer without a mention…")
        self.says("This changes in OpenClaw's configuration")
        press_button(self.companion, "Answer without a mention")
        self.says("Hand the message to the bot again?")
        press_button(self.companion, "Hand to the bot again")
        self.wait_for_answer(FAMILY, "re: T-10")
        self.writes(CUSTOMERS[0], "T-11 còn ai nữa?", group=FAMILY)
        self.wait_for_answer(FAMILY, "re: T-11")

    def test_a_chat_is_taken_over_and_given_back(self):
        self.writes(CUSTOMERS[1], "T-20 cho mình hỏi giá")
        self.wait_for_answer(CUSTOMERS[1], "re: T-20")
        bring_up(self.companion)
        press("ctrl+4", "ctrl+f", "Tab", "Tab")
        take_over = "Take over for 1 hour"
        wait_for("the chat", lambda: press("Home") or accessible.find(self.companion, accessible.BUTTON, take_over))
        press_button(self.companion, take_over)
        self.says("You took this chat over.")
        self.writes(CUSTOMERS[1], "T-21 bớt chút được không?")
        wait_for("it waits", lambda: self.queue("inboundWaiting") == 1)
        tab_to(self.companion, accessible.CHECK, "The bot answers here")
        press("space")
        self.wait_for_answer(CUSTOMERS[1], "re: T-21")
        self.assertEqual(self.answers_to(CUSTOMERS[1]), ["re: T-20", "re: T-21"])

    def leave_uncertain(self, customer, text, answer):
        """zca dies after Zalo has taken the bot's answer."""
        self.companion.simulator("set", "send-then-hang=msg.send@once")
        self.writes(customer, text)

        def sending():
            return [pid for pid, words in self.companion.children().items() if {"send", "--raw", customer} <= set(words)]

        for pid in wait_for("the answer goes", lambda: self.sent_to(customer) and sending(), START):
            os.kill(pid, signal.SIGKILL)
        wait_for("it is possibly sent", lambda: self.queue("outboundUncertain") == 1)
        self.show_message(answer, answer)

    def test_an_uncertain_answer_arrived(self):
        self.leave_uncertain(CUSTOMERS[2], "T-30 giao lúc nào?", "re: T-30")
        press_button(self.companion, "It arrived")
        wait_for("it is settled", lambda: self.queue("outboundUncertain") == 0)
        self.writes(CUSTOMERS[2], "T-31 cảm ơn")
        self.wait_for_answer(CUSTOMERS[2], "re: T-31")
        self.assertEqual(self.answers_to(CUSTOMERS[2]), ["re: T-30", "re: T-31"])

    def test_an_uncertain_answer_is_sent_again(self):
        self.leave_uncertain(CUSTOMERS[3], "T-40 giao lúc nào?", "re: T-40")
        press_button(self.companion, "Send again…")
        self.says("Look in Zalo first.")
        press_button(self.companion, "Send again")
        self.wait_for_answer(CUSTOMERS[3], "re: T-40", times=2)
        wait_for("it is settled", lambda: self.queue("outboundUncertain") == 0)


if __name__ == "__main__":
    unittest.main()
