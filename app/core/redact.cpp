// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/redact.h"

#include "core/singleline.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace zalo {

QString redactId(QStringView id)
{
    return id.size() <= 4 ? id.toString() : u"…"_s + id.last(4);
}

QString redactText(QStringView text)
{
    return u"[%1 chars]"_s.arg(text.size());
}

QString redactOutput(const QString& text)
{
    static const QRegularExpression dataUrl(u"data:[^\\s]+"_s);
    static const QRegularExpression url(u"https?://[^\\s]+"_s);
    static const QRegularExpression digits(u"\\+?\\d{5,}"_s);
    QString clean = singleLine(text);
    clean.replace(dataUrl, u"[data]"_s);
    clean.replace(url, u"[url]"_s);
    clean.replace(digits, u"[number]"_s);
    if (clean.size() > 200) {
        clean = clean.left(199) + u"…"_s;
    }
    return clean;
}

} // namespace zalo
