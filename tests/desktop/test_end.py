# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The end of the desktop session ends the program and all that it started, within two seconds."""

import os
import pathlib
import signal
import subprocess
import time
import unittest

import home
from desktop import Companion, Tray, command_line, wait_for

LIMIT = 2


class SessionEnd(unittest.TestCase):
    def setUp(self):
        home.fresh(signed_in=True, language="en")
        Tray.start()

    def start(self, *settings, **environment):
        companion = Companion(**environment)
        companion.simulator("login")
        for setting in settings:
            companion.simulator("set", setting)
        self.enterContext(companion)
        companion.wait_for_state("Online")
        self.children = companion.children()
        self.assertTrue(self.children, "it listens")
        return companion

    def assert_all_ends(self, companion, since):
        wait_for("it ends", companion.ended, LIMIT + 5)
        wait_for("its children end", lambda: not [pid for pid in self.children if command_line(pid)], LIMIT + 5)
        self.assertLess(time.monotonic() - since, LIMIT)

    def test_a_signal(self):
        for number in (signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number.name):
                companion = self.start()
                since = time.monotonic()
                companion.process.send_signal(number)
                self.assert_all_ends(companion, since)
                self.assertEqual(companion.process.returncode, 0)

    def test_a_signal_while_zca_is_deaf(self):
        companion = self.start("ignore-term=1")
        since = time.monotonic()
        companion.process.terminate()
        self.assert_all_ends(companion, since)

    def test_the_session_manager_says_so(self):
        # It starts what the file names, and tells only that where it is to be found.
        home_folder = pathlib.Path(os.environ["HOME"])
        address, teller = home_folder / "address", home_folder / "tell-address"
        teller.write_text(f'#!/bin/sh\necho "$SESSION_MANAGER" >{address}.new && mv {address}.new {address}\n')
        teller.chmod(0o755)
        home_folder.joinpath(".xsmstartup").write_text(f"{teller}\n")
        manager = subprocess.Popen(["xsm", "-session", "test"], stderr=subprocess.DEVNULL)
        self.addCleanup(manager.wait)
        self.addCleanup(manager.kill)
        wait_for("the session manager", address.exists)
        companion = self.start(SESSION_MANAGER=address.read_text().strip())
        since = time.monotonic()
        manager.terminate()  # this is its way of being asked to log out
        self.assert_all_ends(companion, since)
        self.assertEqual(companion.process.returncode, 0)

    def test_the_screen_goes(self):
        display = pathlib.Path(os.environ["ZALO_DESKTOP"], "second-display")
        with display.open("w") as number:
            screen = subprocess.Popen(
                ["Xvfb", "-displayfd", str(number.fileno()), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
                pass_fds=[number.fileno()], stderr=subprocess.DEVNULL,
            )
        self.addCleanup(screen.wait)
        self.addCleanup(screen.kill)
        companion = self.start(DISPLAY=":" + wait_for("the screen", display.read_text).strip())
        since = time.monotonic()
        screen.kill()
        self.assert_all_ends(companion, since)


if __name__ == "__main__":
    unittest.main()
