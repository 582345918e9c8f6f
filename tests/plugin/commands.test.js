// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What the Gateway's commands call: accounts, targets, login, directory, sending, status, tool.

import assert from "node:assert/strict";
import fs from "node:fs";
import { beforeEach, test } from "node:test";
import { parseTarget, resolveAccount } from "../../extensions/zalouser/src/account/account.js";
import { chunkText } from "../../extensions/zalouser/src/outbound/chunk.js";
import { directory } from "../../extensions/zalouser/src/directory.js";
import { host, manifest } from "../../extensions/zalouser/src/runtime.js";
import { followLogin, login, loginWithQrStart, loginWithQrWait } from "../../extensions/zalouser/src/account/login.js";
import { BridgeError } from "../../extensions/zalouser/src/bridge/errors.js";
import { mediaMessage, send, sendOptions, textMessage } from "../../extensions/zalouser/src/outbound/outbound.js";
import { collectStatusIssues, probeAccount, probeOf } from "../../extensions/zalouser/src/account/status.js";
import { withQuietZone } from "../../extensions/zalouser/src/account/terminal-qr.js";
import { createTool } from "../../extensions/zalouser/src/tool.js";
import { CFG, usualCompanion } from "./support/place.js";

beforeEach(() => {
    host.config = () => CFG;
    host.link = undefined;
});

test("targets", () => {
    assert.deepEqual(parseTarget("365"), { threadId: "365", isGroup: false });
    assert.deepEqual(parseTarget(" zalouser:group:772 "), { threadId: "772", isGroup: true });
    assert.deepEqual(parseTarget("zlu:user:365"), { threadId: "365", isGroup: false });
    for (const wrong of ["", "Lan", "group:", "3 6 5", "--help"]) assert.throws(() => parseTarget(wrong), { kind: "threadUnknown" });
});

test("accounts and profiles", () => {
    delete process.env.ZCA_PROFILE;
    const cfg = { channels: { zalouser: { dmPolicy: "open", accounts: { shop: { profile: "ban-hang", dmPolicy: "pairing" }, home: { enabled: false } }, defaultAccount: "shop" } } };
    assert.deepEqual([resolveAccount(cfg).accountId, resolveAccount(cfg).profile, resolveAccount(cfg).config.dmPolicy], ["shop", "ban-hang", "pairing"]);
    assert.deepEqual([resolveAccount(cfg, "home").profile, resolveAccount(cfg, "home").enabled, resolveAccount(cfg, "home").config.dmPolicy], ["home", false, "open"]);
    process.env.ZCA_PROFILE = "work";
    assert.equal(resolveAccount({ channels: { zalouser: {} } }).profile, "work");
    delete process.env.ZCA_PROFILE;
    assert.equal(resolveAccount({}).profile, "default");
});

test("the manifest: an account takes what the channel takes", () => {
    const { properties } = manifest.channelConfigs.zalouser.schema;
    const { accounts, defaultAccount, ...shared } = properties;
    assert.deepEqual(accounts.additionalProperties.properties, shared);
    const { name, version } = JSON.parse(fs.readFileSync(new URL("../../extensions/zalouser/package.json", import.meta.url), "utf8"));
    assert.deepEqual([name.split("/").at(-1), version], [manifest.id, manifest.version]);
});

test("chunks", () => {
    assert.deepEqual(chunkText("ngắn"), ["ngắn"]);
    assert.deepEqual(chunkText("aaaa bbbb", 5), ["aaaa", "bbbb"]);
    assert.deepEqual(chunkText("aaaa\nbb cc", 7), ["aaaa", "bb cc"]);
    const faces = "😀".repeat(5);
    assert.deepEqual(chunkText(faces, 5), ["😀😀", "😀😀", "😀"]);
    for (const piece of chunkText("x ".repeat(5000))) assert.ok(piece.length <= 2000);
});

test("the answer is waited for longer than the companion waits for zca: its upload may take three minutes", () => {
    const target = { threadId: "365", isGroup: false };
    const text = textMessage(target, "x", "k");
    assert.ok(sendOptions(text).timeoutMs > text.deadlineMs + 60000);
    const file = mediaMessage(target, { path: "/a.pdf", kind: "file" }, "giá", "k");
    assert.ok(sendOptions(file).timeoutMs > file.deadlineMs + 180000 + 60000);
});

test("a send whose connection ends is asked for again, with the same key", async (t) => {
    const fake = await usualCompanion(t);
    const keys = [];
    const live = {
        call: (_method, { key }) => {
            keys.push(key);
            host.link = undefined;
            return Promise.reject(new BridgeError("closed", "gone"));
        },
    };
    host.link = { current: () => live };
    await send(CFG, resolveAccount(CFG), textMessage({ threadId: "365333052772575247", isGroup: false }, "một", "key-1"));
    assert.deepEqual(keys, ["key-1"]);
    assert.deepEqual(fake.outbox.map(({ key, text }) => [key, text]), [["key-1", "một"]]);
});

test("the directory pages, and stops at the limit", async (t) => {
    const fake = await usualCompanion(t);
    const asked = [];
    fake.methods["friends.list"] = ({ limit, cursor = "0" }) => {
        asked.push(limit);
        const from = Number(cursor);
        return { items: Array.from({ length: limit }, (_, i) => ({ userId: String(from + i), displayName: `n${from + i}` })), total: 100000, nextCursor: String(from + limit), refreshedAt: 1 };
    };
    const peers = await directory.listPeers({ cfg: CFG, limit: 1200 });
    assert.equal(peers.length, 1200);
    assert.deepEqual(asked, [500, 500, 200]);
    assert.deepEqual(peers.at(-1), { kind: "user", id: "1199", name: "n1199", avatarUrl: undefined, raw: { userId: "1199", displayName: "n1199" } });
    assert.deepEqual((await directory.listGroups({ cfg: CFG, query: "gia" })).map(({ id, name }) => [id, name]), [["group:772000000000000001", "Gia đình"]]);
});

test("a login is followed from the QR code to the user", async (t) => {
    const fake = await usualCompanion(t);
    fake.session = "NeedsLogin";
    fake.loginSteps = [{ step: "qr", payload: "p1", png: "", attempt: 1 }, { step: "qr", payload: "p2", png: "", attempt: 2 }, { step: "scanned", by: "Bảo" }, { step: "confirmed", user: { userId: "5", displayName: "Anh" } }];
    const steps = [];
    const { withCompanion } = await import("../../extensions/zalouser/src/bridge/one-shot.js");
    const user = await withCompanion(CFG, (_, hub) => followLogin(hub, { profile: "default", show: ({ step, payload, by }) => steps.push([step, payload ?? by]) }));
    assert.deepEqual(user, { userId: "5", displayName: "Anh" });
    assert.deepEqual(steps.slice(0, 3), [["qr", "p1"], ["qr", "p2"], ["scanned", "Bảo"]]);
    const again = await withCompanion(CFG, (_, hub) => followLogin(hub, { profile: "default", show: () => {} }));
    assert.equal(again.already, true);
});

test("a login in the terminal shows where the picture is, and the picture is gone at its end", async (t) => {
    const fake = await usualCompanion(t);
    fake.session = "NeedsLogin";
    const seen = [];
    const lines = [];
    const runtime = {
        log: (line) => {
            lines.push(line);
            const [, file] = /^The picture is also here: (.*)$/.exec(line) ?? [];
            if (file) seen.push([file, fs.readFileSync(file, "utf8"), fs.statSync(file).mode & 0o777]);
        },
    };
    const qr = (png, attempt) => ({ step: "qr", png: Buffer.from(png).toString("base64"), attempt });
    const before = process.listenerCount("SIGTERM") + process.listenerCount("exit");
    fake.loginSteps = [qr("one", 1), qr("two", 2), { step: "scanned", by: "Bảo" }, { step: "confirmed", user: { userId: "5", displayName: "Anh" } }];
    const cfg = { ...CFG, channels: { zalouser: { accounts: { shop: { profile: "ban-hang" } } } } };
    await login({ cfg, accountId: "shop", runtime });
    const file = `${process.env.OPENCLAW_STATE_DIR}/zalouser/login-ban-hang.png`;
    assert.deepEqual(seen, [[file, "one", 0o600], [file, "two", 0o600]]);
    assert.equal(fs.existsSync(file), false);
    assert.deepEqual(lines.slice(-2), ["Scanned by Bảo. Confirm the login there.", "Logged in as Anh (5)."]);
    assert.ok(lines.includes("The QR code expired; this is a new one."));
    await login({ cfg, accountId: "shop", runtime });
    assert.match(lines.at(-1), /^Already logged in as .*channels logout --channel zalouser --account shop,/);
    await assert.rejects(login({ cfg, accountId: "shopp", runtime }), /There is no account shopp under .* There are: shop\./);
    fake.session = "NeedsLogin";
    fake.loginSteps = [qr("three", 1), { step: "declined" }];
    await assert.rejects(login({ cfg, accountId: "shop", runtime }), { kind: "declined" });
    assert.deepEqual(seen.at(-1), [file, "three", 0o600]);
    assert.deepEqual(fs.readdirSync(`${process.env.OPENCLAW_STATE_DIR}/zalouser`).filter((name) => name.includes("login")), []);
    assert.equal(process.listenerCount("SIGTERM") + process.listenerCount("exit"), before);
});

test("a login ends in words", async (t) => {
    const fake = await usualCompanion(t);
    fake.session = "NeedsLogin";
    const { withCompanion } = await import("../../extensions/zalouser/src/bridge/one-shot.js");
    const follow = () => withCompanion(CFG, (_, hub) => followLogin(hub, { profile: "default", show: () => {} }));
    for (const [step, words] of [["declined", /declined on the phone/], ["expired", /expired/]]) {
        fake.loginSteps = [{ step }];
        await assert.rejects(follow(), (error) => error.kind === step && words.test(error.message));
    }
    fake.loginSteps = [{ step: "failed", error: { code: -32003, kind: "zcaMissing", message: "zca was not found." } }];
    await assert.rejects(follow(), { kind: "zcaMissing", message: "zca was not found." });
    fake.loginSteps = [];
    const hanging = follow();
    setTimeout(() => fake.drop(), 50);
    await assert.rejects(hanging, { kind: "closed" });
});

test("the Control UI's login gives the picture, its renewal and the end", async (t) => {
    const fake = await usualCompanion(t);
    fake.session = "NeedsLogin";
    let renew;
    let confirm;
    fake.loginSteps = [{ step: "qr", png: "AAAA", attempt: 1 }, { step: "qr", png: "BBBB", attempt: 2, after: new Promise((resolve) => (renew = resolve)) }, { step: "confirmed", user: { displayName: "Anh" }, after: new Promise((resolve) => (confirm = resolve)) }];
    const started = await loginWithQrStart({});
    assert.equal(started.qrDataUrl, "data:image/png;base64,AAAA");
    const waiting = loginWithQrWait({ currentQrDataUrl: started.qrDataUrl, timeoutMs: 5000 });
    renew();
    assert.equal((await waiting).qrDataUrl, "data:image/png;base64,BBBB");
    confirm();
    assert.deepEqual(await loginWithQrWait({ timeoutMs: 5000 }), { connected: true, message: "Logged in as Anh." });
});

test("the quiet zone is four modules wide and as light as the rest", () => {
    const art = "\x1b[47m\x1b[30m █ \x1b[0m\n\x1b[47m\x1b[30m ▀ \x1b[0m";
    const lines = withQuietZone(art).split("\n");
    assert.equal(lines.length, 6);
    for (const line of lines) assert.match(line, /^\x1b\[47m\x1b\[30m.{9}\x1b\[0m$/);
    assert.equal(lines[2], "\x1b[47m\x1b[30m    █    \x1b[0m");
    assert.equal(lines[0], lines[5]);
});

test("the probe tells the state, its reason and one fix", async (t) => {
    const fake = await usualCompanion(t);
    const account = resolveAccount(CFG);
    assert.equal((await probeAccount({ account, cfg: CFG })).ok, true);
    fake.session = "NeedsLogin";
    const probe = await probeAccount({ account, cfg: CFG });
    assert.deepEqual(collectStatusIssues([{ accountId: "default", probe }]), [
        { channel: "zalouser", accountId: "default", kind: "auth", message: "NeedsLogin: Nobody is logged in.", fix: "Run: openclaw channels login --channel zalouser" },
    ]);
    fake.methods["status.get"] = () => new Promise(() => {});
    const started = Date.now();
    assert.match((await probeAccount({ account, cfg: CFG, timeoutMs: 100 })).error, /does not answer/);
    assert.ok(Date.now() - started < 1000);
});

test("the probe says what to start, to approve or to free, each in one line", async (t) => {
    const fake = await usualCompanion(t);
    const snapshot = fake.snapshot("default");
    snapshot.delivery.state = "StorageFull";
    snapshot.profiles[0].queue.inboundDead = 2;
    const issues = collectStatusIssues([{ accountId: "default", probe: probeOf(snapshot, "default") }]);
    assert.deepEqual(issues.map(({ fix }) => fix), ["Free some space, or check the disk", "See them in Zalo Companion's window, Activity"]);
    fake.everAssociated = true;
    const waiting = await probeAccount({ account: resolveAccount(CFG), cfg: CFG });
    assert.match(waiting.error, /gateways approve/);
    await fake.close();
    const [issue] = collectStatusIssues([{ accountId: "default", probe: await probeAccount({ account: resolveAccount(CFG), cfg: CFG }) }]);
    assert.deepEqual([issue.message, issue.fix], ["Zalo Companion is not running. Start it: zalo-companion --headless", undefined]);
    await fake.listen();
});

test("the tool: results and failures are both results", async (t) => {
    const fake = await usualCompanion(t);
    const call = async (params) => (await createTool().execute("1", params)).details;
    assert.equal((await call({ action: "me" })).displayName, "Nguyễn Minh Anh");
    assert.deepEqual(await call({ action: "friends", query: "do van" }), { friends: [{ userId: "365000000000000003", displayName: "Đỗ Văn Nguyên" }] });
    assert.equal((await call({ action: "send", threadId: "group:772", message: "xin chào" })).success, true);
    assert.deepEqual([fake.outbox[0].threadId, fake.outbox[0].isGroup, fake.outbox[0].text], ["772", true, "xin chào"]);
    assert.equal((await call({ action: "link", threadId: "365", url: "https://example.org", isGroup: true })).success, true);
    assert.deepEqual([fake.outbox[1].url, fake.outbox[1].kind, fake.outbox[1].isGroup], ["https://example.org/", "link", true]);
    for (const [params, words] of [
        [{ action: "send", threadId: "365" }, /send needs message/],
        [{ action: "send", threadId: "Lan", message: "x" }, /number/],
        [{ action: "link", threadId: "365", url: "file:///etc/passwd" }, /http/],
        [{ action: "image", threadId: "365", url: "/etc/passwd" }, /http/],
        [{ action: "image", threadId: "365" }, /image needs url/],
        [{ action: "constructor" }, /Unknown action/],
    ]) assert.match((await call(params)).error, words);
    fake.session = "NeedsLogin";
    assert.match((await call({ action: "friends" })).error, /channels login/);
});

test("the tool speaks in the agent's own conversation, as its account", async (t) => {
    const fake = await usualCompanion(t);
    host.config = () => ({ ...CFG, channels: { zalouser: { accounts: { home: {}, shop: { profile: "ban-hang" }, old: { profile: "old", enabled: false } }, defaultAccount: "home" } } });
    const inGroup = { messageChannel: "zalouser", agentAccountId: "shop", deliveryContext: { channel: "zalouser", to: "zalouser:group:772", accountId: "shop" } };
    const call = async (context, params) => {
        const { details } = await createTool(context).execute("1", { action: "send", message: "x", ...params });
        const { profile, threadId, isGroup } = fake.outbox.at(-1) ?? {};
        return details.error ?? [profile, threadId, isGroup];
    };
    assert.deepEqual(await call(inGroup), ["ban-hang", "772", true]);
    assert.deepEqual(await call(inGroup, { threadId: "772", isGroup: false }), ["ban-hang", "772", true]);
    assert.deepEqual(await call(inGroup, { threadId: "zlu:user:365" }), ["ban-hang", "365", false]);
    assert.deepEqual(await call(inGroup, { threadId: "zalouser:group:773", isGroup: false }), ["ban-hang", "773", true]);
    assert.deepEqual(await call(inGroup, { threadId: "365", profile: "home" }), ["home", "365", false]);
    // For another account the thread's id may be another person's, so it must be said.
    assert.match(await call(inGroup, { profile: "home" }), /send needs threadId/);
    for (const profile of ["old", "nobody"]) assert.match(await call(inGroup, { profile }), /No account of this Gateway has the profile .* There are: home, ban-hang\./);
    const elsewhere = { messageChannel: "telegram", agentAccountId: "shop", deliveryContext: { channel: "telegram", to: "365", accountId: "shop" } };
    assert.match(await call(elsewhere), /send needs threadId/);
    assert.deepEqual(await call(elsewhere, { threadId: "365" }), ["home", "365", false]);
    assert.deepEqual(await call(undefined, { threadId: "365" }), ["home", "365", false]);
});

test("the same text may be sent twice, and one call that is repeated with its idempotency key sends once", async (t) => {
    const fake = await usualCompanion(t);
    const send = async (callId) => {
        const { details } = await createTool().execute(callId, { action: "send", threadId: "365", message: "x" });
        assert.equal(details.success, true);
        return fake.outbox.length;
    };
    // Models number their calls as they like; without a key of the caller the id is but the time.
    const counts = [];
    for (const id of ["call_0", "call_0", "http-direct-operator-1795330293610", "http-direct-operator-1795330293610", "http-direct-operator-order-7", "http-direct-operator-order-7", "rpc-direct-operator-order-7"]) counts.push(await send(id));
    assert.deepEqual(counts, [1, 2, 3, 4, 5, 5, 6]);
});
