// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "settings/settings.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QLabel;

namespace zalo {

class MutedLabel;

//! The settings of notifications: what there is one of.
class NotificationSection : public QWidget
{
    Q_OBJECT

public:
    //! `settings` outlives it.
    explicit NotificationSection(Settings& settings, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Kind
    {
        Settings::Switch which;
        QCheckBox* box;
    };

    [[nodiscard]] static QString textOf(Settings::Switch which);
    void retranslate();

    Settings& m_settings;
    QLabel* m_heading;
    MutedLabel* m_text;
    QList<Kind> m_kinds;
};

} // namespace zalo
