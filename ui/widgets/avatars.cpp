// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/avatars.h"

#include "companion/contactservice.h"
#include "ui/widgets/avatarlabel.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxImages = 500;

QPixmap render(const Avatars::Person& person, const QImage& image, int edge, qreal ratio)
{
    QPixmap pixmap(QSize(edge, edge) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF circle(0, 0, edge, edge);
    QPainterPath round;
    round.addEllipse(circle);
    painter.setClipPath(round);
    if (!image.isNull()) {
        const int side = std::min(image.width(), image.height());
        painter.drawImage(
            circle, image,
            QRectF((image.width() - side) / 2.0, (image.height() - side) / 2.0, side, side));
        return pixmap;
    }
    painter.fillRect(circle, colorOf(person.id));
    QFont font = QGuiApplication::font();
    font.setPixelSize(edge * 2 / 5);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(circle, Qt::AlignCenter, initialsOf(person.name));
    return pixmap;
}

} // namespace

Avatars::Avatars(ContactService& contacts, QObject* parent)
    : QObject(parent),
      m_contacts(contacts)
{ }

QPixmap Avatars::picture(const Person& person, int edge, qreal ratio)
{
    const QImage image = m_images.value(person.address);
    if (image.isNull() && !person.address.isEmpty() && !m_requested.contains(person.address)) {
        m_requested.insert(person.address);
        m_contacts.avatar(person.address, this,
                          [this, address = person.address](const Result<QImage>& loaded) {
                              if (loaded) {
                                  if (m_images.size() >= MaxImages) {
                                      m_images.clear();
                                  }
                                  m_images.insert(address, *loaded);
                                  emit changed();
                              }
                              if (loaded || loaded.error().kind == ErrorKind::Cancelled) {
                                  m_requested.remove(address); // allow another request
                              }
                          });
    }
    const QString key = u"avatar:%1:%2:%3:%4:%5"_s.arg(
        image.isNull() ? person.id + person.name : person.address, QString::number(image.isNull()),
        QString::number(edge), QString::number(ratio), QGuiApplication::font().family());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(person, image, edge, ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

} // namespace zalo
