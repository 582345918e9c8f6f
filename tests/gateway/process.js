// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { spawn } from "node:child_process";
import fs from "node:fs";

/** Most seconds of a program that is to end by itself: many times what a busy machine needs. */
const MAX_SECONDS = 300;
/** Most seconds from a signal to the end. A Gateway lets running turns end first. */
const MAX_STOP_SECONDS = 60;

const children = new Set();
process.once("exit", () => children.forEach((child) => child.kill("SIGKILL")));
// So that what listens to "exit" cleans up then too.
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => process.exit(1));

/** A child process with what it said; it never outlives its test. */
export class Child {
    stdout = "";
    stderr = "";

    /** @type {number | null | undefined} */
    status;
    /** @type {NodeJS.Signals | null | undefined} */
    signal;

    /**
     * @param {string} program
     * @param {string[]} args
     * @param {{env?: NodeJS.ProcessEnv, cwd?: string, seconds?: number}} [options] it is killed after `seconds`; 0: never
     */
    constructor(program, args, { env, cwd, seconds = MAX_SECONDS } = {}) {
        this.started = Date.now();
        this.command = [program, ...args].join(" ");
        this.child = spawn(program, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
        this.child.stdout.setEncoding("utf8").on("data", (text) => (this.stdout += text));
        this.child.stderr.setEncoding("utf8").on("data", (text) => (this.stderr += text));
        const timer = seconds && setTimeout(() => this.child.kill("SIGKILL"), seconds * 1000);
        /** @type {Promise<Child>} */
        this.ended = new Promise((resolve, reject) => {
            this.child.once("error", reject);
            this.child.once("exit", (status, signal) => {
                clearTimeout(timer);
                this.status = status;
                this.signal = signal;
                resolve(this);
            });
        });
        this.ended.catch(() => {});
        children.add(this.child);
        this.child.once("close", () => children.delete(this.child));
    }

    get running() {
        return this.child.exitCode === null && this.child.signalCode === null;
    }

    get output() {
        return this.stdout + this.stderr;
    }

    /** As a power cut ends it: with all that it started. */
    async cut() {
        for (const pid of [...childrenOf(this.child.pid), this.child.pid]) process.kill(pid, "SIGKILL");
        await this.ended;
    }

    /** Ends it and waits for that; one that does not listen is killed. */
    async stop(/** @type {NodeJS.Signals} */ signal = "SIGTERM") {
        if (this.running) this.child.kill(signal);
        const timer = setTimeout(() => this.child.kill("SIGKILL"), MAX_STOP_SECONDS * 1000);
        await this.ended;
        clearTimeout(timer);
        return this;
    }
}

function childrenOf(pid) {
    const direct = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    return direct.flatMap((child) => [...childrenOf(child), child]);
}

/** Kills every process whose HOME lies in this folder: those too that some program started and left behind. */
export function killProcessesOf(folder) {
    for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        try {
            const environment = fs.readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
            if (environment.some((entry) => entry.startsWith(`HOME=${folder}/`))) process.kill(Number(pid), "SIGKILL");
        } catch {
            // It has ended, or is another user's.
        }
    }
}

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, cwd?: string, seconds?: number}} [options]
 */
export function run(program, args, options) {
    return new Child(program, args, options).ended;
}
