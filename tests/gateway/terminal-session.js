// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { waitFor } from "./wait-for.js";

const quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;

export const KEYS = { enter: "\r", down: "\x1b[B", tab: "\t" };

/** A program on a terminal of its own (a pty), with somebody who reads and types. It never outlives its test. */
export class TerminalSession {
    output = "";
    /** @type {number | null | undefined} */
    status;
    #read = 0;

    /**
     * @param {string} program
     * @param {string[]} args
     * @param {NodeJS.ProcessEnv} env
     */
    constructor(program, args, env) {
        const command = `stty cols 120 rows 60; exec ${[program, ...args].map(quoted).join(" ")}`;
        this.child = spawn("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"], { env, stdio: ["pipe", "pipe", "inherit"] });
        this.child.stdout.setEncoding("utf8").on("data", (text) => (this.output += text.replaceAll("\r", "")));
        this.ended = new Promise((resolve) => this.child.once("close", (status) => resolve((this.status = status))));
        process.once("exit", () => this.child.kill("SIGKILL"));
    }

    /** What a person sees, without colours and movements of the cursor. */
    get text() {
        return this.output.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, "");
    }

    /** What stands on the screen and what was scrolled out of it: each question once, as it was answered. */
    get transcript() {
        const rows = [[]];
        let [row, column] = [0, 0];
        const go = (to) => {
            row = Math.max(0, to);
            while (rows.length <= row) rows.push([]);
        };
        for (const [, parameters, command, sign] of this.output.matchAll(/\x1b\[([0-9;?]*)([A-Za-z])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|([^])/gu)) {
            const count = Number.parseInt(parameters, 10) || 1;
            if (sign === "\n") {
                go(row + 1);
                column = 0;
            } else if (sign) {
                rows[row].length = Math.max(rows[row].length, column);
                rows[row][column++] = sign;
            }
            if (command === "A") go(row - count);
            if (command === "B") go(row + count);
            if (command === "C") column += count;
            if (command === "D") column = Math.max(0, column - count);
            if (command === "G") column = count - 1;
            if (command === "J") rows.length = row + 1;
            if (command === "J" || command === "K") rows[row].length = parameters === "2" ? 0 : Math.min(rows[row].length, column);
        }
        return rows.map((signs) => Array.from(signs, (sign) => sign ?? " ").join("").trimEnd()).join("\n");
    }

    /** Waits until this stands below what was read before. */
    async sees(text) {
        await waitFor(`“${text}”`, () => this.status !== undefined || this.text.slice(this.#read).includes(text), { seen: () => this.text.slice(-3000) });
        const at = this.text.indexOf(text, this.#read);
        assert.ok(at >= 0, `it ended without “${text}”: ${this.text.slice(-3000)}`);
        this.#read = at + text.length;
    }

    type(...keys) {
        for (const key of keys) this.child.stdin.write(key);
    }

    stop() {
        this.child.kill("SIGKILL");
        return this.ended;
    }
}
