// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { CHANNEL } from "../runtime.js";
import { timing } from "../timing.js";
import { privateFolder } from "../bridge/key-file.js";

const SCHEMA = `
    CREATE TABLE IF NOT EXISTS events (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL, id TEXT NOT NULL, status TEXT NOT NULL, lane TEXT, payload TEXT,
        received_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0, last_attempt_at INTEGER, last_error TEXT,
        claim_token TEXT, claim_owner TEXT, claimed_at INTEGER, reason TEXT,
        UNIQUE (account, id));
    CREATE INDEX IF NOT EXISTS events_by_status ON events (account, status, seq);
    CREATE TABLE IF NOT EXISTS outcomes (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL, profile TEXT NOT NULL, msg_id TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT, thread_id TEXT NOT NULL DEFAULT '',
        code TEXT, detail TEXT,
        UNIQUE (account, profile, thread_id, msg_id));
    CREATE TABLE IF NOT EXISTS turns (
        account TEXT NOT NULL, id TEXT NOT NULL, run TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (account, id)) WITHOUT ROWID;`;

/**
 * Version 1 knew a message by `profile:msgId`, but the same id in another thread is another message. What it accepted stays accepted: an
 * event's lane is `profile:threadId`, and the new id is the lane and the message's id.
 */
const TO_VERSION_2 = `
    UPDATE OR IGNORE turns SET id = (SELECT lane || substr(turns.id, instr(turns.id, ':')) FROM events WHERE events.account = turns.account AND events.id = turns.id)
        WHERE EXISTS (SELECT 1 FROM events WHERE events.account = turns.account AND events.id = turns.id AND lane IS NOT NULL);
    UPDATE OR IGNORE events SET id = lane || substr(id, instr(id, ':')) WHERE lane IS NOT NULL;
    ALTER TABLE outcomes RENAME TO outcomes_1;
    CREATE TABLE outcomes (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL, profile TEXT NOT NULL, msg_id TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT, thread_id TEXT NOT NULL DEFAULT '',
        UNIQUE (account, profile, thread_id, msg_id));
    INSERT INTO outcomes (seq, account, profile, msg_id, outcome, reason) SELECT seq, account, profile, msg_id, outcome, reason FROM outcomes_1;
    DROP TABLE outcomes_1;`;

/** Version 2 knew a reason as a sentence only. */
const TO_VERSION_3 = "ALTER TABLE outcomes ADD COLUMN code TEXT; ALTER TABLE outcomes ADD COLUMN detail TEXT;";

/**
 * @typedef {import("openclaw/plugin-sdk/channel-outbound").ChannelIngressQueue<any>} IngressQueue
 * @typedef {Awaited<ReturnType<IngressQueue["enqueue"]>>} EnqueueResult
 * @typedef {IngressQueue & {requeue(id: string, payload: unknown): Promise<boolean>}} Queue
 */

/** Opens the store of queues and outcomes; it is consistent after a crash of the Gateway at any point. */
export async function openDatabase(stateDir) {
    const { DatabaseSync } = await import("node:sqlite");
    const file = path.join(privateFolder(stateDir), "ingress.sqlite");
    const db = new DatabaseSync(file, { timeout: timing.databaseBusyTimeoutMs });
    fs.chmodSync(file, 0o600);
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    migrate(db);
    return db;
}

/** Two accounts may open the store at the same moment: the transaction makes the second one wait. */
function migrate(db) {
    db.exec("BEGIN IMMEDIATE");
    try {
        const isOld = db.prepare("PRAGMA user_version").get().user_version < 2 && db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'events'").get();
        db.exec(isOld ? TO_VERSION_2 : SCHEMA);
        // By the column, not by the number: an older plugin in between sets its own again.
        const hasCodes = db.prepare("SELECT 1 FROM pragma_table_info('outcomes') WHERE name = 'code'").get();
        db.exec(`${hasCodes ? "" : TO_VERSION_3} PRAGMA user_version = 3; COMMIT`);
    } catch (error) {
        db.exec("ROLLBACK");
        throw error;
    }
}

/**
 * The durable queue of one account, an implementation of the SDK's `ChannelIngressQueue` (docs: plugins/sdk-channel-outbound, "Durable
 * ingress monitors") for its monitor and drain. The Gateway's own queue (`runtime.state.openChannelIngressQueue`) is not available to
 * unofficial plugins, so this one has its own database.
 * @param {import("../types.d.ts").Database} db
 * @param {string} account
 * @returns {Queue}
 */
export function createQueue(db, account, now = Date.now) {
    /** @returns {any} */
    const get = (sql, ...args) => db.prepare(sql).get(...args);
    /** @returns {any[]} */
    const all = (sql, ...args) => db.prepare(sql).all(...args);
    const change = (sql, ...args) => Number(db.prepare(sql).run(...args).changes) > 0;
    const rowOf = (id) => get("SELECT * FROM events WHERE account = ? AND id = ?", account, id);

    const base = (row) => ({ id: row.id, channelId: CHANNEL, accountId: account, queueName: `${CHANNEL}:${account}` });
    const record = (row) => ({
        ...base(row),
        payload: JSON.parse(row.payload),
        receivedAt: row.received_at,
        updatedAt: row.updated_at,
        attempts: row.attempts,
        ...(row.lane === null ? {} : { laneKey: row.lane }),
        ...(row.last_attempt_at === null ? {} : { lastAttemptAt: row.last_attempt_at }),
        ...(row.last_error === null ? {} : { lastError: row.last_error }),
    });
    const claimed = (row) => ({ ...record(row), claim: { token: row.claim_token, ownerId: row.claim_owner, claimedAt: row.claimed_at } });
    /** @returns {EnqueueResult} */
    const duplicate = (row) => {
        if (row.status === "pending") return { kind: "pending", duplicate: true, record: record(row) };
        if (row.status === "claimed") return { kind: "claimed", duplicate: true, record: claimed(row) };
        if (row.status === "completed") return { kind: "completed", duplicate: true, record: { ...base(row), completedAt: row.updated_at } };
        return { kind: "failed", duplicate: true, record: { ...base(row), failedAt: row.updated_at, reason: row.reason } };
    };
    const claim = async (id, { ownerId = String(process.pid) } = {}) => {
        const isOurs = change(
            "UPDATE events SET status = 'claimed', claim_token = ?, claim_owner = ?, claimed_at = ?, updated_at = ? WHERE account = ? AND id = ? AND status = 'pending'",
            crypto.randomUUID(), ownerId, now(), now(), account, id,
        );
        return isOurs ? claimed(rowOf(id)) : null;
    };
    // A settlement by claim applies only while the claim is current, one by bare id only to a pending row.
    const settle = (target, set, ...args) => {
        const own = typeof target === "object" && target.claim ? ["status = 'claimed' AND claim_token = ?", target.claim.token] : ["status = 'pending'"];
        const id = typeof target === "object" ? target.id : target;
        return change(`UPDATE events SET ${set}, claim_token = NULL, claim_owner = NULL, claimed_at = NULL WHERE account = ? AND id = ? AND ${own[0]}`, ...args, account, id, ...own.slice(1));
    };

    return {
        async enqueue(id, payload, { receivedAt = now(), laneKey = null } = {}) {
            const added = change(
                "INSERT INTO events (account, id, status, lane, payload, received_at, updated_at) VALUES (?, ?, 'pending', ?, ?, ?, ?) ON CONFLICT (account, id) DO NOTHING",
                account, id, laneKey, JSON.stringify(payload), receivedAt, now(),
            );
            const row = rowOf(id);
            return added ? { kind: "accepted", duplicate: false, record: record(row) } : duplicate(row);
        },
        async listPending({ limit = 100 } = {}) {
            const maximum = limit === "all" ? -1 : limit;
            return all("SELECT * FROM events WHERE account = ? AND status = 'pending' ORDER BY seq LIMIT ?", account, maximum).map(record);
        },
        async listClaims() {
            return all("SELECT * FROM events WHERE account = ? AND status = 'claimed' ORDER BY seq", account).map(claimed);
        },
        async claimNext({ ownerId, blockedLaneKeys = [], candidateIds } = {}) {
            const blocked = new Set(blockedLaneKeys);
            const wanted = candidateIds && new Set(candidateIds);
            const next = all("SELECT id, lane FROM events WHERE account = ? AND status = 'pending' ORDER BY seq", account)
                .find(({ id, lane }) => !blocked.has(lane) && (!wanted || wanted.has(id)));
            return next ? await claim(next.id, { ownerId }) : null;
        },
        claim,
        async refreshClaim({ id, claim: { token } }, { refreshedAt = now() } = {}) {
            return change("UPDATE events SET claimed_at = ? WHERE account = ? AND id = ? AND status = 'claimed' AND claim_token = ?", refreshedAt, account, id, token);
        },
        async complete(target, { completedAt = now() } = {}) {
            return settle(target, "status = 'completed', payload = NULL, last_error = NULL, updated_at = ?", completedAt);
        },
        async release(target, { lastError, releasedAt = now(), recordAttempt = true } = {}) {
            if (!recordAttempt) return settle(target, "status = 'pending', updated_at = ?", releasedAt);
            return settle(target, "status = 'pending', attempts = attempts + 1, last_attempt_at = ?, last_error = ?, updated_at = ?", releasedAt, lastError ?? null, releasedAt);
        },
        async fail(target, { reason, message, failedAt = now() }) {
            return settle(target, "status = 'failed', payload = NULL, reason = ?, last_error = ?, updated_at = ?", reason, message ?? null, failedAt);
        },
        async delete(target) {
            return change("DELETE FROM events WHERE account = ? AND id = ?", account, typeof target === "object" ? target.id : target);
        },
        async recoverStaleClaims({ staleMs = 0, now: at = now(), shouldRecover } = {}) {
            let recovered = 0;
            for (const row of all("SELECT * FROM events WHERE account = ? AND status = 'claimed' AND claimed_at <= ?", account, at - staleMs)) {
                const stale = claimed(row);
                if (shouldRecover && !(await shouldRecover(stale))) continue;
                if (settle(stale, "status = 'pending', attempts = attempts + 1, last_attempt_at = ?, last_error = NULL, updated_at = ?", at, at)) ++recovered;
            }
            return recovered;
        },
        /** Makes a completed row pending again, with its payload and its old position in its lane, as one that was tried without an error. */
        async requeue(id, payload) {
            return change("UPDATE events SET status = 'pending', attempts = attempts + 1, payload = ?, updated_at = ? WHERE account = ? AND id = ? AND status = 'completed'", JSON.stringify(payload), now(), account, id);
        },
        async prune({ completedTtlMs, completedMaxEntries, failedTtlMs, failedMaxEntries, now: at = now() } = {}) {
            const before = get("SELECT count(*) AS n FROM events WHERE account = ?", account).n;
            for (const { status, ttl, maximum } of [{ status: "completed", ttl: completedTtlMs, maximum: completedMaxEntries }, { status: "failed", ttl: failedTtlMs, maximum: failedMaxEntries }]) {
                if (ttl !== undefined) change("DELETE FROM events WHERE account = ? AND status = ? AND updated_at <= ?", account, status, at - ttl);
                if (maximum !== undefined) change("DELETE FROM events WHERE account = ? AND status = ? AND seq NOT IN (SELECT seq FROM events WHERE account = ? AND status = ? ORDER BY seq DESC LIMIT ?)", account, status, account, status, maximum);
            }
            return before - get("SELECT count(*) AS n FROM events WHERE account = ?", account).n;
        },
    };
}

/** The outcomes of messages, kept until they are reported to the companion. */
export function createOutcomes(db, account) {
    return {
        /** @param {{profile: string, threadId?: string, msgId: string, outcome: string, code?: string, reason?: string, detail?: string}} entry */
        put({ profile, threadId = "", msgId, outcome, code, reason, detail }) {
            db.prepare("INSERT INTO outcomes (account, profile, thread_id, msg_id, outcome, code, reason, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account, profile, thread_id, msg_id) DO UPDATE SET outcome = excluded.outcome, code = excluded.code, reason = excluded.reason, detail = excluded.detail")
                .run(account, profile, threadId, msgId, outcome, code ?? null, reason ?? null, detail ?? null);
        },
        list() {
            return db.prepare("SELECT * FROM outcomes WHERE account = ? ORDER BY seq").all(account)
                .map(({ seq, profile, thread_id: threadId, msg_id: msgId, outcome, ...why }) => ({ seq, profile, ...(threadId === "" ? {} : { threadId }), msgId, outcome, ...known(/** @type {any} */ (why)) }));
        },
        /** Deletes a reported outcome, unless another one for the same message has replaced it meanwhile. */
        markReported({ seq, outcome }) {
            db.prepare("DELETE FROM outcomes WHERE seq = ? AND outcome = ?").run(seq, outcome);
        },
    };
}

/**
 * The turns that the Gateway has adopted and that have not ended. `run` identifies the process, so that the next one finds the turns that it
 * orphaned.
 */
export function createTurns(db, account, run) {
    return {
        begin(id, payload) {
            db.prepare("INSERT OR REPLACE INTO turns (account, id, run, body) VALUES (?, ?, ?, ?)").run(account, id, run, JSON.stringify(payload));
        },
        end(id) {
            db.prepare("DELETE FROM turns WHERE account = ? AND id = ?").run(account, id);
        },
        orphaned() {
            return db.prepare("SELECT id, body FROM turns WHERE account = ? AND run <> ?").all(account, run).map(({ id, body }) => ({ id, payload: JSON.parse(body) }));
        },
    };
}

/** What of a reason there is. */
const known = ({ code, reason, detail }) => Object.fromEntries(Object.entries({ code, reason, detail }).filter(([, value]) => value !== null));
