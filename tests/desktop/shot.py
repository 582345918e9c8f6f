# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""Pictures of the real program in a real session: `./dev shot`."""

import argparse
import contextlib
import os
import pathlib
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree

import accessible
import home
import notifications
import screen
import standin
from bridge import Gateway
from desktop import Companion, wait_for
from hand import Hand
from pages import PAGES, SHOTS

SIGHT = 15  # seconds until what was done is on the screen
TRANSLATIONS = pathlib.Path(__file__).parents[2] / "translations"


def prepare(shot, dark, language):
    home.fresh(
        shot.signed_in,
        shot.demo,
        shot.paused,
        language=language,
        theme="dark" if dark else "light",
        tray_hint_shown="true",
        risk_accepted=shot.risk_accepted,
    )
    # A notification would stand over the window.
    subprocess.run(["dunstctl", "set-paused", "true"], check=True)


def capture(window, out):
    """The screen where the window is, with all that stands over it, or the whole screen; once it has come to rest: two
    pictures in a row are the same. Of the window alone the server would give black for what others cover."""
    pictures = []
    place = screen.part(window) if window else ["-trim", "+repage"]  # the screen's rest is black

    def rests():
        picture = subprocess.run(
            ["import", "-silent", "-window", "root", *place, "png:-"], check=True, capture_output=True
        )
        # What does not come into the file: the time of the picture.
        pixels = subprocess.run(["convert", "png:-", "rgb:-"], input=picture.stdout, check=True, capture_output=True)
        pictures.append(pixels.stdout)
        out.write_bytes(picture.stdout)
        return len(pictures) > 2 and pictures[-1] == pictures[-2] or len(pictures) > 20

    wait_for("the picture rests", rests)


def shoot(name, out, dark, language):
    shot = SHOTS[name]
    prepare(shot, dark, language)
    companion = Companion(*(["--demo"] if shot.demo else []))
    # With the session's own language times would be in the formats of its country, which is none.
    companion.environment.pop("LANGUAGE", None)
    companion.environment["PATH"] = "/usr/bin:/bin"  # no OpenClaw that a developer has
    if shot.signed_in:
        companion.simulator("login")
    if shot.zca:
        companion.environment["ZALO_COMPANION_ZCA"] = shot.zca
    with contextlib.ExitStack() as stack:
        if shot.openclaw:
            companion.environment.update(stack.enter_context(standin.openclaw(shot.openclaw == "running")))
        notifier = stack.enter_context(notifications.with_buttons()) if shot.notified else None
        stack.enter_context(companion)
        window = wait_for("the window shows", companion.main_window)
        if shot.signed_in:
            wait_for("the account is online", lambda: companion.state() == "Online")
        hand = Hand(companion)

        def lists():
            return accessible.controls(companion, accessible.LIST)

        gateways = []
        for number, label in enumerate(shot.gateways):
            gateways.append(Gateway(companion.status(), f"gateway-of-a-picture-{number}", label))
            stack.callback(gateways[-1].close)
            if shot.sharers:
                gateways[-1].receive(*shot.sharers)
        subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True)
        press(f"ctrl+{PAGES.index(shot.page) + 1}")
        for what, *words in shot.steps:
            if what == "keys":
                press(*words)
            elif what == "all messages":
                screen.show_all_messages(companion, in_language("Activity", language))
            elif what == "type":
                subprocess.run(["xdotool", "type", *words], check=True)
            elif what == "zalo":
                companion.simulator(*words)
            elif what == "stored":
                wait_for("the row is there", lambda: change_store(words[0]))
            elif what == "command":
                subprocess.run([companion.program, *words], env=companion.environment, check=True, capture_output=True)
            elif what == "code":
                wait_for("the code is on the screen", code_on_screen)
            elif what == "answered":
                wait_for("a message was answered", lambda: companion.status()["profiles"][0]["lastOut"])
            elif what == "button":
                press_button(companion, in_language(words[0], language))
            elif what == "sent":
                gateways[0].ask("message.send", **words[0])
            elif what == "choose":
                hand.choose(*[variant for name in words for variant in in_language(name, language)[:1]])
            elif what == "rest":
                hand.rest_on(in_language(words[0], language)[0])
            elif what == "tray":
                hand.open_menu()
            elif what == "hidden":
                press("alt+F4")
                wait_for("the window hides", lambda: not companion.main_window())
            elif what == "listed":
                # Beside the list of pages.
                wait_for("a row is there", lambda: sum(map(bool, map(accessible.rows, lists()))) > 1)
            elif what == "asked":
                wait_for("somebody asks", lambda: companion.status()["pairings"])
            else:
                wait_for(f"the account is {words[0]}", lambda: companion.state() == words[0])

        def read():
            told = notifier.read_text().splitlines() if notifier else []
            return told or hand.entries() or accessible.names(companion)

        for words in shot.shows.split(" | "):
            look_for(in_language(words, language), read)
        capture(None if shot.whole else window, out)


def look_for(variants, read):
    """Waits until what `read` gives holds the words of one of these."""
    seen = []

    def is_there():
        seen[:] = [name.casefold() for name in read()]
        wanted = [[part.casefold() for part in words.split("%1")] for words in variants]
        return any(all(part in name for part in parts) for parts in wanted for name in seen)

    try:
        wait_for(f"“{' or '.join(variants)}” is there to see", is_there, SIGHT)
    except AssertionError as error:
        raise AssertionError(f"{error}; but there is: {', '.join(seen)}") from None


def press_button(companion, variants):
    """The first that shows."""

    def shown():
        return next((name for name in variants if accessible.find(companion, accessible.BUTTON, name)), None)

    screen.press_button(companion, wait_for(f"the button “{' or '.join(variants)}” shows", shown, SIGHT))


def in_language(words, language):
    """As the window says them, in one place or the other; English words are what the others are translated from."""
    found = []
    tree = xml.etree.ElementTree.parse(TRANSLATIONS / f"zalo-companion_{language}.ts")
    for message in tree.iter("message"):
        if (message.findtext("source") or "").replace("&", "").casefold() == words.casefold():
            found.append((message.findtext("translation") or words).replace("&", ""))
    return found or [words]


def change_store(statement):
    """What only a Gateway, or a death of zca, brings about: said in the store, whose rows the window reads anew."""
    file = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "zalo-companion/relay.sqlite"
    with contextlib.closing(sqlite3.connect(file, timeout=10)) as store, store:
        return store.execute(statement).rowcount > 0


def code_on_screen():
    picture = subprocess.run(["import", "-silent", "-window", "root", "png:-"], check=True, capture_output=True)
    return subprocess.run(["zbarimg", "-q", "png:-"], input=picture.stdout, capture_output=True).returncode == 0


def press(*keys):
    subprocess.run(["xdotool", "key", *keys], check=True)


def contact_sheet(folder):
    pictures = sorted(path for path in folder.glob("*.png") if path.name != "sheet.png")
    subprocess.run(
        ["montage", "-label", "%t", *pictures, "-geometry", "430x310+8+8", "-tile", "3x", folder / "sheet.png"], check=True
    )


def main():
    parser = argparse.ArgumentParser(prog="./dev shot")
    parser.add_argument("--all", metavar="DIR", type=pathlib.Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--lang", choices=["vi", "fr", "en"], default="en")
    parser.add_argument("name", nargs="?", choices=SHOTS)
    parser.add_argument("out", nargs="?", type=pathlib.Path)
    wanted = parser.parse_args()
    if wanted.all:
        wanted.all.mkdir(parents=True, exist_ok=True)
        wrong = []
        for name in SHOTS:
            try:
                shoot(name, wanted.all / f"{name}.png", wanted.dark, wanted.lang)
                print(wanted.all / f"{name}.png", flush=True)
            except AssertionError as error:
                wrong.append(f"{name}: {error}")
        contact_sheet(wanted.all)
        if wrong:
            sys.exit("./dev shot: these do not show what they should:\n" + "\n".join(wrong))
    elif wanted.name and wanted.out:
        shoot(wanted.name, wanted.out, wanted.dark, wanted.lang)
    else:
        parser.error("NAME OUT.png, or --all DIR, or --list")


if __name__ == "__main__":
    sys.exit(main())
