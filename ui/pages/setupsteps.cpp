// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/setupsteps.h"

#include "ui/theme/semanticcolors.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QGridLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct MarkStyle
{
    QString sign;
    QString spoken;
    SemanticColor color;
};

MarkStyle styleOf(SetupSteps::Mark mark)
{
    switch (mark) {
    case SetupSteps::Mark::ToDo:
        return { u"○"_s, SetupSteps::tr("to do"), SemanticColor::Muted };
    case SetupSteps::Mark::UnderWay:
        return { u"…"_s, SetupSteps::tr("under way"), SemanticColor::Progress };
    case SetupSteps::Mark::Done:
        return { u"✓"_s, SetupSteps::tr("done"), SemanticColor::Success };
    case SetupSteps::Mark::Failed:
        return { u"✕"_s, SetupSteps::tr("failed"), SemanticColor::Error };
    }
    Q_UNREACHABLE();
}

} // namespace

SetupSteps::SetupSteps(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void SetupSteps::setSteps(const QList<SetupStep>& steps)
{
    delete m_content;
    m_rows.clear();
    m_content = new QWidget(this);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < steps.size(); ++i) {
        const Row row { new QLabel(m_content), bodyLabel(m_content),
                        steps[i].isNeeded ? Mark::ToDo : Mark::Done };
        row.sign->setObjectName(u"sign"_s);
        row.title->setTextFormat(Qt::PlainText);
        row.title->setText(steps[i].title);
        grid->addWidget(row.sign, 3 * i, 0, Qt::AlignTop);
        grid->addWidget(row.title, 3 * i, 1);
        if (!steps[i].detail.isEmpty()) {
            auto* detail = new MutedLabel(m_content);
            detail->setTextFormat(Qt::PlainText);
            detail->setText(steps[i].detail);
            grid->addWidget(detail, 3 * i + 1, 1);
        }
        grid->setRowMinimumHeight(3 * i + 2, 8);
        m_rows << row;
        draw(row);
    }
    layout()->addWidget(m_content);
}

void SetupSteps::setMark(int index, Mark mark)
{
    m_rows[index].mark = mark;
    draw(m_rows[index]);
}

void SetupSteps::draw(const Row& row)
{
    const MarkStyle style = styleOf(row.mark);
    row.sign->setText(style.sign);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, semanticColor(style.color, palette()));
    row.sign->setPalette(colors);
    row.title->setAccessibleName(row.title->text() + u": "_s + style.spoken);
}

void SetupSteps::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        for (const Row& row : std::as_const(m_rows)) {
            draw(row);
        }
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
