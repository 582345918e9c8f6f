// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { DEFAULT_ACCOUNT, defaultAccountId, isConfigured } from "./account.js";
import { withCompanion } from "../bridge/one-shot.js";
import { BridgeError, errorMessage } from "../bridge/errors.js";
import { missingText } from "../bridge/features.js";
import { shownName } from "../foreign-text.js";
import { CHANNEL, shared } from "../runtime.js";
import { timing } from "../timing.js";
import { policyWarnings } from "./policy-warnings.js";

const LOGIN_COMMAND = "openclaw channels login --channel zalouser";
const LOGIN = `Run: ${LOGIN_COMMAND}`;

/** The next step for each session state, used where the companion names none. */
const NEXT_STEPS = {
    NoCli: "Install zca on this machine: npm install -g openzca",
    NeedsLogin: LOGIN,
    Expired: LOGIN,
    LoggingIn: "Finish the login on the phone",
    Kicked: "Zalo was opened elsewhere; reconnect in Zalo Companion's window",
    Duplicate: "Another program uses this session; stop it, then reconnect in Zalo Companion's window",
    Offline: "Check this machine's network",
};

const FIXES = {
    approvalNeeded: "Approve this Gateway in Zalo Companion's window, or run: zalo-companion gateways, then: zalo-companion gateways approve ID",
    wrongKey: "Revoke this Gateway in Zalo Companion (zalo-companion gateways), then run the command again",
    notRunning: "Start it: zalo-companion --headless",
    notInstalled: "Install Zalo Companion, then start it: zalo-companion --headless",
};

/** @typedef {{ok: boolean, reachable: boolean, state?: string, error?: string, fix?: string, user?: {userId: string, displayName?: string}, protocol?: string, missing?: string[], [fact: string]: any}} Probe */

/**
 * The companion's view of one account, as `channels status --probe` shows it. Never throws and never starts the companion.
 * @param {{account: {accountId: string, profile: string}, cfg: import("../types.d.ts").OpenClawConfig, timeoutMs?: number}} options
 * @returns {Promise<Probe>}
 */
export async function probeAccount({ account, cfg, timeoutMs: given = timing.probeTimeoutMs }) {
    // The Gateway's own timeout does not name the cause, so ours has to expire first.
    const timeoutMs = Math.min(given, timing.probeTimeoutMs);
    try {
        const look = async (/** @type {import("../types.d.ts").Call} */ call, /** @type {import("../types.d.ts").Connection} */ { protocol, companion }) => ({ ...probeOf(await call("status.get", { profile: account.profile }, { timeoutMs }), account.profile, accountOption(cfg, account)), protocol, missing: companion?.missing });
        return await withTimeout(timeoutMs, withCompanion(cfg, look, { role: "probe" }));
    } catch (error) {
        const text = errorMessage(error);
        return { ok: false, reachable: false, error: text, fix: text.includes("zalo-companion") ? undefined : FIXES[error?.kind] };
    }
}

/** Bounds the status query when a companion accepts the connection but never responds. */
function withTimeout(ms, promise) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new BridgeError("deadline", "Zalo Companion does not answer. Restart it: zalo-companion quit, then zalo-companion --headless")), ms);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The user id that is, or was last, logged in on `profile`; known while Zalo is unreachable, too. */
export const userIdOf = (snapshot, profile) => snapshot.profiles?.find((entry) => entry.profile === profile)?.account?.userId || undefined;

/** The command-line option that selects this account; empty for the default account. */
export const accountOption = (cfg, { accountId }) => (accountId === defaultAccountId(cfg) ? "" : ` --account ${accountId}`);

/**
 * Turns a snapshot into the probe's result for `profile`; `option` is appended to the commands in it (accountOption).
 * @returns {Probe}
 */
export function probeOf(snapshot, profile, option = "") {
    const mine = snapshot.profiles?.find((entry) => entry.profile === profile);
    const state = mine?.session?.state ?? (snapshot.zca?.error ? "NoCli" : "NeedsLogin");
    const facts = {
        reachable: true,
        companion: snapshot.companion?.version,
        state,
        since: mine?.session?.since ?? null,
        lastVerifiedAt: mine?.session?.lastVerifiedAt ?? null,
        delivery: snapshot.delivery?.state,
        bridge: snapshot.bridge?.state,
        secrets: snapshot.secrets?.store,
        queue: mine?.queue,
        lastInboundAt: mine?.lastIn ?? null,
        lastOutboundAt: mine?.lastOut ?? null,
    };
    if (state === "Online") {
        const { userId, displayName } = mine.account ?? {};
        return { ok: true, ...facts, ...(userId ? { user: { userId, displayName: shownName(displayName) || undefined } } : {}) };
    }
    const reason = mine?.session?.reason?.text || snapshot.zca?.error?.text || STATE_MESSAGES[state] || "The Zalo session is not working.";
    const fix = mine?.session?.nextStep?.text || NEXT_STEPS[state] || "";
    const forAccount = (text) => text.replaceAll(LOGIN_COMMAND, LOGIN_COMMAND + option);
    return { ok: false, ...facts, error: `${state}: ${forAccount(reason)}`, fix: reason.includes(fix) ? undefined : forAccount(fix) };
}

const STATE_MESSAGES = {
    NoCli: "The program zca was not found.",
    NeedsLogin: "Nobody is logged in.",
    Expired: "The login has expired.",
    LoggingIn: "A login is under way.",
    Connecting: "The connection to Zalo is being made.",
    Reconnecting: "The connection to Zalo was lost and is being made again.",
    Offline: "Zalo cannot be reached.",
};

/** The account status while the companion is connected. The Gateway's health monitor must not restart an account for a missing login. */
export const connectedPatch = (probe) => ({ running: true, connected: true, lastDisconnect: null, lastError: probe.ok ? null : probe.error });

/** The status after each failed or lost connection: without a fresh date the monitor would restart the account, which reconnects anyway. */
export const disconnectedPatch = (error, now = Date.now()) => ({ running: true, connected: false, lastDisconnect: { at: now, error: error.message }, lastError: error.message });

/** The state and the queue lengths, for one line in a terminal. */
function healthOf(/** @type {any} */ { state, queue = {} } = {}) {
    if (!state) return undefined;
    const counts = [["waiting in", queue.inboundWaiting], ["waiting out", queue.outboundWaiting], ["uncertain", queue.outboundUncertain]];
    const waiting = counts.filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
    return waiting.length > 0 ? `${state} (${waiting.join(", ")})` : state;
}

/** What `delivery.state` says of the companion's data file. */
const STORAGE_PROBLEMS = new Map([
    ["StorageLocked", { message: "Another program holds Zalo Companion's data file", fix: "Close that program" }],
    ["StorageReadOnly", { message: "Zalo Companion's data file cannot be written", fix: "Make the file and its folder writable" }],
    ["StorageFull", { message: "Zalo Companion's disk is full", fix: "Free some space" }],
    ["StorageFailing", { message: "Zalo Companion's disk fails", fix: "Check the disk" }],
    ["StorageDamaged", { message: "Zalo Companion's data file is damaged", fix: "zalo-companion reset --keep-damaged" }],
]);

/** One issue with one fix for each problem. */
export function collectStatusIssues(accounts) {
    /** @type {{channel: string, accountId: string, kind: "auth" | "config" | "runtime", message: string, fix?: string}[]} */
    const issues = [];
    for (const { accountId = DEFAULT_ACCOUNT, enabled, probe, configIssues = [] } of accounts) {
        if (enabled === false) continue;
        const add = (/** @type {"auth" | "config" | "runtime"} */ kind, message, fix = "") => issues.push({ channel: CHANNEL, accountId, kind, message, ...(fix ? { fix } : {}) });
        for (const { message, fix } of configIssues) add("config", message, fix);
        if (!probe) continue;
        if (!probe.ok) add(probe.reachable ? "auth" : "runtime", probe.error, probe.fix);
        if (probe.missing?.length > 0) add("runtime", missingText({ version: probe.companion, missing: probe.missing }));
        if (probe.delivery === "Paused") add("runtime", "The relay is paused in Zalo Companion; messages wait.", "Resume it in Zalo Companion's window");
        const storage = STORAGE_PROBLEMS.get(probe.delivery);
        if (storage) add("runtime", `${storage.message}; the listener is stopped.`, storage.fix);
        if (probe.queue?.outboundUncertain > 0) add("runtime", `${probe.queue.outboundUncertain} message(s) may or may not have been sent; they are not sent again by themselves.`, "Look in Zalo, then in Zalo Companion's window, Activity");
        if (probe.queue?.inboundDead > 0) add("runtime", `${probe.queue.inboundDead} message(s) could not be handed over.`, "See them in Zalo Companion's window, Activity");
        if (probe.queue?.inboundExpired > 0) add("runtime", `${probe.queue.inboundExpired} message(s) waited too long and were not handed over.`, "Have them delivered in Zalo Companion's window, Activity, or let them be");
    }
    return issues;
}

/** What stands out in an account's settings, and the names in its lists that match nobody, once they were looked up. */
function configIssuesOf(cfg, account) {
    const problems = shared.nameResolvers?.get(account.accountId)?.problems?.() ?? [];
    return [...policyWarnings(cfg, account).map(({ text, fix }) => ({ message: text, fix })), ...problems.map((message) => ({ message }))];
}

/** @satisfies {import("../types.d.ts").ChannelPlugin<import("../types.d.ts").Account>["status"]} */
export const status = {
    defaultRuntime: { accountId: DEFAULT_ACCOUNT, running: false, lastStartAt: null, lastStopAt: null, lastError: null },
    probeAccount,
    collectStatusIssues,
    buildChannelSummary: ({ snapshot }) => ({
        configured: snapshot.configured ?? false,
        running: snapshot.running ?? false,
        connected: snapshot.connected ?? false,
        lastError: snapshot.lastError ?? null,
        probe: snapshot.probe,
        lastProbeAt: snapshot.lastProbeAt ?? null,
    }),
    buildAccountSnapshot: (/** @type {{account: import("../types.d.ts").Account, cfg: import("../types.d.ts").OpenClawConfig, runtime?: any, probe?: any}} */ { account, cfg, runtime, probe }) => ({
        accountId: account.accountId,
        name: account.name,
        enabled: account.enabled,
        configured: isConfigured(cfg),
        running: runtime?.running ?? false,
        connected: runtime ? Boolean(runtime.running && runtime.connected) : Boolean(shared.connectionManager?.current?.()),
        lastStartAt: runtime?.lastStartAt ?? null,
        lastStopAt: runtime?.lastStopAt ?? null,
        lastError: (probe ? probe.error : runtime?.lastError) ?? null,
        lastInboundAt: runtime?.lastInboundAt ?? probe?.lastInboundAt ?? null,
        lastOutboundAt: runtime?.lastOutboundAt ?? probe?.lastOutboundAt ?? null,
        lastDisconnect: runtime?.lastDisconnect ?? null,
        dmPolicy: account.config.dmPolicy ?? "pairing",
        profile: account.profile,
        configIssues: configIssuesOf(cfg, account),
        ...(probe?.protocol ? { mode: `bridge ${probe.protocol}` } : {}),
        ...(healthOf(probe) ? { healthState: healthOf(probe) } : {}),
        probe,
    }),
};
