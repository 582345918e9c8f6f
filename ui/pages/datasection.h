// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/confirm.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace zalo {

class DataService;
class SettingsService;
class SnapshotProvider;
class MutedLabel;

//! The settings of stored data: its retention, and *Delete all data…*.
class DataSection : public QWidget
{
    Q_OBJECT

public:
    DataSection(SnapshotProvider& snapshots, SettingsService& settings, DataService& data,
                QWidget* parent = nullptr);

    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void confirmDelete();
    void retranslate();

    SnapshotProvider& m_snapshots;
    SettingsService& m_settings;
    DataService& m_data;
    QLabel* m_heading;
    MutedLabel* m_text;
    QLabel* m_daysLabel;
    QComboBox* m_days;
    QLabel* m_hoursLabel;
    QComboBox* m_hours;
    QPushButton* m_delete;
    Confirm m_confirm = &confirm;
};

} // namespace zalo
