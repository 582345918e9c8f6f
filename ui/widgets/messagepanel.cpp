// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/messagepanel.h"

#include "ui/widgets/avatarlabel.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int AvatarSide = 64;
constexpr int ButtonPadding = 40;
constexpr int ButtonHeight = 32;

void setButton(QPushButton* button, const QString& text)
{
    button->setVisible(!text.isEmpty());
    button->setText(text);
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + ButtonPadding);
    button->setAccessibleName(text);
}

} // namespace

MessagePanel::MessagePanel(QWidget* parent)
    : QWidget(parent),
      m_avatar(new AvatarLabel(AvatarSide, this)),
      m_title(headingLabel(this)),
      m_text(new MutedLabel(this)),
      m_primary(new QPushButton(this)),
      m_secondary(new QPushButton(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setObjectName(u"messageTitle"_s);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setObjectName(u"messageText"_s);
    m_primary->setObjectName(u"primary"_s);
    m_primary->setAutoDefault(true);
    m_secondary->setObjectName(u"secondary"_s);
    m_secondary->setAutoDefault(true);
    m_primary->setMinimumHeight(ButtonHeight);
    m_secondary->setMinimumHeight(ButtonHeight);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_avatar, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(buttons);
    column->addStretch(3);
    connect(m_primary, &QPushButton::clicked, this, &MessagePanel::primaryPressed);
    connect(m_secondary, &QPushButton::clicked, this, &MessagePanel::secondaryPressed);
}

void MessagePanel::setContent(const Content& content)
{
    m_avatar->setVisible(!content.person.isEmpty());
    m_avatar->setPerson(content.person, content.person);
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    const bool hadFocus = m_primary->hasFocus() || m_secondary->hasFocus();
    setButton(m_primary, content.primary);
    setButton(m_secondary, content.secondary);
    if (hadFocus && m_primary->isVisibleTo(this)) {
        m_primary->setFocus();
    }
}

} // namespace zalo
