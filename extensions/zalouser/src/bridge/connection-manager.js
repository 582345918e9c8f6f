// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { connectOrStart } from "./one-shot.js";
import { BridgeError, isConnectionError, errorMessage } from "./errors.js";
import { currentConfig, shared } from "../runtime.js";
import { timing } from "../timing.js";

/**
 * The Gateway's one live connection to the companion, shared by all accounts: it reconnects with back-off while an account is attached,
 * subscribes to the profiles of all attached accounts, and closes when the last one detaches.
 */
export class ConnectionManager {
    /** @type {Map<string, import("../types.d.ts").AttachedAccount>} */
    #accounts = new Map();
    /** @type {Set<import("../types.d.ts").NotificationListener>} */
    #listeners = new Set();
    #methods;
    #schedule;
    /** @type {Awaited<ReturnType<typeof connectOrStart>> | undefined} */
    #connection;
    #running = false;
    /** @type {(() => void) | undefined} */
    #wake;
    /** @type {((value?: unknown) => void)[]} */
    #connectWaiters = [];
    #startAllowedAt = 0;
    /** @type {string[] | undefined} */
    #can;
    /** @type {BridgeError | undefined} */
    #lastError;

    /**
     * @param {Record<string, (params: any) => unknown>} methods what the companion may ask of the Gateway
     * @param {{schedule?: (run: () => void, ms: number) => NodeJS.Timeout}} [options] `schedule` is the timer of the back-off
     */
    constructor(methods, { schedule = setTimeout } = {}) {
        this.#methods = methods;
        this.#schedule = schedule;
    }

    /** The connection for withCompanion, or undefined while there is none. */
    /** @returns {import("../types.d.ts").Connection | undefined} */
    current() {
        return this.#connection ? this : undefined;
    }

    /** The protocol of the connected companion. */
    get protocol() {
        return this.#connection?.protocol;
    }

    /** The connected companion's version, and what the plugin uses and it does not answer. */
    get companion() {
        return { version: this.#connection?.version, missing: this.#connection?.missing ?? [] };
    }

    /** What the installed zca can do with messages besides sending them (`zca.can` of the snapshot); undefined while nobody has said. */
    get can() {
        return this.#can;
    }

    get lastError() {
        return this.#lastError;
    }

    /** @type {import("../types.d.ts").Call} */
    call = (method, params, options) => {
        if (!this.#connection) return Promise.reject(this.#lastError ?? new BridgeError("closed", "Zalo Companion is not connected."));
        return this.#connection.channel.call(method, params, options);
    };

    /**
     * @param {string} method
     * @param {object} [params]
     */
    notify(method, params) {
        this.#connection?.channel.notify(method, params);
    }

    /** @param {import("../types.d.ts").NotificationListener} listener */
    onNotification(listener) {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
    }

    /** Resolves once connected, rejects when `signal` aborts. */
    async whenConnected(/** @type {AbortSignal | undefined} */ signal) {
        while (!this.#connection) {
            signal?.throwIfAborted();
            await new Promise((resolve) => {
                this.#connectWaiters.push(resolve);
                signal?.addEventListener("abort", resolve, { once: true });
            });
        }
    }

    /**
     * Attaches an account: `onConnected(snapshot)` and `onDisconnected(error)` follow the connection, `accept(message)` receives its deliveries.
     * @param {string} accountId
     * @param {import("../types.d.ts").AttachedAccount} entry
     * @returns {() => void} removes it again
     */
    attach(accountId, entry) {
        this.#accounts.set(accountId, entry);
        if (this.#connection) this.#synchronize([entry]).catch(() => {}); // reported when the connection ends
        if (!this.#running) void this.#run();
        else this.#wake?.();
        return () => {
            if (this.#accounts.get(accountId) !== entry) return;
            this.#accounts.delete(accountId);
            if (this.#accounts.size === 0) this.#stop();
            // Otherwise its messages would still be delivered here and fail; they have to wait for its next start.
            else if (this.#connection) this.#subscribe().catch(() => {}); // reported when the connection ends
        };
    }

    get accounts() {
        return [...this.#accounts].map(([accountId, { profile }]) => ({ accountId, profile }));
    }

    accountFor(profile) {
        return [...this.#accounts.values()].find((entry) => entry.profile === profile);
    }

    #stop() {
        this.#wake?.();
        this.#connection?.channel.close();
    }

    async #run() {
        this.#running = true;
        let delay = timing.minBackoffMs;
        while (this.#accounts.size > 0) {
            try {
                const began = Date.now();
                const ended = await this.#runConnection();
                // A flapping connection must not reset the back-off.
                if (Date.now() - began >= timing.stableAfterMs) delay = timing.minBackoffMs;
                if (ended.kind === "superseded") delay = timing.maxBackoffMs;
            } catch (error) {
                this.#report(error);
            }
            if (this.#accounts.size === 0) break;
            await this.#backOff(delay * (0.75 + Math.random() / 2));
            delay = Math.min(delay * 2, timing.maxBackoffMs);
        }
        this.#running = false;
    }

    /** Runs one connection to its end; resolves with the error that ended it. */
    async #runConnection() {
        /** @type {PromiseWithResolvers<BridgeError>} */
        const ended = Promise.withResolvers();
        /** @type {BridgeError | undefined} */
        let superseded;
        const allowStart = Date.now() >= this.#startAllowedAt;
        if (allowStart) this.#startAllowedAt = Date.now() + timing.companionStartIntervalMs;
        const connection = await connectOrStart(currentConfig(), {
            role: "gateway",
            allowStart,
            methods: this.#methods,
            onNotification: (method, params) => {
                if (method === "superseded") superseded = new BridgeError("superseded", "Another process of this Gateway took over the connection to Zalo Companion.");
                if (method === "status.changed") this.#learn(params);
                this.#listeners.forEach((listener) => listener(method, params));
            },
            onClose: (error) => ended.resolve(superseded ?? error),
        });
        this.#connection = connection;
        try {
            await this.#synchronize([...this.#accounts.values()]);
            this.#lastError = undefined;
            this.#connectWaiters.splice(0).forEach((resolve) => resolve());
            const error = await ended.promise;
            this.#startAllowedAt = Math.max(this.#startAllowedAt, Date.now() + timing.takeoverGraceMs);
            this.#report(error);
            return error;
        } finally {
            this.#connection = undefined;
            connection.channel.close();
            this.#listeners.forEach((listener) => listener("closed", { error: this.#lastError }));
        }
    }

    /** Subscribes to the messages of the attached accounts only. */
    #subscribe() {
        return this.call("inbound.subscribe", { profiles: [...new Set([...this.#accounts.values()].map(({ profile }) => profile))] });
    }

    /** Passes the current snapshot to `entries` and subscribes to every attached profile. */
    async #synchronize(entries) {
        try {
            const snapshot = await this.call("status.subscribe");
            this.#learn(snapshot);
            // The accounts are ready before the subscription: the first delivery may follow its response at once.
            entries.forEach((entry) => entry.onConnected(snapshot));
            await this.#subscribe();
        } catch (error) {
            if (!isConnectionError(error)) this.#connection?.channel.close(error instanceof BridgeError ? error : undefined);
            throw error;
        }
    }

    /** A companion that says nothing of it is older and can do none of it. While it looks for zca it knows nothing yet. */
    #learn({ zca } = /** @type {any} */ ({})) {
        if (zca?.path !== "") this.#can = zca?.can ?? [];
    }

    #report(error) {
        const reported = error instanceof BridgeError ? error : new BridgeError("internal", errorMessage(error));
        this.#lastError = reported;
        this.#accounts.forEach(({ onDisconnected }) => onDisconnected(reported));
    }

    #backOff(ms) {
        /** @type {PromiseWithResolvers<void>} */
        const { promise, resolve } = Promise.withResolvers();
        const timer = this.#schedule(resolve, ms);
        this.#wake = () => {
            clearTimeout(timer);
            resolve();
        };
        return promise;
    }
}

/** The connection manager of this Gateway process, created for the first account. */
export function sharedConnectionManager(methods) {
    // After a reload the manager of the old copy is still there; its accounts detach by themselves.
    if (shared.connectionManager instanceof ConnectionManager) return shared.connectionManager;
    const manager = new ConnectionManager(methods);
    shared.connectionManager = manager;
    return manager;
}
