// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaattachedlogin.h"

#include "core/overloaded.h"
#include "platform/fileguard.h"
#include "zca/zcaarguments.h"
#include "zca/zcaerrors.h"
#include "zca/zcaloginparser.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxOutput = 64 << 10;

} // namespace

ZcaAttachedLogin::ZcaAttachedLogin(QString program, QString profile, const QString& privateFolder,
                                   const Policy& policy, QObject* parent)
    : ZcaLoginAttempt(parent),
      m_program(std::move(program)),
      m_profile(std::move(profile)),
      m_folder(privateFolder + u"/login-XXXXXX"_s),
      m_policy(policy)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        stopWith({ ErrorKind::TimedOut, u"auth login"_s });
    });
    connect(&m_process, &ZcaProcess::outputLine, this, &ZcaAttachedLogin::onLine);
    connect(&m_process, &ZcaProcess::errorLine, this, [this](const QByteArray& line) {
        if (m_err.size() + line.size() < MaxOutput) {
            m_err += line + '\n';
        }
    });
    connect(&m_process, &ZcaProcess::ended, this, &ZcaAttachedLogin::onEnded);
}

void ZcaAttachedLogin::start()
{
    if (!m_folder.isValid()) {
        const Error error { ErrorKind::FileUnwritable, m_folder.errorString() };
        QMetaObject::invokeMethod(
            this, [this, error] { emit finished(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    m_deadline.start(m_policy.loginDeadline);
    // A fresh path each time: zca shows the old picture where one is left (ZCA.md 3).
    m_process.start({ .program = m_program,
                      .arguments = zcaargs::authLogin(m_profile, qrPath()),
                      .workFolder = m_folder.path(),
                      .outputFile = {},
                      .stopGrace = m_policy.stopGrace });
}

void ZcaAttachedLogin::cancel()
{
    stopWith({ ErrorKind::Cancelled, {} });
}

QString ZcaAttachedLogin::qrPath() const
{
    return m_folder.filePath(u"qr.png"_s);
}

void ZcaAttachedLogin::onLine(const QByteArray& line)
{
    if (m_success || m_failure) {
        return;
    }
    std::visit(Overloaded {
                   [](std::monostate) {},
                   [this](const LoginLineQrSaved&) { readQr(); },
                   [this](const LoginLineScanned& scan) { emit scanned(scan.name); },
                   [this](const LoginLineLoggedIn& user) { succeed(user.name, user.userId); },
                   [this](const LoginLineDeclined&) {
                       stopWith({ ErrorKind::LoginDeclined, {} });
                   },
                   // zca says that it retries, and does not (ZCA.md 3).
                   [this](const LoginLineExpired&) {
                       stopWith({ ErrorKind::LoginExpired, {} });
                   },
               },
               parseLoginLine(line));
}

void ZcaAttachedLogin::readQr()
{
    // In the folder of this attempt nothing is older than it, unless a link leads out of there.
    const Result<Descriptor> opened = FileGuard().open(qrPath(), MaxQrBytes);
    QFile file;
    if (!opened || !file.open(opened->get(), QIODevice::ReadOnly)) {
        stopWith({ ErrorKind::ZcaBroken, u"no QR picture"_s });
        return;
    }
    const QByteArray png = file.read(MaxQrBytes);
    if (!isQrPicture(png)) {
        stopWith({ ErrorKind::ZcaBroken, u"the QR picture is damaged, or huge"_s });
        return;
    }
    emit qrReady(png);
}

void ZcaAttachedLogin::succeed(const QString& name, const QString& userId)
{
    m_success = LoginResult { userId, name, LoginEvidence::Printed };
    // What follows is zca's own cache of contacts. The login stands, however that goes.
    m_deadline.start(m_policy.listDeadline);
}

void ZcaAttachedLogin::stopWith(Error why)
{
    if (!m_failure) {
        m_failure = std::move(why);
    }
    m_process.stop();
}

void ZcaAttachedLogin::onEnded(const ZcaExit& exit)
{
    m_deadline.stop();
    m_folder.remove();
    if (m_success) {
        emit finished(*m_success);
        return;
    }
    if (!m_failure) {
        if (exit.startFailed) {
            m_failure = zcaStartError(m_program, exit);
        } else if (exit.signal != 0) {
            m_failure = { ErrorKind::ZcaFailed, u"ended by signal %1"_s.arg(exit.signal) };
        } else if (exit.exitCode != 0) {
            m_failure = zcaError(exit.exitCode, {}, m_err);
        } else {
            m_failure = { ErrorKind::ZcaBroken, u"the login ended without a word"_s };
        }
    }
    emit finished(tl::unexpected(*m_failure));
}

} // namespace zalo
