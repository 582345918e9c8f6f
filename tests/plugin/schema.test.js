// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// No setting is accepted and ignored: for each that a schema takes, two values of it lead to two different things.

import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultAccountId, listAccountIds, resolveAccount } from "../../extensions/zalouser/src/account/account.js";
import { plugin } from "../../extensions/zalouser/src/channel.js";
import { pending, remember } from "../../extensions/zalouser/src/inbound/group-context.js";
import { createNameResolver } from "../../extensions/zalouser/src/inbound/name-resolver.js";
import { decide, refusalOf } from "../../extensions/zalouser/src/inbound/policy.js";
import { openDatabase } from "../../extensions/zalouser/src/inbound/queue.js";
import { runTurn } from "../../extensions/zalouser/src/inbound/turn.js";
import { formatted } from "../../extensions/zalouser/src/outbound/formatting.js";
import { maxBytes } from "../../extensions/zalouser/src/outbound/media.js";
import { manifest, pluginSettings, shared } from "../../extensions/zalouser/src/runtime.js";
import { tempFixture } from "./support/fixtures.js";
import { importSdk, provideSdk } from "./support/sdk.js";

provideSdk();

const [SELF, LAN, GROUP] = ["512", "365", "772"];
const { resolveStableChannelMessageIngress: resolveStable } = await importSdk("channel-ingress-runtime");
const { hasControlCommand, shouldComputeCommandAuthorized } = await importSdk("command-auth");
const mentions = await importSdk("channel-inbound");
const { resolveChannelConfigWrites } = await importSdk("channel-config-writes");
const { createReplyPrefixOptions } = await importSdk("channel-reply-pipeline");

/** @returns {any} */
const cfgOf = (section) => ({ channels: { zalouser: section } });
const accountOf = (section) => resolveAccount(cfgOf(section));

/** The real Gateway's decision about a message of Lan's. */
async function verdict(section, message = {}) {
    const core = { channel: { mentions, inbound: { ingress: { resolveStable } }, pairing: { readAllowFromStore: async () => [] }, commands: { shouldComputeCommandAuthorized }, text: { hasControlCommand } } };
    const full = { profile: "default", msgId: "1", threadId: LAN, senderId: LAN, isGroup: false, text: "xin chào", mentions: [], ...message };
    return refusalOf(await decide(full, { core, cfg: cfgOf(section), account: accountOf(section), selfId: SELF }));
}
const inGroup = { isGroup: true, threadId: GROUP, mentions: [{ uid: SELF, pos: 0, len: 3 }] };

/** What the agent reads of a message. */
async function readByAgent(section, more = {}) {
    let read;
    const core = {
        channel: {
            routing: { resolveAgentRoute: () => ({ agentId: "main", sessionKey: "s" }) },
            inbound: { ingress: { resolveStable: async () => ({ ingress: { admission: "dispatch" }, senderAccess: { decision: "allow" }, commandAccess: {} }) }, buildContext: (context) => void (read = context.message.bodyForAgent), dispatch: async () => {} },
            commands: { shouldComputeCommandAuthorized: () => false },
            text: { hasControlCommand: () => false },
            media: {},
        },
    };
    const account = accountOf(section);
    const signal = new AbortController().signal;
    const message = { profile: "default", msgId: "1", threadId: LAN, senderId: LAN, isGroup: false, text: "xin chào", ...more };
    const gateway = /** @type {any} */ ({ core, cfg: cfgOf(section), account, sessions: { getSessionEntry: () => undefined }, connection: {} });
    await runTurn(message, gateway, /** @type {any} */ ({ signal, stopping: signal, replyOptions: {}, isTaken: () => true }));
    return read;
}

/** What is kept of three messages that a group wrote without calling the agent. */
function kept(section) {
    const gateway = { account: accountOf(section), cfg: cfgOf(section), selfId: SELF };
    const message = { profile: "default", threadId: GROUP, senderId: LAN, isGroup: true, text: "xin chào" };
    shared.groupHistories = undefined;
    for (const msgId of ["1", "2", "3"]) remember({ ...message, msgId }, gateway);
    return pending({ ...message, msgId: "4" }, gateway);
}

/** What a name resolves to at the second start, when somebody else bears it. */
async function atSecondStart(section, t) {
    const db = await openDatabase(tempFixture(t).stateDir);
    t.after(() => db.close());
    let found;
    for (const userId of ["1", "2"]) {
        const resolver = createNameResolver({ accountId: "default", config: { allowFrom: ["Lan"], ...section }, db, call: async () => ({ items: [{ userId, displayName: "Lan" }] }) });
        resolver.start(SELF, "default");
        await resolver.ready();
        found = resolver.idOf("user", "lan");
        resolver.stop();
    }
    return found;
}

const toolsOf = (section) => plugin.groups?.resolveToolPolicy?.({ cfg: cfgOf(section), groupId: GROUP });

/** For each setting: two values, and what is seen of them. */
const EFFECTS = {
    name: ["Nhà", "Tiệm", (name) => plugin.config.describeAccount?.(accountOf({ name }), cfgOf({ name }))?.name],
    enabled: [true, false, (enabled) => accountOf({ enabled }).enabled],
    configWrites: [true, false, (configWrites) => resolveChannelConfigWrites({ cfg: cfgOf({ configWrites }), channelId: "zalouser", accountId: "default" })],
    profile: ["nha", "tiem", (profile) => accountOf({ profile }).profile],
    dmPolicy: ["pairing", "disabled", (dmPolicy) => verdict({ dmPolicy })],
    "allowFrom[]": [LAN, "366", (entry) => verdict({ dmPolicy: "allowlist", allowFrom: [entry] })],
    groupPolicy: ["open", "disabled", (groupPolicy) => verdict({ groupPolicy }, inGroup)],
    "groupAllowFrom[]": [LAN, "366", (entry) => verdict({ groupPolicy: "open", groupAllowFrom: [entry] }, inGroup)],
    "groups.*.enabled": [true, false, (enabled) => verdict({ groups: { [GROUP]: { enabled } } }, inGroup)],
    "groups.*.requireMention": [true, false, (requireMention) => verdict({ groups: { [GROUP]: { requireMention } } }, { ...inGroup, mentions: [] })],
    "groups.*.tools.allow[]": ["read", "exec", (entry) => toolsOf({ groups: { [GROUP]: { tools: { allow: [entry] } } } })],
    "groups.*.tools.alsoAllow[]": ["read", "exec", (entry) => toolsOf({ groups: { [GROUP]: { tools: { alsoAllow: [entry] } } } })],
    "groups.*.tools.deny[]": ["read", "exec", (entry) => toolsOf({ groups: { [GROUP]: { tools: { deny: [entry] } } } })],
    mediaMaxMb: [1, 2, (mediaMaxMb) => maxBytes({}, accountOf({ mediaMaxMb }))],
    messagePrefix: ["[a]", "[b]", (messagePrefix) => readByAgent({ messagePrefix })],
    responsePrefix: ["a:", "b:", (responsePrefix) => createReplyPrefixOptions({ cfg: cfgOf({ responsePrefix }), agentId: "main", channel: "zalouser", accountId: "default" }).responsePrefix],
    historyLimit: [1, 2, (historyLimit) => kept({ historyLimit }).length],
    "markdown.tables": ["bullets", "off", async (tables) => (await formatted(accountOf({ markdown: { tables } }), "| A | B |\n|---|---|\n| 1 | 2 |")).text],
    dangerouslyAllowNameMatching: [true, false, (dangerouslyAllowNameMatching, t) => atSecondStart({ dangerouslyAllowNameMatching }, t)],
    replyToMode: ["off", "first", (replyToMode) => plugin.threading?.resolveReplyToMode?.({ cfg: cfgOf({ replyToMode }) })],
    wordlessTurns: [true, false, (wordlessTurns) => readByAgent({ wordlessTurns }, { msgType: "chat.sticker", text: "[sticker]" })],
    defaultAccount: ["a", "b", (defaultAccount) => defaultAccountId(cfgOf({ accounts: { a: {}, b: {} }, defaultAccount }))],
    accounts: [{ a: {} }, { b: {} }, (accounts) => listAccountIds(cfgOf({ accounts }))],
};

const OWN_EFFECTS = {
    socket: ["/run/a", "/run/b", (socket) => pluginSettings(withOwn({ socket })).socket],
    startCompanion: [true, false, (startCompanion) => pluginSettings(withOwn({ startCompanion })).startCompanion],
    companion: ["/a", "/b", (companion) => pluginSettings(withOwn({ companion })).companion],
};
const withOwn = (config) => /** @type {any} */ ({ plugins: { entries: { zalouser: { config } } } });

/** The settings of a schema that have a value: `groups.*.tools.allow[]`. An account's are those of the section (manifest.test.js). */
function settingsOf(schema, at = "") {
    if (at === "accounts") return [at];
    const below = [
        ...Object.entries(schema.properties ?? {}).map(([name, one]) => [one, at ? `${at}.${name}` : name]),
        ...(typeof schema.additionalProperties === "object" ? [[schema.additionalProperties, `${at}.*`]] : []),
        ...(schema.items ? [[schema.items, `${at}[]`]] : []),
    ];
    return below.length === 0 ? [at] : below.flatMap(([one, path]) => settingsOf(one, path));
}

for (const [what, schema, effects] of [
    ["channels.zalouser", manifest.channelConfigs.zalouser.schema, EFFECTS],
    ["plugins.entries.zalouser.config", manifest.configSchema, OWN_EFFECTS],
]) {
    test(`${what}: every setting of the schema has its row here`, () => {
        assert.deepEqual(settingsOf(schema).toSorted(), Object.keys(effects).toSorted());
    });
    for (const [name, [one, other, seen]] of Object.entries(effects)) {
        test(`${what}.${name} does something`, async (t) => assert.notDeepEqual(await seen(one, t), await seen(other, t)));
    }
}
