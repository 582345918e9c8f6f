// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { isWithin } from "./spans.js";

const RULE = /^ {0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/;
const OTHER_BLOCK = /^\s*([-+*]\s|\d+[.)]\s|[>#])/;

const cellsOf = (line) => line.trim().replace(/^\||(?<!\\)\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim());

/** Whether this line is the rule below a table's head: `|---|:-:|`. */
const isRule = (line, above = "") => RULE.test(line) && cellsOf(above).length === cellsOf(line).length;

/**
 * Tables whose rows say what their first cells are, for a reader that makes each row a title with a list below it and gives the names of all
 * columns but the first. A head without rows, of which the reader leaves nothing, stays as it was written.
 * @param {string} markdown
 * @param {{start: number, end: number}[]} code where no table is one
 */
export function withFirstColumn(markdown, code) {
    const lines = markdown.split("\n");
    let [at, head, isTable] = [0, "", false];
    const isRow = (line = "") => line.includes("|") && !OTHER_BLOCK.test(line);
    return lines
        .map((line, index) => {
            const place = at;
            at += line.length + 1;
            const isCode = isWithin(code, place);
            if (isTable && isRow(line) && !isCode) return head === "" ? line : line.replace(/^\s*\|?\s*(?=[^\s|])/, (margin) => `${margin}${head}: `);
            isTable = !isCode && isRule(line, lines[index - 1]);
            if (!isTable) return line;
            head = cellsOf(lines[index - 1])[0].replace(/:$/, "");
            return isRow(lines[index + 1]) ? line : `\\${line}`;
        })
        .join("\n");
}
