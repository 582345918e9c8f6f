# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""The program's folders as a person left them."""

import json
import os
import pathlib
import shutil


def fresh(signed_in=False, demo=False, paused=False, **window):
    """Nothing of an earlier run. `paused`: somebody paused the bot. `window`: settings of the window, see app/settings; a demo has its own."""
    for folder in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        shutil.rmtree(os.environ[folder], ignore_errors=True)
    shutil.rmtree(pathlib.Path(os.environ["HOME"], "simulator"), ignore_errors=True)
    base = pathlib.Path(os.environ["XDG_CONFIG_HOME"])
    config = (base / "zalo-companion-demo" if demo else base) / "zalo-companion"
    config.mkdir(parents=True, mode=0o700)
    settings = {f"window/{key.replace('_', '-')}": value for key, value in window.items()}
    if paused:
        settings["relay/paused"] = True
    if signed_in:
        settings["accounts/profiles"] = ["default"]
    config.joinpath("settings.json").write_text(json.dumps(settings))
