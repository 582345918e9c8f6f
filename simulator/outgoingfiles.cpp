// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "outgoingfiles.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

QString endingOf(const QString& input)
{
    return QFileInfo(input.section(u'?', 0, 0)).suffix();
}

bool looksLikePicture(const QByteArray& start)
{
    return start.startsWith("\x89PNG") || start.startsWith("\xff\xd8") || start.startsWith("GIF8")
        || start.startsWith("RIFF");
}

} // namespace

bool isUrl(const QString& input)
{
    return input.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
        || input.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
}

bool isPicture(const QString& input)
{
    static const QStringList endings {
        u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s, u"gif"_s, QString()
    };
    return endings.contains(endingOf(input).toLower());
}

bool carriesCaption(const QString& input)
{
    static const QStringList endings { u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s };
    return endings.contains(endingOf(input));
}

QString refusalOf(const QStringList& inputs)
{
    static const QStringList refused { u"apk"_s, u"bat"_s, u"cmd"_s, u"com"_s, u"exe"_s,
                                       u"jar"_s, u"js"_s,  u"msi"_s, u"sh"_s,  u"vbs"_s };
    static const QStringList pictures { u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s, u"gif"_s };
    for (const QString& input : inputs) {
        const QString ending = endingOf(input).toLower();
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

} // namespace zalo::sim
