// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { requireAccount } from "./account.js";
import { withCompanion } from "../bridge/one-shot.js";
import { BridgeError, CODE, fromWire } from "../bridge/errors.js";
import { shownName } from "../foreign-text.js";
import { currentConfig, stateDir } from "../runtime.js";
import { timing } from "../timing.js";
import { startAgain } from "./start-again.js";
import { loginPicture } from "./login-picture.js";
import { terminalQr } from "./terminal-qr.js";

/** Steps kept until the response to login.start names their login. */
const MAX_EARLY_STEPS = 20;

/**
 * Follows one login to its end. `show(step)` receives each `login.changed`; resolves with the user, rejects with the reason.
 * @param {import("../types.d.ts").Connection} connection the connection that starts the login: only it is notified of the steps
 * @param {{profile: string, force?: boolean, show: (step: any) => void, timeoutMs?: number, signal?: AbortSignal}} options
 * @returns {Promise<{userId?: string, displayName?: string, already?: boolean}>}
 */
export function followLogin(connection, { profile, force = false, show, timeoutMs = timing.loginTimeoutMs, signal }) {
    return new Promise((resolve, reject) => {
        /** @type {string | undefined} */
        let loginId;
        /** @type {any[]} */
        const early = []; // steps may arrive before the response to login.start
        const finish = (settle, value) => {
            stop();
            clearTimeout(timer);
            settle(value);
        };
        const cancel = (error) => {
            if (loginId) connection.call("login.cancel", { loginId }).catch(() => {});
            finish(reject, error);
        };
        const step = (change) => {
            if (change.loginId !== loginId) return;
            show(change);
            if (change.step === "confirmed") finish(resolve, change.user ?? {});
            else if (change.step === "failed") finish(reject, fromWire(change.error ?? {}));
            else if (Object.hasOwn(END_MESSAGES, change.step)) finish(reject, new BridgeError(change.step, END_MESSAGES[change.step], { code: CODE.login }));
        };
        const stop = connection.onNotification((method, params) => {
            if (method === "closed") finish(reject, params.error);
            else if (method === "login.changed") loginId !== undefined ? step(params) : early.length < MAX_EARLY_STEPS && early.push(params);
        });
        const timer = setTimeout(() => cancel(new BridgeError("deadline", "Nobody scanned the QR code in time. Run the command again.")), timeoutMs);
        signal?.addEventListener("abort", () => cancel(new BridgeError("cancelled", "The login was cancelled.")), { once: true });
        connection.call("login.start", { profile, force }).then(
            (started) => {
                if (started.loginId == null) return finish(resolve, { ...started.user, already: true });
                loginId = started.loginId;
                early.splice(0).forEach(step);
            },
            (error) => finish(reject, error),
        );
    });
}

const RETRY_HINT = "Run the command again for a new QR code.";
const END_MESSAGES = {
    declined: `The login was declined on the phone. ${RETRY_HINT}`,
    expired: `The QR code expired and was not scanned. ${RETRY_HINT}`,
    cancelled: "The login was cancelled.",
};

/**
 * `openclaw channels login --channel zalouser`: prints the QR code in the terminal, then each step.
 * @param {{cfg: import("../types.d.ts").OpenClawConfig, accountId?: string | null, runtime: {log(line: string): void}, force?: boolean}} params `force`
 *   replaces the login of who is logged in
 */
export async function login({ cfg, accountId, runtime, force = false }) {
    const account = requireAccount(cfg, accountId);
    const interrupted = new AbortController();
    const onInterrupt = () => interrupted.abort();
    const picture = loginPicture(stateDir(), account.profile);
    const printer = createPrinter(runtime, picture);
    for (const signal of SIGNALS) process.once(signal, onInterrupt);
    try {
        const user = await withCompanion(cfg, (_, connection) => followLogin(connection, { profile: account.profile, force, signal: interrupted.signal, show: printer.show })).finally(printer.done);
        const name = shownName(user.displayName);
        const who = name ? `${name} (${user.userId})` : `profile ${account.profile}`;
        runtime.log(user.already ? `Already logged in as ${who}. For another account: openclaw channels logout --channel zalouser${accountId ? ` --account ${account.accountId}` : ""}, then log in again.` : `Logged in as ${who}.`);
    } finally {
        for (const signal of SIGNALS) process.off(signal, onInterrupt);
        picture.remove();
    }
}

/** Each cancels the login: a later confirmation on the phone would find no listener. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Prints the steps in order; drawing is asynchronous, so each waits for the previous one. */
function createPrinter(runtime, picture) {
    let queue = Promise.resolve();
    return {
        show: (change) => {
            queue = queue.then(() => print(runtime, picture, change)).catch(() => {});
        },
        done: () => queue,
    };
}

async function print(runtime, picture, change) {
    if (change.step === "starting") return runtime.log("Asking Zalo for a QR code…");
    if (change.step === "scanned") return runtime.log(`Scanned by ${shownName(change.by, "your phone")}. Confirm the login there.`);
    if (change.step !== "qr") return undefined;
    if (change.attempt > 1) runtime.log("The QR code expired; this is a new one.");
    const where = picture.show(change.png);
    if (change.payload) runtime.log(await terminalQr(change.payload));
    runtime.log(change.payload ? "Scan this QR code: Zalo app > the QR icon at the top." : "Zalo's QR code could not be read for the terminal: scan the picture.");
    return runtime.log(where ? `The picture is also here: ${where}` : "The picture is also in Zalo Companion's window.");
}

/**
 * @typedef {{connected: boolean, message: string}} LoginEnd
 * @typedef {{qr?: string, note: string, changed: (value?: undefined) => void, done: Promise<LoginEnd>}} WebLogin
 */

/** @type {Map<string, WebLogin>} */
const webLogins = new Map();

/**
 * Control UI: starts a login and returns its first QR code.
 * @param {{accountId?: string, force?: boolean, timeoutMs?: number}} options
 */
export async function loginWithQrStart({ accountId, force, timeoutMs = timing.firstQrTimeoutMs }) {
    const cfg = currentConfig();
    const account = requireAccount(cfg, accountId);
    /** @type {PromiseWithResolvers<undefined>} */
    const first = Promise.withResolvers();
    // A connection of its own: the Gateway stops the account while it shows the code, and with the last one goes the connection of all.
    const done = withCompanion(cfg, (_, connection) => followLogin(connection, { profile: account.profile, force: force === true, show: (change) => webStep(session, change) }), { ownConnection: true }).then(
        (user) => ({ connected: true, message: `Logged in${shownName(user.displayName) ? ` as ${shownName(user.displayName)}` : ""}.` }),
        (error) => ({ connected: false, message: error.message }),
    );
    void done.then(() => startAgain(account.accountId));
    /** @type {WebLogin} */
    const session = { note: "", changed: first.resolve, done };
    webLogins.set(account.accountId, session);
    const outcome = await Promise.race([first.promise, done, wait(timeoutMs)]);
    if (outcome?.message !== undefined) return outcome;
    if (!session.qr) return { connected: false, message: "Zalo gave no QR code in time. Try again." };
    return { qrDataUrl: session.qr, message: "Scan this QR code with the Zalo app.", sessionKey: account.accountId, connected: false };
}

/**
 * Control UI: returns when the login has ended or its QR code has changed.
 * @param {{accountId?: string, timeoutMs?: number, currentQrDataUrl?: string}} options
 */
export async function loginWithQrWait({ accountId, timeoutMs = timing.loginWaitTimeoutMs, currentQrDataUrl }) {
    const account = requireAccount(currentConfig(), accountId);
    const session = webLogins.get(account.accountId);
    if (!session) return { connected: false, message: "No login is under way. Start one." };
    if (currentQrDataUrl && session.qr && session.qr !== currentQrDataUrl) return { connected: false, message: "The QR code was renewed.", qrDataUrl: session.qr };
    /** @type {PromiseWithResolvers<undefined>} */
    const renewed = Promise.withResolvers();
    session.changed = renewed.resolve;
    const outcome = await Promise.race([session.done, renewed.promise, wait(timeoutMs)]);
    if (outcome?.message !== undefined) {
        webLogins.delete(account.accountId);
        return outcome;
    }
    return { connected: false, message: session.note || "Still waiting for the scan.", ...(session.qr ? { qrDataUrl: session.qr } : {}) };
}

function webStep(session, change) {
    if (change.step === "scanned") session.note = `Scanned by ${shownName(change.by, "your phone")}. Confirm the login there.`;
    if (change.step !== "qr") return;
    session.qr = `data:image/png;base64,${change.png}`;
    session.changed();
}

/** @returns {Promise<undefined>} */
function wait(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
}
