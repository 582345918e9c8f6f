// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/datareset.h"

#include "platform/instancelock.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

Result<void> emptyFolder(const QString& path)
{
    Result<void> done;
    const auto entries = QDir(path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System
                                                  | QDir::NoDotAndDotDot);
    for (const QFileInfo& entry : entries) {
        if (entry.fileName() == InstanceLock::fileName()) {
            continue; // it is still ours
        }
        const QString name = entry.filePath();
        const bool isFolder = entry.isDir() && !entry.isSymLink();
        if (!(isFolder ? QDir(name).removeRecursively() : QFile::remove(name))) {
            done = failure(ErrorKind::FileUnwritable, name);
        }
    }
    return done;
}

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
    for (const QString& folder : { paths.data, paths.state, paths.cache }) {
        if (const Result<void> emptied = emptyFolder(folder); !emptied) {
            done = emptied;
        }
    }
    return done;
}

} // namespace zalo
