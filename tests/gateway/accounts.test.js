// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Two accounts on one Gateway: two profiles, two logins, and never a message in the wrong place.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const MINH_ANH = "512345678901234567";
const QUOC_BAO = "487654321098765432";
const ASKER = "391000000000000042";

describe("two accounts", () => {
    let world;

    before(async () => {
        world = new World();
        await world.prepare({ ...OPEN, accounts: { default: { name: "Nhà" }, b: { name: "Cửa hàng", profile: "ban-hang" } } });
        await world.sim.ctl("login");
        await world.sim.ctl("-p", "ban-hang", "login");
        await world.companion.start();
        await world.gateway.start();
        // The companion listens on the second profile from now on, because an account of the Gateway names it.
        for (const [profile, userId] of [["default", MINH_ANH], ["ban-hang", QUOC_BAO]]) await online(profile, userId);
    });
    after(() => world.close());

    const profileOf = async (name) => (await world.companion.status()).profiles.find(({ profile }) => profile === name);
    const online = (name, userId) =>
        waitFor(`${name} to be online`, async () => {
            const { session, account } = (await profileOf(name)) ?? {};
            return session?.state === "Online" && account?.userId === userId;
        }, { seen: async () => JSON.stringify(await world.companion.status()) });
    const sent = async () => (await world.sim.outbox()).map(({ profile, threadId, text }) => [profile, threadId, text]);
    const lines = async () => (await world.gateway.ok("channels", "status", "--probe")).stdout.split("\n").filter((line) => line.startsWith("- "));

    test("the same person writes to both: each answers from where it was asked", async () => {
        await Promise.all([
            world.sim.ctl("-p", "default", "inject", JSON.stringify({ threadId: ASKER, content: "T-1 nhà ơi" })),
            world.sim.ctl("-p", "ban-hang", "inject", JSON.stringify({ threadId: ASKER, content: "T-2 quán ơi" })),
        ]);
        await world.answered(ASKER, "re: T-1");
        await world.answered(ASKER, "re: T-2");
        assert.deepEqual((await sent()).toSorted(), [["ban-hang", ASKER, "re: T-2"], ["default", ASKER, "re: T-1"]]);
        assert.deepEqual(world.model.asked.toSorted(), ["T-1", "T-2"]);
    });

    test("neither knows what the other was told", async () => {
        for (const [profile, marker] of [["default", "T-4"], ["ban-hang", "T-5"]]) {
            await world.sim.ctl("-p", profile, "inject", JSON.stringify({ threadId: ASKER, content: `${marker} còn nhớ không?` }));
            await world.answered(ASKER, `re: ${marker}`);
        }
        const [home, shop] = ["T-4", "T-5"].map((marker) => JSON.stringify(world.model.conversations[marker]));
        assert.match(home, /T-1 nhà ơi/);
        assert.match(shop, /T-2 quán ơi/);
        assert.doesNotMatch(home, /quán ơi/);
        assert.doesNotMatch(shop, /nhà ơi/);
    });

    test("message send --account, and without it the default one", async () => {
        await world.sim.ctl("outbox", "clear");
        await world.gateway.ok("message", "send", "--channel", "zalouser", "--account", "b", "--target", ASKER, "--message", "từ quán");
        await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", ASKER, "--message", "từ nhà");
        assert.deepEqual(await sent(), [["ban-hang", ASKER, "từ quán"], ["default", ASKER, "từ nhà"]]);
    });

    test("directory self --account tells them apart", async () => {
        for (const [account, userId] of [["default", MINH_ANH], ["b", QUOC_BAO]]) {
            assert.equal(JSON.parse((await world.gateway.ok("directory", "self", "--channel", "zalouser", "--account", account, "--json")).stdout).id, userId);
        }
    });

    test("logging one out leaves the other online, and each line tells its own truth", async () => {
        const both = await lines();
        for (const name of ["default (Nhà)", "b (Cửa hàng)"]) assert.ok(both.some((line) => line.startsWith(`- Zalo Personal ${name}: `) && /connected.*health:Online.*works/.test(line)), both.join("\n"));
        await world.gateway.ok("channels", "logout", "--channel", "zalouser", "--account", "b");
        await waitFor("the logout", async () => (await profileOf("ban-hang")).session.state === "NeedsLogin");
        assert.equal((await profileOf("default")).session.state, "Online");
        const now = await waitFor("the account that waits for its next login", async () => {
            const all = await lines();
            return all.some((line) => /^- Zalo Personal b \(Cửa hàng\): .*not linked, reason:nobody is logged in.*probe failed/.test(line)) && all;
        }, { seen: async () => (await lines()).join("\n") });
        assert.ok(now.some((line) => /^- Zalo Personal default \(Nhà\): .*health:Online.*works/.test(line)), now.join("\n"));
        assert.ok(now.some((line) => /^- zalouser b: NeedsLogin: .*channels login --channel zalouser --account b/.test(line)), now.join("\n"));
        assert.deepEqual(now.filter((line) => line.startsWith("- zalouser default:") && !line.includes("dmPolicy is open")), [], "nothing else is wrong with it");
        await world.sim.ctl("-p", "default", "inject", JSON.stringify({ threadId: ASKER, content: "T-3 còn đó không?" }));
        await world.answered(ASKER, "re: T-3");
        assert.deepEqual((await sent()).at(-1), ["default", ASKER, "re: T-3"]);
    });

    test("two accounts on one profile are named by the companion, until each has its own", async () => {
        const shared = async () => (await world.companion.status()).health.findings.filter(({ code }) => code === "profileShared");
        const use = (profile) => world.gateway.ok("config", "set", "channels.zalouser.accounts.b.profile", profile);
        const seen = async () => `${JSON.stringify(await world.companion.status())}\n${world.gateway.process.output.slice(-2000)}`;
        assert.deepEqual(await shared(), []);
        await use("default");
        const [told] = await waitFor("it to be told", async () => (await shared()).length > 0 && shared(), { seen });
        assert.match(told.text, /^Accounts of the Gateway \((default, b|b, default)\) share the profile “default”$/);
        assert.deepEqual([told.severity, told.profile, told.count], ["actionRequired", "default", 2]);
        await world.sim.ctl("-p", "default", "inject", JSON.stringify({ threadId: ASKER, content: "T-6 ai trả lời?" }));
        await world.answered(ASKER, "re: T-6");
        assert.equal(world.model.asked.filter((marker) => marker === "T-6").length, 1, "only one of them gets it");
        await use("ban-hang");
        await waitFor("its end", async () => (await profileOf("default")).gatewayAccounts.join() === "default", { seen });
        assert.deepEqual(await shared(), []);
    });

    test("channels add and remove change one account", async () => {
        const accounts = () => world.gateway.config.channels.zalouser.accounts;
        await world.gateway.ok("channels", "add", "--channel", "zalouser", "--account", "c", "--name", "Kho");
        assert.deepEqual(accounts(), { default: { name: "Nhà" }, b: { name: "Cửa hàng", profile: "ban-hang" }, c: { enabled: true, name: "Kho" } }, "and the policy stays where it holds for all");
        const other = await world.gateway.run("channels", "add", "--channel", "zalouser", "--account", "d", "--token", "123");
        assert.notEqual(other.status, 0, "an option of another channel");
        assert.match(other.output, /--token/);
        assert.equal(accounts().d, undefined);
        await world.gateway.ok("channels", "remove", "--channel", "zalouser", "--account", "c", "--delete");
        assert.deepEqual(Object.keys(accounts()), ["default", "b"]);
        assert.equal((await profileOf("default")).session.state, "Online");
    });
});
