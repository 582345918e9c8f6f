// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/recentactivity.h"

#include "companion/activityservice.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/labels.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace zalo {
namespace {

const QTime Evening(18, 0);
constexpr int FactCount = 6;

QString durationText(qint64 ms)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(std::chrono::milliseconds(ms));
    if (ms == 0) {
        return RecentActivity::tr("none");
    }
    if (minutes < 1min) {
        return RecentActivity::tr("less than 1 min");
    }
    return minutes < 1h
        ? RecentActivity::tr("%1 min").arg(minutes.count())
        : RecentActivity::tr("%1 h %2 min").arg(minutes.count() / 60).arg(minutes.count() % 60);
}

} // namespace

RecentActivity::RecentActivity(ActivityService& activity, QWidget* parent)
    : QWidget(parent),
      m_activity(activity),
      m_heading(new QLabel(this)),
      m_facts(new FactGrid(FactCount, this))
{
    setBold(m_heading);
    m_heading->setObjectName(u"recentHeading"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_facts);
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &RecentActivity::load);
    connect(&activity, &ActivityService::activityChanged, this, [this](const QString& profile) {
        if (isVisible() && profile == m_profile && !m_soon.isActive()) {
            m_soon.start();
        }
    });
    retranslate();
    setVisible(false);
}

void RecentActivity::setProfile(const QString& profile)
{
    if (m_profile != profile) {
        m_profile = profile;
        const bool wasVisible = isVisible();
        setVisible(!profile.isEmpty());
        if (wasVisible) {
            load();
        }
    }
}

void RecentActivity::load()
{
    if (!isVisible()) {
        return; // showEvent() does
    }
    const QDateTime now = QDateTime::currentDateTime();
    const SummaryQuery query { m_profile,
                               QDateTime(now.date().addDays(-1), Evening).toMSecsSinceEpoch(),
                               now.toMSecsSinceEpoch() + 1 };
    m_activity.summary(query, this,
                       [this, request = ++m_request](const Result<ActivitySummary>& summary) {
                           if (request == m_request) {
                               onSummary(summary);
                           }
                       });
}

void RecentActivity::onSummary(const Result<ActivitySummary>& summary)
{
    if (!summary) {
        m_facts->setValues(QStringList(FactCount, u"–"_s)); // why is in the status above
        return;
    }
    const QLocale locale;
    m_facts->setValues({ locale.toString(summary->received), locale.toString(summary->answered),
                         locale.toString(summary->open),
                         locale.toString(summary->failed + summary->unsent),
                         locale.toString(summary->unanswered), durationText(summary->missedMs) });
}

void RecentActivity::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    load();
}

void RecentActivity::retranslate()
{
    m_heading->setText(
        tr("Since yesterday, %1").arg(QLocale().toString(Evening, QLocale::ShortFormat)));
    m_facts->setNames({ tr("Messages in"), tr("Answered"), tr("Still open"), tr("Failed"),
                        tr("Not answered"), tr("Missed time") });
    load();
}

void RecentActivity::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
