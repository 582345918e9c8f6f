// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

namespace zalo::torture {

//! Another program that holds the companion's database, as a backup does: BEGIN EXCLUSIVE.
class DatabaseLock : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseLock(QString path, QObject* parent = nullptr);
    ~DatabaseLock() override;

    //! Takes it as soon as the companion lets go of it between two commits; nothing waits.
    void take();
    void release();
    //! A companion is launched. It cannot open a file that is held, for however short a time, and
    //! says so at once.
    void onLaunched();
    //! Whether the companion has or had, a moment ago, a reason to call it locked.
    [[nodiscard]] bool isWorthTelling() const;

private:
    void tryIt();

    QString m_path;
    QTimer m_timer;
    bool m_isOpen = false;
    bool m_isAmidStart = false; //!< held while a companion wants to open the file
    QElapsedTimer m_launched;
    QElapsedTimer m_taken;
    QElapsedTimer m_released; //!< after a hold that was worth telling
};

} // namespace zalo::torture
