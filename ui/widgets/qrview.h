// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QImage>
#include <QWidget>

namespace zalo {

//! A QR code, drawn from its payload on whole device pixels, black on white with the quiet zone
//! that a camera needs, whatever the palette. If the payload could not be read, zca's image is
//! shown.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget* parent = nullptr);

    //! `png` is used where `payload` is empty or does not fit a QR code.
    void setCode(const QString& payload, const QByteArray& png);
    void clear();
    [[nodiscard]] bool isEmpty() const { return m_modules.isNull() && m_picture.isNull(); }

    //! The code for a file or the clipboard, large enough to be scanned from another screen.
    [[nodiscard]] QImage image() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_modules; //!< a pixel for each module, quiet zone included
    QImage m_picture;
};

} // namespace zalo
