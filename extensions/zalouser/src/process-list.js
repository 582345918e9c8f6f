// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";

/**
 * Whether every user of this machine sees the arguments of everybody's processes: `/proc` is mounted without `hidepid` (proc(5), proc_pid_mountinfo(5)).
 * False where that cannot be told: then this system has another process list.
 * @returns {boolean}
 */
export function isProcessListOpen(mountinfo = "/proc/self/mountinfo") {
    let text;
    try {
        text = fs.readFileSync(mountinfo, "utf8");
    } catch {
        return false;
    }
    // What was mounted last lies on top.
    const proc = text.split("\n").map((line) => line.split(" ")).findLast((fields) => fields[4] === "/proc");
    const [type, , options] = proc?.slice(proc.indexOf("-") + 1) ?? [];
    const hidepid = /(?:^|,)hidepid=([^,]+)/.exec(options ?? "")?.[1] ?? "off";
    return type === "proc" && ["0", "off"].includes(hidepid);
}
