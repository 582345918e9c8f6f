// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/persondelegate.h"

#include "ui/theme/semanticcolors.h"
#include "ui/widgets/avatars.h"
#include "ui/widgets/rowpainting.h"

#include <QPainter>

namespace zalo {
namespace {

constexpr int Padding = 8;
constexpr int Gap = 10;

int avatarEdge(const QStyleOptionViewItem& option)
{
    return QFontMetrics(option.font).height() + QFontMetrics(smallFont(option.font)).height() + 4;
}

} // namespace

PersonDelegate::PersonDelegate(Avatars& avatars, Read read, QObject* parent)
    : QStyledItemDelegate(parent),
      m_avatars(avatars),
      m_read(std::move(read))
{ }

void PersonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const PersonLine line = m_read(index);
    QStyleOptionViewItem row(option);
    initStyleOption(&row, index);
    paintRowGround(painter, row);

    const bool isSelected = row.state.testFlag(QStyle::State_Selected);
    const QColor text = row.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = isSelected ? text : mutedTextColor(row.palette);
    const QRect area = row.rect.adjusted(Padding, 0, -Padding, 0);
    const int edge = avatarEdge(row);
    const QRect picture(area.left(), area.center().y() - edge / 2, edge, edge);
    painter->drawPixmap(picture,
                        m_avatars.picture({ line.id, line.name, line.avatar }, edge,
                                          painter->device()->devicePixelRatioF()));

    const QFont small = smallFont(row.font);
    QRect textRect = area.adjusted(edge + Gap, 0, 0, 0);
    if (!line.tag.isEmpty()) {
        const QColor color = isSelected ? text
            : line.isTagImportant       ? semanticColor(SemanticColor::Warning, row.palette)
                                        : muted;
        textRect.setRight(textRect.right() - paintTag(painter, textRect, small, color, line.tag)
                          - Gap);
    }
    const int nameHeight = QFontMetrics(row.font).height();
    const int detailHeight = line.detail.isEmpty() ? 0 : QFontMetrics(small).height() + 1;
    textRect.setTop(area.center().y() - (nameHeight + detailHeight) / 2);
    textRect.setHeight(nameHeight);
    paintLine(painter, textRect, row.font, text, line.name);
    textRect.translate(0, nameHeight + 1);
    textRect.setHeight(QFontMetrics(small).height());
    paintLine(painter, textRect, small, muted, line.detail);
}

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return { 180, avatarEdge(option) + 2 * Padding - 2 };
}

} // namespace zalo
