// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What OpenClaw's audit is told of the channel.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { plugin } from "../../extensions/zalouser/src/channel.js";
import { shared } from "../../extensions/zalouser/src/runtime.js";
import { fakeCompanionAtDefault, tempFixture } from "./support/fixtures.js";

/** @returns {any} */
const cfgOf = (section) => ({ channels: { zalouser: section }, plugins: { entries: { zalouser: { config: { startCompanion: true } } } } });
const LISTS = { allowFrom: ["365", "Nguyễn Thị Lan", "Không Có"], groups: { "Gia đình": {} } };

/** @returns {Promise<any[]>} */
const foundBy = async (by, cfg, accountId = "default") => await plugin.security?.[by]?.({ cfg, accountId, account: plugin.config.resolveAccount(cfg, accountId), sourceConfig: cfg, orderedAccountIds: ["default"], hasExplicitAccountPath: false });
const findings = (cfg) => foundBy("collectWarnings", cfg);

beforeEach(() => {
    shared.connectionManager = undefined;
    shared.toldByGateway = Promise.resolve(false);
    shared.isProcessListOpen = false;
});

test("names that match nobody are found by asking Zalo Companion, by their place in the list", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const asked = [];
    const answer = (method) => (params) => {
        asked.push(method);
        return { items: method === "groups.list" ? [{ groupId: "1", name: "Gia đình" }, { groupId: "2", name: "gia  đình" }] : [{ userId: "365", displayName: "Nguyễn Thị Lan" }].filter(({ displayName }) => displayName.toLowerCase() === params.query) };
    };
    for (const method of ["friends.list", "groups.list"]) fake.methods[method] = answer(method);
    const found = await findings(cfgOf(LISTS));
    assert.deepEqual(found.map(({ checkId, severity, detail }) => [checkId, severity, detail]), [
        ["channels.zalouser.names.unmatched", "warn", "default: allowFrom, entry 3: nothing in Zalo's list has this name, so it matches nobody. Write the id instead: openclaw directory peers list --channel zalouser"],
        ["channels.zalouser.names.unmatched", "warn", "default: groups, entry 1: 2 in Zalo's list share this name, so it matches nobody. Write the id instead: openclaw directory groups list --channel zalouser"],
    ]);
    assert.deepEqual(asked, ["friends.list", "friends.list", "groups.list"]);
});

test("without Zalo Companion it says so, and starts nothing; without names nobody is asked", async (t) => {
    process.env.OPENCLAW_ZALOUSER_SOCKET = tempFixture(t).path;
    const [finding, ...more] = await findings(cfgOf(LISTS));
    assert.deepEqual([finding.checkId, finding.severity, more], ["channels.zalouser.names.unknown", "info", []]);
    assert.match(finding.detail, /^default: 3 name\(s\) stand in its lists, .* Zalo Companion is not running/);
    assert.deepEqual(await findings(cfgOf({ dmPolicy: "pairing", allowFrom: ["365"] })), []);
});

test("what OpenClaw finds by itself is not told twice, the rest is", async () => {
    const found = await findings(cfgOf({ dmPolicy: "open", allowFrom: ["*"], groupPolicy: "open" }));
    assert.deepEqual(found.map(({ checkId, severity }) => [checkId, severity]), [["channels.zalouser.groups.open", "warn"]]);
});

test("while a Gateway runs, its status tells it to doctor, and only the audit hears it besides", async () => {
    const cfg = cfgOf({ groupPolicy: "open" });
    const checks = async () => (await Promise.all([foundBy("collectWarnings", cfg), foundBy("collectAuditFindings", cfg)])).map((all) => all.map(({ checkId }) => checkId));
    assert.deepEqual(await checks(), [["channels.zalouser.groups.open"], []]);
    shared.toldByGateway = Promise.resolve(true);
    assert.deepEqual(await checks(), [[], ["channels.zalouser.groups.open"]]);
});

test("that texts stand in the process list is told once, whoever tells the rest, and only where others see them", async () => {
    shared.isProcessListOpen = true;
    const cfg = cfgOf({ accounts: { default: {}, shop: {} } });
    const told = async (by, accountId) => (await foundBy(by, cfg, accountId)).filter(({ checkId }) => checkId === "channels.zalouser.arguments.visible");
    for (const isRunning of [false, true]) {
        shared.toldByGateway = Promise.resolve(isRunning);
        const [finding, ...more] = await told("collectWarnings", "default");
        assert.deepEqual([finding.severity, more], ["info", []]);
        assert.match(finding.remediation, /hidepid=2/);
        assert.deepEqual([await told("collectWarnings", "shop"), await told("collectAuditFindings", "default")], [[], []]);
    }
    shared.isProcessListOpen = false;
    assert.deepEqual(await told("collectWarnings", "default"), []);
});

test("the audit sees the account itself, and sessions as they are", () => {
    const cfg = cfgOf({ dmPolicy: "open", allowFrom: ["*"] });
    const account = /** @type {any} */ (plugin.config.inspectAccount?.(cfg, "default"));
    assert.equal(plugin.security?.resolveDmPolicy?.({ cfg, accountId: "default", account })?.policy, "open");
    const scope = (session) => plugin.security?.dmRouting?.resolveDmScope?.({ cfg: { ...cfg, session }, accountId: "default", account });
    assert.deepEqual([scope(undefined), scope({ dmScope: "main" }), scope({ dmScope: "per-peer" })], ["per-account-channel-peer", "per-account-channel-peer", "per-peer"]);
});
