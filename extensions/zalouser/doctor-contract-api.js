// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// OpenClaw finds this file by its name, beside the manifest that announces it (`doctorContract`).
export { legacyConfigRules, normalizeCompatibilityConfig } from "./src/account/legacy-config.js";
