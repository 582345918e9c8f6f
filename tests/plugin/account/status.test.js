// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What `channels status` says of an account, with and without a probe.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { beforeEach, test } from "node:test";
import { resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { forgetLinked, isLinked, noteLinked } from "../../../extensions/zalouser/src/account/linked.js";
import { accountOption, collectStatusIssues, connectedPatch, disconnectedPatch, probeAccount, probeOf, status } from "../../../extensions/zalouser/src/account/status.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { FakeCompanion } from "../support/fake-companion.js";
import { CFG, fakeCompanionAtDefault, tempFixture } from "../support/fixtures.js";

const { evaluateChannelHealth } = await importHealth();

/** @returns {any} a Gateway's configuration with this channel section */
const cfgOf = (section) => ({ gateway: { mode: "local" }, channels: { telegram: {}, zalouser: section } });
const ONE = { enabled: true, dmPolicy: "open" };
const TWO = { enabled: true, accounts: { default: { name: "Nhà" }, Shop: { profile: "ban-hang" } } };

/** The Gateway's own evaluation of an account's status. */
async function importHealth() {
    const dist = path.resolve(process.execPath, "../../../openclaw/dist");
    const name = fs.readdirSync(dist).find((file) => file.startsWith("channel-health-policy-") && file.endsWith(".mjs"));
    const module = await import(path.join(dist, name));
    return { evaluateChannelHealth: Object.values(module).find((one) => one.name === "evaluateChannelHealth") };
}

beforeEach(() => {
    shared.config = () => CFG;
    shared.connectionManager = undefined;
});

test("the status shows protocol, state, queue lengths and a fix", () => {
    const snapshot = new FakeCompanion("").snapshot("default");
    Object.assign(snapshot.profiles[0].queue, { inboundWaiting: 3, outboundUncertain: 1 });
    Object.assign(snapshot.profiles[0], { lastIn: 7, lastOut: 8 });
    const probe = { ...probeOf(snapshot, "default"), protocol: "1.0" };
    const shown = status.buildAccountSnapshot({ account: resolveAccount(cfgOf(ONE)), cfg: cfgOf(ONE), runtime: connectedPatch(probe), probe });
    assert.deepEqual([shown.mode, shown.healthState, shown.connected, shown.lastInboundAt, shown.lastOutboundAt, shown.profile], ["bridge 1.0", "Online (3 waiting in, 1 uncertain)", true, 7, 8, "default"]);
    const [issue] = collectStatusIssues([{ accountId: "default", probe }]);
    assert.match(`${issue.message} ${issue.fix}`, /^1 message\(s\) may or may not have been sent.* Activity$/);
});

test("what an older companion lacks is an issue with a way out", () => {
    const probe = { ...probeOf(new FakeCompanion("").snapshot("default"), "default"), missing: ["typing.send"] };
    const [issue] = collectStatusIssues([{ accountId: "default", probe }]);
    assert.match(issue.message, /^Zalo Companion fake is older than the plugin zalouser and does not know typing\.send; .* Update Zalo Companion\.$/);
    assert.deepEqual(collectStatusIssues([{ accountId: "default", probe: { ...probe, missing: [] } }]), []);
});

test("the fix names the account and is not repeated", () => {
    const fake = new FakeCompanion("");
    fake.session = "NeedsLogin";
    const snapshot = fake.snapshot("default");
    const command = "openclaw channels login --channel zalouser";
    assert.equal(probeOf(snapshot, "default", accountOption(cfgOf({ ...TWO, defaultAccount: "shop" }), { accountId: "default" })).fix, `Run: ${command} --account default`);
    assert.equal(probeOf(snapshot, "default", accountOption(cfgOf(TWO), { accountId: "default" })).fix, `Run: ${command}`);
    Object.assign(snapshot.profiles[0].session, { reason: { text: `Nobody is here. Log in: ${command}` }, nextStep: { text: `Log in: ${command}` } });
    const { error, fix } = probeOf(snapshot, "default", " --account b");
    assert.deepEqual([error, fix], [`NeedsLogin: Nobody is here. Log in: ${command} --account b`, undefined]);
});

test("what stands out in the settings, and names that match nobody, are issues with or without a probe", () => {
    shared.nameResolvers = new Map([["default", { idOf: () => undefined, problems: () => ["allowFrom, entry 2: nothing in Zalo's list has this name"] }]]);
    const section = { dmPolicy: "open", allowFrom: ["*", "Lan"] };
    const snapshot = status.buildAccountSnapshot({ account: resolveAccount(cfgOf(section)), cfg: cfgOf(section) });
    shared.nameResolvers = undefined;
    assert.deepEqual(collectStatusIssues([snapshot]), [
        { channel: "zalouser", accountId: "default", kind: "config", message: "channels.zalouser.dmPolicy is open: everybody on Zalo may use the agent.", fix: "Set channels.zalouser.dmPolicy to pairing or allowlist" },
        { channel: "zalouser", accountId: "default", kind: "config", message: "allowFrom, entry 2: nothing in Zalo's list has this name" },
    ]);
    assert.deepEqual(collectStatusIssues([{ ...snapshot, enabled: false }]), []);
});

test("linked is whether somebody is logged in; an account that does not run must not be kept from starting", () => {
    const account = { accountId: "default" };
    const states = ["Online", "Offline", "Kicked", "NeedsLogin", "Expired", "NoCli"];
    assert.deepEqual(states.map((state) => (noteLinked("default", { state }), isLinked(account))), ["linked", "linked", "linked", "not-linked", "not-linked", "linked"]);
    noteLinked("default", { state: "NeedsLogin" });
    assert.equal(isLinked({ accountId: "shop" }), "linked");
    forgetLinked("default");
    assert.equal(isLinked(account), "linked");
});

test("a stopped account is not connected", () => {
    const shown = status.buildAccountSnapshot({ account: resolveAccount(cfgOf(ONE)), cfg: cfgOf(ONE), runtime: { ...connectedPatch({ ok: true }), running: false } });
    assert.equal(shown.connected, false);
});

test("the Gateway's health monitor does not restart an account that reconnects or has no login", () => {
    const now = Date.now();
    const policy = { now, channelConnectGraceMs: 120000, staleEventThresholdMs: 1800000 };
    const account = { enabled: true, configured: true, linked: true, lastStartAt: now - 3600000 };
    const judge = (patch) => evaluateChannelHealth({ ...account, ...patch }, policy).healthy;
    assert.equal(judge({ running: true, connected: false }), false, "what it does without a date");
    assert.equal(judge(disconnectedPatch(new Error("Zalo Companion is not running."), now)), true);
    assert.equal(judge(connectedPatch({ ok: false, error: "NeedsLogin: Nobody is logged in." })), true);
    assert.deepEqual([connectedPatch({ ok: true }).lastDisconnect, connectedPatch({ ok: true }).lastError], [null, null], "and a good connection takes the last failure back");
});

test("the probe reports the state, its reason and one fix", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
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

test("messages that waited too long are an issue of their own", async (t) => {
    const snapshot = (await fakeCompanionAtDefault(t)).snapshot("default");
    snapshot.profiles[0].queue.inboundExpired = 3;
    const issues = collectStatusIssues([{ accountId: "default", probe: probeOf(snapshot, "default") }]);
    assert.deepEqual(issues.map(({ message }) => message), ["3 message(s) waited too long and were not handed over."]);
});

test("the probe names what to start, approve or free in one line each", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const snapshot = fake.snapshot("default");
    snapshot.delivery.state = "StorageFull";
    snapshot.profiles[0].queue.inboundDead = 2;
    const issues = collectStatusIssues([{ accountId: "default", probe: probeOf(snapshot, "default") }]);
    assert.deepEqual(issues.map(({ fix }) => fix), ["Free some space", "See them in Zalo Companion's window, Activity"]);
    const problems = ["StorageLocked", "StorageReadOnly", "StorageFailing", "StorageDamaged"].map((state) => {
        snapshot.delivery.state = state;
        return collectStatusIssues([{ accountId: "default", probe: probeOf(snapshot, "default") }])[0].message;
    });
    assert.equal(new Set(problems).size, 4);
    fake.everAssociated = true;
    const waiting = await probeAccount({ account: resolveAccount(CFG), cfg: CFG });
    assert.match(waiting.error, /gateways approve/);
    await fake.close();
    const [issue] = collectStatusIssues([{ accountId: "default", probe: await probeAccount({ account: resolveAccount(CFG), cfg: CFG }) }]);
    assert.deepEqual([issue.message, issue.fix], ["Zalo Companion is not running. Start it: zalo-companion --headless", undefined]);
    await fake.listen();
});

test("a probe starts nothing, even if the plugin may start the companion", async (t) => {
    const { root, path: socket, stateDir } = tempFixture(t);
    process.env.OPENCLAW_ZALOUSER_SOCKET = socket;
    process.env.OPENCLAW_STATE_DIR = stateDir;
    process.env.OPENCLAW_ZALOUSER_COMPANION = path.join(root, "program");
    t.after(() => delete process.env.OPENCLAW_ZALOUSER_COMPANION);
    fs.writeFileSync(process.env.OPENCLAW_ZALOUSER_COMPANION, `#!/bin/sh\ntouch ${root}/started\n`, { mode: 0o755 });
    const { ok, error } = await probeAccount({ account: resolveAccount({}), cfg: {}, timeoutMs: 2000 });
    assert.deepEqual([ok, error], [false, "Zalo Companion is not running. Start it: zalo-companion --headless"]);
    assert.equal(fs.existsSync(path.join(root, "started")), false);
});
