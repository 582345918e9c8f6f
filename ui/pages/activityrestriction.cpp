// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/activityrestriction.h"

#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace zalo {

ActivityRestriction::ActivityRestriction(QWidget* parent)
    : QWidget(parent),
      m_text(bodyLabel(this)),
      m_dismissAll(new QPushButton(this)),
      m_all(new QPushButton(this))
{
    m_text->setObjectName(u"restriction"_s);
    m_dismissAll->setObjectName(u"dismissAll"_s);
    m_dismissAll->setAutoDefault(false);
    m_all->setObjectName(u"showAll"_s);
    m_all->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_dismissAll, 0, Qt::AlignTop);
    row->addWidget(m_all, 0, Qt::AlignTop);
    connect(m_dismissAll, &QPushButton::clicked, this, &ActivityRestriction::dismissAllRequested);
    connect(m_all, &QPushButton::clicked, this, &ActivityRestriction::clear);
    refresh();
}

void ActivityRestriction::setThread(const QString& threadId, const QString& name)
{
    m_threadId = threadId;
    m_threadName = name;
    m_states.clear();
    m_part = ActivityPart::All;
    refresh();
    emit changed();
}

void ActivityRestriction::setLines(const QList<ActivityState>& states, ActivityPart part)
{
    m_threadId.clear();
    m_threadName.clear();
    m_states = states;
    m_part = part;
    refresh();
    emit changed();
}

void ActivityRestriction::lift()
{
    if (isOfStates()) {
        m_states.clear();
        m_part = ActivityPart::All;
        refresh();
        emit changed();
    }
}

void ActivityRestriction::setHasLines(bool hasLines)
{
    m_hasLines = hasLines;
    refresh();
}

void ActivityRestriction::clear()
{
    setThread({}, {});
}

void ActivityRestriction::applyTo(ActivityFilter& filter) const
{
    filter.threadId = m_threadId;
    filter.part = m_part;
    if (!m_states.isEmpty()) {
        filter.states = m_states;
    }
}

bool ActivityRestriction::isOfStates() const
{
    return !m_states.isEmpty() || m_part != ActivityPart::All;
}

//! What was possibly sent has to be looked up one by one, and what waits is under way.
bool ActivityRestriction::isDismissable() const
{
    return m_part != ActivityPart::All || m_states.contains(ActivityState::Dead)
        || m_states.contains(ActivityState::Expired);
}

QString ActivityRestriction::text() const
{
    if (!m_threadId.isEmpty()) {
        return tr("Only %1").arg(m_threadName);
    }
    switch (m_part) {
    case ActivityPart::FailedTurns:
        return tr("Only messages that the bot failed to answer");
    case ActivityPart::FailedSends:
        return tr("Only messages that could not be sent");
    case ActivityPart::All:
        break;
    }
    if (m_states.contains(ActivityState::Dead)) {
        return tr("Only messages that could not be delivered");
    }
    if (m_states.contains(ActivityState::Expired)) {
        return tr("Only messages that got no answer in time");
    }
    if (m_states.contains(ActivityState::Uncertain)) {
        return tr("Only messages that were possibly sent");
    }
    return tr("Only messages that are waiting");
}

void ActivityRestriction::refresh()
{
    m_dismissAll->setText(tr("Dismiss all…"));
    m_dismissAll->setVisible(m_hasLines && isDismissable());
    m_all->setText(tr("Show all"));
    setVisible(!m_threadId.isEmpty() || isOfStates());
    m_text->setText(text());
}

void ActivityRestriction::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
