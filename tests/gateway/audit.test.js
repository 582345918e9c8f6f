// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What is open, closed or matches nobody, as `security audit`, `doctor` and `channels status` tell it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isProcessListOpen } from "../../extensions/zalouser/src/process-list.js";
import { waitFor } from "./wait-for.js";
import { World } from "./world.js";

const NO_SUCH = "Không Có Ai Tên Này";

describe("an account with a careless configuration", { concurrency: 1 }, () => {
    let world;

    before(async () => {
        world = new World();
        await world.running({
            accounts: {
                default: { dmPolicy: "open", allowFrom: ["*", NO_SUCH], groupPolicy: "open" },
                shop: { enabled: true, dmPolicy: "allowlist", allowFrom: [], groupPolicy: "allowlist" },
            },
        });
        await waitFor("the look-up of names", () => world.gateway.process.output.includes("allowFrom, entry 2"), { seen: () => world.gateway.process.output.slice(-3000) });
    });
    after(() => world.close());

    /** Names what it found, and no name out of a list. */
    const check = (text, ...expected) => {
        for (const one of expected) assert.match(text, one);
        assert.ok(!text.includes(NO_SUCH), "the name itself is told to nobody");
    };

    test("channels status", async () => {
        const { stdout } = await world.gateway.ok("channels", "status");
        check(
            stdout,
            /zalouser default: channels\.zalouser\.accounts\.default\.dmPolicy is open: everybody on Zalo may use the agent\./,
            /zalouser default: channels\.zalouser\.accounts\.default\.groupPolicy is open: everybody in every group of this account may use the agent\./,
            /zalouser default: allowFrom, entry 2: nothing in Zalo's list has this name, so it matches nobody\./,
            /zalouser shop: channels\.zalouser\.accounts\.shop\.dmPolicy is allowlist, but channels\.zalouser\.accounts\.shop\.allowFrom is empty: nobody may write\./,
            /zalouser shop: channels\.zalouser\.accounts\.shop\.groupPolicy is allowlist, but channels\.zalouser\.accounts\.shop\.groups is empty: no group is answered\./,
        );
    });

    test("security audit", async () => {
        const { findings } = JSON.parse((await world.gateway.ok("security", "audit", "--json")).stdout);
        const mine = findings.filter(({ checkId }) => checkId.startsWith("channels.zalouser."));
        check(JSON.stringify(mine), /nothing in Zalo's list has this name/);
        assert.deepEqual(mine.map(({ checkId, severity }) => `${checkId} ${severity}`).toSorted(), [
            ...(isProcessListOpen() ? ["channels.zalouser.arguments.visible info"] : []),
            "channels.zalouser.dm.locked info",
            "channels.zalouser.dm.open critical",
            "channels.zalouser.groups.empty warn",
            "channels.zalouser.groups.open warn",
            "channels.zalouser.names.unmatched warn",
        ]);
        assert.deepEqual(findings.filter(({ checkId }) => checkId.includes("session_collision")), [], "everybody has a session of their own");
    });

    test("doctor", async () => {
        const { output } = await world.gateway.ok("doctor", "--non-interactive");
        const told = output.replace(/[│\s]+/g, " ");
        check(told, /Zalo Personal \(account: default\) DMs are open/, /dmPolicy is "allowlist" but allowFrom is empty/);
        for (const once of ["groupPolicy is open: everybody in every group", "nothing in Zalo's list has this name", "no group is answered"]) assert.equal(told.split(once).length, 2, `${once}: ${output}`);
        assert.equal(told.split("/proc is mounted without hidepid").length, isProcessListOpen() ? 2 : 1, output);
    });

    test("doctor without a Gateway tells it, too", async () => {
        await world.gateway.stop();
        const { output } = await world.gateway.run("doctor", "--non-interactive");
        const told = output.replace(/[│\s]+/g, " ");
        for (const once of ["groupPolicy is open: everybody in every group", "nothing in Zalo's list has this name", "no group is answered"]) assert.equal(told.split(once).length, 2, `${once}: ${output}`);
    });
});
