// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { plugin } from "./src/channel.js";

/**
 * What OpenClaw loads where it only looks at the channel (`doctor`, `security audit`, `channels list`) or sets it up. It is the whole channel, for
 * nothing heavy is imported before it is used.
 */
export default { plugin };
