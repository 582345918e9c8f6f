// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Outbound attachments. The Gateway's guarded loader is faked here; tests/gateway uses the real one.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { maxBytes, withMedia } from "../../../extensions/zalouser/src/outbound/media.js";
import { tempFixture } from "../support/fixtures.js";

const ACCOUNT = { config: {} };

function place(t) {
    const { stateDir } = tempFixture(t);
    process.env.OPENCLAW_STATE_DIR = stateDir;
    return stateDir;
}

test("a loaded medium becomes a private file under its own name, removed after the send", async (t) => {
    const stateDir = place(t);
    const asked = [];
    const load = async (...args) => {
        asked.push(args);
        return { buffer: Buffer.from("ảnh"), kind: "image", contentType: "image/png", fileName: "Ảnh cưới.png" };
    };
    const access = { mediaAccess: { localRoots: ["/a"] }, mediaLocalRoots: ["/b"], mediaReadFile: () => {} };
    let used;
    await withMedia({}, { config: { mediaMaxMb: 2 } }, { mediaUrl: "https://a/b.png", ...access }, async (media) => {
        used = media;
        assert.equal(media.kind, "image");
        assert.equal(path.basename(media.path), "Ảnh cưới.png");
        assert.ok(media.path.startsWith(stateDir));
        assert.equal(fs.readFileSync(media.path, "utf8"), "ảnh");
        assert.equal(fs.statSync(media.path).mode & 0o777, 0o600);
        assert.equal(fs.statSync(path.dirname(media.path)).mode & 0o777, 0o700);
    }, load);
    assert.deepEqual(asked, [["https://a/b.png", { maxBytes: 2 * 1024 * 1024, ...access }]]);
    assert.equal(fs.existsSync(path.dirname(used.path)), false);
});

test("a medium is sent as its kind on Zalo", async (t) => {
    place(t);
    const kind = (fileName, loaded, contentType) => withMedia({}, ACCOUNT, { mediaUrl: "x" }, async (media) => media.kind, async () => ({ buffer: Buffer.of(1), kind: loaded, contentType, fileName }));
    assert.equal(await kind("a.png", "image"), "image");
    assert.equal(await kind("a.mp4", "video"), "video");
    assert.equal(await kind("a.M4A", "audio"), "voice");
    assert.equal(await kind(undefined, "audio", "audio/ogg"), "voice");
    assert.equal(await kind("a.flac", "audio"), "file");
    assert.equal(await kind("a.pdf", "document"), "file");
});

test("file names cannot leave the folder or hide their extension", async (t) => {
    place(t);
    const named = async (fileName, contentType) => withMedia({}, ACCOUNT, { mediaUrl: "x" }, async (media) => path.basename(media.path), async () => ({ buffer: Buffer.of(1), kind: "document", contentType, fileName }));
    assert.equal(await named("../../etc/passwd"), "passwd");
    assert.equal(await named("-rf\u202egnp.exe"), "rf_gnp.exe");
    assert.equal(await named(undefined, "application/pdf"), "file.pdf");
    assert.equal(await named(".."), "file");
    const long = await named(`${"ế".repeat(200)}.docx`);
    assert.ok(Buffer.byteLength(long) <= 255 && long.endsWith("ế.docx"), long);
});

test("a refusal of the loader becomes the error's text, and leaves no file", async (t) => {
    const stateDir = place(t);
    const refused = withMedia({}, ACCOUNT, { mediaUrl: "/etc/shadow" }, () => assert.fail("there is nothing to use"), async () => {
        throw new Error("Local media path is not under an allowed directory");
    });
    await assert.rejects(refused, { kind: "params", message: /cannot be sent: Local media path is not under an allowed directory/ });
    assert.equal(fs.existsSync(path.join(stateDir, "zalouser/outgoing")), false);
});

test("the size limit is the account's, else the agents' default, else the loader's", () => {
    const cfg = { agents: { defaults: { mediaMaxMb: 3 } } };
    assert.equal(maxBytes(cfg, { config: { mediaMaxMb: 0.5 } }), 512 * 1024);
    assert.equal(maxBytes(cfg, ACCOUNT), 3 * 1024 * 1024);
    assert.equal(maxBytes({}, ACCOUNT), undefined);
});
