// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Another program of the same user took the companion's socket. Who has met the companion once tells it nothing but hello, whatever it
// answers, and never begins anew by itself: a person lets it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { probeAccount } from "../../../extensions/zalouser/src/account/status.js";
import { connectToCompanion } from "../../../extensions/zalouser/src/bridge/connect.js";
import { ConnectionManager } from "../../../extensions/zalouser/src/bridge/connection-manager.js";
import { isPossiblySent } from "../../../extensions/zalouser/src/bridge/errors.js";
import { proof } from "../../../extensions/zalouser/src/bridge/handshake.js";
import { loadIdentity, markProved, startOverCommand } from "../../../extensions/zalouser/src/bridge/key-file.js";
import { outbound } from "../../../extensions/zalouser/src/outbound/outbound.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { FakeCompanion } from "../support/fake-companion.js";
import { CFG, fakeCompanionAt, tempFixture, until } from "../support/fixtures.js";
import { provideSdk } from "../support/sdk.js";
import { INVITATIONS, LIES, Squatter, WORDS, squatterAt } from "../support/squatter.js";

provideSdk();

const TEXT = "một câu riêng tư";
const open = (place, more) => connectToCompanion({ ...place, role: "cli", ...more });
const keyFile = (place) => path.join(place.stateDir, "zalouser/gateway.json");

/** A Gateway that the companion let in and that is away now, as the plugin finds it by default. */
async function proved(t) {
    const place = tempFixture(t);
    process.env.OPENCLAW_ZALOUSER_SOCKET = place.path;
    process.env.OPENCLAW_STATE_DIR = place.stateDir;
    shared.config = () => CFG;
    shared.connectionManager = undefined;
    const fake = await new FakeCompanion(place.path).listen();
    (await open(place)).channel.close();
    await fake.close();
    return { place, fake };
}

/** Puts the companion back where it was until the test ends. */
async function comesBack(t, fake) {
    await fake.listen();
    t.after(() => fake.close());
}

const nothingOfOurs = (heard, place) => {
    const all = heard.join("");
    assert.ok(!all.includes(loadIdentity(place.stateDir).key.toString("base64")), "the key");
    assert.ok(!all.includes(TEXT), "a text");
};

for (const [name, { answer, kind }] of Object.entries({ ...INVITATIONS, ...LIES })) {
    test(`a Gateway that knows its companion tells a squatter nothing but hello: ${name}`, async (t) => {
        const { place, fake } = await proved(t);
        const before = fs.readFileSync(keyFile(place), "utf8");
        const squatter = await new Squatter(place.path, answer).listen();
        const served = [];
        const methods = { "inbound.deliver": (params) => void served.push(params), "gateway.info": () => void served.push("info") };
        await assert.rejects(open(place, { role: "gateway", methods, onNotification: (method) => served.push(method) }), (/** @type {any} */ error) => {
            assert.equal(error.kind, kind, error.message);
            assert.ok(!error.message.includes(WORDS), "its words are not passed on");
            assert.equal(isPossiblySent(error), false, "nor what it says of messages");
            return true;
        });
        assert.deepEqual(squatter.asked, ["hello"]);
        nothingOfOurs(squatter.heard, place);
        assert.deepEqual(served, []);
        assert.equal(fs.readFileSync(keyFile(place), "utf8"), before, "it stays who it is");
        await squatter.close();
        await comesBack(t, fake);
        (await open(place)).channel.close();
        assert.equal(fake.gateways.size, 1);
    });

    if (kind === "protocol") continue; // that needs a person
    test(`a message waits until the squatter is gone: ${name}`, async (t) => {
        const { place, fake } = await proved(t);
        const attempt = () => outbound.sendText({ cfg: CFG, to: "365333052772575247", text: TEXT, deliveryQueueId: "q1" });
        const squatter = await new Squatter(place.path, answer).listen();
        await assert.rejects(attempt(), { name: "PlatformMessageNotDispatchedError", retryable: true, message: /^The message is queued, not failed/ });
        assert.ok(squatter.asked.every((method) => method === "hello"), squatter.asked.join(" "));
        nothingOfOurs(squatter.heard, place);
        await squatter.close();
        await comesBack(t, fake);
        await attempt();
        assert.deepEqual(fake.outbox.map(({ text }) => text), [TEXT]);
    });
}

for (const [name, { answer, kind }] of Object.entries(LIES)) {
    test(`a Gateway that knows no companion yet tells a squatter nothing but hello either: ${name}`, async (t) => {
        const place = tempFixture(t);
        const squatter = await squatterAt(t, place, answer);
        await assert.rejects(open(place), { kind });
        assert.deepEqual(squatter.asked, ["hello"]);
        nothingOfOurs(squatter.heard, place);
    });
}

for (const [name, { answer }] of Object.entries(INVITATIONS)) {
    test(`on first use the key is shown to who listens, and who accepts it is the one companion from then on: ${name}`, async (t) => {
        const place = tempFixture(t);
        const { key } = loadIdentity(place.stateDir);
        const squatter = await new Squatter(place.path, (socket, said) => {
            const { id, method, params } = JSON.parse(said);
            if (method === "hello") return answer(socket, said);
            assert.equal(params.key, key.toString("base64"));
            return socket.write(`${JSON.stringify({ jsonrpc: "2.0", id, result: {} })}\n`);
        }).listen();
        (await open(place)).channel.close();
        assert.deepEqual(squatter.asked, ["hello", "associate"]);
        await assert.rejects(open(place), { kind: "unproved" });
        await squatter.close();
        await fakeCompanionAt(t, place);
        await assert.rejects(open(place), { kind: "unproved" }, "the real one comes too late, and a person has to choose it");
    });
}

test("a Gateway that waits for approval is not let in yet: it shows its key again, and goes on when another answers", async (t) => {
    const place = tempFixture(t);
    const fake = await fakeCompanionAt(t, place);
    fake.everAssociated = true;
    for (let i = 0; i < 2; ++i) await assert.rejects(open(place), { kind: "approvalNeeded" });
    fake.gateways.clear();
    await assert.rejects(open(place), { kind: "approvalNeeded" });
    assert.equal(fake.gateways.size, 1);
});

test("status and log say in one line what happened and how a person lets the Gateway begin anew; that command does it", async (t) => {
    const { place, fake } = await proved(t);
    const old = loadIdentity(place.stateDir);
    fake.gateways.clear(); // it was revoked
    await comesBack(t, fake);
    const said = `What listens on ${place.path} does not know this Gateway, which Zalo Companion let in before: nothing was sent. `
        + `See who listens: ss -xlp | grep bridge.sock. If it is your Zalo Companion (this Gateway was revoked there, or it was reset or moved), let this Gateway ask anew: rm ${keyFile(place)}`;
    const probe = await probeAccount({ account: resolveAccount(CFG), cfg: CFG });
    assert.deepEqual([probe.ok, probe.error, probe.fix], [false, said, undefined]);
    const reported = [];
    const manager = new ConnectionManager({});
    const detach = manager.attach("default", { profile: "default", accept: () => ({}), onConnected: () => {}, onDisconnected: (error) => reported.push(error.message) });
    await until(() => reported.length >= 3);
    assert.deepEqual([...new Set(reported)], [said]);
    assert.equal(fake.gateways.size, 0, "it asked for nothing");
    execFileSync("sh", ["-c", said.slice(said.indexOf("rm "))]);
    await until(() => fake.gateways.size === 1);
    detach();
    const [[id, { key }]] = fake.gateways;
    assert.notEqual(id, old.gatewayId);
    assert.notDeepEqual(key, old.key);
    fake.gateways.get(id).approved = true;
    (await open(place)).channel.close();
});

test("that the companion proved it is noted before the Gateway proves anything itself", async (t) => {
    const place = tempFixture(t);
    const { gatewayId, key } = loadIdentity(place.stateDir);
    let noted;
    await squatterAt(t, place, (socket, said) => {
        const { id, method, params } = JSON.parse(said);
        const facts = { role: "cli", gatewayId, clientNonce: params.nonce, serverNonce: params.nonce, clientProtocol: "1.0", serverProtocol: "1.0" };
        if (method === "auth") noted = loadIdentity(place.stateDir).isProved;
        const result = method === "hello" ? { protocol: "1.0", association: "known", nonce: params.nonce, proof: proof(key, "server", facts) } : {};
        socket.write(`${JSON.stringify({ jsonrpc: "2.0", id, result })}\n`);
    });
    (await open(place)).channel.close();
    assert.equal(noted, true);
});

test("a key that the companion cannot read is waited for, with the words for one that is lost", async (t) => {
    const { place, fake } = await proved(t);
    const identity = loadIdentity(place.stateDir);
    const squatter = await new Squatter(place.path, LIES["a key that cannot be read"].answer).listen();
    await assert.rejects(open(place), { message: new RegExp(`Unlock the keyring of Zalo Companion\\. If the key is lost there: zalo-companion gateways revoke ${identity.gatewayId}, then: rm ${identity.file}$`) });
    await squatter.close();
    await comesBack(t, fake);
    (await open(place)).channel.close();
});

test("attempts at a squatter become rarer", async (t) => {
    const { place } = await proved(t);
    const squatter = await squatterAt(t, place, INVITATIONS.new.answer);
    const delays = [];
    const manager = new ConnectionManager({}, { schedule: (run, ms) => (delays.push(ms), setTimeout(run, 1)) });
    const detach = manager.attach("default", { profile: "default", accept: () => ({}), onConnected: () => {}, onDisconnected: () => {} });
    await until(() => delays.length >= 7);
    detach();
    assert.ok(delays[6] > 5000 && delays[0] < 500, delays.join(" "));
    assert.ok(squatter.asked.every((method) => method === "hello"));
});

test("a key that another process of the Gateway has proved meanwhile is not shown either", async (t) => {
    const place = tempFixture(t);
    const squatter = await squatterAt(t, place, (socket, said) => {
        markProved(loadIdentity(place.stateDir));
        INVITATIONS.new.answer(socket, said);
    });
    await assert.rejects(open(place), { kind: "unproved" });
    assert.deepEqual([...new Set(squatter.asked)], ["hello"]);
});

test("of two processes that use a new key at once the second is let in with what the first has noted", async (t) => {
    const place = tempFixture(t);
    const fake = await fakeCompanionAt(t, place);
    const all = await Promise.all([open(place), open(place, { role: "probe" }), open(place)]);
    all.forEach(({ channel }) => channel.close());
    assert.equal(fake.gateways.size, 1);
});

test("the command is one that a shell understands, wherever the file lies", () => {
    assert.equal(startOverCommand({ file: "/home/lan/.openclaw/zalouser/gateway.json" }), "rm /home/lan/.openclaw/zalouser/gateway.json");
    const odd = "/home/lan's files/$(id)/gateway.json";
    assert.equal(execFileSync("sh", ["-c", startOverCommand({ file: odd }).replace(/^rm /, "printf %s ")]).toString(), odd);
});
