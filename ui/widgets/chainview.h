// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/chainpresenter.h"

#include <QWidget>

namespace zalo {

//! The four nodes from Zalo to the Gateway, drawn side by side: a whole line joins two where the
//! way is open, a broken one where it is not.
class ChainView : public QWidget
{
    Q_OBJECT

public:
    explicit ChainView(QWidget* parent = nullptr);

    void setNodes(const QList<ChainNode>& nodes);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect column(int index, int width) const;
    //! Lays out, and draws with a painter, a node's texts below `top`; gives their end.
    int texts(QPainter* painter, const ChainNode& node, const QRect& column) const;

    QList<ChainNode> m_nodes;
};

} // namespace zalo
