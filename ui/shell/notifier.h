// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QObject>

namespace zalo {

//! Tells people something while no window is open: by the desktop's notification service, with one
//! button; without that service by `balloonRequested`.
class Notifier : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject* parent = nullptr);

    //! Shows it; an earlier one of the same `topic` is replaced. `button` may be empty.
    void notify(const QString& topic, const QString& title, const QString& text,
                const QString& button);
    //! Takes the notification of `topic` away: it is not true any more.
    void withdraw(const QString& topic);

signals:
    //! The button was pressed, or, with `opened`, the notification itself.
    void activated(const QString& topic, bool opened);
    //! There is no notification service.
    void balloonRequested(const QString& title, const QString& text);

private slots:
    void onActionInvoked(uint id, const QString& action);
    void onClosed(uint id, uint reason);

private:
    QHash<QString, uint> m_ids; //!< by topic
};

} // namespace zalo
