// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import fs from "node:fs";
import { beforeEach, test } from "node:test";
import { followLogin, login, loginWithQrStart, loginWithQrWait } from "../../../extensions/zalouser/src/account/login.js";
import { withCompanion } from "../../../extensions/zalouser/src/bridge/one-shot.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { CFG, fakeCompanionAtDefault, until } from "../support/fixtures.js";

beforeEach(() => {
    shared.config = () => CFG;
    shared.connectionManager = undefined;
});

test("a login is followed from the QR code to the user", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.session = "NeedsLogin";
    fake.loginSteps = [{ step: "qr", payload: "p1", png: "", attempt: 1 }, { step: "qr", payload: "p2", png: "", attempt: 2 }, { step: "scanned", by: "Bảo" }, { step: "confirmed", user: { userId: "5", displayName: "Anh" } }];
    const steps = [];
    const user = await withCompanion(CFG, (_, hub) => followLogin(hub, { profile: "default", show: ({ step, payload, by }) => steps.push([step, payload ?? by]) }));
    assert.deepEqual(user, { userId: "5", displayName: "Anh" });
    assert.deepEqual(steps.slice(0, 3), [["qr", "p1"], ["qr", "p2"], ["scanned", "Bảo"]]);
    const again = await withCompanion(CFG, (_, hub) => followLogin(hub, { profile: "default", show: () => {} }));
    assert.equal(again.already, true);
});

test("a login in the terminal names the picture's path, and removes the picture at its end", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
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

test("a failed login ends with its reason", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.session = "NeedsLogin";
    const follow = () => withCompanion(CFG, (_, hub) => followLogin(hub, { profile: "default", show: () => {} }));
    for (const { step, message } of [{ step: "declined", message: /declined on the phone/ }, { step: "expired", message: /expired/ }]) {
        fake.loginSteps = [{ step }];
        await assert.rejects(follow(), { kind: step, message });
    }
    fake.loginSteps = [{ step: "failed", error: { code: -32003, kind: "zcaMissing", message: "zca was not found." } }];
    await assert.rejects(follow(), { kind: "zcaMissing", message: "zca was not found." });
    fake.loginSteps = [];
    const hanging = follow();
    setTimeout(() => fake.drop(), 50);
    await assert.rejects(hanging, { kind: "closed" });
});

test("the Control UI's login returns the QR code, its renewal and the result", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.session = "NeedsLogin";
    let renew;
    let confirm;
    fake.loginSteps = [{ step: "qr", png: "AAAA", attempt: 1 }, { step: "qr", png: "BBBB", attempt: 2, after: new Promise((resolve) => (renew = resolve)) }, { step: "confirmed", user: { displayName: "Anh" }, after: new Promise((resolve) => (confirm = resolve)) }];
    /** @type {any} */
    const started = await loginWithQrStart({});
    assert.equal(started.qrDataUrl, "data:image/png;base64,AAAA");
    const waiting = loginWithQrWait({ currentQrDataUrl: started.qrDataUrl, timeoutMs: 5000 });
    renew();
    assert.equal(/** @type {any} */ (await waiting).qrDataUrl, "data:image/png;base64,BBBB");
    confirm();
    assert.deepEqual(await loginWithQrWait({ timeoutMs: 5000 }), { connected: true, message: "Logged in as Anh." });
});

test("an aborted or expired login is cancelled in the companion, too", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.session = "NeedsLogin";
    fake.loginSteps = [{ step: "qr", payload: "p", attempt: 1 }];
    const cancelled = [];
    fake.methods["login.cancel"] = ({ loginId }) => ({ cancelled: cancelled.push(loginId) > 0 });
    const abort = new AbortController();
    const interrupted = withCompanion(CFG, (_, connection) => followLogin(connection, { profile: "default", signal: abort.signal, show: () => abort.abort() }));
    await assert.rejects(interrupted, { kind: "cancelled" });
    const slow = withCompanion(CFG, (_, connection) => followLogin(connection, { profile: "default", timeoutMs: 100, show: () => {} }));
    await assert.rejects(slow, { kind: "deadline" });
    await until(() => cancelled.length === 2);
});

test("steps that arrive before the login's id are kept up to a bound", async () => {
    let notify;
    let started;
    const connection = {
        call: () => new Promise((resolve) => (started = resolve)),
        onNotification: (listener) => ((notify = listener), () => {}),
    };
    const shown = [];
    const following = followLogin(connection, { profile: "default", show: ({ attempt }) => shown.push(attempt) });
    for (let attempt = 1; attempt <= 1000; ++attempt) notify("login.changed", { loginId: "1", step: "qr", attempt });
    started({ loginId: "1" });
    await until(() => shown.length > 0);
    notify("login.changed", { loginId: "1", step: "confirmed", user: {} });
    await following;
    assert.equal(shown.length, 21, "20 early ones and the last");
});
