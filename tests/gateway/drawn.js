// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

const WIDTH = 46; // letters of a line on a phone

/** What stands below a letter for each of Zalo's codes; the later ones hide the earlier ones. */
const SIGNS = { s: "-", i: "i", b: "b", u: "_", f_18: "B", c_db342e: "r", c_f27806: "o", c_f7b503: "y", c_15a85f: "g" };

/**
 * A message as a phone shows it, drawn from its line of the simulator's outbox: bullets and indents in their places, and below each line
 * with styles a line that says which letters have them (`B` big, `b` bold, `i` italic, `-` struck, `_` underlined, `@` a mention, and the
 * first letter of a colour).
 * @param {{text: string, styles?: {start: number, len: number, st: string}[], mentions?: {pos: number, len: number}[]}} message
 */
export function drawn({ text, styles = [], mentions = [] }) {
    const signs = Array(text.length).fill(" ");
    for (const code of Object.keys(SIGNS)) for (const { start, len } of styles.filter(({ st }) => st === code)) signs.fill(SIGNS[code], start, start + len);
    for (const { pos, len } of mentions) signs.fill("@", pos, pos + len);
    const rows = [];
    let at = 0;
    for (const line of text.split("\n")) {
        const here = styles.filter(({ start, len }) => start <= at && at < start + len).map(({ st }) => st);
        const indent = " ".repeat(Number(/^ind_(\d)0$/.exec(here.find((st) => st.startsWith("ind_")) ?? "")?.[1] ?? 0) * 2);
        const margin = indent + (here.includes("lst_1") && line !== "" ? "• " : "");
        rows.push(...wrapped(line, signs.slice(at, at + line.length).join(""), margin));
        at += line.length + 1;
    }
    return rows.map((row) => `│ ${row.replaceAll("\u200b", "")}`.trimEnd()).join("\n");
}

/** A line of the message, in lines of the screen, each with its signs where it has some. */
function wrapped(line, signs, margin) {
    const rows = [];
    for (let from = 0; from === 0 || from < line.length; ) {
        let to = Math.min(line.length, from + WIDTH - margin.length);
        const blank = line.lastIndexOf(" ", to);
        if (to < line.length && blank > from) to = blank + 1;
        const lead = from === 0 ? margin : " ".repeat(margin.length);
        rows.push(lead + line.slice(from, to));
        if (signs.slice(from, to).trim() !== "") rows.push(" ".repeat(margin.length) + signs.slice(from, to));
        from = Math.max(to, from + 1);
    }
    return rows;
}
