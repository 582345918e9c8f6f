// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What `message send` sends, and pictures both ways.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { OPEN, World } from "./world.js";

const LAN = "391000000000000061";
const GROUP = "772797855570859122";
/** The beginnings of a video and of a sound, for those who look. */
const MP4 = Buffer.from("00000020667479706d703432000000006d70343269736f6d", "hex");
const MP3 = Buffer.concat([Buffer.from("fffb9064", "hex"), Buffer.alloc(417 - 4)]);
/** One red pixel. */
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

describe("media", () => {
    let world;
    let workspace;

    before(async () => {
        world = new World();
        await world.running(OPEN);
        workspace = path.join(world.gateway.folder, "workspace");
        fs.mkdirSync(workspace, { recursive: true });
    });
    after(() => world.close());

    /** `message send`, as a user types it; gives the child and what Zalo got by it. */
    async function send(target, ...args) {
        const before = (await world.sim.outbox()).length;
        const child = await world.gateway.run("message", "send", "--channel", "zalouser", "--target", target, ...args);
        const entries = (await world.sim.outbox()).slice(before);
        return { ...child, output: child.output, entries };
    }
    const shown = (entries) => entries.map(({ threadId, isGroup, kind, text, path: file }) => [threadId, isGroup, kind, file ? path.basename(file) : text]);
    function file(name, bytes) {
        const where = path.join(workspace, name);
        fs.writeFileSync(where, bytes);
        return where;
    }

    test("message send: a text to a person and to a group; the message id is printed, as text and with --json", async () => {
        const plain = await send(LAN, "--message", "- chào");
        assert.equal(plain.status, 0, plain.output);
        assert.deepEqual(shown(plain.entries), [[LAN, false, "text", "- chào"]]);
        assert.ok(plain.stdout.includes(plain.entries[0].msgId), plain.stdout);
        const group = await send(`group:${GROUP}`, "--message", "chào cả nhà", "--json");
        assert.equal(group.status, 0, group.output);
        assert.deepEqual(shown(group.entries), [[GROUP, true, "text", "chào cả nhà"]]);
        assert.equal(messageIdOf(group.stdout), group.entries[0].msgId);
    });

    test("message send --media: a picture of the agent's folder, with its caption", async () => {
        const { status, stdout, output, entries } = await send(`zalouser:group:${GROUP}`, "--media", file("Ảnh nhà.png", PNG), "--message", "ảnh đây", "--json");
        assert.equal(status, 0, output);
        assert.deepEqual(entries.map(({ kind, text, isGroup }) => [kind, text, isGroup]), [["image", "ảnh đây", true]]);
        assert.equal(messageIdOf(stdout), entries[0].msgId);
        assert.equal(fs.existsSync(entries[0].path), false, "the copy for the companion is gone");
    });

    test("message send --media: a document, a video and a voice message go under their names, with their captions below", async () => {
        // openzca has no way of its own for video and voice beside a listener, so they go as files and the listener lives on.
        const pdf = await send(LAN, "--media", file("bảng giá.pdf", "%PDF-1.4\n%%EOF\n"), "--message", "giá mới");
        assert.equal(pdf.status, 0, pdf.output);
        assert.deepEqual(pdf.entries.map(({ kind, text }) => [kind, text]), [["upload", ""], ["text", "giá mới"]]);
        assert.match(pdf.entries[0].path, /bảng giá.*\.pdf$/);
        assert.ok(pdf.stdout.includes(pdf.entries[0].msgId), pdf.stdout);
        for (const { name, bytes } of [{ name: "phim.mp4", bytes: MP4 }, { name: "lời nhắn.mp3", bytes: MP3 }]) {
            const { status, stdout, output, entries } = await send(LAN, "--media", file(name, bytes), "--json");
            assert.equal(status, 0, output);
            assert.deepEqual(entries.map(({ kind }) => kind), ["upload"]);
            assert.equal(path.extname(entries[0].path), path.extname(name));
            assert.equal(messageIdOf(stdout), entries[0].msgId);
        }
        assert.equal((await world.companion.until("the session", () => true)).session.state, "Online");
    });

    test("a file that the Gateway does not allow, and an address of this machine, are refused with a reason; nothing goes out", async () => {
        const address = `http://127.0.0.1:${world.gateway.port}/x.png`;
        const outside = path.join(world.root, "riêng.png");
        fs.writeFileSync(outside, PNG);
        for (const { source, pattern } of [{ source: outside, pattern: /The attachment cannot be sent: Local media path is not under an allowed directory/ }, { source: address, pattern: /[Bb]locked/ }]) {
            const { status, output, entries } = await send(LAN, "--media", source);
            assert.notEqual(status, 0, output);
            assert.match(output, pattern);
            assert.doesNotMatch(output, /TypeError|at async/);
            assert.deepEqual(entries, []);
        }
        const { error } = await world.gateway.tool({ action: "image", threadId: LAN, url: address });
        assert.match(error, /The attachment cannot be sent: .*[Bb]locked/);
    });

    test("the tool's link follows its text", async () => {
        const before = (await world.sim.outbox()).length;
        const { success, error } = await world.gateway.tool({ action: "link", threadId: LAN, url: "https://example.org/a", message: "xem này" });
        assert.ok(success, error);
        assert.deepEqual((await world.sim.outbox()).slice(before).map(({ kind, text, url }) => [kind, url ?? text]), [["text", "xem này"], ["link", "https://example.org/a"]]);
    });

    test("a picture from elsewhere than Zalo is not opened, and the model is told so", async () => {
        await world.sim.inject({ threadId: LAN, kind: "photo", content: "T-0 đây là gì?", url: `https://127.0.0.1:${world.gateway.port}/x.png` });
        await world.answered(LAN, "re: T-0");
        assert.equal(world.model.pictures, 0);
    });

    test("a picture from Zalo reaches the model as a picture, and is answered", async () => {
        // The companion asks nobody but Zalo, so this zca saves the file itself, as one that is not openzca may.
        const saving = path.join(world.root, "saving-zca");
        const unset = "unset OPENZCA_LISTEN_MEDIA_FETCH_TIMEOUT_MS OPENZCA_LISTEN_MEDIA_MAX_BYTES";
        fs.writeFileSync(saving, `#!/bin/sh\n${unset}\nexec '${world.programs.sim}' "$@"\n`, { mode: 0o755 });
        await world.companion.stop();
        world.companion.env = { ...world.companion.env, ZALO_COMPANION_ZCA: saving };
        await world.companion.start();
        await world.companion.until("the session to be online", ({ session }) => session.state === "Online");
        await world.sim.inject({ threadId: LAN, kind: "photo", content: "T-1 đây là gì?" });
        await world.answered(LAN, "re: T-1");
        assert.ok(world.model.pictures > 0, "the model was shown a picture");
    });

    test("with a zca that can send video and voice itself, they go as such", async () => {
        const other = path.join(world.root, "zca-cli");
        fs.writeFileSync(other, `#!/bin/sh\ncase "$*" in *--help*) '${world.programs.sim}' "$@" | grep -v sticker ;; *) exec '${world.programs.sim}' "$@" ;; esac\n`, { mode: 0o755 });
        await world.companion.stop();
        await world.sim.ctl("set", "dialect=zca-cli");
        world.companion.env = { ...world.companion.env, ZALO_COMPANION_ZCA: other };
        await world.companion.start();
        for (const [name, bytes, kind] of [["phim.mp4", MP4, "video"], ["lời nhắn.mp3", MP3, "voice"]]) {
            const { status, stdout, output, entries } = await send(LAN, "--media", file(name, bytes));
            assert.equal(status, 0, output);
            assert.deepEqual(entries.map((entry) => entry.kind), [kind]);
            assert.ok(stdout.includes(entries[0].msgId), stdout);
        }
        // What this one has no command for is not offered, and refused.
        const { error } = await world.gateway.tool({ action: "nothing" });
        assert.match(error, /Valid actions: send, .*react/);
        assert.doesNotMatch(error, /sticker/);
        const sticker = await world.gateway.run("message", "sticker", "send", "--channel", "zalouser", "--target", LAN, "--sticker-id", "21978");
        assert.notEqual(sticker.status, 0);
        assert.match(sticker.output, /The installed zca cannot do this/);
    });
});

/** The id that a script finds in `--json`, wherever the Gateway puts it. */
function messageIdOf(json) {
    let found;
    JSON.parse(json, (name, value) => {
        if (name === "messageId") found = String(value);
        return value;
    });
    return found;
}
