// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// A configuration of the time when the channel drove zca by itself: every key that OpenClaw 2026.2 took, as its documentation shows them.

import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, describe, test } from "node:test";
import { connectToCompanion } from "../../extensions/zalouser/src/bridge/connect.js";
import { World } from "./world.js";

const FRIEND = "391000000000000061";

describe("coming from the zca era", { concurrency: 1 }, () => {
    let world;
    let family;

    before(async () => {
        world = new World();
        await world.prepare();
        await world.online();
        const { channel } = await connectToCompanion({ path: `${world.terminal.XDG_RUNTIME_DIR}/zalo-companion/bridge.sock`, stateDir: world.gateway.folder, role: "cli", plugin: "test" });
        family = (await channel.call("groups.list", { query: "gia đình" })).items[0].groupId;
        channel.close();
    });
    after(() => world.close());

    /** Replaces the channel's section: `configure` would merge it. */
    const write = (section) => fs.writeFileSync(world.gateway.configFile, JSON.stringify({ ...world.gateway.config, channels: { zalouser: section } }, null, 2));

    test("the old keys are refused in words that name the way out", async () => {
        write({
            enabled: true,
            name: "Nhà",
            defaultAccount: "default",
            profile: "default",
            dmPolicy: "allowlist",
            allowFrom: [FRIEND, 123456789],
            groupPolicy: "allowlist",
            groups: { [family]: { allow: true, tools: { deny: ["exec"] } }, "Work Chat": { allow: true }, "772000000000000001": { allow: false, enabled: true } },
            messagePrefix: "[zalo]",
            responsePrefix: "bot:",
            markdown: { tables: "code" },
            accounts: { default: { enabled: true, profile: "default" }, work: { enabled: true, profile: "work", groups: { "*": { allow: true } } } },
        });
        const { status, output } = await world.gateway.run("channels", "add", "--channel", "zalouser", "--name", "Nhà");
        assert.notEqual(status, 0);
        assert.match(output, /channels\.zalouser\.groups\.<id>\.allow is called enabled now\. Run: openclaw doctor --fix/);
    });

    test("doctor --fix moves them and leaves everything else as it was", async () => {
        const before = world.gateway.config.channels.zalouser;
        const { output } = await world.gateway.ok("doctor", "--fix", "--non-interactive");
        assert.match(output.replace(/[│\s]+/g, " "), /Moved channels\.zalouser\.groups\.Work Chat\.allow → channels\.zalouser\.groups\.Work Chat\.enabled \(true\)\./);
        const { groups, accounts, ...rest } = world.gateway.config.channels.zalouser;
        const { groups: _, accounts: __, ...expected } = before;
        assert.deepEqual(rest, expected);
        assert.deepEqual(groups, { [family]: { enabled: true, tools: { deny: ["exec"] } }, "Work Chat": { enabled: true }, "772000000000000001": { enabled: false } });
        assert.deepEqual(accounts, { default: { enabled: true, profile: "default" }, work: { enabled: true, profile: "work", groups: { "*": { enabled: true } } } });
    });

    test("a configuration of the official plugin's, with each of its keys, holds as it stands", async () => {
        const before = world.gateway.config.channels.zalouser;
        const account = { name: "Nhà", enabled: true, configWrites: false, mediaMaxMb: 8, markdown: { tables: "bullets" }, profile: "default", dangerouslyAllowNameMatching: false, dmPolicy: "allowlist", allowFrom: [FRIEND, 123456789], historyLimit: 20, groupAllowFrom: [FRIEND], groupPolicy: "allowlist", groups: { [family]: { enabled: true, requireMention: true, tools: { allow: ["read"], alsoAllow: ["web_search"], deny: ["exec"] } } }, messagePrefix: "[zalo]", responsePrefix: "bot:" };
        write({ ...account, accounts: { work: account }, defaultAccount: "work" });
        assert.match((await world.gateway.ok("config", "validate")).output, /Config valid/);
        write(before);
    });

    test("then the Gateway starts, and the keys do what they say", async () => {
        await world.gateway.start();
        await world.gateway.connected();
        await world.sim.ctl("wait", "listener");
        await world.sim.inject({ threadId: FRIEND, content: "T-1 chào" });
        await world.answered(FRIEND, "bot: re: T-1");
        await world.sim.inject({ threadId: family, senderId: FRIEND, isGroup: true, mentionMe: true, content: "T-2 cả nhà" });
        await world.answered(family, "bot: re: T-2");
        assert.match(JSON.stringify(world.model.conversations["T-1"]), /\[zalo\] T-1/);
    });
});
