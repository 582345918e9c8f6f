// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/loginsteps.h"

#include "ui/theme/icons.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QGridLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr QSize PictureSize { 64, 96 };

} // namespace

LoginSteps::LoginSteps(QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(14);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < 3; ++row) {
        const Step step { new QLabel(this), bodyLabel(this) };
        step.picture->setFixedSize(PictureSize);
        grid->addWidget(step.picture, row, 0);
        grid->addWidget(step.text, row, 1);
        m_steps << step;
    }
    retranslate();
    draw();
}

void LoginSteps::retranslate()
{
    m_steps[0].text->setText(tr("1.  Open Zalo on your phone."));
    m_steps[1].text->setText(tr("2.  Tap the QR sign at the top of the screen."));
    m_steps[2].text->setText(tr("3.  Point the camera at the code, then tap “Log in” in Zalo."));
}

void LoginSteps::draw()
{
    const QString pictures[] = { u"login/open"_s, u"login/tap"_s, u"login/confirm"_s };
    for (int i = 0; i < m_steps.size(); ++i) {
        m_steps[i].picture->setPixmap(tintedPixmap(
            pictures[i], palette().color(QPalette::WindowText), PictureSize, devicePixelRatioF()));
    }
}

void LoginSteps::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        draw();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
