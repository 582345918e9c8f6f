// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "home.h"

#include "files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace zalo::sim {

Home::Home()
    : m_root(qEnvironmentVariable("ZCA_SIM_HOME"))
{
    if (m_root.isEmpty()) {
        m_root = qEnvironmentVariable("OPENZCA_HOME");
    }
    if (m_root.isEmpty()) {
        m_root = QDir::homePath() + QStringLiteral("/.openzca-sim");
    }
    m_root = QDir::cleanPath(QDir::current().absoluteFilePath(m_root));
    QDir().mkpath(path(QStringLiteral("sim")));
}

QString Home::profilePath(const QString& profile, const QString& name) const
{
    return path(QStringLiteral("profiles/") + profile + u'/' + name);
}

QString Home::controlFolder() const
{
    const QString folder = path(QStringLiteral("control"));
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

QString Home::mediaFolder(const QString& profile) const
{
    QString folder = qEnvironmentVariable("OPENZCA_LISTEN_MEDIA_DIR");
    if (folder.isEmpty()) {
        QString root = qEnvironmentVariable("OPENCLAW_STATE_DIR");
        if (root.isEmpty()) {
            root = qEnvironmentVariable("CLAWDBOT_STATE_DIR");
        }
        if (root.isEmpty()) {
            // The real program takes ~/.openclaw; a simulator has no business there.
            root = path(QStringLiteral("openclaw"));
        }
        folder = root + QStringLiteral("/media/openzca/") + profile + QStringLiteral("/inbound");
    }
    QDir().mkpath(folder);
    return folder;
}

qint64 Home::takeMessageIds(int count) const
{
    const FileLock lock(path(QStringLiteral("sim/msgid.lock")));
    const QString file = path(QStringLiteral("sim/msgid"));
    const qint64 last = readBytes(file).toLongLong();
    const qint64 first = qMax(last + 1, QDateTime::currentMSecsSinceEpoch());
    QFile out(file);
    if (out.open(QIODevice::WriteOnly)) {
        out.write(QByteArray::number(first + count - 1));
    }
    return first;
}

} // namespace zalo::sim
