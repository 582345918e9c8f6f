// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace zalo {

//! Loads the translations of one language; widgets follow through QEvent::LanguageChange.
class Language
{
public:
    //! `en`, `fr` and `vi`.
    [[nodiscard]] static QStringList codes();
    //! The language's native name.
    [[nodiscard]] static QString nameOf(const QString& code);

    //! Switches to the language `code`, with its dates and numbers; empty: the system's. English
    //! where it is none of ours.
    void use(const QString& code);

private:
    QTranslator m_translator;
    QTranslator m_qtTranslator; //!< for Qt's own dialogs, where installed
};

} // namespace zalo
