// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import timers from "node:timers/promises";
import { idsWithName, nameProblem, namesIn } from "../account/list-names.js";
import { errorMessage } from "../bridge/errors.js";
import { shared } from "../runtime.js";
import { timing } from "../timing.js";

const SCHEMA = "CREATE TABLE IF NOT EXISTS names (account TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (account, owner, kind, name))";

/**
 * Resolves the names in an account's lists to ids. Only ids are authoritative: names change, and anybody may take one. A name is therefore
 * looked up once, and its id is kept as long as the name is in the list, whoever has the name by then. With
 * `dangerouslyAllowNameMatching: true` it is looked up at each start, the meaning of this setting in the Gateway's other channels.
 *
 * @param {{accountId: string, config: import("../types.d.ts").AccountConfig, db: import("../types.d.ts").Database, call: import("../types.d.ts").Call, log?: import("../types.d.ts").Log}} options `db` is the account's store (openDatabase)
 * @returns {import("../types.d.ts").NameResolver}
 */
export function createNameResolver({ accountId, config, db, call, log }) {
    const wanted = namesIn(config);
    /** @type {string[]} */
    let problems = [];
    /** @type {Record<"user" | "group", Map<string, string>>} */
    const ids = { user: new Map(), group: new Map() };
    const stopped = new AbortController();
    /** @type {PromiseWithResolvers<void>} */
    const ready = Promise.withResolvers();
    ready.promise.catch(() => {}); // whoever waits gets the rejection
    /** @type {string | undefined} */
    let owner;
    db.exec(SCHEMA);

    /** @returns {any} */
    const pinned = (kind, name) => db.prepare("SELECT id FROM names WHERE account = ? AND owner = ? AND kind = ? AND name = ?").get(accountId, owner ?? "", kind, name)?.id;

    const resolve = async (/** @type {import("../account/list-names.js").ListName} */ entry, profile) => {
        const { kind, name, location } = entry;
        const kept = config.dangerouslyAllowNameMatching === true ? undefined : pinned(kind, name);
        if (kept) return void ids[kind].set(name, kept);
        const matches = await idsWithName(call, profile, entry);
        if (matches.length !== 1) {
            problems.push(nameProblem(entry, matches.length));
            return log?.warn?.(`[${accountId}] ${problems.at(-1)}`);
        }
        log?.info?.(`[${accountId}] ${location}: a name was resolved to id ${matches[0]}`);
        db.prepare("INSERT OR REPLACE INTO names VALUES (?, ?, ?, ?, ?)").run(accountId, owner ?? "", kind, name, matches[0]);
        return void ids[kind].set(name, matches[0]);
    };

    /** A name that is removed from the lists and added again is looked up anew. */
    const deleteUnlisted = (/** @type {string} */ owner) => {
        for (const { kind, name } of db.prepare("SELECT kind, name FROM names WHERE account = ? AND owner = ?").all(accountId, owner)) {
            if (!wanted.some((entry) => entry.kind === kind && entry.name === name)) db.prepare("DELETE FROM names WHERE account = ? AND owner = ? AND kind = ? AND name = ?").run(accountId, owner, kind, name);
        }
    };

    const lookUp = async (profile) => {
        for (let reported = false; ; ) {
            try {
                problems = [];
                for (const entry of wanted) await resolve(entry, profile);
                return ready.resolve();
            } catch (error) {
                stopped.signal.throwIfAborted();
                if (!reported) log?.warn?.(`[${accountId}] The names in its lists cannot be looked up yet, so messages wait: ${errorMessage(error)}`);
                reported = true;
                await timers.setTimeout(timing.nameRetryMs, undefined, { signal: stopped.signal, ref: false });
            }
        }
    };

    /** @type {import("../types.d.ts").NameResolver} */
    const resolver = {
        /** Starts the look-up once the logged-in user, and so the contact list, is known. */
        start: (selfId, profile) => {
            if (!selfId || owner) return;
            owner = selfId;
            deleteUnlisted(selfId);
            lookUp(profile).catch(() => {});
        },
        /** Resolves when every name has been looked up; until then the lists must not decide about anybody. */
        ready: async (signal) => {
            if (wanted.length === 0) return;
            signal?.throwIfAborted();
            /** @type {PromiseWithResolvers<never>} */
            const aborted = Promise.withResolvers();
            const onAbort = () => aborted.reject(signal?.reason);
            signal?.addEventListener("abort", onAbort, { once: true });
            try {
                await Promise.race([ready.promise, aborted.promise]);
            } finally {
                signal?.removeEventListener("abort", onAbort);
            }
        },
        idOf: (kind, name) => ids[kind].get(name),
        problems: () => problems,
        stop: () => {
            stopped.abort();
            if (resolvers().get(accountId) === resolver) resolvers().delete(accountId);
        },
    };
    resolvers().set(accountId, resolver);
    return resolver;
}

/**
 * By account: the Gateway queries a group's tools outside of any message.
 * @returns {NonNullable<import("../types.d.ts").Shared["nameResolvers"]>}
 */
const resolvers = () => (shared.nameResolvers ??= new Map());

/**
 * The id that a name in the lists of an account resolves to, or undefined.
 * @param {string} accountId
 * @param {"user" | "group"} kind
 * @param {string} name
 */
export const idForName = (accountId, kind, name) => shared.nameResolvers?.get(accountId)?.idOf(kind, name);
