// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "control/runninginstance.h"

#include "rpc/rpcchannel.h"

#include <QLocalSocket>

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! An instance that is busy starting answers late; one that hangs never does.
constexpr std::chrono::seconds AnswerDeadline { 5 };

} // namespace

RunningInstance::RunningInstance(const QString& socketPath, bool show, const QString& page,
                                 QObject* parent)
    : QObject(parent),
      m_socketPath(socketPath),
      m_show(show),
      m_page(page),
      m_socket(new QLocalSocket),
      m_channel(new RpcChannel(m_socket, {}, this))
{ }

void RunningInstance::start()
{
    connect(m_socket, &QLocalSocket::connected, this, [this] {
        ask(u"raise"_s, { { u"show"_s, m_show }, { u"page"_s, m_page } },
            [this](const RpcReply& reply) {
                if (reply && (*reply)[u"windows"].toBool()) {
                    end(true);
                    return;
                }
                ask(u"quit"_s, { { u"byUser"_s, false } }, [this](const RpcReply&) { end(false); });
            });
    });
    // It ended between our look at its lock and now, or has not opened its socket yet.
    connect(m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (m_socket->state() != QLocalSocket::ConnectedState) {
            end(false);
        }
    });
    m_channel->start();
    m_socket->connectToServer(m_socketPath);
}

void RunningInstance::ask(const QString& method, const QJsonObject& params,
                          const std::function<void(const RpcReply&)>& done)
{
    m_channel->request(this, method, params, AnswerDeadline, done);
}

void RunningInstance::end(bool hasWindows)
{
    disconnect(m_socket, nullptr, this, nullptr);
    emit finished(hasWindows);
}

} // namespace zalo
