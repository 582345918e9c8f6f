// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/statuscard.h"

#include "ui/theme/icons.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr QSize IconSize { 32, 32 };

} // namespace

StatusCard::StatusCard(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_title(bodyLabel(this)),
      m_detail(new MutedLabel(this)),
      m_buttons(new QHBoxLayout)
{
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setBold(m_title);
    m_title->setObjectName(u"statusTitle"_s);
    m_icon->setFixedSize(IconSize);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(14);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addLayout(texts, 1);
    row->addLayout(m_buttons);
}

void StatusCard::setStatus(const StatusView& view)
{
    m_view = view;
    m_title->setText(view.title);
    m_detail->setText(view.detail);
    m_detail->setVisible(!view.detail.isEmpty());
    setActions(view.actions);
    drawIcon();
}

void StatusCard::setActions(const QList<StatusAction>& actions)
{
    // Unchanged buttons keep the keyboard focus.
    if (actions == m_shown && !m_retranslated) {
        return;
    }
    m_shown = actions;
    m_retranslated = false;
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const StatusAction action : actions) {
        auto* button = new QPushButton(statusActionText(action), this);
        button->setAccessibleName(button->text());
        button->setAutoDefault(true); // so that Return presses it
        connect(button, &QPushButton::clicked, this,
                [this, action] { emit actionRequested(action); });
        m_buttons->addWidget(button);
    }
}

void StatusCard::drawIcon()
{
    m_icon->setPixmap(tintedPixmap(statusIconName(m_view.icon),
                                   palette().color(QPalette::WindowText), IconSize,
                                   devicePixelRatioF()));
}

void StatusCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        drawIcon();
    } else if (event->type() == QEvent::LanguageChange) {
        m_retranslated = true;
    }
    QFrame::changeEvent(event);
}

} // namespace zalo
