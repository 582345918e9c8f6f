// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { request } from "../bridge/one-shot.js";
import { requireAccount } from "./account.js";
import { startAgain } from "./start-again.js";

/**
 * `openclaw channels logout`. The Gateway has stopped the account before. It then waits for its next login connected, as one does that has never
 * had any.
 * @param {{cfg: import("../types.d.ts").OpenClawConfig, account: {accountId: string}, runtime?: {error?(line: string): void}}} params
 */
export async function logoutAccount({ cfg, account: { accountId }, runtime }) {
    const account = requireAccount(cfg, accountId);
    await request(cfg, account, "logout");
    // Later: the Gateway marks the account as stopped when this returns.
    setImmediate(() => void startAgain(account.accountId, runtime?.error));
    return { cleared: true, loggedOut: true };
}
