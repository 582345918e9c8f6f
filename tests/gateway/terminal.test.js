// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The commands of the plugin's page, typed one after the other on a fresh Gateway, as a terminal runs them.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { FakeCompanion } from "../plugin/support/fake-companion.js";
import { scanPicture, scanTerminal } from "./terminal-qr.js";
import { waitFor } from "./wait-for.js";
import { World } from "./world.js";

const STRANGER = "391000000000000042";

describe("a fresh Gateway in a terminal", () => {
    let world;
    let friend;

    before(async () => {
        world = new World({ fresh: true });
        await world.prepare();
        await world.gateway.start();
    });
    after(() => world.close());

    test("channels status --probe says in one line what to start", async () => {
        const { line, stdout } = await world.gateway.probe();
        assert.match(line, /probe failed/);
        assert.match(stdout, /^- zalouser default: Zalo Companion is not running\. Start it: zalo-companion --headless$/m);
    });

    test("so does every other command", async () => {
        const { status, output } = await world.gateway.run("directory", "peers", "list", "--channel", "zalouser");
        assert.notEqual(status, 0);
        assert.match(output, /Zalo Companion is not running\. Start it: zalo-companion --headless/);
    });

    test("channels login draws a QR code that a phone can read, and succeeds when the phone confirms", async () => {
        await world.companion.start();
        await world.gateway.connected();
        const output = await logIn(world, async (login) => assert.equal(await scanTerminal(login.stdout, world.root), await world.sim.ctl("get", "qr-payload")));
        const { displayName, userId } = (await world.companion.until("the session", ({ session }) => session.state === "Online")).account;
        assert.ok(output.includes(`Logged in as ${displayName} (${userId}).`), output);
    });

    test("channels status --probe says that it works", async () => {
        const { line } = await world.gateway.probe();
        assert.match(line, /enabled, configured.*connected.*works/);
        assert.doesNotMatch(line, /error:|failed/);
    });

    test("directory peers list finds the right people, accents or not", async () => {
        const list = async (query) => JSON.parse((await world.gateway.ok("directory", "peers", "list", "--channel", "zalouser", "--query", query, "--json")).stdout);
        const found = await list("nguyen");
        assert.ok(found.length > 0);
        for (const { name, raw } of found) assert.match(plain(`${name} ${raw?.zaloName ?? ""}`), /nguyen/);
        friend = found[0];
        assert.deepEqual((await list(friend.name)).map(({ id }) => id).includes(friend.id), true);
    });

    test("message send reaches Zalo once", async () => {
        const { stdout } = await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", friend.id, "--message", "Xin chào");
        const [sent, ...more] = await world.sim.outbox();
        assert.deepEqual([sent.threadId, sent.isGroup, sent.text], [friend.id, false, "Xin chào"]);
        assert.deepEqual(more, []);
        assert.ok(stdout.includes(sent.msgId), "the message id comes back");
    });

    test("an unknown sender gets a pairing code, and no answer", async () => {
        await world.sim.inject({ threadId: STRANGER, content: "T-1 cho hỏi" });
        const [text] = await waitFor("the pairing code", async () => {
            const texts = await world.sim.textsTo(STRANGER);
            return texts.length > 0 && texts;
        });
        assert.match(text, /openclaw pairing approve zalouser [A-Z0-9]+/);
        assert.deepEqual(world.model.asked, []);
    });

    test("after pairing approve the next message reaches the model, and its answer the sender", async () => {
        const [, code] = /openclaw pairing approve zalouser ([A-Z0-9]+)/.exec((await world.sim.textsTo(STRANGER))[0]);
        assert.match((await world.gateway.ok("pairing", "list", "zalouser")).stdout, new RegExp(code));
        await world.gateway.ok("pairing", "approve", "zalouser", code);
        await waitFor("the notification of the sender", async () => (await world.sim.textsTo(STRANGER)).filter((text) => /approved/.test(text)).length === 1, { seen: () => world.seen() });
        await world.sim.inject({ threadId: STRANGER, content: "T-2 mấy giờ mở cửa?" });
        await world.answered(STRANGER, "re: T-2");
        assert.deepEqual(world.model.asked, ["T-2"]);
        // The first approval names the owner in the configuration. The Gateway restarts the channel for that once the reply is out, and what follows must not meet it.
        await waitFor("the channel's restart", () => /config hot reload applied \(commands\)/.test(world.gateway.process.output), { seen: () => world.gateway.process.output.slice(-4000) });
    });

    test("the tool zalouser answers me, friends and status", async () => {
        const { account } = await world.companion.until("the session", ({ session }) => session.state === "Online");
        assert.equal((await world.gateway.tool({ action: "me" })).userId, account.userId);
        const { friends } = await world.gateway.tool({ action: "friends", query: friend.name });
        assert.ok(friends.some(({ userId }) => userId === friend.id));
        assert.deepEqual(await world.gateway.tool({ action: "status" }), { authenticated: true, state: "Online", user: { userId: account.userId, displayName: account.displayName } });
    });

    test("the tool sends text and links, and names what is wrong", async () => {
        for (const action of [{ action: "send", message: "- một" }, { action: "link", url: "https://example.org/a" }]) {
            const { success, error } = await world.gateway.tool({ ...action, threadId: friend.id });
            assert.ok(success, error);
        }
        const sent = (await world.sim.outbox()).filter(({ threadId }) => threadId === friend.id).slice(-2);
        assert.deepEqual(sent.map(({ kind, text, url }) => [kind, kind === "link" ? url : text]), [["text", "- một"], ["link", "https://example.org/a"]]);
        assert.match((await world.gateway.tool({ action: "link", threadId: friend.id, url: "file:///etc/passwd" })).error, /http/);
        assert.match((await world.gateway.tool({ action: "send", message: "x" })).error, /threadId/);
    });

    test("the companion may list, approve and dismiss pairing requests", async () => {
        // A stand-in in the companion's place, with this Gateway's key: it asks what the windows will ask.
        await world.companion.stop();
        const { gatewayId, key } = JSON.parse(fs.readFileSync(path.join(world.gateway.folder, "zalouser/gateway.json"), "utf8"));
        const asker = new FakeCompanion(path.join(world.terminal.XDG_RUNTIME_DIR, "zalo-companion/bridge.sock"));
        asker.gateways.set(gatewayId, { key: Buffer.from(key, "base64"), approved: true });
        await asker.listen();
        try {
            await waitFor("the Gateway", () => asker.gateway);
            const [one, two] = ["391000000000000051", "391000000000000052"];
            await asker.inject({ threadId: one, msgId: "1", senderName: "Lan", text: "xin chào" });
            await asker.inject({ threadId: two, msgId: "2", senderName: "Bảo", text: "xin chào" });
            await waitFor("both codes", () => asker.outbox.length === 2);
            await waitFor("both notices", () => asker.notices.length === 2);
            assert.deepEqual(asker.notices.map(({ method, params }) => [method, params.senderId]).sort(), [["pairing.requested", one], ["pairing.requested", two]]);
            const { requests } = await asker.ask("pairing.list");
            const [lan, bao] = [one, two].map((id) => requests.find(({ senderId }) => senderId === id));
            assert.equal(lan.name, "Lan");
            assert.deepEqual((await asker.ask("pairing.list")).requests.find(({ senderId }) => senderId === one), lan); // nor is it changed by the question
            assert.ok(asker.outbox.find(({ threadId }) => threadId === one).text.includes(lan.code));
            await asker.ask("pairing.approve", { requestId: lan.requestId, accountId: lan.accountId });
            await waitFor("the sender is told", () => asker.outbox.some(({ threadId, text }) => threadId === one && /approved/.test(text)));
            await asker.ask("pairing.dismiss", { requestId: bao.requestId, accountId: bao.accountId });
            await assert.rejects(asker.ask("pairing.dismiss", { requestId: bao.requestId, accountId: bao.accountId }), /does not exist any more/);
            assert.deepEqual((await asker.ask("pairing.list")).requests.filter(({ senderId }) => [one, two].includes(senderId)), []);
            await waitFor("both outcomes", () => asker.outcomes.length === 2);
            assert.deepEqual(asker.outcomes.toSorted((a, b) => a.msgId.localeCompare(b.msgId)), [["1", one], ["2", two]].map(([msgId, threadId]) => ({ profile: "default", threadId, msgId, outcome: "dropped", code: "pairingPending", reason: "pairing required" })));
            assert.deepEqual((await asker.ask("gateway.info")).accounts, [{ accountId: "default", profile: "default" }]);
        } finally {
            await asker.close();
        }
        await world.companion.start();
    });

    test("channels logout makes it NeedsLogin everywhere", async () => {
        await world.gateway.ok("channels", "logout", "--channel", "zalouser");
        await world.companion.until("the logout", ({ session, account }) => session.state === "NeedsLogin" && account === null);
        assert.match((await world.gateway.probe()).stdout, /NeedsLogin.*openclaw channels login --channel zalouser/);
        assert.equal((await world.gateway.tool({ action: "status" })).state, "NeedsLogin");
    });

    test("the login of the Control UI brings the channel back", async () => {
        const { qrDataUrl } = await world.gateway.call("web.login.start", {});
        const picture = path.join(world.root, "web.png");
        fs.writeFileSync(picture, Buffer.from(qrDataUrl.split(",")[1], "base64"));
        assert.equal(await scanPicture(picture), await world.sim.ctl("get", "qr-payload"));
        await world.sim.ctl("scan", "Trần Quốc Bảo");
        const scanned = await world.gateway.call("web.login.wait", { timeoutMs: 200, currentQrDataUrl: qrDataUrl });
        assert.deepEqual([scanned.connected, /Scanned by Trần Quốc Bảo/.test(scanned.message)], [false, true], JSON.stringify(scanned));
        await world.sim.ctl("confirm");
        const { connected, message } = await world.gateway.call("web.login.wait", { timeoutMs: 8000 });
        assert.deepEqual([connected, /^Logged in/.test(message)], [true, true], message);
        await world.sim.ctl("wait", "listener");
        await world.sim.inject({ threadId: STRANGER, content: "T-3 còn đó không?" });
        await world.answered(STRANGER, "re: T-3");
    });

    test("a long answer goes out in pieces that Zalo takes, and nothing of it is lost", async () => {
        await world.sim.inject({ threadId: STRANGER, content: "T-4 kể dài cho cháu nghe" });
        const pieces = await waitFor("the whole answer", async () => {
            const texts = await world.sim.textsTo(STRANGER);
            const from = texts.indexOf(texts.find((text) => text.startsWith("re: T-4")));
            return from >= 0 && texts.at(-1).endsWith("hết.") && texts.slice(from);
        }, { seen: () => world.seen() });
        // Spaces at a cut may stay or go.
        const wordsOf = (text) => text.split(" ").filter(Boolean);
        assert.deepEqual(pieces.flatMap(wordsOf), wordsOf(world.model.longAnswer("T-4")));
        for (const piece of pieces) assert.ok(piece.length <= 2000, `${piece.length}`);
    });
});

/** `channels login`, with a phone that scans and confirms; gives what the terminal showed. */
async function logIn(world, look = async (_login) => {}) {
    const login = world.gateway.begin("channels", "login", "--channel", "zalouser");
    await waitFor("the QR code", () => !login.running || login.stdout.includes("Scan this QR code"), { seen: () => login.output });
    await look(login);
    await world.sim.ctl("scan", "Trần Quốc Bảo");
    await waitFor("the scan", () => !login.running || login.stdout.includes("Scanned by Trần Quốc Bảo"), { seen: () => login.output });
    await world.sim.ctl("confirm");
    const { status, output } = await login.ended;
    assert.equal(status, 0, output);
    return output;
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
