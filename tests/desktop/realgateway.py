# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""A real OpenClaw of the session's user with the channel's plugin; what tests/gateway/gateway.js does."""

import json
import os
import pathlib
import signal
import socket
import subprocess

from desktop import wait_for

HOME = pathlib.Path(os.environ["HOME"])
PLUGIN = pathlib.Path(__file__).parents[2] / "extensions/zalouser"
CONFIG = HOME / ".openclaw/openclaw.json"


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment():
    """What a terminal has in which OpenClaw is found."""
    folder = os.environ.get("OPENCLAW_HOME_DIR")
    assert folder, "OPENCLAW_HOME_DIR is needed; ./dev test desktop sets it"
    return {
        "PATH": f"{folder}/node_modules/.bin:{os.environ['PATH']}",
        "OPENCLAW_DISABLE_BUNDLED_PLUGINS": "1",  # they take a fifth of each start
        "NO_COLOR": "1",
    }


def _configure(more):
    config = json.loads(CONFIG.read_text()) if CONFIG.exists() else {}
    config.update(more)
    CONFIG.write_text(json.dumps(config))


def install():
    """OpenClaw with the smallest configuration, the plugin, then its channel. Its Gateway does not run."""
    CONFIG.parent.mkdir(mode=0o700)
    _configure(
        {
            "gateway": {
                "mode": "local",
                "bind": "loopback",
                "port": _free_port(),
                "auth": {"mode": "token", "token": "token-of-the-tests"},
            },
            "logging": {"file": str(HOME / "openclaw.log")},  # by default it is one for all of a machine
        }
    )
    subprocess.run(
        ["openclaw", "plugins", "install", PLUGIN, "--force", "--accept-capabilities"],
        env={**os.environ, **environment()},
        check=True,
        capture_output=True,
    )
    config = json.loads(CONFIG.read_text())
    config.setdefault("plugins", {}).setdefault("entries", {})["zalouser"] = {
        "enabled": True,
        "config": {"startCompanion": False},
    }
    _configure({**config, "channels": {"zalouser": {"enabled": True, "dmPolicy": "pairing"}}})


def processes():
    """Those of this user's Gateway: whoever started it, it carries the session's HOME."""
    mark = f"HOME={HOME}\0".encode()
    found = []
    for place in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if place.joinpath("comm").read_text().startswith("openclaw") and mark in place.joinpath("environ").read_bytes():
                found.append(int(place.name))
        except OSError:
            pass  # it has just ended
    return found


def end():
    """Leaves none behind."""
    for pid in processes():
        os.kill(pid, signal.SIGTERM)
    wait_for("the Gateway ends", lambda: not processes())
