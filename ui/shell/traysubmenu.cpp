// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/traysubmenu.h"

#include "core/singleline.h"

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxEntryUnits = 40;

} // namespace

TraySubmenu::TraySubmenu(QObject* parent)
    : QObject(parent)
{
    m_menu.menuAction()->setVisible(false);
    // Where the panel draws the menu it may never say that it closed: what it opens is fresh.
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        build();
        m_isOpen = true;
    });
    connect(&m_menu, &QMenu::aboutToHide, this, [this] { m_isOpen = false; });
}

void TraySubmenu::refresh()
{
    if (!m_isOpen) {
        build();
    }
}

void TraySubmenu::build()
{
    m_menu.clear();
    fill(m_menu);
    m_menu.menuAction()->setVisible(!m_menu.isEmpty());
}

QString TraySubmenu::entryText(const QString& name)
{
    QString text = singleLine(name);
    if (text.size() > MaxEntryUnits) {
        text = text.left(MaxEntryUnits) + u'…';
    }
    return text.replace(u'&', u"&&"_s);
}

} // namespace zalo
