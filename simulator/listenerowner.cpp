// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "listenerowner.h"

#include "files.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

QString lockPath(const Home& home, const QString& profile)
{
    return home.profilePath(profile, u"listener-owner.json"_s);
}

qint64 livingOwner(const QString& path)
{
    const qint64 pid = readObject(path).value(u"pid"_s).toInteger();
    // Whose process it is, and what it does, does not count: not even that it cannot be signalled.
    return pid > 0 && (::kill(pid_t(pid), 0) == 0 || errno == EPERM) ? pid : 0;
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
    const FileLock lock(m_path + u".lock"_s);
    if (const qint64 owner = livingOwner(m_path)) {
        return owner;
    }
    const QJsonObject record {
        { u"pid"_s, qint64(::getpid()) },
        { u"profile"_s, m_profile },
        { u"sessionId"_s, sessionId },
        { u"startedAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) },
    };
    m_ours = writeBytes(m_path, QJsonDocument(record).toJson());
    return 0;
}

void ListenerOwner::release()
{
    if (m_ours) {
        m_ours = false;
        if (readObject(m_path).value(u"pid"_s).toInteger() == ::getpid()) {
            QFile::remove(m_path);
        }
    }
}

qint64 ListenerOwner::alive(const Home& home, const QString& profile)
{
    return livingOwner(lockPath(home, profile));
}

} // namespace zalo::sim
