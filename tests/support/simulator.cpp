// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "simulator.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace zalo::test {
namespace {

constexpr int CtlDeadlineMs = 30'000;

int runCtl(const QStringList& arguments, QByteArray& out, QByteArray& err)
{
    QProcess process;
    process.start(Simulator::path(), QStringList { u"ctl"_s } + arguments);
    if (!process.waitForFinished(CtlDeadlineMs)) {
        return -1;
    }
    out = process.readAllStandardOutput();
    err = process.readAllStandardError();
    return process.exitCode();
}

} // namespace

Simulator::Simulator()
{
    qputenv("ZCA_SIM_HOME", m_home.path().toUtf8());
}

Simulator::~Simulator()
{
    qunsetenv("ZCA_SIM_HOME");
}

QByteArray Simulator::ctl(const QStringList& arguments) const
{
    QByteArray out;
    QByteArray err;
    if (runCtl(arguments, out, err) != 0) {
        qWarning("zca-sim ctl %s: %s", qPrintable(arguments.join(u' ')), err.constData());
        return {};
    }
    return out;
}

bool Simulator::ctlSucceeds(const QStringList& arguments) const
{
    QByteArray out;
    QByteArray err;
    return runCtl(arguments, out, err) == 0;
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
    return QStringLiteral(ZCA_SIM_BINARY);
}

} // namespace zalo::test
