// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT
"use strict";

// Does what openzca has Node do: code made at run time, threads, children, files, sockets, names, secrets. Ends with 0 where all of it works.
const assert = require("node:assert/strict");
const { spawnSync } = require("node:child_process");
const crypto = require("node:crypto");
const dns = require("node:dns/promises");
const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");
const { Worker } = require("node:worker_threads");

async function main() {
    let sum = 0;
    const add = new Function("a", "b", "return a + b");
    for (let i = 0; i < 1e6; i += 1) sum = add(sum, 1);
    assert.equal(sum, 1e6);

    const answer = await new Promise((resolve, reject) => {
        new Worker("require('node:worker_threads').parentPort.postMessage(42)", { eval: true }).once("message", resolve).once("error", reject);
    });
    assert.equal(answer, 42);

    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "node-"));
    const file = path.join(folder, "credentials.json");
    fs.writeFileSync(file, "{}", { mode: 0o600 });
    fs.copyFileSync(file, `${file}.new`);
    fs.renameSync(`${file}.new`, file);
    fs.watch(folder).close();
    fs.rmSync(folder, { recursive: true });

    assert.equal(spawnSync(process.execPath, ["-e", "process.exit(7)"]).status, 7);
    assert.equal(crypto.scryptSync("word", "salt", 32).length, 32);
    assert.ok((await dns.lookup("localhost")).address);
    assert.ok(os.cpus().length > 0);
    assert.ok(os.networkInterfaces());

    const server = http.createServer((request, response) => response.end("yes")).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const said = await fetch(`http://127.0.0.1:${server.address().port}/`);
    assert.equal(await said.text(), "yes");
    server.close();
    server.closeAllConnections();
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
