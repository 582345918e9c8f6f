// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/contactbrowser.h"

#include "companion/accountname.h"
#include "ui/widgets/avatars.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/persondelegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr auto TypingPause = std::chrono::milliseconds(30); // between two keys while typing

PersonLine lineOf(const QModelIndex& index)
{
    const bool isGroup = index.data(ContactsModel::IsGroupRole).toBool();
    const bool hasDuplicateName = index.data(ContactsModel::HasDuplicateNameRole).toBool();
    const QString id = index.data(ContactsModel::IdRole).toString();
    QString detail = index.data(ContactsModel::AliasRole).toString();
    if (hasDuplicateName) {
        detail = ContactBrowser::tr("ID %1").arg(id);
    } else if (isGroup) {
        detail = ContactBrowser::tr("Group, %n members", nullptr,
                                    index.data(ContactsModel::MemberCountRole).toInt());
    } else if (detail.isEmpty()) {
        detail = index.data(ContactsModel::PhoneRole).toString();
    }
    return { id,
             index.data().toString(),
             index.data(ContactsModel::AvatarRole).toString(),
             detail,
             hasDuplicateName ? ContactBrowser::tr("Same name") : QString(),
             hasDuplicateName };
}

} // namespace

ContactBrowser::ContactBrowser(Avatars& avatars, QWidget* parent)
    : QWidget(parent),
      m_avatars(avatars),
      m_filter(&m_contacts)
{
    build();
    connectParts();
    retranslate();
}

void ContactBrowser::build()
{
    m_profiles = new QComboBox;
    m_profiles->setObjectName(u"profiles"_s);
    m_search = new QLineEdit;
    m_search->setObjectName(u"search"_s);
    m_search->setClearButtonEnabled(true);
    m_kinds = new QTabBar;
    m_kinds->setObjectName(u"kinds"_s);
    m_kinds->setDrawBase(false);
    m_kinds->setExpanding(false);
    for (int kind = 0; kind < 3; ++kind) {
        m_kinds->addTab(QString());
    }

    m_list = plainList(u"contacts"_s, &m_filter);
    m_list->setItemDelegate(new PersonDelegate(m_avatars, &lineOf, m_list));
    m_note = noteLabel(u"listNote"_s);
    m_listOrNote = new QStackedWidget;
    m_listOrNote->addWidget(m_list);
    m_listOrNote->addWidget(m_note);

    m_count = new MutedLabel;
    m_count->setObjectName(u"count"_s);
    m_refresh = new QPushButton;
    m_refresh->setObjectName(u"refresh"_s);
    m_refresh->setAutoDefault(false);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_refresh);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->setSpacing(8);
    head->addWidget(m_profiles);
    head->addWidget(m_search);
    head->addWidget(m_kinds);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 10);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_listOrNote, 1);
    layout->addLayout(foot);
}

void ContactBrowser::connectParts()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ContactBrowser::search);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_kinds, &QTabBar::currentChanged, this, [this](int kind) {
        m_filter.setKind(ContactsFilterModel::Kind(kind));
        search();
    });
    connect(m_profiles, &QComboBox::currentIndexChanged, this, [this] {
        m_profile = m_profiles->currentData().toString();
        m_current.reset();
        setContacts({});
        emit profileChanged();
    });
    connect(m_refresh, &QPushButton::clicked, this, &ContactBrowser::refreshRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ContactBrowser::choose);
    connect(&m_avatars, &Avatars::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    m_search->installEventFilter(this);
    bindFindShortcut(m_search, this);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this,
            &ContactBrowser::refreshRequested);
}

void ContactBrowser::retranslate()
{
    m_search->setPlaceholderText(tr("Search by name, phone or ID"));
    m_search->setAccessibleName(tr("Search contacts"));
    m_profiles->setAccessibleName(tr("Account"));
    m_kinds->setAccessibleName(tr("Which contacts"));
    m_kinds->setTabText(0, tr("All"));
    m_kinds->setTabText(1, tr("Friends"));
    m_kinds->setTabText(2, tr("Groups"));
    m_list->setAccessibleName(tr("Contacts"));
    m_refresh->setText(tr("&Refresh"));
    m_refresh->setToolTip(tr("Ask Zalo for the current friends and groups"));
    fillState();
}

void ContactBrowser::setAccounts(const QList<ProfileSnapshot>& accounts)
{
    m_profiles->setVisible(accounts.size() > 1);
    bool isSame = m_profiles->count() == accounts.size();
    for (int i = 0; isSame && i < accounts.size(); ++i) {
        isSame = m_profiles->itemData(i).toString() == accounts[i].profile
            && m_profiles->itemText(i) == accountName(accounts[i]);
    }
    if (isSame) {
        return;
    }
    {
        const QSignalBlocker quiet(m_profiles);
        m_profiles->clear();
        for (const ProfileSnapshot& account : accounts) {
            m_profiles->addItem(accountName(account), account.profile);
        }
        m_profiles->setCurrentIndex(std::max(0, m_profiles->findData(m_profile)));
    }
    const QString before = std::exchange(m_profile, m_profiles->currentData().toString());
    if (m_profile != before) {
        emit profileChanged();
    }
}

void ContactBrowser::setContacts(const ContactList& list)
{
    m_isUpdating = true;
    m_contacts.refresh(list);
    m_isUpdating = false;
    fillState();
    showCurrent();
}

void ContactBrowser::setError(const QString& error)
{
    m_error = error;
    fillState();
}

void ContactBrowser::setRefreshing(bool refreshing)
{
    m_refresh->setEnabled(!refreshing);
}

void ContactBrowser::search()
{
    m_isUpdating = true;
    m_filter.setQuery(m_search->text());
    m_isUpdating = false;
    if (!m_current) {
        m_list->scrollToTop();
    }
    fillState();
    showCurrent();
}

void ContactBrowser::choose(const QModelIndex& shown)
{
    if (m_isUpdating || !shown.isValid()) {
        return;
    }
    m_current = m_contacts.pointerAt(m_filter.mapToSource(shown).row());
    showCurrent();
    if (m_current && m_current->isGroup) {
        emit groupChosen(m_current->entry.id);
    }
}

//! Selects the chosen contact at its current row.
void ContactBrowser::showCurrent()
{
    const int row = m_current ? m_contacts.rowOf(m_current->entry.id, m_current->isGroup) : -1;
    if (row < 0) {
        m_current.reset();
        m_list->selectionModel()->clear();
        emit currentChanged();
        return;
    }
    m_current = m_contacts.pointerAt(row);
    emit currentChanged();
    const QModelIndex shown = m_filter.mapFromSource(m_contacts.index(row));
    if (shown != m_list->currentIndex()) {
        m_isUpdating = true;
        m_list->selectionModel()->setCurrentIndex(
            shown,
            shown.isValid() ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::Clear);
        m_isUpdating = false;
    }
}

void ContactBrowser::fillState()
{
    const int shown = m_filter.rowCount();
    const int all = m_contacts.rowCount();
    const QLocale locale;
    QString note;
    if (all == 0) {
        note = m_error.isEmpty() ? tr("No friends or groups yet. After the login they appear here.")
                                 : m_error;
    } else if (shown == 0) {
        note = m_search->text().trimmed().isEmpty()
            ? tr("Nothing here.")
            : tr("No matches for “%1”.").arg(m_search->text().trimmed());
    }
    m_note->setText(note);
    m_listOrNote->setCurrentIndex(note.isEmpty() ? 0 : 1);
    if (all > 0 && !m_error.isEmpty()) {
        m_count->setText(m_error);
    } else if (m_filter.isFiltered()) {
        m_count->setText(tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
    } else {
        m_count->setText(all > 0 ? tr("%Ln contacts", nullptr, all) : QString());
    }
}

void ContactBrowser::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

//! Down in the search field moves to the list.
bool ContactBrowser::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && m_filter.rowCount() > 0) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            search();
            m_list->setFocus(Qt::TabFocusReason);
            m_list->setCurrentIndex(m_filter.index(0, 0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace zalo
