// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ctl.h"

#include "ctlwait.h"
#include "outbox.h"
#include "peers.h"
#include "profiles.h"
#include "sessions.h"
#include "settings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace zalo::sim {

namespace {

void print(const QByteArray& line)
{
    ::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    ::fputc('\n', stdout);
    ::fflush(stdout);
}

int fail(const QString& message)
{
    ::fprintf(stderr, "zca-sim ctl: %s\n", qUtf8Printable(message));
    return 1;
}

class Ctl
{
public:
    Ctl(const Home& home, QStringList words)
        : m_home(home),
          m_settings(home),
          m_words(std::move(words))
    {
        m_profile = takeOption(QStringLiteral("-p"));
        m_timeout = takeOption(QStringLiteral("--timeout"));
        m_json = m_words.removeAll(QStringLiteral("--json")) > 0;
    }

    int run()
    {
        if (m_words.isEmpty()) {
            return fail(QStringLiteral("which command? See tests/zcasim/README.md"));
        }
        const QString command = m_words.takeFirst();
        const QString first = m_words.value(0);
        if (command == QLatin1String("scan")) {
            return steer(QStringLiteral("login"),
                         { { key("command"), command }, { key("name"), first } });
        }
        if (command == QLatin1String("confirm") || command == QLatin1String("decline")
            || command == QLatin1String("expire")) {
            return steer(QStringLiteral("login"), { { key("command"), command } });
        }
        if (command == QLatin1String("drop")) {
            return steer(QStringLiteral("listen"), { { key("command"), command } });
        }
        if (command == QLatin1String("kick")
            && (first == QLatin1String("3000") || first == QLatin1String("3003"))) {
            return steer(QStringLiteral("listen"),
                         { { key("command"), command }, { key("code"), first.toInt() } });
        }
        if (command == QLatin1String("inject") && !first.isEmpty()) {
            return inject(first);
        }
        if (command == QLatin1String("net")
            && (first == QLatin1String("on") || first == QLatin1String("off"))) {
            return net(first);
        }
        if (command == QLatin1String("cookie-expire")) {
            return expireCookie();
        }
        if (command == QLatin1String("login")) {
            return logIn(first);
        }
        if (command == QLatin1String("set") && !first.isEmpty()) {
            return set();
        }
        if (command == QLatin1String("reset")) {
            m_settings.reset();
            return 0;
        }
        if (command == QLatin1String("get")) {
            return get(first);
        }
        if (command == QLatin1String("outbox")) {
            return outbox(first);
        }
        if (command == QLatin1String("status")) {
            return status();
        }
        if (command == QLatin1String("wait")) {
            return wait(first);
        }
        return fail(QStringLiteral("'%1 %2' is no command, see tests/zcasim/README.md")
                        .arg(command, m_words.join(u' ')));
    }

private:
    static QString key(const char* name) { return QString::fromLatin1(name); }

    QString takeOption(const QString& name)
    {
        const qsizetype at = m_words.indexOf(name);
        if (at < 0 || at + 1 >= m_words.size()) {
            return {};
        }
        m_words.removeAt(at);
        return m_words.takeAt(at);
    }

    // The profile that files are changed for.
    [[nodiscard]] QString fileProfile() const { return Profiles(m_home).resolve(m_profile); }

    // With -p that profile's; else the newest that is ready, else the newest.
    [[nodiscard]] std::optional<Peer> peerOf(const QString& kind) const
    {
        const QList<Peer> peers = findPeers(m_home, kind, m_profile);
        std::optional<Peer> best;
        for (const Peer& peer : peers) {
            if (!best || peer.ready || !best->ready) {
                best = peer;
            }
        }
        return best;
    }

    QString nobody(const QString& kind) const
    {
        const QString whose =
            m_profile.isEmpty() ? QString() : QStringLiteral(" of profile '%1'").arg(m_profile);
        return kind == QLatin1String("login")
            ? QStringLiteral("no login%1 is waiting").arg(whose)
            : QStringLiteral("no listener%1 is running").arg(whose);
    }

    // Gives the answer's text; nothing after an error was said.
    std::optional<QString> ask(PeerConnection& connection, const QJsonObject& request)
    {
        const std::optional<QJsonObject> answer = connection.ask(request);
        if (!answer) {
            fail(QStringLiteral("the process ended before it answered"));
            return {};
        }
        if (!answer->value(key("ok")).toBool()) {
            fail(answer->value(key("error")).toString());
            return {};
        }
        return answer->value(key("text")).toString();
    }

    int steer(const QString& kind, const QJsonObject& request)
    {
        const std::optional<Peer> peer = peerOf(kind);
        if (!peer) {
            return fail(nobody(kind));
        }
        PeerConnection connection(m_home, *peer);
        const std::optional<QString> text = ask(connection, request);
        if (text && !text->isEmpty()) {
            print(text->toUtf8());
        }
        return text ? 0 : 1;
    }

    int inject(const QString& argument)
    {
        const std::optional<Peer> peer = peerOf(QStringLiteral("listen"));
        if (!peer || !peer->ready) {
            // As on Zalo itself: who is not there does not get it, then or later.
            return fail(QStringLiteral("the message is lost, ")
                        + (peer ? QStringLiteral("the listener is not connected")
                                : nobody(QStringLiteral("listen"))));
        }
        PeerConnection connection(m_home, *peer);
        if (argument != QLatin1String("-")) {
            return injectOne(connection, argument.toUtf8());
        }
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly)) {
            return fail(QStringLiteral("stdin cannot be read"));
        }
        while (!input.atEnd()) {
            if (const int code = injectOne(connection, input.readLine()); code != 0) {
                return code;
            }
        }
        return 0;
    }

    int injectOne(PeerConnection& connection, const QByteArray& json)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (!document.isObject()) {
            return fail(QStringLiteral("inject wants a JSON object: %1").arg(error.errorString()));
        }
        QJsonObject message = document.object();
        const int count = message.take(key("count")).toInt(1);
        const QString content = message.value(key("content")).toString();
        for (int i = 1; i <= count; ++i) {
            if (content.contains(QLatin1String("%n"))) {
                message[key("content")] =
                    QString(content).replace(QLatin1String("%n"), QString::number(i));
            }
            const std::optional<QString> id =
                ask(connection, { { key("command"), key("inject") }, { key("message"), message } });
            if (!id) {
                return 1;
            }
            print(id->toUtf8());
        }
        return 0;
    }

    int net(const QString& value)
    {
        m_settings.assign(QStringLiteral("net=") + value, {});
        if (value == QLatin1String("off")) {
            tellAll({}, QStringLiteral("offline"));
        }
        return 0;
    }

    void tellAll(const QString& profile, const QString& command)
    {
        for (const Peer& peer : findPeers(m_home, {}, profile)) {
            // One that is deaf or about to end has nothing to add.
            [[maybe_unused]] const auto answer =
                PeerConnection(m_home, peer).ask({ { key("command"), command } });
        }
    }

    int expireCookie()
    {
        const QString profile = fileProfile();
        if (!Sessions(m_home).expire(profile)) {
            return fail(QStringLiteral("profile '%1' is not logged in").arg(profile));
        }
        tellAll(profile, QStringLiteral("cookie-expired"));
        return 0;
    }

    int logIn(const QString& name)
    {
        const QString profile = fileProfile();
        if (!Profiles(m_home).ensure(profile)) {
            return fail(QStringLiteral("'%1' cannot be a profile").arg(profile));
        }
        const Session session =
            Sessions(m_home).logIn(profile, Sessions::accountFor(profile, name));
        print(session.account.id.toUtf8());
        return 0;
    }

    int set()
    {
        for (const QString& assignment : std::as_const(m_words)) {
            if (const QString error = m_settings.assign(assignment, m_profile); !error.isEmpty()) {
                return fail(error);
            }
        }
        return 0;
    }

    int get(const QString& name)
    {
        if (name == QLatin1String("qr-payload") || name == QLatin1String("qr-path")) {
            const std::optional<Peer> peer = peerOf(QStringLiteral("login"));
            if (!peer) {
                return fail(nobody(QStringLiteral("login")));
            }
            const auto answer =
                PeerConnection(m_home, *peer).ask({ { key("command"), key("status") } });
            const QString value = answer ? answer->value(name).toString() : QString();
            if (value.isEmpty()) {
                return fail(QStringLiteral("this login shows no %1").arg(name));
            }
            print(value.toUtf8());
            return 0;
        }
        for (const QJsonValue& rule : m_settings.rules()) {
            if (rule[key("key")].toString() == name
                && (m_profile.isEmpty() || rule[key("profile")].toString() == m_profile)) {
                print(rule[key("value")].toString().toUtf8());
                return 0;
            }
        }
        return fail(QStringLiteral("'%1' is not set").arg(name));
    }

    int outbox(const QString& action)
    {
        const Outbox box(m_home);
        if (action == QLatin1String("clear")) {
            box.clear();
            return 0;
        }
        for (const QByteArray& line : box.lines(m_profile)) {
            print(line);
        }
        return 0;
    }

    int status()
    {
        QJsonArray processes;
        for (const Peer& peer : findPeers(m_home, {}, m_profile)) {
            QJsonObject one = PeerConnection(m_home, peer)
                                  .ask({ { key("command"), key("status") } })
                                  .value_or(QJsonObject());
            one.remove(key("ok"));
            one[key("kind")] = peer.kind;
            one[key("profile")] = peer.profile;
            one[key("pid")] = peer.pid;
            one[key("ready")] = peer.ready;
            processes.append(one);
            if (!m_json) {
                print(QStringLiteral("%1 of %2, pid %3: %4")
                          .arg(peer.kind, peer.profile)
                          .arg(peer.pid)
                          .arg(one.value(key("state")).toString())
                          .toUtf8());
            }
        }
        if (m_json) {
            print(QJsonDocument(
                      QJsonObject { { key("processes"), processes },
                                    { key("settings"), m_settings.rules() },
                                    { key("outbox"), Outbox(m_home).lines(m_profile).size() } })
                      .toJson(QJsonDocument::Compact));
        }
        return 0;
    }

    int wait(const QString& what)
    {
        const int seconds = m_timeout.isEmpty() ? 30 : m_timeout.toInt();
        std::function<bool()> isThere;
        QString folder = m_home.controlFolder();
        const auto ready = [this](const QString& kind) {
            const QList<Peer> peers = findPeers(m_home, kind, m_profile);
            return std::any_of(peers.begin(), peers.end(), [](const Peer& p) { return p.ready; });
        };
        if (what == QLatin1String("listener")) {
            isThere = [ready] { return ready(QStringLiteral("listen")); };
        } else if (what == QLatin1String("no-listener")) {
            isThere = [ready] { return !ready(QStringLiteral("listen")); };
        } else if (what == QLatin1String("qr")) {
            isThere = [ready] { return ready(QStringLiteral("login")); };
        } else if (what == QLatin1String("outbox") && m_words.size() == 2) {
            const qsizetype count = m_words[1].toInt();
            folder = m_home.path(QStringLiteral("sim"));
            isThere = [this, count] { return Outbox(m_home).lines(m_profile).size() >= count; };
        } else {
            return fail(QStringLiteral("wait for 'listener', 'no-listener', 'qr' or 'outbox N'"));
        }
        if (!waitUntil(folder, seconds, isThere)) {
            return fail(QStringLiteral("waited %1 s in vain").arg(seconds));
        }
        return 0;
    }

    const Home& m_home;
    Settings m_settings;
    QStringList m_words;
    QString m_profile;
    QString m_timeout;
    bool m_json = false;
};

} // namespace

int runCtl(const Home& home, QStringList words)
{
    return Ctl(home, std::move(words)).run();
}

} // namespace zalo::sim
