// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// `./dev torture --gateway`: numbered questions through a real companion to a real Gateway that dies again and again. Each must be
// answered exactly once, in order within its thread.

import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { waitFor } from "../gateway/wait-for.js";
import { OPEN, World } from "../gateway/world.js";
import { reckon } from "./answers.js";
import { seededRandom } from "./seededrandom.js";

/** As many a minute as a Gateway on two cores answers beside its deaths. */
const PER_MINUTE = 17;
const THREADS = Array.from({ length: 12 }, (_, n) => `3910000000000002${String(n).padStart(2, "0")}`);
/**
 * Seconds from one death to the next. OpenClaw takes three unclean starts within five minutes for a restart loop, and then leaves all
 * channels off until five minutes have passed.
 */
const DEATH_PAUSE_S = [105, 200];
const FAULT_PAUSE_S = [8, 50];
const SETTLE_S = 900;

const { values } = parseArgs({ options: { minutes: { type: "string", default: "5" }, seed: { type: "string", default: String(Date.now() % 1_000_000) } } });
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0 && minutes <= 24 * 60) || !Number.isInteger(seed)) {
    console.error("--minutes is a number above 0, --seed a whole number");
    process.exit(2);
}
const random = seededRandom(seed);
const between = ([low, high]) => low + random() * (high - low);
const end = Date.now() + minutes * 60_000;
const log = (words) => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);

const world = new World({ companion: process.env.ZALO_TORTURE_COMPANION_BIN });
const asked = [];
const counts = { "Gateway killed": 0, "Gateway stopped": 0, "connection to Zalo dropped": 0 };

/**
 * Questions at random times, each once: one that no listener heard stands in Zalo's history, and is answered like any other. It may come
 * behind a newer one, for who is connected again has asked the history just before.
 */
async function write() {
    const total = Math.max(1, Math.round(minutes * PER_MINUTE));
    const pause = (minutes * 60_000) / total;
    for (let n = 1; n <= total; ++n) {
        const question = { threadId: THREADS[Math.floor(random() * THREADS.length)], marker: `T-${n}` };
        const wait = sleep(pause * 2 * random());
        const at = Date.now();
        const heard = await world.sim.inject({ threadId: question.threadId, content: `${question.marker} câu hỏi` }).then(() => true, () => false);
        asked.push({ ...question, at, heard });
        await wait;
    }
}

const deaths = [
    ["Gateway killed", async () => {
        await world.gateway.kill();
        await world.gateway.start();
    }],
];

const faults = [
    ["Gateway stopped", async (length) => {
        const { child } = world.gateway.process;
        child.kill("SIGSTOP");
        await sleep(length);
        child.kill("SIGCONT");
    }],
    ["connection to Zalo dropped", () => world.sim.ctl("drop").catch(() => {})],
];

const clock = (ms) => new Date(ms).toISOString().slice(11, 23);

/** Questions and answers of the thread in which one is wrong, around it. */
function describe(marker, outbox) {
    const at = asked.findIndex((question) => question.marker === marker);
    const { threadId } = asked[at];
    const near = new Set(asked.slice(Math.max(0, at - 24), at + 24).filter((question) => question.threadId === threadId).map((question) => question.marker));
    const questions = asked.filter((question) => near.has(question.marker)).map((question) => `${question.marker} asked ${clock(question.at)}${question.heard ? "" : " unheard"}`);
    const answers = outbox.filter(({ text }) => near.has(text.slice(4))).map(({ text, time }) => `${text.slice(4)} answered ${clock(time)}`);
    return [...questions, ...answers].join(", ");
}

async function misfortunes(kinds, pauseS) {
    for (;;) {
        const pause = between(pauseS) * 1000;
        if (Date.now() + pause > end) return;
        await sleep(pause);
        const [name, happen] = kinds[Math.floor(random() * kinds.length)];
        ++counts[name];
        log(`${name} (${asked.length} asked)`);
        await happen(between([500, 8000]));
    }
}

async function allAnswered() {
    const { queue } = await world.companion.until("the profile", () => true);
    const outbox = await world.sim.outbox();
    const answered = new Set(outbox.map(({ text }) => text));
    return queue.inboundWaiting === 0 && queue.outboundWaiting === 0 && asked.every(({ marker }) => answered.has(`re: ${marker}`)) && outbox;
}

let status;
try {
    console.log(`seed ${seed}`);
    await world.running(OPEN);
    await Promise.all([write(), misfortunes(deaths, DEATH_PAUSE_S), misfortunes(faults, FAULT_PAUSE_S)]);
    log("quiet now; waiting for the last answers");
    const outbox = await waitFor("every answer", allAnswered, { seconds: SETTLE_S }).catch(() => world.sim.outbox());
    const violations = reckon(asked, outbox);
    const replies = outbox.filter(({ text }) => text.startsWith("re: ")).length;
    for (const [name, count] of Object.entries(counts)) console.log(`${String(count).padStart(6)} × ${name}`);
    console.log(`asked ${asked.length} (${asked.filter(({ heard }) => !heard).length} while nobody listened), answered ${replies}, model asked ${world.model.asked.length} times`);
    for (const [name, list] of Object.entries(violations)) console.log(`${name}: ${list.length}${list.length ? ` (${list.slice(0, 5).join(", ")})` : ""}`);
    for (const marker of Object.values(violations).flat().slice(0, 10)) console.log(`  ${marker}: ${describe(marker, outbox)}`);
    status = Object.values(violations).every((list) => list.length === 0) ? 0 : 1;
} finally {
    await world.close();
}
process.exit(status);
