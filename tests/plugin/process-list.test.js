// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Who sees the arguments of a process, by what the kernel says of /proc.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { isProcessListOpen } from "../../extensions/zalouser/src/process-list.js";
import { tempFixture } from "./support/fixtures.js";

const ROOT = "25 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw";
const proc = (options) => `26 25 0:23 / /proc rw,nosuid,nodev,noexec,relatime shared:12 - proc proc ${options}`;

test("the process list is open where /proc is mounted without hidepid, and where it is switched off", (t) => {
    const file = `${tempFixture(t).root}/mountinfo`;
    const isOpen = (...lines) => {
        fs.writeFileSync(file, `${lines.join("\n")}\n`);
        return isProcessListOpen(file);
    };
    assert.equal(isOpen(ROOT, proc("rw")), true);
    for (const off of ["0", "off"]) assert.equal(isOpen(ROOT, proc(`rw,hidepid=${off}`)), true, off);
    for (const on of ["1", "2", "4", "noaccess", "invisible", "ptraceable"]) assert.equal(isOpen(ROOT, proc(`rw,gid=4,hidepid=${on}`)), false, on);
    assert.equal(isOpen(ROOT, proc("rw"), proc("rw,hidepid=invisible")), false, "the later one lies on top");
    assert.equal(isOpen(ROOT), false, "no such list");
    assert.equal(isProcessListOpen("/nowhere/mountinfo"), false);
});
