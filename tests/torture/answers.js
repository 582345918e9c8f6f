// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/**
 * What is wrong with the answers.
 * @param {{threadId: string, marker: string, heard?: boolean}[]} asked in the order in which they were asked; what no listener heard has
 *   `heard: false` and no place in the order
 * @param {{threadId: string, text: string}[]} outbox what Zalo got, in its order
 * @returns {{lost: string[], doubled: string[], astray: string[], "out of order": string[]}} markers
 */
export function reckon(asked, outbox) {
    const threadOf = new Map(asked.map(({ threadId, marker }) => [marker, threadId]));
    const answers = outbox.filter(({ text }) => text.startsWith("re: ")).map(({ threadId, text }) => ({ threadId, marker: text.slice(4) }));
    const times = Map.groupBy(answers, ({ marker }) => marker);
    const place = new Map(asked.map(({ marker }, index) => [marker, index]));
    const newest = new Map();
    const late = [];
    for (const { threadId, marker } of answers) {
        const index = place.get(marker) ?? -1;
        if (asked[index]?.heard === false) continue;
        if (index < (newest.get(threadId) ?? -1)) late.push(marker);
        else newest.set(threadId, index);
    }
    return {
        lost: asked.map(({ marker }) => marker).filter((marker) => !times.has(marker)),
        doubled: [...times].filter(([, list]) => list.length > 1).map(([marker]) => marker),
        astray: answers.filter(({ threadId, marker }) => threadOf.get(marker) !== threadId).map(({ marker }) => marker),
        "out of order": late,
    };
}
