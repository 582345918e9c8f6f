# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""What `./dev shot` can show: each page in each state that matters, on simulator data."""

from dataclasses import dataclass, field

# As the window lists them: Ctrl+1 is the first.
PAGES = ["overview", "login", "contacts", "activity", "gateway", "settings"]


@dataclass
class Shot:
    page: str
    # English words that stand on it, without which it is a picture of something else; several apart by " | ".
    shows: str
    signed_in: bool = True  # the account is connected before the page is opened
    risk_accepted: bool = True
    zca: str = ""  # another program than the simulator
    openclaw: str = ""  # "running" or "stopped": one is on this machine, and its Gateway runs or not (standin.py)
    gateways: list = field(default_factory=list)  # labels of those that come; the first is let in (bridge.py)
    sharers: list = field(default_factory=list)  # accounts of that Gateway that have the same profile
    paused: bool = False  # somebody paused the bot before
    whole: bool = False  # all that is on the screen instead of the window
    notified: bool = False  # notifications show, with their buttons
    demo: bool = False  # runs as the demo, which has its own simulator and Gateway
    # What happens then: ("keys", …) pressed, ("type", text) written, ("zalo", …) as `zca-sim ctl …`,
    # ("state", NAME) and ("answered",) and ("asked",) and ("listed",) waited for, ("all messages",) gone to,
    # ("command", …) as `zalo-companion …`, ("button", English words) pressed, ("tray",) its menu opened, ("rest", entry) the mouse on one
    # of it, ("choose", entries…) clicked in it, ("hidden",) the window closed, ("sent", {…}) asked by the
    # first Gateway (message.send), ("stored", SQL) said in the store.
    steps: list = field(default_factory=list)


BEGIN = [("keys", "Tab", "space")]
ACCOUNTS = [("command", "profiles", "add", "Shop Hà Nội"), ("command", "profiles", "rename", "default", "Mẹ Lan")]
CODE = [*BEGIN, ("zalo", "wait", "qr")]
# The first time it is asked for again: a program that has just ended may have been it.
TAKEN = [("zalo", "kick", "3000"), ("state", "Reconnecting"), ("state", "Online")]
FIND = [("keys", "ctrl+f")]
# The demo's phone scans and confirms; its Gateway answers.
ANSWERED = [*BEGIN, ("code",), ("keys", "space"), ("state", "Online"), ("answered",)]
MESSAGES = [
    ("zalo", "inject", '{"senderId":"365333052772575247","content":"Shop ơi, còn áo size M không ạ?"}'),
    ("zalo", "inject", '{"senderId":"365333052772575247","kind":"photo","content":""}'),
    ("zalo", "inject", '{"senderId":"365333052772575247","content":"Cho mình hỏi giá ship về Đà Nẵng với."}'),
]
ALL_MESSAGES = [("all messages",), *FIND]
# The first conversation: from the search past the filter into the list.
CHOOSE_CHAT = [*FIND, ("keys", "Tab", "Tab", "Down")]
# Past the details and the switch.
TAKE_OVER = [("keys", "Tab", "Tab", "Tab", "space")]

GROUP_MESSAGE = (
    "zalo",
    "inject",
    '{"threadId":"772797855570859122","isGroup":true,"senderId":"365333052772575247","senderName":"Nguyễn Đức","content":"Tối nay mấy giờ mình họp vậy?"}',
)


def ended(outcome, reason):
    """The Gateway's end of the last message that came."""
    return (
        "stored",
        f"UPDATE inbound SET state = 'taken', taken_ms = received_ms, outcome = '{outcome}', outcome_reason = '{reason}'"
        " WHERE state = 'waiting' AND seq = (SELECT max(seq) FROM inbound)",
    )


# zca died over it.
UNCERTAIN = (
    "stored",
    "INSERT INTO outbound (owner, key, profile, account, thread_id, is_group, kind, created_ms, deadline_ms, finished_ms,"
    " state, error_kind) SELECT 'local', 'k', profile, account, thread_id, is_group, 'text', received_ms + 1, received_ms + 1,"
    " received_ms + 2, 'uncertain', 'Uncertain' FROM inbound WHERE seq = (SELECT max(seq) FROM inbound)",
)
DEAD = (
    "stored",
    "UPDATE inbound SET state = 'dead', attempts = 5, error_kind = 'GatewayRefused', error_detail = 'no such account' WHERE state = 'waiting'",
)
EXPIRED = ("stored", "UPDATE inbound SET state = 'expired' WHERE state = 'waiting'")
# Zalo says that it is too much.
TOO_MUCH = [
    ("zalo", "set", "rate-limit=msg.send@once"),
    ("sent", {"threadId": "365333052772575247", "isGroup": False, "key": "k", "text": "Dạ còn ạ."}),
]
SHOP_PC = ["OpenClaw · shop-pc"]
FIRST_ROW = [*ALL_MESSAGES, ("listed",), ("keys", "Tab", "Tab", "Tab", "Home")]

SHOTS = {
    "overview-no-account": Shot("overview", "No Zalo account is set up yet", signed_in=False),
    "overview-no-zca": Shot("overview", "The program zca is missing", signed_in=False, zca="/nonexistent/zca"),
    "overview-online": Shot("overview", "No Gateway is set up yet", steps=MESSAGES),
    "overview-accounts": Shot("overview", "Mẹ Lan", steps=ACCOUNTS),
    "overview-kicked": Shot("overview", "Zalo was opened elsewhere", steps=[("zalo", "kick", "3003"), ("state", "Kicked")]),
    "overview-duplicate": Shot("overview", "Another program uses this login", steps=[*TAKEN, ("zalo", "kick", "3000"), ("state", "Duplicate")]),
    "overview-history": Shot(
        "overview", "What happened",
        steps=[
            ("zalo", "drop"),
            ("state", "Reconnecting"),
            ("state", "Online"),
            ("zalo", "kick", "3003"),
            ("state", "Kicked"),
            # From a button of the page: it scrolls to its end.
            ("keys", "Tab", "Tab", "Tab", "Next", "Next"),
        ],
    ),
    "overview-expired": Shot("overview", "The login has expired", steps=[("zalo", "cookie-expire", "closed"), ("state", "Expired")]),
    "overview-offline": Shot("overview", "Zalo cannot be reached", steps=[("zalo", "net", "off"), ("state", "Offline")]),
    "overview-waiting": Shot("overview", "Resume", paused=True, steps=[*MESSAGES, GROUP_MESSAGE]),
    "overview-failed": Shot("overview", "Show messages…", steps=[MESSAGES[0], ended("failed", "turnFailed\nthe model is away"), MESSAGES[2]]),
    "activity-only-failed": Shot(
        "overview", "Show all",
        steps=[MESSAGES[0], ended("failed", "turnFailed\nthe model is away"), MESSAGES[2], ("keys", "ctrl+1", "Tab", "Tab", "Tab", "space")],
    ),
    "login-start": Shot("login", "Show the QR code", signed_in=False),
    "login-risk": Shot("login", "I understand, continue", signed_in=False, risk_accepted=False, steps=BEGIN),
    "login-code": Shot("login", "Copy the image of the QR code", signed_in=False, steps=CODE),
    "login-scanned": Shot("login", "Now tap “Log in” on your phone.", signed_in=False, steps=[*CODE, ("zalo", "scan")]),
    "login-declined": Shot("login", "The login was declined", signed_in=False, steps=[*CODE, ("zalo", "scan"), ("zalo", "decline")]),
    "login-done": Shot("login", "Show the overview", signed_in=False, steps=[*CODE, ("zalo", "scan"), ("zalo", "confirm"), ("state", "Online")]),
    "login-no-zca": Shot("login", "Try again", signed_in=False, zca="/nonexistent/zca", steps=BEGIN),
    "login-signed-in": Shot("login", "This account is logged in here."),
    "login-accounts": Shot("login", "This account is logged in here.", steps=ACCOUNTS),
    "login-other-person": Shot(
        "login", "Use this account",
        steps=[
            *CODE,
            ("zalo", "scan", "Trần Quốc Bảo"),
            ("zalo", "confirm"),
            ("state", "LoggingIn"),
        ],
    ),
    "contacts": Shot("contacts", "Friends"),
    "contacts-friend": Shot("contacts", "Copy ID", steps=[*FIND, ("type", "nguyen duc"), ("keys", "Down")]),
    "contacts-group": Shot("contacts", "Copy ID", steps=[*FIND, ("type", "ban hang"), ("keys", "Down")]),
    "contacts-nothing": Shot("contacts", "No matches for “%1”.", steps=[*FIND, ("type", "xyzzy")]),
    "activity-nothing": Shot("activity", "Choose a conversation to read it."),
    "conversations": Shot("overview", "Take over for 1 hour", steps=[*MESSAGES, ("keys", "ctrl+4"), *CHOOSE_CHAT]),
    "conversations-taken-over": Shot(
        "overview", "Answer in Zalo on your phone. The bot goes on by itself.", steps=[*MESSAGES, ("keys", "ctrl+4"), *CHOOSE_CHAT, *TAKE_OVER]
    ),
    "conversations-waiting": Shot(
        "overview", "Search the conversations | the bot is paused", paused=True, steps=[*MESSAGES, GROUP_MESSAGE, ("choose", "Who is waiting…")]
    ),
    "activity": Shot(
        "overview", "Copy details",
        steps=[
            *MESSAGES,
            ("zalo", "kick", "3003"),
            ("state", "Kicked"),
            ("keys", "ctrl+4"),
            *ALL_MESSAGES,
            ("keys", "Tab", "Tab", "Tab", "Down", "Down"),
        ],
    ),
    "activity-dropped": Shot("overview", "Answer without a mention…", steps=[GROUP_MESSAGE, ended("dropped", "noMention\n"), *FIRST_ROW]),
    "activity-stranger": Shot("overview", "Allow this person…", steps=[MESSAGES[0], ended("dropped", "senderNotAllowed\n"), *FIRST_ROW]),
    "activity-failed": Shot("overview", "Hand to the bot again", steps=[MESSAGES[0], ended("failed", "turnFailed\nthe model is away"), *FIRST_ROW]),
    "activity-uncertain": Shot("overview", "It arrived", steps=[MESSAGES[0], UNCERTAIN, *FIRST_ROW]),
    "activity-waiting": Shot("overview", "Discard", steps=[MESSAGES[0], *FIRST_ROW]),
    "activity-dead": Shot("overview", "Deliver anyway", steps=[MESSAGES[0], DEAD, *FIRST_ROW]),
    "activity-expired": Shot("overview", "Deliver anyway", steps=[MESSAGES[0], EXPIRED, *FIRST_ROW]),
    "overview-cool-down": Shot("overview", "Resume sending now…", gateways=SHOP_PC, steps=TOO_MUCH),
    "gateway-running": Shot("gateway", "Open Control UI", openclaw="running", gateways=["OpenClaw · shop-pc"]),
    "gateway-not-connected": Shot("gateway", "Open Control UI", openclaw="running"),
    "gateway-stopped": Shot("gateway", "Start Gateway", openclaw="stopped"),
    "gateway-pending": Shot("gateway", "Approve", openclaw="running", gateways=["OpenClaw · shop-pc", "OpenClaw · nas"]),
    "gateway-none": Shot("gateway", "Check again"),
    "overview-gateway-pending": Shot("overview", "Approve", gateways=["OpenClaw · shop-pc", "OpenClaw · nas"]),
    "overview-gateway-shared-profile": Shot(
        "overview",
        "Only the first of them gets its messages, and after a restart that may be another one. Give each account a profile of its own in the"
        " Gateway's configuration (channels.zalouser.accounts).",
        gateways=["OpenClaw · shop-pc"],
        sharers=["default", "shop"],
    ),
    "overview-gateway-stopped": Shot("overview", "Start Gateway…", openclaw="stopped"),
    "demo-code": Shot("login", "Copy the image of the QR code", signed_in=False, demo=True, steps=[*BEGIN, ("code",)]),
    "demo-overview": Shot("login", "Connected to Zalo", signed_in=False, demo=True, steps=[*ANSWERED, ("keys", "ctrl+1")]),
    "demo-activity": Shot(
        "login", "Take over for 1 hour", signed_in=False, demo=True, steps=[*ANSWERED, ("keys", "ctrl+4"), *CHOOSE_CHAT]
    ),
    "demo-pairing": Shot(
        "login", "Approve", signed_in=False, demo=True, steps=[*ANSWERED, ("asked",), ("keys", "ctrl+1")]
    ),
    "dialog-add-account": Shot(
        "overview", "What do you call this account? Its QR code comes next.", steps=[("button", "Accounts"), ("keys", "Up", "Return")]
    ),
    "dialog-remove-account": Shot(
        "overview", "Keep its messages", steps=[*ACCOUNTS, ("button", "Accounts"), ("keys", "Down", "Down", "Return")]
    ),
    "dialog-cool-down": Shot(
        "overview", "Resume sending now?", gateways=SHOP_PC, steps=[*TOO_MUCH, ("button", "Resume sending now…")]
    ),
    "dialog-set-up": Shot("overview", "Set up OpenClaw", steps=[("button", "Set up OpenClaw…")]),
    "dialog-send-again": Shot(
        "overview", "This message may have reached %1 already. Look in Zalo first. Send it again?",
        steps=[MESSAGES[0], UNCERTAIN, *FIRST_ROW, ("button", "Send again…")],
    ),
    "dialog-discard": Shot("overview", "Discard message", steps=[MESSAGES[0], *FIRST_ROW, ("button", "Discard")]),
    "dialog-stop-gateway": Shot(
        "gateway", "Stop the Gateway?", openclaw="running", gateways=SHOP_PC, steps=[("button", "Stop")]
    ),
    "dialog-delete-data": Shot(
        "settings", "Your settings stay. So does the login to Zalo, which zca keeps: log out first to end it too.",
        steps=[("button", "Delete all data…")],
    ),
    "tray-menu": Shot("overview", "Contacts… | Quit", whole=True, steps=[*MESSAGES, ("hidden",), ("tray",)]),
    "tray-menu-paused": Shot("overview", "Resume | Quit", whole=True, paused=True, steps=[*MESSAGES, ("hidden",), ("tray",)]),
    "tray-menu-chats": Shot(
        "overview", "Phạm Văn Tâm 🌸", whole=True, steps=[*MESSAGES, GROUP_MESSAGE, ("hidden",), ("tray",), ("rest", "Pause the bot in")]
    ),
    "tray-menu-requests": Shot(
        "login", "Show what they wrote…", signed_in=False, demo=True, whole=True,
        steps=[*ANSWERED, ("asked",), ("hidden",), ("tray",), ("rest", "Waiting for approval")],
    ),
    "notification": Shot(
        "overview", "Zalo was opened elsewhere | Reconnect", whole=True, notified=True,
        steps=[("zalo", "kick", "3003"), ("state", "Kicked")],
    ),
    "notification-pairing": Shot(
        "login", "Approve", signed_in=False, demo=True, whole=True, notified=True, steps=[*ANSWERED, ("asked",), ("keys", "ctrl+1")]
    ),
    "settings": Shot("settings", "Language"),
    "settings-no-zca": Shot("settings", "Language", signed_in=False, zca="/nonexistent/zca"),
}
