// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { normalizeEntry } from "../account/account.js";
import { errorMessage } from "../bridge/errors.js";
import { timing } from "../timing.js";

const SCHEMA = "CREATE TABLE IF NOT EXISTS challenges (account TEXT NOT NULL, sender TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account, sender)) WITHOUT ROWID";

/**
 * Notifies senders with a pairing code of their approval. `openclaw pairing approve` notifies neither them nor the plugin, so the list of
 * approved senders is polled while a code is open; open codes persist across restarts.
 *
 * @param {{db: import("../types.d.ts").Database, accountId: string, readAllowed: () => Promise<string[]>, notify: (sender: string, key: string) => Promise<void>, log?: import("../types.d.ts").Log,
 *   now?: () => number}} options `notify` sends under `key`: the same approval has the same key
 * @returns {import("../types.d.ts").Approvals}
 */
export function createApprovals({ db, accountId, readAllowed, notify, log, now = Date.now }) {
    db.exec(SCHEMA);
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    let stopped = false;
    /** @type {string | undefined} */
    let lastLogged; // the last error in the log

    /** @returns {any[]} */
    const openChallenges = () => db.prepare("SELECT sender, at FROM challenges WHERE account = ? AND at > ?").all(accountId, now() - timing.challengeLifetimeMs);
    const end = (sender) => void (stopped || db.prepare("DELETE FROM challenges WHERE account = ? AND sender = ?").run(accountId, sender));
    const keyOf = ({ sender, at }) => `approved:${accountId}:${sender}:${at}`;

    const poll = async () => {
        const challenges = openChallenges();
        if (challenges.length === 0) return;
        const allowed = new Set((await readAllowed()).map(normalizeEntry));
        for (const challenge of challenges.filter(({ sender }) => allowed.has(sender))) {
            await notify(challenge.sender, keyOf(challenge)).then(() => end(challenge.sender), logFailure);
        }
    };

    /** A failed notification does not hold up the others; all are retried. */
    const logFailure = (error) => {
        const text = errorMessage(error);
        if (text !== lastLogged) log?.warn?.(`zalouser: a sender could not be notified of the approval yet: ${text}`);
        lastLogged = text;
    };

    const schedule = () => {
        if (stopped || timer || openChallenges().length === 0) return;
        timer = setTimeout(async () => {
            await poll().catch(logFailure);
            timer = undefined;
            schedule();
        }, timing.approvalPollMs);
    };

    schedule();
    return {
        /** Records that `sender` was given a code. */
        begin(sender) {
            db.prepare("DELETE FROM challenges WHERE account = ? AND at <= ?").run(accountId, now() - timing.challengeLifetimeMs);
            db.prepare("INSERT OR REPLACE INTO challenges (account, sender, at) VALUES (?, ?, ?)").run(accountId, sender, now());
            schedule();
        },
        /** The key for the notification of `sender`; undefined if no code is open. */
        keyFor(sender) {
            const challenge = openChallenges().find((one) => one.sender === sender);
            return challenge && keyOf(challenge);
        },
        end,
        stop() {
            stopped = true;
            clearTimeout(timer);
        },
    };
}
