// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What other people wrote, made safe where the plugin shows it: in the Gateway's log, on a terminal, in a session's name, to the model. The
// companion does the same in its own windows and lines (app/core/singleline).

/** Enough for a sentence and what it is about. */
const MAX_LINE = 500;
/** No name of Zalo's is that long. */
const MAX_NAME = 100;

/** Letters and signs for which every font draws nothing: the fillers of Hangul, the Braille cell without dots. */
const BLANK = "\u115f\u1160\u3164\uffa0\u2800";
const SEEN = new RegExp(`[^\\s\\p{Cc}\\p{Cf}\\p{Mn}${BLANK}]`, "u");
/** They could steer a terminal. White space is none of them here. */
const CONTROL = /(?!\s)\p{Cc}/gu;
/** Format characters turn the words around them, or hide; but these two join letters and emoji. */
const FORMAT = /(?![\u200c\u200d])\p{Cf}/gu;

/**
 * One line of it: white space as single spaces; no control characters, no marks of direction and no other invisible characters; empty where nothing
 * of it would be seen.
 * @param {unknown} text
 * @param {number} [max] in UTF-16 units
 */
export function singleLine(text, max = MAX_LINE) {
    const line = String(text)
        .slice(0, 4 * max)
        .replace(FORMAT, "")
        .replace(CONTROL, "")
        .replace(/\s+/gu, " ")
        .trim();
    const shown = cut(line, max);
    return SEEN.test(shown) ? shown : "";
}

/**
 * Somebody's name, or a group's, as one bounded line.
 * @param {unknown} name
 * @param {string} [otherwise] where there is no name that could be seen
 */
export function shownName(name, otherwise = "") {
    return (typeof name === "string" ? singleLine(name, MAX_NAME) : "") || otherwise;
}

/** A record of Zalo's with each of its texts as one line. */
export const shownRecord = (/** @type {Record<string, unknown>} */ record) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, typeof value === "string" ? singleLine(value) : value]));

/** A message's words with their lines; control characters become spaces, and no mark of direction is left. */
export function shownText(text) {
    return String(text).replace(/(?![\n\t])\p{Cc}/gu, " ").replace(FORMAT, "");
}

/** Between two characters. */
const cut = (text, max) => text.slice(0, max).replace(/[\ud800-\udbff]$/, "").trimEnd();
