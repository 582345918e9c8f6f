// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What the wizard of `channels add` and `onboard` asks and writes. tests/gateway/wizard.test.js types it on a terminal.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { setupWizard } from "../../../extensions/zalouser/src/setup/wizard.js";
import { CFG, fakeCompanionAtDefault, tempFixture } from "../support/fixtures.js";

const FRIENDS = ["365000000000000001", "365000000000000002", "365000000000000003"];
const GROUP = "772000000000000001";

/**
 * A person who gives these answers in turn; a function gets the question.
 * @param {...any} answers
 */
function person(...answers) {
    const asked = [];
    const answer = (kind) => async (question) => {
        asked.push(`${kind}: ${question.message}`);
        assert.ok(answers.length > 0, `nobody answers “${question.message}”`);
        const next = answers.shift();
        return typeof next === "function" ? next(question) : next;
    };
    const notes = [];
    return { asked, notes, rest: answers, prompter: { note: async (text) => void notes.push(text), select: answer("select"), multiselect: answer("multiselect"), text: answer("text"), confirm: answer("confirm") } };
}

/** The section that the wizard leaves. */
async function run(section, { prompter }, more = {}) {
    const lines = [];
    const context = { cfg: { plugins: CFG.plugins, channels: section ? { zalouser: section } : {} }, runtime: { log: (line) => lines.push(line) }, prompter, accountOverrides: {}, shouldPromptAccountIds: true, forceAllowFrom: false, ...more };
    const { cfg, accountId } = await setupWizard.configure(/** @type {any} */ (context));
    return { section: /** @type {any} */ (cfg).channels.zalouser, accountId, lines };
}

beforeEach(() => {
    shared.connectionManager = undefined;
});

test("from nothing: login, contacts out of Zalo's list, groups out of Zalo's list", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.session = "NeedsLogin";
    fake.loginSteps = [{ step: "qr", payload: "https://zalo/qr", attempt: 1 }, { step: "scanned", by: "Lan" }, { step: "confirmed", user: { userId: "512", displayName: "Nguyễn Minh Anh" } }];
    let offered;
    const who = person(true, "allowlist", ({ options }) => ((offered = options), [FRIENDS[1]]), "allowlist", [GROUP], false);
    const { section, accountId } = await run(undefined, who);
    assert.equal(accountId, "default");
    assert.deepEqual(section, { enabled: true, dmPolicy: "allowlist", allowFrom: [FRIENDS[1]], groupPolicy: "allowlist", groups: { [GROUP]: { enabled: true, requireMention: false } } });
    assert.deepEqual(offered.map(({ value, label }) => [value, label]), [[FRIENDS[0], "Nguyễn Thị Lan"], [FRIENDS[1], "Trần Quốc Bảo"], [FRIENDS[2], "Đỗ Văn Nguyên"]]);
    assert.equal(offered[2].hint, `do van nguyen, ${FRIENDS[2]}`, "the search finds names without their accents");
    assert.deepEqual(who.asked.map((line) => line.split(":")[0]), ["confirm", "select", "multiselect", "select", "multiselect", "confirm"]);
    assert.deepEqual(who.rest, []);
});

test("a login that fails is offered again, and may follow later", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.session = "NeedsLogin";
    fake.loginSteps = [{ step: "declined" }];
    const who = person(true, true, false, "pairing", "disabled");
    const { section } = await run(undefined, who);
    assert.match(who.notes.join("\n"), /^The login was declined on the phone\./);
    assert.deepEqual(section, { enabled: true, dmPolicy: "pairing", groupPolicy: "disabled" });
});

test("without Zalo Companion it says what to start, and takes ids that are typed", async (t) => {
    process.env.OPENCLAW_ZALOUSER_SOCKET = tempFixture(t).path;
    const who = person("allowlist", "365, zalouser:366", "allowlist", "group:772", true);
    const { section } = await run({ enabled: true, allowFrom: ["*"] }, who, { shouldPromptAccountIds: false });
    assert.match(who.notes[0], /Zalo Companion.*\nThe login can follow later: openclaw channels login --channel zalouser/);
    assert.deepEqual(section, { enabled: true, dmPolicy: "allowlist", allowFrom: ["365", "366"], groupPolicy: "allowlist", groups: { 772: { enabled: true, requireMention: true } } });
});

test("who is logged in stays so; what stands in the configuration and not in Zalo's list stays, too", async (t) => {
    await fakeCompanionAtDefault(t);
    const before = { dmPolicy: "allowlist", allowFrom: ["999", FRIENDS[0]], groupPolicy: "allowlist", groups: { [`group:${GROUP}`]: { tools: { deny: ["exec"] } } } };
    let initial;
    const who = person(true, "allowlist", ({ initialValues }) => ((initial = initialValues), [FRIENDS[2]]), "allowlist", ({ initialValues }) => initialValues, true);
    const { section } = await run(before, who, { shouldPromptAccountIds: false });
    assert.deepEqual(initial, [FRIENDS[0]]);
    assert.deepEqual(section, { ...before, enabled: true, allowFrom: [FRIENDS[2], "999"], groups: { [GROUP]: { tools: { deny: ["exec"] }, enabled: true, requireMention: true } } });
    assert.equal(who.asked[0], "confirm: Logged in as Nguyễn Minh Anh (512345678901234567). Keep this login?");
});

test("everybody is let in with the star only, and nobody is left in it afterwards", async (t) => {
    await fakeCompanionAtDefault(t);
    const { section: open } = await run({ allowFrom: ["365"] }, person(true, "open", "open", true), { shouldPromptAccountIds: false });
    assert.deepEqual(open, { enabled: true, dmPolicy: "open", allowFrom: ["*", "365"], groupPolicy: "open", groups: { "*": { requireMention: true } } });
    const { section: closed } = await run(open, person(true, "pairing", "disabled"), { shouldPromptAccountIds: false });
    assert.deepEqual([closed.dmPolicy, closed.allowFrom, closed.groupPolicy], ["pairing", ["365"], "disabled"]);
});

test("nobody chosen locks nobody out, and no group chosen lets none in", async (t) => {
    await fakeCompanionAtDefault(t);
    const who = person(true, "allowlist", [], "allowlist", []);
    const { section } = await run({}, who, { shouldPromptAccountIds: false });
    assert.deepEqual([section.dmPolicy, section.groupPolicy], ["pairing", "disabled"]);
    assert.equal(who.notes.length, 2);
});

test("a client that shows its own QR code is not asked to log in here", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.session = "NeedsLogin";
    const { section } = await run(undefined, person("pairing", "disabled"), { options: { deferDeviceLinkToClient: true } });
    assert.equal(section.dmPolicy, "pairing");
});

test("a second account is set up beside the first, which keeps what it has", async (t) => {
    await fakeCompanionAtDefault(t);
    const before = { enabled: true, dmPolicy: "pairing" };
    const { section, accountId } = await run(before, person(true, "disabled", "disabled"), { accountOverrides: { zalouser: "shop" } });
    assert.equal(accountId, "shop");
    assert.deepEqual(section, { ...before, accounts: { default: {}, shop: { enabled: true, dmPolicy: "disabled", groupPolicy: "disabled" } } });
});

test("the status line tells whether it works", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const status = async (section) => await setupWizard.getStatus(/** @type {any} */ ({ cfg: { channels: section ? { zalouser: section } : {} }, accountOverrides: {} }));
    assert.deepEqual(await status(undefined), { channel: "zalouser", configured: false, statusLines: ["Zalo Personal: not set up"], selectionHint: "needs a phone with Zalo", quickstartScore: 15 });
    assert.deepEqual((await status({})).statusLines, ["Zalo Personal: works, as Nguyễn Minh Anh"]);
    fake.session = "NeedsLogin";
    assert.deepEqual((await status({})).statusLines, ["Zalo Personal: NeedsLogin: Nobody is logged in."]);
});
