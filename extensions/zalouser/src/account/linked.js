// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { shared } from "../runtime.js";

/** In these states of the session nobody is logged in. */
const NOT_LINKED = ["NeedsLogin", "Expired", "LoggingIn"];

/** Notes what a probe of a running account says of its login; without zca nobody can tell. */
export function noteLinked(accountId, /** @type {{state?: string}} */ { state }) {
    const linked = (shared.linked ??= new Map());
    if (state === undefined || state === "NoCli") linked.delete(accountId);
    else linked.set(accountId, !NOT_LINKED.includes(state));
}

export const forgetLinked = (accountId) => void shared.linked?.delete(accountId);

/**
 * Whether somebody is logged in. The companion owns the login and tells a running account of each change. One that does not run yet counts as
 * linked: the Gateway skips the start of any other, and then nobody would notice its next login.
 */
export const isLinked = ({ accountId }) => (shared.linked?.get(accountId) === false ? "not-linked" : "linked");
