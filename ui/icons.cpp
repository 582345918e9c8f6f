// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace zalo {
namespace {

//! Sizes of panels, menus and lists, and their doubles.
constexpr int Sizes[] = { 16, 20, 22, 24, 32, 44, 48, 64, 96, 128, 256 };

QByteArray svgOf(const QString& name, const QColor& color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QPixmap drawn(QSvgRenderer& renderer, QSize pixels)
{
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

QIcon tintedIcon(const QString& name, const QColor& color)
{
    QSvgRenderer renderer(svgOf(name, color));
    QIcon icon;
    for (const int size : Sizes) {
        icon.addPixmap(drawn(renderer, { size, size }));
    }
    return icon;
}

QPixmap tintedPixmap(const QString& name, const QColor& color, QSize size, qreal ratio)
{
    QSvgRenderer renderer(svgOf(name, color));
    QPixmap pixmap = drawn(renderer, (QSizeF(size) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QIcon programIcon()
{
    return tintedIcon(QStringLiteral("zalo-companion"), Qt::black);
}

} // namespace zalo
