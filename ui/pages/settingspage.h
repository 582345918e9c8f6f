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
class GatewayService;
class SettingsService;
class SnapshotProvider;
class Settings;
class MutedLabel;

//! What can be chosen: language, theme, start with the session, the zca to use, which Gateways may
//! come in, and how long messages are kept.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    //! The roles that the page and its sections use.
    struct Roles
    {
        SnapshotProvider& snapshots;
        SettingsService& settings;
        GatewayService& gateways;
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
    QLabel* m_heading;
    QLabel* m_languageLabel;
    QComboBox* m_language;
    QLabel* m_themeLabel;
    QComboBox* m_theme;
    QCheckBox* m_start;
    QLabel* m_zcaLabel;
    QLineEdit* m_zca;
    QPushButton* m_browse;
    MutedLabel* m_zcaState;
    QLabel* m_paceLabel;
    QSpinBox* m_pace; //!< messages per minute
    MutedLabel* m_paceText;
};

} // namespace zalo
