// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "demo/demotraffic.h"

#include "core/logging.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

DemoTraffic::DemoTraffic(ZcaRunner& simulator, QList<DemoMessage> script,
                         std::chrono::milliseconds rarely, QObject* parent)
    : QObject(parent),
      m_simulator(simulator),
      m_script(std::move(script)),
      m_rarely(rarely)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &DemoTraffic::writeNext);
}

void DemoTraffic::setConnected(bool connected)
{
    if (connected == std::exchange(m_connected, connected) || m_script.isEmpty()) {
        return;
    }
    if (connected) {
        wait();
    } else {
        m_pause.stop();
    }
}

void DemoTraffic::wait()
{
    m_pause.start(m_sent < m_script.size() ? m_script[m_sent].pause : m_rarely);
}

void DemoTraffic::writeNext()
{
    const QByteArray json =
        QJsonDocument(m_script[m_sent % m_script.size()].message).toJson(QJsonDocument::Compact);
    m_simulator.run(simulatorCall({ u"inject"_s, QString::fromUtf8(json) }), this,
                    [this](const Result<ZcaOutput>& done) {
                        if (done) {
                            ++m_sent;
                        } else {
                            qCDebug(lcApp) << "a message of the demo found nobody";
                        }
                        if (m_connected) {
                            wait();
                        }
                    });
}

} // namespace zalo
