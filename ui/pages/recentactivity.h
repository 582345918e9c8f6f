// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "messagestore/activitysummary.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace zalo {

class ActivityService;
class FactGrid;

//! What happened since yesterday evening: what came in, what came of it, and what was missed. For
//! whoever comes in the morning and asks about the night.
class RecentActivity : public QWidget
{
    Q_OBJECT

public:
    //! `activity` outlives it.
    explicit RecentActivity(ActivityService& activity, QWidget* parent = nullptr);

    //! Whose; empty: nobody's, and nothing is shown.
    void setProfile(const QString& profile);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void load();
    void onSummary(const Result<ActivitySummary>& summary);
    void retranslate();

    ActivityService& m_activity;
    QString m_profile;
    QLabel* m_heading;
    FactGrid* m_facts;
    QTimer m_soon; //!< many messages at once are counted once
    int m_request = 0; //!< of the last question; the answers of earlier ones do not count
};

} // namespace zalo
