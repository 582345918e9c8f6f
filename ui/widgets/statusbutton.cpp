// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/statusbutton.h"

#include <QEvent>

namespace zalo {

StatusButton::StatusButton(QWidget* parent)
    : QPushButton(parent)
{
    setAutoDefault(true); // so that Return presses it
    hide();
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_action) {
            emit requested(*m_action);
        }
    });
}

void StatusButton::setAction(const std::optional<StatusAction>& action)
{
    m_action = action;
    setVisible(action.has_value());
    retranslate();
}

void StatusButton::retranslate()
{
    const QString text = m_action ? statusActionText(m_action->what) : QString();
    if (text != this->text()) {
        setText(text);
        setAccessibleName(text);
    }
}

void StatusButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QPushButton::changeEvent(event);
}

} // namespace zalo
