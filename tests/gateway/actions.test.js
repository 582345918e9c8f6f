// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What can be done with messages besides sending them, from the command line and by the agent.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { connectToCompanion } from "../../extensions/zalouser/src/bridge/connect.js";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const LAN = "391000000000000071";

describe("actions", () => {
    let world;
    let bridge;

    before(async () => {
        world = new World();
        world.hurry();
        await world.running({ ...OPEN, replyToMode: "first" });
        /** @type {Parameters<typeof connectToCompanion>[0]} */
        const options = { path: `${world.terminal.XDG_RUNTIME_DIR}/zalo-companion/bridge.sock`, stateDir: world.gateway.folder, role: "cli", plugin: "test" };
        bridge = (await connectToCompanion(options)).channel;
    });
    after(async () => {
        bridge?.close();
        await world.close();
    });

    const message = (action, ...more) => world.gateway.ok("message", action, "--channel", "zalouser", "--target", LAN, ...more);
    /** The outbox line of this text to a person. */
    const lineOf = async (text) => (await world.sim.outbox()).find((entry) => entry.threadId === LAN && entry.text === text);

    test("an answer quotes the message that asked, and keeps its styles", async () => {
        world.model.answers["T-1"] = "re: T-1 **5k**";
        const asked = await world.sim.inject({ threadId: LAN, content: "T-1 giá bao nhiêu?" });
        await world.answered(LAN, "re: T-1 5k");
        const { quote, styles } = await lineOf("re: T-1 5k");
        assert.deepEqual([quote.msgId, quote.msg, quote.ownerId], [asked, "T-1 giá bao nhiêu?", LAN]);
        assert.deepEqual(styles.filter(({ st }) => st === "b"), [{ start: 8, len: 2, st: "b" }]);
    });

    test("--reply-to quotes that message, and a message that nobody knows costs no text", async () => {
        const asked = await world.sim.inject({ threadId: LAN, content: "T-2 còn hàng không?" });
        await world.answered(LAN, "re: T-2");
        await message("send", "--message", "dạ còn", "--reply-to", asked);
        await message("send", "--message", "dạ vâng", "--reply-to", "4711");
        await waitFor("both answers", async () => (await lineOf("dạ vâng")) !== undefined, { seen: () => world.seen() });
        assert.equal((await lineOf("dạ còn")).quote?.msgId, asked);
        assert.equal((await lineOf("dạ vâng")).quote, undefined);
    });

    const GROUP = "772797855570859122"; // one of the simulator's own
    const done = async (args) => {
        const details = await world.gateway.tool(args);
        assert.ok(details.success, details.error);
        return details;
    };
    const about = async (kind) => (await world.sim.outbox()).filter((entry) => entry.kind === kind);

    test("the agent reacts to the message that asked, by the message tool", async () => {
        world.model.calls["T-3"] = { tool: "message", args: { action: "react", emoji: "👍" } };
        const asked = await world.sim.inject({ threadId: LAN, content: "T-3 cảm ơn nhé" });
        await world.answered(LAN, "re: T-3");
        const [reaction] = await about("react");
        assert.deepEqual([reaction.threadId, reaction.target, reaction.reaction], [LAN, asked, "/-strong"]);
    });

    test("reactions, stickers and what is taken back, from the command line", async () => {
        const asked = await world.sim.inject({ threadId: LAN, content: "T-4 mai gặp" });
        await world.answered(LAN, "re: T-4");
        await message("react", "--message-id", asked, "--emoji", "❤️");
        assert.deepEqual((await about("react")).at(-1).target, asked);
        await world.gateway.ok("message", "sticker", "send", "--channel", "zalouser", "--target", LAN, "--sticker-id", "21978");
        assert.deepEqual((await about("sticker")).map(({ threadId, stickerId }) => [threadId, stickerId]), [[LAN, "21978"]]);

        const toGroup = (action, ...more) => world.gateway.ok("message", action, "--channel", "zalouser", "--target", `group:${GROUP}`, ...more);
        await toGroup("send", "--message", "nhầm");
        const { msgId } = (await world.sim.outbox()).findLast(({ text }) => text === "nhầm");
        await toGroup("edit", "--message-id", msgId, "--message", "đúng");
        assert.deepEqual((await about("undo")).map(({ threadId, target }) => [threadId, target]), [[GROUP, msgId]]);
        assert.equal((await world.sim.outbox()).at(-1).text, "đúng");
        const refused = await world.gateway.run("message", "delete", "--channel", "zalouser", "--target", LAN, "--message-id", "4711");
        assert.notEqual(refused.status, 0);
        assert.match(refused.output, /Zalo cannot be told which message is meant/);
    });

    test("the agent's tool does the same", async () => {
        const asked = await world.sim.inject({ threadId: LAN, content: "T-11 tuyệt" });
        await world.answered(LAN, "re: T-11");
        await done({ action: "react", threadId: LAN, messageId: asked, emoji: "👍" });
        assert.equal((await about("react")).at(-1).target, asked);
        await done({ action: "sticker", threadId: LAN, stickerId: "21979" });
        assert.deepEqual((await about("sticker")).at(-1).stickerId, "21979");
        const { messageId } = await done({ action: "send", threadId: `group:${GROUP}`, message: "lại nhầm" });
        const again = await done({ action: "edit", threadId: `group:${GROUP}`, messageId, message: "**đúng** rồi" });
        assert.deepEqual((({ text, styles }) => [text, styles])((await world.sim.outbox()).at(-1)), ["đúng rồi", [{ start: 0, len: 4, st: "b" }]]);
        await done({ action: "unsend", threadId: `group:${GROUP}`, messageId: again.messageId });
        assert.deepEqual((await about("undo")).slice(-2).map(({ target }) => target), [messageId, again.messageId]);
    });

    test("stickers and contact cards start no turn, and the activity says why", async () => {
        const asked = world.model.asked.length;
        await world.sim.inject({ threadId: LAN, kind: "sticker" });
        await world.sim.inject({ threadId: LAN, kind: "contact", content: "Vũ Thị Mai" });
        await world.sim.inject({ threadId: LAN, content: "T-5 xong" });
        await world.answered(LAN, "re: T-5");
        assert.deepEqual(world.model.asked.slice(asked), ["T-5"]);
        const codes = async () => (await bridge.call("activity.list", { limit: 20 })).items.map(({ code }) => code);
        for (const code of ["onlySticker", "onlyContact"]) await waitFor(code, async () => (await codes()).includes(code), { seen: () => world.seen() });
    });

    test("the conversation is read as it was, both sides of it", async () => {
        const { payload } = JSON.parse((await world.gateway.ok("message", "read", "--channel", "zalouser", "--target", LAN, "--limit", "4", "--json")).stdout);
        const texts = payload.messages.map(({ from, text }) => [from === "me", text]);
        assert.deepEqual(texts, [[true, "re: T-5"], [false, "T-5 xong"], [false, "Vũ Thị Mai"], [false, "[sticker]"]]);
    });

    test("the agent reads the conversation that it is in, and no other one", async () => {
        await world.sim.inject({ threadId: "391000000000000072", content: "T-6 mật khẩu là hoa-sen" });
        await world.answered("391000000000000072", "re: T-6");
        /** What the agent was answered when it asked to read. */
        const read = async (marker, call) => {
            world.model.calls[marker] = call;
            await world.sim.inject({ threadId: LAN, content: `${marker} đọc lại giúp` });
            await world.answered(LAN, `re: ${marker}`);
            return JSON.stringify(world.model.conversations[marker].findLast(({ role }) => role === "tool"));
        };
        assert.match(await read("T-7", { action: "read", limit: 3 }), /T-7 đọc lại giúp.+re: T-5.+T-5 xong/);
        assert.match(await read("T-8", { tool: "message", args: { action: "read", limit: 3 } }), /T-8 đọc lại giúp.+re: T-7/);
        for (const [marker, call] of Object.entries({
            "T-9": { action: "read", threadId: "391000000000000072" },
            "T-10": { tool: "message", args: { action: "read", target: "391000000000000072" } },
        })) {
            const told = await read(marker, call);
            assert.ok(told.includes("conversation") && !told.includes("hoa-sen"), told);
        }
    });

    test("the agent's tool lists friends and groups in pages", async () => {
        const first = await world.gateway.tool({ action: "friends", limit: 200 });
        assert.deepEqual([first.friends.length, first.total], [200, 250]);
        const last = await world.gateway.tool({ action: "friends", limit: 200, cursor: first.cursor });
        assert.deepEqual([last.friends.length, last.total, last.cursor], [50, 250, undefined]);
        assert.equal(new Set([...first.friends, ...last.friends].map(({ userId }) => userId)).size, 250);
        assert.equal((await world.gateway.tool({ action: "groups", limit: 5 })).total, 12);
    });
});
