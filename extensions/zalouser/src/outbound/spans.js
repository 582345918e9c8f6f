// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/**
 * A range of a text, in UTF-16 units, up to before `end`.
 * @typedef {{start: number, end: number, style: string}} Span
 * An edit takes `remove` units away at `at` and inserts something there; `span` is a range that comes with it.
 * @typedef {{at: number, remove: number, insert: string, span?: Span}} Edit
 */

/**
 * The text with its edits, none of which overlap, and its spans where they are then. What is inserted at either end of a span is not of it.
 * @param {{text: string, spans: Span[]}} content
 * @param {Edit[]} edits
 */
export function edited({ text, spans }, edits) {
    const sorted = edits.toSorted((a, b) => a.at - b.at || a.remove - b.remove);
    const moved = (place, isEnd) => {
        let by = 0;
        for (const { at, remove, insert } of sorted) {
            const isBefore = remove > 0 || !isEnd ? at + remove <= place : at < place;
            if (isBefore) by += insert.length - remove;
            else if (at < place) by += at - place; // within what goes
        }
        return place + by;
    };
    let out = "";
    let from = 0;
    for (const { at, remove, insert } of sorted) {
        out += text.slice(from, at) + insert;
        from = at + remove;
    }
    const all = [...spans, ...sorted.flatMap(({ span }) => span ?? [])];
    return { text: out + text.slice(from), spans: all.map(({ start, end, style }) => ({ start: moved(start, false), end: moved(end, true), style })) };
}

/**
 * The spans within a text of this length, by their starts; those of one style that overlap or touch are one.
 * @param {Span[]} spans
 */
function merged(spans, length) {
    /** @type {Span[]} */
    const out = [];
    for (const { start, end, style } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
        const last = out.findLast((span) => span.style === style && style !== "bullet");
        const to = Math.min(end, length);
        if (start >= to) continue;
        if (last && start <= last.end) last.end = Math.max(last.end, to);
        else out.push({ start, end: to, style });
    }
    return out;
}

/**
 * The text of a content with its styles as the bridge takes them (PROTOCOL.md); none where it has none.
 * @param {{text: string, spans: Span[]}} content
 * @returns {import("../types.d.ts").StyledText}
 */
export function styledText({ text, spans }) {
    const styles = merged(spans, text.length).map(({ start, end, style }) => ({ start, length: end - start, style }));
    return styles.length > 0 ? { text, styles } : { text };
}

/**
 * The other way round.
 * @param {import("../types.d.ts").StyledText} words
 * @returns {{text: string, spans: Span[]}}
 */
export const spansOf = ({ text, styles = [] }) => ({ text, spans: styles.map(({ start, length, style }) => ({ start, end: start + length, style })) });

/** Whether a place of a text is in one of these ranges. */
export const isWithin = (/** @type {{start: number, end: number}[]} */ ranges, /** @type {number} */ place) => ranges.some(({ start, end }) => start <= place && place < end);
