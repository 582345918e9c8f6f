// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/statusiconlabel.h"

#include "ui/theme/icons.h"

#include <QEvent>

namespace zalo {

StatusIconLabel::StatusIconLabel(QSize size, QWidget* parent)
    : QLabel(parent)
{
    setFixedSize(size);
}

void StatusIconLabel::setIcon(StatusIcon icon)
{
    m_icon = icon;
    draw();
}

void StatusIconLabel::draw()
{
    setPixmap(tintedPixmap(statusIconName(m_icon), palette().color(QPalette::WindowText), size(),
                           devicePixelRatioF()));
}

void StatusIconLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        draw();
    }
    QLabel::changeEvent(event);
}

} // namespace zalo
