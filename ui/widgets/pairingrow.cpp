// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/pairingrow.h"

#include "ui/widgets/avatarlabel.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

PairingRow::PairingRow(QWidget* parent)
    : QWidget(parent),
      m_avatar(new AvatarLabel(AvatarSide, this)),
      m_name(bodyLabel(this)),
      m_when(new MutedLabel(this)),
      m_text(bodyLabel(this)),
      m_progress(new MutedLabel(this)),
      m_problem(bodyLabel(this)),
      m_approve(new QPushButton(this)),
      m_dismiss(new QPushButton(this))
{
    build();
    connect(m_approve, &QPushButton::clicked, this, &PairingRow::approveRequested);
    connect(m_dismiss, &QPushButton::clicked, this, &PairingRow::dismissRequested);
    retranslate();
}

void PairingRow::build()
{
    m_name->setObjectName(u"pairingName"_s);
    m_when->setObjectName(u"pairingWhen"_s);
    m_text->setObjectName(u"pairingText"_s);
    m_progress->setObjectName(u"pairingProgress"_s);
    m_problem->setObjectName(u"pairingProblem"_s);
    m_approve->setObjectName(u"approvePairing"_s);
    m_dismiss->setObjectName(u"dismissPairing"_s);
    m_approve->setAutoDefault(true); // so that Return presses it
    m_dismiss->setAutoDefault(true);
    setBold(m_name);
    setProblem({});
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    for (QWidget* line : { static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_when),
                           static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_progress),
                           static_cast<QWidget*>(m_problem) }) {
        texts->addWidget(line);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_avatar, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_approve, 0, Qt::AlignTop);
    row->addWidget(m_dismiss, 0, Qt::AlignTop);
}

void PairingRow::setView(const PairingView& view)
{
    if (view == m_view) {
        return;
    }
    m_view = view;
    m_avatar->setPerson(view.senderId, view.name);
    m_name->setText(view.name);
    m_when->setText(view.when);
    m_text->setText(view.text);
    m_text->setVisible(!view.text.isEmpty());
    m_progress->setText(view.progress);
    m_progress->setVisible(!view.progress.isEmpty());
    m_approve->setEnabled(view.canAnswer);
    m_dismiss->setEnabled(view.canAnswer);
    retranslate();
}

void PairingRow::focusAnswer()
{
    m_approve->setFocus(Qt::TabFocusReason);
}

QWidget* PairingRow::tabAfter(QWidget* before)
{
    setTabOrder(before, m_approve);
    setTabOrder(m_approve, m_dismiss);
    return m_dismiss;
}

void PairingRow::setPicture(const QPixmap& picture)
{
    m_avatar->setPicture(picture);
}

void PairingRow::setProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void PairingRow::retranslate()
{
    m_approve->setText(tr("Approve"));
    m_approve->setAccessibleName(tr("Approve %1").arg(m_view.name));
    m_dismiss->setText(tr("Dismiss…"));
    m_dismiss->setAccessibleName(tr("Dismiss the request of %1").arg(m_view.name));
}

void PairingRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
