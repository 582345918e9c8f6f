// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "commands.h"

namespace zalo::sim {

namespace {

const OptionSpec json { "-j, --json", "JSON output" };
const OptionSpec toGroup { "-g, --group", "Send to group" };
const OptionSpec caption { "-m, --message <message>", "Caption" };

} // namespace

const QList<CommandSpec>& commandSpecs()
{
    static const QList<CommandSpec> specs {
        { "",
          "",
          "",
          "Open-source zca-cli compatible wrapper powered by zca-js",
          { { "-V, --version", "output the version number" },
            { "-p, --profile <name>", "Profile name" },
            { "--debug", "Enable debug logging", true },
            { "--debug-file <path>", "Debug log file path", true } },
          true },

        { "account", "", "", "Multi-account profile management", {}, true },
        { "account list", "ls", "", "List all account profiles", {} },
        { "account current", "whoami", "", "Show current active profile", {} },
        { "account switch", "use", "<name>", "Set default profile", {} },
        { "account add", "new", "[name]", "Create a new profile", {} },
        { "account label", "", "<name> <label>", "Set label for profile", {} },
        { "account remove", "rm", "<name>", "Remove profile", {} },

        { "auth", "", "", "Authentication and local cache", {}, true },
        { "auth login",
          "",
          "",
          "Login with QR code",
          { { "-q, --qr-path <path>", "Save QR image path", true },
            { "--open-qr", "Open QR image in default viewer (or set OPENZCA_QR_OPEN=1)", true },
            { "--qr-base64",
              "Output QR code as data URL and return immediately (integration mode)" } } },
        { "auth login-cred", "login-creds", "[file]", "Login using credential JSON file", {} },
        { "auth logout", "", "", "Remove saved credentials from active profile", {} },
        { "auth status", "", "", "Show login status", {} },
        { "auth cache-refresh", "", "", "Refresh friends/groups cache", {} },
        { "auth cache-info", "", "", "Show cache metadata", {} },
        { "auth cache-clear", "", "", "Clear local cache", {} },

        { "db", "", "", "Profile-scoped SQLite message database", {}, true },

        { "msg", "", "", "Messaging commands", {}, true },
        { "msg send",
          "",
          "<threadId> <message>",
          "Send text message with formatting (**bold** *italic* __bold__ ~~strike~~ "
          "{underline}text{/underline} {red}color{/red} {big}size{/big} lists indents). Group "
          "sends also resolve unique @Name/@userId mentions.",
          { toGroup,
            { "--raw", "Send raw text without parsing formatting markers" },
            { "--reply-id <id>", "Reply using a stored DB message id/msgId/cliMsgId" },
            { "--reply-message <json>", "Reply using a raw message.data JSON object" } } },
        { "msg image",
          "",
          "<threadId> [file]",
          "Send image(s) from file or URL",
          { { "-u, --url <url>", "Image URL (repeatable) (default: [])" }, caption, toGroup } },
        { "msg video",
          "",
          "<threadId> [file]",
          "Send video(s) from file or URL",
          { { "-u, --url <url>", "Video URL (repeatable) (default: [])" },
            caption,
            { "--thumbnail <pathOrUrl>", "Thumbnail image path or URL (optional)" },
            toGroup } },
        { "msg voice",
          "",
          "<threadId> [file]",
          "Send voice message from file or URL",
          { { "-u, --url <url>", "Voice URL (repeatable) (default: [])" }, toGroup } },
        { "msg link", "", "<threadId> <url>", "Send link", { toGroup } },
        { "msg typing",
          "",
          "<threadId>",
          "Send typing event",
          { { "-g, --group", "Typing in group" } } },
        { "msg upload",
          "",
          "<arg1> [arg2]",
          "Upload and send file(s)",
          { { "-u, --url <url>", "File URL (repeatable) (default: [])" },
            { "-g, --group", "Upload in group" } } },
        { "msg recent",
          "",
          "<threadId>",
          "List recent messages (group uses direct history API when available)",
          { { "-g, --group", "List recent messages for group thread" },
            { "-n, --count <count>", "Number of messages (default: \"20\")" },
            { "--source <source>", "Message source: live, db, or auto (default: \"live\")" },
            json } },

        { "group", "", "", "Group management", {}, true },
        { "group list", "", "", "List groups", { json } },
        { "group info", "", "<groupId>", "Get group info", {} },
        { "group members", "", "<groupId>", "List group members", { json } },

        { "friend", "", "", "Friend management", {}, true },
        { "friend list", "", "", "List all friends", { json } },
        { "friend find", "", "<query>", "Find user by phone/username/name", { json } },
        { "friend online", "", "", "List online friends", { json } },

        { "me", "", "", "Profile/account commands", {}, true },
        { "me info", "", "", "Get account info", { json } },
        { "me id", "", "", "Get own user ID", {} },

        { "listen",
          "",
          "",
          "Listen for real-time incoming messages",
          { { "-e, --echo", "Echo incoming text message" },
            { "-p, --prefix <prefix>", "Only process text starting with prefix" },
            { "-w, --webhook <url>", "POST message payload to webhook" },
            { "-r, --raw", "Output JSON line payload" },
            { "--db", "Force DB persistence for this listener session", true },
            { "--no-db", "Disable DB persistence for this listener session", true },
            { "-k, --keep-alive", "Auto restart listener on disconnect" },
            { "--supervised",
              "Supervisor mode (disable internal retry ownership; emit lifecycle events in --raw)",
              true },
            { "--heartbeat-ms <ms>",
              "Lifecycle heartbeat interval in --supervised mode (default: 30000, 0 disables)",
              true },
            { "--recycle-ms <ms>",
              "Force recycle listener after N ms (or use OPENZCA_LISTEN_RECYCLE_MS)", true } } },
    };
    return specs;
}

} // namespace zalo::sim
