// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { Child, run } from "./process.js";
import { waitFor } from "./wait-for.js";

/** `status` answers 0 when all is well, 3 when something waits for a person. */
const ANSWERED = [0, 3];

/** The real companion, headless, on the simulator. */
export class CompanionProcess {
    /** @param {string} server what runs headless, where that is another program than the terminal's */
    constructor(program, env, server = program) {
        this.program = program;
        this.env = env;
        this.server = server;
    }

    async start() {
        this.child = new Child(this.server, ["--headless"], { env: this.env, seconds: 0 });
        await waitFor("the companion", async () => !this.child.running || ANSWERED.includes((await this.command("status", "--json")).status), { seen: () => this.child.output });
        assert.ok(this.child.running, `the companion ended: ${this.child.output}`);
    }

    /** `zalo-companion ARGUMENT…` in a terminal. */
    command(...args) {
        return run(this.program, args, { env: this.env, seconds: 30 });
    }

    /** The snapshot of PROTOCOL.md. */
    async status() {
        const { status, stdout, stderr } = await this.command("status", "--json");
        assert.ok(ANSWERED.includes(status), stderr);
        return JSON.parse(stdout);
    }

    /** Waits until the default profile's part of the snapshot satisfies `condition`. */
    async until(what, condition) {
        let last;
        return await waitFor(what, async () => {
            last = (await this.status()).profiles.find(({ profile }) => profile === "default");
            return last && condition(last) && last;
        }, { seen: () => `The profile is: ${JSON.stringify(last)}\n${this.child?.output ?? ""}` });
    }

    stop() {
        return this.child?.stop();
    }

    /** As a power cut does it. */
    kill() {
        return this.child.stop("SIGKILL");
    }
}
