// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { request } from "../bridge/one-shot.js";
import { errorMessage } from "../bridge/errors.js";
import { CHANNEL, shared } from "../runtime.js";
import { timing } from "../timing.js";
import { requireAccount } from "./account.js";

/**
 * `openclaw channels logout`. The Gateway stops the account before, and by itself it would start it again only after a login in its own
 * terminal or in the Control UI. The account waits for its next login connected, as one does that has never had any: then a login in Zalo
 * Companion's window counts, too.
 * @param {{cfg: import("../types.d.ts").OpenClawConfig, account: {accountId: string}, runtime?: {error?(line: string): void}}} params
 */
export async function logoutAccount({ cfg, account: { accountId }, runtime }) {
    const account = requireAccount(cfg, accountId);
    await request(cfg, account, "logout");
    // Later: the Gateway marks the account as stopped when this returns. Only the Gateway's own process has run accounts.
    if (shared.connectionManager) setImmediate(() => void startAgain(account.accountId, runtime));
    return { cleared: true, loggedOut: true };
}

async function startAgain(accountId, runtime) {
    const { callGatewayFromCli } = await import("openclaw/plugin-sdk/gateway-runtime");
    try {
        await callGatewayFromCli("channels.start", { timeout: String(timing.gatewayCallTimeoutMs), json: true }, { channel: CHANNEL, accountId }, { progress: false, scopes: ["operator.admin"] });
    } catch (error) {
        runtime?.error?.(`[${accountId}] zalouser could not be started again after the logout; log in with: openclaw channels login --channel zalouser --account ${accountId} (${errorMessage(error)})`);
    }
}
