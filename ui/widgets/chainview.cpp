// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/chainview.h"

#include "ui/theme/icons.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int Circle = 48;
constexpr int Glyph = 24;
constexpr int Gap = 8;
constexpr int LineGap = 10; //!< between a circle and the line beside it
constexpr int NarrowColumn = 120;
constexpr int WideColumn = 160;
constexpr int WrapFlags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

ChainView::ChainView(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChainView::setNodes(const QList<ChainNode>& nodes)
{
    m_nodes = nodes;
    m_heights.clear();
    QStringList spoken;
    for (const ChainNode& node : nodes) {
        const QStringList facts = QStringList(node.title) + node.details;
        spoken << tr("%1: %2").arg(node.name, facts.join(u", "_s));
    }
    setAccessibleName(tr("Message path"));
    setAccessibleDescription(spoken.join(u". "_s));
    updateGeometry();
    update();
}

QSize ChainView::sizeHint() const
{
    const int width = WideColumn * int(m_nodes.size());
    return { width, heightForWidth(width) };
}

QSize ChainView::minimumSizeHint() const
{
    const int width = NarrowColumn * int(m_nodes.size());
    return { width, heightForWidth(width) };
}

int ChainView::heightForWidth(int width) const
{
    if (const auto known = m_heights.constFind(width); known != m_heights.constEnd()) {
        return *known;
    }
    int end = Circle;
    for (int i = 0; i < m_nodes.size(); ++i) {
        end = std::max(end, texts(nullptr, m_nodes[i], column(i, width)));
    }
    m_heights.insert(width, end + 1);
    return end + 1;
}

QRect ChainView::column(int index, int width) const
{
    const int each = width / std::max(1, int(m_nodes.size()));
    return { index * each + Gap / 2, 0, each - Gap, 0 };
}

int ChainView::texts(QPainter* painter, const ChainNode& node, const QRect& column) const
{
    QFont name = font();
    name.setWeight(QFont::DemiBold);
    int top = Circle + Gap;
    const auto line = [&](const QFont& font, const QString& text, const QColor& color) {
        const QRect free(column.left(), top, column.width(), QWIDGETSIZE_MAX / 2);
        const QRect used = QFontMetrics(font, this).boundingRect(free, WrapFlags, text);
        if (painter) {
            painter->setFont(font);
            painter->setPen(color);
            painter->drawText(QRect(column.left(), top, column.width(), used.height()), WrapFlags,
                              text);
        }
        top += used.height() + 2;
    };
    line(name, node.name, palette().color(QPalette::WindowText));
    line(font(), node.title, semanticColor(node.color, palette()));
    for (const QString& detail : node.details) {
        line(font(), detail, mutedTextColor(palette()));
    }
    return top;
}

void ChainView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_nodes.size(); ++i) {
        const ChainNode& node = m_nodes[i];
        const QRect place = column(i, width());
        const QRect circle(place.center().x() - Circle / 2, 0, Circle, Circle);
        const QColor color = semanticColor(node.color, palette());
        painter.setPen(QPen(color, 2));
        painter.setBrush(palette().base());
        painter.drawEllipse(QRectF(circle).adjusted(1, 1, -1, -1));
        painter.drawPixmap(circle.center() - QPoint(Glyph / 2 - 1, Glyph / 2 - 1),
                           tintedPixmap(node.icon, color, { Glyph, Glyph }, devicePixelRatioF()));
        if (i + 1 < m_nodes.size()) {
            const int next = column(i + 1, width()).center().x() - Circle / 2 - LineGap;
            const SemanticColor link = node.linked ? SemanticColor::Success : SemanticColor::Muted;
            painter.setPen(QPen(semanticColor(link, palette()), 2,
                                node.linked ? Qt::SolidLine : Qt::DotLine, Qt::RoundCap));
            painter.drawLine(circle.right() + LineGap, Circle / 2, next, Circle / 2);
        }
        texts(&painter, node, place);
    }
}

void ChainView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_heights.clear();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
