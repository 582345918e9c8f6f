// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The plugin's page has the same content in each of three languages: every setting, every command, every error.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { manifest } from "../../extensions/zalouser/src/runtime.js";

const FOLDER = path.resolve(import.meta.dirname, "../../extensions/zalouser");
const PAGES = ["README.md", "README.fr.md", "README.vi.md"];
const read = (name) => fs.readFileSync(path.join(FOLDER, name), "utf8");

/** What translations leave unchanged: commands, the first cells of tables, the number of headings. */
const shapeOf = (page) => ({
    commands: page.split("\n").filter((line) => /^ {4}\S/.test(line)).map((line) => line.replace(/\s+#.*|<[^>]*>/g, "").trim()),
    cells: page.split("\n").filter((line) => line.startsWith("| `")).map((line) => /^\| (`[^|]*`)/.exec(line)[1].replace(/` (or|ou|hoặc) `/g, "` `")),
    headings: page.split("\n").filter((line) => line.startsWith("#")).length,
});

test("the pages in three languages have the same content", () => {
    const [english, ...others] = PAGES.map((name) => shapeOf(read(name)));
    assert.ok(english.commands.length > 15 && english.cells.length > 30);
    for (const other of others) assert.deepEqual(other, english);
});

test("every setting is documented on each page, and each page is packaged", () => {
    const { accounts: _, ...settings } = manifest.channelConfigs.zalouser.schema.properties;
    const { files } = JSON.parse(read("package.json"));
    for (const name of PAGES) {
        for (const setting of ["accounts", ...Object.keys(settings), ...Object.keys(manifest.configSchema.properties)]) assert.ok(read(name).includes(`\`${setting}\``), `${setting} in ${name}`);
        assert.ok(files.includes(name), name);
        assert.ok(read(name).includes("@openclaw/zalouser"), `${name} warns of the other package`);
    }
});
