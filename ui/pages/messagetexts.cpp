// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/messagetexts.h"

#include "settings/settings.h"

namespace zalo {

MessageTexts::MessageTexts(Settings& settings, QObject* parent)
    : QObject(parent),
      m_settings(settings)
{
    connect(&settings, &Settings::switched, this, [this](Settings::Switch which) {
        if (which == Settings::Switch::MessageTexts) {
            m_isRevealed = false;
            emit changed();
        }
    });
}

bool MessageTexts::areHidden() const
{
    return !m_settings.isOn(Settings::Switch::MessageTexts);
}

TextDisplay MessageTexts::display() const
{
    return areHidden() && !m_isRevealed ? TextDisplay::Hidden : TextDisplay::Shown;
}

void MessageTexts::setRevealed(bool revealed)
{
    if (revealed != m_isRevealed) {
        m_isRevealed = revealed;
        emit changed();
    }
}

} // namespace zalo
