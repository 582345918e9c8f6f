// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { manifest } from "../../extensions/zalouser/src/runtime.js";

test("the manifest accepts the channel's settings for each account, too", () => {
    const { properties } = manifest.channelConfigs.zalouser.schema;
    const { accounts, defaultAccount, ...shared } = properties;
    assert.deepEqual(accounts.additionalProperties.properties, shared);
    const { name, version } = JSON.parse(fs.readFileSync(new URL("../../extensions/zalouser/package.json", import.meta.url), "utf8"));
    assert.deepEqual([name.split("/").at(-1), version], [manifest.id, manifest.version]);
});
