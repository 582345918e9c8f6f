// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What stands out in an account's settings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { policyWarnings } from "../../../extensions/zalouser/src/account/policy-warnings.js";

/** The checks that a section of the configuration fails. */
const warned = (section, more = {}) => {
    /** @type {any} */
    const cfg = { channels: { zalouser: section, ...more } };
    return policyWarnings(cfg, resolveAccount(cfg));
};
const checks = (...args) => warned(...args).map(({ check }) => check);

test("the smallest configuration, and one that names whom it lets in, are beyond reproach", () => {
    assert.deepEqual(checks({ enabled: true, dmPolicy: "pairing" }), []);
    assert.deepEqual(checks({ dmPolicy: "allowlist", allowFrom: ["365", 366], groupPolicy: "allowlist", groups: { 772: {} } }), []);
    assert.deepEqual(checks({ dmPolicy: "disabled", groupPolicy: "disabled" }), []);
});

test("who may write", () => {
    assert.deepEqual(checks({ dmPolicy: "open", allowFrom: ["365", "*"] }), ["dm.open"]);
    assert.deepEqual(checks({ dmPolicy: "open", allowFrom: ["365"] }), ["dm.openWithoutStar"]);
    for (const allowFrom of [undefined, [], [" "]]) assert.deepEqual(checks({ dmPolicy: "allowlist", allowFrom }), ["dm.empty"]);
});

test("groups", () => {
    assert.deepEqual(checks({ groupPolicy: "open" }), ["groups.open"]);
    assert.deepEqual(checks({}, { defaults: { groupPolicy: "open" } }), ["groups.open"]);
    assert.deepEqual(checks({ groups: { "*": {} } }), ["groups.open"]);
    assert.deepEqual(checks({ groupPolicy: "open", groupAllowFrom: ["*"] }), ["groups.open"]);
    for (const closed of [{ groupPolicy: "open", groupAllowFrom: ["365"] }, { groups: { "*": { enabled: false } } }, { groupPolicy: "disabled", groups: { "*": {} } }]) assert.deepEqual(checks(closed), []);
    assert.deepEqual(checks({ groupPolicy: "allowlist" }), ["groups.empty"]);
    assert.deepEqual(checks({ groupPolicy: "allowlist", groupAllowFrom: ["365"] }), []);
});

test("a long id without quotes became another one", () => {
    const rounded = Number("391000000000000042");
    assert.deepEqual(warned({ groupAllowFrom: [7, rounded] }), [{ check: "ids.rounded", text: "channels.zalouser.groupAllowFrom, entry 2 is a number that lost digits, so it matches nobody.", fix: "Write the id in quotes" }]);
});

test("each names the place that decides: the account's own setting, or the one that all share", () => {
    const section = { dmPolicy: "allowlist", accounts: { Shop: { groupPolicy: "open" } } };
    assert.deepEqual(warned(section).map(({ text }) => text), [
        "channels.zalouser.dmPolicy is allowlist, but channels.zalouser.accounts.Shop.allowFrom is empty: nobody may write.",
        "channels.zalouser.accounts.Shop.groupPolicy is open: everybody in every group of this account may use the agent.",
    ]);
});
