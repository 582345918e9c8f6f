// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/redact.h"

#include <QRegularExpression>

namespace zalo {

QString redactId(QStringView id)
{
    return id.size() <= 4 ? id.toString() : QStringLiteral("…") + id.last(4);
}

QString redactText(QStringView text)
{
    return QStringLiteral("[%1 chars]").arg(text.size());
}

QString redactOutput(const QString& text)
{
    static const QRegularExpression dataUrl(QStringLiteral("data:[^\\s]+"));
    static const QRegularExpression url(QStringLiteral("https?://[^\\s]+"));
    static const QRegularExpression digits(QStringLiteral("\\+?\\d{5,}"));
    QString clean = text.simplified();
    clean.replace(dataUrl, QStringLiteral("[data]"));
    clean.replace(url, QStringLiteral("[url]"));
    clean.replace(digits, QStringLiteral("[number]"));
    if (clean.size() > 200) {
        clean = clean.left(199) + QStringLiteral("…");
    }
    return clean;
}

} // namespace zalo
