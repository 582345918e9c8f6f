// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { createApprovals } from "./approvals.js";
import { gatewayLabel } from "../bridge/connect.js";
import { createDiary } from "../bridge/connection-log.js";
import { BridgeError, CODE } from "../bridge/errors.js";
import { CHANNEL, currentConfig, host, manifest, stateDir } from "../runtime.js";
import { createIngress } from "./ingress.js";
import { sharedLink } from "../bridge/connection-manager.js";
import { createNames } from "./name-resolver.js";
import { pairingMethods, tellApproved } from "./pairing.js";
import { openStore } from "./queue.js";
import { resolveAccount } from "../account/account.js";
import { isContinued } from "./route.js";
import { accountOption, connectedPatch, disconnectedPatch, probeOf, userIdOf } from "../account/status.js";
import { runTurn } from "./turn.js";

/** What the companion may ask of this Gateway. */
const methods = {
    ...pairingMethods,
    "gateway.info": () => ({ version: host.runtime?.version ?? "", plugin: manifest.version, label: gatewayLabel(), accounts: host.link.accounts }),
    "inbound.deliver": (message) => {
        const take = host.link.takerOf(message.profile);
        if (!take) throw new BridgeError("noAccount", "No account of this Gateway has this profile.", { code: CODE.params });
        return take(message);
    },
};

/**
 * Runs one account until the Gateway aborts it; an early return would read as "stopped". Messages that an earlier process left are
 * handled as soon as the companion is there.
 */
export async function startAccount(ctx) {
    const { accountId, account, abortSignal, log } = ctx;
    const link = sharedLink(methods);
    const status = (patch) => !abortSignal.aborted && ctx.setStatus({ accountId, ...patch });
    let selfId;
    const diary = createDiary((level, words) => log?.[level]?.(`[${accountId}] ${words}`));
    const db = await openStore(stateDir());
    const newNames = () => createNames({ accountId, config: account.config, db, call: link.call, log });
    let names = newNames();
    const { getSessionEntry } = await import("openclaw/plugin-sdk/session-store-runtime");
    const approvals = createApprovals({
        db,
        accountId,
        readAllowed: () => host.runtime.channel.pairing.readAllowFromStore({ channel: CHANNEL, accountId }),
        tell: (sender, key) => tellApproved(currentConfig(), resolveAccount(currentConfig(), accountId), sender, key),
        log,
    });
    (host.approvals ??= new Map()).set(accountId, approvals);
    const gateway = () => ({
        core: host.runtime,
        cfg: currentConfig(),
        account: resolveAccount(currentConfig(), accountId),
        link,
        names,
        approvals,
        selfId,
        log,
        onReply: () => status({ lastOutboundAt: Date.now() }),
    });
    const ingress = createIngress({
        sdk: await import("openclaw/plugin-sdk/channel-outbound"),
        db,
        accountId,
        handle: (message, life) => runTurn(message, gateway(), life),
        tell: (outcome) => link.call("inbound.outcome", outcome),
        log,
        isContinued: (message) => isContinued(message, gateway(), getSessionEntry),
    });
    await ingress.takeUpLeft();
    const show = (snapshot) => {
        const probe = probeOf(snapshot, account.profile, accountOption(currentConfig(), account));
        const userId = userIdOf(snapshot, account.profile) ?? selfId;
        if (selfId && userId !== selfId) {
            names.stop(); // somebody else logged in: the names are those of other contacts
            names = newNames();
        }
        selfId = userId;
        names.begin(selfId, account.profile);
        status(connectedPatch(probe));
    };
    const unlisten = link.onNotification((method, params) => {
        if (method === "status.changed") show(params);
    });
    const detach = link.attach(accountId, {
        profile: account.profile,
        take: async (message) => {
            const taken = await ingress.take(message);
            status({ lastInboundAt: Date.now() });
            return taken;
        },
        up: (snapshot) => {
            diary.up();
            show(snapshot);
            void ingress.start();
        },
        down: (error) => {
            diary.down(error);
            status(disconnectedPatch(error));
            void ingress.pause();
        },
    });
    try {
        await aborted(abortSignal);
    } finally {
        unlisten();
        diary.stop();
        await ingress.stop(); // first: what is being answered still needs the connection
        detach();
        names.stop();
        approvals.stop();
        host.approvals.delete(accountId);
        db.close();
    }
}

function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener("abort", resolve, { once: true });
    });
}
