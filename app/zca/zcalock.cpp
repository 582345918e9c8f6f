// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcalock.h"

#include <QFile>

#include <algorithm>

namespace zalo {
namespace {

//! `/usr/bin/zca`, `…/openzca/dist/cli.js`.
bool isZca(const QByteArray& path)
{
    const QList<QByteArray> names = path.split('/');
    return std::any_of(names.cbegin(), names.cend(), [](const QByteArray& name) {
        return name.startsWith("zca") || name.startsWith("openzca");
    });
}

//! A zca of npm is `node …/openzca/… listen …`, any other one `…/zca listen …`.
bool isListener(const QList<QByteArray>& commandLine)
{
    const auto program = commandLine.cbegin();
    const auto end = program + std::min<qsizetype>(commandLine.size(), 3);
    return commandLine.contains("listen") && std::any_of(program, end, isZca);
}

} // namespace

LockOwner lockOwner(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
    if (pid <= 0 || !file.exists()) {
        return LockOwner::Gone;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return file.exists() ? LockOwner::Listener : LockOwner::Gone;
    }
    return isListener(file.readAll().split('\0')) ? LockOwner::Listener : LockOwner::Foreign;
}

} // namespace zalo
