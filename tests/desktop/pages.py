# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""What `./dev shot` can show: each page in each state that matters, on simulator data."""

from dataclasses import dataclass, field

# As the window lists them: Ctrl+1 is the first.
PAGES = ["overview", "login", "contacts", "activity", "settings"]


@dataclass
class Shot:
    page: str
    signed_in: bool = True  # the account is connected before the picture is taken
    simulator: list = field(default_factory=list)  # `zca-sim ctl …` before the start, each a list of words
    state: str = "Online"  # the account's state to wait for, where there is one


SHOTS = {
    "overview-no-account": Shot("overview", signed_in=False),
    "overview-online": Shot("overview"),
    "overview-expired": Shot("overview", simulator=[["cookie-expire"]], state="Expired"),
    "login-start": Shot("login", signed_in=False),
    "contacts": Shot("contacts"),
    "activity": Shot("activity"),
    "settings": Shot("settings"),
}
