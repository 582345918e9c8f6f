// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QPixmap>
#include <QWidget>

namespace zalo {

//! The initials shown without a picture. In Vietnamese names the given name comes last.
[[nodiscard]] QString initialsOf(const QString& name);

//! A muted colour derived from the id; white is readable on it.
[[nodiscard]] QColor colorOf(const QString& id);

//! A round avatar: a picture, else initials.
class AvatarLabel : public QWidget
{
    Q_OBJECT

public:
    explicit AvatarLabel(int side, QWidget* parent = nullptr);

    //! Sets the person; an empty name shows an empty circle.
    void setPerson(const QString& id, const QString& name);
    //! Shows `picture` (Avatars::picture()) instead of the initials; a null one removes it.
    void setPicture(const QPixmap& picture);

    [[nodiscard]] QSize sizeHint() const override { return { m_side, m_side }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_side;
    QString m_id;
    QString m_initials;
    QPixmap m_picture;
};

} // namespace zalo
