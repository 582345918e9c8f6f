// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { run } from "./process.js";

const SCALE = 6;
/** Terminals: what the program does not colour itself has these colours. */
export const DARK = { foreground: 220, background: 16 };
export const LIGHT = { foreground: 16, background: 240 };

/** Paints captured terminal output as such a terminal shows it (each cell two pixels high) and gives the grey rows. */
export function paint(text, terminal = DARK) {
    const rows = [];
    for (const line of text.split("\n").filter((one) => /[▀▄█]|\x1b\[47m/.test(one))) {
        const colours = { ...terminal };
        const upper = [];
        const lower = [];
        for (const [piece, sgr] of line.matchAll(/\x1b\[([0-9;]*)m|[^\x1b]/gu)) {
            if (sgr !== undefined) {
                sgr.split(";").forEach((code) => apply(colours, code, terminal));
                continue;
            }
            upper.push(piece === "█" || piece === "▀" ? colours.foreground : colours.background);
            lower.push(piece === "█" || piece === "▄" ? colours.foreground : colours.background);
        }
        rows.push(upper, lower);
    }
    return rows;
}

function apply(colours, code, terminal) {
    if (code === "" || code === "0") Object.assign(colours, terminal);
    if (code === "30") colours.foreground = 0;
    if (code === "37" || code === "97") colours.foreground = 220;
    if (code === "40") colours.background = 0;
    if (code === "47" || code === "107") colours.background = 220;
}

/** A portable grey map, with a border as the terminal around it has. */
export function pgm(rows, { background } = DARK) {
    const width = Math.max(...rows.map((row) => row.length)) + 8;
    const edge = Array.from({ length: 4 }, () => []);
    const lines = [...edge, ...rows, ...edge].map((row) => [...Array(4).fill(background), ...row, ...Array(width).fill(background)].slice(0, width));
    const pixels = Buffer.concat(lines.flatMap((line) => Array(SCALE).fill(Buffer.from(line.flatMap((grey) => Array(SCALE).fill(grey))))));
    return Buffer.concat([Buffer.from(`P5\n${width * SCALE} ${lines.length * SCALE}\n255\n`), pixels]);
}

/** What a phone would read from the terminal. */
export async function scanTerminal(text, folder, terminal = DARK) {
    const picture = path.join(folder, "terminal.pgm");
    fs.writeFileSync(picture, pgm(paint(text, terminal), terminal));
    return await scanPicture(picture);
}

/** What a phone would read from a picture. */
export async function scanPicture(picture) {
    const { status, stdout, stderr } = await run("zbarimg", ["--quiet", "--raw", picture], { seconds: 30 });
    assert.equal(status, 0, `no QR code can be read there (${stderr})`);
    return stdout.trim();
}
