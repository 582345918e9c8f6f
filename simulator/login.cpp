// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "login.h"

#include "files.h"
#include "peers.h"
#include "qrimage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

constexpr int qrLifetime = 100'000;
constexpr int cacheTime = 2'000; // up to 120 s with many groups
constexpr int DetachedTimeoutMs = 20'000;
// The file that a detached login shows its QR in; the option --qr-path is not in every dialect.
constexpr char detachedFile[] = "ZCA_SIM_QR_FILE";

QJsonObject done(const QString& text = {})
{
    return { { u"ok"_s, true }, { u"text"_s, text } };
}

QJsonObject refused(const QString& error)
{
    return { { u"ok"_s, false }, { u"error"_s, error } };
}

// Node's output when nobody handles that xdg-open is missing (ZCA.md 3).
QByteArray crashText(const QString& path)
{
    return u"node:events:502\n"
           "      throw er; // Unhandled 'error' event\n"
           "      ^\n\n"
           "Error: spawn xdg-open ENOENT\n"
           "    at ChildProcess._handle.onexit (node:internal/child_process:285:19)\n"
           "    at onErrorNT (node:internal/child_process:483:16)\n"
           "    at process.processTicksAndRejections "
           "(node:internal/process/task_queues:90:21)\n"
           "Emitted 'error' event on ChildProcess instance at:\n"
           "    at ChildProcess._handle.onexit (node:internal/child_process:291:12)\n"
           "    at onErrorNT (node:internal/child_process:483:16)\n"
           "    at process.processTicksAndRejections "
           "(node:internal/process/task_queues:90:21) {\n"
           "  errno: -2,\n"
           "  code: 'ENOENT',\n"
           "  syscall: 'spawn xdg-open',\n"
           "  path: 'xdg-open',\n"
           "  spawnargs: [ '%1' ]\n"
           "}\n\n"
           "Node.js v22.23.3\n"_s.arg(path)
               .toUtf8();
}

} // namespace

Login::Login(Context& context)
    : m_context(context),
      m_control(context.home, u"login"_s, context.profile,
                [this](const QJsonObject& request, const ControlServer::Answer& answer) {
                    answer(handle(request));
                })
{
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &Login::expire);
}

void Login::start()
{
    if (!m_context.isOnline()) {
        m_context.output.writeError("Error: fetch failed\n");
        return end(1);
    }
    if (!m_control.start()) {
        m_context.output.writeError("Error: the simulator's control socket cannot be made\n");
        return end(1);
    }
    if (m_context.output.isNoisy()) {
        m_context.output.write(noise());
    }
    showQr();
}

void Login::showQr()
{
    m_payload = "https://zalo.me/qr/";
    for (int i = 0; i < 4; ++i) {
        m_payload +=
            QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
    }
    Output& output = m_context.output;
    output.write("\nScan this QR in your Zalo app:\n\n");
    const QString hidden = qEnvironmentVariable(detachedFile);
    if (!hidden.isEmpty()) {
        writeBytes(hidden, qrPng(m_payload));
    } else if (m_context.zcaCli) {
        output.write(qrText(m_payload) + "Waiting for scan...\n");
    } else {
        QString name = m_context.arguments.value(u"qr-path"_s);
        if (name.isEmpty()) {
            name = u"qr.png"_s;
        }
        m_path = QDir::cleanPath(QDir::current().absoluteFilePath(name));
        if (!writeBytes(m_path, qrPng(m_payload))) {
            output.writeError(
                u"Error: EACCES: permission denied, open '%1'\n"_s.arg(m_path).toUtf8());
            return end(1);
        }
        const bool opens = m_context.arguments.has(u"open-qr"_s)
            || qEnvironmentVariable("OPENZCA_QR_OPEN") == QLatin1String("1")
            || (!::isatty(STDOUT_FILENO)
                && qEnvironmentVariable("OPENZCA_QR_AUTO_OPEN") != QLatin1String("0"));
        QString text;
        if (opens) {
            text += u"Opened QR image in default viewer: %1\n"_s.arg(m_path);
        }
        text += u"This terminal does not support inline QR rendering.\n"
                "QR code saved to: %1\n"
                "QR file path: %2\n"
                "If QR is not visible, run: xdg-open '%3'\n"_s.arg(
                    name, m_path, QString(m_path).replace(u'\'', QLatin1String("'\\''")));
        output.write(text.toUtf8());
        if (opens) {
            output.writeError(crashText(m_path));
            return end(1);
        }
    }
    m_expiry.start(m_context.settings.number(u"qr-expiry"_s, qrLifetime));
    m_control.setReady(true);
}

QJsonObject Login::handle(const QJsonObject& request)
{
    const QString command = request.value(u"command"_s).toString();
    if (m_ended) {
        return refused(u"this login has ended"_s);
    }
    if (command == QLatin1String("status")) {
        return { { u"ok"_s, true },
                 { u"state"_s, m_scanned ? u"scanned"_s : u"qr"_s },
                 { u"qr-payload"_s, QString::fromLatin1(m_payload) },
                 { u"qr-path"_s, m_path } };
    }
    if (command == QLatin1String("scan")) {
        return scan(request.value(u"name"_s).toString());
    }
    if (command == QLatin1String("confirm")) {
        return confirm();
    }
    if (command == QLatin1String("decline")) {
        m_context.output.write("QR login declined on phone. Retry by running auth login again.\n");
        end(0);
        return done();
    }
    if (command == QLatin1String("expire")) {
        expire();
        return done();
    }
    if (command == QLatin1String("offline")) {
        m_context.output.writeError("Error: fetch failed\n");
        end(1);
        return done();
    }
    return refused(u"a login does not take '%1'"_s.arg(command));
}

QJsonObject Login::scan(const QString& name)
{
    if (m_scanned) {
        return refused(u"this QR was scanned already"_s);
    }
    m_scanned = true;
    m_account = Sessions::accountFor(m_context.profile, name);
    m_context.output.write("Scanned by: " + m_account.name.toUtf8() + '\n');
    return done(m_account.name);
}

QJsonObject Login::confirm()
{
    if (!m_scanned) {
        return refused(u"nobody has scanned this QR yet"_s);
    }
    // The new login ends the account's older web session, before it is told itself.
    for (const Peer& peer : findPeers(m_context.home, u"listen"_s)) {
        PeerConnection(m_context.home, peer)
            .notify({ { u"command"_s, u"kick"_s },
                      { u"code"_s, 3003 },
                      { u"account"_s, m_account.id } });
    }
    (void)m_context.sessions.logIn(m_context.profile, m_account);
    m_context.output.write(
        u"Logged in profile %1 as %2 (%3)\n"_s.arg(m_context.profile, m_account.name, m_account.id)
            .toUtf8());
    m_ended = true;
    m_expiry.stop();
    m_control.setReady(false);
    QTimer::singleShot(m_context.settings.duration(u"cache-time"_s, cacheTime), this,
                       &Login::refresh);
    return done(m_account.id);
}

void Login::refresh()
{
    const auto [friends, groups] = refreshCache(m_context, m_account);
    m_context.output.write(
        u"Cache refreshed: %1 friends, %2 groups\n"_s.arg(friends).arg(groups).toUtf8());
    end(0);
}

void Login::expire()
{
    m_context.output.write("QR expired. Retrying...\n");
    m_context.output.writeError(m_scanned ? "Error: Cannot get confirm result\n"
                                          : "Error: Cannot get scan result\n");
    end(1);
}

void Login::end(int exitCode)
{
    m_ended = true;
    m_expiry.stop();
    m_control.setReady(false);
    // Later, so that the answer to ctl is out first.
    QTimer::singleShot(0, this, [exitCode] { QCoreApplication::exit(exitCode); });
}

int runDetachedLogin(Context& context)
{
    QTemporaryDir folder(QDir::tempPath() + u"/openzca-qr-XXXXXX"_s);
    // The real program leaves it behind, too.
    folder.setAutoRemove(false);
    QString path = context.arguments.value(u"qr-path"_s);
    path = QDir::current().absoluteFilePath(path.isEmpty() ? folder.filePath(u"qr.png"_s) : path);
    QProcess child;
    child.setProgram(u"/proc/self/exe"_s);
    child.setArguments({ u"--profile"_s, context.profile, u"auth"_s, u"login"_s });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(detachedFile), path);
    child.setProcessEnvironment(environment);
    child.setStandardInputFile(QProcess::nullDevice());
    child.setStandardOutputFile(QProcess::nullDevice());
    child.setStandardErrorFile(QProcess::nullDevice());
    child.startDetached();

    // An old file of that name is mistaken for the new one, as the real program does (ZCA.md 3).
    constexpr int step = 10;
    for (int waited = 0; waited < DetachedTimeoutMs; waited += step) {
        if (const QByteArray png = readBytes(path); !png.isEmpty()) {
            context.output.out("data:image/png;base64," + png.toBase64() + '\n');
            return 0;
        }
        Output::sleep(step);
    }
    return context.fail(u"Timed out waiting for QR image file: %1"_s.arg(path));
}

} // namespace zalo::sim
