// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "textplan.h"

#include "value.h"

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

constexpr int longestText = 2'000;
constexpr int largestRequest = 4'000;

qsizetype limit(const char* variable, int usual)
{
    bool ok = false;
    const int number = qEnvironmentVariableIntValue(variable, &ok);
    return ok && number > 0 ? number : usual;
}

//! The request's length as zca estimates it, in UTF-16 units.
qsizetype requestSize(const OutgoingText& text)
{
    Value::Object request { { "message", text.text }, { "clientId", qint64(1'700'000'000'000) } };
    if (text.isGroup && !text.mentions.isEmpty()) {
        Value::Array mentions;
        for (const Mention& mention : text.mentions) {
            mentions.emplace_back(Value::Object { { "pos", qint64(mention.position) },
                                                  { "uid", mention.userId },
                                                  { "len", qint64(mention.length) },
                                                  { "type", 0 } });
        }
        request.push_back({ "mentionInfo", toJson(mentions) });
    }
    if (text.isGroup) {
        request.insert(request.end(),
                       { { "ttl", 0 }, { "visibility", 0 }, { "grid", text.threadId } });
    } else {
        request.insert(request.end(),
                       { { "imei", "000000000000000" }, { "ttl", 0 }, { "toid", text.threadId } });
    }
    if (!text.styles.isEmpty()) {
        Value::Array styles;
        for (const Style& style : text.styles) {
            styles.emplace_back(Value::Object { { "start", qint64(style.start) },
                                                { "len", qint64(style.length) },
                                                { "st", style.code.toUtf8() } });
        }
        const Value::Object properties { { "styles", styles }, { "ver", 0 } };
        request.push_back({ "textProperties", toJson(properties) });
    }
    return QString::fromUtf8(toJson(request)).size();
}

bool mayCutAt(const OutgoingText& text, qsizetype at)
{
    return !text.text.at(at - 1).isHighSurrogate()
        && std::all_of(text.mentions.begin(), text.mentions.end(), [at](const Mention& mention) {
               return at <= mention.position || at >= mention.position + mention.length;
           });
}

qsizetype cutBefore(const OutgoingText& text, qsizetype start, qsizetype end)
{
    const auto isAny = [](QChar) { return true; };
    const auto isLineEnd = [](QChar c) { return c == u'\n'; };
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t'; };
    const std::initializer_list<bool (*)(QChar)> wishes { isLineEnd, isBlank, isAny };
    for (const auto& isGood : wishes) {
        for (qsizetype at = end; at > start; --at) {
            if (mayCutAt(text, at) && isGood(text.text.at(at - 1))) {
                return at;
            }
        }
    }
    return end;
}

OutgoingText slice(const OutgoingText& text, qsizetype start, qsizetype end)
{
    OutgoingText out = text;
    out.text = text.text.mid(start, end - start);
    out.mentions.clear();
    for (Mention mention : text.mentions) {
        if (mention.position >= start && mention.position + mention.length <= end) {
            mention.position -= start;
            out.mentions.append(mention);
        }
    }
    out.styles.clear();
    for (const Style& style : text.styles) {
        const qsizetype from = qMax(style.start, start);
        const qsizetype to = qMin(style.start + style.length, end);
        if (from < to) {
            out.styles.append({ from - start, to - from, style.code });
        }
    }
    return out;
}

QList<OutgoingText> split(const OutgoingText& text, qsizetype longest)
{
    QList<OutgoingText> out;
    for (qsizetype start = 0; start < text.text.size();) {
        const qsizetype end = text.text.size() - start <= longest
            ? text.text.size()
            : cutBefore(text, start, start + longest);
        out.append(slice(text, start, end));
        start = end;
    }
    return out;
}

} // namespace

QList<OutgoingText> textParts(const OutgoingText& text)
{
    const qsizetype longest = limit("OPENZCA_TEXT_MESSAGE_MAX_LENGTH", longestText);
    const qsizetype largest = limit("OPENZCA_TEXT_REQUEST_PARAMS_MAX_ESTIMATE", largestRequest);
    QList<OutgoingText> out;
    QList<OutgoingText> pending { text };
    while (!pending.isEmpty()) {
        const OutgoingText part = pending.takeFirst();
        const qsizetype length = part.text.size();
        const qsizetype size = requestSize(part);
        if ((length <= longest && size <= largest) || length <= 1) {
            out.append(part);
            continue;
        }
        const qsizetype wanted = qMin(longest, size > largest ? length * largest / size : length);
        pending = split(part, qBound<qsizetype>(1, wanted, length - 1)) + pending;
    }
    return out;
}

} // namespace zalo::sim
