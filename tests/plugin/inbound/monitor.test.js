// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// One account from its start to its abort, against a fake companion. The Gateway's runtime is faked; its SDK is the real one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { startAccount } from "../../../extensions/zalouser/src/inbound/monitor.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { CFG, fakeCompanionAtDefault, until } from "../support/fixtures.js";
import { exampleOf, namesOf } from "../support/examples.js";
import { provideSdk } from "../support/sdk.js";

provideSdk();

/** A running account whose agent answers everything in the same way. */
async function running(t) {
    const fake = await fakeCompanionAtDefault(t);
    const seen = { statuses: [], lines: [] };
    shared.config = () => CFG;
    shared.connectionManager = undefined;
    shared.runtime = /** @type {any} */ ({
        version: "2026.9.6",
        channel: {
            pairing: { readAllowFromStore: async () => [] },
            commands: { shouldComputeCommandAuthorized: () => false },
            routing: { resolveAgentRoute: ({ dmScope, peer }) => ({ agentId: "main", dmScope, sessionKey: `agent:main:${peer.kind}:${peer.id}` }) },
            media: { saveMediaBuffer: async () => ({ path: "/store/x" }) },
            inbound: {
                ingress: { resolveStable: async () => ({ ingress: { admission: "dispatch" }, senderAccess: { decision: "allow" }, commandAccess: { requested: false } }) },
                buildContext: (context) => context,
                dispatch: ({ delivery }) => delivery.deliver({ text: "chào bạn" }, {}),
            },
        },
    });
    const abort = new AbortController();
    const log = Object.fromEntries(["info", "warn", "error"].map((level) => [level, (line) => seen.lines.push(`${level}: ${line}`)]));
    const account = resolveAccount(CFG);
    const context = /** @type {any} */ ({ cfg: CFG, accountId: account.accountId, account, abortSignal: abort.signal, log, setStatus: (status) => seen.statuses.push(status) });
    const ended = startAccount(context);
    const stop = async () => {
        abort.abort();
        await ended;
    };
    t.after(stop);
    await until(() => fake.gateway);
    return { fake, seen, stop };
}

test("an account is connected, answers what is delivered and reports the outcome", async (t) => {
    const { fake, seen } = await running(t);
    await fake.inject({ msgId: "1", threadId: "365", text: "xin chào" });
    await until(() => fake.outcomes.length === 1);
    assert.deepEqual(fake.outcomes, [{ profile: "default", threadId: "365", msgId: "1", outcome: "dispatched" }]);
    assert.deepEqual(fake.outbox.map(({ threadId, text, key }) => [threadId, text, key]), [["365", "chào bạn", "default:365:1:0"]]);
    const { connected, lastError } = seen.statuses.find((status) => "connected" in status);
    assert.deepEqual([connected, lastError], [true, null]);
    assert.ok(seen.statuses.some(({ lastInboundAt }) => lastInboundAt > 0) && seen.statuses.some(({ lastOutboundAt }) => lastOutboundAt > 0));
    assert.deepEqual(seen.lines, ["info: [default] connected to Zalo Companion"]);
});

test("an account whose profile another one has says so", async (t) => {
    const { fake, seen } = await running(t);
    const twin = { ...resolveAccount(CFG), accountId: "second" };
    const abort = new AbortController();
    const statuses = [];
    const lines = [];
    const log = Object.fromEntries(["info", "warn", "error"].map((level) => [level, (line) => lines.push(`${level}: ${line}`)]));
    const ended = startAccount(/** @type {any} */ ({ cfg: CFG, accountId: "second", account: twin, abortSignal: abort.signal, log, setStatus: (status) => statuses.push(status) }));
    t.after(async () => {
        abort.abort();
        await ended;
    });
    await until(() => statuses.some(({ connected }) => connected));
    assert.match(statuses.find(({ connected }) => connected).lastError, /account default has the profile “default” too/);
    assert.ok(lines.some((line) => line.startsWith("warn: [second] The account default")));
    assert.ok(seen.statuses.filter(({ connected }) => connected).every(({ lastError }) => lastError === null));
    assert.ok(fake.gateway);
});

test("the companion learns which accounts this Gateway has, and a foreign profile is refused", async (t) => {
    const { fake } = await running(t);
    const info = await fake.ask("gateway.info", exampleOf("gateway.info params"));
    assert.deepEqual([info.accounts, info.version], [[{ accountId: "default", profile: "default" }], "2026.9.6"]);
    assert.deepEqual(namesOf(info), namesOf(exampleOf("gateway.info result")));
    await assert.rejects(fake.ask("inbound.deliver", { profile: "other", msgId: "1" }), { kind: "noAccount" });
});

test("a message with everything that one can have is accepted", async (t) => {
    const { fake } = await running(t);
    assert.deepEqual(await fake.ask("inbound.deliver", exampleOf("inbound.deliver params")), exampleOf("inbound.deliver result"));
});

test("an aborted account ends with its connection, and changes its status no more", async (t) => {
    const { fake, seen, stop } = await running(t);
    await stop();
    await until(() => fake.connections.size === 0);
    const { length } = seen.statuses;
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(seen.statuses.length, length);
    assert.equal(shared.approvals?.size, 0);
});

test("a lost companion is reported in the status and found again", async (t) => {
    const { fake, seen } = await running(t);
    fake.drop();
    await until(() => seen.statuses.some(({ connected }) => connected === false));
    assert.match(seen.statuses.find(({ connected }) => connected === false).lastDisconnect.error, /closed the connection/);
    await until(() => fake.gateway);
    await fake.inject({ msgId: "2", threadId: "365", text: "còn đó không?" });
    await until(() => fake.outcomes.length === 1);
});
