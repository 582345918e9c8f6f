// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/statuscard.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/statusbutton.h"
#include "ui/widgets/statusiconlabel.h"
#include "ui/widgets/statusrow.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr QSize IconSize { 32, 32 };

} // namespace

StatusCard::StatusCard(QWidget* parent)
    : QFrame(parent),
      m_icon(new StatusIconLabel(IconSize, this)),
      m_title(bodyLabel(this)),
      m_detail(new MutedLabel(this)),
      m_button(new StatusButton(this)),
      m_column(new QVBoxLayout(this))
{
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setBold(m_title);
    m_title->setObjectName(u"statusTitle"_s);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addLayout(texts, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    m_column->setContentsMargins(16, 12, 16, 12);
    m_column->setSpacing(10);
    m_column->addLayout(row);
    connect(m_button, &StatusButton::requested, this, &StatusCard::actionRequested);
}

void StatusCard::setStatus(const StatusView& view)
{
    m_icon->setIcon(view.icon);
    m_title->setText(view.title);
    m_detail->setText(view.detail);
    m_detail->setVisible(!view.detail.isEmpty());
    m_button->setAction(view.action);
    showOthers(view.others);
}

void StatusCard::showOthers(const QList<StatusLine>& lines)
{
    while (m_others.size() > lines.size()) {
        StatusRow* row = m_others.takeLast();
        row->hide();
        row->deleteLater();
    }
    while (m_others.size() < lines.size()) {
        auto* row = new StatusRow(this);
        connect(row, &StatusRow::actionRequested, this, &StatusCard::actionRequested);
        m_column->addWidget(row);
        m_others << row;
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        m_others[i]->setLine(lines[i]);
    }
}

} // namespace zalo
