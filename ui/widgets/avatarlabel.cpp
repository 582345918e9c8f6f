// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/avatarlabel.h"

#include "ui/theme/semanticcolors.h"

#include <QCryptographicHash>
#include <QPainter>
#include <QTextBoundaryFinder>

namespace zalo {
namespace {

//! The first grapheme of a word: a letter with its accents, or an emoji.
QString firstLetter(const QString& word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? word.left(end).toUpper() : QString();
}

} // namespace

QString initialsOf(const QString& name)
{
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString& word) { return !word.front().isLetterOrNumber(); });
    if (words.isEmpty()) {
        return {};
    }
    const QString last = firstLetter(words.last());
    return words.size() == 1 ? last : firstLetter(words.first()) + last;
}

QColor colorOf(const QString& id)
{
    const QByteArray hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Md5);
    const int hue = (uchar(hash[0]) * 256 + uchar(hash[1])) % 360;
    return QColor::fromHsl(hue, 80, 88);
}

AvatarLabel::AvatarLabel(int side, QWidget* parent)
    : QWidget(parent),
      m_side(side)
{
    setFixedSize(side, side);
}

void AvatarLabel::setPerson(const QString& id, const QString& name)
{
    m_id = id;
    m_initials = initialsOf(name);
    update();
}

void AvatarLabel::setPicture(const QPixmap& picture)
{
    m_picture = picture;
    update();
}

void AvatarLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_picture.isNull()) {
        painter.drawPixmap(0, 0, m_picture);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_id.isEmpty() ? hairline(palette()) : colorOf(m_id));
    painter.drawEllipse(rect());
    if (m_id.isEmpty()) {
        return;
    }
    QFont letters = font();
    letters.setPixelSize(m_side * 2 / 5);
    letters.setWeight(QFont::DemiBold);
    painter.setFont(letters);
    painter.setPen(Qt::white);
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

} // namespace zalo
