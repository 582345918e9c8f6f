// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/statusrow.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/statusbutton.h"
#include "ui/widgets/statusiconlabel.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr QSize IconSize { 20, 20 };

} // namespace

StatusRow::StatusRow(QWidget* parent)
    : QWidget(parent),
      m_icon(new StatusIconLabel(IconSize, this)),
      m_text(bodyLabel(this)),
      m_button(new StatusButton(this))
{
    m_text->setObjectName(u"statusLine"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &StatusButton::requested, this, &StatusRow::actionRequested);
}

void StatusRow::setLine(const StatusLine& line)
{
    m_icon->setIcon(line.icon);
    m_text->setText(line.text);
    m_button->setAction(line.action);
}

} // namespace zalo
