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

/** A Gateway that answers every call with `answer`; what it was asked. */
function gatewayWith(answer) {
    const calls = [];
    Object.assign(globalThis, {
        answerOfGateway: async (method, _options, params) => {
            calls.push([method, params]);
            if (answer instanceof Error) throw answer;
            return answer;
        },
    });
    shared.runtime = /** @type {any} */ ({ channel: { pairing: { upsertPairingRequest: async () => ({ code: "ABC123", created: false }) } } });
    return calls;
}

test("requests are listed with name and code, as PROTOCOL.md names them", async () => {
    const createdAt = "2026-11-18T10:13:20.000Z";
    gatewayWith({ requests: [{ requestId: "r1", accountId: "default", senderId: "365", metadata: { name: "Lan" }, createdAt }] });
    const list = await pairingMethods["pairing.list"]();
    assert.deepEqual(list.requests, [{ requestId: "r1", accountId: "default", senderId: "365", name: "Lan", code: "ABC123", createdAt: Date.parse(createdAt) }]);
    assert.deepEqual(namesOf(list), namesOf(exampleOf("pairing.list result")));
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
