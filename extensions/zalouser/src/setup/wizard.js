// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { DEFAULT_ACCOUNT, defaultAccountId, isConfigured, listAccountIds, requireAccount, resolveAccount } from "../account/account.js";
import { applyAccountConfig, setAccountEnabled } from "../account/account-setup.js";
import { probeAccount } from "../account/status.js";
import { shownName } from "../foreign-text.js";
import { CHANNEL } from "../runtime.js";
import { chooseDirectAccess, chooseGroupAccess } from "./access-steps.js";
import { logInStep } from "./login-step.js";

const LABEL = "Zalo Personal";

/**
 * What `openclaw channels add` and `openclaw onboard` ask on a terminal: the login, who may write, which groups. Each answer goes to the account
 * that is set up; nothing is written before the last one. (docs: plugins/sdk-setup)
 * @satisfies {import("../types.d.ts").ChannelPlugin["setupWizard"]}
 */
export const setupWizard = {
    channel: CHANNEL,
    getStatus: async ({ cfg, accountOverrides }) => {
        const configured = isConfigured(cfg);
        const { ok, user, error } = configured ? await probeAccount({ cfg, account: resolveAccount(cfg, accountOverrides[CHANNEL]) }) : { ok: false, user: undefined, error: undefined };
        const line = ok ? `works${shownName(user?.displayName) ? `, as ${shownName(user?.displayName)}` : ""}` : (error ?? "not set up");
        return { channel: CHANNEL, configured, statusLines: [`${LABEL}: ${line}`], selectionHint: configured ? "set up" : "needs a phone with Zalo", quickstartScore: configured ? 1 : 15 };
    },
    configure: async ({ cfg, runtime, prompter, options, accountOverrides, shouldPromptAccountIds }) => {
        const accountId = accountOverrides[CHANNEL] ?? (await chooseAccount(cfg, prompter, shouldPromptAccountIds));
        let next = applyAccountConfig({ cfg, accountId, input: {} });
        const account = requireAccount(next, accountId);
        const hasContacts = await logInStep({ cfg: next, account, runtime, prompter, options });
        next = await chooseDirectAccess({ cfg: next, account, prompter, hasContacts });
        next = await chooseGroupAccess({ cfg: next, account, prompter, hasContacts });
        return { cfg: next, accountId: account.accountId };
    },
    disable: (cfg) => setAccountEnabled({ cfg, accountId: defaultAccountId(cfg), enabled: false }),
};

/** The first account needs no name; whoever has one may mean it, or another one. */
async function chooseAccount(cfg, prompter, shouldAsk) {
    if (!isConfigured(cfg)) return DEFAULT_ACCOUNT;
    if (!shouldAsk) return defaultAccountId(cfg);
    const { promptAccountId } = await import("openclaw/plugin-sdk/setup");
    return await promptAccountId({ cfg, prompter, label: LABEL, currentId: defaultAccountId(cfg), listAccountIds, defaultAccountId: defaultAccountId(cfg) });
}
