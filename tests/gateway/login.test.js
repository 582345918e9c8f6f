// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// `channels login` of one account among two: how it ends, what it shows, what it leaves; and whose voice the agent's tool has.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { DARK, LIGHT, scanPicture, scanTerminal } from "./terminal-qr.js";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const LAN = "391000000000000071";
const GROUP = "772000000000000071";
const BAO = "Trần Quốc Bảo";

describe("channels login with two accounts", () => {
    let world;
    let picture;

    before(async () => {
        world = new World();
        await world.prepare({ ...OPEN, groupPolicy: "open", groups: { "*": { requireMention: false } }, accounts: { default: {}, shop: { profile: "ban-hang" } } });
        await world.companion.start();
        await world.gateway.start();
        await world.gateway.connected();
        picture = path.join(world.gateway.folder, "zalouser/login-ban-hang.png");
    });
    after(() => world.close());

    /** The command, up to its `nth` code. */
    async function begin(account) {
        const login = world.gateway.begin("channels", "login", "--channel", "zalouser", "--account", account);
        await shown(login, "The picture is also here: ");
        return login;
    }
    const shown = (login, text) => waitFor(text, () => !login.running || login.stdout.includes(text), { seen: () => login.output });
    const payload = () => world.sim.ctl("get", "qr-payload");
    const session = async (profile) => (await world.companion.status()).profiles.find((one) => one.profile === profile)?.session.state;

    test("the code can be read on dark and light terminals and in the private picture; declined on the phone it ends with an error", async () => {
        const login = await begin("shop");
        for (const terminal of [DARK, LIGHT]) assert.equal(await scanTerminal(login.stdout, world.root, terminal), await payload());
        assert.ok(login.stdout.includes(`The picture is also here: ${picture}\n`), login.output);
        assert.equal(await scanPicture(picture), await payload());
        assert.equal(fs.statSync(picture).mode & 0o777, 0o600);
        await world.sim.ctl("scan", BAO);
        await world.sim.ctl("decline");
        const { status, output } = await login.ended;
        assert.notEqual(status, 0);
        assert.match(output, /The login was declined on the phone\. Run the command again for a new QR code\./);
        assert.equal(fs.existsSync(picture), false);
        assert.notEqual(await session("ban-hang"), "Online");
    });

    test("an account that is not there is no login", async () => {
        const { status, output } = await world.gateway.run("channels", "login", "--channel", "zalouser", "--account", "shopp");
        assert.notEqual(status, 0);
        assert.match(output, /There is no account shopp .* There are: default, shop\./);
    });

    test("an interrupted login leaves no picture and no code that still counts", async () => {
        const login = await begin("shop");
        await login.stop("SIGTERM");
        assert.notEqual(login.status, 0);
        assert.equal(fs.existsSync(picture), false);
        await waitFor("the end of zca's login", async () => !JSON.parse(await world.sim.ctl("status", "--json")).processes.some(({ kind }) => kind === "login"));
    });

    test("an expired code is renewed; scanned and confirmed it is the named account's login", async () => {
        const login = await begin("shop");
        const first = await payload();
        await world.sim.ctl("expire");
        await shown(login, "The QR code expired; this is a new one.");
        const renewed = () => login.stdout.split("The QR code expired; this is a new one.")[1] ?? "";
        await waitFor("the new code", () => !login.running || renewed().includes(picture), { seen: () => login.output });
        assert.notEqual(await payload(), first);
        assert.equal(await scanTerminal(renewed(), world.root), await payload());
        assert.equal(await scanPicture(picture), await payload());
        await world.sim.ctl("scan", BAO);
        await shown(login, `Scanned by ${BAO}. Confirm the login there.`);
        await world.sim.ctl("confirm");
        const { status, output } = await login.ended;
        assert.equal(status, 0, output);
        assert.match(output, new RegExp(`Logged in as ${BAO} \\(\\d+\\)\\.`));
        assert.equal(fs.existsSync(picture), false);
        assert.equal(await session("ban-hang"), "Online");
        assert.equal(await session("default"), "NeedsLogin");
    });

    test("logged in already, it says so and how to change the account", async () => {
        const { stdout } = await world.gateway.ok("channels", "login", "--channel", "zalouser", "--account", "shop");
        assert.match(stdout, new RegExp(`Already logged in as ${BAO} \\(\\d+\\)\\. For another account: openclaw channels logout --channel zalouser --account shop, then log in again\\.`));
    });

    test("the agent's tool speaks without a target in its own conversation, and as the account that it is in", async () => {
        const login = await begin("default");
        await world.sim.ctl("scan");
        await world.sim.ctl("confirm");
        assert.equal((await login.ended).status, 0, login.output);
        await world.sim.ctl("wait", "listener");
        const call = { action: "send", message: "từ công cụ" };
        world.model.calls = { "T-1": call, "T-2": call, "T-3": call };
        for (const [marker, threadId, isGroup] of [["T-1", LAN, false], ["T-2", LAN, false], ["T-3", GROUP, true]]) {
            await world.sim.ctl("-p", "ban-hang", "inject", JSON.stringify({ threadId, isGroup, senderId: LAN, content: `${marker} gọi giúp` }));
            await world.answered(threadId, `re: ${marker}`);
        }
        const sent = (await world.sim.outbox()).filter(({ text }) => text === "từ công cụ");
        // The model gives both calls the same id, as some do, and both count.
        const direct = ["ban-hang", LAN, false];
        assert.deepEqual(sent.map(({ profile, threadId, isGroup }) => [profile, threadId, isGroup]), [direct, direct, ["ban-hang", GROUP, true]]);
        const foreign = await world.gateway.tool({ action: "send", threadId: LAN, message: "x", profile: "nobody" });
        assert.match(foreign.error, /No account of this Gateway has the profile "nobody"\. There are: default, ban-hang\./);
    });
});
