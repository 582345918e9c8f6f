// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/contactspage.h"

#include "companion/contactservice.h"
#include "companion/messageservice.h"
#include "companion/snapshotprovider.h"
#include "ui/pages/contactdetails.h"
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
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr auto TypingPause = std::chrono::milliseconds(30); // between keys of somebody who types
constexpr auto LoadPause = std::chrono::milliseconds(50); // friends and groups change together

PersonLine lineOf(const QModelIndex& index)
{
    const bool isGroup = index.data(ContactsModel::IsGroupRole).toBool();
    const bool hasDuplicateName = index.data(ContactsModel::HasDuplicateNameRole).toBool();
    const QString id = index.data(ContactsModel::IdRole).toString();
    QString detail = index.data(ContactsModel::AliasRole).toString();
    if (hasDuplicateName) {
        detail = ContactsPage::tr("Id %1").arg(id);
    } else if (isGroup) {
        detail = ContactsPage::tr("Group, %n members", nullptr,
                                  index.data(ContactsModel::MemberCountRole).toInt());
    } else if (detail.isEmpty()) {
        detail = index.data(ContactsModel::PhoneRole).toString();
    }
    return { id,
             index.data().toString(),
             index.data(ContactsModel::AvatarRole).toString(),
             detail,
             hasDuplicateName ? ContactsPage::tr("Same name") : QString(),
             hasDuplicateName };
}

} // namespace

ContactsPage::ContactsPage(SnapshotProvider& snapshots, ContactService& contacts,
                           MessageService& messages, QWidget* parent)
    : QWidget(parent),
      m_snapshots(snapshots),
      m_contactService(contacts),
      m_messages(messages),
      m_avatars(contacts),
      m_filter(&m_contacts)
{
    build();
    connectParts();
    retranslate();
    followProfiles();
}

void ContactsPage::build()
{
    m_details = new ContactDetails(m_avatars);
    m_details->setObjectName(u"details"_s);
    m_paneNote = noteLabel(u"paneNote"_s);
    m_paneOrNote = new QStackedWidget;
    m_paneOrNote->addWidget(m_paneNote);
    m_paneOrNote->addWidget(scrolled(m_details));
    layOutMasterDetail(this, buildBrowser(), m_paneOrNote, { 340, 480, 2, 3 });
}

QWidget* ContactsPage::buildBrowser()
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

    auto* browser = new QWidget;
    auto* layout = new QVBoxLayout(browser);
    layout->setContentsMargins(0, 12, 0, 10);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_listOrNote, 1);
    layout->addLayout(foot);
    return browser;
}

void ContactsPage::connectParts()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    m_load.setSingleShot(true);
    m_load.setInterval(LoadPause);
    connect(&m_typing, &QTimer::timeout, this, &ContactsPage::search);
    connect(&m_load, &QTimer::timeout, this, &ContactsPage::load);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_kinds, &QTabBar::currentChanged, this, [this](int kind) {
        m_filter.setKind(ContactsFilterModel::Kind(kind));
        search();
    });
    connect(m_profiles, &QComboBox::currentIndexChanged, this, [this] {
        m_profile = m_profiles->currentData().toString();
        m_currentId.clear();
        m_isLoaded = false;
        setContacts({});
        loadSoon();
    });
    connect(m_refresh, &QPushButton::clicked, this, &ContactsPage::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ContactsPage::choose);
    connect(m_details, &ContactDetails::testMessageRequested, this, &ContactsPage::confirmTest);
    connect(&m_avatars, &Avatars::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&m_snapshots, &SnapshotProvider::snapshotChanged, this, &ContactsPage::followProfiles);
    connect(&m_contactService, &ContactService::contactsChanged, this,
            [this](const QString& profile) {
                if (profile == m_profile) {
                    loadSoon();
                }
            });
    m_search->installEventFilter(this);
    bindFindShortcut(m_search, this);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this,
            &ContactsPage::refresh);
}

void ContactsPage::retranslate()
{
    m_search->setPlaceholderText(tr("Search by name, phone or id"));
    m_search->setAccessibleName(tr("Search contacts"));
    m_profiles->setAccessibleName(tr("Account"));
    m_kinds->setAccessibleName(tr("Which contacts"));
    m_kinds->setTabText(0, tr("All"));
    m_kinds->setTabText(1, tr("Friends"));
    m_kinds->setTabText(2, tr("Groups"));
    m_list->setAccessibleName(tr("Contacts"));
    m_refresh->setText(tr("&Refresh"));
    m_refresh->setToolTip(tr("Ask Zalo for the current friends and groups"));
    m_paneNote->setText(tr("Choose a contact to see its id and what can be copied."));
    fillState();
}

void ContactsPage::followProfiles()
{
    QStringList profiles;
    for (const ProfileSnapshot& profile : m_snapshots.snapshot().profiles) {
        profiles << profile.profile;
    }
    QStringList known;
    for (int i = 0; i < m_profiles->count(); ++i) {
        known << m_profiles->itemData(i).toString();
    }
    m_profiles->setVisible(profiles.size() > 1);
    if (profiles == known) {
        return;
    }
    const QString before = m_profile;
    m_profiles->blockSignals(true);
    m_profiles->clear();
    for (const QString& profile : std::as_const(profiles)) {
        const ProfileSnapshot* now = m_snapshots.snapshot().find(profile);
        m_profiles->addItem(now->account ? now->account->displayName : profile, profile);
    }
    m_profiles->setCurrentIndex(int(std::max<qsizetype>(0, profiles.indexOf(before))));
    m_profiles->blockSignals(false);
    m_profile = m_profiles->currentData().toString();
    if (m_profile != before) {
        m_isLoaded = false;
        loadSoon();
    }
}

void ContactsPage::loadSoon()
{
    if (isVisible()) {
        m_load.start();
    } else {
        m_isLoaded = false;
    }
}

void ContactsPage::load()
{
    if (m_profile.isEmpty()) {
        fillState();
        return;
    }
    m_isLoaded = true;
    m_contactService.contacts(m_profile, this,
                              [this, profile = m_profile](const Result<ContactList>& list) {
                                  if (profile != m_profile) {
                                      return;
                                  }
                                  m_error = list ? QString() : errorText(list.error());
                                  if (list) {
                                      setContacts(*list);
                                  } else {
                                      fillState();
                                  }
                              });
}

void ContactsPage::setContacts(const ContactList& list)
{
    m_isUpdating = true;
    m_contacts.refresh(list);
    m_isUpdating = false;
    fillState();
    showCurrent();
}

void ContactsPage::refresh()
{
    if (m_profile.isEmpty() || !m_refresh->isEnabled()) {
        return;
    }
    m_refresh->setEnabled(false);
    m_contactService.refreshContacts(m_profile, this, [this](const Result<ContactCounts>& counts) {
        m_refresh->setEnabled(true);
        m_error = counts ? QString() : errorText(counts.error());
        fillState();
    });
}

void ContactsPage::search()
{
    m_isUpdating = true;
    m_filter.setQuery(m_search->text());
    m_isUpdating = false;
    if (m_currentId.isEmpty()) {
        m_list->scrollToTop();
    }
    fillState();
    showCurrent();
}

void ContactsPage::choose(const QModelIndex& shown)
{
    if (m_isUpdating || !shown.isValid()) {
        return;
    }
    m_currentId = shown.data(ContactsModel::IdRole).toString();
    m_isCurrentGroup = shown.data(ContactsModel::IsGroupRole).toBool();
    showCurrent();
    if (m_isCurrentGroup) {
        loadMembers(m_currentId, {}, {});
    }
}

//! Brings list and pane to the contact that was chosen, wherever it stands by now.
void ContactsPage::showCurrent()
{
    const int row = m_currentId.isEmpty() ? -1 : m_contacts.rowOf(m_currentId, m_isCurrentGroup);
    if (row < 0) {
        m_currentId.clear();
        m_list->selectionModel()->clear();
        m_paneOrNote->setCurrentIndex(0);
        return;
    }
    m_details->setContact(m_profile, m_contacts.pointerAt(row));
    m_paneOrNote->setCurrentIndex(1);
    const QModelIndex shown = m_filter.mapFromSource(m_contacts.index(row));
    if (shown != m_list->currentIndex()) {
        m_isUpdating = true;
        m_list->selectionModel()->setCurrentIndex(
            shown,
            shown.isValid() ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::Clear);
        m_isUpdating = false;
    }
}

void ContactsPage::loadMembers(const QString& groupId, const QString& cursor,
                               const QList<MemberWithRole>& before)
{
    m_contactService.members(
        m_profile, groupId, { {}, 500, cursor }, this,
        [this, groupId, before](const Result<ContactPage<MemberWithRole>>& page) {
            if (groupId != m_currentId) {
                return;
            }
            if (!page) {
                m_details->showMembersError(errorText(page.error()));
                return;
            }
            const QList<MemberWithRole> members = before + page->items;
            if (page->nextCursor.isEmpty()) {
                m_details->showMembers(members);
            } else {
                loadMembers(groupId, page->nextCursor, members);
            }
        });
}

void ContactsPage::fillState()
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
            : tr("Nobody matches “%1”.").arg(m_search->text().trimmed());
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

void ContactsPage::confirmTest()
{
    const ListedContactPtr& contact = m_details->contact();
    m_confirm(this,
              { tr("Send a test message"),
                tr("“%1” will be sent from your Zalo account to %2 (id %3).")
                    .arg(tr("This is a test message from Zalo Companion."), contact->entry.name,
                         contact->entry.id),
                tr("Send") },
              [this] { sendTest(); });
}

void ContactsPage::sendTest()
{
    const ListedContactPtr contact = m_details->contact();
    OutboundRequest request;
    request.owner = u"local"_s;
    request.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    request.profile = m_profile;
    request.thread = { contact->entry.id, contact->isGroup };
    request.text = tr("This is a test message from Zalo Companion.");
    m_details->report(tr("Sending…"));
    m_messages.send(request, this, [this, contact](const Result<OutboundRow>& row) {
        if (contact->entry.id != m_currentId) {
            return;
        }
        const std::optional<Error> error = row ? row->error : std::optional(row.error());
        m_details->report(error ? errorText(*error) : tr("The test message was sent."));
    });
}

void ContactsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isLoaded) {
        m_load.start(0);
    }
}

void ContactsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

//! From the search field, Down goes to the list.
bool ContactsPage::eventFilter(QObject* watched, QEvent* event)
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
