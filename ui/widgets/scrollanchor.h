// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QListView;

namespace zalo {

//! Keeps the visible rows of a list in place while rows above them are inserted or removed. A list
//! at the very top stays there.
class ScrollAnchor : public QObject
{
    Q_OBJECT

public:
    //! `view` has its model already and owns this.
    explicit ScrollAnchor(QListView* view);

private:
    void remember();
    void restore();

    QListView* m_view;
    QPersistentModelIndex m_top;
    int m_offset = 0;
    bool m_isPending = false;
};

} // namespace zalo
