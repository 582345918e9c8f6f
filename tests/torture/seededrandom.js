// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/** Numbers in [0, 1) that a seed repeats: xorshift of 32 bits (Marsaglia, "Xorshift RNGs", 2003). */
export function seededRandom(seed) {
    let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
    return () => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        state >>>= 0;
        return state / 2 ** 32;
    };
}
