// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/terminaloutput.h"

#include "core/singleline.h"

#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

void print(FILE* where, const QString& text)
{
    QTextStream(where) << shownLines(text) << Qt::flush;
}

void print(const QJsonObject& object)
{
    const QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
    QString text;
    text.reserve(json.size());
    for (const QChar c : json) {
        const QChar::Category category = c.category();
        const bool steers =
            c != u'\n' && (category == QChar::Other_Control || category == QChar::Other_Format);
        if (steers) {
            text += u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QChar(u'0'));
        } else {
            text += c;
        }
    }
    QTextStream(stdout) << text << Qt::flush;
}

} // namespace zalo
