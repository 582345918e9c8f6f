// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The wizard of `channels add`, typed on a terminal, from an OpenClaw without this channel to one that answers.

import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, describe, test } from "node:test";
import { scanTerminal } from "./terminal-qr.js";
import { KEYS, TerminalSession } from "./terminal-session.js";
import { waitFor } from "./wait-for.js";
import { World } from "./world.js";

const BAO = "Trần Quốc Bảo";
const STRANGER = "391000000000000031";

describe("the wizard on a terminal", { concurrency: 1 }, () => {
    let world;
    let session;

    before(async () => {
        world = new World();
        await world.prepare();
        const { channels: _, ...config } = world.gateway.config;
        fs.writeFileSync(world.gateway.configFile, JSON.stringify(config, null, 2));
        await world.companion.start();
        await world.gateway.start();
    });
    after(async () => {
        await session?.stop();
        await world.close();
    });

    /** One key, when the program has shown what it is for. */
    const answer = async (question, ...keys) => {
        await session.sees(question);
        session.type(...keys);
    };

    test("from nothing to a login, with a contact and a group out of Zalo's lists", async (t) => {
        session = new TerminalSession(world.programs.node, [world.programs.openclaw, "channels", "add", "--channel", "zalouser"], world.terminal);
        await answer("Log in to Zalo now, with a QR code that you scan with the phone?", KEYS.enter);
        await session.sees("Scan this QR code");
        assert.equal(await scanTerminal(session.output, world.root), await world.sim.ctl("get", "qr-payload"));
        await world.sim.ctl("scan", BAO);
        await session.sees(`Scanned by ${BAO}`);
        await world.sim.ctl("confirm");
        await session.sees(`Logged in as ${BAO}`);
        await answer("Who may write to the agent?", KEYS.down, KEYS.enter);
        await answer("Which contacts may write to the agent?", KEYS.tab, KEYS.enter);
        await answer("In which groups may the agent answer?", KEYS.down, KEYS.enter);
        await answer("Which groups?", KEYS.tab, KEYS.enter);
        await answer("answer only when mentioned", KEYS.enter);
        await answer("Set up administration from your own chat account?", KEYS.enter);
        await session.sees("Channels updated.");
        assert.equal(await session.ended, 0, session.text.slice(-3000));
        t.diagnostic(`\n$ openclaw channels add --channel zalouser\n${session.transcript}`);
    });

    test("the answers are what is written, and nothing else", () => {
        const { allowFrom, groups, ...rest } = world.gateway.config.channels.zalouser;
        assert.deepEqual(rest, { enabled: true, dmPolicy: "allowlist", groupPolicy: "allowlist" });
        assert.equal(allowFrom.length, 1);
        assert.deepEqual(Object.values(groups), [{ enabled: true, requireMention: true }]);
    });

    test("it works: the contact is answered, a stranger is not", async (t) => {
        // It was connected before, too: by the rules of an empty configuration.
        const isAdopted = () => /hot reload applied \(channels\.zalouser[^]*connected to Zalo Companion/.test(world.gateway.process.output);
        await waitFor("the wizard's configuration", isAdopted, { seen: () => world.gateway.process.output.slice(-3000) });
        await world.sim.ctl("wait", "listener");
        const [friend] = world.gateway.config.channels.zalouser.allowFrom;
        await world.sim.inject({ threadId: STRANGER, content: "T-1 cho hỏi" });
        await world.sim.inject({ threadId: friend, content: "T-2 chào" });
        await world.answered(friend, "re: T-2");
        assert.deepEqual(world.model.asked, ["T-2"]);
        const { line } = await world.gateway.probe();
        t.diagnostic(`\n$ openclaw channels status --probe\n${line}`);
        assert.match(line, /linked, running, connected.*health:Online, works/);
    });
});
