// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"

#include <QObject>

namespace zalo {

class Settings;

//! Whether the pages show what people wrote: as the settings say, and where they hide it for as
//! long as somebody asks to see it.
class MessageTexts : public QObject
{
    Q_OBJECT

public:
    //! `settings` outlive it.
    explicit MessageTexts(Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] TextDisplay display() const;
    //! The settings hide the texts: showing them is offered.
    [[nodiscard]] bool areHidden() const;
    //! Shows hidden texts, or hides them again.
    void setRevealed(bool revealed);

signals:
    void changed();

private:
    Settings& m_settings;
    bool m_isRevealed = false;
};

} // namespace zalo
