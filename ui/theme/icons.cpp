// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/theme/icons.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleOption>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QByteArray svgOf(const QString& name, const QColor& color)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QPixmap drawn(const QByteArray& svg, QSize pixels)
{
    QSvgRenderer renderer(svg);
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    return pixmap;
}

//! Renders an icon on demand at the requested size.
class SvgIconEngine : public QIconEngine
{
public:
    SvgIconEngine(const QString& name, const QColor& color, const QColor& chosen)
        : m_name(name),
          m_color(color),
          m_chosen(chosen)
    { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        const std::pair key(mode, (quint64(size.width()) << 32) | quint64(size.height()));
        QPixmap& pixmap = m_drawn[key];
        if (pixmap.isNull() && !size.isEmpty()) {
            const bool hasColour = mode == QIcon::Selected && m_chosen.isValid();
            pixmap = drawn(svgOf(m_name, hasColour ? m_chosen : m_color), size);
            if (mode != QIcon::Normal && !hasColour) {
                QStyleOption option;
                option.palette = QGuiApplication::palette();
                pixmap = QApplication::style()->generatedIconPixmap(mode, pixmap, &option);
            }
        }
        return pixmap;
    }

    QIconEngine* clone() const override { return new SvgIconEngine(*this); }

private:
    QString m_name;
    QColor m_color;
    QColor m_chosen;
    QHash<std::pair<QIcon::Mode, quint64>, QPixmap> m_drawn;
};

} // namespace

QIcon tintedIcon(const QString& name, const QColor& color, const QColor& chosen)
{
    return QIcon(new SvgIconEngine(name, color, chosen));
}

QPixmap tintedPixmap(const QString& name, const QColor& color, QSize size, qreal ratio)
{
    const QString key =
        u"svg:%1:%2:%3:%4:%5"_s.arg(name, color.name(), QString::number(size.width()),
                                    QString::number(size.height()), QString::number(ratio));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = drawn(svgOf(name, color), (QSizeF(size) * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QIcon programIcon()
{
    return tintedIcon(u"zalo-companion"_s, Qt::black);
}

} // namespace zalo
