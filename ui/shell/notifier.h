// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QObject>

namespace zalo {

//! Shows notifications with one button through the desktop's notification service; without that
//! service it emits balloonRequested(). While the service says that nobody wants to be disturbed
//! (its property Inhibited) they wait, and only those that still apply come then.
class Notifier : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject* parent = nullptr);

    //! Shows a notification and replaces an earlier one of the same `topic`. `button` may be empty.
    virtual void notify(const QString& topic, const QString& title, const QString& text,
                        const QString& button);
    //! Closes the notification of `topic`, which no longer applies.
    virtual void withdraw(const QString& topic);

signals:
    //! The button was pressed, or, with `opened`, the notification was clicked.
    void activated(const QString& topic, bool opened);
    //! There is no notification service.
    void balloonRequested(const QString& title, const QString& text);

private slots:
    void onActionInvoked(uint id, const QString& action);
    void onClosed(uint id, uint reason);
    void onPropertiesChanged(const QString& interface, const QVariantMap& changed,
                             const QStringList& invalidated);

private:
    struct Content
    {
        QString title;
        QString text;
        QString button;
    };

    void show(const QString& topic);
    void close(uint id);

    QHash<QString, uint> m_ids; //!< by topic
    QHash<QString, Content> m_waiting; //!< not shown yet, by topic
    QHash<QString, int> m_underWay; //!< the service has not answered yet: the last request's serial
    int m_lastSerial = 0;
};

} // namespace zalo
