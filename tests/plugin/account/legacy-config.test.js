// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What `openclaw doctor --fix` moves, as OpenClaw asks for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as contract from "../../../extensions/zalouser/doctor-contract-api.js";
import { manifest } from "../../../extensions/zalouser/src/runtime.js";

const cfgOf = (zalouser) => ({ gateway: { mode: "local" }, channels: { telegram: {}, zalouser } });
const matched = (section) => contract.legacyConfigRules.filter(({ path, match }) => match(path.slice(2).reduce((value, key) => value?.[key], section))).map(({ path }) => path.at(-1));

test("a group's allow becomes enabled, in the section and in each account, and keeps its meaning", () => {
    const section = {
        dmPolicy: "pairing",
        groups: { 123: { allow: true, tools: { deny: ["exec"] } }, "Work Chat": { allow: false }, 5: { allow: true, enabled: false }, 6: { allow: false, enabled: true }, 7: { enabled: true }, "*": {} },
        accounts: { work: { profile: "work", groups: { 8: { allow: true } } }, home: {} },
    };
    const before = structuredClone(section);
    assert.deepEqual(matched(section), ["groups", "accounts"]);
    const { config, changes } = contract.normalizeCompatibilityConfig({ cfg: cfgOf(section) });
    assert.deepEqual(config, cfgOf({
        dmPolicy: "pairing",
        groups: { 123: { enabled: true, tools: { deny: ["exec"] } }, "Work Chat": { enabled: false }, 5: { enabled: false }, 6: { enabled: false }, 7: { enabled: true }, "*": {} },
        accounts: { work: { profile: "work", groups: { 8: { enabled: true } } }, home: {} },
    }));
    assert.deepEqual(section, before, "what was handed over is left as it was");
    assert.equal(changes.length, 5);
    assert.ok(changes.includes("Moved channels.zalouser.groups.Work Chat.allow → channels.zalouser.groups.Work Chat.enabled (false)."), changes.join("\n"));
    assert.ok(changes.includes("Moved channels.zalouser.accounts.work.groups.8.allow → channels.zalouser.accounts.work.groups.8.enabled (true)."), changes.join("\n"));
    assert.deepEqual([matched(config.channels.zalouser), contract.normalizeCompatibilityConfig({ cfg: config })], [[], { config, changes: [] }]);
});

test("whatever else stands there is no reason to fail", () => {
    for (const section of [undefined, null, [], "on", { groups: [] }, { groups: { 1: null, 2: "x" } }, { accounts: null }, { accounts: { a: null, b: { groups: 5 } } }]) {
        const cfg = cfgOf(section);
        assert.deepEqual(matched(section), []);
        assert.deepEqual(contract.normalizeCompatibilityConfig({ cfg }), { config: cfg, changes: [] });
    }
    assert.deepEqual(contract.normalizeCompatibilityConfig({ cfg: {} }), { config: {}, changes: [] });
});

test("the manifest announces it, and that there is no state to move: without that, OpenClaw waits for an upgrade that never ends", () => {
    assert.deepEqual(manifest.doctorContract, { configRepair: true, stateMigrations: [] });
});
