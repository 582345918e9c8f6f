// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";

const read = (path) => fs.readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("the plugin has the companion's version, by which an outdated one is recognised", () => {
    const [, version] = /project\(zalo-companion VERSION (\S+)/.exec(read("CMakeLists.txt"));
    assert.equal(JSON.parse(read("extensions/zalouser/openclaw.plugin.json")).version, version);
    assert.equal(JSON.parse(read("extensions/zalouser/package.json")).version, version);
});
