// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { test } from "node:test";
import { connectToCompanion } from "../../../extensions/zalouser/src/bridge/connect.js";
import { loadIdentity } from "../../../extensions/zalouser/src/bridge/key-file.js";
import { MAX_PATH_BYTES } from "../../../extensions/zalouser/src/bridge/socket-path.js";
import { FakeCompanion } from "../support/fake-companion.js";
import { fakeCompanionAt, setTiming, tempFixture } from "../support/fixtures.js";
import { squatterAt } from "../support/squatter.js";

const open = (place, more) => connectToCompanion({ ...place, role: "cli", ...more });

test("first use associates, later connections authenticate", async (t) => {
    const place = tempFixture(t);
    const fake = await fakeCompanionAt(t, place);
    for (let i = 0; i < 2; ++i) {
        const { channel } = await open(place);
        assert.equal((await channel.call("me.get")).userId, "512345678901234567");
        channel.close();
    }
    assert.equal(fake.gateways.size, 1);
});

test("both sides name their version and their methods; what the companion lacks is known, an older one that names none lacks nothing", async (t) => {
    const place = tempFixture(t);
    const fake = await fakeCompanionAt(t, place);
    const methods = { "inbound.deliver": () => ({}), "gateway.info": () => ({}) };
    const first = await open(place, { role: "gateway", methods });
    assert.deepEqual([fake.hellos[0].plugin, fake.hellos[0].features], [place.plugin, ["gateway.info", "inbound.deliver"]]);
    assert.deepEqual([first.version, first.missing], ["fake", []]);
    const { "typing.send": _typing, "login.cancel": _cancel, ...older } = fake.methods;
    fake.methods = older;
    const second = await open(place);
    assert.deepEqual(second.missing, ["login.cancel", "typing.send"]);
    await assert.rejects(second.channel.call("typing.send"), { kind: "method", message: "This Zalo Companion does not know typing.send: update Zalo Companion." });
    fake.features = () => [];
    const third = await open(place);
    assert.deepEqual(third.missing, []);
    for (const { channel } of [first, second, third]) channel.close();
});

for (const length of [106, MAX_PATH_BYTES]) {
    test(`a path of ${length} bytes connects`, async (t) => {
        const place = tempFixture(t);
        const file = "/b.sock";
        place.path = path.join(place.root, "x".repeat(length - place.root.length - 1 - file.length), file);
        assert.equal(Buffer.byteLength(place.path), length);
        await fakeCompanionAt(t, place);
        (await open(place)).channel.close();
    });
}

test("a second Gateway waits for approval and keeps its key meanwhile", async (t) => {
    const place = tempFixture(t);
    const fake = await fakeCompanionAt(t, place);
    (await open(place)).channel.close();
    const second = { ...place, stateDir: fs.mkdtempSync(path.join(place.root, "state2-")) };
    for (let i = 0; i < 2; ++i) await assert.rejects(open(second), { kind: "approvalNeeded" });
    fake.gateways.get(loadIdentity(second.stateDir).gatewayId).approved = true;
    (await open(second)).channel.close();
});

test("a server that cannot prove to hold the key receives nothing", async (t) => {
    const place = tempFixture(t);
    const { gatewayId, key } = loadIdentity(place.stateDir);
    const { heard } = await squatterAt(t, place, (socket, line) => {
        const { id } = JSON.parse(line);
        socket.write(`${JSON.stringify({ jsonrpc: "2.0", id, result: { protocol: "1.0", association: "known", nonce: crypto.randomBytes(32).toString("base64"), proof: crypto.randomBytes(32).toString("base64") } })}\n`);
    });
    await assert.rejects(open(place), { kind: "unproved", message: /does not hold this Gateway's key/ });
    assert.equal(heard.length, 1, "only the hello was said");
    assert.ok(heard[0].includes(gatewayId) && !heard[0].includes(key.toString("base64")));
});

test("a replayed proof is refused", async (t) => {
    const place = tempFixture(t);
    const fake = await fakeCompanionAt(t, place);
    let recorded;
    const { channel } = await open(place);
    channel.close();
    // The real companion's response to one hello, replayed to another.
    await fake.close();
    fs.rmSync(place.path, { force: true });
    const real = await new FakeCompanion(path.join(place.root, "real/bridge.sock")).listen();
    t.after(() => real.close());
    real.gateways = fake.gateways;
    await squatterAt(t, place, (socket, line) => {
        if (recorded) return socket.write(recorded);
        const upstream = net.createConnection(real.path, () => upstream.write(line));
        return upstream.once("data", (bytes) => {
            recorded = bytes.toString();
            socket.destroy();
            upstream.destroy();
        });
    });
    await assert.rejects(open(place), { kind: "closed" });
    assert.match(recorded, /"proof"/);
    await assert.rejects(open(place), { kind: "unproved" });
});

test("an absent socket, a dead one and a foreign folder are refused", async (t) => {
    const place = tempFixture(t);
    await assert.rejects(open(place), { kind: "notRunning", message: "Zalo Companion is not running. Start it: zalo-companion --headless" });
    const fake = await fakeCompanionAt(t, place);
    fs.chmodSync(path.dirname(place.path), 0o777);
    await assert.rejects(open(place), { kind: "untrustedPeer", message: /chmod 700/ });
    fs.chmodSync(path.dirname(place.path), 0o700);
    fs.renameSync(place.path, `${place.path}.x`);
    fs.writeFileSync(place.path, "");
    await assert.rejects(open(place), { kind: "untrustedPeer", message: /not a socket/ });
    assert.ok(fake.gateways.size === 0, "it was never asked");
});

test("another major version is refused, and the error names what to update", async (t) => {
    const place = tempFixture(t);
    const fake = await fakeCompanionAt(t, place);
    for (const [protocol, update] of [["2.0", "the plugin zalouser"], ["0.9", "Zalo Companion"]]) {
        fake.protocol = protocol;
        await assert.rejects(open(place), (/** @type {any} */ error) => error.kind === "protocol" && error.message.includes(protocol) && error.message.endsWith(`update ${update}.`));
    }
    fake.protocol = "1.7";
    (await open(place)).channel.close();
});

const NONCE = crypto.randomBytes(32).toString("base64");

for (const [name, answer, kind] of [
    ["silence", undefined, "deadline"],
    ["protocolError", (socket) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n"), "protocolError"],
    ["a line of 5 MiB", (socket) => socket.write("x".repeat(5 * 1024 * 1024)), "protocolError"],
    ["bytes that are no UTF-8", (socket) => socket.write(Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a])), "protocolError"],
    ["an end after hello", (socket) => socket.destroy(), "closed"],
    ["an answer without members", (socket, line) => socket.write(`{"jsonrpc":"2.0","id":${JSON.parse(line).id},"result":{}}\n`), "protocolError"],
    ["nesting without an end", (socket, line) => socket.write(`{"jsonrpc":"2.0","id":${JSON.parse(line).id},"result":{"protocol":${"[".repeat(100000)}${"]".repeat(100000)}}}\n`), "protocolError"],
    ["a hello of wrong types", (socket, line) => socket.write(`{"jsonrpc":"2.0","id":${JSON.parse(line).id},"result":{"protocol":{"toString":1},"association":[],"nonce":7}}\n`), "protocolError"],
    ["a nonce that is none", (socket, line) => socket.write(`{"jsonrpc":"2.0","id":${JSON.parse(line).id},"result":{"protocol":"1.0","association":"known","nonce":7,"proof":{}}}\n`), "protocolError"],
    ["a proof of a wrong type", (socket, line) => socket.write(`{"jsonrpc":"2.0","id":${JSON.parse(line).id},"result":{"protocol":"1.0","association":"known","nonce":"${NONCE}","proof":{}}}\n`), "unproved"],
    ["a refusal without sense", (socket, line) => socket.write(`{"jsonrpc":"2.0","id":${JSON.parse(line).id},"error":{"code":"x","message":{"a":1},"data":[]}}\n`), "protocolError"],
    ["answers that nobody asked for", (socket) => socket.write('{"jsonrpc":"2.0","id":99,"result":{}}\n{"jsonrpc":"2.0","id":"1","error":{}}\n'), "deadline"],
    ["values of no meaning", (socket) => socket.write('null\n[]\n7\n"x"\n{}\n{"jsonrpc":"2.0","id":1,"result":[]}\n'), "deadline"],
    ["a refusal of the connection", (socket) => socket.write('{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"Too many clients.","data":{"kind":"busy"}}}\n'), "busy"],
]) {
    test(`a hostile companion: ${name}`, async (t) => {
        const place = tempFixture(t);
        await squatterAt(t, place, answer);
        const started = Date.now();
        setTiming(t, { handshakeTimeoutMs: 300 });
        await assert.rejects(open(place), { kind });
        assert.ok(Date.now() - started < 2000, "within its deadline");
    });
}

test("a folder that others can write to is refused, one that they can only read is not", async (t) => {
    const place = tempFixture(t);
    const fake = await fakeCompanionAt(t, place);
    const folder = path.dirname(place.path);
    for (const mode of [0o720, 0o702, 0o770, 0o1777]) {
        fs.chmodSync(folder, mode);
        await assert.rejects(open(place), { kind: "untrustedPeer", message: /chmod 700/ }, mode.toString(8));
    }
    assert.equal(fake.gateways.size, 0, "it was never asked");
    fs.chmodSync(folder, 0o755);
    (await open(place)).channel.close();
});
