// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { run } from "./process.js";

/** The simulated Zalo: `zca-sim ctl …` plays the phone, the other people and the misfortunes. */
export class Simulator {
    constructor(program, env) {
        this.program = program;
        this.env = env;
    }

    async ctl(...args) {
        const { status, stdout, stderr } = await run(this.program, ["ctl", ...args], { env: this.env, seconds: 60 });
        assert.equal(status, 0, `zca-sim ctl ${args.join(" ")}: ${stderr}`);
        return stdout.trim();
    }

    /** Somebody writes to the account; gives the message's id. */
    inject(message) {
        return this.ctl("inject", JSON.stringify(message));
    }

    /** What was sent so far: {threadId, isGroup, text, kind, msgId, profile}. */
    async outbox() {
        const lines = await this.ctl("outbox");
        return lines === "" ? [] : lines.split("\n").map((line) => JSON.parse(line));
    }

    /** The texts that one thread got, in order. */
    async textsTo(threadId) {
        return (await this.outbox()).filter((entry) => entry.threadId === threadId).map(({ text }) => text);
    }
}
