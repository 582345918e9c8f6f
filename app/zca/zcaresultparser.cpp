// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaresultparser.h"

#include "zca/zcaerrors.h"
#include "zca/zcajson.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! util.inspect and JSON spellings of msgId, and zca-cli's "message id: X" (ZCA.md 6). Not
//! cliMsgId.
const QRegularExpression& idPattern()
{
    static const QRegularExpression pattern(
        u"\\bmsgId[\"']?:\\s*[\"'`]?(\\d+)|\\b[Mm]essage [Ii][Dd]:\\s*(\\d+)"_s);
    return pattern;
}

//! More than any send has parts, several times over: a text of a MiB is cut into some 500.
constexpr qsizetype MaxIds = 2'000;

//! A chunked answer names its last id first, then all of them in order: the last place counts.
QStringList idsIn(const QString& text)
{
    QStringList found;
    auto matches = idPattern().globalMatch(text);
    while (matches.hasNext() && found.size() <= MaxIds) {
        const auto match = matches.next();
        found << (match.hasCaptured(1) ? match.captured(1) : match.captured(2));
    }
    QStringList ids;
    QSet<QString> known;
    for (auto id = found.crbegin(); id != found.crend(); ++id) {
        if (!known.contains(*id)) {
            known.insert(*id);
            ids.prepend(*id);
        }
    }
    return ids;
}

//! What openzca prints for an empty file, or a GIF that Zalo did not take (ZCA.md 6).
bool saysNothingWasSent(const QString& text)
{
    static const QRegularExpression nothing(
        u"^\\{\\s*message:\\s*null,\\s*attachment:\\s*\\[\\s*\\]\\s*\\}$"_s);
    return nothing.match(text).hasMatch();
}

} // namespace

Result<QStringList> parseMessageIds(const QByteArray& out, ZcaDialect dialect)
{
    const QString text = QString::fromUtf8(withoutAnsi(out)).trimmed();
    if (saysNothingWasSent(text)) {
        return failure(ErrorKind::NotSent);
    }
    QStringList ids = idsIn(text);
    if (ids.size() > MaxIds) {
        return tl::unexpected(
            zcaSendError({ ErrorKind::OutputTooLarge, u"more than %1 ids"_s.arg(MaxIds) }));
    }
    if (ids.isEmpty() && dialect == ZcaDialect::ZcaCli && !text.isEmpty()) {
        static const QRegularExpression firstWord(u"^(\\d{6,})\\b"_s);
        if (const auto match = firstWord.match(text); match.hasMatch()) {
            ids << match.captured(1);
        }
        return ids;
    }
    if (ids.isEmpty()) {
        return failure(ErrorKind::NothingSent);
    }
    return ids;
}

Result<void> parseDone(const QByteArray& out)
{
    return withoutAnsi(out).trimmed().isEmpty() ? failure(ErrorKind::NothingSent) : Result<void>();
}

bool isMessageAnswer(const QByteArray& line)
{
    const QString text = QString::fromUtf8(withoutAnsi(line)).trimmed();
    return idPattern().match(text).hasMatch() || saysNothingWasSent(text);
}

} // namespace zalo
