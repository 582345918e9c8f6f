// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What the companion asks about pairing requests. The Gateway's own RPC is faked.

import assert from "node:assert/strict";
import { registerHooks } from "node:module";
import { test } from "node:test";
import { pairingMethods } from "../../../extensions/zalouser/src/inbound/pairing.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { exampleOf, namesOf } from "../support/examples.js";

const RPC = "data:text/javascript,export const callGatewayFromCli = (...call) => globalThis.answerOfGateway(...call);";

registerHooks({
    resolve: (specifier, context, next) => (specifier === "openclaw/plugin-sdk/gateway-runtime" ? { url: RPC, shortCircuit: true } : next(specifier, context)),
});

/**
 * A Gateway that answers every call with `answer`, which may be a function of the method; what it was asked. `upsert` stands for its store.
 */
function gatewayWith(answer, upsert = async (_request) => ({ code: "ABC123", created: false })) {
    const calls = [];
    Object.assign(globalThis, {
        answerOfGateway: async (method, _options, params) => {
            calls.push([method, params]);
            const given = typeof answer === "function" ? await answer(method) : answer;
            if (given instanceof Error) throw given;
            return given;
        },
    });
    shared.runtime = /** @type {any} */ ({ channel: { pairing: { upsertPairingRequest: upsert } } });
    return calls;
}

const LAN = { requestId: "r1", accountId: "default", senderId: "365", metadata: { name: "Lan" }, createdAt: "2026-11-18T10:13:20.000Z" };

test("requests are listed with name and code, as PROTOCOL.md names them", async () => {
    gatewayWith({ requests: [LAN] });
    const list = await pairingMethods["pairing.list"]();
    assert.deepEqual(list.requests, [{ requestId: "r1", accountId: "default", senderId: "365", name: "Lan", code: "ABC123", createdAt: Date.parse(LAN.createdAt) }]);
    assert.deepEqual(namesOf(list), namesOf(exampleOf("pairing.list result")));
});

test("asking for a code keeps the name: the store writes what it is given", async () => {
    const given = [];
    gatewayWith({ requests: [LAN, { ...LAN, requestId: "r2", senderId: "366", metadata: undefined }] }, async ({ id, meta }) => {
        given.push([id, meta]);
        return { code: "ABC123", created: false };
    });
    await pairingMethods["pairing.list"]();
    assert.deepEqual(given, [["365", { name: "Lan" }], ["366", {}]]);
});

test("a request that was answered since it was listed is not made again", async () => {
    const made = { ...LAN, requestId: "r9" };
    let lists = 0;
    const answer = (method) => (method === "channels.pairing.list" ? { requests: [++lists === 1 ? LAN : made] } : {});
    const calls = gatewayWith(answer, async () => ({ code: "NEW", created: true }));
    assert.deepEqual(await pairingMethods["pairing.list"](), { requests: [] });
    assert.deepEqual(calls.at(-1), ["channels.pairing.dismiss", { channel: "zalouser", accountId: "default", requestId: "r9" }]);
});

test("a code that cannot be had hides no request", async () => {
    gatewayWith({ requests: [LAN] }, async () => {
        throw new Error("locked");
    });
    const { requests } = await pairingMethods["pairing.list"]();
    assert.deepEqual(requests.map(({ requestId, code }) => [requestId, code]), [["r1", ""]]);
});

test("no answer is given between a list and its codes", async () => {
    const steps = [];
    /** @type {PromiseWithResolvers<void>} */
    const { promise, resolve } = Promise.withResolvers();
    gatewayWith((method) => {
        steps.push(method);
        return { requests: [LAN], senderId: "365" };
    }, async () => {
        await promise;
        steps.push("code");
        return { code: "ABC123", created: false };
    });
    const listed = pairingMethods["pairing.list"]();
    const approved = pairingMethods["pairing.approve"]({ requestId: "r1", accountId: "default" });
    resolve();
    await Promise.all([listed, approved]);
    assert.deepEqual(steps, ["channels.pairing.list", "code", "channels.pairing.approve"]);
});

test("the sender is told of the approval later: the answer waits for no send", async (t) => {
    const begun = [];
    const open = [];
    shared.approvals = new Map([["default", /** @type {any} */ ({ keyFor: () => open[0], begin: (sender) => begun.push(sender) })]]);
    t.after(() => (shared.approvals = undefined));
    const calls = gatewayWith({ senderId: "zalouser:365" });
    const approve = () => pairingMethods["pairing.approve"]({ requestId: "r1", accountId: "default" });
    await approve();
    assert.equal(calls[0][1].notify, undefined);
    assert.deepEqual(begun, ["365"]);
    open.push("approved:default:365:1"); // they were given a code, so it is looked for already
    await approve();
    assert.deepEqual(begun, ["365"]);
});

test("what the Gateway says is told apart", async () => {
    const target = { requestId: "r1", accountId: "default" };
    for (const [text, kind, code] of /** @type {[string, string, number][]} */ ([
        ["pending DM access request no longer exists", "params", -32602],
        ["gateway timeout after 15000ms", "uncertain", -32006],
        ["gateway closed (1006): abnormal closure", "uncertain", -32006],
        ["missing scope: operator.pairing", "gatewayRefused", -32000],
    ])) {
        gatewayWith(new Error(text));
        await assert.rejects(pairingMethods["pairing.approve"](target), { kind, wireCode: code }, text);
    }
});

for (const method of /** @type {const} */ (["pairing.approve", "pairing.dismiss"])) {
    test(`${method} asks the Gateway, and needs to know whom`, async () => {
        const calls = gatewayWith({});
        const params = exampleOf(`${method} params`);
        assert.deepEqual(await pairingMethods[method](params), exampleOf(`${method} result`));
        assert.equal(calls[0][0], `channels.${method}`);
        assert.deepEqual([calls[0][1].requestId, calls[0][1].accountId], [params.requestId, params.accountId]);
        await assert.rejects(pairingMethods[method]({ requestId: "r1" }), { kind: "params", wireCode: -32602 });
        assert.equal(calls.length, 1);
    });
}
