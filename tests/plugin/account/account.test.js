// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Accounts of one channel and targets: their ids, what `channels add` and `channels remove` write.

import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultAccountId, listAccountIds, parseTarget, requireAccount, resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { plugin } from "../../../extensions/zalouser/src/channel.js";
import { importSdk } from "../support/sdk.js";

const { setAccountEnabledInConfigSection } = await importSdk("core");

/** @returns {any} a Gateway's configuration with this channel section */
const cfgOf = (section) => ({ gateway: { mode: "local" }, channels: { telegram: {}, zalouser: section } });
const ONE = { enabled: true, dmPolicy: "open" };
const TWO = { enabled: true, accounts: { default: { name: "Nhà" }, Shop: { profile: "ban-hang" } } };

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

test("an account that is named nowhere is an error, and nothing can have been sent", () => {
    assert.equal(requireAccount(cfgOf(TWO), "SHOP").profile, "ban-hang");
    assert.equal(requireAccount(cfgOf(ONE)).accountId, "default");
    for (const [section, id] of [[TWO, "shopp"], [ONE, "shop"], [undefined, "x"]]) {
        assert.throws(() => requireAccount(cfgOf(section), String(id)), { kind: "params", message: /^There is no account \w+ under channels\.zalouser\.accounts; add it there first\. There are: default/, data: { possiblySent: false } });
    }
});

test("channels add takes no option of another channel", () => {
    const { validateInput } = /** @type {any} */ (plugin.setup);
    assert.equal(validateInput({ input: { name: "Nhà", token: undefined } }), null);
    assert.match(validateInput({ input: { name: "Nhà", botToken: "x", useEnv: true } }), /^The channel zalouser has no --bot-token, --use-env\. Log in with a QR code: /);
});

test("account ids are canonicalised as the Gateway does", () => {
    const cfg = cfgOf({ ...TWO, defaultAccount: "Shop" });
    assert.deepEqual(listAccountIds(cfg), ["default", "shop"]);
    assert.equal(defaultAccountId(cfg), "shop");
    assert.deepEqual([resolveAccount(cfg, "shop").profile, resolveAccount(cfg, "SHOP").accountId], ["ban-hang", "shop"]);
    assert.deepEqual(listAccountIds(cfgOf({ accounts: { "Cửa hàng 2": {} } })), ["c-a-h-ng-2"]);
});

test("the environment sets the profile of the default account only, and the configuration overrides it", (t) => {
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

test("enabling or disabling an account leaves the others alone", () => {
    const { setAccountEnabled } = plugin.config;
    for (const { section, accountId } of [{ section: ONE, accountId: "default" }, { section: TWO, accountId: "default" }, { section: TWO, accountId: "shop" }, { section: ONE, accountId: "shop" }]) {
        const ours = setAccountEnabled({ cfg: cfgOf(section), accountId, enabled: false });
        if (accountId === "default") assert.deepEqual(ours, setAccountEnabledInConfigSection({ cfg: cfgOf(section), sectionKey: "zalouser", accountId, enabled: false, allowTopLevel: true }), "as the SDK's helper");
        assert.equal(resolveAccount(ours, accountId).enabled, false);
    }
    const off = setAccountEnabled({ cfg: cfgOf(TWO), accountId: "shop", enabled: false });
    assert.deepEqual(off.channels.zalouser.accounts, { default: { name: "Nhà" }, Shop: { profile: "ban-hang", enabled: false } });
    assert.equal(resolveAccount(off, "default").enabled, true);
});

test("deleting an account leaves the others alone", () => {
    const { deleteAccount } = plugin.config;
    assert.deepEqual(deleteAccount({ cfg: cfgOf(TWO), accountId: "shop" }), cfgOf({ enabled: true, accounts: { default: { name: "Nhà" } } }));
    assert.deepEqual(deleteAccount({ cfg: cfgOf(ONE), accountId: "default" }).channels, { telegram: {} });
    assert.deepEqual(deleteAccount({ cfg: cfgOf({ enabled: true, accounts: { shop: {} } }), accountId: "shop" }).channels, { telegram: {} });
    assert.deepEqual(deleteAccount({ cfg: {}, accountId: "shop" }), {});
});

test("channels add enables an account under its name", () => {
    const add = (section, accountId, name) => plugin.setup.applyAccountConfig({ cfg: cfgOf(section), accountId, input: { name } }).channels.zalouser;
    assert.deepEqual(add(undefined, "default"), { enabled: true });
    assert.deepEqual(add({ ...ONE, enabled: false }, "default", " Nhà "), { enabled: true, dmPolicy: "open", name: "Nhà" });
    assert.deepEqual(add(TWO, "shop", "Cửa hàng").accounts, { default: { name: "Nhà" }, Shop: { profile: "ban-hang", enabled: true, name: "Cửa hàng" } });
    assert.deepEqual(add(TWO, "b").accounts.b, { enabled: true });
    assert.deepEqual(add(ONE, "b"), { ...ONE, accounts: { default: {}, b: { enabled: true } } }, "the account that was the only one stays");
    assert.deepEqual(add({ enabled: false }, "b"), { enabled: true, accounts: { b: { enabled: true } } });
    assert.equal(plugin.setup.configPromotion, "preserve-root", "no policy is moved away from the others");
});

test("the security audit names the path of an account's settings", () => {
    const of = (section, accountId) => plugin.security.resolveDmPolicy({ cfg: cfgOf(section), account: resolveAccount(cfgOf(section), accountId) }).policyPath;
    assert.deepEqual([of(ONE, "default"), of(TWO, "shop")], ["channels.zalouser.dmPolicy", "channels.zalouser.accounts.Shop.dmPolicy"]);
});
