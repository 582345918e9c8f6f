// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ctlcall.h"
#include "history.h"
#include "linefile.h"
#include "message.h"

#include <QFile>
#include <QJsonDocument>

#include <memory>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

//! Those who write to an account, and Zalo, which keeps it and passes it on.
class Writing
{
public:
    //! `isHeard`: each message has to come out of a listener.
    Writing(CtlCall& call, bool isHeard)
        : m_call(call),
          m_isHeard(isHeard)
    { }

    //! Writes a message as often as its `count` says; gives the exit code.
    int write(const QByteArray& json)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (!document.isObject()) {
            return CtlCall::fail(
                u"%1 wants a JSON object: %2"_s.arg(m_call.command, error.errorString()));
        }
        const auto contentKey = u"content"_s;
        QJsonObject message = document.object();
        const int count = message.take(u"count"_s).toInt(1);
        const QString content = message.value(contentKey).toString();
        for (int i = 1; i <= count; ++i) {
            if (content.contains(QLatin1String("%n"))) {
                message[contentKey] =
                    QString(content).replace(QLatin1String("%n"), QString::number(i));
            }
            if (const int exitCode = writeOne(message); exitCode != 0) {
                return exitCode;
            }
        }
        return 0;
    }

private:
    int writeOne(const QJsonObject& wanted)
    {
        findReader();
        m_call.settings.reload();
        const Contacts contacts(m_account, m_call.settings);
        const Message message = completeMessage(m_call.home, contacts, wanted);
        if (!message.error.isEmpty()) {
            return CtlCall::fail(message.error);
        }
        if (!History(m_call.home).add(message.fields, m_account)) {
            return CtlCall::fail(u"the history cannot be written"_s);
        }
        const bool isOwn = message.fields.value(u"own"_s).toBool();
        if (!isOwn) {
            if (const int exitCode = passOn(message.fields); exitCode != 0) {
                return exitCode;
            }
        }
        CtlCall::print(message.fields.value(u"msgId"_s).toString().toUtf8());
        return 0;
    }

    int passOn(const QJsonObject& message)
    {
        if (!m_connection) {
            // As on Zalo itself: who is not there does not get it, then or later.
            return m_isHeard ? CtlCall::fail(u"the message reached nobody, "_s + m_nobody) : 0;
        }
        const QJsonObject request { { u"command"_s, u"receive"_s },
                                    { u"message"_s, message },
                                    { u"untilPrinted"_s, m_isHeard } };
        if (m_isHeard) {
            return m_call.ask(*m_connection, request) ? 0 : 1;
        }
        // A listener that has just gone makes it one more message that reached nobody.
        [[maybe_unused]] const auto answer = m_connection->ask(request);
        return 0;
    }

    //! The listener may have changed since the last message.
    void findReader()
    {
        const std::optional<Peer> peer = m_call.peerOf(u"listen"_s);
        if (!peer || !peer->ready) {
            m_connection.reset();
            m_reader.clear();
            m_nobody = peer ? u"the listener is not connected"_s : m_call.nobody(u"listen"_s);
            const QString profile = peer ? peer->profile : m_call.fileProfile();
            const std::optional<Session> session = Sessions(m_call.home).of(profile);
            m_account = session ? session->account : Sessions::accountFor(profile);
            return;
        }
        if (peer->name == m_reader) {
            return;
        }
        m_connection = std::make_unique<PeerConnection>(m_call.home, *peer);
        m_reader = peer->name;
        const QJsonObject status =
            m_connection->ask({ { u"command"_s, u"status"_s } }).value_or(QJsonObject());
        m_account = { status.value(u"account"_s).toString(), status.value(u"name"_s).toString() };
    }

    CtlCall& m_call;
    bool m_isHeard;
    std::unique_ptr<PeerConnection> m_connection;
    QString m_reader;
    QString m_nobody;
    Account m_account;
};

int write(CtlCall& call)
{
    Writing writing(call, call.command == QLatin1String("inject"));
    if (call.args.first() != QLatin1String("-")) {
        return writing.write(call.args.first().toUtf8());
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return CtlCall::fail(u"stdin cannot be read"_s);
    }
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        if (const int exitCode = writing.write(line); exitCode != 0) {
            return exitCode;
        }
    }
    return 0;
}

//! The account of -p; empty for all.
QString accountOf(const CtlCall& call)
{
    if (call.profile.isEmpty()) {
        return {};
    }
    const std::optional<Session> session = Sessions(call.home).of(call.profile);
    return session ? session->account.id : Sessions::accountFor(call.profile).id;
}

int history(const CtlCall& call)
{
    const History history(call.home);
    const QString what = call.args.value(0);
    if (what == QLatin1String("clear")) {
        history.clear();
        return 0;
    }
    if (what == QLatin1String("counts")) {
        CtlCall::print(
            QJsonDocument(history.counts(accountOf(call))).toJson(QJsonDocument::Compact));
        return 0;
    }
    const bool onlyMissed = what == QLatin1String("missed");
    if (!what.isEmpty() && !onlyMissed) {
        return CtlCall::fail(u"history, history missed, history counts or history clear"_s);
    }
    for (const QJsonObject& row : history.rows(accountOf(call))) {
        if (!onlyMissed || !(row.value(u"own"_s).toBool() || row.value(u"reached"_s).toBool())) {
            CtlCall::print(QJsonDocument(row).toJson(QJsonDocument::Compact));
        }
    }
    return 0;
}

} // namespace

std::optional<int> writeMessages(CtlCall& call)
{
    const bool writes =
        call.command == QLatin1String("inject") || call.command == QLatin1String("write");
    if (writes && !call.args.value(0).isEmpty()) {
        return write(call);
    }
    if (call.command == QLatin1String("history")) {
        return history(call);
    }
    if (call.command == QLatin1String("fetches")) {
        for (const QByteArray& line : LineFile::fetches(call.home).lines(call.profile)) {
            CtlCall::print(line);
        }
        return 0;
    }
    return {};
}

} // namespace zalo::sim
