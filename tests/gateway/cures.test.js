// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What got no answer, and what cures that: on a real Gateway and its own configuration file. A stand-in in the companion's place asks what the
// windows ask.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { FakeCompanion } from "../plugin/support/fake-companion.js";
import { waitFor } from "./wait-for.js";
import { World } from "./world.js";

const [KNOWN, STRANGER] = ["391000000000000061", "391000000000000062"];
const FAMILY = "772000000000000001";

describe("cures on a real Gateway", () => {
    let world;
    let asker;
    let marker = 0;

    before(async () => {
        world = new World();
        await world.prepare({ dmPolicy: "allowlist", allowFrom: [KNOWN], groups: { [FAMILY]: { enabled: true } } });
        asker = await new FakeCompanion(path.join(world.terminal.XDG_RUNTIME_DIR, "zalo-companion/bridge.sock")).listen();
        await world.gateway.start();
        await waitFor("the Gateway", () => asker.gateway, { seen: () => world.gateway.process.output });
    });
    after(async () => {
        await asker?.close();
        await world.close();
    });

    const seen = () => `${JSON.stringify([asker.outcomes, asker.outbox])}\n${world.gateway.process.output.slice(-3000)}`;

    /** Hands a message over; gives what became of it. */
    const deliver = async (message) => {
        const before = asker.outcomes.length;
        await asker.inject(message);
        const { outcome, code } = await waitFor("its outcome", () => asker.outcomes.slice(before).find(({ msgId }) => msgId === message.msgId), { seen });
        return code ? [outcome, code] : [outcome];
    };
    const newMessage = (more) => {
        const mark = `T-${++marker}`;
        return { mark, message: { msgId: String(1000 + marker), text: `${mark} cho hỏi`, ...more } };
    };

    /** A change restarts the channel, and its connection: what is asked meanwhile is asked again. */
    const ask = async (method, params) => {
        for (;;) {
            await waitFor("the Gateway", () => asker.gateway, { seen });
            try {
                return await asker.ask(method, { profile: "default", ...params });
            } catch (error) {
                if (error.message !== "closed") throw error;
            }
        }
    };
    const apply = async (changes) => assert.deepEqual(await ask("policy.apply", { changes }), {});
    const inverse = (changes) => changes.map(({ path: keys, before, after: then }) => ({ path: keys, before: then, after: before })).toReversed();
    /** Without the note in which OpenClaw keeps who wrote the file last. */
    const configuration = () => ({ ...world.gateway.config, meta: undefined });
    const answered = (mark) => waitFor(`“re: ${mark}”`, () => asker.outbox.some(({ text }) => text === `re: ${mark}`), { seen });

    /** A message that gets no answer, the cure, the answer, and back again. */
    const cure = async (more, code, change, expected) => {
        const { mark, message } = newMessage(more);
        const original = configuration();
        assert.deepEqual(await deliver(message), ["dropped", code]);
        assert.equal(asker.outbox.length, 0, "nothing was sent");
        const { changes, losesComments } = await ask("policy.plan", { change, threadId: message.threadId, isGroup: message.isGroup === true, senderId: message.senderId ?? message.threadId });
        assert.deepEqual([changes, losesComments], [expected, false]);
        assert.deepEqual(configuration(), original, "a plan changes nothing");
        await apply(changes);
        assert.deepEqual((await ask("policy.plan", { changes: inverse(changes) })).changes, inverse(changes), "it can be undone");
        // The same delivery is only a repeat; handed over once more it is answered, once.
        await asker.inject(message);
        assert.deepEqual(await deliver({ ...message, acceptedBefore: 7 }), ["dispatched"]);
        await answered(mark);
        await asker.inject({ ...message, acceptedBefore: 7 });
        await apply(inverse(changes));
        assert.deepEqual(configuration(), original, "undone");
        assert.deepEqual((await ask("policy.plan", { changes: inverse(changes) })).changes, [], "nothing is left to undo");
        assert.deepEqual(await deliver({ ...newMessage(more).message }), ["dropped", code]);
        assert.deepEqual(asker.outbox.map(({ text }) => text), [`re: ${mark}`]);
        assert.deepEqual(world.model.asked.filter((asked) => asked === mark), [mark]);
        asker.outbox.length = 0;
    };

    test("dropped for want of a mention: without one from then on, and back", async () => {
        await cure({ threadId: FAMILY, isGroup: true, senderId: STRANGER }, "noMention", "withoutMention", [{ path: ["channels", "zalouser", "groups", FAMILY, "requireMention"], before: null, after: "false" }]);
    });

    test("a sender who is not on the list: allowed, and back", async () => {
        await cure({ threadId: STRANGER }, "senderNotAllowed", "allowSender", [{ path: ["channels", "zalouser", "allowFrom"], before: JSON.stringify([KNOWN]), after: JSON.stringify([KNOWN, STRANGER]) }]);
    });

    test("what somebody else changed meanwhile is left, and what is not to be written is not", async () => {
        const { changes } = await ask("policy.plan", { change: "answerGroup", threadId: "772000000000000002", isGroup: true, senderId: STRANGER });
        assert.deepEqual(changes.map(({ path: keys, after: then }) => [keys.at(-1), then]), [["772000000000000002", '{"enabled":true}']]);
        await assert.rejects(ask("policy.apply", { changes: [{ ...changes[0], path: ["channels", "zalouser", "groups", FAMILY, "enabled"], before: "false", after: '"no"' }] }), { kind: "configChanged" });
        await assert.rejects(ask("policy.apply", { changes: [{ path: ["channels", "zalouser", "dmPolicy"], before: '"allowlist"', after: '"everybody"' }] }), { kind: "configRefused" });
        await assert.rejects(ask("policy.apply", { changes: [{ path: ["gateway", "auth"], before: null, after: "null" }] }), { kind: "params" });
    });
});
