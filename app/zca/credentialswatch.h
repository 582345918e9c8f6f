// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <utility>

namespace zalo {

//! Notices that somebody logged in to a profile of openzca, with whatever program: it writes the
//! profile's credentials at a login and at no other time (ZCA.md 1). Nothing is read from them;
//! where others of the machine could read them, they cannot any more, and the log says so. Where
//! zca-cli keeps its own is not known, so nothing is noticed there.
class CredentialsWatch : public QObject
{
    Q_OBJECT

public:
    //! `home`: openzca's folder; empty: nothing is watched.
    CredentialsWatch(const QString& home, const QString& profile, QObject* parent = nullptr);

    //! Watches from now on, and what has been made since the last call.
    void watch();

signals:
    //! They are there, and are others than before.
    void replaced();

private:
    using Stamp = std::pair<qint64, qint64>; //!< when they were written, and their size

    void closeFiles();
    [[nodiscard]] QString credentialsFile() const;
    [[nodiscard]] Stamp stamp() const;
    void look();

    QString m_profileFolder;
    QString m_home;
    QFileSystemWatcher m_watcher;
    QTimer m_settling; //!< zca writes in steps
    Stamp m_seen;
    bool m_isWatching = false;
};

} // namespace zalo
