// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { outgoingFolder, sweepOutgoing } from "../../../extensions/zalouser/src/outbound/outgoing.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { setTiming, tempFixture } from "../support/fixtures.js";

test("what killed processes left is removed, what running ones still send is not", async (t) => {
    const { stateDir } = tempFixture(t);
    shared.runtime = undefined;
    process.env.OPENCLAW_STATE_DIR = stateDir;
    await sweepOutgoing(); // nothing was ever sent
    const own = path.basename(await outgoingFolder());
    const root = path.join(stateDir, "zalouser/outgoing");
    assert.equal(fs.statSync(path.join(root, own)).mode & 0o777, 0o700);
    const other = spawn("sleep", ["60"]);
    t.after(() => other.kill());
    const dead = spawn("true");
    await once(dead, "exit");
    const left = [`${dead.pid}.0a1b2c3d.x`, `${process.pid}.0a1b2c3d.x`, "a7f0c1de-0000-4000-8000-000000000000"];
    const kept = `${other.pid}.0a1b2c3d.x`;
    for (const name of [...left, kept]) {
        fs.mkdirSync(path.join(root, name));
        fs.writeFileSync(path.join(root, name, "anh.jpg"), "x");
    }
    await sweepOutgoing();
    assert.deepEqual(fs.readdirSync(root).toSorted(), [own, kept].toSorted());
    setTiming(t, { outgoingMaxAgeMs: 0 });
    await sweepOutgoing();
    assert.deepEqual(fs.readdirSync(root), [own], "the number may be another program's by now");
});
