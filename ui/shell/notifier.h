// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QObject>

namespace zalo {

//! Shows notifications with one button through the desktop's notification service; without that
//! service it emits balloonRequested().
class Notifier : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject* parent = nullptr);

    //! Shows a notification and replaces an earlier one of the same `topic`. `button` may be empty.
    void notify(const QString& topic, const QString& title, const QString& text,
                const QString& button);
    //! Closes the notification of `topic`, which no longer applies.
    void withdraw(const QString& topic);

signals:
    //! The button was pressed, or, with `opened`, the notification was clicked.
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
