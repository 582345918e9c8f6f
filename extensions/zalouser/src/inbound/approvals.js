// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { normalizeEntry } from "../account/account.js";
import { wordsOf } from "../bridge/errors.js";

/** How soon after an approval the sender is told. */
const LOOK_EVERY_MS = 5000;
/** OpenClaw forgets a request that nobody answered after an hour. */
const OPEN_FOR_MS = 3600000;
const SCHEMA = "CREATE TABLE IF NOT EXISTS challenges (account TEXT NOT NULL, sender TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account, sender)) WITHOUT ROWID";

/**
 * Tells the senders who were given a pairing code that they were approved. `openclaw pairing approve` tells nobody and no plugin, so the
 * list of those who were approved is looked at, only while a code is open, also over a restart.
 *
 * @param {{db: object, accountId: string, readAllowed: () => Promise<string[]>, tell: (sender: string, key: string) => Promise<void>, log: object,
 *   everyMs?: number, now?: () => number}} options `tell` sends under `key`: the same approval under the same key
 */
export function createApprovals({ db, accountId, readAllowed, tell, log, everyMs = LOOK_EVERY_MS, now = Date.now }) {
    db.exec(SCHEMA);
    let timer;
    let stopped = false;
    let trouble; // the last one that the log has

    const open = () => db.prepare("SELECT sender, at FROM challenges WHERE account = ? AND at > ?").all(accountId, now() - OPEN_FOR_MS);
    const end = (sender) => stopped || db.prepare("DELETE FROM challenges WHERE account = ? AND sender = ?").run(accountId, sender);
    const keyOf = ({ sender, at }) => `approved:${accountId}:${sender}:${at}`;

    const look = async () => {
        const challenges = open();
        if (challenges.length === 0) return;
        const allowed = new Set((await readAllowed()).map(normalizeEntry));
        for (const challenge of challenges.filter(({ sender }) => allowed.has(sender))) {
            await tell(challenge.sender, keyOf(challenge)).then(() => end(challenge.sender), later);
        }
    };

    /** One that cannot be told holds up nobody; all are tried again. */
    const later = (error) => {
        const words = wordsOf(error);
        if (words !== trouble) log?.warn?.(`zalouser: an approval could not be told yet: ${words}`);
        trouble = words;
    };

    const schedule = () => {
        if (stopped || timer || open().length === 0) return;
        timer = setTimeout(async () => {
            await look().catch(later);
            timer = undefined;
            schedule();
        }, everyMs);
    };

    schedule();
    return {
        /** A code was given to `sender`. */
        begin(sender) {
            db.prepare("DELETE FROM challenges WHERE account = ? AND at <= ?").run(accountId, now() - OPEN_FOR_MS);
            db.prepare("INSERT OR REPLACE INTO challenges (account, sender, at) VALUES (?, ?, ?)").run(accountId, sender, now());
            schedule();
        },
        /** Under which key the approval of `sender` is told; undefined where no code is open. */
        keyFor(sender) {
            const challenge = open().find((one) => one.sender === sender);
            return challenge && keyOf(challenge);
        },
        end,
        stop() {
            stopped = true;
            clearTimeout(timer);
        },
    };
}
