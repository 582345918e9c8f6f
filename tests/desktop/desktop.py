# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""What tests and pictures of the real desktop share. Runs inside tests/desktop/session."""

import json
import os
import pathlib
import subprocess
import time

DEADLINE = 60


def wait_for(what, condition, deadline=DEADLINE):
    """The first true answer of `condition`; it is asked again and again. AssertionError names `what`."""
    end = time.monotonic() + deadline
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {deadline} s in vain: {what}")
        time.sleep(0.05)


def command_line(pid):
    """The words with which a process runs; none when it has ended."""
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_text().split("\0")[:-1]
    except OSError:
        return []


class Tray:
    """The panel. The session starts it, unless it is told not to."""

    @staticmethod
    def start():
        subprocess.run(["tray", "start"], check=True)

    @staticmethod
    def stop():
        subprocess.run(["tray", "stop"], check=True)

    @staticmethod
    def holds(pid):
        """Whether the panel took an icon of that process since it was started."""
        icons = subprocess.run(["tray", "icons"], check=True, capture_output=True, text=True)
        return str(pid) in icons.stdout.split()


class Program:
    """A program under test; it is gone when the block ends."""

    def __init__(self, *command, stdout=None, **environment):
        self.command = [os.fspath(word) for word in command]
        self.stdout = stdout
        self.environment = {**os.environ, **environment}
        self.process = None

    def __enter__(self):
        self.process = subprocess.Popen(self.command, env=self.environment, stdin=subprocess.DEVNULL, stdout=self.stdout)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    @property
    def pid(self):
        return self.process.pid

    def ended(self):
        return self.process.poll() is not None

    def children(self):
        """The command lines of all that it started and that still runs, by process id."""
        parents = {}
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                # The name of a program may hold spaces and brackets.
                state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue  # it has just ended
            if state != "Z":
                parents[int(stat.parent.name)] = int(parent)
        found, seen = {}, {self.pid}
        while more := [pid for pid, parent in parents.items() if parent in seen and pid not in seen]:
            seen.update(more)
            found.update((pid, command_line(pid)) for pid in more)
        return found

    def windows(self):
        """X11 ids of its windows that are on the screen."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)], capture_output=True, text=True
        )
        return found.stdout.split()

    def main_window(self):
        """The largest of its windows, if any: the tray's icon is one too."""
        def area(window):
            shape = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True)
            values = dict(line.split("=") for line in shape.stdout.split())
            return int(values.get("WIDTH", 0)) * int(values.get("HEIGHT", 0))

        windows = [window for window in self.windows() if area(window) > 100 * 100]
        return max(windows, key=area, default=None)


class Companion(Program):
    """The real program with windows, on the simulator, with the session's folders."""

    def __init__(self, *words, **environment):
        self.program = os.environ["ZALO_COMPANION"]
        self.mode = [word for word in words if word == "--demo"]
        super().__init__(
            self.program,
            *words,
            ZALO_COMPANION_ZCA=os.environ["ZCA_SIM"],
            ZCA_SIM_HOME=os.path.join(os.environ["HOME"], "simulator"),
            **environment,
        )

    def ask(self, *words):
        return subprocess.run([self.program, *self.mode, *words], env=self.environment, capture_output=True, text=True)

    def status(self):
        """`status --json`; nothing while it does not answer."""
        answer = self.ask("--json", "status")
        return json.loads(answer.stdout) if answer.returncode in (0, 3) else None

    def state(self):
        """The first account's state, where there is one."""
        profiles = (self.status() or {}).get("profiles") or [{}]
        return profiles[0].get("session", {}).get("state")

    def wait_for_state(self, wanted):
        wait_for(f"the account is {wanted}", lambda: self.state() == wanted)

    def simulator(self, *words):
        """`zca-sim ctl …`: Zalo, and the phone."""
        done = subprocess.run(
            [self.environment["ZALO_COMPANION_ZCA"], "ctl", *words], env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"zca-sim ctl {words}: {done.stderr}"
        return done.stdout
