// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakesecretservice.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::test {

//! A secret on its way: (oayays).
struct WireSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument& operator<<(QDBusArgument& argument, const WireSecret& secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument& operator>>(const QDBusArgument& argument, WireSecret& secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

const QString Root = u"/org/freedesktop/secrets"_s;
const QString Collection = Root + u"/collection/login"_s;
const QString PromptPath = Root + u"/prompt/1"_s;
const QString Nothing = u"/"_s;

using Paths = QList<QDBusObjectPath>;
using WireSecrets = QMap<QDBusObjectPath, WireSecret>;

} // namespace
} // namespace zalo::test

Q_DECLARE_METATYPE(zalo::test::WireSecret)

namespace zalo::test {

bool FakeSecretService::start()
{
    qDBusRegisterMetaType<WireSecret>();
    qDBusRegisterMetaType<WireSecrets>();
    qDBusRegisterMetaType<Attributes>();
    QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.registerVirtualObject(Root, this, QDBusConnection::SubPath)
        && bus.registerService(u"org.freedesktop.secrets"_s);
}

void FakeSecretService::unlock()
{
    m_isLocked = false;
    if (std::exchange(m_isPrompting, false)) {
        QDBusMessage completed = QDBusMessage::createSignal(
            PromptPath, u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
        completed << false
                  << QVariant::fromValue(
                         QDBusVariant(QVariant::fromValue(Paths { QDBusObjectPath(Collection) })));
        QDBusConnection::sessionBus().send(completed);
    }
}

QString FakeSecretService::introspect(const QString& /*path*/) const
{
    return {};
}

bool FakeSecretService::handleMessage(const QDBusMessage& message,
                                      const QDBusConnection& connection)
{
    QTimer::singleShot(m_delay, this,
                       [this, message, connection] { (void)connection.send(answerTo(message)); });
    return true;
}

QDBusMessage FakeSecretService::answerTo(const QDBusMessage& message)
{
    const QString member = message.member();
    const auto none = QVariant::fromValue(QDBusObjectPath(Nothing));
    if (message.interface() == u"org.freedesktop.DBus.Properties") {
        return properties(message);
    }
    if (member == u"OpenSession") {
        return message.arguments().value(0).toString() == u"plain"
            ? message.createReply({ QVariant::fromValue(QDBusVariant(QString())),
                                    QVariant::fromValue(QDBusObjectPath(Root + u"/session/1"_s)) })
            : message.createErrorReply(QDBusError::NotSupported, u"plain only"_s);
    }
    if (member == u"SearchItems") {
        return search(message);
    }
    if (member == u"GetSecrets") {
        return secrets(message);
    }
    if (member == u"ReadAlias") {
        return message.createReply(QVariant::fromValue(QDBusObjectPath(Collection)));
    }
    if (member == u"Unlock") {
        const auto asked = qdbus_cast<Paths>(message.arguments().value(0));
        return m_isLocked
            ? message.createReply(
                { QVariant::fromValue(Paths()), QVariant::fromValue(QDBusObjectPath(PromptPath)) })
            : message.createReply({ QVariant::fromValue(asked), none });
    }
    if (member == u"Prompt") {
        m_isPrompting = true;
        return message.createReply();
    }
    if (member == u"CreateItem") {
        return createItem(message);
    }
    if (member == u"Delete") {
        m_items.remove(message.path());
        return message.createReply(none);
    }
    return message.createErrorReply(QDBusError::UnknownMethod, member);
}

QDBusMessage FakeSecretService::search(const QDBusMessage& message) const
{
    const auto wanted = qdbus_cast<Attributes>(message.arguments().value(0));
    Paths found;
    for (auto item = m_items.begin(); item != m_items.end(); ++item) {
        const bool isIt =
            std::all_of(wanted.keyValueBegin(), wanted.keyValueEnd(), [&](const auto& pair) {
                return item->attributes.value(pair.first) == pair.second;
            });
        if (isIt) {
            found << QDBusObjectPath(item.key());
        }
    }
    return message.createReply({ QVariant::fromValue(m_isLocked ? Paths() : found),
                                 QVariant::fromValue(m_isLocked ? found : Paths()) });
}

QDBusMessage FakeSecretService::secrets(const QDBusMessage& message) const
{
    if (m_isLocked) {
        return message.createErrorReply(u"org.freedesktop.Secret.Error.IsLocked"_s, u"locked"_s);
    }
    const auto session = message.arguments().value(1).value<QDBusObjectPath>();
    WireSecrets found;
    for (const QDBusObjectPath& path : qdbus_cast<Paths>(message.arguments().value(0))) {
        if (const auto item = m_items.find(path.path()); item != m_items.end()) {
            found.insert(path, { session, {}, item->value, item->contentType });
        }
    }
    return message.createReply(QVariant::fromValue(found));
}

QDBusMessage FakeSecretService::createItem(const QDBusMessage& message)
{
    if (m_isLocked) {
        return message.createErrorReply(u"org.freedesktop.Secret.Error.IsLocked"_s, u"locked"_s);
    }
    if (m_failsWrites) {
        return message.createErrorReply(QDBusError::Failed, u"the keyring cannot be written"_s);
    }
    const auto properties = qdbus_cast<QVariantMap>(message.arguments().value(0));
    const auto secret = qdbus_cast<WireSecret>(message.arguments().value(1));
    const Item item { qdbus_cast<Attributes>(
                          properties[u"org.freedesktop.Secret.Item.Attributes"_s]),
                      secret.value, secret.contentType };
    for (auto known = m_items.begin(); known != m_items.end(); ++known) {
        if (known->attributes == item.attributes) {
            *known = item;
            return message.createReply({ QVariant::fromValue(QDBusObjectPath(known.key())),
                                         QVariant::fromValue(QDBusObjectPath(Nothing)) });
        }
    }
    const QString path = Collection + u'/' + QString::number(++m_lastItem);
    m_items.insert(path, item);
    return message.createReply({ QVariant::fromValue(QDBusObjectPath(path)),
                                 QVariant::fromValue(QDBusObjectPath(Nothing)) });
}

//! What libsecret asks of the service, of a collection and of items.
QDBusMessage FakeSecretService::properties(const QDBusMessage& message) const
{
    const QString path = message.path();
    Paths items;
    for (const QString& each : m_items.keys()) {
        items << QDBusObjectPath(each);
    }
    QVariantMap all;
    if (path == Root) {
        all[u"Collections"_s] = QVariant::fromValue(Paths { QDBusObjectPath(Collection) });
    } else {
        all[u"Locked"_s] = m_isLocked;
        all[u"Label"_s] = u"x"_s;
        all[u"Created"_s] = quint64(0);
        all[u"Modified"_s] = quint64(0);
        if (const auto item = m_items.find(path); item != m_items.end()) {
            all[u"Attributes"_s] = QVariant::fromValue(item->attributes);
        } else {
            all[u"Items"_s] = QVariant::fromValue(items);
        }
    }
    if (message.member() == u"GetAll") {
        return message.createReply(all);
    }
    return message.createReply(
        QVariant::fromValue(QDBusVariant(all[message.arguments().value(1).toString()])));
}

} // namespace zalo::test
