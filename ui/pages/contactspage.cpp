// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/contactspage.h"

#include "companion/contactservice.h"
#include "companion/messageservice.h"
#include "companion/snapshotprovider.h"
#include "ui/pages/contactbrowser.h"
#include "ui/pages/contactdetails.h"
#include "ui/widgets/masterdetail.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr auto LoadPause = std::chrono::milliseconds(50); // friends and groups change together

} // namespace

ContactsPage::ContactsPage(SnapshotProvider& snapshots, ContactService& contacts,
                           MessageService& messages, QWidget* parent)
    : QWidget(parent),
      m_snapshots(snapshots),
      m_contacts(contacts),
      m_messages(messages),
      m_avatars(contacts)
{
    build();
    connectParts();
    retranslate();
    followAccounts();
}

void ContactsPage::build()
{
    m_browser = new ContactBrowser(m_avatars);
    m_details = new ContactDetails(m_avatars);
    m_details->setObjectName(u"details"_s);
    m_paneNote = noteLabel(u"paneNote"_s);
    m_paneOrNote = new QStackedWidget;
    m_paneOrNote->addWidget(m_paneNote);
    m_paneOrNote->addWidget(scrolled(m_details));
    layOutMasterDetail(this, m_browser, m_paneOrNote, { 340, 480, 2, 3 });
}

void ContactsPage::connectParts()
{
    m_load.setSingleShot(true);
    m_load.setInterval(LoadPause);
    connect(&m_load, &QTimer::timeout, this, &ContactsPage::load);
    connect(m_browser, &ContactBrowser::profileChanged, this, [this] {
        m_isLoaded = false;
        loadSoon();
    });
    connect(m_browser, &ContactBrowser::currentChanged, this, &ContactsPage::showCurrent);
    connect(m_browser, &ContactBrowser::groupChosen, this,
            [this](const QString& groupId) { loadMembers(groupId, {}, {}); });
    connect(m_browser, &ContactBrowser::refreshRequested, this, &ContactsPage::refresh);
    connect(m_details, &ContactDetails::testMessageRequested, this, &ContactsPage::confirmTest);
    connect(&m_snapshots, &SnapshotProvider::snapshotChanged, this, &ContactsPage::followAccounts);
    connect(&m_contacts, &ContactService::contactsChanged, this, [this](const QString& profile) {
        if (profile == m_browser->profile()) {
            loadSoon();
        }
    });
}

void ContactsPage::retranslate()
{
    m_paneNote->setText(tr("Choose a contact to see its ID and what can be copied."));
}

void ContactsPage::followAccounts()
{
    m_browser->setAccounts(m_snapshots.snapshot().profiles);
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
    const QString profile = m_browser->profile();
    if (profile.isEmpty()) {
        return;
    }
    m_isLoaded = true;
    m_contacts.contacts(profile, this, [this, profile](const Result<ContactList>& list) {
        if (profile != m_browser->profile()) {
            return;
        }
        m_browser->setError(list ? QString() : errorText(list.error()));
        if (list) {
            m_browser->setContacts(*list);
        }
    });
}

void ContactsPage::refresh()
{
    if (m_browser->profile().isEmpty() || m_isRefreshing) {
        return;
    }
    m_isRefreshing = true;
    m_browser->setRefreshing(true);
    m_contacts.refreshContacts(
        m_browser->profile(), this, [this](const Result<ContactCounts>& counts) {
            m_isRefreshing = false;
            m_browser->setRefreshing(false);
            m_browser->setError(counts ? QString() : errorText(counts.error()));
        });
}

void ContactsPage::showCurrent()
{
    const ListedContactPtr& contact = m_browser->current();
    if (contact) {
        m_details->setContact(m_browser->profile(), contact);
    }
    m_paneOrNote->setCurrentIndex(contact ? 1 : 0);
}

bool ContactsPage::isCurrent(const QString& id) const
{
    return m_browser->current() && m_browser->current()->entry.id == id;
}

void ContactsPage::loadMembers(const QString& groupId, const QString& cursor,
                               const QList<MemberWithRole>& before)
{
    m_contacts.members(m_browser->profile(), groupId, { {}, 500, cursor }, this,
                       [this, groupId, before](const Result<ContactPage<MemberWithRole>>& page) {
                           if (!isCurrent(groupId)) {
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

void ContactsPage::confirmTest()
{
    const ListedContactPtr& contact = m_details->contact();
    m_confirm(this,
              { tr("Send a test message"),
                tr("“%1” will be sent from your Zalo account to %2 (ID %3).")
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
    request.profile = m_browser->profile();
    request.thread = { contact->entry.id, contact->isGroup };
    request.text = tr("This is a test message from Zalo Companion.");
    m_details->report(tr("Sending…"));
    m_messages.send(request, this, [this, contact](const Result<OutboundRow>& row) {
        if (!isCurrent(contact->entry.id)) {
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

} // namespace zalo
