// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/activitymarks.h"

#include <QPainter>
#include <QPainterPath>

namespace zalo {
namespace {

//! A polyline through points of a 16 by 16 square.
QPainterPath lines(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    bool isFirst = true;
    for (const QPointF& point : points) {
        isFirst ? path.moveTo(point) : path.lineTo(point);
        isFirst = false;
    }
    return path;
}

QPainterPath circle()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 6, 6);
    return path;
}

QPainterPath questionMark()
{
    QPainterPath path;
    path.moveTo(6, 6.6);
    path.cubicTo(6, 4, 10, 4, 10, 6.6);
    path.cubicTo(10, 8.2, 8, 8, 8, 9.6);
    path.addEllipse(QPointF(8, 11.8), 0.3, 0.3);
    return path;
}

QPainterPath together(QPainterPath path, const QPainterPath& other)
{
    path.addPath(other); // not +, which would unite the outlines
    return path;
}

QPainterPath shapeOf(ActivityMark mark)
{
    switch (mark) {
    case ActivityMark::Waiting:
        return together(circle(), lines({ { 8, 4.8 }, { 8, 8 }, { 10.4, 9.6 } }));
    case ActivityMark::Received:
        return lines({ { 3, 8.5 }, { 6.5, 12 }, { 13, 4.5 } });
    case ActivityMark::Answered:
        return together(lines({ { 1, 8.5 }, { 4.5, 12 }, { 10.5, 4.5 } }),
                        lines({ { 8, 11.5 }, { 8.5, 12 }, { 15, 4.5 } }));
    case ActivityMark::Dropped:
        return together(circle(), lines({ { 3.8, 12.2 }, { 12.2, 3.8 } }));
    case ActivityMark::Sent:
        return together(lines({ { 3, 13 }, { 13, 3 } }),
                        lines({ { 6, 3 }, { 13, 3 }, { 13, 10 } }));
    case ActivityMark::Failed:
        return together(lines({ { 3.5, 3.5 }, { 12.5, 12.5 } }),
                        lines({ { 12.5, 3.5 }, { 3.5, 12.5 } }));
    case ActivityMark::Uncertain:
        return together(circle(), questionMark());
    case ActivityMark::Gap:
        return together(together(lines({ { 1, 8 }, { 5, 8 } }), lines({ { 11, 8 }, { 15, 8 } })),
                        lines({ { 6.5, 11.5 }, { 9.5, 4.5 } }));
    }
    Q_UNREACHABLE();
}

} // namespace

SemanticColor markColor(ActivityMark mark)
{
    switch (mark) {
    case ActivityMark::Waiting:
        return SemanticColor::Progress;
    case ActivityMark::Received:
    case ActivityMark::Answered:
    case ActivityMark::Sent:
        return SemanticColor::Success;
    case ActivityMark::Dropped:
        return SemanticColor::Muted;
    case ActivityMark::Failed:
        return SemanticColor::Error;
    case ActivityMark::Uncertain:
    case ActivityMark::Gap:
        return SemanticColor::Warning;
    }
    Q_UNREACHABLE();
}

void paintMark(QPainter* painter, const QRectF& rect, ActivityMark mark, const QColor& color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.topLeft());
    painter->scale(rect.width() / 16.0, rect.height() / 16.0);
    painter->setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(shapeOf(mark));
    painter->restore();
}

} // namespace zalo
