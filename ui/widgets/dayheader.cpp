// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/dayheader.h"

#include "ui/theme/semanticcolors.h"
#include "ui/widgets/rowpainting.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace zalo {
namespace {

constexpr int Margin = 8;

struct Days
{
    Q_DECLARE_TR_FUNCTIONS(Days)
};

} // namespace

QDate LocalDays::of(qint64 ms)
{
    if (ms < m_fromMs || ms >= m_toMs) {
        m_day = QDateTime::fromMSecsSinceEpoch(ms).date();
        m_fromMs = m_day.startOfDay().toMSecsSinceEpoch();
        m_toMs = m_day.addDays(1).startOfDay().toMSecsSinceEpoch();
    }
    return m_day;
}

QString dayText(QDate day)
{
    const QDate today = QDate::currentDate();
    if (day == today) {
        return Days::tr("Today");
    }
    if (day.daysTo(today) == 1) {
        return Days::tr("Yesterday");
    }
    return QLocale().toString(day, QLocale::LongFormat);
}

int dayHeaderHeight(const QStyleOptionViewItem& option)
{
    return QFontMetrics(smallFont(option.font)).height() + 2 * Margin;
}

void paintDayHeader(QPainter* painter, const QStyleOptionViewItem& option, const QRect& rect,
                    const QString& text)
{
    const QFont small = smallFont(option.font);
    const QRect header(rect.left() + Margin, rect.top(), rect.width() - 2 * Margin,
                       dayHeaderHeight(option));
    const int width = std::min(lineWidth(small, text), header.width());
    const QRect words(header.center().x() - width / 2, header.top(), width, header.height());
    paintLine(painter, words, small, mutedTextColor(option.palette), text, Qt::AlignHCenter);
    painter->setPen(hairline(option.palette));
    const int middle = header.center().y();
    painter->drawLine(header.left(), middle, words.left() - Margin, middle);
    painter->drawLine(words.right() + Margin, middle, header.right(), middle);
}

} // namespace zalo
