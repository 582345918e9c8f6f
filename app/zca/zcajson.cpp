// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcajson.h"

#include "core/singleline.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxIdUnits = 64; // Zalo's have 19 digits at the most
//! Log lines may start with a bracket too ("[INFO] …"), and end a try after a few bytes. All tries
//! together read so many times the whole, so that the time grows with the length alone; what is
//! short is soon read often.
constexpr qsizetype MaxPasses = 4;
constexpr qsizetype MinReading = 1 << 20;

//! The document at the beginning of `text`. `read` gets how many bytes were looked at.
QJsonDocument parsed(QByteArrayView text, qsizetype& read)
{
    const auto raw = QByteArray::fromRawData(text.data(), text.size());
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(raw, &error);
    if (error.error == QJsonParseError::GarbageAtEnd) {
        document = QJsonDocument::fromJson(raw.first(error.offset));
    }
    read = error.offset;
    return document;
}

QJsonDocument findJson(const QByteArray& out)
{
    const QByteArray clean = withoutAnsi(out);
    qsizetype left = std::max(clean.size() * MaxPasses, MinReading);
    for (qsizetype line = 0; line < clean.size() && left > 0;) {
        if (clean.at(line) == '{' || clean.at(line) == '[') {
            qsizetype read = 0;
            const QJsonDocument document = parsed(QByteArrayView(clean).sliced(line), read);
            if (!document.isNull()) {
                return document;
            }
            left -= read;
        }
        const qsizetype end = clean.indexOf('\n', line);
        line = end < 0 ? clean.size() : end + 1;
    }
    return {};
}

} // namespace

QByteArray withoutAnsi(const QByteArray& bytes)
{
    if (!bytes.contains('\x1b')) {
        return bytes;
    }
    QByteArray clean;
    clean.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes.at(i) != '\x1b') {
            clean.append(bytes.at(i));
            continue;
        }
        const char kind = i + 1 < bytes.size() ? bytes.at(i + 1) : '\0';
        ++i;
        if (kind == '[') { // CSI: parameters, then one byte from @ to ~
            while (++i < bytes.size() && (bytes.at(i) < '@' || bytes.at(i) > '~')) { }
        } else if (kind == ']') { // OSC: up to BEL or ESC backslash
            while (++i < bytes.size() && bytes.at(i) != '\a' && bytes.at(i) != '\x1b') { }
            if (i < bytes.size() && bytes.at(i) == '\x1b') {
                ++i;
            }
        }
    }
    return clean;
}

Result<QJsonArray> zcaJsonArray(const QByteArray& out)
{
    const QJsonDocument document = findJson(out);
    if (!document.isArray()) {
        return failure(ErrorKind::ZcaBroken, u"no JSON list in its answer"_s);
    }
    return document.array();
}

Result<QJsonObject> zcaJsonObject(const QByteArray& out)
{
    const QJsonDocument document = findJson(out);
    if (!document.isObject()) {
        return failure(ErrorKind::ZcaBroken, u"no JSON object in its answer"_s);
    }
    return document.object();
}

QString zcaId(const QJsonValue& value)
{
    if (value.isString()) {
        const QString id = value.toString();
        const bool isId = id.size() <= MaxIdUnits
            && std::all_of(id.begin(), id.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
        return isId ? id : QString();
    }
    // A number without a fraction is kept as a 64-bit integer: exact for 18 and 19 digits.
    const qint64 number = value.toInteger();
    return number > 0 ? QString::number(number) : QString();
}

QString zcaId(const QJsonObject& object, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        if (const QString id = zcaId(object.value(name)); !id.isEmpty()) {
            return id;
        }
    }
    return {};
}

QString zcaText(const QJsonObject& object, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        if (const QString text = object.value(name).toString(); !text.isEmpty()) {
            return text;
        }
    }
    return {};
}

QString zcaName(const QJsonObject& object, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        if (const QString line = foreignName(object.value(name).toString()); !line.isEmpty()) {
            return line;
        }
    }
    return {};
}

} // namespace zalo
