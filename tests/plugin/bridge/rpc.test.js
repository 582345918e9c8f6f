// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import net from "node:net";
import path from "node:path";
import { test } from "node:test";
import { BridgeError } from "../../../extensions/zalouser/src/bridge/errors.js";
import { MAX_FRAME_BYTES, RpcChannel } from "../../../extensions/zalouser/src/bridge/rpc.js";
import { setTiming, tempFixture, until } from "../support/fixtures.js";

/** Two ends of one Unix socket. */
async function pair(t) {
    const file = path.join(tempFixture(t).root, "s");
    const server = net.createServer();
    await new Promise((resolve) => server.listen(file, () => resolve(undefined)));
    const accepted = new Promise((resolve) => server.once("connection", resolve));
    const near = net.createConnection(file);
    const far = await accepted;
    far.on("error", () => {});
    t.after(() => {
        near.destroy();
        far.destroy();
        server.close();
    });
    return { near, far };
}

const lines = (socket) => {
    const all = [];
    let rest = "";
    socket.setEncoding("utf8").on("data", (text) => {
        const parts = (rest + text).split("\n");
        rest = parts.pop();
        all.push(...parts.map((line) => JSON.parse(line)));
    });
    return all;
};

test("lines are reassembled from single bytes and separated within one write", async (t) => {
    const { near, far } = await pair(t);
    const channel = new RpcChannel(near);
    const first = channel.call("a", {});
    const second = channel.call("b", {});
    for (const byte of Buffer.from('{"jsonrpc":"2.0","id":1,"result":{"name":"Nguyễn Đức"}}\n')) far.write(Buffer.from([byte]));
    assert.deepEqual(await first, { name: "Nguyễn Đức" });
    far.write('{"jsonrpc":"2.0","id":2,"result":{"x":1}}\n{"jsonrpc":"2.0","method":"n"}\n');
    assert.deepEqual(await second, { x: 1 });
});

test("requests are answered; the text of a foreign error is not sent", async (t) => {
    const { near, far } = await pair(t);
    const answers = lines(far);
    new RpcChannel(near, {
        methods: {
            good: ({ n }) => ({ n: n + 1 }),
            bad: () => {
                throw new Error("the text of a message");
            },
            refuse: () => {
                throw new BridgeError("params", "No such thing.", { code: -32602 });
            },
        },
    });
    far.write('{"jsonrpc":"2.0","id":1,"method":"good","params":{"n":1}}\n{"jsonrpc":"2.0","id":"b","method":"bad"}\n{"jsonrpc":"2.0","id":3,"method":"refuse"}\n{"jsonrpc":"2.0","id":4,"method":"constructor"}\n');
    await until(() => answers.length === 4);
    assert.deepEqual(answers.find(({ id }) => id === 1).result, { n: 2 });
    assert.equal(answers.find(({ id }) => id === "b").error.code, -32000);
    assert.ok(!JSON.stringify(answers).includes("text of a message"));
    assert.deepEqual(answers.find(({ id }) => id === 3).error, { code: -32602, message: "No such thing.", data: { kind: "params" } });
    assert.equal(answers.find(({ id }) => id === 4).error.code, -32601);
});

test("a frame of exactly 1 MiB passes, one byte more ends the connection with an error", async (t) => {
    const { near, far } = await pair(t);
    const answers = lines(far);
    const heard = [];
    let ended;
    new RpcChannel(near, { onNotification: (method, { text }) => heard.push(text.length), onClose: (error) => (ended = error) });
    const frame = (bytes) => {
        const empty = '{"jsonrpc":"2.0","method":"n","params":{"text":""}}';
        return `${empty.slice(0, -3)}${"x".repeat(bytes - empty.length)}"}}`;
    };
    assert.equal(frame(MAX_FRAME_BYTES).length, MAX_FRAME_BYTES);
    far.write(`${frame(MAX_FRAME_BYTES)}\n`);
    await until(() => heard.length === 1);
    far.write(`${frame(MAX_FRAME_BYTES + 1)}\n`);
    await until(() => ended);
    assert.equal(ended.kind, "protocolError");
    await until(() => answers.length === 1);
    assert.deepEqual([answers[0].id, answers[0].error.code], [null, -32600]);
});

test("an oversized request fails without affecting others", async (t) => {
    const { near, far } = await pair(t);
    const channel = new RpcChannel(near);
    await assert.rejects(channel.call("x", { text: "x".repeat(MAX_FRAME_BYTES) }), { kind: "params" });
    const fine = channel.call("y");
    far.write('{"jsonrpc":"2.0","id":2,"result":{}}\n');
    assert.deepEqual(await fine, {});
});

test("an answer that is longer than a line may be is an error instead, and a notification is left out", async (t) => {
    const { near, far } = await pair(t);
    let told = "";
    far.on("data", (bytes) => (told += bytes));
    const long = "x".repeat(MAX_FRAME_BYTES);
    const channel = new RpcChannel(near, {
        methods: {
            long: () => ({ long }),
            refused: () => {
                throw new BridgeError("params", "It is too much.", { data: { long } });
            },
        },
    });
    channel.notify("n", { long });
    for (const method of ["long", "refused"]) far.write(`{"jsonrpc":"2.0","id":"${method}","method":"${method}"}\n`);
    await until(() => told.split("\n").length === 3);
    const answers = told.trim().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(answers.map(({ id, error }) => [id, error.data]).toSorted(), [["long", { kind: "internal" }], ["refused", { kind: "internal" }]]);
    assert.match(answers[0].error.message, /longer than a line may be/);
    assert.ok(channel.open);
});

test("an unanswered request fails at its deadline, and the late response is ignored", async (t) => {
    const { near, far } = await pair(t);
    const channel = new RpcChannel(near);
    await assert.rejects(channel.call("slow", {}, { timeoutMs: 20 }), { kind: "deadline" });
    far.write('{"jsonrpc":"2.0","id":1,"result":{}}\n');
    const next = channel.call("next");
    far.write('{"jsonrpc":"2.0","id":2,"result":{"ok":true}}\n');
    assert.deepEqual(await next, { ok: true });
});

for (const [what, line] of [["asks", '"id":"s","method":"gateway.info"'], ["tells", '"method":"status.changed","params":{"profiles":[]}'], ["writes what is no request", '"id":7,"method":7'], ["writes what is no JSON", "x"]]) {
    test(`one that ${what} before it is introduced is answered nothing`, async (t) => {
        const { near, far } = await pair(t);
        const answers = lines(far);
        const heard = [];
        const channel = new RpcChannel(near, { isIntroduced: false, methods: { "gateway.info": () => void heard.push("asked") }, onNotification: (method) => heard.push(method) });
        const hello = channel.call("hello");
        far.write(`{"jsonrpc":"2.0",${line}}\n`);
        far.write('{"jsonrpc":"2.0","id":1,"result":{}}\n');
        await hello.catch(() => {});
        channel.close();
        await until(() => far.readableEnded);
        assert.deepEqual(answers.map(({ method }) => method), ["hello"]);
        assert.deepEqual(heard, []);
    });
}

test("the introduction counts for what comes in the same bytes", async (t) => {
    const { near, far } = await pair(t);
    const answers = lines(far);
    const heard = [];
    const channel = new RpcChannel(near, { isIntroduced: false, methods: { "gateway.info": () => ({ ok: true }) }, onNotification: (method) => heard.push(method) });
    const auth = channel.call("auth", {}, { introduces: true });
    far.write('{"jsonrpc":"2.0","id":1,"result":{}}\n{"jsonrpc":"2.0","method":"superseded"}\n{"jsonrpc":"2.0","id":"s","method":"gateway.info"}\n');
    await auth;
    await until(() => answers.length === 2);
    assert.deepEqual(heard, ["superseded"]);
    assert.deepEqual(answers[1].result, { ok: true });
});

test("closing fails pending and later requests, once", async (t) => {
    const { near, far } = await pair(t);
    let closes = 0;
    const channel = new RpcChannel(near, { onClose: () => ++closes });
    const waiting = channel.call("x");
    far.destroy();
    await assert.rejects(waiting, { kind: "closed" });
    await assert.rejects(channel.call("y"), { kind: "closed" });
    channel.close();
    assert.equal(closes, 1);
    assert.equal(channel.open, false);
});

test("an invalid result fails its request only, and is not quoted", async (t) => {
    const { near, far } = await pair(t);
    const channel = new RpcChannel(near);
    for (const [method, result] of [
        ["status.get", '{"profiles":"x"}'],
        ["status.get", '{"profiles":[null]}'],
        ["status.subscribe", '{"profiles":[{"profile":"default","session":{"state":{"toString":1}}}]}'],
        ["status.get", '{"profiles":[{"profile":"default","session":{"state":"Error","reason":{"text":7}}}]}'],
        ["friends.list", '{"items":{"length":5},"nextCursor":"1"}'],
        ["friends.list", '{"items":[null]}'],
        ["groups.list", '{"items":[{"groupId":1}]}'],
        ["me.get", '{"userId":["secret text"]}'],
        ["message.send", '{"messageIds":"secret text"}'],
        ["message.outcome", '{"state":"sent","messageIds":[{}]}'],
        ["login.start", '{"loginId":{}}'],
    ]) {
        const wrong = channel.call(method);
        const other = channel.call("other");
        const { id } = await idsOf(far);
        far.write(`{"jsonrpc":"2.0","id":${id},"result":${result}}\n{"jsonrpc":"2.0","id":${id + 1},"result":{}}\n`);
        await assert.rejects(wrong, (/** @type {BridgeError} */ error) => error.kind === "protocolError" && error.message.includes(method) && !error.message.includes("secret"), `${method} ${result}`);
        assert.deepEqual(await other, {});
    }
});

/** The id of the first of two requests that have just been written. */
function idsOf(far) {
    return new Promise((resolve) => {
        let text = "";
        const hear = (bytes) => {
            text += bytes;
            if (text.split("\n").length < 3) return;
            far.off("data", hear);
            resolve(JSON.parse(text.split("\n")[0]));
        };
        far.on("data", hear);
    });
}

test("an invalid notification, and one on which the listener throws, close the connection only", async (t) => {
    for (const [line, kind] of [['"method":"status.changed","params":{"profiles":7}', "protocolError"], ['"method":"contacts.changed","params":{}', "internal"]]) {
        const { near, far } = await pair(t);
        const ends = [];
        new RpcChannel(near, {
            onNotification: () => {
                throw new TypeError("the plugin's own mistake");
            },
            onClose: (error) => ends.push(error),
        });
        far.write(`{"jsonrpc":"2.0",${line}}\n`);
        await until(() => ends.length === 1);
        assert.equal(ends[0].kind, kind);
        assert.doesNotMatch(ends[0].message, /mistake/);
    }
});

test("nesting is bounded, without regard to the contents of strings", async (t) => {
    const { near, far } = await pair(t);
    const heard = [];
    let ended;
    new RpcChannel(near, { onNotification: (method, { x }) => heard.push(x), onClose: (error) => (ended = error) });
    const nested = (depth) => `{"jsonrpc":"2.0","method":"n","params":{"x":${"[".repeat(depth)}${"]".repeat(depth)}}}\n`;
    far.write(`{"jsonrpc":"2.0","method":"n","params":{"x":"${"[{".repeat(2000)}\\"${"[".repeat(2000)}"}}\n`);
    far.write(nested(1022));
    await until(() => heard.length === 2);
    assert.equal(ended, undefined);
    far.write(nested(1023));
    await until(() => ended);
    assert.equal(ended.kind, "protocolError");
});

test("excess concurrent requests are refused", async (t) => {
    const { near, far } = await pair(t);
    const answers = lines(far);
    let running = 0;
    const release = Promise.withResolvers();
    new RpcChannel(near, { methods: { slow: () => (++running, release.promise) } });
    for (let id = 1; id <= 1500; ++id) far.write(`{"jsonrpc":"2.0","id":${id},"method":"slow"}\n`);
    await until(() => answers.length === 500);
    assert.equal(running, 1000);
    assert.ok(answers.every(({ error }) => error.data.kind === "busy"));
    release.resolve({});
    await until(() => answers.length === 1500);
});

test("closing does not wait for a peer that never reads", async (t) => {
    setTiming(t, { closeTimeoutMs: 50 });
    const { near, far } = await pair(t);
    far.pause();
    const channel = new RpcChannel(near);
    for (let n = 0; n < 4; ++n) channel.notify("n", { text: "x".repeat(MAX_FRAME_BYTES - 100) });
    channel.close();
    await until(() => near.destroyed);
});

test("a peer with more than 8 MiB unread is disconnected", async (t) => {
    const { near, far } = await pair(t);
    far.pause();
    let ended;
    const channel = new RpcChannel(near, { onClose: (error) => (ended = error) });
    let sent = 0;
    while (channel.open && sent < 20) {
        channel.notify("n", { text: "x".repeat(MAX_FRAME_BYTES - 100) });
        ++sent;
        await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(ended?.kind, "closed");
    assert.match(ended.message, /does not read/);
    assert.ok(sent > 8, `${sent} MiB`);
});
