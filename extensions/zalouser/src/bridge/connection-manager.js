// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { connectOrStart } from "./one-shot.js";
import { STABLE_AFTER_MS } from "./connection-log.js";
import { BridgeError, isConnectionError, errorMessage } from "./errors.js";
import { currentConfig, shared } from "../runtime.js";

const MIN_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 10000;
/** A companion that dies at once is started again at most this often. */
const START_INTERVAL_MS = 60000;
/** One that has just gone may be making room for another, for example one with windows. */
const TAKEOVER_GRACE_MS = 5000;

/**
 * The Gateway's one live connection to the companion, shared by all accounts: it reconnects with back-off while an account is
 * attached, subscribes to the profiles of all of them, and is gone when the last one has left.
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

    /** The hub for withCompanion, or undefined while there is no connection. */
    /** @returns {import("../types.d.ts").Connection | undefined} */
    current() {
        return this.#connection ? this : undefined;
    }

    /** The protocol of the connected companion. */
    get protocol() {
        return this.#connection?.protocol;
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

    /** Resolves when connected (at once where it is), rejects when `signal` aborts. */
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
     * Adds an account: `onConnected(snapshot)` and `onDisconnected(error)` follow the connection, `accept(message)` gets the deliveries of its profile.
     * @param {string} accountId
     * @param {import("../types.d.ts").AttachedAccount} entry
     * @returns {() => void} removes it again
     */
    attach(accountId, entry) {
        this.#accounts.set(accountId, entry);
        if (this.#connection) this.#synchronize([entry]).catch(() => {}); // told by the connection's end
        if (!this.#running) void this.#run();
        else this.#wake?.();
        return () => {
            if (this.#accounts.get(accountId) !== entry) return;
            this.#accounts.delete(accountId);
            if (this.#accounts.size === 0) this.#stop();
            // Otherwise its messages would still come here, and fail until they are given up: they are for its next start.
            else if (this.#connection) this.#subscribe().catch(() => {}); // told by the connection's end
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
        let delay = MIN_BACKOFF_MS;
        while (this.#accounts.size > 0) {
            try {
                const began = Date.now();
                const ended = await this.#runConnection();
                // One that breaks each time is no reason to hurry.
                if (Date.now() - began >= STABLE_AFTER_MS) delay = MIN_BACKOFF_MS;
                if (ended.kind === "superseded") delay = MAX_BACKOFF_MS;
            } catch (error) {
                this.#report(error);
            }
            if (this.#accounts.size === 0) break;
            await this.#backOff(delay * (0.75 + Math.random() / 2));
            delay = Math.min(delay * 2, MAX_BACKOFF_MS);
        }
        this.#running = false;
    }

    /** One connection from its opening to its end; resolves with the error that ended it. */
    async #runConnection() {
        /** @type {PromiseWithResolvers<BridgeError>} */
        const ended = Promise.withResolvers();
        /** @type {BridgeError | undefined} */
        let superseded;
        const allowStart = Date.now() >= this.#startAllowedAt;
        if (allowStart) this.#startAllowedAt = Date.now() + START_INTERVAL_MS;
        const connection = await connectOrStart(currentConfig(), {
            role: "gateway",
            allowStart,
            methods: this.#methods,
            onNotification: (method, params) => {
                if (method === "superseded") superseded = new BridgeError("superseded", "Another process of this Gateway took over the connection to Zalo Companion.");
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
            this.#startAllowedAt = Math.max(this.#startAllowedAt, Date.now() + TAKEOVER_GRACE_MS);
            this.#report(error);
            return error;
        } finally {
            this.#connection = undefined;
            connection.channel.close();
            this.#listeners.forEach((listener) => listener("closed", { error: this.#lastError }));
        }
    }

    /** Asks for the messages of the attached accounts, and of no other. */
    #subscribe() {
        return this.call("inbound.subscribe", { profiles: [...new Set([...this.#accounts.values()].map(({ profile }) => profile))] });
    }

    /** Subscribes to every profile and tells `entries` the state of the world. */
    async #synchronize(entries) {
        try {
            const snapshot = await this.call("status.subscribe");
            // The accounts come up before the subscription: the first delivery may follow its answer at once.
            entries.forEach((entry) => entry.onConnected(snapshot));
            await this.#subscribe();
        } catch (error) {
            if (!isConnectionError(error)) this.#connection?.channel.close(error instanceof BridgeError ? error : undefined);
            throw error;
        }
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

/** The link of this Gateway process; the first account makes it. */
export function sharedConnectionManager(methods) {
    // After a reload the old copy's link is still there; its accounts leave it by themselves.
    if (shared.connectionManager instanceof ConnectionManager) return shared.connectionManager;
    const manager = new ConnectionManager(methods);
    shared.connectionManager = manager;
    return manager;
}
