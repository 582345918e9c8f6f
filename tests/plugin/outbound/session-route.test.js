// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Which session a chat has, with the Gateway's own functions for keys.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { plugin } from "../../../extensions/zalouser/src/channel.js";
import { sessionOf } from "../../../extensions/zalouser/src/outbound/session-route.js";
import { resolveTarget, targetResolver } from "../../../extensions/zalouser/src/outbound/targets.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { importSdk, provideSdk } from "../support/sdk.js";

provideSdk();
const { buildAgentSessionKey } = await importSdk("routing");
/** @type {{kind: "direct" | "group", id: string}} */
const LAN = { kind: "direct", id: "365" };

/** @returns {any} */
const cfgOf = (session, accounts) => ({ session, channels: { zalouser: { accounts } } });
const keyIn = (accountId, peer) => (dmScope) => ({ agentId: "main", sessionKey: buildAgentSessionKey({ agentId: "main", channel: "zalouser", accountId, peer, dmScope }) });
/** A store with these sessions: key → the account that used it last. */
const storeWith = (sessions = {}) => ({
    getSessionEntry: ({ sessionKey }) => (Object.hasOwn(sessions, sessionKey) ? { account: sessions[sessionKey] } : undefined),
    deliveryContextFromSession: ({ account }) => (account ? { accountId: account } : undefined),
});
const keyOf = (accountId, { cfg = cfgOf(), sessions = {}, peer = LAN } = {}) => sessionOf(cfg, { accountId, peer }, keyIn(accountId, peer), storeWith(sessions)).sessionKey;

beforeEach(() => {
    shared.connectionManager = undefined;
    shared.knownIds = undefined;
    shared.runtime = /** @type {any} */ ({ channel: { routing: { buildAgentSessionKey } } });
});

test("a person's chats with two accounts are two sessions", () => {
    assert.equal(keyOf("default"), "agent:main:zalouser:default:direct:365");
    assert.equal(keyOf("shop"), "agent:main:zalouser:shop:direct:365");
});

test("a session that both accounts shared is continued by the one that used it last, and by no other", () => {
    const cfg = cfgOf(undefined, { default: {}, shop: {} });
    const sessions = { "agent:main:zalouser:direct:365": "shop" };
    assert.equal(keyOf("shop", { cfg, sessions }), "agent:main:zalouser:direct:365");
    assert.equal(keyOf("default", { cfg, sessions }), "agent:main:zalouser:default:direct:365");
    // A session that names no account is the default one's.
    assert.equal(keyOf("default", { cfg, sessions: { "agent:main:zalouser:direct:365": "" } }), "agent:main:zalouser:direct:365");
});

test("what the configuration says about sessions holds", () => {
    assert.equal(keyOf("shop", { cfg: cfgOf({ dmScope: "per-channel-peer" }) }), "agent:main:zalouser:direct:365");
    assert.equal(keyOf("shop", { cfg: cfgOf({ dmScope: "main" }) }), "agent:main:zalouser:shop:direct:365");
    assert.equal(keyOf("shop", { peer: { kind: "group", id: "772" } }), "agent:main:zalouser:group:772");
});

test("one send looks a bare id up once, and asks again where nobody could be asked", async () => {
    const asked = [];
    const call = async (method, { query }) => {
        asked.push(query);
        if (asked.length === 1) throw new Error("later");
        return { items: query === "772" ? [{ groupId: "772", name: "Gia đình" }] : [] };
    };
    shared.connectionManager = /** @type {any} */ ({ current: () => ({ call }) });
    const cfg = cfgOf();
    const kindOf = async (target) => {
        const { kind } = (await targetResolver.resolveTarget(/** @type {any} */ ({ cfg, input: target }))) ?? {};
        return [kind, (await plugin.messaging.resolveOutboundSessionRoute(/** @type {any} */ ({ cfg, agentId: "main", target }))).chatType, (await resolveTarget(cfg, { profile: "default" }, target)).isGroup];
    };
    assert.deepEqual(await kindOf("365"), ["user", "direct", false]);
    assert.deepEqual(await kindOf("772"), ["group", "group", true]);
    assert.deepEqual(asked, ["365", "365", "772"]);
    await resolveTarget(cfg, { profile: "shop" }, "772");
    assert.deepEqual(asked.slice(3), ["772"], "another account is in other groups");
});

test("what is sent by itself is remembered in the session of the chat that gets it", async () => {
    const routeTo = (target, more) => plugin.messaging.resolveOutboundSessionRoute(/** @type {any} */ ({ cfg: cfgOf(more), agentId: "main", target }));
    const direct = await routeTo("zalouser:365");
    assert.deepEqual(direct, {
        sessionKey: "agent:main:zalouser:default:direct:365",
        baseSessionKey: "agent:main:zalouser:default:direct:365",
        recipientSessionExact: "delivery-identity",
        peer: LAN,
        chatType: "direct",
        from: "zalouser:365",
        to: "zalouser:365",
    });
    const { sessionKey, chatType, to, recipientSessionExact } = await routeTo("group:772");
    assert.deepEqual([sessionKey, chatType, to, recipientSessionExact], ["agent:main:zalouser:group:772", "group", "zalouser:group:772", true]);
    assert.equal((await routeTo("365", { dmScope: "per-channel-peer" })).recipientSessionExact, true);
});
