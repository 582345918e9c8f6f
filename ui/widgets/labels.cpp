// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/labels.h"

#include "ui/theme/semanticcolors.h"

#include <QEvent>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr double HeadingSize = 1.45;

//! Waits for the mouse over a label.
class SelectableOnEnter : public QObject
{
public:
    explicit SelectableOnEnter(QLabel* label)
        : QObject(label),
          m_label(label)
    {
        label->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Enter) {
            m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_label->removeEventFilter(this);
            deleteLater();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QLabel* m_label;
};

} // namespace

QLabel* headingLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * HeadingSize);
    label->setFont(font);
    setBold(label);
    label->setWordWrap(true);
    return label;
}

void setBold(QLabel* label)
{
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
}

QLabel* bodyLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    makeSelectable(label);
    return label;
}

void makeSelectable(QLabel* label)
{
    new SelectableOnEnter(label);
}

void setAccessibleLabel(const QString& name, QLabel* value)
{
    value->setAccessibleName(name + u", "_s + value->text());
}

MutedLabel::MutedLabel(QWidget* parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    makeSelectable(this);
    recolor();
}

void MutedLabel::changeEvent(QEvent* event)
{
    // setPalette() below triggers PaletteChange; these two come from the application only.
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange) {
        recolor();
    }
    QLabel::changeEvent(event);
}

void MutedLabel::recolor()
{
    QPalette mine;
    mine.setColor(QPalette::WindowText, mutedTextColor(QPalette()));
    setPalette(mine);
}

} // namespace zalo
