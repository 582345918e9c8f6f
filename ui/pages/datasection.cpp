// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/datasection.h"

#include "companion/dataservice.h"
#include "companion/settingsservice.h"
#include "companion/snapshotprovider.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! Offers a value that was set by hand in the file, too.
QList<int> choices(int kept, QList<int> usual)
{
    if (!usual.contains(kept)) {
        usual << kept;
        std::sort(usual.begin(), usual.end());
    }
    return usual;
}

} // namespace

DataSection::DataSection(SnapshotProvider& snapshots, SettingsService& settings, DataService& data,
                         QWidget* parent)
    : QWidget(parent),
      m_snapshots(snapshots),
      m_settings(settings),
      m_data(data),
      m_heading(new QLabel(this)),
      m_text(new MutedLabel(this)),
      m_daysLabel(new QLabel(this)),
      m_days(new QComboBox(this)),
      m_hoursLabel(new QLabel(this)),
      m_hours(new QComboBox(this)),
      m_delete(new QPushButton(this))
{
    setBold(m_heading);
    m_days->setObjectName(u"retentionDays"_s);
    m_daysLabel->setBuddy(m_days);
    m_hours->setObjectName(u"maxAgeHours"_s);
    m_hoursLabel->setBuddy(m_hours);
    m_delete->setObjectName(u"deleteAllData"_s);
    auto* days = new QHBoxLayout;
    days->setSpacing(12);
    days->addWidget(m_daysLabel);
    days->addWidget(m_days);
    days->addStretch();
    auto* hours = new QHBoxLayout;
    hours->setSpacing(12);
    hours->addWidget(m_hoursLabel);
    hours->addWidget(m_hours);
    hours->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    column->addLayout(hours);
    column->addLayout(days);
    column->addWidget(m_delete, 0, Qt::AlignLeft);
    connect(m_days, &QComboBox::activated, this,
            [this](int row) { m_settings.setRetentionDays(m_days->itemData(row).toInt()); });
    connect(m_hours, &QComboBox::activated, this,
            [this](int row) { m_settings.setMaxAgeHours(m_hours->itemData(row).toInt()); });
    connect(m_delete, &QPushButton::clicked, this, &DataSection::confirmDelete);
    retranslate();
}

void DataSection::confirmDelete()
{
    int waiting = 0;
    const Snapshot& now = m_snapshots.snapshot();
    for (const ProfileSnapshot& profile : now.profiles) {
        waiting += int(profile.queue.inboundWaiting + profile.queue.outboundWaiting);
    }
    QStringList lines {
        tr("All messages and their results, contacts and their pictures, missed times, and the "
           "keys of Gateways are deleted. Then the program restarts."),
        tr("Your settings stay. So does the login to Zalo, which zca keeps: log out first to end "
           "it too."),
        tr("A Gateway that was let in stays out until you let it ask again on its own side; its "
           "status there says how.")
    };
    if (waiting > 0) {
        lines.prepend(tr("%n message(s) are still pending and would be lost.", nullptr, waiting));
    }
    m_confirm(this, { tr("Delete all data"), lines.join(u"\n\n"_s), tr("Delete all data") },
              [this] {
                  if (const Result<void> done = m_data.reset(ResetMode::Everything); !done) {
                      m_text->setText(errorText(done.error()));
                  }
              });
}

void DataSection::retranslate()
{
    m_heading->setText(tr("Stored data"));
    m_text->setText(tr("Pending messages are always kept."));
    m_daysLabel->setText(tr("&Keep finished messages for"));
    m_days->setAccessibleName(tr("Keep finished messages for"));
    m_delete->setText(tr("&Delete all data…"));
    m_delete->setAccessibleName(tr("Delete all data…"));
    const int kept = m_settings.retentionDays();
    m_days->clear();
    for (const int days : choices(kept, { 7, 30, 90, 365 })) {
        m_days->addItem(tr("%n day(s)", nullptr, days), days);
    }
    m_days->setCurrentIndex(m_days->findData(kept));
    m_hoursLabel->setText(tr("Deli&ver messages that waited up to"));
    m_hoursLabel->setToolTip(tr("Older messages stay in the activity until you have them "
                                "delivered."));
    m_hours->setAccessibleName(tr("Deliver messages that waited up to"));
    const int limit = m_settings.maxAgeHours();
    m_hours->clear();
    for (const int hours : choices(limit, { 1, 6, 12, 24, 48, 72, 168 })) {
        m_hours->addItem(tr("%n hour(s)", nullptr, hours), hours);
    }
    m_hours->setCurrentIndex(m_hours->findData(limit));
}

void DataSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
