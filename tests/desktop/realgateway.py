# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""A real OpenClaw of the session's user with the channel's plugin; what tests/gateway/gateway.js does."""

import contextlib
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


def configure(more):
    """Merges members into the configuration, one level below the top."""
    config = json.loads(CONFIG.read_text()) if CONFIG.exists() else {}
    for name, value in more.items():
        config[name] = {**config.get(name, {}), **value}
    CONFIG.write_text(json.dumps(config))


def install():
    """OpenClaw with the smallest configuration, the plugin, then its channel. Its Gateway does not run."""
    CONFIG.parent.mkdir(mode=0o700)
    configure(
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
    entries = config.get("plugins", {}).get("entries", {})
    configure(
        {
            "plugins": {"entries": {**entries, "zalouser": {"enabled": True, "config": {"startCompanion": False}}}},
            "channels": {"zalouser": {"enabled": True, "dmPolicy": "pairing"}},
        }
    )


@contextlib.contextmanager
def model():
    """A stand-in model that answers `re: T-1` to a message with the marker T-1; gives the configuration for it."""
    script = pathlib.Path(__file__).with_name("model.js")
    env = {**os.environ, **environment()}
    with subprocess.Popen(["node", script], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield json.loads(process.stdout.readline())
        process.stdin.close()


@contextlib.contextmanager
def running():
    """The Gateway, as one starts it in a terminal that knows nothing of the session's variables."""
    kept = ("HOME", "LANG", "TMPDIR", "USER", "XDG_RUNTIME_DIR")
    env = {name: os.environ[name] for name in kept if name in os.environ} | environment()
    with (HOME / "gateway.out").open("w") as output:
        with subprocess.Popen(["openclaw", "gateway", "run"], env=env, stdout=output, stderr=output):
            try:
                yield
            finally:
                end()


def processes(name="openclaw"):
    """Those of this user's OpenClaw whose names begin so: whoever started them, they carry the session's HOME."""
    mark = f"HOME={HOME}\0".encode()
    found = []
    for place in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if place.joinpath("comm").read_text().startswith(name) and mark in place.joinpath("environ").read_bytes():
                found.append(int(place.name))
        except OSError:
            pass  # it has just ended
    return found


def gateways():
    """Those that are a Gateway: also its commands are called after OpenClaw, and its name has 15 letters for the kernel."""
    return processes("openclaw-gatewa")


def end():
    """Leaves none behind, also where one would wait for its agent."""
    for pid in processes():
        os.kill(pid, signal.SIGKILL)
    wait_for("the Gateway ends", lambda: not processes())
