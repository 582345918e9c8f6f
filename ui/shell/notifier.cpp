// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/notifier.h"

#include "core/ids.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

const QString Service = u"org.freedesktop.Notifications"_s;
const QString Path = u"/org/freedesktop/Notifications"_s;
const QString ButtonAction = u"button"_s;
const QString OpenAction =
    u"default"_s; //!< the specification's name for a click on the notification

} // namespace

Notifier::Notifier(QObject* parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(Service, Path, Service, u"ActionInvoked"_s, this,
                SLOT(onActionInvoked(uint, QString)));
    bus.connect(Service, Path, Service, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
}

void Notifier::notify(const QString& topic, const QString& title, const QString& text,
                      const QString& button)
{
    QStringList actions { OpenAction, title };
    if (!button.isEmpty()) {
        actions << ButtonAction << button;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, u"Notify"_s);
    // Bodies may contain markup: escape foreign text.
    call << u"Zalo Companion"_s << m_ids.value(topic) << applicationId() << title
         << text.toHtmlEscaped() << actions
         << QVariantMap { { u"desktop-entry"_s, applicationId() } } << -1;
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, topic, title, text](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                const QDBusPendingReply<uint> reply = *done;
                if (reply.isValid()) {
                    m_ids.insert(topic, reply.value());
                } else {
                    emit balloonRequested(title, text);
                }
            });
}

void Notifier::withdraw(const QString& topic)
{
    const uint id = m_ids.take(topic);
    if (id == 0) {
        return;
    }
    QDBusMessage call =
        QDBusMessage::createMethodCall(Service, Path, Service, u"CloseNotification"_s);
    call << id;
    QDBusConnection::sessionBus().send(call);
}

void Notifier::onActionInvoked(uint id, const QString& action)
{
    const QString topic = m_ids.key(id);
    if (!topic.isEmpty()) {
        emit activated(topic, action == OpenAction);
    }
}

void Notifier::onClosed(uint id, uint)
{
    const QString topic = m_ids.key(id);
    if (!topic.isEmpty()) {
        m_ids.remove(topic);
    }
}

} // namespace zalo
