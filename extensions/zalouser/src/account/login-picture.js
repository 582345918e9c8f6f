// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";
import path from "node:path";

/**
 * The QR code of one login as a PNG, for terminals that cannot show it: a private file in the Gateway's state folder that always holds
 * the newest code. Whoever scans it is logged in, so it is removed when the login or the process ends.
 */
export function loginPicture(stateDir, profile) {
    const file = path.join(stateDir, "zalouser", `login-${profile}.png`);
    const remove = () => {
        process.off("exit", remove);
        fs.rmSync(file, { force: true });
    };
    return {
        /** @returns {string|undefined} where it is; without a picture, or on a full disk, nothing */
        show(png) {
            if (!png) return undefined;
            try {
                const fresh = `${file}.${process.pid}`;
                fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
                fs.rmSync(fresh, { force: true });
                fs.writeFileSync(fresh, Buffer.from(png, "base64"), { mode: 0o600, flag: "wx" });
                fs.renameSync(fresh, file); // atomic: a viewer never sees a partial picture
                process.off("exit", remove).once("exit", remove);
                return file;
            } catch {
                return undefined;
            }
        },
        remove,
    };
}
