// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts.h"
#include "inspect.h"
#include "listenerowner.h"
#include "outgoingfiles.h"
#include "ownconnection.h"
#include "peers.h"
#include "sending.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

// The real program waits so long for a websocket that never comes (ZCA.md 6).
constexpr int fiveMinutes = 300'000;
// Of one upload, in ms; then what it waits for an upload whose connection is gone, and the process
// stays (ZCA.md 10).
constexpr int uploadTime = 1'000;
constexpr int uploadTimeout = 120'000;
constexpr int hangTime = 180'000;

class MediaSending
{
public:
    explicit MediaSending(Sending& sending)
        : m_sending(sending),
          m_context(sending.context),
          m_kind(sending.context.arguments.command.section(u'.', 1))
    { }

    int run()
    {
        if (const QString error = collect(); !error.isEmpty()) {
            return m_context.fail(error);
        }
        if (m_kind == QLatin1String("image")
            && !std::all_of(m_inputs.begin(), m_inputs.end(), isPicture)) {
            Output::sleep(patience());
            return 0;
        }
        if (const auto exitCode = m_context.zcaCli ? std::nullopt : connect()) {
            return *exitCode;
        }
        return send();
    }

private:
    [[nodiscard]] int patience()
    {
        return m_context.settings.number(u"upload-linger"_s, fiveMinutes);
    }

    // The files and URLs; an error message otherwise.
    QString collect()
    {
        const QStringList& operands = m_context.arguments.operands;
        QString file = operands.value(1);
        if (m_kind == QLatin1String("upload") && !file.isEmpty()) {
            m_sending.threadId = file;
            file = operands.value(0);
            // It looks the id up among the groups only where it is told to.
            m_sending.isGroup = m_sending.isGroup
                || (qEnvironmentVariable("OPENZCA_UPLOAD_AUTO_THREAD_TYPE") == QLatin1String("1")
                    && Contacts(m_sending.session.account, m_context.settings)
                            .groupIndex(m_sending.threadId.toUtf8())
                        >= 0);
        }
        if (!file.isEmpty()) {
            m_inputs.append(file);
        }
        for (const QString& value : m_context.arguments.options.value(u"url"_s)) {
            m_inputs.append(value.split(u',', Qt::SkipEmptyParts));
        }
        if (m_inputs.isEmpty()) {
            return m_kind == QLatin1String("voice") ? u"Provide a voice file or --url."_s
                : m_kind == QLatin1String("upload")
                ? u"Provide file and threadId (upload <file> <threadId>) or use --url."_s
                : u"Provide at least one %1 file or --url."_s.arg(m_kind);
        }
        for (const QString& input : std::as_const(m_inputs)) {
            if (!isUrl(input) && !QFileInfo::exists(input)) {
                return u"File not found: %1"_s.arg(input);
            }
            if (isUrl(input) && input.contains(QLatin1String("/404"))) {
                return u"Failed to download URL: %1 (404)"_s.arg(input);
            }
        }
        return {};
    }

    // The connection that an upload wants: the profile's listener's, or one of its own. The exit
    // code where there is none.
    std::optional<int> connect()
    {
        if (m_kind == QLatin1String("image")) {
            return {};
        }
        const bool isUpload = m_kind == QLatin1String("upload");
        if (isUpload) {
            const QList<Peer> listeners = findPeers(m_context.home, u"listen"_s, m_context.profile);
            if (!listeners.isEmpty()) {
                return throughListener(listeners.last());
            }
        }
        if (m_kind == QLatin1String("voice")) {
            return std::all_of(m_inputs.begin(), m_inputs.end(), isUrl) ? std::nullopt
                                                                        : overOwnConnection();
        }
        const qint64 owner = ListenerOwner::alive(m_context.home, m_context.profile);
        if (owner > 0
            && qEnvironmentVariable("OPENZCA_UPLOAD_ENFORCE_SINGLE_OWNER") != QLatin1String("0")) {
            return m_context.fail(
                u"Active listener owner detected for profile \"%1\" (pid %2), but %3upload IPC is "
                "unavailable. Restart `openzca listen` with latest version or set "
                "OPENZCA_UPLOAD_ENFORCE_SINGLE_OWNER=0 to allow fallback listener startup."_s
                    .arg(m_context.profile)
                    .arg(owner)
                    .arg(isUpload ? QString() : u"video "_s));
        }
        // Its answer is there at once, its end is not.
        m_context.lingers = patience();
        return overOwnConnection();
    }

    std::optional<int> throughListener(const Peer& listener)
    {
        const auto answer =
            PeerConnection(m_context.home, listener).ask({ { u"command"_s, u"upload"_s } });
        if (answer && answer->value(u"ok"_s).toBool()) {
            return {};
        }
        return failLater(u"IPC upload"_s, 0);
    }

    std::optional<int> overOwnConnection()
    {
        OwnConnection connection(m_context.home, m_context.profile, m_sending.session.token);
        if (connection.hold(m_context.settings.duration(u"upload-time"_s, uploadTime))) {
            return {};
        }
        return failLater(u"file upload"_s, hangTime - uploadTimeout);
    }

    //! What waits for word over a connection that is gone.
    int failLater(const QString& what, int afterwards)
    {
        const int total = m_context.settings.duration(u"upload-hang"_s, hangTime);
        m_context.lingers = int(qint64(total) * afterwards / hangTime);
        Output::sleep(int(qint64(total) * uploadTimeout / hangTime));
        return m_context.fail(
            u"Timed out waiting %1ms for %2 completion."_s.arg(uploadTimeout).arg(what));
    }

    int send()
    {
        const QString caption = m_context.arguments.value(u"message"_s);
        const bool isApart = !caption.isEmpty()
            && (m_inputs.size() > 1 || (!isUrl(m_inputs[0]) && !carriesCaption(m_inputs[0])));
        Value message;
        if (isApart) {
            // It is sent first, and stays sent where the file is refused.
            message = Value::Object { { "msgId", m_sending.send(u"text"_s, caption) } };
        }
        const bool checksFiles = m_context.settings.value(u"check-files"_s) != QLatin1String("0");
        if (const QString refusal = checksFiles ? refusalOf(m_inputs) : QString();
            !refusal.isEmpty()) {
            m_context.lingers = 0;
            return m_context.fail(refusal);
        }
        Value::Array ids;
        qint64 id = 0;
        for (const QString& input : std::as_const(m_inputs)) {
            if (isSwallowed(input, checksFiles)) {
                continue;
            }
            id = m_sending.send(m_kind, isApart ? QString() : caption,
                                { { isUrl(input) ? u"url"_s : u"path"_s, input } });
            ids.emplace_back(Value::Object { { "msgId", id } });
        }
        if (m_kind == QLatin1String("voice") && !m_context.zcaCli
            && !m_context.settings.flag(u"send-then-hang"_s)) {
            m_context.output.out(table(ids));
            return 0;
        }
        return m_sending.answer(Value::Object { { "message", message }, { "attachment", ids } },
                                id);
    }

    // What zca-js takes without an error, and does not send.
    bool isSwallowed(const QString& input, bool checksFiles)
    {
        return !isUrl(input)
            && ((checksFiles && QFileInfo(input).size() == 0)
                || (input.endsWith(QLatin1String(".gif"))
                    && m_context.settings.flag(u"gif-without-id"_s)));
    }

    Sending& m_sending;
    Context& m_context;
    QString m_kind;
    QStringList m_inputs;
};

} // namespace

int sendMedia(Sending& sending)
{
    return MediaSending(sending).run();
}

} // namespace zalo::sim
