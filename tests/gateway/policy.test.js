// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Who may speak to the agent, on one running Gateway whose configuration changes: what the model was asked, and what was reported to the companion.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { connectToCompanion } from "../../extensions/zalouser/src/bridge/connect.js";
import { waitFor } from "./wait-for.js";
import { World } from "./world.js";

const STRANGER = "391000000000000042";

describe("the policy on a real Gateway", () => {
    let world;
    let bridge;
    let family;
    let friends;
    let marker = 0;

    before(async () => {
        world = new World();
        await world.running({ dmPolicy: "disabled" });
        // The companion's own list of what became of each message, asked as this Gateway's command line may ask.
        /** @type {Parameters<typeof connectToCompanion>[0]} */
        const options = { path: `${world.terminal.XDG_RUNTIME_DIR}/zalo-companion/bridge.sock`, stateDir: world.gateway.folder, role: "cli", plugin: "test" };
        bridge = (await connectToCompanion(options)).channel;
        family = (await bridge.call("groups.list", { query: "gia đình" })).items[0].groupId;
        friends = (await bridge.call("friends.list", { limit: 500 })).items;
    });
    after(async () => {
        bridge?.close();
        await world.close();
    });

    /** Writes the channel's section and waits until the Gateway has adopted it. */
    const configure = async (channel) => {
        const connections = () => world.gateway.process.output.split("connected to Zalo Companion").length;
        const before = connections();
        world.gateway.configure({ channels: { zalouser: { enabled: true, ...channel } } });
        await waitFor("the new configuration", () => connections() > before, { seen: () => world.gateway.process.output.slice(-3000) });
    };

    /** Somebody writes; gives what became of it: the outcome, its reason's code, and whether the model was asked. */
    const write = async (message) => {
        const mark = `T-${++marker}`;
        const msgId = await world.sim.inject({ ...message, content: message.content ?? `${mark} cho hỏi` });
        const { outcome, code } = await waitFor(`the outcome of ${mark}`, async () => (await bridge.call("activity.list", { limit: 20 })).items.find((item) => item.messageId === msgId && item.outcome), { seen: () => world.seen() });
        if (outcome === "dispatched" && !message.content) await world.answered(message.threadId, `re: ${mark}`);
        return [outcome, code, world.model.asked.includes(mark)];
    };
    const dropped = (code) => ["dropped", code, false];
    const ANSWERED = ["dispatched", undefined, true];
    const inGroup = (more) => ({ threadId: family, senderId: STRANGER, senderName: "Lan", isGroup: true, mentionMe: true, ...more });

    test("dmPolicy disabled: nobody, and nothing is sent", async () => {
        assert.deepEqual(await write({ threadId: STRANGER }), dropped("directOff"));
    });

    test("dmPolicy allowlist: who is in allowFrom, by id or by a name that only one friend has", async () => {
        const names = friends.map(({ displayName }) => displayName);
        const lan = friends.find(({ displayName }) => names.filter((name) => name === displayName).length === 1);
        const shared = friends.find(({ displayName }) => names.filter((name) => name === displayName).length > 1);
        const third = friends.find(({ userId, displayName }) => userId !== lan.userId && displayName !== shared.displayName);
        await configure({ dmPolicy: "allowlist", allowFrom: [third.userId, `zalouser:${lan.displayName}`, shared.displayName] });
        for (const { userId } of [lan, third]) assert.deepEqual(await write({ threadId: userId }), ANSWERED);
        for (const userId of [STRANGER, shared.userId]) assert.deepEqual(await write({ threadId: userId }), dropped("senderNotAllowed"));
        const { output } = world.gateway.process;
        assert.ok(output.includes(`allowFrom, entry 2: a name was resolved to id ${lan.userId}`), output.slice(-3000));
        assert.match(output, /allowFrom, entry 3: \d+ in Zalo's list share this name, so it matches nobody/);
        assert.ok(!output.includes(lan.displayName) && !output.includes(shared.displayName), "no name is in the log");
    });

    test("groups: by default none", async () => {
        assert.deepEqual(await write(inGroup()), dropped("noGroupAllowed"));
    });

    test("dmPolicy open, groupPolicy disabled", async () => {
        await configure({ dmPolicy: "open", allowFrom: ["*"], groupPolicy: "disabled" });
        assert.deepEqual(await write({ threadId: STRANGER }), ANSWERED);
        assert.deepEqual(await write(inGroup()), dropped("groupsOff"));
    });

    test("a listed group: with a real mention only, and commands from their owner only", async () => {
        await configure({ dmPolicy: "pairing", groupPolicy: "allowlist", groups: { "Gia đình": { enabled: true } } });
        assert.deepEqual(await write(inGroup()), ANSWERED);
        assert.deepEqual(await write(inGroup({ mentionMe: false })), dropped("noMention"));
        assert.deepEqual(await write(inGroup({ mentionMe: false, kind: "sticker" })), dropped("noMention"));
        assert.deepEqual(await write(inGroup({ content: "/status" })), dropped("commandNotAllowed"));
    });

    test("a group without the need of a mention, another switched off, and a sender who may not", async () => {
        await configure({ groupPolicy: "open", groupAllowFrom: [STRANGER], groups: { [family]: { requireMention: false } } });
        assert.deepEqual(await write(inGroup({ mentionMe: false })), ANSWERED);
        assert.deepEqual(await write(inGroup({ senderId: friends[0].userId })), dropped("groupSenderNotAllowed"));
        await configure({ groupPolicy: "open", groups: { [family]: { enabled: false } } });
        assert.deepEqual(await write(inGroup()), dropped("groupDisabled"));
    });

    test("a command of who may give it is answered", async () => {
        await configure({ allowFrom: [STRANGER], groups: { "*": {} } });
        const before = (await world.sim.textsTo(family)).length;
        assert.deepEqual((await write(inGroup({ content: "/status" })))[0], "dispatched");
        await waitFor("the status", async () => (await world.sim.textsTo(family)).length > before, { seen: () => world.seen() });
    });

    test("pairing: a code that Zalo refused goes out with the next message, once", async () => {
        const other = "391000000000000043";
        const codes = async () => (await world.sim.textsTo(other)).filter((text) => text.includes("openclaw pairing approve zalouser")).length;
        await configure({ dmPolicy: "pairing" });
        await world.sim.ctl("set", "refuse=Không thể gửi tin nhắn@msg.send@once");
        assert.deepEqual(await write({ threadId: other }), dropped("pairingCodeNotSent"));
        assert.equal(await codes(), 0);
        for (let i = 0; i < 2; ++i) {
            assert.deepEqual(await write({ threadId: other }), dropped("pairingPending"));
            assert.equal(await codes(), 1);
        }
    });

    test("a hostile name turns nothing around it in the Gateway's list of who waits", async () => {
        const other = "391000000000000044";
        assert.deepEqual(await write({ threadId: other, senderName: "Lan\u202egpj.\u200bexe\u001b[2J\u0007" }), dropped("pairingPending"));
        const { requests } = await world.gateway.call("channels.pairing.list", { channel: "zalouser" });
        assert.deepEqual(requests.filter(({ senderId }) => senderId === other).map(({ metadata }) => metadata?.name), ["Langpj.exe[2J"]);
        assert.doesNotMatch(world.gateway.process.output, /\u202e|\u200b|\u0007/);
    });

    test("a turn that breaks is a line in the log, is tried again, and in the end told as failed, with its reason", async () => {
        // A Gateway in which something that the plugin needs is missing: for all five attempts at one message, and for two at the next.
        const file = path.join(world.gateway.folder, "extensions/zalouser/src/host-differences.js");
        const whole = fs.readFileSync(file, "utf8");
        fs.writeFileSync(file, whole.replace("    const ingress =", '    if ((globalThis.turnsToBreak ??= 7) && globalThis.turnsToBreak-- > 0) throw new Error("resolveStable is not a function");\n    const ingress ='));
        assert.notEqual(fs.readFileSync(file, "utf8"), whole);
        world.gateway.configure({ channels: { zalouser: { enabled: true, dmPolicy: "open", allowFrom: ["*"] } } });
        await world.gateway.stop();
        await world.gateway.start();
        await world.gateway.connected();
        assert.deepEqual(await write({ threadId: STRANGER }), ["failed", "turnFailed", false]);
        assert.deepEqual(await write({ threadId: "391000000000000045" }), ANSWERED);
        const lines = world.gateway.process.output.match(/a message could not be handled \(attempt \d of 5\): resolveStable is not a function/g);
        assert.deepEqual(lines.map((line) => /\d/.exec(line)[0]), ["1", "2", "3", "4", "5", "1", "2"]);
    });
});
