# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The session itself, by a bare Qt program: what fails here is no fault of ours."""

import os
import subprocess
import unittest

from desktop import Program, Tray, wait_for

BARE = os.environ["BARE_TRAY"]


class Harness(unittest.TestCase):
    def setUp(self):
        Tray.start()

    def test_an_icon_docks(self):
        with Program(BARE) as bare:
            wait_for("the icon docks", lambda: Tray.holds(bare.pid))

    def test_an_icon_docks_in_a_late_panel(self):
        Tray.stop()
        with Program(BARE, "--window") as bare:
            wait_for("its window shows", bare.windows)
            Tray.start()
            wait_for("the icon docks", lambda: Tray.holds(bare.pid))

    def test_an_icon_comes_back_with_its_panel(self):
        with Program(BARE) as bare:
            wait_for("the icon docks", lambda: Tray.holds(bare.pid))
            Tray.stop()
            Tray.start()
            wait_for("the icon docks again", lambda: Tray.holds(bare.pid))

    def test_the_keyring_keeps_a_secret(self):
        subprocess.run(["secret-tool", "store", "--label=test", "key", "value"], input=b"secret", check=True)
        found = subprocess.run(["secret-tool", "lookup", "key", "value"], capture_output=True, check=True)
        self.assertEqual(found.stdout, b"secret")


if __name__ == "__main__":
    unittest.main()
