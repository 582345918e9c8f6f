# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The browser of contacts: exactly what Zalo has, found by a few letters, copied rightly."""

import json
import re
import shlex
import subprocess
import unicodedata
import unittest

import accessible
import home
from desktop import Companion, wait_for
from screen import bring_up, clipboard, press, press_button, write


class Contacts(unittest.TestCase):
    def setUp(self):
        home.fresh(signed_in=True, language="en")
        self.companion = Companion()
        self.companion.simulator("login")
        self.enterContext(self.companion)
        self.friends = {one["userId"]: one["displayName"] for one in self.listed("friend")}
        self.groups = {one["groupId"]: one["name"] for one in self.listed("group")}
        bring_up(self.companion)
        press("ctrl+3")
        wait_for("the count", lambda: accessible.says(self.companion, "262 contacts"))

    def listed(self, what):
        """What the simulator itself prints."""
        printed = subprocess.run(
            [self.companion.environment["ZALO_COMPANION_ZCA"], what, "list", "-j"],
            env=self.companion.environment, check=True, capture_output=True, text=True,
        )
        return json.loads(printed.stdout)

    def shown(self):
        """The names of the list, without what is said beside them."""
        a_list = accessible.find(self.companion, accessible.LIST, "Contacts")
        return [re.sub(r", the same name as another contact$", "", row) for row in accessible.rows(a_list)]

    def search(self, words):
        press("ctrl+f")
        write(words)

    def test_the_list_is_what_zalo_has(self):
        self.assertEqual((len(self.friends), len(self.groups)), (250, 12))
        expected = [*self.friends.values(), *(f"{name}, group" for name in self.groups.values())]
        self.assertEqual(sorted(self.shown()), sorted(expected))

    def test_letters_without_accents_find(self):
        self.search("nguyen duc")
        names = wait_for("fewer rows", lambda: 0 < len(self.shown()) < 262 and self.shown())
        self.assertTrue(unicodedata.normalize("NFC", names[0]).startswith("Nguyễn Đức "), names)

    def test_the_command_holds_the_right_id(self):
        for contacts, prefix in ((self.friends, ""), (self.groups, "group:")):
            id, name = next(iter(contacts.items()))
            with self.subTest(name):
                self.search(id)
                wait_for("one row", lambda: len(self.shown()) == 1)
                press("Down")
                wait_for("its id", lambda: accessible.says(self.companion, id))
                press_button(self.companion, "Copy send command")
                wait_for("the word that it was copied", lambda: accessible.says(self.companion, "The command was copied"))
                words = shlex.split(clipboard())
                self.assertEqual(
                    words[:-1],
                    ["openclaw", "message", "send", "--channel", "zalouser", "--target", prefix + id, "--message"],
                )
                self.assertTrue(words[-1])


if __name__ == "__main__":
    unittest.main()
