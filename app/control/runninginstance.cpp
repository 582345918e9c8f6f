// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "control/runninginstance.h"

#include "rpc/rpcchannel.h"

#include <QLocalSocket>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

RunningInstance::RunningInstance(const QString& dataFolder, const Timing& timing, bool show,
                                 const QString& page, QObject* parent)
    : QObject(parent),
      m_owner(dataFolder, timing.ownerPatience),
      m_patience(timing.ownerPatience),
      m_show(show),
      m_page(page)
{ }

void RunningInstance::start()
{
    connect(&m_owner, &OwnerConnection::connected, this, [this](QLocalSocket* socket) {
        m_channel = new RpcChannel(socket, {}, this);
        m_channel->start();
        raise();
    });
    connect(&m_owner, &OwnerConnection::failed, this, [this](const Error& error) {
        if (error.kind == ErrorKind::NotRunning) {
            emit finished(false); // it ended between our look at its lock and now
        } else {
            emit failed(error);
        }
    });
    m_owner.start();
}

void RunningInstance::raise()
{
    ask(u"raise"_s, { { u"show"_s, m_show }, { u"page"_s, m_page } },
        [this](const RpcReply& reply) {
            if (reply && (*reply)[u"windows"].toBool()) {
                emit finished(true);
                return;
            }
            ask(u"quit"_s, { { u"byUser"_s, false } },
                [this](const RpcReply&) { emit finished(false); });
        });
}

void RunningInstance::ask(const QString& method, const QJsonObject& params,
                          const std::function<void(const RpcReply&)>& done)
{
    // One that is busy starting answers late; one that hangs never does.
    m_channel->request(this, method, params, m_patience, done);
}

} // namespace zalo
