// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What becomes of an agent's Markdown, with the Gateway's own reader.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatted } from "../../../extensions/zalouser/src/outbound/formatting.js";
import { provideSdk } from "../support/sdk.js";

provideSdk();

/** The text, and each style with the words that have it. */
async function shown(markdown, config = {}) {
    const { text, styles = [] } = await formatted({ config }, markdown);
    return { text, styles: styles.map(({ start, length, style }) => `${style}: ${text.slice(start, start + length)}`) };
}

/** @type {[string, string, string, string[]?][]} */
const CASES = [
    ["plain words", "Xin chào 🌸\nhai dòng", "Xin chào 🌸\nhai dòng"],
    ["bold, italic, struck", "**đậm** *nghiêng* ~~bỏ~~", "đậm nghiêng bỏ", ["bold: đậm", "italic: nghiêng", "strike: bỏ"]],
    ["headings", "# Một\n## Hai **ba**", "Một\n\nHai ba", ["bold: Một", "big: Một", "bold: Hai ba"]],
    ["a list in a list", "- một\n  - **hai**\n- ba", "• một\n  • hai\n• ba", ["bullet: • một", "bullet:   • hai", "bold: hai", "bullet: • ba"]],
    ["numbers stay as they are written", "3. ba\n4. bốn", "3. ba\n4. bốn"],
    ["tasks", "- [ ] việc\n- [x] xong", "☐ việc\n☑ xong"],
    ["a quotation", "> một\n> hai\n\nba", "▎ một\n▎ hai\n\nba"],
    ["code", "Chạy `npm *i*`:\n```js\n  - a **b**\n```\nxong", "Chạy npm *i*:\n\n  - a **b**\n\nxong"],
    ["code in a list", "1. một\n\n   ```\n   x\n   ```\n2. hai", "1. một\n\nx\n\n2. hai"],
    ["a quotation with a blank line and a list", "> một\n>\n> - hai\n>   - ba", "▎ một\n▎\n▎ • hai\n▎   • ba"],
    ["a list with blank lines", "- một\n\n  - con\n\n- hai", "• một\n  • con\n• hai", ["bullet: • một", "bullet:   • con", "bullet: • hai"]],
    ["a bullet in code is none", "```\n• a\n```", "• a"],
    ["a link", "xem [trang](https://zalo.me/x) nhé", "xem trang (https://zalo.me/x) nhé"],
    ["a bold link", "**[trang](https://a.vn)** x", "trang (https://a.vn) x", ["bold: trang"]],
    ["a link that is its own words", "[https://a.vn/](https://a.vn) <https://b.vn> a@b.vn", "https://a.vn/ https://b.vn a@b.vn"],
    ["mail and telephone", "[thư](mailto:a@b.vn) [gọi](tel:0912)", "thư (a@b.vn) gọi (0912)"],
    ["a picture", "![ảnh](https://x/y.png) ![](https://x/z.png)", "ảnh (https://x/y.png) https://x/z.png"],
    ["an address that nothing refers to", "xem [1]\n\n[1]: https://a.vn", "xem [1]\n\n[1]: https://a.vn"],
    ["underscores of an address", "https://a.vn/b_c_d", "https://a.vn/b_c_d"],
    ["sums", "2*3*4 = 24, 5 * 3 = 15, a_b_c", "2*3*4 = 24, 5 * 3 = 15, a_b_c"],
    ["sums in code", "`2*3*4`", "2*3*4"],
    ["colours", "a {red}đỏ **đậm**{/red} {small}nhỏ{/small} {big}to{/big}", "a đỏ đậm nhỏ to", ["red: đỏ đậm", "bold: đậm", "big: to"]],
    ["no colour in code", "`{red}x{/red}`", "{red}x{/red}"],
    ["a colour without its end", "{red}x", "{red}x"],
    ["what is escaped", "\\*một\\* \\# hai", "*một* # hai"],
    ["nothing but marks", "***", "***"],
    ["a line between others", "một\n\n---\n\nhai", "một\n\n───\n\nhai"],
    ["one line with a dash is no list", "- chào **Mai**", "- chào Mai", ["bold: Mai"]],
    ["nor with a plus", " + 84", "+ 84"],
    ["a list of one below its words", "Có:\n- trà", "Có:\n\n• trà", ["bullet: • trà"]],
    ["numbers with a bracket", "1) một\n   - con\n2) hai", "1) một\n  • con\n2) hai", ["bullet:   • con"]],
    ["numbers with a bracket, quoted", "> 1) một\n> 2) hai", "▎ 1) một\n▎ 2) hai"],
    ["numbers behind bullets", "- 1. một\n- 2) hai", "• 1. một\n• 2) hai", ["bullet: • 1. một", "bullet: • 2) hai"]],
    ["an empty fence", "```\n```", "```\n```"],
    ["white space at the end", "một\n\n", "một"],
];
for (const [name, markdown, text, styles = []] of CASES) {
    test(name, async () => assert.deepEqual(await shown(markdown), { text, styles }));
}

const TABLE = "Giá:\n\n| Món | Giá |\n|---|---|\n| Trà | **20** |\n| Hoa | [xem](https://a.vn) |";

test("a table is what markdown.tables says", async () => {
    const bullets = await shown(TABLE);
    assert.equal(bullets.text, "Giá:\n\nMón: Trà\n• Giá: 20\n\nMón: Hoa\n• Giá: xem (https://a.vn)");
    assert.deepEqual(bullets.styles, ["bold: Món: Trà", "bullet: • Giá: 20", "bold: 20", "bold: Món: Hoa", "bullet: • Giá: xem (https://a.vn)"]);
    assert.match((await shown(TABLE, { markdown: { tables: "code" } })).text, /^\| Trà +\| 20 +\|\n\| Hoa +\| xem \(https:\/\/a\.vn\) +\|$/m);
    assert.match((await shown(TABLE, { markdown: { tables: "off" } })).text, /^\|---\|---\|$/m);
});

/** @type {[string, string, string][]} */
const TABLES = [
    ["of one column", "| A |\n|---|\n| 1 |", "• A: 1"],
    ["whose first column has no name", "| | B |\n|---|---|\n| x | 1 |", "x\n• B: 1"],
    ["without bars around it", "A: | B\n--- | ---\n$1 | 2\n\nsau", "A: $1\n• B: 2\n\nsau"],
    ["before a list", "| A | B |\n|---|---|\n| 1 | 2 |\n- a | b", "A: 1\n• B: 2\n\n• a | b"],
    ["in code", "```\n| A | B |\n|---|---|\n| 1 | 2 |\n```", "| A | B |\n|---|---|\n| 1 | 2 |"],
    ["that is none", "a|b|c\n---|---\n1|2", "a|b|c\n---|---\n1|2"],
    ["without rows", "Bảng:\n\n| A | B |\n|---|---|", "Bảng:\n\n| A | B |\n|---|---|"],
];
for (const [name, markdown, text] of TABLES) {
    test(`a table ${name}`, async () => assert.equal((await shown(markdown)).text, text));
}

test("whatever is written, its letters arrive", async () => {
    const words = ["một", "hai*ba", "x_y", "2*3*4", "{red}", "{/red}", "a@b.vn", "#tag", "- ", "1) ", "\n", "[x]", "(y)", "`z`", "~", "🌸", "|"];
    let seed = 7;
    const next = (bound) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % bound;
    for (let round = 0; round < 200; ++round) {
        const markdown = Array.from({ length: 12 }, () => words[next(words.length)]).join(" ");
        const { text, styles = [] } = await formatted({ config: {} }, markdown);
        const letters = (of) => of.replace(/\{\/?red\}/g, "").match(/[\p{L}\p{N}🌸]/gu)?.join("");
        assert.equal(letters(text), letters(markdown), markdown);
        for (const { start, length } of styles) assert.ok(start >= 0 && length > 0 && start + length <= text.length);
    }
});
