// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// A Gateway that may be killed at any instant: what it takes is in its journal before it says so.
//   torture-gateway SOCKET JOURNAL MOOD ID KEY: KEY is its 32 bytes in hex

#include "bridge/bridgeclient.h"
#include "gatewaymood.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <csignal>
#include <memory>

using namespace zalo;
using torture::GatewayMood;
using namespace Qt::StringLiterals;

namespace {

constexpr int ReplyEvery = 20;
constexpr std::chrono::milliseconds ComeAgain { 100 };
constexpr std::chrono::minutes AnswerDeadline { 2 };

class Gateway : public QObject
{
public:
    Gateway(const QString& path, const QString& journal, const QString& mood, const QString& id,
            const QByteArray& key)
        : m_path(path),
          m_moodPath(mood),
          m_peer { BridgeRole::Gateway, id, u"Torture"_s, u"0.0.0"_s },
          m_key(key),
          m_journal(journal)
    { }

    bool start()
    {
        // One write a line, straight to the system: it outlives a SIGKILL.
        if (!m_journal.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
            return false;
        }
        connectAgain();
        return true;
    }

private:
    void connectAgain()
    {
        m_client = std::make_unique<BridgeClient>(m_peer, m_key, Timing());
        RpcChannel& channel = m_client->channel();
        channel.handle(u"inbound.deliver"_s,
                       [this](const QJsonObject& params, const Responder& responder) {
                           take(params, responder);
                       });
        channel.handle(u"gateway.info"_s, [this](const QJsonObject&, const Responder& responder) {
            if (mood() == GatewayMood::Silent) {
                m_unanswered << responder;
            } else {
                responder.answer({ { u"version"_s, u"0.0.0"_s } });
            }
        });
        // Queued: the client is replaced outside its own signals.
        connect(&channel, &RpcChannel::closed, this, &Gateway::later, Qt::QueuedConnection);
        m_client->open(m_path, this, [this](const RpcReply& opened) {
            if (!opened) {
                later();
                return;
            }
            m_connectedMs = QDateTime::currentMSecsSinceEpoch();
            m_client->channel().request(this, u"inbound.subscribe"_s,
                                        { { u"profiles"_s, QJsonArray { u"default"_s } } },
                                        AnswerDeadline, [this](const RpcReply& subscribed) {
                                            if (!subscribed) {
                                                later();
                                            }
                                        });
        });
    }

    void later()
    {
        if (!m_isWaiting) {
            m_isWaiting = true;
            QTimer::singleShot(ComeAgain, this, [this] {
                m_isWaiting = false;
                connectAgain();
            });
        }
    }

    [[nodiscard]] GatewayMood mood() const { return torture::readGatewayMood(m_moodPath); }

    void take(const QJsonObject& params, const Responder& responder)
    {
        const GatewayMood now = mood();
        if (now == GatewayMood::Silent) {
            m_unanswered << responder; // whose end would be an answer
            return;
        }
        if (now == GatewayMood::Refusing) {
            responder.refuse({ -32000, u"storage"_s, u"the disk is full"_s, {} });
            return;
        }
        const QString text = params[u"text"].toString();
        const QJsonObject entry {
            { u"time"_s, QDateTime::currentMSecsSinceEpoch() },
            { u"text"_s, text },
            { u"msgId"_s, params[u"msgId"] },
            { u"threadId"_s, params[u"threadId"] },
            { u"isGroup"_s, params[u"isGroup"] },
            { u"backlog"_s, params[u"backlog"] },
            { u"attempt"_s, params[u"attempt"] },
            { u"recovered"_s, params[u"recovered"] },
            { u"pid"_s, QCoreApplication::applicationPid() },
            { u"since"_s, m_since },
            { u"connected"_s, m_connectedMs },
            { u"account"_s, params[u"account"] },
        };
        const QByteArray line = QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n';
        if (m_journal.write(line) != line.size()) {
            responder.refuse({ -32000, u"storage"_s, u"the journal cannot be written"_s, {} });
            return;
        }
        if (now == GatewayMood::DiesAfterTaking) {
            ::raise(SIGKILL);
        }
        responder.answer({ { u"accepted"_s, true } });
        const int number = text.section(u' ', -1).mid(1).toInt();
        if (number % ReplyEvery == 0) {
            reply(params, number);
        }
    }

    void reply(const QJsonObject& params, int number)
    {
        const QString msgId = params[u"msgId"].toString();
        m_client->channel().request(this, u"message.send"_s,
                                    { { u"threadId"_s, params[u"threadId"] },
                                      { u"isGroup"_s, params[u"isGroup"] },
                                      { u"key"_s, QString(u"reply:"_s + msgId) },
                                      { u"text"_s, u"mật khẩu r%1"_s.arg(number) } },
                                    AnswerDeadline, [](const RpcReply&) {});
    }

    QString m_path;
    QString m_moodPath;
    qint64 m_since = QDateTime::currentMSecsSinceEpoch();
    qint64 m_connectedMs = 0;
    QList<Responder> m_unanswered;
    BridgePeer m_peer;
    QByteArray m_key;
    QFile m_journal;
    std::unique_ptr<BridgeClient> m_client;
    bool m_isWaiting = false;
};

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 6) {
        return 2;
    }
    Gateway gateway(words[1], words[2], words[3], words[4],
                    QByteArray::fromHex(words[5].toLatin1()));
    return gateway.start() ? QCoreApplication::exec() : 1;
}
