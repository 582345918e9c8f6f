// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { login } from "../account/login.js";
import { probeOf } from "../account/status.js";
import { withCompanion } from "../bridge/one-shot.js";
import { errorMessage } from "../bridge/errors.js";
import { shownName } from "../foreign-text.js";

const TITLE = "Zalo Personal";

/**
 * Logs in with the QR code in the terminal, as often as it is wanted.
 * @returns {Promise<boolean>} whether the account's contacts can be asked for
 */
export async function logInStep({ cfg, account, runtime, prompter, options }) {
    const first = await sessionOf(cfg, account);
    if (!first.reachable) {
        await prompter.note(`${first.error}\nThe login can follow later: openclaw channels login --channel zalouser`, TITLE);
        return false;
    }
    // The client of a remote setup shows its own QR code (web.login.start) when the configuration is written.
    if (options?.deferDeviceLinkToClient) return first.user !== undefined;
    const { user } = first;
    const wanted = user
        ? !(await prompter.confirm({ message: `Logged in as ${nameOf(user)}. Keep this login?`, initialValue: true }))
        : await prompter.confirm({ message: "Log in to Zalo now, with a QR code that you scan with the phone?", initialValue: true });
    if (!wanted) return user !== undefined;
    await options?.beforePersistentEffect?.();
    return (await logIn({ cfg, account, runtime, prompter, force: user !== undefined })) || user !== undefined;
}

/** @returns {Promise<boolean>} */
async function logIn({ cfg, account, runtime, prompter, force }) {
    do {
        try {
            await login({ cfg, accountId: account.accountId, runtime, force });
            return true;
        } catch (error) {
            await prompter.note(errorMessage(error), TITLE);
        }
    } while (await prompter.confirm({ message: "Try the login again?", initialValue: true }));
    return false;
}

/** The account's session; it starts the companion where that is allowed. */
async function sessionOf(cfg, { profile }) {
    try {
        return await withCompanion(cfg, async (call) => probeOf(await call("status.get", { profile }), profile));
    } catch (error) {
        return { reachable: false, error: errorMessage(error), user: undefined };
    }
}

const nameOf = (/** @type {{userId: string, displayName?: string}} */ { userId, displayName }) => (shownName(displayName) ? `${shownName(displayName)} (${userId})` : userId);
