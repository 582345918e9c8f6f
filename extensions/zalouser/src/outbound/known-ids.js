// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { shared } from "../runtime.js";
import { timing } from "../timing.js";

const MAX_IDS = 500;

/**
 * What the companion said a moment ago of an id: for one send OpenClaw asks in three places whom an address means, and on the command line each
 * would connect anew. A failure is not remembered.
 * @param {string} profile
 * @param {string} id
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>}
 * @template T
 */
export async function askedLately(profile, id, ask) {
    const known = (shared.knownIds ??= new Map());
    const name = `${profile}:${id}`;
    const last = known.get(name);
    if (last && Date.now() - last.at < timing.knownIdMs) return last.answer;
    const answer = await ask();
    known.delete(name); // the newest stands last
    known.set(name, { at: Date.now(), answer });
    if (known.size > MAX_IDS) known.delete(known.keys().next().value);
    return answer;
}
