// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { createApprovals } from "./approvals.js";
import { gatewayLabel } from "../bridge/connect.js";
import { createConnectionLog } from "../bridge/connection-log.js";
import { BridgeError, CODE, errorMessage } from "../bridge/errors.js";
import { missingText } from "../bridge/features.js";
import { CHANNEL, currentConfig, manifest, runtime, shared, stateDir } from "../runtime.js";
import { createIngress } from "./ingress.js";
import { sharedConnectionManager } from "../bridge/connection-manager.js";
import { createNameResolver } from "./name-resolver.js";
import { pairingMethods, notifyApproved } from "./pairing.js";
import { policyMethods } from "./policy-change.js";
import { openDatabase } from "./queue.js";
import { resolveAccount } from "../account/account.js";
import { forgetLinked, noteLinked } from "../account/linked.js";
import { isResumed } from "./route.js";
import { rememberUser, sweepQueued } from "../outbound/queued.js";
import { sweepOutgoing } from "../outbound/outgoing.js";
import { sessionStore } from "../outbound/session-route.js";
import { accountOption, connectedPatch, disconnectedPatch, probeOf, userIdOf } from "../account/status.js";
import { runTurn } from "./turn.js";

/** The requests that the companion may make of this Gateway. */
const methods = {
    ...pairingMethods,
    ...policyMethods,
    "gateway.info": () => ({ version: shared.runtime?.version ?? "", plugin: manifest.version, label: gatewayLabel(), accounts: shared.connectionManager?.accounts ?? [] }),
    "inbound.deliver": (message) => {
        const account = shared.connectionManager?.accountFor(message.profile);
        if (!account) throw new BridgeError("noAccount", "No account of this Gateway has this profile.", { code: CODE.params });
        return account.accept(message);
    },
};

/**
 * Runs one account until the Gateway aborts it; an early return would count as "stopped". Messages of an earlier process are handled as soon
 * as the companion is connected.
 * @param {import("../types.d.ts").AccountContext} ctx
 */
export async function startAccount(ctx) {
    const { accountId, account, abortSignal, log } = ctx;
    const connection = sharedConnectionManager(methods);
    const status = (patch) => !abortSignal.aborted && ctx.setStatus({ accountId, ...patch });
    /** @type {string | undefined} */
    let selfId;
    const connectionLog = createConnectionLog((level, text) => log?.[level]?.(`[${accountId}] ${text}`));
    const db = await openDatabase(stateDir());
    await Promise.all([sweepOutgoing(), sweepQueued()]).catch((error) => log?.warn?.(`[${accountId}] leftover files could not be removed: ${errorMessage(error)}`));
    const newNameResolver = () => createNameResolver({ accountId, config: account.config, db, call: connection.call, log });
    let nameResolver = newNameResolver();
    const sessions = await sessionStore();
    const approvals = createApprovals({
        db,
        accountId,
        readAllowed: () => runtime().channel.pairing.readAllowFromStore({ channel: CHANNEL, accountId }),
        notify: (sender, key) => notifyApproved(currentConfig(), resolveAccount(currentConfig(), accountId), sender, key),
        log,
    });
    (shared.approvals ??= new Map()).set(accountId, approvals);
    const gateway = () => ({
        core: runtime(),
        cfg: currentConfig(),
        account: resolveAccount(currentConfig(), accountId),
        connection,
        sessions,
        nameResolver,
        approvals,
        selfId,
        log,
        onReply: () => status({ lastOutboundAt: Date.now() }),
    });
    const ingress = createIngress({
        sdk: await import("openclaw/plugin-sdk/channel-outbound"),
        db,
        accountId,
        handle: (message, lifecycle) => runTurn(message, gateway(), lifecycle),
        report: (outcome) => connection.call("inbound.outcome", outcome),
        log,
        isResumed: (message, lateSince) => isResumed(message, gateway(), lateSince),
    });
    await ingress.recoverOrphanedTurns();
    /** Two accounts on one profile: its messages go to the one that was attached first. */
    const sharedProfile = () => {
        const first = connection.accounts.find(({ profile }) => profile === account.profile);
        if (!first || first.accountId === accountId) return undefined;
        return `The account ${first.accountId} has the profile “${account.profile}” too, and receives its messages. Give each account a profile of its own: channels.zalouser.accounts.${accountId}.profile`;
    };
    const showSnapshot = (snapshot) => {
        const probe = probeOf(snapshot, account.profile, accountOption(currentConfig(), account));
        noteLinked(accountId, probe);
        const userId = userIdOf(snapshot, account.profile) ?? selfId;
        if (selfId && userId !== selfId) {
            nameResolver.stop(); // another user logged in, with other contacts
            nameResolver = newNameResolver();
        }
        selfId = userId;
        void rememberUser(account.profile, userId).catch((error) => log?.warn?.(`[${accountId}] who is logged in could not be kept: ${errorMessage(error)}`));
        nameResolver.start(selfId, account.profile);
        status(sharedProfile() ? { ...connectedPatch(probe), lastError: sharedProfile() } : connectedPatch(probe));
    };
    const unlisten = connection.onNotification((method, params) => {
        if (method === "status.changed") showSnapshot(params);
    });
    const detach = connection.attach(accountId, {
        profile: account.profile,
        accept: async (message) => {
            const accepted = await ingress.accept(message);
            status({ lastInboundAt: Date.now() });
            return accepted;
        },
        onConnected: (snapshot) => {
            connectionLog.connected();
            const missing = missingText(connection.companion);
            if (missing) log?.warn?.(`[${accountId}] ${missing}`);
            if (sharedProfile()) log?.warn?.(`[${accountId}] ${sharedProfile()}`);
            showSnapshot(snapshot);
            void ingress.start();
        },
        onDisconnected: (error) => {
            connectionLog.disconnected(error);
            status(disconnectedPatch(error));
            void ingress.pause();
        },
    });
    try {
        await aborted(abortSignal);
    } finally {
        unlisten();
        forgetLinked(accountId);
        connectionLog.stop();
        await ingress.stop(); // first: running turns still need the connection
        detach();
        nameResolver.stop();
        approvals.stop();
        shared.approvals?.delete(accountId);
        void ingress.settled().then(() => db.close());
    }
}

/** @returns {Promise<unknown>} */
function aborted(/** @type {AbortSignal} */ signal) {
    return new Promise((resolve) => {
        if (signal.aborted) resolve(undefined);
        else signal.addEventListener("abort", resolve, { once: true });
    });
}
