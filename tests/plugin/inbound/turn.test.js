// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// One inbound message. The Gateway's runtime is faked here; tests/gateway uses the real one.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { BridgeError } from "../../../extensions/zalouser/src/bridge/errors.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { dropped } from "../../../extensions/zalouser/src/inbound/reasons.js";
import { runTurn } from "../../../extensions/zalouser/src/inbound/turn.js";
import { exampleOf } from "../support/examples.js";
import { setTiming, tempFixture } from "../support/fixtures.js";
import { provideSdk } from "../support/sdk.js";

provideSdk();

const MESSAGE = { profile: "default", msgId: "900", threadId: "365", senderId: "365", senderName: "Lan", isGroup: false, text: "xin chào", timestamp: 5, mentions: [] };
const ALLOW = { ingress: { admission: "dispatch", reasonCode: "allowed" }, senderAccess: { decision: "allow" }, commandAccess: { requested: false } };
const REFUSE = (decision, reasonCode) => ({ ingress: { admission: "drop", reasonCode }, senderAccess: { decision }, commandAccess: { requested: false } });

/**
 * A Gateway whose agent answers with `payloads`, and a connection that records what is sent.
 * @param {{access?: any, payloads?: any[], created?: boolean, members?: any[], send?: (params: any, count: number) => any}} [options]
 */
function stage({ access = ALLOW, payloads = [{ text: "chào bạn" }], created = true, members = [], send = () => ({ messageIds: ["1"] }) } = {}) {
    const seen = { sent: [], typing: [], typingOptions: [], notices: [], contexts: [], policies: [] };
    /** @type {any} */
    const core = {
        channel: {
            routing: { resolveAgentRoute: ({ dmScope, peer }) => ({ agentId: "main", dmScope, sessionKey: `agent:main:${peer.kind}:${peer.id}` }) },
            commands: { shouldComputeCommandAuthorized: () => false },
            text: { hasControlCommand: () => false },
            mentions: { buildMentionRegexes: () => [], matchesMentionPatterns: () => false },
            media: { saveMediaBuffer: async (buffer, contentType) => ({ path: `/store/${buffer.length}`, contentType }) },
            pairing: {
                upsertPairingRequest: async () => ({ code: "ABC123", created }),
                buildPairingReply: ({ code, idLine }) => `${idLine} ${code}`,
                readAllowFromStore: async () => [],
            },
            inbound: {
                ingress: {
                    resolveStable: async (policy) => {
                        seen.policies.push(policy);
                        return access;
                    },
                },
                buildContext: (context) => context,
                dispatch: async ({ ctxPayload, delivery, replyOptions, replyPipeline }) => {
                    assert.ok(replyOptions.turnAdoptionLifecycle, "the Gateway is told when it adopts");
                    seen.contexts.push(ctxPayload);
                    seen.typingOptions.push(replyPipeline.typing);
                    await replyPipeline.typing.start();
                    for (const payload of payloads) {
                        try {
                            await delivery.deliver(payload, {});
                        } catch (error) {
                            delivery.onError(error, { kind: "final" });
                        }
                    }
                },
            },
        },
    };
    const connection = {
        whenConnected: async () => {},
        notify: (method, params) => seen.notices.push({ method, params }),
        call: async (method, params) => {
            if (method === "typing.send") return seen.typing.push(params);
            if (method === "groups.members") return { items: members, total: members.length };
            assert.equal(method, "message.send");
            seen.sent.push(params);
            return send(params, seen.sent.length);
        },
    };
    return { seen, gateway: { core, connection, cfg: {}, account: { accountId: "default", profile: "default", config: {} }, sessions: { getSessionEntry: () => undefined, deliveryContextFromSession: () => undefined }, selfId: "512" } };
}

const lifecycle = (signal = new AbortController().signal, isTaken = true) => ({ signal, stopping: new AbortController().signal, replyOptions: { turnAdoptionLifecycle: {} }, isTaken: () => isTaken });
const run = (message, { gateway }, more) => runTurn({ ...MESSAGE, ...message }, gateway, more ?? lifecycle());

const UNADDRESSED = { ...REFUSE("allow", "activation_skipped") };
const GROUP = { threadId: "772", isGroup: true, account: "512" };

test("what a group said since the agent's last turn is context of its next one, once", async () => {
    shared.groupHistories = undefined;
    for (const [msgId, text] of [["1", "trời mưa"], ["2", "mang ô nhé"], ["2", "mang ô nhé"]]) await run({ ...GROUP, msgId, text }, stage({ access: UNADDRESSED }));
    await run({ ...GROUP, msgId: "3", media: [{ kind: "image" }], text: "" }, stage({ access: UNADDRESSED }));
    await run({ ...GROUP, msgId: "4", text: "lời của người lạ" }, stage({ access: REFUSE("deny", "group_policy_not_allowlisted") }));
    const on = stage();
    await run({ ...GROUP, msgId: "5", text: "@An thế nào?" }, on);
    assert.deepEqual(on.seen.contexts[0].message.inboundHistory.map(({ sender, body, messageId }) => [sender, body, messageId]), [["Lan", "trời mưa", "1"], ["Lan", "mang ô nhé", "2"], ["Lan", "[image]", "3"]]);
    // Of the list the Gateway shows the last 20 only; the window it shows whole.
    const [{ type, payload }] = on.seen.contexts[0].supplemental.channelStructuredContext;
    assert.deepEqual([type, payload.relation, payload.messages[1]], ["chat_window", "before_current_message", { message_id: "2", sender: "Lan", timestamp_ms: 5, body: "mang ô nhé" }]);
    assert.equal(payload.messages.length, 3);
    await run({ ...GROUP, msgId: "6" }, on);
    assert.deepEqual([on.seen.contexts[1].message.inboundHistory, on.seen.contexts[1].supplemental], [undefined, {}]);
});

test("what one account's group said is not told to another account in the same group, nor to who logs in later", async () => {
    shared.groupHistories = undefined;
    await run({ ...GROUP, msgId: "1", text: "bí mật" }, stage({ access: UNADDRESSED }));
    const shop = stage();
    shop.gateway.account = { ...shop.gateway.account, accountId: "shop" };
    await run({ ...GROUP, msgId: "2" }, shop);
    await run({ ...GROUP, msgId: "3", account: "700" }, shop);
    const same = stage();
    await run({ ...GROUP, msgId: "4", account: "700" }, same);
    assert.deepEqual([...shop.seen.contexts, ...same.seen.contexts].map(({ message }) => message.inboundHistory), [undefined, undefined, undefined]);
});

test("historyLimit bounds it, and nothing is kept at 0", async () => {
    for (const [config, cfg, bodies] of [[{ historyLimit: 2 }, {}, ["b", "c"]], [{ historyLimit: 0 }, {}, undefined], [{}, { messages: { groupChat: { historyLimit: 1 } } }, ["c"]]]) {
        shared.groupHistories = undefined;
        const with_ = (on) => ({ ...on, gateway: { ...on.gateway, cfg, account: { ...on.gateway.account, config } } });
        for (const text of ["a", "b", "c"]) await run({ ...GROUP, msgId: text, text }, with_(stage({ access: UNADDRESSED })));
        const on = with_(stage());
        await run({ ...GROUP, msgId: "9" }, on);
        assert.deepEqual(on.seen.contexts[0].message.inboundHistory?.map(({ body }) => body), bodies);
    }
});

test("the agent is told who is in the group, and nobody in a direct chat", async () => {
    const members = [{ userId: "365", displayName: "Lan" }, { userId: "391", displayName: "Bảo" }];
    const on = stage({ members });
    await run(GROUP, on);
    await run({}, on);
    assert.deepEqual(on.seen.contexts.map(({ extra }) => extra.GroupMembers), ["Lan (365), Bảo (391)", undefined]);
});

test("a message of the account itself is never answered", async () => {
    for (const message of [{ senderId: "512" }, { senderId: "700", account: "700" }]) {
        const on = stage();
        assert.deepEqual(await run(message, on), dropped("ownMessage"));
        assert.deepEqual(on.seen.policies, []);
        assert.deepEqual(on.seen.sent, []);
    }
});

test("a message that the Gateway refuses while a stopped turn ends is handed over again", async (t) => {
    setTiming(t, { busyRetryMs: 1 });
    const on = stage();
    const { dispatch } = on.gateway.core.channel.inbound;
    let refusals = 2;
    on.gateway.core.channel.inbound.dispatch = async (params) => (refusals-- > 0 ? undefined : dispatch(params));
    assert.deepEqual(await run({}, on, lifecycle(undefined, false)), { outcome: "dispatched" });
    assert.deepEqual(on.seen.sent.map(({ text }) => text), ["chào bạn"]);
});

test("a message that the Gateway never begins is not told as handed over", async (t) => {
    setTiming(t, { busyRetryMs: 1 });
    const on = stage({ payloads: [] });
    assert.deepEqual(await run({}, on, lifecycle(undefined, false)), dropped("noTurn"));
    assert.equal(on.seen.contexts.length, 5);
});

test("what the Gateway took, did or continues is not begun twice, though nothing is answered", async () => {
    const command = { ...ALLOW, commandAccess: { requested: true, authorized: true } };
    /** @type {[any, boolean, boolean][]} */
    const cases = [[ALLOW, true, false], [command, false, false], [ALLOW, false, true]];
    for (const [access, isTaken, isRepeated] of cases) {
        const on = stage({ access, payloads: [] });
        assert.deepEqual(await run({}, on, { ...lifecycle(undefined, isTaken), isRepeated: () => isRepeated }), { outcome: "dispatched" });
        assert.equal(on.seen.contexts.length, 1);
    }
});

test("a message that is handed over once more is another one for the Gateway, and the same for its answer", async () => {
    const on = stage({ payloads: [{ text: "một", replyToId: "900:7" }] });
    await run({ acceptedBefore: 7, replyKey: "default:365:900:again:7" }, on);
    assert.deepEqual([on.seen.contexts[0].messageId, on.seen.contexts[0].messageIdFull, on.seen.policies[1].contextBinding.messageId], ["900:7", "900", "900:7"]);
    assert.deepEqual(on.seen.sent.map(({ key, replyTo }) => [key, replyTo]), [["default:365:900:again:7:0", "900"]]);
});

test("the keys of the replies of one message are not those of another thread's", async () => {
    const on = stage();
    await run({ replyKey: "default:365:900" }, on);
    assert.equal(on.seen.sent[0].key, "default:365:900:0");
});

test("a reply is sent to its thread under the message's id and an ordinal", async () => {
    const on = stage({ payloads: [{ text: "một" }, { text: "" }, { text: "hai" }] });
    assert.deepEqual(await run({}, on), { outcome: "dispatched" });
    assert.deepEqual(on.seen.sent.map(({ threadId, isGroup, text, key }) => [threadId, isGroup, text, key]), [
        ["365", false, "một", "default:900:0"],
        ["365", false, "hai", "default:900:1"],
    ]);
});

test("stickers, reactions and contact cards start a turn only where that is wanted", async () => {
    /** @type {[object, import("../../../extensions/zalouser/src/inbound/reasons.js").Code][]} */
    const wordless = [
        [{ msgType: "chat.sticker", text: "[sticker]" }, "onlySticker"],
        [{ msgType: "chat.reaction", text: "[reaction]" }, "onlyReaction"],
        [{ msgType: "chat.recommended", text: "Vũ Thị Mai" }, "onlyContact"],
    ];
    for (const [message, code] of wordless) {
        const on = stage();
        assert.deepEqual(await run(message, on), dropped(code));
        assert.deepEqual(on.seen.contexts, []);
        const wanted = stage();
        wanted.gateway.account.config.wordlessTurns = true;
        assert.deepEqual(await run(message, wanted), { outcome: "dispatched" });
    }
    for (const message of [{ msgType: "chat.recommended", text: "Bài báo\nhttps://vnexpress.net/a.html" }, { msgType: "webchat" }, {}]) assert.deepEqual(await run(message, stage()), { outcome: "dispatched" });
    // Who may not write is told so first.
    assert.deepEqual(await run({ msgType: "chat.sticker", text: "[sticker]" }, stage({ access: REFUSE("block", "dm_policy_not_allowlisted") })), dropped("senderNotAllowed"));
});

test("a reply quotes the message that the Gateway names", async () => {
    const on = stage({ payloads: [{ text: "một", replyToId: "900" }, { text: "hai" }] });
    await run({}, on);
    assert.deepEqual(on.seen.sent.map(({ replyTo }) => replyTo), ["900", undefined]);
});

test("a reply is the account's that was written to", async () => {
    const on = stage();
    await run({ account: "512" }, on);
    await run({ account: "" }, on);
    assert.deepEqual(on.seen.sent.map(({ account }) => account), ["512", undefined]);
});

test("a reply may wait for the account's pace", async () => {
    const on = stage();
    await run({}, on);
    assert.equal(on.seen.sent[0].deadlineMs, 600000);
});

test("a repeated turn uses the same keys", async () => {
    const keys = [];
    for (let i = 0; i < 2; ++i) {
        const on = stage();
        await run({}, on);
        keys.push(on.seen.sent[0].key);
    }
    assert.equal(keys[0], keys[1]);
});

test("a long reply is passed whole; the companion splits it", async () => {
    const text = `${"x".repeat(1500)} ${"👨‍👩‍👧".repeat(500)}`;
    const on = stage({ payloads: [{ text }, { text: "hết" }] });
    await run({}, on);
    assert.deepEqual(on.seen.sent.map(({ text: whole }) => whole), [text, "hết"]);
    assert.deepEqual(on.seen.sent.map(({ key }) => key), ["default:900:0", "default:900:1"]);
});

test("a reply that hits a lost connection is repeated under its key", async () => {
    const on = stage({
        send: (_, count) => {
            if (count === 1) throw new BridgeError("closed", "gone");
            return { messageIds: ["7"] };
        },
    });
    assert.deepEqual(await run({}, on), { outcome: "dispatched" });
    assert.deepEqual(on.seen.sent.map(({ key }) => key), ["default:900:0", "default:900:0"]);
});

test("a reply waits while the companion's disk is full", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const on = stage({
        send: (_, count) => {
            if (count > 2) return { messageIds: ["7"] };
            setImmediate(() => setImmediate(() => t.mock.timers.tick(5000)));
            throw new BridgeError("storage", "The disk is full");
        },
    });
    assert.deepEqual(await run({}, on), { outcome: "dispatched" });
    assert.deepEqual(on.seen.sent.map(({ key }) => key), Array(3).fill("default:900:0"));
});

test("a refused or uncertain reply is not repeated, and the outcome is failed, in words", async () => {
    for (const error of [new BridgeError("zaloRefused", "Zalo refused it."), new BridgeError("uncertain", "It may have been sent."), new Error("the text was: xin chào")]) {
        const on = stage({
            send: () => {
                throw error;
            },
        });
        assert.deepEqual(await run({}, on), error instanceof BridgeError ? { outcome: "failed", code: "replyNotDelivered", reason: `the reply was not delivered: ${error.message}`, detail: error.kind } : { outcome: "failed", code: "replyNotDelivered", reason: "the reply was not delivered; the Gateway's log says why" });
        assert.equal(on.seen.sent.length, 1);
    }
});

test("an unknown sender gets one code, and the companion is notified", async () => {
    const on = stage({ access: REFUSE("pairing", "dm_policy_pairing_required") });
    assert.deepEqual(await run({}, on), dropped("pairingPending"));
    assert.deepEqual(on.seen.sent.map(({ key, text }) => [key, text]), [["default:900:pairing", "Your Zalo user id: 365 ABC123"]]);
    assert.deepEqual(on.seen.notices, [{ method: "pairing.requested", params: exampleOf("pairing.requested params") }]);
    assert.deepEqual(on.seen.contexts, [], "the agent hears nothing");
    const given = new Set();
    const approvals = { begin: (sender) => given.add(sender), keyFor: (sender) => (given.has(sender) ? "approved:1" : undefined) };
    await run({ msgId: "901" }, { gateway: { ...on.gateway, approvals } });
    const again = stage({ access: REFUSE("pairing", "dm_policy_pairing_required"), created: false });
    await run({ msgId: "902" }, { gateway: { ...again.gateway, approvals } });
    assert.deepEqual(again.seen.sent, []);
});

test("a code that could not be sent goes out with the next message; the companion hears of the request at once", async () => {
    let fails = true;
    const on = stage({
        access: REFUSE("pairing", "dm_policy_pairing_required"),
        created: false,
        send: () => {
            if (fails) throw new BridgeError("offline", "Zalo cannot be reached.");
            return {};
        },
    });
    const given = new Set();
    const approvals = { begin: (sender) => given.add(sender), keyFor: (sender) => (given.has(sender) ? "approved:1" : undefined) };
    const gateway = { ...on.gateway, approvals };
    assert.deepEqual(await run({}, { gateway }), { outcome: "dropped", code: "pairingCodeNotSent", reason: "pairing required; the code could not be sent and goes out with the next message: Zalo cannot be reached.", detail: "Zalo cannot be reached." });
    assert.equal(on.seen.notices.length, 1);
    fails = false;
    for (const msgId of ["901", "902"]) assert.deepEqual(await run({ msgId }, { gateway }), dropped("pairingPending"));
    assert.deepEqual(on.seen.sent.map(({ key }) => key), ["default:900:pairing", "default:901:pairing"]);
    assert.equal(on.seen.notices.length, 2);
});

test("while too many wait for an answer the Gateway gives no code, and nothing is sent", async () => {
    const on = stage({ access: REFUSE("pairing", "dm_policy_pairing_required"), created: false });
    on.gateway.core.channel.pairing.upsertPairingRequest = async () => ({ code: "", created: false });
    assert.deepEqual(await run({}, on), dropped("pairingPending"));
    assert.deepEqual(on.seen.sent, []);
});

test("messagePrefix stands before what the agent reads, and in no command", async () => {
    const on = stage();
    on.gateway.account = { ...on.gateway.account, config: { messagePrefix: "[Zalo]" } };
    await run({ text: "/status" }, on);
    const [{ message }] = on.seen.contexts;
    assert.deepEqual([message.bodyForAgent, message.commandBody, message.rawBody], ["[Zalo] /status", "/status", "/status"]);
});

test("a refused message is dropped with the policy's reason and without a reply", async () => {
    const on = stage({ access: REFUSE("block", "group_policy_not_allowlisted") });
    assert.deepEqual(await run({ isGroup: true, threadId: "772" }, on), dropped("groupSenderNotAllowed"));
    assert.deepEqual(on.seen.sent, []);
    assert.deepEqual(await run({ text: " " }, stage()), dropped("noText"));
});

test("each direct chat of each account has its own session", async () => {
    const on = stage();
    await run({}, on);
    assert.equal(on.seen.contexts[0].route.dmScope, "per-account-channel-peer");
});

test("nothing is sent through a turn whose message waits in the Gateway's own queue", async () => {
    const on = stage({ payloads: [{ text: "the Gateway's apology" }] });
    assert.deepEqual(await run({}, on, { ...lifecycle(), isQueued: () => true }), { outcome: "dispatched" });
    assert.deepEqual(on.seen.sent, []);
});

test("of a message that an earlier process had begun, nothing is sent that is no turn's, except a command's answer", async () => {
    let hasBegun = false;
    const repeated = { ...lifecycle(), isRepeated: () => !hasBegun };
    const apology = stage({ payloads: [{ text: "the Gateway's apology" }] });
    assert.deepEqual(await run({}, apology, repeated), { outcome: "dispatched" });
    assert.deepEqual(apology.seen.sent, []);
    const command = stage({ access: { ...ALLOW, commandAccess: { requested: true, authorized: true } }, payloads: [{ text: "stopped" }] });
    await run({ text: "/stop" }, command, repeated);
    assert.deepEqual(command.seen.sent.map(({ text }) => text), ["stopped"]);
    hasBegun = true;
    const answer = stage();
    await run({}, answer, repeated);
    assert.deepEqual(answer.seen.sent.map(({ text }) => text), ["chào bạn"]);
});

test("an aborted turn is not complete", async () => {
    const aborted = new AbortController();
    aborted.abort();
    await assert.rejects(run({}, stage({ payloads: [] }), lifecycle(aborted.signal)));
});

test("the typing indicator is sent to the thread", async () => {
    const on = stage();
    await run({ threadId: "772", isGroup: true }, on);
    assert.deepEqual(on.seen.typing, [{ profile: "default", threadId: "772", isGroup: true }]);
});

test("a picture without text reaches the agent from the Gateway's media store", async (t) => {
    const { stateDir } = tempFixture(t);
    const file = path.join(stateDir, "anh.jpg");
    fs.writeFileSync(file, "12345");
    const on = stage();
    assert.deepEqual(await run({ text: "", media: [{ kind: "image", path: file, url: "https://a/b", mime: "image/jpeg" }, { kind: "file", path: path.join(stateDir, "gone.pdf"), mime: "application/pdf" }] }, on), { outcome: "dispatched" });
    assert.deepEqual(on.seen.contexts[0].media, [
        { kind: "image", contentType: "image/jpeg", url: "https://a/b", messageId: "900", path: "/store/5" },
        { kind: "document", contentType: "application/pdf", url: undefined, messageId: "900" },
    ]);
    assert.deepEqual(await run({ text: " ", media: [] }, stage()), dropped("noText"));
});

test("the agent is told of each medium that did not come, and why; the sender's words stay as they are", async () => {
    const on = stage();
    const media = [
        { kind: "image", missing: true, reason: "late", url: "https://f1.zdn.vn/a" },
        { kind: "video", missing: true, reason: "refused" },
        { kind: "audio", missing: true, reason: "failed" },
        { kind: "file", missing: true, reason: "tooLarge" },
        { kind: "image", missing: true },
    ];
    await run({ text: "xem này", media }, on);
    assert.equal(on.seen.contexts[0].message.bodyForAgent, [
        "xem này",
        "[The picture is missing: it did not arrive in time.]",
        "[The video is missing: it is not stored at Zalo, so it was not opened.]",
        "[The voice message is missing: it could not be downloaded.]",
        "[The file is missing: it is too large.]",
        "[The picture is missing: it was lost.]",
    ].join("\n"));
    assert.equal(on.seen.contexts[0].message.rawBody, "xem này");
    await run({ text: "", media: media.slice(0, 1) }, on);
    assert.equal(on.seen.contexts[1].message.bodyForAgent, "[The picture is missing: it did not arrive in time.]");
});

test("the quoted message is context, and marked if it is the agent's own", async () => {
    const on = stage();
    await run({ quote: { msgId: "7", senderId: "391", senderName: "Bảo", text: "cũ" } }, on);
    await run({ quote: { msgId: "8", senderId: "512", text: "của tôi" } }, on);
    assert.deepEqual(on.seen.contexts.map(({ supplemental }) => supplemental.quote), [
        { id: "7", body: "cũ", sender: "Bảo", isQuote: true, isSelf: false },
        { id: "8", body: "của tôi", sender: "512", isQuote: true, isSelf: true },
    ]);
});

test("the typing indicator is sent rarely and for two minutes at most, because each is a zca process", async () => {
    const on = stage();
    await run({}, on);
    const [{ keepaliveIntervalMs, maxDurationMs }] = on.seen.typingOptions;
    assert.ok(keepaliveIntervalMs >= 10000, `every ${keepaliveIntervalMs} ms`);
    assert.ok(maxDurationMs <= 120000, `for ${maxDurationMs} ms`);
});

test("an inbound file has a size limit", async (t) => {
    const { stateDir } = tempFixture(t);
    const file = path.join(stateDir, "anh.jpg");
    fs.writeFileSync(file, "12345");
    const on = stage();
    const limits = [];
    on.gateway.core.channel.media.saveMediaBuffer = async (_buffer, contentType, folder, maxBytes) => {
        limits.push([folder, maxBytes]);
        return { path: "/store/x", contentType };
    };
    await run({ media: [{ kind: "image", path: file, mime: "image/jpeg" }] }, on);
    assert.deepEqual(limits, [["inbound", 32 * 1024 * 1024]]);
});
