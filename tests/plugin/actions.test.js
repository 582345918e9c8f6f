// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { actions } from "../../extensions/zalouser/src/actions.js";
import { shared } from "../../extensions/zalouser/src/runtime.js";
import { createTool } from "../../extensions/zalouser/src/tool.js";
import { CFG, fakeCompanionAtDefault } from "./support/fixtures.js";
import { provideSdk } from "./support/sdk.js";

provideSdk();

beforeEach(() => {
    shared.config = () => CFG;
    shared.connectionManager = undefined;
});

const IN_GROUP = { currentChannelProvider: "zalouser", currentChannelId: "zalouser:group:772", currentChatType: "group", currentMessageId: "900" };
/** The message tool's call of an action. */
const handle = async (action, params, toolContext = undefined, cfg = CFG) => (await actions.handleAction(/** @type {any} */ ({ action, params, cfg, accountId: undefined, toolContext }))).details;
const offered = (cfg = CFG) => actions.describeMessageTool(/** @type {any} */ ({ cfg }))?.actions;
/** A process with a lasting connection to a companion whose zca can do this. */
const connected = (can, missing = []) => (shared.connectionManager = /** @type {any} */ ({ current: () => undefined, can, companion: { missing } }));

test("what the installed zca can do is offered, and nothing else", () => {
    assert.deepEqual(offered(), ["react", "unsend", "edit", "sticker", "delete", "read"], "a command without a connection cannot know");
    connected(["reply", "react"]);
    assert.deepEqual(offered(), ["react", "read"]);
    connected([], ["message.history"]);
    assert.deepEqual(offered(), []);
    assert.deepEqual(createTool().parameters.properties.action.enum, ["send", "image", "link", "friends", "groups", "me", "status"]);
    assert.equal(offered(/** @type {any} */ ({ channels: { zalouser: { enabled: false } } })), undefined);
});

test("each action is one request, in the conversation that is named or the agent's own", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    assert.deepEqual(await handle("react", { to: "365", messageId: "77", emoji: "👍" }), { success: true });
    assert.deepEqual(await handle("react", { emoji: "❤️" }, IN_GROUP), { success: true });
    assert.deepEqual(await handle("react", { messageId: "77", emoji: "❤️", remove: true }, IN_GROUP), { success: true });
    assert.deepEqual(await handle("unsend", { target: "group:772", messageId: "78" }), { success: true });
    assert.deepEqual(await handle("delete", { to: "772", messageId: "78" }, IN_GROUP), { success: true });
    assert.equal((await handle("edit", { to: "group:772", messageId: "78", message: "đúng" })).messageId, "1795000000006");
    assert.equal((await handle("sticker", { to: "365", stickerId: ["21978"] })).messageId, "1795000000007");
    assert.deepEqual(fake.outbox.map(({ kind, threadId, isGroup, messageId, emoji, text, stickerId }) => [kind, threadId, isGroup, messageId ?? stickerId, emoji ?? text]), [
        ["reaction", "365", false, "77", "👍"],
        ["reaction", "772", true, "900", "❤️"],
        ["reaction", "772", true, "77", undefined],
        ["unsend", "772", true, "78", undefined],
        ["unsend", "772", true, "78", undefined],
        ["edit", "772", true, "78", "đúng"],
        ["sticker", "365", false, "21978", undefined],
    ]);
    assert.equal(new Set(fake.outbox.map(({ key }) => key)).size, 7);
});

test("an edited text is shown as any other, and a conversation may be named", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    await handle("edit", { to: "Gia đình", messageId: "78", message: "**đúng** rồi" });
    const [{ threadId, isGroup, text, styles }] = fake.outbox;
    assert.deepEqual([threadId, isGroup, text, styles], ["772000000000000001", true, "đúng rồi", [{ start: 0, length: 4, style: "bold" }]]);
});

test("what is missing or no id of Zalo's is refused before it is asked for", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    /** @type {[string, object, RegExp][]} */
    const refused = [
        ["react", { to: "365", messageId: "77" }, /needs emoji/],
        ["react", { to: "365", emoji: "👍" }, /needs messageId/],
        ["unsend", {}, /needs messageId/], // never the one that is being answered
        ["edit", { messageId: "77", message: " " }, /needs message/],
        ["sticker", { stickerId: ["-p"] }, /needs stickerId/],
        ["sticker", { to: "Mai", stickerId: "1" }, /Nobody and no group has the name “Mai”/],
        ["pin", { messageId: "77" }, /cannot pin/],
    ];
    for (const [action, params, pattern] of refused) await assert.rejects(handle(action, params, IN_GROUP), pattern);
    assert.deepEqual(fake.outbox, []);
});

test("the agent's tool does the same", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const inGroup = { messageChannel: "zalouser", deliveryContext: { channel: "zalouser", to: "zalouser:group:772" } };
    const call = async (params) => (await createTool(inGroup).execute("1", params)).details;
    assert.deepEqual(await call({ action: "react", messageId: "77", emoji: "👍" }), { success: true });
    assert.deepEqual(await call({ action: "sticker", stickerId: "21978" }), { success: true, messageId: "1795000000002" });
    assert.match((await call({ action: "unsend" })).error, /needs messageId/);
    assert.deepEqual(fake.outbox.map(({ kind, threadId, isGroup }) => [kind, threadId, isGroup]), [["reaction", "772", true], ["sticker", "772", true]]);
});

/** A companion that keeps this of a conversation, newest first; `asked` is what it was asked for. */
const keeping = (fake, kept, asked = []) => {
    fake.methods["message.history"] = (params) => {
        asked.push(params);
        const next = Number(params.cursor ?? 0) + params.limit;
        return { items: kept.slice(next - params.limit, next), ...(next < kept.length ? { nextCursor: String(next) } : {}) };
    };
    return asked;
};
const entry = (messageId, more = {}) => ({ messageId, own: false, senderId: "365", senderName: "Lan", text: `t${messageId}`, time: 1795330293000, outcome: "dispatched", reason: "", ...more });
const TURNED_AWAY = { outcome: "dropped", code: "groupSenderNotAllowed", reason: "This person is not allowed to write to the bot in groups." };

test("the history of a conversation is what was not turned away, as much as was asked for", async (t) => {
    const own = entry("5", { own: true, senderId: "512", senderName: undefined, outcome: "" });
    const kept = [own, entry("4", { medium: "image" }), entry("3", TURNED_AWAY), entry("2", { outcome: "dropped", code: "noMention", reason: "The bot was not mentioned." }), entry("1", { outcome: "dropped", reason: "a sticker starts no turn" })];
    const asked = keeping(await fakeCompanionAtDefault(t), kept);
    const { messages, before } = await handle("read", { limit: 3 }, IN_GROUP);
    assert.deepEqual(messages.map(({ messageId, from, text, medium }) => [messageId, from, text, medium]), [["5", "me", "t5", undefined], ["4", "Lan", "t4", "image"], ["2", "Lan", "t2", undefined]]);
    assert.equal(messages[0].time, "2026-11-22T06:51:33.000Z");
    const older = await handle("read", { before, limit: 1e6 }, IN_GROUP);
    assert.deepEqual([older.messages.map(({ messageId }) => messageId), older.before], [["1"], undefined]);
    assert.deepEqual(asked.map(({ profile, threadId, isGroup, limit, cursor }) => [profile, threadId, isGroup, limit, cursor]), [["default", "772", true, 3, undefined], ["default", "772", true, 1, "3"], ["default", "772", true, 100, "4"]]);
});

test("a history is asked for in bounds", async (t) => {
    const asked = keeping(await fakeCompanionAtDefault(t), Array.from({ length: 300 }, (_, i) => entry(String(i), TURNED_AWAY)));
    for (const limit of ["4", undefined, "many"]) assert.deepEqual((await handle("read", { limit }, IN_GROUP)).messages, []);
    assert.deepEqual(asked.filter(({ cursor }) => cursor === undefined).map(({ limit }) => limit), [4, 20, 20]);
    assert.equal(asked.length, 30);
});

test("the agent's tool reads only the conversation that it is in", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.methods["message.history"] = ({ threadId, limit }) => ({ items: [{ messageId: "1", own: true, senderId: "512", text: `${threadId} ${limit}`, time: 1, outcome: "", reason: "" }] });
    const call = async (context, params) => (await createTool(context).execute("1", { action: "read", ...params })).details;
    const inGroup = { messageChannel: "zalouser", deliveryContext: { channel: "zalouser", to: "zalouser:group:772" } };
    assert.deepEqual((await call(inGroup)).messages.map(({ text }) => text), ["772 20"]);
    assert.equal((await call(inGroup, { threadId: "group:772" })).messages.length, 1);
    assert.match((await call(inGroup, { threadId: "365" })).error, /the conversation that you are in/);
    assert.match((await call(undefined, { threadId: "365" })).error, /in a Zalo conversation only/);
});

test("the message tool reads another conversation for the owner only", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.methods["message.history"] = ({ threadId }) => ({ items: [{ messageId: "1", own: true, senderId: "512", text: threadId, time: 1, outcome: "", reason: "" }] });
    const read = async (to, context) => (await actions.handleAction(/** @type {any} */ ({ action: "read", params: { to }, cfg: CFG, ...context }))).details.messages[0].text;
    assert.equal(await read("365", { conversationReadOrigin: "direct-operator" }), "365");
    assert.equal(await read("group:772", { conversationReadOrigin: "delegated", toolContext: IN_GROUP }), "772");
    await assert.rejects(read("365", { conversationReadOrigin: "delegated", toolContext: IN_GROUP }), /the conversation that you are in/);
    await assert.rejects(read("365", { toolContext: { ...IN_GROUP, currentChannelProvider: "telegram" } }), /in a Zalo conversation only/);
});

test("a companion that does not know an action is said to be older", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    delete fake.methods["message.react"];
    await assert.rejects(handle("react", { to: "365", messageId: "77", emoji: "👍" }), /is older than the plugin zalouser and does not know message\.react/);
    delete fake.methods["message.history"];
    await assert.rejects(handle("read", {}, IN_GROUP), /does not know message\.history/);
});

test("a process without a lasting connection introduces itself once for an action", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    await handle("react", { to: "user:365", messageId: "77", emoji: "👍" });
    await handle("read", {}, IN_GROUP);
    assert.equal(fake.hellos.length, 2);
});
