// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace zalo {

//! Takes the quit events that come from outside, as a session manager's last word is one: Qt would
//! close the windows first, and give up where one only hides.
class SessionEndWatcher : public QObject
{
    Q_OBJECT

public:
    //! Watches `app`.
    explicit SessionEndWatcher(QObject* app);

signals:
    void quitRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace zalo
