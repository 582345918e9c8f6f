// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { listAccountIds, normalizeEntry, resolveAccount, settingPath } from "./account/account.js";
import { idsWithName, nameProblem, namesIn } from "./account/list-names.js";
import { policyWarnings } from "./account/policy-warnings.js";
import { isToldByGateway } from "./account/told-by-gateway.js";
import { withCompanion } from "./bridge/one-shot.js";
import { errorMessage } from "./bridge/errors.js";
import { dmScopeOf } from "./outbound/session-route.js";
import { isProcessListOpen } from "./process-list.js";
import { CHANNEL, shared } from "./runtime.js";
import { timing } from "./timing.js";

/** OpenClaw finds these by itself, from `resolveDmPolicy`. */
const FOUND_BY_OPENCLAW = ["dm.open", "dm.openWithoutStar", "dm.empty"];
const TITLES = { "groups.open": "Zalo Personal groups are open", "groups.empty": "Zalo Personal answers no group", "ids.rounded": "A Zalo id was written as a number" };

/** @returns {{checkId: string, severity: "warn" | "info", title: string, detail: string, remediation?: string}} */
const finding = (check, severity, title, detail, remediation) => ({ checkId: `channels.${CHANNEL}.${check}`, severity, title, detail, ...(remediation ? { remediation } : {}) });

/**
 * What `openclaw security audit` and `openclaw doctor` say of this channel, and how they see its rules. (docs: plugins/sdk-channel-plugins)
 * @satisfies {import("./types.d.ts").ChannelPlugin<import("./types.d.ts").Account>["security"]}
 */
export const security = {
    resolveDmPolicy: ({ cfg, account }) => ({
        policy: account.config.dmPolicy ?? "pairing",
        allowFrom: account.config.allowFrom ?? [],
        policyPath: settingPath(cfg, account.accountId, "dmPolicy"),
        allowFromPath: settingPath(cfg, account.accountId, "allowFrom").replace(/allowFrom$/, ""),
        approveHint: "openclaw pairing approve zalouser <code>",
        normalizeEntry,
    }),
    dmRouting: { resolveDmScope: ({ cfg }) => dmScopeOf(cfg) },
    // Both are asked for by the audit, and the first one alone by doctor, which also shows the accounts' status of a Gateway that runs.
    collectWarnings: async ({ cfg, accountId }) => [...machineFindings(cfg, accountId), ...((await isToldByGateway()) ? [] : await findings(cfg, accountId))],
    collectAuditFindings: async ({ cfg, accountId }) => ((await isToldByGateway()) ? await findings(cfg, accountId) : []),
};

/** What is so for all accounts, told with the first one. */
function machineFindings(cfg, accountId) {
    if (accountId !== listAccountIds(cfg)[0] || !(shared.isProcessListOpen ??= isProcessListOpen())) return [];
    return [
        finding(
            "arguments.visible",
            "info",
            "Message texts stand in the process list for a moment",
            "zca takes what it sends as an argument, and every user of this machine can read arguments: /proc is mounted without hidepid. openzca hides them within a tenth of a second, a zca without Node when it has sent.",
            "Where other people use this machine, mount /proc with hidepid=2 (man 5 proc).",
        ),
    ];
}

async function findings(cfg, accountId) {
    const account = resolveAccount(cfg, accountId);
    const warnings = policyWarnings(cfg, account).filter(({ check }) => !FOUND_BY_OPENCLAW.includes(check));
    return [...warnings.map(({ check, text, fix }) => finding(check, "warn", TITLES[check], text, fix)), ...(await nameFindings(cfg, account))];
}

/** Names that match nobody, as far as Zalo Companion can tell now. It is asked if it runs, and not started. */
async function nameFindings(cfg, { accountId, profile, config }) {
    const names = namesIn(config);
    if (names.length === 0) return [];
    const title = "Zalo Personal lists have names";
    try {
        const problems = await withCompanion(cfg, async (call) => {
            const limited = (method, params) => call(method, params, { timeoutMs: timing.probeTimeoutMs });
            const counts = [];
            for (const name of names) counts.push({ name, count: (await idsWithName(limited, profile, name)).length });
            return counts.filter(({ count }) => count !== 1).map(({ name, count }) => nameProblem(name, count));
        }, { allowStart: false });
        return problems.map((problem) => finding("names.unmatched", "warn", title, `${accountId}: ${problem}`));
    } catch (error) {
        return [finding("names.unknown", "info", title, `${accountId}: ${names.length} name(s) stand in its lists, and whether they match anybody cannot be asked now: ${errorMessage(error)}`)];
    }
}
