// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { manifest } from "../../extensions/zalouser/src/runtime.js";

test("the manifest: an account takes what the channel takes", () => {
    const { properties } = manifest.channelConfigs.zalouser.schema;
    const { accounts, defaultAccount, ...shared } = properties;
    assert.deepEqual(accounts.additionalProperties.properties, shared);
    const { name, version } = JSON.parse(fs.readFileSync(new URL("../../extensions/zalouser/package.json", import.meta.url), "utf8"));
    assert.deepEqual([name.split("/").at(-1), version], [manifest.id, manifest.version]);
});
