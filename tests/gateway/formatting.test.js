// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What an agent writes, as it arrives on Zalo.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { drawn } from "./drawn.js";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const CUSTOMER = "391000000000000061";

const ANSWER = `# Đơn hàng T-7 🌸

Chào chị **Mai**, đơn của chị *đã sẵn sàng* ~~ngày mai~~ **hôm nay**.

## Gồm có
- Trà sen, **2 hộp**
  - loại {red}giảm giá{/red}
- Bánh đậu xanh
- [x] đã gói

1. Chuyển khoản
2. Nhận hàng

| Món | Số lượng | Giá |
|---|---|---|
| Trà sen | 2 | 240.000 |
| Bánh | 1 | 60.000 |

> Giao trước 5 giờ
> giúp em nhé

\`\`\`
MA_DON = 2*3*4
  GHI_CHU: "@shop **nhanh**"
\`\`\`

Xem [đơn hàng](https://shop.example.vn/don/7_a_b) hoặc https://zalo.me/shop.`;

const ARRIVED = `│ Đơn hàng T-7 🌸
│ BBBBBBBBBBBBBBB
│
│ Chào chị Mai, đơn của chị đã sẵn sàng ngày mai
│          bbb              iiiiiiiiiii --------
│ hôm nay.
│ bbbbbbb
│
│ Gồm có
│ bbbbbb
│
│ • Trà sen, 2 hộp
│            bbbbb
│   • loại giảm giá
│          rrrrrrrr
│ • Bánh đậu xanh
│ ☑ đã gói
│
│ 1. Chuyển khoản
│ 2. Nhận hàng
│
│ Món: Trà sen
│ bbbbbbbbbbbb
│ • Số lượng: 2
│ • Giá: 240.000
│
│ Món: Bánh
│ bbbbbbbbb
│ • Số lượng: 1
│ • Giá: 60.000
│
│ ▎ Giao trước 5 giờ
│ ▎ giúp em nhé
│
│ MA_DON = 2*3*4
│   GHI_CHU: "@shop **nhanh**"
│
│ Xem đơn hàng
│ (https://shop.example.vn/don/7_a_b) hoặc
│ https://zalo.me/shop.`;

describe("formatting", () => {
    let world;

    before(async () => {
        world = new World();
        world.hurry();
        await world.running(OPEN);
        world.model.answers["T-7"] = ANSWER;
    });
    after(() => world.close());

    const arrived = async (threadId, count) => {
        const texts = async () => (await world.sim.outbox()).filter((entry) => entry.threadId === threadId);
        await waitFor(`${count} messages`, async () => (await texts()).length >= count, { seen: () => world.seen() });
        return await texts();
    };

    test("a long answer is readable, and nothing of it is lost", async (t) => {
        await world.sim.inject({ threadId: CUSTOMER, content: "T-7 đơn của em đâu rồi?" });
        const messages = await arrived(CUSTOMER, 1);
        const picture = messages.map(drawn).join("\n");
        t.diagnostic(`\n${picture}`);
        assert.equal(picture, ARRIVED);
        assert.equal(messages.length, 1);
    });

    test("the model is told what Zalo shows", () => {
        const told = JSON.stringify(world.model.conversations["T-7"]);
        assert.match(told, /People read on phones/);
        assert.match(told, /\{red\}/);
    });

    test("message send and the tool say it the same way; markdown.tables holds for both", async () => {
        const words = "**đậm** [x](https://a.vn)\n\n| A | B |\n|---|---|\n| 1 | 2 |";
        await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", "391000000000000062", "--message", words);
        const [{ text, styles }] = await arrived("391000000000000062", 1);
        assert.match(text, /^đậm x \(https:\/\/a\.vn\)\n\nA: 1\nB: 2$/);
        assert.deepEqual(styles.filter(({ st }) => st === "b")[0], { start: 0, len: 3, st: "b" });
        world.model.calls["T-8"] = { action: "send", threadId: "391000000000000063", message: words };
        await world.sim.inject({ threadId: CUSTOMER, content: "T-8 gửi giúp nhé" });
        assert.equal((await arrived("391000000000000063", 1))[0].text, text);
        await world.answered(CUSTOMER, "re: T-8");
        world.gateway.configure({ channels: { zalouser: { ...world.gateway.config.channels.zalouser, markdown: { tables: "code" } } } });
        await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", "391000000000000064", "--message", words);
        assert.match((await arrived("391000000000000064", 1))[0].text, /^\| A +\| B +\|$/m);
    });

    test("a long text keeps its styles on every message", async () => {
        world.model.answers["T-9"] = Array.from({ length: 60 }, (_, i) => `- **Mục ${i}**: ${"chữ ".repeat(12).trim()}`).join("\n");
        const before = (await world.sim.outbox()).filter(({ threadId }) => threadId === CUSTOMER).length;
        await world.sim.inject({ threadId: CUSTOMER, content: "T-9 kể hết đi" });
        await waitFor("the last item", async () => (await world.sim.textsTo(CUSTOMER)).at(-1)?.includes("Mục 59"), { seen: () => world.seen() });
        const parts = (await world.sim.outbox()).filter(({ threadId }) => threadId === CUSTOMER).slice(before);
        assert.ok(parts.length > 1);
        assert.ok(parts.every(({ chunks }) => chunks === 1), "zca itself cuts nothing");
        const items = parts.flatMap(({ text, styles = [] }) => styles.filter(({ st }) => st === "b").map(({ start, len }) => text.slice(start, start + len)));
        assert.deepEqual(items, Array.from({ length: 60 }, (_, i) => `Mục ${i}`));
    });
});
