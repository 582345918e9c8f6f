// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The reasons for which a message gets no answer, as the companion hears them.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { CODES, dropped, failed, reasonOf } from "../../../extensions/zalouser/src/inbound/reasons.js";
import { refusalOf } from "../../../extensions/zalouser/src/inbound/policy.js";

const PROTOCOL = fs.readFileSync(new URL("../../../app/bridge/PROTOCOL.md", import.meta.url), "utf8");

test("PROTOCOL.md lists every code, and no other", () => {
    const [, table] = /codes of a reason:\n\n((?:\|.*\n)+)/i.exec(PROTOCOL);
    const listed = table.split("\n").slice(2).flatMap((row) => [...row.split("|")[1]?.matchAll(/`(\w+)`/g) ?? []].map(([, code]) => code));
    assert.deepEqual(listed.toSorted(), CODES.toSorted());
});

test("each code has a sentence for companions without codes, and they differ", () => {
    const sentences = CODES.map((code) => reasonOf(code).reason);
    assert.equal(new Set(sentences).size, CODES.length);
    assert.ok(sentences.every((sentence) => sentence.length > 5));
});

test("a detail belongs to the code and ends the sentence, unless other words do", () => {
    assert.deepEqual(dropped("pairingCodeNotSent", { detail: "offline" }), { outcome: "dropped", code: "pairingCodeNotSent", reason: "pairing required; the code could not be sent and goes out with the next message: offline", detail: "offline" });
    assert.deepEqual(failed("replyNotDelivered", { detail: "offline", because: "Zalo cannot be reached." }), { outcome: "failed", code: "replyNotDelivered", reason: "the reply was not delivered: Zalo cannot be reached.", detail: "offline" });
    assert.deepEqual(dropped("noText"), { outcome: "dropped", code: "noText", reason: "no text" });
});

test("a rule of OpenClaw that nobody here knows keeps its name", () => {
    assert.deepEqual(refusalOf({ ingress: { admission: "drop", reasonCode: "a_newer_rule" }, senderAccess: { decision: "deny" }, routeAccess: undefined }), { code: "otherRule", reason: "a_newer_rule", detail: "a_newer_rule" });
});
