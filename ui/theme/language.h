// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace zalo {

//! The program's texts in one of its languages; widgets follow by QEvent::LanguageChange.
class Language
{
public:
    //! `en`, `fr` and `vi`.
    [[nodiscard]] static QStringList codes();
    //! A language's own name for itself.
    [[nodiscard]] static QString nameOf(const QString& code);

    //! Speaks the language `code`, with its dates and numbers; empty: the system's.
    void use(const QString& code);

private:
    QTranslator m_translator;
    QTranslator m_qtTranslator; //!< of Qt's own dialogs, where they are installed
};

} // namespace zalo
