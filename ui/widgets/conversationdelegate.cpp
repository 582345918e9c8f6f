// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/conversationdelegate.h"

#include "activity/conversationmodel.h"
#include "activity/conversationtext.h"
#include "ui/widgets/activitymarks.h"
#include "ui/widgets/avatars.h"
#include "ui/widgets/rowpainting.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int Padding = 10;
constexpr int Gap = 8;
constexpr int LineGap = 3;

int linesHeight(const QStyleOptionViewItem& option)
{
    return QFontMetrics(option.font).height() + LineGap
        + QFontMetrics(smallFont(option.font)).height();
}

//! The time of day where it is today, else the date: a row has no place for both.
QString shortTime(qint64 ms)
{
    if (ms == 0) {
        return {};
    }
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(ms);
    return when.date() == QDate::currentDate()
        ? QLocale().toString(when.time(), QLocale::ShortFormat)
        : QLocale().toString(when.date(), QLocale::ShortFormat);
}

} // namespace

ConversationDelegate::ConversationDelegate(const ConversationModel& model, Avatars& avatars,
                                           QObject* parent)
    : QStyledItemDelegate(parent),
      m_model(model),
      m_avatars(avatars)
{ }

void ConversationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    const Conversation& shown = m_model.at(index.row());
    QStyleOptionViewItem row(option);
    initStyleOption(&row, index);
    paintRowGround(painter, row);
    const bool isSelected = row.state.testFlag(QStyle::State_Selected);
    const ActivityMark mark = conversationMark(shown);
    const QColor text = row.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = isSelected ? text : mutedTextColor(row.palette);
    const QColor color = isSelected ? text : semanticColor(markColor(mark), row.palette);

    const QFont small = smallFont(row.font);
    const QFontMetrics smallMetrics(small);
    QRect area = row.rect.adjusted(Padding, 0, -Padding, 0);
    const int height = linesHeight(row);
    const int edge = height + 2;
    painter->drawPixmap(
        QRect(area.left(), area.center().y() - edge / 2, edge, edge),
        m_avatars.picture({ shown.lane.thread.id, conversationName(shown), shown.avatar }, edge,
                          painter->device()->devicePixelRatioF()));
    area.setLeft(area.left() + edge + Gap);
    QRect first(area.left(), area.center().y() - height / 2, area.width(),
                QFontMetrics(row.font).height());
    QRect second(area.left(), first.bottom() + 1 + LineGap, area.width(), smallMetrics.height());

    // First line: name, account and time.
    const int whenWidth =
        paintLine(painter, first, small, muted, shortTime(shown.lastMs), Qt::AlignRight);
    first.setRight(first.right() - whenWidth - Gap);
    QFont bold(row.font);
    bold.setWeight(QFont::DemiBold);
    const int nameWidth = paintLine(painter, first, bold, text, conversationName(shown));
    if (const QString account = m_accounts.value(shown.lane.profile); !account.isEmpty()) {
        first.setLeft(first.left() + nameWidth + Gap);
        if (first.width() > 0) {
            paintLine(painter, first, small, muted, account);
        }
    }

    // Second line: text, pause and state.
    const QString state = conversationStateText(shown);
    const int glyph = smallMetrics.ascent() + 2;
    const int stateWidth = std::min(lineWidth(small, state), second.width() / 2);
    const QRect stateRect(second.right() - stateWidth + 1, second.top(), stateWidth,
                          second.height());
    paintLine(painter, stateRect, small, color, state, Qt::AlignRight);
    second.setRight(stateRect.left() - Gap / 2);
    if (!state.isEmpty()) {
        const QRectF glyphRect(second.right() - glyph, second.center().y() - glyph / 2.0 + 0.5,
                               glyph, glyph);
        paintMark(painter, glyphRect, mark, color);
        second.setRight(int(glyphRect.left()) - Gap);
    }
    if (const QString pause = conversationPauseText(shown); !pause.isEmpty()) {
        const QColor warning =
            isSelected ? text : semanticColor(SemanticColor::Warning, row.palette);
        const int width = paintLine(painter, second, small, warning, pause);
        second.setLeft(second.left() + width + Gap);
    }
    paintLine(painter, second, small, muted, conversationLine(shown, m_display));
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return { 240, linesHeight(option) + 2 * Padding };
}

} // namespace zalo
