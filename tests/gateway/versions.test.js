// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The older versions of OpenClaw that people run: each does what a first day needs. Everything else is tested on the newest.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { waitFor } from "./wait-for.js";
import { World } from "./world.js";

const STRANGER = "391000000000000091";
const FOLDERS = (process.env.OPENCLAW_OTHER_DIRS ?? "").split(":").filter(Boolean);

/** By version: what was typed there. */
const typed = {};

test("the older versions are installed", () => {
    assert.notDeepEqual(FOLDERS, [], "OPENCLAW_OTHER_DIRS is needed; ./dev test gateway sets it");
});

for (const folder of FOLDERS) {
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, "node_modules/openclaw/package.json"), "utf8"));

    describe(`OpenClaw ${version}`, { concurrency: 1 }, () => {
        let world;
        let asked; // the id of a message that was answered

        before(async () => {
            world = new World({ openclaw: folder });
            await world.prepare({ groups: { 772: { allow: true } } });
            await world.gateway.ok("doctor", "--fix", "--non-interactive");
            await world.companion.start();
            await world.gateway.start();
            await world.gateway.connected();
        });
        after(() => world.close());

        test("a key of the zca era was moved by doctor --fix", () => {
            assert.deepEqual(world.gateway.config.channels.zalouser.groups, { 772: { enabled: true } });
        });

        test("login on the command line", async () => {
            const login = world.gateway.begin("channels", "login", "--channel", "zalouser");
            await waitFor("the QR code", () => !login.running || login.stdout.includes("The picture is also here: "), { seen: () => login.output });
            await world.sim.ctl("scan");
            await world.sim.ctl("confirm");
            const { status, output } = await login.ended;
            world.gateway.typed.push(["openclaw channels login --channel zalouser", status]);
            assert.equal(status, 0, output);
            assert.match(output, /Logged in as /);
            await world.sim.ctl("wait", "listener");
        });

        test("pairing, and the message in and its answer out", async () => {
            await world.sim.inject({ threadId: STRANGER, content: "T-1 ai đó?" });
            const [reply] = await waitFor("the code", async () => {
                const texts = await world.sim.textsTo(STRANGER);
                return texts.length > 0 && texts;
            }, { seen: () => world.seen() });
            const [, code] = /openclaw pairing approve zalouser ([A-Z0-9]+)/.exec(reply) ?? [];
            assert.ok(code, reply);
            await world.gateway.ok("pairing", "approve", "zalouser", code);
            await world.answered(STRANGER, "Your pairing request has been approved. You can write now.");
            asked = await world.sim.inject({ threadId: STRANGER, content: "T-2 cho hỏi" });
            await world.answered(STRANGER, "re: T-2");
            assert.deepEqual(world.model.asked, ["T-2"]);
        });

        test("the agent's tool", async () => {
            assert.equal((await world.gateway.tool({ action: "status" })).authenticated, true);
            assert.equal((await world.gateway.tool({ action: "send", threadId: STRANGER, message: "từ công cụ" })).success, true);
            assert.ok((await world.sim.textsTo(STRANGER)).includes("từ công cụ"));
        });

        test("a quote, a reaction, and what was said", async () => {
            const message = (action, ...more) => world.gateway.ok("message", action, "--channel", "zalouser", "--target", STRANGER, ...more);
            await message("send", "--message", "dạ đây", "--reply-to", asked);
            assert.equal((await world.sim.outbox()).at(-1).quote?.msgId, asked);
            await message("react", "--message-id", asked, "--emoji", "👍");
            assert.deepEqual((({ kind, target }) => [kind, target])((await world.sim.outbox()).at(-1)), ["react", asked]);
            const { payload } = JSON.parse((await message("read", "--limit", "2", "--json")).stdout);
            assert.deepEqual(payload.messages.map(({ text }) => text), ["dạ đây", "từ công cụ"]);
        });

        test("message send, and logout", async () => {
            await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", STRANGER, "--message", "từ dòng lệnh");
            assert.ok((await world.sim.textsTo(STRANGER)).includes("từ dòng lệnh"));
            await world.gateway.ok("channels", "logout", "--channel", "zalouser");
            await world.companion.until("the logout", ({ session }) => session.state === "NeedsLogin");
            assert.doesNotMatch(world.gateway.process.output, /could not be handled/);
            typed[version] = world.gateway.typed;
        });
    });
}

test("the table of the versions: each command ended well on each", (t) => {
    const shown = (command) => command.replace(/\S*\/extensions\/zalouser/, "./extensions/zalouser").replace(/approve zalouser \S+/, "approve zalouser CODE").replace(/(--reply-to|--message-id) \d+/, "$1 ID");
    const tables = Object.entries(typed).map(([version, commands]) => [version, ...commands.map(([command, status]) => `${status === 0 ? "works" : `ended with ${status}`}: ${shown(command)}`)]);
    t.diagnostic(`\n${tables.map((lines) => lines.join("\n  ")).join("\n")}`);
    const [first, ...others] = tables.map(([, ...lines]) => lines);
    assert.equal(tables.length, FOLDERS.length);
    assert.ok(first.every((line) => line.startsWith("works: ")));
    for (const lines of others) assert.deepEqual(lines, first);
});
