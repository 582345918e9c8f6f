// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/connectioncheck.h"

#include "gatewaysetup/setuptexts.h"
#include "json5/json5edit.h"

#include <QJsonArray>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int UsualPort = 18789;

QJsonArray gatewaysOf(const QJsonObject& snapshot)
{
    return snapshot[u"bridge"][u"gateways"].toArray();
}

bool isConnected(const QJsonObject& snapshot)
{
    const QJsonArray gateways = gatewaysOf(snapshot);
    return std::any_of(gateways.begin(), gateways.end(),
                       [](const QJsonValue& gateway) { return gateway[u"connected"].toBool(); });
}

} // namespace

ConnectionCheck::ConnectionCheck(const GatewaySetupOptions& options, const SetupFacts& facts,
                                 QObject* parent)
    : QObject(parent),
      m_options(options),
      m_facts(facts),
      m_gateway(new QTcpSocket(this))
{
    m_poll.setInterval(options.timing.connectionPoll);
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &ConnectionCheck::lookForGateway);
}

int ConnectionCheck::gatewayPort() const
{
    const int named = m_options.search.environment.value(u"OPENCLAW_GATEWAY_PORT"_s).toInt();
    const auto config = readConfigFile(m_facts.config.path);
    const auto port = config.and_then([](const ConfigFile& file) {
        return json5At(file.bytes, { u"gateway"_s, u"port"_s });
    });
    return named > 0 ? named : port ? port->toInt(UsualPort) : UsualPort;
}

void ConnectionCheck::start()
{
    m_startMs = QDateTime::currentMSecsSinceEpoch();
    m_deadline = QDeadlineTimer(m_options.timing.connectionCheck);
    // Whether it listens tells at once what an `openclaw` command would find out in a minute.
    connect(m_gateway, &QTcpSocket::connected, this, [this] {
        m_gateway->disconnect(this);
        m_gateway->abort();
        lookForGateway();
    });
    connect(m_gateway, &QTcpSocket::errorOccurred, this, [this] {
        m_gateway->disconnect(this);
        askCommandLine();
    });
    m_gateway->connectToHost(u"127.0.0.1"_s, quint16(gatewayPort()));
}

void ConnectionCheck::lookForGateway()
{
    m_options.companion(this, [this](const std::optional<QJsonObject>& snapshot) {
        if (snapshot && isConnected(*snapshot)) {
            end(SetupTexts(m_options.language).gatewayConnected());
        } else if (m_deadline.hasExpired()) {
            askCommandLine(); // it says why
        } else {
            m_poll.start();
        }
    });
}

void ConnectionCheck::askCommandLine()
{
    auto* command = new OpenClawCommand(m_options.timing, this);
    connect(command, &OpenClawCommand::finished, this,
            [this](const Result<OpenClawOutput>& result) {
                if (!result) {
                    end(tl::unexpected(result.error()));
                    return;
                }
                // Of a success nothing is shown: it is the account's name.
                const QString text = result->exitCode == 0 ? QString() : result->lastLine();
                m_options.companion(this, [this, text](const std::optional<QJsonObject>& snapshot) {
                    judge(snapshot.value_or(QJsonObject()), text);
                });
            });
    QProcessEnvironment environment = openClawEnvironment(m_options.search, m_facts.openclaw);
    // The plugin reads no variable that begins with ZALO_.
    if (const QString socket = m_options.search.environment.value(u"ZALO_COMPANION_SOCKET"_s);
        !socket.isEmpty()) {
        environment.insert(u"OPENCLAW_ZALOUSER_SOCKET"_s, socket);
    }
    command->start(m_facts.openclaw.path,
                   m_facts.openclaw.prefix
                       + QStringList { u"directory"_s, u"self"_s, u"--channel"_s, u"zalouser"_s },
                   environment, m_options.timing.openclawDeadline);
}

//! The plugin in the command line says hello even where nobody is logged in.
void ConnectionCheck::judge(const QJsonObject& snapshot, const QString& text)
{
    const SetupTexts texts(m_options.language);
    if (isConnected(snapshot)) {
        end(texts.gatewayConnected());
        return;
    }
    const QJsonArray gateways = gatewaysOf(snapshot);
    for (const auto& gateway : gateways) {
        if (gateway[u"lastSeen"].toInteger() >= m_startMs
            && gateway[u"state"].toString() == u"approved") {
            end(texts.pluginReaches());
            return;
        }
    }
    end(failure(ErrorKind::BridgeNotVerified, text));
}

void ConnectionCheck::end(const Result<QString>& outcome)
{
    emit finished(outcome);
}

} // namespace zalo
