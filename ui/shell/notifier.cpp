// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/notifier.h"

#include "core/ids.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QVariantMap>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

const QString Service = u"org.freedesktop.Notifications"_s;
const QString Path = u"/org/freedesktop/Notifications"_s;
const QString Properties = u"org.freedesktop.DBus.Properties"_s;
const QString Inhibited = u"Inhibited"_s;
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
    bus.connect(Service, Path, Properties, u"PropertiesChanged"_s, this,
                SLOT(onPropertiesChanged(QString, QVariantMap, QStringList)));
}

void Notifier::notify(const QString& topic, const QString& title, const QString& text,
                      const QString& button)
{
    m_waiting.insert(topic, { title, text, button });
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Properties, u"Get"_s);
    call << Service << Inhibited;
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, topic](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                const QDBusPendingReply<QDBusVariant> inhibited = *done;
                // Most services do not know this property.
                if (!inhibited.isValid() || !inhibited.value().variant().toBool()) {
                    show(topic);
                }
            });
}

void Notifier::show(const QString& topic)
{
    if (!m_waiting.contains(topic)) {
        return; // withdrawn, or shown for an earlier request
    }
    const Content content = m_waiting.take(topic);
    QStringList actions { OpenAction, content.title };
    if (!content.button.isEmpty()) {
        actions << ButtonAction << content.button;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, u"Notify"_s);
    // Bodies may contain markup: escape foreign text.
    call << u"Zalo Companion"_s << m_ids.value(topic) << applicationId() << content.title
         << content.text.toHtmlEscaped() << actions
         << QVariantMap { { u"desktop-entry"_s, applicationId() } } << -1;
    const int serial = ++m_lastSerial;
    m_underWay.insert(topic, serial);
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, topic, content, serial](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                const bool isWithdrawn = !m_underWay.contains(topic);
                if (m_underWay.value(topic) == serial) {
                    m_underWay.remove(topic);
                }
                const QDBusPendingReply<uint> reply = *done;
                if (reply.isValid() && isWithdrawn) {
                    close(reply.value());
                } else if (reply.isValid()) {
                    m_ids.insert(topic, reply.value());
                } else if (!isWithdrawn) {
                    emit balloonRequested(content.title, content.text);
                }
            });
}

void Notifier::withdraw(const QString& topic)
{
    m_waiting.remove(topic);
    m_underWay.remove(topic);
    if (const uint id = m_ids.take(topic); id != 0) {
        close(id);
    }
}

void Notifier::close(uint id)
{
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

void Notifier::onPropertiesChanged(const QString& interface, const QVariantMap& changed,
                                   const QStringList&)
{
    if (interface == Service && changed.contains(Inhibited) && !changed.value(Inhibited).toBool()) {
        const QStringList topics = m_waiting.keys();
        for (const QString& topic : topics) {
            show(topic);
        }
    }
}

} // namespace zalo
