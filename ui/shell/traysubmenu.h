// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMenu>
#include <QObject>

namespace zalo {

//! A list in the tray's menu that changes by itself, but never while it is open: what is clicked is
//! what was read. An empty one is not shown.
class TraySubmenu : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] QMenu* menu() { return &m_menu; }

protected:
    explicit TraySubmenu(QObject* parent);

    //! What the menu lists is another one now.
    void refresh();
    //! Appends the entries to the empty menu.
    virtual void fill(QMenu& menu) = 0;
    //! The name as an entry shows it: short, and without a shortcut in it.
    [[nodiscard]] static QString entryText(const QString& name);

private:
    void build();

    QMenu m_menu;
    bool m_isOpen = false;
};

} // namespace zalo
