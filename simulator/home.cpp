// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "home.h"

#include "files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace zalo::sim {

Home::Home()
    : m_root(qEnvironmentVariable("ZCA_SIM_HOME"))
{
    if (m_root.isEmpty()) {
        m_root = qEnvironmentVariable("OPENZCA_HOME");
    }
    if (m_root.isEmpty()) {
        m_root = QDir::homePath() + u"/.openzca-sim"_s;
    }
    m_root = QDir::cleanPath(QDir::current().absoluteFilePath(m_root));
    QDir().mkpath(path(u"sim"_s));
}

QString Home::profilePath(const QString& profile, const QString& name) const
{
    return path(u"profiles/"_s + profile + u'/' + name);
}

QString Home::controlFolder() const
{
    const QString folder = path(u"control"_s);
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
            root = path(u"openclaw"_s);
        }
        folder = root + u"/media/openzca/"_s + profile + u"/inbound"_s;
    }
    QDir().mkpath(folder);
    return folder;
}

qint64 Home::takeMessageIds(int count) const
{
    const FileLock lock(path(u"sim/msgid.lock"_s));
    const QString file = path(u"sim/msgid"_s);
    const qint64 last = readBytes(file).toLongLong();
    const qint64 first = qMax(last + 1, QDateTime::currentMSecsSinceEpoch());
    QFile out(file);
    if (out.open(QIODevice::WriteOnly)) {
        out.write(QByteArray::number(first + count - 1));
    }
    return first;
}

} // namespace zalo::sim
