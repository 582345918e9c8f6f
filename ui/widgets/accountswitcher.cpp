// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/accountswitcher.h"

#include "ui/theme/icons.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int ShownLetters = 30; // a longer line is whole in the open list

} // namespace

AccountSwitcher::AccountSwitcher(QWidget* parent)
    : QWidget(parent),
      m_list(new QComboBox(this)),
      m_manage(new QPushButton(this))
{
    m_list->setObjectName(u"accounts"_s);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(ShownLetters);
    m_manage->setObjectName(u"manageAccounts"_s);
    auto* menu = new QMenu(m_manage);
    m_rename = menu->addAction(QString());
    m_remove = menu->addAction(QString());
    menu->addSeparator();
    m_add = menu->addAction(QString());
    m_manage->setMenu(menu);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_list);
    column->addWidget(m_manage, 0, Qt::AlignRight);
    connect(m_list, &QComboBox::activated, this,
            [this](int row) { emit chosen(m_list->itemData(row).toString()); });
    connect(m_rename, &QAction::triggered, this, &AccountSwitcher::renameRequested);
    connect(m_remove, &QAction::triggered, this, &AccountSwitcher::removeRequested);
    connect(m_add, &QAction::triggered, this, &AccountSwitcher::addRequested);
    retranslate();
    hide();
}

void AccountSwitcher::setAccounts(const QList<AccountView>& accounts, const QString& current)
{
    setVisible(!accounts.isEmpty());
    m_list->setVisible(accounts.size() > 1);
    m_current = current;
    if (m_accounts != accounts) {
        m_accounts = accounts;
        fill();
    }
    m_list->setCurrentIndex(m_list->findData(current));
}

//! An open list keeps its rows where their number allows.
void AccountSwitcher::fill()
{
    while (m_list->count() > m_accounts.size()) {
        m_list->removeItem(m_list->count() - 1);
    }
    while (m_list->count() < m_accounts.size()) {
        m_list->addItem(QString());
    }
    int widest = 0;
    for (int row = 0; row < m_accounts.size(); ++row) {
        const QString line = accountLine(m_accounts[row]);
        m_list->setItemText(row, line);
        m_list->setItemData(row, m_accounts[row].profile);
        m_list->setItemData(row, line, Qt::ToolTipRole);
        widest = std::max(widest, fontMetrics().horizontalAdvance(line));
    }
    drawIcons();
    m_list->view()->setMinimumWidth(widest + 3 * m_list->iconSize().width());
}

void AccountSwitcher::drawIcons()
{
    for (int row = 0; row < m_accounts.size(); ++row) {
        m_list->setItemIcon(row,
                            tintedIcon(statusIconName(m_accounts[row].icon),
                                       palette().color(QPalette::Text),
                                       palette().color(QPalette::HighlightedText)));
    }
}

void AccountSwitcher::retranslate()
{
    m_list->setAccessibleName(tr("Account"));
    m_manage->setText(tr("Accounts"));
    m_rename->setText(tr("Rename…"));
    m_remove->setText(tr("Remove…"));
    m_add->setText(tr("Add account…"));
}

void AccountSwitcher::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        drawIcons();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
