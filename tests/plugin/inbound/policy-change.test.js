// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Changes of who the bot answers, on a configuration in memory. tests/gateway/cures.test.js has them on a real Gateway's file.

import assert from "node:assert/strict";
import { test } from "node:test";
import { policyMethods } from "../../../extensions/zalouser/src/inbound/policy-change.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { exampleOf, namesOf } from "../support/examples.js";
import { setTiming } from "../support/fixtures.js";

const [LAN, BAO] = ["365", "391"];
const [FAMILY, SHOP] = ["772", "773"];

/**
 * A Gateway with this section of the channel; what it wrote.
 * @param {any} channel
 * @param {{raw?: string, fails?: Error, more?: any}} [options]
 */
function gatewayWith(channel, { raw = "{}", fails, more = {} } = {}) {
    const on = { config: /** @type {any} */ ({ ...more, channels: { ...more.channels, zalouser: channel } }), writes: 0 };
    const mutateConfigFile = async ({ mutate }) => {
        const draft = structuredClone(on.config);
        await mutate(draft, { snapshot: { raw } });
        if (fails) throw fails;
        on.config = draft;
        ++on.writes;
    };
    shared.runtime = /** @type {any} */ ({ config: { mutateConfigFile } });
    shared.config = () => on.config;
    shared.connectionManager = /** @type {any} */ ({ accounts: [{ accountId: "default", profile: "default" }, { accountId: "shop", profile: "shop" }] });
    return on;
}

const plan = (change, more = {}) => policyMethods["policy.plan"]({ profile: "default", change, threadId: LAN, senderId: LAN, isGroup: false, ...more });
const apply = (changes, profile = "default") => policyMethods["policy.apply"]({ profile, changes });
const inverse = (changes) => changes.map(({ path, before, after }) => ({ path, before: after, after: before })).toReversed();
const GROUP = { threadId: FAMILY, isGroup: true };

/** @type {[string, any, string, object, any][]} */
const cases = [
    ["a person who is not in the list", { dmPolicy: "allowlist", allowFrom: [BAO] }, "allowSender", {}, { dmPolicy: "allowlist", allowFrom: [BAO, LAN] }],
    ["a person, where there is no list yet", { dmPolicy: "allowlist" }, "allowSender", {}, { dmPolicy: "allowlist", allowFrom: [LAN] }],
    ["a person, where direct messages are off", { dmPolicy: "disabled" }, "allowSender", {}, { dmPolicy: "allowlist", allowFrom: [LAN] }],
    ["a person in groups", { groups: { [FAMILY]: {} }, groupAllowFrom: [BAO] }, "allowSender", GROUP, { groups: { [FAMILY]: {} }, groupAllowFrom: [BAO, LAN] }],
    ["a group, where none is named", {}, "answerGroup", GROUP, { groups: { [FAMILY]: { enabled: true } } }],
    ["a group beside others", { groups: { [SHOP]: { requireMention: false } } }, "answerGroup", GROUP, { groups: { [SHOP]: { requireMention: false }, [FAMILY]: { enabled: true } } }],
    ["a group that is off, under the key that it has", { groups: { [`group:${FAMILY}`]: { enabled: false } } }, "answerGroup", GROUP, { groups: { [`group:${FAMILY}`]: { enabled: true } } }],
    ["a group, where all are off", { groupPolicy: "disabled" }, "answerGroup", GROUP, { groupPolicy: "allowlist", groups: { [FAMILY]: { enabled: true } } }],
    ["a group without a mention", { groups: { [FAMILY]: { enabled: true } } }, "withoutMention", GROUP, { groups: { [FAMILY]: { enabled: true, requireMention: false } } }],
    ["a group without a mention, where all are open", { groupPolicy: "open" }, "withoutMention", GROUP, { groupPolicy: "open", groups: { [FAMILY]: { requireMention: false } } }],
    ["a group without a mention, where people are named and groups are not: the others go on", { groupAllowFrom: [LAN] }, "withoutMention", GROUP, { groupAllowFrom: [LAN], groups: { "*": { enabled: true }, [FAMILY]: { requireMention: false } } }],
];

for (const [what, channel, change, more, expected] of cases) {
    test(`${what}, and back`, async () => {
        const on = gatewayWith(channel);
        const { changes, losesComments } = await plan(change, more);
        assert.deepEqual([on.writes, losesComments], [0, false], "a plan writes nothing");
        assert.deepEqual(await apply(changes), {});
        assert.deepEqual(on.config.channels.zalouser, expected);
        assert.deepEqual((await plan(change, more)).changes, [], "nothing is left to do");
        await apply(changes);
        assert.equal(on.writes, 1, "what is so already is not written");
        await apply(inverse(changes));
        assert.deepEqual(on.config.channels.zalouser, channel);
    });
}

test("an account's own setting is changed where it stands", async () => {
    const on = gatewayWith({ allowFrom: [BAO], groups: {}, accounts: { shop: { allowFrom: [BAO] }, default: {} } });
    const { changes } = await plan("allowSender", { profile: "shop" });
    assert.deepEqual(changes.map(({ path }) => path.join(".")), ["channels.zalouser.accounts.shop.allowFrom"]);
    await apply(changes, "shop");
    assert.deepEqual([on.config.channels.zalouser.allowFrom, on.config.channels.zalouser.accounts.shop.allowFrom], [[BAO], [BAO, LAN]]);
});

test("the Gateway's default for all channels counts", async () => {
    gatewayWith({}, { more: { channels: { defaults: { groupPolicy: "disabled" } } } });
    assert.deepEqual((await plan("answerGroup", GROUP)).changes.map(({ path }) => path.at(-1)), ["groupPolicy", "groups"]);
});

test("who was let in meanwhile stays when a change is undone", async () => {
    const on = gatewayWith({ dmPolicy: "allowlist" });
    const { changes } = await plan("allowSender");
    await apply(changes);
    on.config.channels.zalouser.allowFrom.push(BAO);
    await apply(inverse(changes));
    assert.deepEqual(on.config.channels.zalouser.allowFrom, [BAO]);
});

test("what somebody else changed meanwhile is left as it is", async () => {
    const on = gatewayWith({ groups: { [FAMILY]: { enabled: false } } });
    const { changes } = await plan("answerGroup", GROUP);
    on.config.channels.zalouser.groups[FAMILY] = { requireMention: true };
    await assert.rejects(apply(changes), { kind: "configChanged", data: { detail: `channels.zalouser.groups.${FAMILY}.enabled` } });
    assert.equal(on.writes, 0);
});

test("what is left to do of changes that were planned before", async () => {
    const on = gatewayWith({ dmPolicy: "disabled", allowFrom: [BAO] });
    const { changes } = await plan("allowSender");
    const left = async () => (await policyMethods["policy.plan"]({ profile: "default", changes: inverse(changes) })).changes;
    assert.deepEqual(await left(), [], "nothing was done yet, so nothing can be undone");
    await apply(changes);
    assert.deepEqual(await left(), inverse(changes));
    on.config.channels.zalouser.allowFrom = [BAO];
    assert.deepEqual((await left()).map(({ path }) => path.at(-1)), ["dmPolicy"], "somebody undid a part of it");
    on.config.channels.zalouser.dmPolicy = "open";
    await assert.rejects(left(), { kind: "configChanged", data: { detail: "channels.zalouser.dmPolicy" } });
    assert.equal(on.writes, 1, "a plan writes nothing");
    await assert.rejects(policyMethods["policy.plan"]({ profile: "default", changes: [{ path: ["gateway", "auth"], before: null, after: "true" }] }), { kind: "params" });
    await assert.rejects(policyMethods["policy.plan"]({ profile: "nobody's", changes }), { wireCode: -32602 });
});

test("comments that will be lost are told before", async () => {
    gatewayWith({}, { raw: "{\n// mine\nchannels: {}}" });
    assert.equal((await plan("allowSender")).losesComments, true);
});

test("nothing else can be changed, nor under a configuration that is not to be written", async () => {
    const on = gatewayWith({ configWrites: false });
    const bad = [["channels", "zalouser", "profile"], ["channels", "telegram", "allowFrom"], ["gateway", "auth"], ["channels", "zalouser", "groups", FAMILY, "tools"], ["channels", "zalouser", "allowFrom", "0"], ["channels", "zalouser", "groups", "__proto__"], [], "channels"];
    for (const path of bad) await assert.rejects(apply([{ path, before: null, after: "true" }]), { kind: "params" });
    const tools = { tools: { allow: ["exec"] } };
    /** @type {[string[], any][]} */
    const groups = [[["groups"], { [FAMILY]: tools }], [["groups", FAMILY], tools], [["groups", FAMILY], "all"], [["groups", FAMILY, "enabled", "x"], true]];
    for (const [keys, after] of groups) await assert.rejects(apply([{ path: ["channels", "zalouser", ...keys], before: null, after: JSON.stringify(after) }]), { kind: "params" });
    const dmPolicy = { path: ["channels", "zalouser", "dmPolicy"], before: "1" };
    for (const changes of [undefined, [], [null], [{ ...dmPolicy, after: "1" }], [{ ...dmPolicy, after: "{" }], [{ ...dmPolicy, after: 1 }]]) await assert.rejects(apply(changes), { kind: "params" });
    await assert.rejects(apply((await plan("allowSender")).changes), { kind: "configLocked" });
    assert.equal(on.writes, 0);
    for (const more of [{ senderId: "Lan" }, { threadId: undefined }, { profile: "nobody's" }]) await assert.rejects(plan("allowSender", more), { wireCode: -32602 });
    await assert.rejects(plan("everything"), { kind: "params" });
});

test("what OpenClaw does not write is told, and a change is answered though it is adopted later", async (t) => {
    setTiming(t, { configAdoptionMs: 20, configPollMs: 1 });
    gatewayWith({ dmPolicy: "allowlist" }, { fails: new Error("config changed since last load") });
    const { changes } = await plan("allowSender");
    await assert.rejects(apply(changes), { kind: "configRefused", data: { detail: "config changed since last load" } });
    gatewayWith({ dmPolicy: "allowlist" });
    shared.config = () => /** @type {any} */ ({ channels: { zalouser: { dmPolicy: "allowlist" } } });
    assert.deepEqual(await apply(changes), {});
});

test("they are called as PROTOCOL.md names them", async () => {
    gatewayWith({ dmPolicy: "allowlist" });
    const planned = await policyMethods["policy.plan"](exampleOf("policy.plan params"));
    assert.deepEqual(namesOf(planned), namesOf(exampleOf("policy.plan result")));
    assert.deepEqual(await policyMethods["policy.apply"](exampleOf("policy.apply params")), exampleOf("policy.apply result"));
});
