// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "testgateway.h"

#include "core/clock.h"

#include <QJsonArray>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace zalo::test {
namespace {

constexpr int AnswerDeadlineMs = 40'000;

RpcReply noAnswer()
{
    return tl::unexpected(RpcError { -32004, u"timedOut"_s, u"the test waited in vain"_s, {} });
}

} // namespace

TestGateway::TestGateway(const QString& id, BridgeRole role, const QString& label)
    : key(randomBytes32()),
      m_peer { role, id, label.isEmpty() ? QString(u"Test at "_s + id) : label, u"0.0.0"_s }
{ }

RpcReply TestGateway::open(const QString& path)
{
    m_client = std::make_unique<BridgeClient>(m_peer, key, Timing());
    m_client->channel().handle(u"inbound.deliver"_s,
                               [this](const QJsonObject& params, const Responder& responder) {
                                   delivered << params;
                                   deliveredAt << Clock().steadyMs();
                                   if (takes) {
                                       responder.answer({ { u"accepted"_s, true } });
                                   } else {
                                       m_unanswered << responder;
                                   }
                               });
    std::optional<RpcReply> answer;
    m_client->open(path, m_client.get(), [&answer](const RpcReply& reply) { answer = reply; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, AnswerDeadlineMs) ? *answer
                                                                                       : noAnswer();
}

bool TestGateway::subscribe(const QString& path)
{
    return open(path)
        && call(u"inbound.subscribe"_s, { { u"profiles"_s, QJsonArray { u"default"_s } } });
}

RpcReply TestGateway::call(const QString& method, const QJsonObject& params)
{
    std::optional<RpcReply> answer;
    m_client->channel().request(m_client.get(), method, params,
                                std::chrono::milliseconds(AnswerDeadlineMs),
                                [&answer](const RpcReply& reply) { answer = reply; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, AnswerDeadlineMs) ? *answer
                                                                                       : noAnswer();
}

void TestGateway::callAndForget(const QString& method, const QJsonObject& params)
{
    m_client->channel().request(m_client.get(), method, params,
                                std::chrono::milliseconds(AnswerDeadlineMs),
                                [](const RpcReply&) {});
}

void TestGateway::close()
{
    m_unanswered.clear();
    m_client.reset();
}

QStringList TestGateway::texts(const QString& threadId) const
{
    QStringList found;
    for (const QJsonObject& params : delivered) {
        if (params[u"threadId"].toString() == threadId) {
            found << params[u"text"].toString();
        }
    }
    return found;
}

} // namespace zalo::test
