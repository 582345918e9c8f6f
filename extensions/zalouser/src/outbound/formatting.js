// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { edited, isWithin, styledText } from "./spans.js";
import { withFirstColumn } from "./tables.js";

/**
 * What an agent writes, as Zalo shows it. Markdown is read by the Gateway's own reader. The text says everything by itself, with its bullets,
 * numbers and addresses, because not every `zca` and no notification shows styles; these are what it looks like besides (PROTOCOL.md).
 *
 * @param {Pick<import("../types.d.ts").Account, "config">} account
 * @param {string} markdown
 * @returns {Promise<import("../types.d.ts").StyledText>}
 */
export async function formatted({ config }, markdown) {
    const { findCodeRegions, markdownToIR } = await import("openclaw/plugin-sdk/text-chunking");
    const tableMode = TABLES[config.markdown?.tables ?? DEFAULT_TABLES];
    const lines = alone(markdown.replace(/\r\n?|[\u2028\u2029]/g, "\n").trimEnd());
    if (ONLY_MARKS.test(lines)) return { text: lines }; // they are what was written
    const named = tableMode === "bullets" ? withFirstColumn(lines, findCodeRegions(lines)) : lines;
    const written = outsideOf(findCodeRegions, named, (text) => kept(text, tableMode));
    const read = markdownToIR(written, { headingStyle: "rich", tableMode, linkify: true });
    const spans = read.styles.map(({ start, end, style }) => ({ start, end, style }));
    const shown = withBullets(edited({ text: read.text, spans }, [...addresses(read), ...tags(read), ...quoteMarks(read), ...boxes(read), ...brackets(read), ...blankLines(read)]));
    const text = shown.text.trimEnd();
    if (text === "") return { text: markdown }; // such as an empty fence with a language
    return styledText({ text, spans: shown.spans });
}

/** What becomes of a table where the configuration does not say it: a phone is too narrow for columns. */
export const DEFAULT_TABLES = /** @type {const} */ ("bullets");

/** The reader's modes by those of `markdown.tables`. Zalo has no tables of its own: such a one is drawn. @satisfies {Record<string, "off" | "bullets" | "code">} */
const TABLES = /** @type {const} */ ({ off: "off", bullets: "bullets", code: "code", block: "code" });

/** Zalo's styles by what the reader and the tags call them; code has none there, and small is not shown. */
const STYLES = {
    bold: ["bold"],
    italic: ["italic"],
    strikethrough: ["strike"],
    heading_1: ["bold", "big"],
    heading_2: ["bold"],
    heading_3: ["bold"],
    heading_4: ["bold"],
    heading_5: ["bold"],
    heading_6: ["bold"],
    red: ["red"],
    orange: ["orange"],
    yellow: ["yellow"],
    green: ["green"],
    big: ["big"],
    underline: ["underline"],
};

/** Stands behind the number of `1)`, which the reader would show as `1.`; a letter that no text has. */
const BRACKET = "\uE000";
const ONLY_MARKS = /^[\s*_~`#>+=-]*$/;

/** One line is no list: people begin an answer or sign it with a dash. */
const alone = (text) => (text.includes("\n") ? text : text.replace(/^\s*(?=[-+*] )/, "$&\\"));

/**
 * Writes differently what Markdown would take away although nobody meant it so: the stars of 2*3*4, the bracket of 1), the line of a number behind
 * a bullet, the address of a picture and of a reference, a link without words, and in a drawn table every link.
 */
const kept = (text, tableMode) =>
    (tableMode === "code" ? text.replace(/^\s*\|.*$/gm, (row) => row.replace(/\[([^\]]+)\]\((\S+?)\)/g, "$1 ($2)")) : text)
        .replace(/(?<=\d)\*(?=\d)/g, "\\*")
        .replace(/^((?:\s*>)*\s*\d+)\) (?=\S)/gm, `$1. ${BRACKET}`)
        .replace(/^(\s*[-+*] +\d+)(?=[.)] )/gm, "$1\\")
        .replace(/!?\[\]\((\S+?)\)/g, "$1")
        .replace(/!(?=\[[^\]\n]+\]\()/g, "")
        .replace(/^( {0,3})\[(?=[^\]\n]+\]:)/gm, "$1\\[");

/** Changes what is no code. */
function outsideOf(findCodeRegions, text, change) {
    let out = "";
    let from = 0;
    for (const { start, end } of findCodeRegions(text)) {
        if (start < from) continue;
        out += change(text.slice(from, start)) + text.slice(start, end);
        from = end;
    }
    return out + change(text.slice(from));
}

/** The address behind each link whose words are not the address itself: Zalo makes what it reads tappable, nothing else. */
function addresses({ text, links }) {
    const bare = (address) => address.replace(/^(https?:\/\/|mailto:|tel:)/i, "").replace(/\/$/, "").toLowerCase();
    return links.flatMap(({ start, end, href }) => {
        if (!/^(https?|mailto|tel):/i.test(href) || bare(href) === bare(text.slice(start, end))) return [];
        return [{ at: end, remove: 0, insert: ` (${href.replace(/^(mailto|tel):/i, "")})` }];
    });
}

const TAGS = ["red", "orange", "yellow", "green", "big", "small", "underline"];

/** `{red}…{/red}` and its like, which people know from `zca`: the words go, and a style comes. */
function tags({ text, styles }) {
    const code = styles.filter(isCode);
    const edits = [];
    for (const { 0: whole, 1: tag, 2: inner, index } of text.matchAll(new RegExp(`\\{(${TAGS.join("|")})\\}([\\s\\S]+?)\\{/\\1\\}`, "g"))) {
        if (code.some(({ start, end }) => index < end && start < index + whole.length)) continue;
        const from = index + tag.length + 2;
        edits.push({ at: index, remove: tag.length + 2, insert: "" }, { at: from + inner.length, remove: tag.length + 3, insert: "", span: { start: from, end: from + inner.length, style: tag } });
    }
    return edits;
}

/** A bar before each line of a quotation: Zalo has no other look for it. */
function quoteMarks({ text, styles }) {
    return styles.filter(({ style }) => style === "blockquote").flatMap(({ start, end }) =>
        [...text.slice(start, end).trimEnd().matchAll(/^(.?)/gm)].map(({ 1: first, index }) => ({ at: start + index, remove: 0, insert: first ? "▎ " : "▎" })));
}

/** A task is a box, not a bullet with brackets. */
function boxes({ text, styles }) {
    const code = styles.filter(isCode);
    return [...text.matchAll(/^ *(• \[([ xX])\]) /gm)]
        .filter(({ index }) => !isWithin(code, index))
        .map(({ 0: whole, 1: sign, 2: mark, index }) => ({ at: index + whole.indexOf(sign), remove: sign.length, insert: mark === " " ? "☐" : "☑" }));
}

const brackets = ({ text }) => [...text.matchAll(new RegExp(`\\. ${BRACKET}`, "g"))].map(({ 0: sign, index }) => ({ at: index, remove: sign.length, insert: ") " }));

/** A blank line behind code, and none between the levels of a list. */
function blankLines({ text, styles }) {
    const code = styles.filter(({ style }) => style === "code_block");
    const kept = styles.filter(({ style }) => style === "code_block" || style === "blockquote");
    const behind = code.filter(({ end }) => text[end - 1] === "\n" && text[end] !== undefined && text[end] !== "\n").map(({ end }) => ({ at: end, remove: 0, insert: "\n" }));
    const between = [...text.matchAll(/\n\n(?= +• )/g)].filter(({ index }) => !isWithin(kept, index)).map(({ index }) => ({ at: index, remove: 1, insert: "" }));
    return [...behind, ...between];
}

const isCode = ({ style }) => style === "code" || style === "code_block";

/** The styles by Zalo's names, and one for each line of a list. */
function withBullets({ text, spans }) {
    const code = spans.filter(isCode);
    const bullets = [...text.matchAll(/^ *• .*$/gm)]
        .map(({ 0: line, index }) => ({ start: index, end: index + line.length, style: "bullet" }))
        .filter(({ start }) => !isWithin(code, start));
    const named = spans.flatMap(({ start, end, style }) => (STYLES[style] ?? []).map((name) => ({ start, end, style: name })));
    return { text, spans: [...named, ...bullets] };
}
