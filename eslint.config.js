// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { createRequire } from "node:module";
import path from "node:path";

// ./dev keeps the checkers outside the tree and says where.
const require = createRequire(path.join(process.env.JS_TOOLS_DIR ?? import.meta.dirname, "package.json"));
const js = require("@eslint/js");
const globals = require("globals");

/**
 * Beyond `recommended`. Left out: consistent-return (`return void` ends a handler early throughout), require-atomic-updates (it takes every
 * assignment after an await for a race).
 */
const rules = {
    "array-callback-return": "error",
    curly: ["error", "multi-line"],
    eqeqeq: ["error", "always", { null: "ignore" }],
    "no-constructor-return": "error",
    "no-control-regex": "off", // what reaches a terminal is searched for its control characters
    "no-duplicate-imports": "error",
    "no-else-return": "error",
    "no-implicit-coercion": "error",
    "no-lonely-if": "error",
    "no-self-compare": "error",
    "no-template-curly-in-string": "error",
    "no-throw-literal": "error",
    "no-unmodified-loop-condition": "error",
    "no-unreachable-loop": "error",
    "no-unused-vars": ["error", { args: "after-used", argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
    "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
    "no-useless-computed-key": "error",
    "no-useless-concat": "error",
    "no-useless-rename": "error",
    "no-useless-return": "error",
    "no-var": "error",
    "object-shorthand": "error",
    "prefer-const": "error",
    "prefer-object-has-own": "error",
    "prefer-promise-reject-errors": "error",
    "prefer-rest-params": "error",
    "prefer-spread": "error",
    "prefer-template": "error",
    yoda: "error",
};

export default [
    { ignores: ["build/", "dist/", "**/node_modules/"] },
    js.configs.recommended,
    {
        files: ["**/*.js"],
        languageOptions: { ecmaVersion: "latest", sourceType: "module", globals: globals.node },
        linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
        rules,
    },
    {
        files: ["extensions/zalouser/**/*.js"],
        // The Gateway's terminal and log belong to the Gateway: the plugin speaks through what it hands over.
        rules: { "no-console": "error", "no-process-exit": "off" },
    },
];
