// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The durable ingress, on the real monitor and drain of the SDK.

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { BridgeError } from "../../../extensions/zalouser/src/bridge/errors.js";
import { createIngress } from "../../../extensions/zalouser/src/inbound/ingress.js";
import { createOutcomes, openDatabase } from "../../../extensions/zalouser/src/inbound/queue.js";
import { setTiming, tempFixture, until } from "../support/fixtures.js";
import { importSdk } from "../support/sdk.js";

const sdk = await importSdk("channel-outbound");
const message = (msgId, threadId = "1", more) => ({ profile: "default", msgId, threadId, senderId: threadId, isGroup: false, text: `text ${msgId}`, ...more });

/**
 * An ingress of one account in `stateDir`, stopped at the end of the test.
 * @param {import("node:test").TestContext} t
 * @param {string} stateDir
 * @param {{handle?: (message: any, lifecycle: any) => any, report?: (outcome: any) => any, log?: any, accountId?: string, isResumed?: (message: any, lateSince?: number) => boolean | Promise<boolean>, run?: string}} [options]
 */
async function ingressAt(t, stateDir, { handle = () => ({ outcome: "dispatched" }), report = () => {}, accountId = "default", ...more } = {}) {
    const db = await openDatabase(stateDir);
    const handled = [];
    const ingress = createIngress({
        sdk,
        db,
        accountId,
        handle: async (one, lifecycle) => {
            handled.push(one.msgId);
            return await handle(one, lifecycle);
        },
        report: async (outcome) => await report(outcome),
        ...more,
    });
    let stopped;
    const stop = () => (stopped ??= ingress.stop().then(() => db.close()));
    t.after(stop);
    return { ...ingress, handled, db, stop };
}

const rows = (stateDir) => {
    const db = new DatabaseSync(path.join(stateDir, "zalouser/ingress.sqlite"), { readOnly: true });
    try {
        return db.prepare("SELECT id, status, attempts FROM events ORDER BY seq").all().map((row) => ({ ...row }));
    } finally {
        db.close();
    }
};

test("an accepted message can be read from the disk by another process", async (t) => {
    const { stateDir } = tempFixture(t);
    const ingress = await ingressAt(t, stateDir);
    assert.deepEqual(await ingress.accept(message("1")), { accepted: true });
    assert.deepEqual(rows(stateDir), [{ id: "default:1:1", status: "pending", attempts: 0 }]);
    assert.deepEqual(ingress.handled, [], "nobody is handed anything before the account is up");
    assert.equal(fs.statSync(path.join(stateDir, "zalouser/ingress.sqlite")).mode & 0o777, 0o600);
});

test("a message that cannot be stored is not accepted", async (t) => {
    const { stateDir } = tempFixture(t);
    const ingress = await ingressAt(t, stateDir);
    ingress.db.exec("DROP TABLE events");
    await assert.rejects(ingress.accept(message("1")));
    await assert.rejects(ingress.accept({ ...message("2"), threadId: 5 }), { kind: "params" });
});

test("a repeated message is accepted again and handled once", async (t) => {
    const { stateDir } = tempFixture(t);
    const ingress = await ingressAt(t, stateDir);
    ingress.start();
    await ingress.accept(message("1"));
    await ingress.accept(message("1"));
    await ingress.idle();
    await ingress.accept(message("1"));
    await ingress.idle();
    assert.deepEqual(ingress.handled, ["1"]);
    assert.equal(rows(stateDir)[0].status, "completed");
});

test("what a person has handed over once more is handled once more, under other keys, however often it is delivered", async (t) => {
    const { stateDir } = tempFixture(t);
    const keys = [];
    const reported = [];
    const ingress = await ingressAt(t, stateDir, {
        handle: ({ replyKey }) => (keys.push(replyKey), keys.length === 1 ? { outcome: "dropped", code: "noMention", reason: "not mentioned" } : { outcome: "dispatched" }),
        report: (outcome) => void reported.push(outcome),
    });
    ingress.start();
    for (const more of [{}, {}, { acceptedBefore: 7 }, { acceptedBefore: 7 }, { acceptedBefore: 9 }, {}]) {
        assert.deepEqual(await ingress.accept(message("1", "1", more)), { accepted: true });
        await ingress.idle();
    }
    assert.deepEqual(keys, ["default:1:1", "default:1:1:again:7", "default:1:1:again:9"]);
    await until(() => reported.length === 3);
    assert.deepEqual(reported.map(({ msgId, outcome, code }) => [msgId, outcome, code]), [["1", "dropped", "noMention"], ["1", "dispatched", undefined], ["1", "dispatched", undefined]]);
});

test("the same id in another thread is another message", async (t) => {
    const { stateDir } = tempFixture(t);
    const reported = [];
    const ingress = await ingressAt(t, stateDir, { report: ({ threadId, msgId }) => void reported.push(`${threadId}:${msgId}`) });
    ingress.start();
    await ingress.accept(message("1", "a"));
    await ingress.accept(message("1", "b"));
    await ingress.accept(message("1", "b"));
    await ingress.idle();
    await until(() => reported.length === 2);
    assert.deepEqual(ingress.handled, ["1", "1"]);
    assert.deepEqual(reported.toSorted(), ["a:1", "b:1"]);
});

test("what an older version accepted is not accepted again, and keeps the keys of its replies", async (t) => {
    const { stateDir } = tempFixture(t);
    fs.mkdirSync(path.join(stateDir, "zalouser"), { recursive: true, mode: 0o700 });
    const old = new DatabaseSync(path.join(stateDir, "zalouser/ingress.sqlite"));
    old.exec(`
        CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, id TEXT NOT NULL, status TEXT NOT NULL, lane TEXT, payload TEXT,
            received_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, last_attempt_at INTEGER, last_error TEXT,
            claim_token TEXT, claim_owner TEXT, claimed_at INTEGER, reason TEXT, UNIQUE (account, id));
        CREATE TABLE outcomes (seq INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, profile TEXT NOT NULL, msg_id TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT,
            UNIQUE (account, profile, msg_id));
        CREATE TABLE turns (account TEXT NOT NULL, id TEXT NOT NULL, run TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (account, id)) WITHOUT ROWID;`);
    const event = old.prepare("INSERT INTO events (account, id, status, lane, payload, received_at, updated_at) VALUES ('default', ?, ?, 'default:1', ?, 1, ?)");
    const stored = { version: 1, rawEvent: JSON.stringify(message("2")) };
    event.run("default:1", "completed", null, Date.now());
    event.run("default:2", "completed", null, Date.now());
    old.prepare("INSERT INTO turns VALUES ('default', 'default:2', 'an earlier run', ?)").run(JSON.stringify(stored));
    old.prepare("INSERT INTO outcomes (account, profile, msg_id, outcome) VALUES ('default', 'default', '1', 'dispatched')").run();
    old.close();

    const reported = [];
    const keys = [];
    const ingress = await ingressAt(t, stateDir, {
        isResumed: () => false,
        handle: ({ replyKey }) => (keys.push(replyKey), { outcome: "dispatched" }),
        report: (outcome) => void reported.push(outcome),
    });
    await ingress.recoverOrphanedTurns();
    ingress.start();
    await ingress.accept(message("1"));
    await ingress.accept(message("1", "another thread"));
    await ingress.idle();
    await until(() => reported.length === 3);
    assert.deepEqual(ingress.handled, ["2", "1"], "the orphaned turn once more, and the message of the other thread");
    assert.deepEqual(keys, [undefined, "default:another thread:1"]);
    assert.deepEqual(reported[0], { profile: "default", msgId: "1", outcome: "dispatched" });
});

test("a thread is handled in order and one at a time, several threads in parallel", async (t) => {
    const { stateDir } = tempFixture(t);
    const running = new Set();
    let release;
    const first = new Promise((resolve) => (release = resolve));
    const ingress = await ingressAt(t, stateDir, {
        handle: async ({ msgId, threadId }) => {
            assert.ok(!running.has(threadId), "the thread was free");
            running.add(threadId);
            if (msgId === "a1") await first;
            running.delete(threadId);
            return { outcome: "dispatched" };
        },
    });
    ingress.start();
    for (const [msgId, thread] of [["a1", "1"], ["a2", "1"], ["b1", "2"], ["a3", "1"]]) await ingress.accept(message(msgId, thread));
    await until(() => ingress.handled.includes("b1"));
    assert.ok(!ingress.handled.includes("a2"));
    release();
    await until(() => ingress.handled.length === 4);
    assert.deepEqual(ingress.handled.filter((id) => id.startsWith("a")), ["a1", "a2", "a3"]);
});

test("the next process handles what an earlier one accepted, including what it was handling when it died", async (t) => {
    const { stateDir } = tempFixture(t);
    const dead = await ingressAt(t, stateDir);
    for (const id of ["1", "2"]) await dead.accept(message(id));
    dead.db.exec("UPDATE events SET status = 'claimed', claim_token = 'x', claim_owner = '999999999:1:dead', claimed_at = 1 WHERE id = 'default:1:1'");
    await dead.stop();
    const next = await ingressAt(t, stateDir);
    next.start();
    await until(() => next.handled.length === 2);
    assert.deepEqual(next.handled, ["1", "2"]);
});

test("an adopted message is complete and reported at once and never handed over again; the next one of its thread follows while its turn runs", async (t) => {
    const { stateDir } = tempFixture(t);
    const reported = [];
    const lines = [];
    let end;
    const running = new Promise((resolve) => (end = resolve));
    const ingress = await ingressAt(t, stateDir, {
        report: ({ msgId, outcome }) => reported.push([msgId, outcome]),
        log: { error: (line) => lines.push(line) },
        handle: async ({ msgId }, { replyOptions }) => {
            if (msgId !== "1") return { outcome: "dispatched" };
            await replyOptions.turnAdoptionLifecycle.onAdopted();
            await running;
            throw new Error("the reply was lost");
        },
    });
    ingress.start();
    await ingress.accept(message("1"));
    await ingress.accept(message("2"));
    await until(() => reported.length === 2);
    assert.deepEqual(reported, [["1", "dispatched"], ["2", "dispatched"]]);
    end();
    await until(() => reported.length === 3);
    assert.deepEqual([reported[2], ingress.handled], [["1", "failed"], ["1", "2"]]);
    assert.deepEqual(rows(stateDir).map(({ status }) => status), ["completed", "completed"]);
    assert.deepEqual(lines, ["zalouser: a message could not be handled (after the Gateway had taken it over): the reply was lost"]);
});

test("while a turn sends its reply the next message of its thread waits, and no other thread's", async (t) => {
    const { stateDir } = tempFixture(t);
    let end;
    const sent = new Promise((resolve) => (end = resolve));
    const ingress = await ingressAt(t, stateDir, {
        handle: async ({ msgId }, { replyOptions, onReplying }) => {
            await replyOptions.turnAdoptionLifecycle.onAdopted();
            if (msgId !== "1") return { outcome: "dispatched" };
            onReplying();
            await sent;
            return { outcome: "dispatched" };
        },
    });
    ingress.start();
    for (const [id, thread] of [["1", "a"], ["2", "a"], ["3", "b"]]) await ingress.accept(message(id, thread));
    await until(() => ingress.handled.includes("3"));
    assert.deepEqual(ingress.handled, ["1", "3"]);
    end();
    await until(() => ingress.handled.length === 3);
    assert.deepEqual(ingress.handled, ["1", "3", "2"]);
});

/** A Gateway that runs one turn at a time: what comes meanwhile waits in its own queue, until `next()` begins and ends it there. */
function queueingGateway() {
    const waiting = [];
    return {
        handle: async (_, { replyOptions: { turnAdoptionLifecycle: lifecycle } }) => {
            lifecycle.onDeferred();
            waiting.push(lifecycle);
            return { outcome: "dispatched" };
        },
        waiting,
        begin: () => waiting[0].onAdopted(),
        end: () => waiting.shift().onSettled(),
    };
}

test("what waits in the Gateway's own queue holds up nothing, has no outcome before its turn, and is no open turn after it", async (t) => {
    const { stateDir } = tempFixture(t);
    const reported = [];
    const gateway = queueingGateway();
    const ingress = await ingressAt(t, stateDir, { handle: gateway.handle, report: ({ msgId }) => reported.push(msgId) });
    ingress.start();
    for (const id of ["1", "2", "3"]) await ingress.accept(message(id));
    await until(() => ingress.handled.length === 3);
    assert.deepEqual(ingress.handled, ["1", "2", "3"], "in order");
    assert.deepEqual([reported, rows(stateDir).map(({ status }) => status)], [[], ["claimed", "claimed", "claimed"]]);
    const openTurns = () => ingress.db.prepare("SELECT count(*) AS n FROM turns").get().n;
    await gateway.begin();
    await until(() => reported.length === 1);
    assert.deepEqual([reported, rows(stateDir)[0].status, openTurns()], [["1"], "completed", 1]);
    gateway.end();
    assert.equal(openTurns(), 0);
    await ingress.settled();
});

test("what waited in the Gateway's own queue when it died comes again, in order", async (t) => {
    const { stateDir } = tempFixture(t);
    const gateway = queueingGateway();
    const first = await ingressAt(t, stateDir, { handle: gateway.handle, run: "first" });
    first.start();
    for (const id of ["1", "2"]) await first.accept(message(id));
    await until(() => first.handled.length === 2);
    const copy = path.join(path.dirname(stateDir), "after");
    fs.cpSync(stateDir, copy, { recursive: true });
    // As another process would have claimed them.
    const db = new DatabaseSync(path.join(copy, "zalouser/ingress.sqlite"));
    db.exec("UPDATE events SET claim_owner = '999999999:1:dead', claimed_at = 1");
    db.close();
    const second = await ingressAt(t, copy, { run: "second" });
    await second.recoverOrphanedTurns();
    second.start();
    await until(() => second.handled.length === 2);
    assert.deepEqual(second.handled, ["1", "2"]);
});

test("a turn that the Gateway began out of its own queue and did not end is known as such by the next process", async (t) => {
    const { stateDir } = tempFixture(t);
    const gateway = queueingGateway();
    const first = await ingressAt(t, stateDir, { handle: gateway.handle, run: "first" });
    first.start();
    await first.accept(message("1"));
    await until(() => gateway.waiting.length === 1);
    const before = Date.now();
    await gateway.begin();
    const copy = path.join(path.dirname(stateDir), "after");
    fs.cpSync(stateDir, copy, { recursive: true });
    gateway.end();
    const asked = [];
    const second = await ingressAt(t, copy, { run: "second", isResumed: ({ msgId }, lateSince) => (asked.push([msgId, lateSince >= before]), false) });
    await second.recoverOrphanedTurns();
    second.start();
    await until(() => second.handled.length === 1);
    assert.deepEqual([asked, second.handled], [[["1", true]], ["1"]]);
});

test("what an earlier process had begun is known as such until this one begins it; what is new, or only failed, is not", async (t) => {
    const { stateDir } = tempFixture(t);
    setTiming(t, { ingressPollMs: 50 });
    let die;
    const death = new Promise((resolve) => (die = resolve));
    const first = await ingressAt(t, stateDir, {
        run: "first",
        handle: async ({ msgId }, { replyOptions }) => {
            if (msgId === "adopted") await replyOptions.turnAdoptionLifecycle.onAdopted();
            await death;
            return { outcome: "dispatched" };
        },
    });
    first.start();
    for (const id of ["adopted", "claimed"]) await first.accept(message(id, id));
    await first.accept(message("waiting", "claimed"));
    await until(() => rows(stateDir)[0].status === "completed" && first.handled.includes("claimed"));
    const copy = path.join(path.dirname(stateDir), "after");
    fs.cpSync(stateDir, copy, { recursive: true });
    die();
    const db = new DatabaseSync(path.join(copy, "zalouser/ingress.sqlite"));
    db.exec("UPDATE events SET claim_owner = '999999999:1:dead', claimed_at = 1, last_error = 'of an older attempt' WHERE status = 'claimed'");
    db.close();
    const seen = {};
    const second = await ingressAt(t, copy, {
        run: "second",
        isResumed: () => false,
        handle: async ({ msgId }, { isRepeated, replyOptions }) => {
            const before = isRepeated();
            if (msgId === "failing" && !seen.failing) {
                seen.failing = [before];
                throw new Error("the model is away");
            }
            await replyOptions.turnAdoptionLifecycle.onAdopted();
            seen[msgId] = [...(seen[msgId] ?? []), before, isRepeated()];
            return { outcome: "dispatched" };
        },
    });
    await second.recoverOrphanedTurns();
    second.start();
    await second.accept(message("failing", "new"));
    await until(() => rows(copy).at(-1).attempts === 1);
    second.db.exec("UPDATE events SET last_attempt_at = 1 WHERE last_error IS NOT NULL");
    await until(() => seen.failing.length === 3 && seen.waiting);
    assert.deepEqual(seen, { adopted: [true, false], claimed: [true, false], waiting: [false, false], failing: [false, false, false] });
});

test("accounts do not see each other's messages", async (t) => {
    const { stateDir } = tempFixture(t);
    const one = await ingressAt(t, stateDir, { accountId: "one" });
    const two = await ingressAt(t, stateDir, { accountId: "two" });
    one.start();
    two.start();
    await one.accept(message("1"));
    await two.accept(message("2"));
    await until(() => one.handled.length + two.handled.length === 2);
    assert.deepEqual([one.handled, two.handled], [["1"], ["2"]]);
});

test("a failure is a line in the log and is retried; the fifth is reported, marks its row as failed and blocks nothing", async (t) => {
    setTiming(t, { ingressPollMs: 50 });
    const { stateDir } = tempFixture(t);
    const reported = [];
    const lines = [];
    const ingress = await ingressAt(t, stateDir, {
        handle: ({ msgId }) => {
            if (msgId === "1") throw new Error("the model is away");
            return { outcome: "dispatched" };
        },
        isResumed: () => false,
        report: (outcome) => reported.push(outcome),
        log: { error: (line) => lines.push(line) },
    });
    await ingress.accept(message("1"));
    await ingress.accept(message("2"));
    ingress.db.exec("UPDATE events SET attempts = 3 WHERE id = 'default:1:1'");
    ingress.start();
    await until(() => rows(stateDir)[0].attempts === 4);
    assert.deepEqual(reported, [], "it may still succeed");
    ingress.db.exec("UPDATE events SET last_attempt_at = 1");
    await until(() => reported.length === 2);
    assert.deepEqual(reported, [
        { profile: "default", threadId: "1", msgId: "1", outcome: "failed", code: "turnFailed", reason: "the model is away", detail: "the model is away" },
        { profile: "default", threadId: "1", msgId: "2", outcome: "dispatched" },
    ]);
    assert.deepEqual(lines, [4, 5].map((attempt) => `zalouser: a message could not be handled (attempt ${attempt} of 5): the model is away`));
    assert.deepEqual(rows(stateDir).map(({ status }) => status), ["failed", "completed"]);
    await ingress.accept(message("1"));
    await ingress.idle();
    assert.equal(reported.length, 2, "a repetition of it is accepted and changes nothing");
});

test("while the Gateway continues a turn of the session, what it refuses is not given up", async (t) => {
    const { stateDir } = tempFixture(t);
    setTiming(t, { ingressPollMs: 50 });
    const reported = [];
    let continues = true;
    const ingress = await ingressAt(t, stateDir, {
        handle: () => {
            if (continues) throw new Error("the session is taken");
            return { outcome: "dispatched" };
        },
        isResumed: () => continues,
        report: ({ outcome }) => reported.push(outcome),
    });
    await ingress.accept(message("1"));
    ingress.db.exec("UPDATE events SET attempts = 5");
    ingress.start();
    await until(() => rows(stateDir)[0].attempts === 6);
    continues = false;
    ingress.db.exec("UPDATE events SET last_attempt_at = 1");
    await until(() => reported.length === 1);
    assert.deepEqual(reported, ["dispatched"]);
});

test("an outcome that could not be reported is reported once, after the next connection", async (t) => {
    const { stateDir } = tempFixture(t);
    let connected = false;
    const reported = [];
    const report = (outcome) => {
        if (!connected) throw new BridgeError("closed", "gone");
        reported.push(outcome.msgId);
    };
    const first = await ingressAt(t, stateDir, { report, handle: () => ({ outcome: "dropped", code: "pairingCodeNotSent", reason: "pairing required", detail: "offline" }) });
    first.start();
    await first.accept(message("1"));
    await first.idle();
    await first.stop();
    const second = await ingressAt(t, stateDir, { report });
    connected = true;
    await second.start();
    assert.deepEqual(reported, ["1"]);
    await second.flush();
    assert.deepEqual(reported, ["1"]);
});

test("stopping waits for running turns, aborts them, and keeps them for the next process", async (t) => {
    setTiming(t, { ingressPollMs: 50 });
    const { stateDir } = tempFixture(t);
    const ingress = await ingressAt(t, stateDir, {
        handle: (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
    });
    ingress.start();
    await ingress.accept(message("1"));
    await until(() => ingress.handled.length === 1);
    await ingress.stop();
    assert.notEqual(rows(stateDir)[0].status, "completed");
    const next = await ingressAt(t, stateDir);
    next.start();
    await until(() => next.handled.length === 1);
});

test("old tombstones are pruned, pending messages never", async (t) => {
    const { stateDir } = tempFixture(t);
    const ingress = await ingressAt(t, stateDir);
    for (const id of ["old", "waiting"]) await ingress.accept(message(id));
    ingress.db.exec("UPDATE events SET updated_at = 1, received_at = 1; UPDATE events SET status = 'completed' WHERE id = 'default:1:old'");
    ingress.start();
    await until(() => ingress.handled.includes("waiting"));
    assert.deepEqual(rows(stateDir).map(({ id }) => id), ["default:1:waiting"]);
});

test("an adopted turn that was broken off is handed over again unless the Gateway resumes it", async (t) => {
    const { stateDir } = tempFixture(t);
    const adopted = [];
    let die;
    const death = new Promise((resolve) => (die = () => resolve({ outcome: "dispatched" })));
    const first = await ingressAt(t, stateDir, {
        run: "first",
        handle: async (one, { replyOptions }) => {
            await replyOptions.turnAdoptionLifecycle.onAdopted();
            adopted.push(one.msgId);
            if (one.msgId === "3") return { outcome: "dispatched" };
            return await death; // the process dies in here
        },
    });
    for (const [msgId, thread] of [["1", "a"], ["2", "b"], ["3", "c"]]) await first.accept(message(msgId, thread));
    first.start();
    await until(() => adopted.length === 3);
    const copy = path.join(path.dirname(stateDir), "after");
    fs.cpSync(stateDir, copy, { recursive: true }); // as the next process finds it
    const asked = [];
    const second = await ingressAt(t, copy, {
        run: "second",
        isResumed: async ({ msgId }) => {
            asked.push(msgId);
            return msgId === "2";
        },
    });
    await second.recoverOrphanedTurns();
    await second.accept(message("4", "a"));
    second.start();
    await until(() => second.handled.length === 2);
    assert.deepEqual(asked.sort(), ["1", "2"]);
    assert.deepEqual(second.handled, ["1", "4"], "in the order of the thread");
    await second.recoverOrphanedTurns();
    assert.equal(asked.length, 2, "once");
    die();
});

test("the store is durable: every commit reaches the disk before it is acknowledged", async (t) => {
    const { stateDir } = tempFixture(t);
    const { db } = await ingressAt(t, stateDir);
    assert.deepEqual([{ ...db.prepare("PRAGMA synchronous").get() }, { ...db.prepare("PRAGMA journal_mode").get() }], [{ synchronous: 2 }, { journal_mode: "wal" }]);
    assert.equal(fs.statSync(path.join(stateDir, "zalouser")).mode & 0o777, 0o700);
});

test("an outcome that replaces another while that is reported is kept", async (t) => {
    const { stateDir } = tempFixture(t);
    const { db } = await ingressAt(t, stateDir);
    const outcomes = createOutcomes(db, "default");
    const one = { profile: "default", msgId: "1" };
    outcomes.put({ ...one, outcome: "dispatched" });
    const [first] = outcomes.list();
    outcomes.put({ ...one, outcome: "failed", reason: "the reply was lost" });
    outcomes.markReported(first);
    const [second, ...rest] = outcomes.list();
    assert.deepEqual([second.outcome, second.reason, rest], ["failed", "the reply was lost", []]);
    outcomes.markReported(second);
    assert.deepEqual(outcomes.list(), []);
});
