// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "message.h"

#include "messagekind.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

const auto threadKey = u"threadId"_s;
const auto groupKey = u"isGroup"_s;
const auto senderKey = u"senderId"_s;
const auto senderNameKey = u"senderName"_s;
const auto ownKey = u"own"_s;
const auto idKey = u"msgId"_s;
const auto clientIdKey = u"cliMsgId"_s;
const auto timeKey = u"ts"_s;
const auto contentKey = u"content"_s;
const auto mentionMeKey = u"mentionMe"_s;
const auto mentionsKey = u"mentions"_s;
const auto quoteKey = u"quote"_s;

class Completion
{
public:
    Completion(const Home& home, const Contacts& contacts, const QJsonObject& wanted)
        : m_home(home),
          m_contacts(contacts),
          m_fields(wanted)
    { }

    Message run()
    {
        QString error = resolveThread();
        if (error.isEmpty()) {
            resolveSender();
            if (text(senderKey).isEmpty()) {
                error = u"a message needs a threadId or a senderId"_s;
            }
        }
        if (error.isEmpty()) {
            resolveIds();
            resolveQuote();
            error = resolveContent();
        }
        return { m_fields, error };
    }

private:
    [[nodiscard]] QString text(const QString& key) const { return m_fields.value(key).toString(); }

    //! The sender of a direct message is the thread, unless it is one of the account's own.
    QString resolveThread()
    {
        if (text(threadKey).isEmpty() && !m_fields.value(groupKey).toBool()) {
            m_fields[threadKey] = text(senderKey);
        }
        const QByteArray thread = text(threadKey).toUtf8();
        m_group = thread.isEmpty() ? -1 : m_contacts.groupIndex(thread);
        const bool isGroup = m_fields.value(groupKey).toBool(m_group >= 0);
        m_fields[groupKey] = isGroup;
        return isGroup && thread.isEmpty() ? u"a group message needs a threadId"_s : QString();
    }

    void resolveSender()
    {
        const Person self = m_contacts.self();
        if (m_fields.value(ownKey).toBool()) {
            m_fields[senderKey] = QString::fromUtf8(self.id);
            m_fields[senderNameKey] = QString::fromUtf8(self.displayName);
            return;
        }
        if (!m_fields.value(groupKey).toBool()) {
            m_fields[senderKey] = text(threadKey);
        } else if (text(senderKey).isEmpty() && m_contacts.friendCount() > 0) {
            const int first = m_group < 0 ? 0 : m_contacts.groupAt(m_group).firstFriend;
            m_fields[senderKey] = QString::fromUtf8(m_contacts.friendAt(first).id);
        }
        if (text(senderNameKey).isEmpty()) {
            const int index = m_contacts.friendIndex(text(senderKey).toUtf8());
            m_fields[senderNameKey] =
                index < 0 ? u"Người lạ"_s : QString::fromUtf8(m_contacts.friendAt(index).zaloName);
        }
    }

    void resolveIds()
    {
        if (text(idKey).isEmpty()) {
            m_fields[idKey] = QString::number(m_home.takeMessageIds(1));
        }
        const qint64 time = m_fields.value(timeKey).toInteger(QDateTime::currentMSecsSinceEpoch());
        m_fields[timeKey] = time;
        if (text(clientIdKey).isEmpty()) {
            m_fields[clientIdKey] = QString::number(time);
        }
    }

    //! A quote is an object with what Zalo says of the message that is replied to; `url`: of its
    //! file.
    void resolveQuote()
    {
        const QJsonValue wanted = m_fields.value(quoteKey);
        if (wanted.isUndefined()) {
            return;
        }
        const Person self = m_contacts.self();
        QJsonObject quote = wanted.toObject();
        const auto complete = [&quote](const QString& key, const QJsonValue& value) {
            if (!quote.contains(key)) {
                quote[key] = value;
            }
        };
        complete(u"ownerId"_s, QString::fromUtf8(self.id));
        complete(senderNameKey, QString::fromUtf8(self.displayName));
        complete(u"msg"_s, wanted.toString());
        complete(timeKey, m_fields.value(timeKey).toInteger() - 60'000);
        complete(clientIdKey, text(clientIdKey));
        complete(u"globalMsgId"_s, text(idKey));
        m_fields[quoteKey] = quote;
    }

    QString resolveContent()
    {
        const std::optional<MessageKind> kind = kindOf(m_fields);
        if (!kind) {
            return u"unknown kind '%1'"_s.arg(text(u"kind"_s));
        }
        const bool isText = kind->msgType == "webchat";
        if (isText && !m_fields.contains(contentKey)) {
            m_fields[contentKey] = u"Xin chào"_s;
        }
        if (m_fields.take(mentionMeKey).toBool()) {
            const Person self = m_contacts.self();
            const QString name = u'@' + QString::fromUtf8(self.displayName);
            m_fields[contentKey] = QString(name + u' ' + text(contentKey));
            QJsonArray mentions = m_fields.value(mentionsKey).toArray();
            mentions.prepend(QJsonObject { { u"uid"_s, QString::fromUtf8(self.id) },
                                           { u"pos"_s, 0 },
                                           { u"len"_s, name.size() },
                                           { u"type"_s, 0 },
                                           { u"text"_s, name } });
            m_fields[mentionsKey] = mentions;
        }
        return isText && text(contentKey).trimmed().isEmpty() ? u"there is no content"_s
                                                              : QString();
    }

    const Home& m_home;
    const Contacts& m_contacts;
    QJsonObject m_fields;
    int m_group = -1;
};

} // namespace

Message completeMessage(const Home& home, const Contacts& contacts, const QJsonObject& wanted)
{
    return Completion(home, contacts, wanted).run();
}

} // namespace zalo::sim
