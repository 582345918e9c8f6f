// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Groups: what the agent knows of them, whom it mentions, and how they are written to.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { lookups } from "./lookups.js";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const FAMILY = "772797855570859122";
const SELF = "512345678901234567";
const NEIGHBOUR = "391000000000000071";

describe("groups", () => {
    let world;
    let members;
    let friends;

    before(async () => {
        world = new World();
        world.hurry();
        await world.prepare({ ...OPEN, groupPolicy: "open" });
        world.gateway.configure({ messages: { groupChat: { mentionPatterns: ["trợ lý"] } } });
        await world.online();
        await world.gateway.start();
        await world.gateway.connected();
        await world.sim.ctl("wait", "listener");
        const look = lookups(world);
        await look.listGroups({}); // members are known of groups that are
        members = await look.listGroupMembers({ groupId: FAMILY });
        friends = await look.listPeers({});
    });
    after(() => world.close());

    const say = (content, more = {}) => world.sim.inject({ threadId: FAMILY, isGroup: true, senderId: NEIGHBOUR, senderName: "Cô Tư", content, ...more });
    const arrived = async (threadId, part) => {
        const found = async () => (await world.sim.outbox()).find((entry) => entry.threadId === threadId && entry.text.includes(part));
        return await waitFor(`“${part}”`, found, { seen: () => world.seen() });
    };
    const told = (marker) => JSON.stringify(world.model.conversations[marker]);
    const shared = (list) => list.find(({ name }, at) => list.some((other, before) => before < at && other.name === name));

    test("the agent is called by a pattern, and knows what the group said before, and who is in it", async () => {
        await say("chiều nay trời mưa");
        await say("nhớ mang ô", { senderId: "391000000000000072", senderName: "Chú Sáu" });
        for (let i = 1; i <= 20; ++i) await say(`câu thứ ${i}`); // more than the Gateway shows of a list by itself
        await say("T-1 trợ lý ơi, mấy giờ đi?");
        await world.answered(FAMILY, "re: T-1");
        assert.deepEqual(world.model.asked, ["T-1"]);
        const context = told("T-1");
        for (const part of ["chiều nay trời mưa", "Cô Tư", "nhớ mang ô", "Chú Sáu", "Gia đình", `${members[1].name} (${members[1].id})`]) assert.ok(context.includes(part), part);
    });

    test("an answer to one of its messages calls it too; what it was told once is not told again", async () => {
        await say("T-2 sao thế?", { quote: { ownerId: SELF, senderName: "Nguyễn Minh Anh", msg: "re: T-1" } });
        await world.answered(FAMILY, "re: T-2");
        assert.ok(!told("T-2").includes("chiều nay trời mưa"));
    });

    test("it mentions whom it names and nobody else, and no @ is refused", async () => {
        const one = members.find(({ id, name }) => id !== SELF && members.every((other) => other.id === id || !other.name.startsWith(name)));
        await world.sim.ctl("set", "ambiguous-mention=Trùng Tên");
        world.model.answers["T-3"] = `Dạ **@${one.name}**, hỏi @all và @Trùng Tên nhé (a@b.vn).`;
        await say("T-3 trợ lý gọi giúp");
        const { text, mentions, styles } = await arrived(FAMILY, "hỏi");
        assert.equal(text, `Dạ @${one.name}, hỏi \u200b@all và \u200b@Trùng Tên nhé (a@b.vn).`);
        assert.deepEqual(mentions, [{ uid: one.id, pos: 3, len: one.name.length + 1 }]);
        assert.deepEqual(styles, [{ start: 3, len: one.name.length + 1, st: "b" }]);
        await world.sim.ctl("set", "ambiguous-mention=");
    });

    test("a group by its bare id and by its name; a name that several have is told with their ids", async () => {
        const send = (target, text) => world.gateway.run("message", "send", "--channel", "zalouser", "--target", target, "--message", text);
        for (const [target, text] of [[FAMILY, "bằng số"], ["Gia đình", "bằng tên"], ["group:gia dinh", "không dấu"]]) {
            const { status, output } = await send(target, text);
            assert.equal(status, 0, output);
            const { threadId, isGroup } = await arrived(FAMILY, text);
            assert.deepEqual([threadId, isGroup], [FAMILY, true]);
        }
        const twin = shared(friends);
        const { status, output } = await send(twin.name, "cho ai?");
        assert.notEqual(status, 0, output);
        for (const { id, name } of friends) if (name === twin.name) assert.ok(output.includes(`${name} (user:${id})`), output);
        assert.ok(!(await world.sim.outbox()).some(({ text }) => text === "cho ai?"));
    });

    test("channels resolve", async () => {
        const { stdout } = await world.gateway.ok("channels", "resolve", "--channel", "zalouser", "--kind", "group", "--json", "Gia đình");
        assert.equal(JSON.parse(stdout)[0].id, FAMILY, stdout);
        const twin = shared(friends);
        const [unclear] = JSON.parse((await world.gateway.ok("channels", "resolve", "--channel", "zalouser", "--kind", "user", "--json", twin.name)).stdout);
        assert.equal(unclear.resolved, false);
        for (const { id, name } of friends) if (name === twin.name) assert.ok(JSON.stringify(unclear).includes(`user:${id}`), JSON.stringify(unclear));
    });
});
