// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace zalo {

class Autostart;
class DataService;
class SettingsService;
class SnapshotProvider;
class Settings;
class MutedLabel;

//! What can be chosen: language, theme, start with the session, the zca to use, and how long
//! messages are kept.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    //! The roles that the page and its sections use.
    struct Roles
    {
        SnapshotProvider& snapshots;
        SettingsService& settings;
        DataService& data;
    };

    SettingsPage(const Roles& roles, Settings& settings, Autostart& autostart,
                 QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectWidgets();
    void fillChoices();
    void chooseFile();
    void useZca();
    void showZca();
    void retranslate();

    Roles m_roles;
    Settings& m_settings;
    Autostart& m_autostart;
    QLabel* m_heading = nullptr;
    QLabel* m_languageLabel = nullptr;
    QComboBox* m_language = nullptr;
    QLabel* m_themeLabel = nullptr;
    QComboBox* m_theme = nullptr;
    QCheckBox* m_start = nullptr;
    QLabel* m_zcaLabel = nullptr;
    QLineEdit* m_zca = nullptr;
    QPushButton* m_browse = nullptr;
    MutedLabel* m_zcaState = nullptr;
    QLabel* m_paceLabel = nullptr;
    QCheckBox* m_ownerPause = nullptr;
    QCheckBox* m_texts = nullptr;
    QSpinBox* m_pace = nullptr; //!< messages per minute
    MutedLabel* m_paceText = nullptr;
};

} // namespace zalo
