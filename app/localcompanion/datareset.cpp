// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/datareset.h"

#include "platform/instancelock.h"
#include "platform/privatefolder.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

Result<void> setAside(const QString& path, const QDateTime& now)
{
    QString kept = path;
    kept.chop(u".sqlite"_s.size());
    kept += u".damaged-"_s + now.toUTC().toString(u"yyyyMMdd-hhmmss"_s) + u".sqlite"_s;
    // The log belongs to the file: together they are what can be repaired.
    for (const QString& suffix : { u"-wal"_s, u"-shm"_s, QString() }) {
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, kept + suffix)) {
            return failure(ErrorKind::FileUnwritable, path + suffix);
        }
    }
    return {};
}

} // namespace

Result<void> resetData(ResetMode mode, const RuntimePaths& paths, const QDateTime& now)
{
    if (mode == ResetMode::KeepDamaged) {
        return setAside(paths.relayDatabase(), now);
    }
    Result<void> done;
    // The lock is still ours.
    for (const QString& folder : { paths.data, paths.state, paths.cache }) {
        if (const Result<void> emptied = emptyFolder(folder, InstanceLock::fileName()); !emptied) {
            done = emptied;
        }
    }
    return done;
}

} // namespace zalo
