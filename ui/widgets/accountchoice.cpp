// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/accountchoice.h"

#include "companion/accountname.h"
#include "companion/snapshot.h"

#include <QEvent>
#include <QSignalBlocker>

namespace zalo {

AccountChoice::AccountChoice(Offer offer, QWidget* parent)
    : QComboBox(parent),
      m_firstAccount(offer == Offer::AllOrOne ? 1 : 0)
{
    if (offer == Offer::AllOrOne) {
        addItem(QString(), QString());
    }
    setVisible(false);
    retranslate();
    connect(this, &QComboBox::currentIndexChanged, this, &AccountChoice::profileChanged);
}

void AccountChoice::setAccounts(const Snapshot& now)
{
    QHash<QString, QString> names;
    if (now.profiles.size() > 1) {
        for (const ProfileSnapshot& profile : now.profiles) {
            names.insert(profile.profile, accountName(profile));
        }
    }
    if (names == m_names) {
        return;
    }
    m_names = names;
    const QString before = profile();
    {
        const QSignalBlocker quiet(this);
        while (count() > m_firstAccount) {
            removeItem(m_firstAccount);
        }
        for (const ProfileSnapshot& profile : now.profiles) {
            addItem(accountName(profile), profile.profile);
        }
        setCurrentIndex(m_names.isEmpty() ? 0 : std::max(0, findData(before)));
    }
    setVisible(!m_names.isEmpty());
    if (profile() != before) {
        emit profileChanged();
    }
}

QString AccountChoice::profile() const
{
    return currentData().toString();
}

void AccountChoice::setProfile(const QString& profile)
{
    const QSignalBlocker quiet(this);
    if (const int row = findData(profile); row >= 0) {
        setCurrentIndex(row);
    }
}

void AccountChoice::retranslate()
{
    if (m_firstAccount > 0) {
        setItemText(0, tr("All accounts"));
    }
    setAccessibleName(tr("Of which account"));
}

void AccountChoice::changeEvent(QEvent* event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace zalo
