// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/waitingaccounts.h"

#include "companion/accountname.h"
#include "ui/presenters/accounttext.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

WaitingAccounts::WaitingAccounts(QWidget* parent)
    : QWidget(parent),
      m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(6);
    hide();
}

void WaitingAccounts::setAccounts(const QList<WaitingAccount>& accounts)
{
    if (m_accounts != accounts) {
        m_accounts = accounts;
        build();
    }
}

void WaitingAccounts::build()
{
    while (QLayoutItem* row = m_rows->takeAt(0)) {
        delete row->widget();
        delete row;
    }
    for (const WaitingAccount& account : std::as_const(m_accounts)) {
        m_rows->addWidget(buildRow(account));
    }
    setVisible(!m_accounts.isEmpty());
}

QWidget* WaitingAccounts::buildRow(const WaitingAccount& account)
{
    auto* line = new QWidget(this);
    QLabel* text = bodyLabel(line);
    text->setObjectName(u"waitingAccount"_s);
    text->setText(waitingAccountText(account));
    auto* discard = new QPushButton(tr("Discard…"), line);
    discard->setAccessibleName(tr("Discard what waits for %1").arg(accountName(account)));
    connect(discard, &QPushButton::clicked, this, [this, account] { ask(account); });
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(text, 1);
    row->addWidget(discard, 0, Qt::AlignTop);
    return line;
}

void WaitingAccounts::ask(const WaitingAccount& account)
{
    const QString title = tr("Discard what waits for %1").arg(accountName(account));
    m_confirm(this,
              { title,
                tr("These messages are neither delivered nor sent any more. They stay in the "
                   "activity."),
                tr("Discard") },
              [this, id = account.userId] { emit discardRequested(id); });
}

void WaitingAccounts::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        build();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
