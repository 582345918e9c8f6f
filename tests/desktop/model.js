// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The stand-in model of the Gateway's tests, for those of the desktop: prints the Gateway's configuration for it, and ends with its input.

import { Model } from "../gateway/model.js";

const model = await new Model().start();
process.stdout.write(`${JSON.stringify(model.config)}\n`);
process.stdin.on("end", () => process.exit(0)).resume();
