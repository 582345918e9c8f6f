// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/theme/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QStringList Language::codes()
{
    return { u"vi"_s, u"fr"_s, u"en"_s };
}

QString Language::nameOf(const QString& code)
{
    QString name = QLocale(code).nativeLanguageName();
    // Qt names English by its regional variant ("American English").
    if (code == u"en") {
        name = u"English"_s;
    }
    return name.isEmpty() ? code : name.left(1).toUpper() + name.mid(1);
}

void Language::use(const QString& code)
{
    const QLocale system = QLocale::system();
    // With the system's language, keep the formats of the user's country.
    const QLocale locale =
        code.isEmpty() || QLocale(code).language() == system.language() ? system : QLocale(code);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_qtTranslator);
    QCoreApplication::removeTranslator(&m_translator);
    const QString separator = u"_"_s;
    const QString qtBase = u"qtbase"_s;
    const QString ours = u":/i18n"_s;
    if (m_qtTranslator.load(locale, qtBase, separator,
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath))
        || m_qtTranslator.load(locale, qtBase, separator, ours)) {
        QCoreApplication::installTranslator(&m_qtTranslator);
    }
    // For everybody else English, which is a translation too: it has the plural forms.
    if (m_translator.load(locale, u"zalo-companion"_s, separator, ours)
        || m_translator.load(QLocale(QLocale::English), u"zalo-companion"_s, separator, ours)) {
        QCoreApplication::installTranslator(&m_translator);
    }
}

} // namespace zalo
