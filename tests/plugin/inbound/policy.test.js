// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The admission policy, row by row, decided by the Gateway's own resolver.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { groups as adapter } from "../../../extensions/zalouser/src/inbound/groups.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { ingressResolver } from "../../../extensions/zalouser/src/host-differences.js";
import { commandText, decide, mentionFacts, refusalOf } from "../../../extensions/zalouser/src/inbound/policy.js";
import { reasonOf } from "../../../extensions/zalouser/src/inbound/reasons.js";
import { importSdk } from "../support/sdk.js";

const { resolveStableChannelMessageIngress: resolveStable } = await importSdk("channel-ingress-runtime");
const { hasControlCommand, shouldComputeCommandAuthorized } = await importSdk("command-auth");
const { buildMentionRegexes, matchesMentionPatterns } = await importSdk("channel-inbound");
const mentions = { buildMentionRegexes, matchesMentionPatterns };

const [SELF, LAN, BAO] = ["512", "365", "391"];
const [FAMILY, SHOP] = ["772", "773"];

/** The code of the reason for which this configuration drops a message, or undefined. */
async function refusal(channel, message, /** @type {{paired?: string[], cfg?: any}} */ { paired = [], cfg = {} } = {}) {
    const core = {
        channel: {
            inbound: { ingress: { resolveStable } },
            pairing: { readAllowFromStore: async () => paired },
            commands: { shouldComputeCommandAuthorized },
            text: { hasControlCommand },
            mentions,
        },
    };
    const all = { ...cfg, channels: { ...cfg.channels, zalouser: channel } };
    const full = { profile: "default", msgId: "1", threadId: message.isGroup ? FAMILY : (message.senderId ?? LAN), senderId: LAN, isGroup: false, text: "xin chào", mentions: [], ...message };
    const reason = refusalOf(await decide(full, { core, cfg: all, account: resolveAccount(all), selfId: SELF, agentId: "main" }));
    assert.deepEqual(reason, reason && reasonOf(reason.code), "every rule has its code");
    return reason?.code;
}

test("a Gateway whose runtime does not decide (before 2026.9.6) has the decision in its SDK", async () => {
    const asked = [];
    const resolve = await ingressResolver({ channel: { inbound: {} } }, async (subpath) => {
        asked.push(subpath);
        return { resolveStableChannelMessageIngress: resolveStable };
    });
    assert.deepEqual([resolve, asked], [resolveStable, ["channel-ingress-runtime"]]);
    const own = async () => "decided";
    assert.equal(await (await ingressResolver({ channel: { inbound: { ingress: { resolveStable: own } } } }))({}), "decided");
});

const inGroup = (more) => ({ isGroup: true, mentions: [{ uid: SELF, pos: 0, len: 3 }], text: "@An giúp với", ...more });
const setNames = (map) => (shared.nameResolvers = new Map([["default", { idOf: (kind, name) => map[`${kind}:${name}`] }]]));
afterEach(() => (shared.nameResolvers = undefined));

const PAIRING = "pairingPending";
const NOT_ALLOWED = "senderNotAllowed";

for (const [what, channel, message, expected, more] of [
    ["pairing is the default", {}, {}, PAIRING],
    ["pairing: who was approved", {}, {}, undefined, { paired: [LAN] }],
    ["pairing: who is in allowFrom", { allowFrom: [LAN] }, {}, undefined],
    ["allowFrom takes the channel's prefixes", { allowFrom: [`zalouser:${LAN}`, `zlu:user:${BAO}`] }, { senderId: BAO }, undefined],
    ["allowFrom takes a number", { dmPolicy: "allowlist", allowFrom: [365] }, {}, undefined],
    ["allowlist: who is not in it", { dmPolicy: "allowlist", allowFrom: [BAO] }, {}, NOT_ALLOWED],
    ["allowlist: an approval of earlier does not count", { dmPolicy: "allowlist", allowFrom: [BAO] }, {}, NOT_ALLOWED, { paired: [LAN] }],
    ["allowlist: an access group", { dmPolicy: "allowlist", allowFrom: ["accessGroup:home"] }, {}, undefined, { cfg: { accessGroups: { home: { type: "message.senders", members: { zalouser: [LAN] } } } } }],
    ["open needs the star", { dmPolicy: "open" }, {}, NOT_ALLOWED],
    ["open", { dmPolicy: "open", allowFrom: ["*"] }, {}, undefined],
    ["disabled", { dmPolicy: "disabled", allowFrom: ["*", LAN] }, {}, "directOff", { paired: [LAN] }],

    ["groups: nothing is allowed by default", {}, inGroup(), "noGroupAllowed"],
    ["groups: an approval is for direct chats", {}, inGroup(), "noGroupAllowed", { paired: [LAN] }],
    ["groups: the Gateway's default for all channels", {}, inGroup(), undefined, { cfg: { channels: { defaults: { groupPolicy: "open" } } } }],
    ["groups: disabled", { groupPolicy: "disabled", groups: { [FAMILY]: {} } }, inGroup(), "groupsOff"],
    ["groups: open", { groupPolicy: "open" }, inGroup(), undefined],
    ["groups: open, only for some", { groupPolicy: "open", groupAllowFrom: [BAO] }, inGroup(), "groupSenderNotAllowed"],
    ["groups: open, one is off", { groupPolicy: "open", groups: { [FAMILY]: { enabled: false } } }, inGroup(), "groupDisabled"],
    ["groups: a listed one, everybody in it", { groups: { [FAMILY]: {} } }, inGroup(), undefined],
    ["groups: a listed one, enabled", { groups: { [FAMILY]: { enabled: true } } }, inGroup(), undefined],
    ["groups: a key with its prefix", { groups: { [`group:${FAMILY}`]: {} } }, inGroup(), undefined],
    ["groups: one that is not listed", { groups: { [SHOP]: {} } }, inGroup(), "groupNotAllowed"],
    ["groups: one that is not listed, whoever writes", { groups: { [SHOP]: {} }, groupAllowFrom: [LAN] }, inGroup(), "groupNotAllowed"],
    ["groups: all listed by the star", { groups: { "*": {} } }, inGroup(), undefined],
    ["groups: off", { groups: { [FAMILY]: { enabled: false } } }, inGroup(), "groupDisabled"],
    ["groups: all off by the star", { groups: { "*": { enabled: false } } }, inGroup(), "groupDisabled"],
    ["groups: all off but one", { groups: { "*": { enabled: false }, [FAMILY]: {} } }, inGroup(), undefined],
    ["groupAllowFrom: who is in it, in any group", { groupAllowFrom: [LAN] }, inGroup(), undefined],
    ["groupAllowFrom: who is not in it", { groups: { [FAMILY]: {} }, groupAllowFrom: [BAO] }, inGroup(), "groupSenderNotAllowed"],
    ["allowFrom is not for groups", { allowFrom: [LAN] }, inGroup(), "noGroupAllowed"],

    ["mention: needed", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [] }), "noMention"],
    ["mention: of another", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [{ uid: BAO, pos: 0, len: 3 }] }), "noMention"],
    ["mention: of all", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [{ uid: "-1", pos: 0, len: 4 }] }), undefined],
    ["mention: a sticker's is none", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [{ uid: SELF, pos: 0, len: 0 }, { uid: "21978" }, { uid: SELF }] }), "noMention"],
    ["mention: an answer to our own words", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [], quote: { senderId: SELF, text: "dạ" } }), undefined],
    ["mention: an answer to another's words", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [], quote: { senderId: BAO, text: "dạ" } }), "noMention"],
    ["mention: answers do not count where the owner said so", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [], quote: { senderId: SELF, text: "dạ" } }), "noMention", { cfg: { channels: { defaults: { implicitMentions: { quotedBot: false } } } } }],
    ["mention: by a pattern", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [], text: "này Trợ Lý ơi" }), undefined, { cfg: { messages: { groupChat: { mentionPatterns: ["trợ lý"] } } } }],
    ["mention: by no pattern", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [], text: "này bạn ơi" }), "noMention", { cfg: { messages: { groupChat: { mentionPatterns: ["trợ lý"] } } } }],
    ["mention: by the agent's name", { groups: { [FAMILY]: {} } }, inGroup({ mentions: [], text: "Sen ơi" }), undefined, { cfg: { agents: { entries: { main: { identity: { name: "Sen" } } } } } }],
    ["mention: not needed here", { groups: { [FAMILY]: { requireMention: false } } }, inGroup({ mentions: [] }), undefined],
    ["mention: not needed anywhere", { groups: { "*": { requireMention: false }, [FAMILY]: { enabled: true } } }, inGroup({ mentions: [] }), undefined],
    ["mention: needed here all the same", { groups: { "*": { requireMention: false }, [FAMILY]: { requireMention: true } } }, inGroup({ mentions: [] }), "noMention"],

    ["command: from anybody in a group", { groups: { [FAMILY]: {} } }, inGroup({ text: "@An /status" }), "commandNotAllowed"],
    ["command: from the owner in a group", { allowFrom: [LAN], groups: { [FAMILY]: {} } }, inGroup({ text: "@An /status" }), undefined],
    ["command: from the owner, without a mention", { allowFrom: [LAN], groups: { [FAMILY]: {} } }, inGroup({ text: "/status", mentions: [] }), undefined],
    ["command: from who may use the agent in groups", { groupAllowFrom: [LAN] }, inGroup({ text: "@An /status" }), undefined],
    ["command: from who was approved", {}, { text: "/status" }, undefined, { paired: [LAN] }],
    ["command: from a stranger", {}, { text: "/status" }, PAIRING],
    ["command: words that only look like one", { groups: { [FAMILY]: {} } }, inGroup({ text: "@An xem /etc giúp" }), undefined],
]) {
    test(what, async () => assert.equal(await refusal(channel, message, more), expected));
}

test("a name in a list matches the id that it was resolved to, and nobody before that", async () => {
    const channel = { dmPolicy: "allowlist", allowFrom: ["Nguyễn Thị Lan"] };
    assert.equal(await refusal(channel, {}), NOT_ALLOWED);
    setNames({ "user:nguyễn thị lan": LAN });
    assert.equal(await refusal(channel, {}), undefined);
    assert.equal(await refusal(channel, { senderId: BAO, senderName: "Nguyễn Thị Lan" }), NOT_ALLOWED, "who bears the name is nobody's business");
    assert.equal(await refusal({ groupPolicy: "open", groupAllowFrom: ["zalouser:Bảo"] }, inGroup()), "groupSenderNotAllowed", "a list of unknown names is no empty list");
});

test("a group's name matches the id that it was resolved to", async () => {
    const channel = { groupPolicy: "allowlist", groups: { "Gia Đình": { requireMention: false }, "*": { enabled: false } } };
    assert.equal(await refusal(channel, inGroup({ mentions: [] })), "groupDisabled");
    setNames({ "group:gia đình": FAMILY });
    assert.equal(await refusal(channel, inGroup({ mentions: [] })), undefined);
});

test("an account whose own id is unknown has no mentions", () => {
    assert.deepEqual(mentionFacts({ text: "?", mentions: [{ uid: SELF, pos: 0, len: 3 }], quote: { text: "?" } }, { core: { channel: { mentions } }, cfg: {} }), { canDetectMention: true, wasMentioned: false, implicitMentionKinds: [] });
});

test("a command is parsed without the mention before it", () => {
    const mentions = [{ uid: SELF, pos: 0, len: 3 }, { uid: SELF, pos: 12, len: 3 }];
    assert.equal(commandText({ text: "@An /status @An", mentions }, SELF), "/status");
    assert.equal(commandText({ text: "@Bo /status", mentions: [{ uid: BAO, pos: 0, len: 3 }] }, SELF), "@Bo /status");
});

test("the groups adapter returns a group's tools and mention rule", () => {
    const cfg = { channels: { zalouser: { groups: { [FAMILY]: { tools: { deny: ["exec"] } }, "Quán": { tools: { allow: ["read"] } }, "*": { requireMention: false, tools: { allow: [] } } } } } };
    setNames({ "group:quán": SHOP });
    const of = (groupId) => [adapter.resolveToolPolicy({ cfg, groupId }), adapter.resolveRequireMention({ cfg, groupId })];
    assert.deepEqual(of(FAMILY), [{ deny: ["exec"] }, false]);
    assert.deepEqual(of(SHOP), [{ allow: ["read"] }, false]);
    assert.deepEqual(of("999"), [{ allow: [] }, false]);
});
