// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/gatewaylogview.h"

#include "gatewayhost/gatewaylog.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxLines = 400;
constexpr int Height = 220;

} // namespace

GatewayLogView::GatewayLogView(GatewayLog& log, QWidget* parent)
    : QWidget(parent),
      m_heading(new QLabel(this)),
      m_note(new MutedLabel(this)),
      m_lines(new QPlainTextEdit(this))
{
    setBold(m_heading);
    m_lines->setObjectName(u"gatewayLog"_s);
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    m_lines->setUndoRedoEnabled(false);
    m_lines->setMaximumBlockCount(MaxLines);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_lines->setMinimumHeight(Height);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_note);
    column->addWidget(m_lines);
    connect(&log, &GatewayLog::restarted, m_lines, &QPlainTextEdit::clear);
    connect(&log, &GatewayLog::appended, this, &GatewayLogView::append);
    retranslate();
}

//! One text for all of them: each appended line is laid out by itself.
void GatewayLogView::append(const QStringList& lines)
{
    m_lines->appendPlainText(lines.join(u'\n'));
}

void GatewayLogView::retranslate()
{
    m_heading->setText(tr("Log"));
    m_note->setText(tr("The latest lines of OpenClaw's log. What people write is left out, secrets "
                       "are masked."));
    m_lines->setAccessibleName(tr("The Gateway's log"));
    m_lines->setPlaceholderText(tr("There is nothing in it yet."));
}

void GatewayLogView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
