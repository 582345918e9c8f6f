// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "listenerowner.h"

#include "files.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

#include <csignal>
#include <unistd.h>

namespace zalo::sim {

namespace {

QString lockPath(const Home& home, const QString& profile)
{
    return home.profilePath(profile, QStringLiteral("listener-owner.json"));
}

qint64 livingOwner(const QString& path)
{
    const qint64 pid = readObject(path).value(QStringLiteral("pid")).toInteger();
    return pid > 0 && ::kill(pid_t(pid), 0) == 0 ? pid : 0;
}

} // namespace

ListenerOwner::ListenerOwner(const Home& home, const QString& profile)
    : m_path(lockPath(home, profile)),
      m_profile(profile)
{ }

ListenerOwner::~ListenerOwner()
{
    release();
}

qint64 ListenerOwner::acquire(const QString& sessionId)
{
    const FileLock lock(m_path + QStringLiteral(".lock"));
    if (const qint64 owner = livingOwner(m_path)) {
        return owner;
    }
    const QJsonObject record {
        { QStringLiteral("pid"), qint64(::getpid()) },
        { QStringLiteral("profile"), m_profile },
        { QStringLiteral("sessionId"), sessionId },
        { QStringLiteral("startedAt"),
          QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) },
    };
    m_ours = writeBytes(m_path, QJsonDocument(record).toJson());
    return 0;
}

void ListenerOwner::release()
{
    if (m_ours) {
        m_ours = false;
        QFile::remove(m_path);
    }
}

qint64 ListenerOwner::alive(const Home& home, const QString& profile)
{
    return livingOwner(lockPath(home, profile));
}

} // namespace zalo::sim
