// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Several accounts of one channel: their ids, what `channels add` and `channels remove` write, and what their status says.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { defaultAccountId, listAccountIds, resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { plugin } from "../../../extensions/zalouser/src/channel.js";
import { accountOption, collectStatusIssues, connectedPatch, disconnectedPatch, probeOf, status } from "../../../extensions/zalouser/src/account/status.js";
import { FakeCompanion } from "../support/fake-companion.js";
import { importSdk } from "../support/sdk.js";

const { setAccountEnabledInConfigSection } = await importSdk("core");
const { evaluateChannelHealth } = await importHealth();

const cfgOf = (section) => ({ gateway: { mode: "local" }, channels: { telegram: {}, zalouser: section } });
const ONE = { enabled: true, dmPolicy: "open" };
const TWO = { enabled: true, accounts: { default: { name: "Nhà" }, Shop: { profile: "ban-hang" } } };

/** The Gateway's own judgement of an account's status. */
async function importHealth() {
    const dist = path.resolve(process.execPath, "../../../openclaw/dist");
    const name = fs.readdirSync(dist).find((file) => file.startsWith("channel-health-policy-") && file.endsWith(".mjs"));
    const module = await import(path.join(dist, name));
    return { evaluateChannelHealth: Object.values(module).find((one) => one.name === "evaluateChannelHealth") };
}

test("ids are written as the Gateway writes them, whatever the key looks like", () => {
    const cfg = cfgOf({ ...TWO, defaultAccount: "Shop" });
    assert.deepEqual(listAccountIds(cfg), ["default", "shop"]);
    assert.equal(defaultAccountId(cfg), "shop");
    assert.deepEqual([resolveAccount(cfg, "shop").profile, resolveAccount(cfg, "SHOP").accountId], ["ban-hang", "shop"]);
    assert.deepEqual(listAccountIds(cfgOf({ accounts: { "Cửa hàng 2": {} } })), ["c-a-h-ng-2"]);
});

test("the environment names the profile of the default account only, and what is written wins", (t) => {
    t.after(() => ["ZALOUSER_PROFILE", "ZCA_PROFILE"].forEach((name) => delete process.env[name]));
    process.env.ZCA_PROFILE = "zca";
    assert.equal(resolveAccount(cfgOf(TWO), "default").profile, "zca");
    process.env.ZALOUSER_PROFILE = "zalouser";
    assert.deepEqual([resolveAccount(cfgOf(TWO), "default").profile, resolveAccount(cfgOf(TWO), "shop").profile], ["zalouser", "ban-hang"]);
    assert.equal(resolveAccount(cfgOf({ profile: "x" })).profile, "x");
    assert.equal(resolveAccount(cfgOf({ accounts: { b: {} } }), "b").profile, "b");
    const { name, profile } = resolveAccount(cfgOf({ name: "Nhà", profile: "x", accounts: { default: {}, b: {} } }), "b");
    assert.deepEqual([name, profile], [undefined, "b"], "two accounts never share a login by themselves");
});

test("an account is switched on and off, not its neighbours", () => {
    const { setAccountEnabled } = plugin.config;
    for (const [section, accountId] of [[ONE, "default"], [TWO, "default"], [TWO, "shop"], [ONE, "shop"]]) {
        const ours = setAccountEnabled({ cfg: cfgOf(section), accountId, enabled: false });
        if (accountId === "default") assert.deepEqual(ours, setAccountEnabledInConfigSection({ cfg: cfgOf(section), sectionKey: "zalouser", accountId, enabled: false, allowTopLevel: true }), "as the SDK's helper");
        assert.equal(resolveAccount(ours, accountId).enabled, false);
    }
    const off = setAccountEnabled({ cfg: cfgOf(TWO), accountId: "shop", enabled: false });
    assert.deepEqual(off.channels.zalouser.accounts, { default: { name: "Nhà" }, Shop: { profile: "ban-hang", enabled: false } });
    assert.equal(resolveAccount(off, "default").enabled, true);
});

test("an account is deleted, not its neighbours", () => {
    const { deleteAccount } = plugin.config;
    assert.deepEqual(deleteAccount({ cfg: cfgOf(TWO), accountId: "shop" }), cfgOf({ enabled: true, accounts: { default: { name: "Nhà" } } }));
    assert.deepEqual(deleteAccount({ cfg: cfgOf(ONE), accountId: "default" }).channels, { telegram: {} });
    assert.deepEqual(deleteAccount({ cfg: cfgOf({ enabled: true, accounts: { shop: {} } }), accountId: "shop" }).channels, { telegram: {} });
    assert.deepEqual(deleteAccount({ cfg: {}, accountId: "shop" }), {});
});

test("channels add switches an account on under its name", () => {
    const add = (section, accountId, name) => plugin.setup.applyAccountConfig({ cfg: cfgOf(section), accountId, input: { name } }).channels.zalouser;
    assert.deepEqual(add(undefined, "default"), { enabled: true });
    assert.deepEqual(add({ ...ONE, enabled: false }, "default", " Nhà "), { enabled: true, dmPolicy: "open", name: "Nhà" });
    assert.deepEqual(add(TWO, "shop", "Cửa hàng").accounts, { default: { name: "Nhà" }, Shop: { profile: "ban-hang", enabled: true, name: "Cửa hàng" } });
    assert.deepEqual(add(TWO, "b").accounts.b, { enabled: true });
    assert.deepEqual(add(ONE, "b"), { ...ONE, accounts: { default: {}, b: { enabled: true } } }, "the account that was the only one stays");
    assert.deepEqual(add({ enabled: false }, "b"), { enabled: true, accounts: { b: { enabled: true } } });
    assert.equal(plugin.setup.configPromotion, "preserve-root", "no policy is moved away from the others");
});

test("the security audit is shown where an account's settings stand", () => {
    const of = (section, accountId) => plugin.security.resolveDmPolicy({ cfg: cfgOf(section), account: resolveAccount(cfgOf(section), accountId) }).policyPath;
    assert.deepEqual([of(ONE, "default"), of(TWO, "shop")], ["channels.zalouser.dmPolicy", "channels.zalouser.accounts.Shop.dmPolicy"]);
});

test("the status names protocol, state, what waits and a fix", () => {
    const snapshot = new FakeCompanion("").snapshot("default");
    Object.assign(snapshot.profiles[0].queue, { inboundWaiting: 3, outboundUncertain: 1 });
    Object.assign(snapshot.profiles[0], { lastIn: 7, lastOut: 8 });
    const probe = { ...probeOf(snapshot, "default"), protocol: "1.0" };
    const shown = status.buildAccountSnapshot({ account: resolveAccount(cfgOf(ONE)), cfg: cfgOf(ONE), runtime: connectedPatch(probe), probe });
    assert.deepEqual([shown.mode, shown.healthState, shown.connected, shown.lastInboundAt, shown.lastOutboundAt, shown.profile], ["bridge 1.0", "Online (3 waiting in, 1 uncertain)", true, 7, 8, "default"]);
    const [issue] = collectStatusIssues([{ accountId: "default", probe }]);
    assert.match(`${issue.message} ${issue.fix}`, /^1 message\(s\) may or may not have been sent.* Activity$/);
});

test("the fix names the account, and is not said twice", () => {
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

test("a stopped account is not connected", () => {
    const shown = status.buildAccountSnapshot({ account: resolveAccount(cfgOf(ONE)), cfg: cfgOf(ONE), runtime: { ...connectedPatch({ ok: true }), running: false } });
    assert.equal(shown.connected, false);
});

test("the Gateway's health monitor leaves an account alone that is connecting again, and one that nobody is logged in on", () => {
    const now = Date.now();
    const policy = { now, channelConnectGraceMs: 120000, staleEventThresholdMs: 1800000 };
    const account = { enabled: true, configured: true, linked: true, lastStartAt: now - 3600000 };
    const judge = (patch) => evaluateChannelHealth({ ...account, ...patch }, policy).healthy;
    assert.equal(judge({ running: true, connected: false }), false, "what it does without a date");
    assert.equal(judge(disconnectedPatch(new Error("Zalo Companion is not running."), now)), true);
    assert.equal(judge(connectedPatch({ ok: false, error: "NeedsLogin: Nobody is logged in." })), true);
    assert.deepEqual([connectedPatch({ ok: true }).lastDisconnect, connectedPatch({ ok: true }).lastError], [null, null], "and a good connection takes the last failure back");
});
