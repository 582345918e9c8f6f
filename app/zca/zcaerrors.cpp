// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaerrors.h"

#include "core/redact.h"
#include "zca/zcajson.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct Sign
{
    const char* pattern;
    ErrorKind kind;
};

//! Messages of zca and of Zalo, in the order in which they are looked for (ZCA.md 3, 5, 6, 7).
constexpr std::array signs {
    Sign { "^File extension \"(\\w*)\" is not allowed", ErrorKind::FileTypeRefused },
    Sign { "^File .* size exceed maximum size of (\\d+ ?MB)", ErrorKind::FileTooLarge },
    Sign { "^Cannot read image size|^unsupported file type|^Failed to get (?:image|gif) metadata"
           "|^Invalid (?:PNG|JPG|WebP|GIF)|^Corrupt JPG|outside the bounds of the DataView",
           ErrorKind::PictureUnreadable },
    Sign { "^Ambiguous mention", ErrorKind::MentionAmbiguous },
    Sign { "^Invalid mentions|^Missing (?:message content|attachments|sources)|^Invalid source type"
           "|^Exceed maximum file|^Unable to split|^No valid voice attachment"
           "|^Failed to download URL|^Active listener owner detected|^Provide at least one"
           "|^Sticker \\S+ not found|^Unsupported reaction|^(?:Missing r|R)eply message"
           "|quote type is not available",
           ErrorKind::ZcaRefused },
    Sign { "zpw_sek", ErrorKind::Expired },
    Sign { R"(not logged in|no credentials|No saved credentials|^Profile "[^"]*" does not exist)",
           ErrorKind::NotLoggedIn },
    Sign { "Vượt quá số request|(code|error|lỗi)\\W{0,3}221\\b", ErrorKind::RateLimited },
    Sign { "Đăng nhập thất bại", ErrorKind::LoginRefused },
    Sign { "^Failed to fetch (?:login|server) info", ErrorKind::ZaloRefused },
    Sign { "listener already owns profile|acquire listener ownership", ErrorKind::Duplicate },
    Sign { "Group not found|[Uu]ser not found", ErrorKind::ThreadUnknown },
    Sign { "^File not found", ErrorKind::FileUnreadable },
    Sign { "Cannot get (scan|confirm) result", ErrorKind::LoginExpired },
    Sign { "fetch failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE"
           "|ENETUNREACH|EHOSTUNREACH|ENETDOWN|UND_ERR|socket hang up|getaddrinfo",
           ErrorKind::Offline },
};

//! Of a stdout that says nothing more, and may be a list: an error stands at its end.
constexpr qsizetype MaxErrorText = 64 << 10;

//! The line that names the error: the first that is marked as one, else the last that is not empty.
QString errorLine(const QByteArray& bytes)
{
    QString last;
    const QString text = QString::fromUtf8(withoutAnsi(bytes));
    for (const QString& line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.startsWith(QLatin1String("error: "), Qt::CaseInsensitive)) {
            return trimmed;
        }
        if (!trimmed.isEmpty()) {
            last = trimmed;
        }
    }
    return last;
}

Error usageError(const QString& message)
{
    // The rejected option may be a text that somebody wrote: only what looks like one of ours is
    // repeated.
    static const QRegularExpression option(u"'(--?[a-z][a-z0-9-]*)'"_s);
    const auto match = option.match(message);
    return { ErrorKind::ZcaUsage, match.hasMatch() ? match.captured(1) : u"usage"_s };
}

//! Zalo's own messages are Vietnamese (ZCA.md 1), zca's are ASCII.
bool isVietnamese(const QString& message)
{
    return std::any_of(message.begin(), message.end(), [](QChar c) { return c.unicode() > 0x7f; });
}

//! What of the message is told besides its kind.
QString detailOf(ErrorKind kind, const QRegularExpressionMatch& match, const QString& message)
{
    if (kind == ErrorKind::ZaloRefused || kind == ErrorKind::ZcaRefused) {
        return redactOutput(message);
    }
    if (kind == ErrorKind::Duplicate) {
        static const QRegularExpression pid(u"\\bpid (\\d+)"_s);
        return pid.match(message).captured(0);
    }
    const bool isFile = kind == ErrorKind::FileTypeRefused || kind == ErrorKind::FileTooLarge;
    return isFile ? match.captured(1) : QString();
}

} // namespace

Error zcaError(int exitCode, const QByteArray& out, const QByteArray& err)
{
    const QString fromErr = errorLine(err);
    const QString line =
        fromErr.isEmpty() ? errorLine(out.last(std::min(out.size(), MaxErrorText))) : fromErr;
    if (exitCode == 126 || exitCode == 127) { // the shell's and env's codes for "cannot run it"
        return { ErrorKind::ZcaBroken, redactOutput(line) };
    }
    if (line.startsWith(QLatin1String("error: "))) { // lower case: of the command line's parser
        return usageError(line);
    }
    const QString message = line.startsWith(QLatin1String("Error: ")) ? line.sliced(7) : line;
    for (const Sign& sign : signs) {
        const QRegularExpression pattern(QString::fromUtf8(sign.pattern));
        if (const auto match = pattern.match(message); match.hasMatch()) {
            return { sign.kind, detailOf(sign.kind, match, message) };
        }
    }
    if (isVietnamese(message)) {
        return { ErrorKind::ZaloRefused, redactOutput(message) };
    }
    return { ErrorKind::ZcaFailed,
             message.isEmpty() ? u"exit code %1 without a word"_s.arg(exitCode)
                               : redactOutput(message) };
}

Error zcaStartError(const QString& program, const ZcaExit& exit)
{
    if (exit.machineFull) {
        return { ErrorKind::MachineFull, exit.startError };
    }
    const QFileInfo file(program);
    if (!file.exists()) {
        return { ErrorKind::ZcaMissing, program };
    }
    if (!file.isFile() || !file.isExecutable()) {
        return { ErrorKind::ZcaNotExecutable, program };
    }
    // It is there and may be run: then its interpreter is missing, or an argument is too long.
    return { ErrorKind::ZcaBroken, exit.startError };
}

Error zcaSendError(const Error& error)
{
    return possiblySent(error.kind, SendStage::Begun) ? Error { ErrorKind::Uncertain, error.detail }
                                                      : error;
}

} // namespace zalo
