// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/presenters/chainpresenter.h"

#include <QHash>
#include <QWidget>

namespace zalo {

//! The four nodes from Zalo to the Gateway side by side: a solid line joins connected nodes, a
//! dotted one the others.
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
    //! Lays out a node's texts and, given a painter, draws them; returns their bottom edge.
    int texts(QPainter* painter, const ChainNode& node, const QRect& column) const;

    QList<ChainNode> m_nodes;
    mutable QHash<int, int> m_heights; //!< by width: a layout asks for the same ones many times
};

} // namespace zalo
