// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Loaded before each file of Node's tests: what a failed or timed-out test left open must not keep its process alive.

import { after } from "node:test";

const GRACE_MS = 20_000;

after(() => {
    setTimeout(() => {
        console.error(`Still open ${GRACE_MS / 1000} s after the last test: ${process.getActiveResourcesInfo().join(", ")}`);
        process.exit(1);
    }, GRACE_MS).unref();
});
