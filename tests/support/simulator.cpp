// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "simulator.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zalo::test {

Simulator::Simulator()
{
    qputenv("ZCA_SIM_HOME", m_simulation.home().toUtf8());
}

Simulator::~Simulator()
{
    qunsetenv("ZCA_SIM_HOME");
}

QByteArray Simulator::ctl(const QStringList& arguments) const
{
    const sim::Ran ran = m_simulation.ctl(arguments);
    if (ran.exitCode != 0) {
        qWarning("zca-sim ctl %s: %s", qPrintable(arguments.join(u' ')), ran.err.constData());
    }
    return ran.out;
}

bool Simulator::ctlSucceeds(const QStringList& arguments) const
{
    return m_simulation.ctl(arguments).exitCode == 0;
}

QList<QJsonObject> Simulator::outbox() const
{
    QList<QJsonObject> messages;
    const QList<QByteArray> lines = ctl({ u"outbox"_s }).split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty()) {
            messages << QJsonDocument::fromJson(line).object();
        }
    }
    return messages;
}

QList<qint64> Simulator::starts(const QString& command) const
{
    QList<qint64> times;
    const QList<QByteArray> lines = ctl({ u"journal"_s, command }).split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty()) {
            times << QJsonDocument::fromJson(line)[u"time"].toInteger();
        }
    }
    return times;
}

QString Simulator::inject(const QString& threadId, const QString& text) const
{
    const QJsonObject message { { u"threadId"_s, threadId }, { u"content"_s, text } };
    const QByteArray json = QJsonDocument(message).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(ctl({ u"inject"_s, QString::fromUtf8(json) })).trimmed();
}

ZcaProgram Simulator::program()
{
    ZcaProgram program;
    program.path = path();
    program.version = u"0.1.58"_s;
    program.dialect = ZcaDialect::OpenZca;
    program.capabilities = ZcaCapability::QrPath | ZcaCapability::QrBase64
        | ZcaCapability::Supervised | ZcaCapability::Heartbeat | ZcaCapability::ListenRaw
        | ZcaCapability::SendRaw;
    return program;
}

QString Simulator::path()
{
    return sim::Simulation::program();
}

} // namespace zalo::test
