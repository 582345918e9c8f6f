// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Names and texts of other people, wherever the plugin shows them.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { beforeEach, test } from "node:test";
import { collectStatusIssues, probeAccount } from "../../extensions/zalouser/src/account/status.js";
import { actions } from "../../extensions/zalouser/src/actions.js";
import { directory } from "../../extensions/zalouser/src/directory.js";
import { shownName, shownText, singleLine } from "../../extensions/zalouser/src/foreign-text.js";
import { resolver, targetResolver } from "../../extensions/zalouser/src/outbound/targets.js";
import { shared } from "../../extensions/zalouser/src/runtime.js";
import { setupWizard } from "../../extensions/zalouser/src/setup/wizard.js";
import { createTool } from "../../extensions/zalouser/src/tool.js";
import { CFG, fakeCompanionAtDefault } from "./support/fixtures.js";
import { provideSdk } from "./support/sdk.js";

provideSdk();

beforeEach(() => {
    shared.config = () => CFG;
    shared.connectionManager = undefined;
    shared.knownIds = undefined;
});

/** Turns the words around it, hides, clears the screen, rings, goes on for ever. */
const HOSTILE = `Lan\u202egpj.\u2066\u200bexe\u00ad\x1b[2J\x07\x9b31m\r\n${"Ạ".repeat(2000)}`;
const SAFE = `Langpj.exe[2J31m ${"Ạ".repeat(83)}`;
const UNSAFE = /(?!\n)\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|Ạ{501}/u;
/** Every text of an answer, as a terminal or a model gets it. */
const check = (answer) => {
    const shown = [];
    JSON.stringify(answer, (_, value) => (typeof value === "string" && shown.push(value), value));
    assert.ok(shown.some((text) => text.includes("Langpj.exe")), "the name is told");
    for (const text of shown) assert.doesNotMatch(text, UNSAFE);
};

test("a name is one bounded line that turns nothing around it", () => {
    assert.equal(shownName(HOSTILE), SAFE);
    assert.equal(singleLine("\u202ea\u2066b\u200fc\u061c\u009b!"), "abc!");
    for (const name of ["👩‍👩‍👧‍👦 Lan", "Nguyễn Thị Ánh".normalize("NFD"), "علی\u200cرضا"]) assert.equal(shownName(name), name);
    assert.equal(shownName(`${"a".repeat(99)}👍`), "a".repeat(99), "no half of a character");
});

test("a name that nobody could see is none", () => {
    for (const name of ["", " \n", "\u200b\u200d", "\u3164", "\u0301", "\u2800\u202e", undefined, 7]) assert.equal(shownName(name, "365"), "365");
});

test("a text keeps its lines, and steers nothing", () => {
    assert.equal(shownText("một\n\thai\x1b[2J\u202eba 👩‍👧"), "một\n\thai [2Jba 👩‍👧");
});

test("directory, targets, status, wizard, tool and history show names safely", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const user = { userId: "365", displayName: HOSTILE, zaloName: HOSTILE, avatar: "" };
    const twins = [user, { ...user, userId: "366" }];
    fake.methods["me.get"] = () => user;
    fake.methods["friends.list"] = ({ query }) => ({ items: query === "Nobody" ? [] : twins, total: 2, refreshedAt: 1 });
    fake.methods["groups.list"] = () => ({ items: [{ groupId: "772", name: HOSTILE, memberCount: 2 }], total: 1, refreshedAt: 1 });
    fake.methods["groups.members"] = () => ({ items: twins, total: 2, refreshedAt: 1 });
    const snapshot = fake.snapshot.bind(fake);
    fake.snapshot = (profile) => ({ ...snapshot(profile), profiles: snapshot(profile).profiles.map((one) => ({ ...one, account: user })) });
    fake.methods["message.history"] = () => ({ items: [{ messageId: "1", own: false, senderId: "365", senderName: HOSTILE, text: `${HOSTILE.slice(0, 40)}`, time: 1, outcome: "dispatched", reason: "" }] });
    const at = /** @type {any} */ ({ cfg: CFG, runtime: {} });
    check(await directory.self(at));
    check(await directory.listPeers(at));
    check(await directory.listGroups(at));
    check(await directory.listGroupMembers({ ...at, groupId: "772" }));
    check(await targetResolver.resolveTarget({ ...at, input: "772" }));
    check(await resolver.resolveTargets({ ...at, inputs: [SAFE], kind: "user" }));
    const account = { accountId: "default", profile: "default" };
    const probe = await probeAccount({ cfg: CFG, account });
    check(probe);
    assert.deepEqual(collectStatusIssues([{ accountId: "default", probe }]), []);
    check(await setupWizard.getStatus(/** @type {any} */ ({ cfg: CFG, accountOverrides: {} })));
    for (const action of ["me", "status", "friends", "groups"]) check((await createTool().execute("1", { action })).details);
    check((await actions.handleAction(/** @type {any} */ ({ action: "read", params: { to: "user:365" }, cfg: CFG, conversationReadOrigin: "direct-operator" }))).details);
});

/** These read names and show none: one checks answers, the other compares. */
const OTHER_ENDS = ["bridge/validators.js", "account/list-names.js"];

test("whoever reads a name makes it safe", () => {
    const sources = path.resolve(import.meta.dirname, "../../extensions/zalouser/src");
    const files = fs.readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
    const read = (file) => fs.readFileSync(path.join(sources, file), "utf8");
    const careless = files.filter((file) => /\b(displayName|senderName|threadName|zaloName)\b/.test(read(file)) && !/from "[./]*foreign-text\.js"/.test(read(file)));
    assert.deepEqual(careless.toSorted(), OTHER_ENDS.toSorted());
});
