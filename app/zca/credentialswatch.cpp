// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/credentialswatch.h"

#include "core/logging.h"
#include "core/plainfile.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr std::chrono::milliseconds Settling { 300 };

} // namespace

CredentialsWatch::CredentialsWatch(const QString& home, const QString& profile, QObject* parent)
    : QObject(parent),
      m_profileFolder(home + u"/profiles/"_s + profile),
      m_home(home)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(Settling);
    connect(&m_settling, &QTimer::timeout, this, &CredentialsWatch::look);
    const auto soon = [this] { m_settling.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
}

void CredentialsWatch::watch()
{
    if (m_home.isEmpty()) {
        return;
    }
    if (!std::exchange(m_isWatching, true)) {
        m_seen = stamp();
    }
    closeFiles();
    // The nearest folder that is there tells when the next one is made.
    const QStringList paths { credentialsFile(), m_profileFolder, m_home + u"/profiles"_s, m_home };
    for (const QString& path : paths) {
        const bool isWatched =
            m_watcher.files().contains(path) || m_watcher.directories().contains(path);
        if (!isWatched && QFileInfo::exists(path)) {
            m_watcher.addPath(path);
        }
    }
}

//! openzca makes them as open as the umask of whoever called it allows, and anybody who reads them
//! is this account (ZCA.md 1).
void CredentialsWatch::closeFiles()
{
    const bool wasOpen = closeToOthers(credentialsFile());
    if (closeToOthers(m_profileFolder) || wasOpen) {
        qCWarning(lcZca).noquote() << "others of this machine could open zca's login in"
                                   << m_profileFolder << "– not any more";
    }
}

QString CredentialsWatch::credentialsFile() const
{
    return m_profileFolder + u"/credentials.json"_s;
}

CredentialsWatch::Stamp CredentialsWatch::stamp() const
{
    const QFileInfo file(credentialsFile());
    return file.exists() ? Stamp { file.lastModified().toMSecsSinceEpoch(), file.size() }
                         : Stamp {};
}

void CredentialsWatch::look()
{
    watch(); // a file that was replaced is another one
    const Stamp now = stamp();
    const bool isNew = now != m_seen && now.second > 0;
    m_seen = now;
    if (isNew) {
        emit replaced();
    }
}

} // namespace zalo
