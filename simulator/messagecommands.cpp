// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts.h"
#include "context.h"
#include "history.h"
#include "inspect.h"
#include "linefile.h"
#include "listenerowner.h"
#include "markup.h"
#include "message.h"
#include "ownconnection.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

// The real program waits so long for a websocket that never comes (ZCA.md 6).
constexpr int fiveMinutes = 300'000;

class Sending
{
public:
    explicit Sending(Context& context)
        : m_context(context),
          m_isGroup(context.arguments.has(u"group"_s))
    { }

    int run()
    {
        const auto session = m_context.requireLogin();
        if (!session) {
            return 1;
        }
        m_account = session->account;
        m_token = session->token;
        const QString command = m_context.arguments.command;
        if (m_context.settings.flag(u"rate-limit"_s)) {
            return m_context.fail(u"Vượt quá số request cho phép"_s);
        }
        if (const QString message = m_context.settings.value(u"refuse"_s); !message.isEmpty()) {
            return m_context.fail(message);
        }
        if (command == QLatin1String("msg.typing")) {
            m_context.output.out("{ status: 0 }\n");
            return 0;
        }
        if (m_context.settings.flag(u"nothing-sent"_s)) {
            return 0;
        }
        if (command == QLatin1String("msg.send")) {
            return text();
        }
        if (command == QLatin1String("msg.link")) {
            const qint64 id = send(u"link"_s, {}, { { u"url"_s, operand(1) } });
            return answer(Value::Object { { "msgId", id } }, id);
        }
        return media(command.section(u'.', 1));
    }

private:
    [[nodiscard]] QString operand(int index) const
    {
        return m_context.arguments.operands.value(index);
    }

    qint64 send(const QString& kind, const QString& text, QJsonObject entry = {})
    {
        const qint64 id = m_context.home.takeMessageIds(1);
        entry[u"profile"_s] = m_context.profile;
        entry[u"account"_s] = m_account.id;
        entry[u"threadId"_s] = m_threadId.isEmpty() ? operand(0) : m_threadId;
        entry[u"isGroup"_s] = m_isGroup;
        entry[u"kind"_s] = kind;
        entry[u"text"_s] = text;
        entry[u"raw"_s] = m_context.arguments.has(u"raw"_s);
        entry[u"msgId"_s] = QString::number(id);
        entry[u"argv"_s] = QJsonArray::fromStringList(m_context.commandLine);
        LineFile::outbox(m_context.home).append(entry);
        remember(entry);
        return id;
    }

    //! What the account sends stands in its history as well.
    void remember(const QJsonObject& sent) const
    {
        static const QHash<QString, QString> kinds { { u"image"_s, u"photo"_s },
                                                     { u"upload"_s, u"file"_s } };
        const QString kind = sent.value(u"kind"_s).toString();
        QJsonObject wanted { { u"own"_s, true },
                             { u"kind"_s, kinds.value(kind, kind) },
                             { u"msgId"_s, sent.value(u"msgId"_s) },
                             { u"threadId"_s, sent.value(u"threadId"_s) },
                             { u"isGroup"_s, sent.value(u"isGroup"_s) } };
        for (const auto& [from, to] :
             { std::pair(u"text"_s, u"content"_s), std::pair(u"url"_s, u"url"_s) }) {
            if (!sent.value(from).toString().isEmpty()) {
                wanted[to] = sent.value(from);
            }
        }
        const Contacts contacts(m_account, m_context.settings);
        if (!History(m_context.home)
                 .add(completeMessage(m_context.home, contacts, wanted).fields, m_account)) {
            qFatal("the history cannot be written");
        }
    }

    int answer(const Value& value, qint64 lastId)
    {
        if (m_context.settings.flag(u"send-then-hang"_s)) {
            Output::hang();
        }
        if (m_context.zcaCli) {
            m_context.output.out("Message sent\nmessage id: " + QByteArray::number(lastId) + '\n');
        } else {
            m_context.output.out(inspect(value) + '\n');
        }
        return 0;
    }

    int text()
    {
        QString text = operand(1);
        if (!m_context.arguments.has(u"raw"_s)) {
            text = stripMarkup(text);
        }
        const QString shared = m_context.settings.value(u"ambiguous-mention"_s);
        if (m_isGroup && !shared.isEmpty() && text.contains(u'@' + shared, Qt::CaseInsensitive)) {
            return m_context.fail(
                u"Ambiguous mention \"@%1\": matched multiple group members."_s.arg(shared));
        }
        const QStringList chunks = textChunks(text);
        const int failing = m_context.settings.number(u"fail-chunk"_s, 0);
        Value::Array responses;
        qint64 id = 0;
        for (int i = 0; i < chunks.size(); ++i) {
            if (i + 1 == failing) {
                return m_context.fail(u"Lỗi không xác định"_s);
            }
            id = send(u"text"_s, chunks[i],
                      { { u"chunk"_s, i + 1 }, { u"chunks"_s, chunks.size() } });
            responses.emplace_back(Value::Object { { "message", Value::Object { { "msgId", id } } },
                                                   { "attachment", Value::Array {} } });
        }
        if (chunks.size() == 1) {
            return answer(responses.front(), id);
        }
        return answer(Value::Object { { "chunked", true },
                                      { "chunkCount", int(chunks.size()) },
                                      { "msgId", QByteArray::number(id) },
                                      { "response", responses } },
                      id);
    }

    // The files and URLs of a media command; an error message otherwise.
    QString collect(const QString& kind, QStringList& inputs)
    {
        const QString thread = operand(0);
        QString file = operand(1);
        if (kind == QLatin1String("upload") && !file.isEmpty()) {
            m_threadId = file;
            file = thread;
            // The real program looks the id up among the groups.
            m_isGroup = m_isGroup
                || Contacts(m_account, m_context.settings).groupIndex(m_threadId.toUtf8()) >= 0;
        }
        if (!file.isEmpty()) {
            inputs.append(file);
        }
        for (const QString& value : m_context.arguments.options.value(u"url"_s)) {
            inputs.append(value.split(u',', Qt::SkipEmptyParts));
        }
        if (inputs.isEmpty()) {
            return kind == QLatin1String("voice") ? u"Provide a voice file or --url."_s
                : kind == QLatin1String("upload")
                ? u"Provide file and threadId (upload <file> <threadId>) or use --url."_s
                : u"Provide at least one %1 file or --url."_s.arg(kind);
        }
        for (const QString& input : std::as_const(inputs)) {
            if (!isUrl(input) && !QFileInfo::exists(input)) {
                return u"File not found: %1"_s.arg(input);
            }
            if (isUrl(input) && input.contains(QLatin1String("/404"))) {
                return u"Failed to download URL: %1 (404)"_s.arg(input);
            }
        }
        return {};
    }

    int media(const QString& kind)
    {
        QStringList inputs;
        if (const QString error = collect(kind, inputs); !error.isEmpty()) {
            return m_context.fail(error);
        }
        const int patience = m_context.settings.number(u"upload-linger"_s, fiveMinutes);
        const qint64 owner = ListenerOwner::alive(m_context.home, m_context.profile);
        if (kind == QLatin1String("video") && owner > 0 && !m_context.zcaCli) {
            return m_context.fail(
                u"Active listener owner detected for profile \"%1\" (pid %2), but "
                "video upload IPC is unavailable. Restart `openzca listen` with latest "
                "version or set OPENZCA_UPLOAD_ENFORCE_SINGLE_OWNER=0 to allow "
                "fallback listener startup."_s.arg(m_context.profile)
                    .arg(owner));
        }
        if (kind == QLatin1String("image") && !std::all_of(inputs.begin(), inputs.end(), isImage)) {
            Output::sleep(patience);
            return 0;
        }
        m_checksFiles = m_context.settings.flag(u"check-files"_s);
        if (const QString refusal = m_checksFiles ? refusalOf(inputs) : QString();
            !refusal.isEmpty()) {
            return m_context.fail(refusal);
        }
        const QString caption = m_context.arguments.value(u"message"_s);
        const bool apart = !caption.isEmpty()
            && (inputs.size() > 1
                || inputs[0].endsWith(QLatin1String(".gif"), Qt::CaseInsensitive));
        Value message;
        if (apart) {
            message = Value::Object { { "msgId", send(u"text"_s, caption) } };
        }
        Value::Array ids;
        qint64 id = 0;
        for (const QString& input : std::as_const(inputs)) {
            if (isSwallowed(input)) {
                continue;
            }
            id = send(kind, apart ? QString() : caption,
                      { { isUrl(input) ? u"url"_s : u"path"_s, input } });
            ids.emplace_back(Value::Object { { "msgId", id } });
        }
        if (kind == QLatin1String("voice")) {
            if (!m_context.zcaCli && !std::all_of(inputs.begin(), inputs.end(), isUrl)) {
                // It uploads over a connection of its own, and Zalo lets go of the listener's.
                takeConnection(m_context.home, m_token);
            }
            if (!m_context.zcaCli && !m_context.settings.flag(u"send-then-hang"_s)) {
                m_context.output.out(table(ids));
                return 0;
            }
        } else if (kind != QLatin1String("image") && owner == 0 && !m_context.zcaCli) {
            // Its answer is there at once, its end is not.
            m_context.lingers = patience;
        }
        return answer(Value::Object { { "message", message }, { "attachment", ids } }, id);
    }

    // Why zca-js does not take one of the files; empty where it takes all.
    static QString refusalOf(const QStringList& inputs)
    {
        static const QStringList refused { u"apk"_s, u"bat"_s, u"cmd"_s, u"com"_s, u"exe"_s,
                                           u"jar"_s, u"js"_s,  u"msi"_s, u"sh"_s,  u"vbs"_s };
        static const QStringList pictures { u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s, u"gif"_s };
        for (const QString& input : inputs) {
            const QString ending = QFileInfo(input).suffix().toLower();
            if (isUrl(input)) {
                continue;
            }
            if (refused.contains(ending)) {
                return u"File extension \"%1\" is not allowed"_s.arg(ending);
            }
            QFile file(input);
            if (pictures.contains(ending) && file.open(QIODevice::ReadOnly) && file.size() > 0
                && !looksLikePicture(file.peek(12))) {
                return u"unsupported file type: undefined"_s;
            }
        }
        return {};
    }

    static bool looksLikePicture(const QByteArray& start)
    {
        return start.startsWith("\x89PNG") || start.startsWith("\xff\xd8")
            || start.startsWith("GIF8") || start.startsWith("RIFF");
    }

    // What zca-js takes without an error, and does not send.
    bool isSwallowed(const QString& input)
    {
        return !isUrl(input)
            && ((m_checksFiles && QFileInfo(input).size() == 0)
                || (input.endsWith(QLatin1String(".gif"))
                    && m_context.settings.flag(u"gif-without-id"_s)));
    }

    static bool isUrl(const QString& input)
    {
        return input.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
            || input.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
    }

    static bool isImage(const QString& input)
    {
        static const QStringList images { u"png"_s,  u"jpg"_s, u"jpeg"_s,
                                          u"webp"_s, u"gif"_s, QString() };
        return images.contains(QFileInfo(input.section(u'?', 0, 0)).suffix().toLower());
    }

    Context& m_context;
    Account m_account;
    QString m_token;
    QString m_threadId;
    bool m_isGroup;
    bool m_checksFiles = false;
};

} // namespace

int runMessage(Context& context)
{
    return Sending(context).run();
}

} // namespace zalo::sim
