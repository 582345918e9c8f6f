// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/qrview.h"

#include <QPainter>

#include <qrcodegen.hpp>

namespace zalo {
namespace {

constexpr int QuietZone = 4; //!< modules, as the standard requires
constexpr int MaxPayload = 2331; //!< bytes of a code of version 40 with correction M
constexpr int ImageSide = 1024;
constexpr int Preferred = 280;
constexpr int Smallest = 200;

QImage modulesOf(const QString& payload)
{
    const QByteArray bytes = payload.toUtf8();
    if (bytes.isEmpty() || bytes.size() > MaxPayload) {
        return {};
    }
    const auto code =
        qrcodegen::QrCode::encodeText(bytes.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
    const int side = code.getSize() + 2 * QuietZone;
    QImage modules(side, side, QImage::Format_RGB32);
    modules.fill(Qt::white);
    for (int y = 0; y < code.getSize(); ++y) {
        for (int x = 0; x < code.getSize(); ++x) {
            if (code.getModule(x, y)) {
                modules.setPixel(x + QuietZone, y + QuietZone, qRgb(0, 0, 0));
            }
        }
    }
    return modules;
}

} // namespace

QrView::QrView(QWidget* parent)
    : QWidget(parent)
{
    setMinimumSize(Smallest, Smallest);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QrView::setCode(const QString& payload, const QByteArray& png)
{
    m_modules = modulesOf(payload);
    m_picture = m_modules.isNull() ? QImage::fromData(png) : QImage();
    update();
}

void QrView::clear()
{
    m_modules = {};
    m_picture = {};
    update();
}

QImage QrView::image() const
{
    if (m_modules.isNull()) {
        return m_picture;
    }
    const int module = ImageSide / m_modules.width();
    return m_modules.scaled(m_modules.size() * module, Qt::KeepAspectRatio, Qt::FastTransformation);
}

QSize QrView::sizeHint() const
{
    return { Preferred, Preferred };
}

void QrView::paintEvent(QPaintEvent*)
{
    if (isEmpty()) {
        return;
    }
    QPainter painter(this);
    // One unit is one device pixel from here on, so that module edges are sharp.
    const qreal ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    const int side = int(std::min(width(), height()) * ratio);
    const QPoint corner(int((width() * ratio - side) / 2), int((height() * ratio - side) / 2));
    painter.fillRect(QRect(corner, QSize(side, side)), Qt::white);
    if (m_modules.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRect(corner, QSize(side, side)), m_picture);
        return;
    }
    const int module = std::max(1, side / m_modules.width());
    const int rest = (side - module * m_modules.width()) / 2;
    for (int y = 0; y < m_modules.height(); ++y) {
        for (int x = 0; x < m_modules.width(); ++x) {
            if (qGray(m_modules.pixel(x, y)) == 0) {
                painter.fillRect(corner.x() + rest + x * module, corner.y() + rest + y * module,
                                 module, module, Qt::black);
            }
        }
    }
}

} // namespace zalo
