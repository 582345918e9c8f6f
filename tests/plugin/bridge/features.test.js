// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { USED_METHODS, missingText } from "../../../extensions/zalouser/src/bridge/features.js";
import { FakeCompanion } from "../support/fake-companion.js";

const SRC = path.resolve(import.meta.dirname, "../../../extensions/zalouser/src");
const PROTOCOL = fs.readFileSync(path.resolve(import.meta.dirname, "../../../app/bridge/PROTOCOL.md"), "utf8");

test("the list of used methods is what the plugin calls, and PROTOCOL.md has each", () => {
    const sources = fs.readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js") && file !== "bridge/features.js" && file !== "bridge/validators.js");
    const code = sources.map((file) => fs.readFileSync(path.join(SRC, file), "utf8")).join("\n");
    const [, table] = /## Methods the companion answers\n([\s\S]*?)\n## /.exec(PROTOCOL) ?? [];
    const documented = [...(table ?? "").matchAll(/^\| `([a-z.]+)` \|/gm)].map(([, method]) => method);
    assert.ok(documented.length > 10);
    assert.deepEqual(documented.filter((method) => code.includes(`"${method}"`)).toSorted(), USED_METHODS);
});

test("what is missing is one sentence with a way out", () => {
    assert.equal(missingText({ version: "0.1.0", missing: [] }), undefined);
    assert.equal(missingText({ version: "0.1.0", missing: ["typing.send"] }), "Zalo Companion 0.1.0 is older than the plugin zalouser and does not know typing.send; the rest works. Update Zalo Companion.");
});

test("the fake companion of the tests answers what the plugin uses", () => {
    const { methods } = new FakeCompanion("");
    assert.deepEqual(USED_METHODS.filter((method) => !Object.hasOwn(methods, method)), []);
});
