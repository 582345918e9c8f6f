// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/activitypage.h"

#include "activity/activitytext.h"
#include "companion/activityservice.h"
#include "companion/contactservice.h"
#include "companion/snapshotprovider.h"
#include "ui/pages/activitydetails.h"
#include "ui/pages/activityrestriction.h"
#include "ui/pages/dismissall.h"
#include "ui/presenters/waittext.h"
#include "ui/widgets/accountchoice.h"
#include "ui/widgets/activitydelegate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"

#include <QClipboard>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr auto TypingPause = std::chrono::milliseconds(150);

//! The states of each choice of the filter, in the order of the combo box.
QList<QList<ActivityState>> stateChoices()
{
    using State = ActivityState;
    return { {},
             { State::Dead, State::Expired, State::Failed, State::Uncertain },
             { State::Waiting, State::Queued, State::Sending },
             { State::Accepted, State::Dispatched, State::Sent },
             { State::Dropped, State::Discarded, State::Dismissed },
             { State::GapOpen, State::GapClosed } };
}

ActivityModel::Source sourceOf(ActivityService& activity)
{
    return [&activity](const ActivityQuery& query, QObject* context, Callback<ActivityList> done) {
        activity.activity(query, context, std::move(done));
    };
}

void chooseFile(QWidget* parent, std::function<void(const QString& path)> onChosen)
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto* dialog = new QFileDialog(
        parent, ActivityPage::tr("Export the list"),
        documents.filePath(u"zalo-%1.csv"_s.arg(QDate::currentDate().toString(Qt::ISODate))),
        ActivityPage::tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(onChosen));
    dialog->open();
}

//! The id of the request with which the sender of a message that was dropped for want of approval
//! asks just now; empty where they do not.
QString pairingOf(const ActivityItem& item, const QList<PairingRequest>& requests)
{
    if (lacksApproval(item) && item.text) {
        for (const PairingRequest& request : requests) {
            if (request.senderId == item.text->senderId && request.profile == item.profile) {
                return request.requestId;
            }
        }
    }
    return {};
}

} // namespace

ActivityPage::ActivityPage(ActivityService& activity, ContactService& contacts,
                           SnapshotProvider& snapshots, const ActivityCommands::Roles& roles,
                           QWidget* parent)
    : QWidget(parent),
      m_activity(activity),
      m_contacts(contacts),
      m_snapshots(snapshots),
      m_commands(new ActivityCommands(roles, this)),
      m_dismissAll(new DismissAll(sourceOf(activity), roles.messages, roles.delivery, this)),
      m_model(sourceOf(activity)),
      m_export(sourceOf(activity)),
      m_chooseFile(&chooseFile)
{
    build();
    connectParts();
    retranslate();
}

void ActivityPage::build()
{
    m_details = new ActivityDetails;
    m_details->setObjectName(u"details"_s);
    m_paneNote = noteLabel(u"paneNote"_s);
    m_paneOrNote = new QStackedWidget;
    m_paneOrNote->addWidget(m_paneNote);
    m_copy = paneButton(u"copyDetails"_s, this);
    auto* copy = new QHBoxLayout;
    copy->setContentsMargins(20, 0, 20, 12);
    copy->addWidget(m_copy);
    copy->addStretch(1);
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scrolled(m_details), 1);
    column->addLayout(copy);
    m_paneOrNote->addWidget(pane);
    layOutMasterDetail(this, buildList(), m_paneOrNote, { 480, 340, 3, 2 });
}

QWidget* ActivityPage::buildList()
{
    m_search = new QLineEdit;
    m_search->setObjectName(u"search"_s);
    m_search->setClearButtonEnabled(true);
    m_states = new QComboBox;
    m_states->setObjectName(u"states"_s);
    m_states->addItems(QStringList(stateChoices().size())); // retranslate() has their texts
    m_restriction = new ActivityRestriction;

    m_list = plainList(u"activity"_s, &m_model);
    m_list->setUniformItemSizes(false); // a day stands above its newest row
    m_delegate = new ActivityDelegate(m_model, m_list);
    m_list->setItemDelegate(m_delegate);
    m_account = new AccountChoice;
    m_account->setObjectName(u"accounts"_s);
    m_exportButton = paneButton(u"export"_s, this);
    m_listReport = new MutedLabel;
    m_listReport->setObjectName(u"listReport"_s);
    m_listReport->hide();
    m_note = noteLabel(u"listNote"_s);
    m_listOrNote = new QStackedWidget;
    m_listOrNote->addWidget(m_list);
    m_listOrNote->addWidget(m_note);

    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_states);
    filters->addWidget(m_exportButton);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->setSpacing(8);
    head->addLayout(filters);
    head->addWidget(m_account);
    head->addWidget(m_restriction);
    head->addWidget(m_listReport);
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_listOrNote, 1);
    return widget;
}

void ActivityPage::connectParts()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ActivityPage::filter);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    // Whoever chooses states wants these, and no others.
    connect(m_states, &QComboBox::activated, m_restriction, &ActivityRestriction::lift);
    connect(m_states, &QComboBox::currentIndexChanged, this, &ActivityPage::filter);
    connect(m_account, &AccountChoice::profileChanged, this, &ActivityPage::filter);
    connect(m_restriction, &ActivityRestriction::changed, this, &ActivityPage::filter);
    connect(m_restriction, &ActivityRestriction::dismissAllRequested, this,
            [this] { m_dismissAll->ask(m_model.filter()); });
    connect(m_dismissAll, &DismissAll::reported, this, &ActivityPage::reportOfList);
    connect(m_copy, &QPushButton::clicked, this, &ActivityPage::copyDetails);
    connect(m_exportButton, &QPushButton::clicked, this,
            [this] { m_chooseFile(this, [this](const QString& path) { exportList(path); }); });
    connect(&m_snapshots, &SnapshotProvider::snapshotChanged, this, &ActivityPage::showAccounts);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                choose(index);
                if (index.isValid()) {
                    m_commands->checkCure(*m_current);
                }
            });
    connect(&m_model, &ActivityModel::loadingChanged, this, &ActivityPage::fillState);
    connect(&m_model, &ActivityModel::failed, this, [this](const Error& error) {
        m_error = errorText(error);
        fillState();
        m_error.clear();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ActivityPage::showCurrent);
    connect(&m_activity, &ActivityService::activityChanged, this, [this] {
        if (isVisible()) {
            m_model.refreshSoon();
        } else {
            m_isStale = true;
        }
    });
    connect(&m_contacts, &ContactService::contactsChanged, &m_model, [this] {
        if (isVisible()) {
            m_model.refreshSoon(); // names may have changed
        }
    });
    connect(m_details, &ActivityDetails::sendAgainRequested, this,
            [this] { m_commands->sendAgain(*m_current); });
    connect(m_details, &ActivityDetails::arrivedRequested, this,
            [this] { m_commands->confirmArrived(*m_current); });
    connect(m_details, &ActivityDetails::handAgainRequested, this,
            [this] { m_commands->handAgain(*m_current); });
    connect(&m_snapshots, &SnapshotProvider::snapshotChanged, this, &ActivityPage::showCurrent);
    connect(m_details, &ActivityDetails::cureRequested, this,
            [this](Cure cure) { m_commands->cure(*m_current, cure); });
    connect(m_details, &ActivityDetails::approvePairingRequested, this, [this] {
        m_commands->approvePairing(*m_current,
                                   pairingOf(*m_current, m_snapshots.snapshot().pairings));
    });
    connect(m_details, &ActivityDetails::undoCureRequested, this,
            [this] { m_commands->undoCure(*m_current); });
    connect(m_commands, &ActivityCommands::cured, this, &ActivityPage::showCurrent);
    connect(m_details, &ActivityDetails::dismissRequested, this,
            [this] { m_commands->dismiss(*m_current); });
    connect(m_details, &ActivityDetails::deliverRequested, this,
            [this] { m_commands->deliverAnyway(*m_current); });
    connect(m_details, &ActivityDetails::deliverExpiredRequested, this,
            [this] { m_commands->deliverExpired(*m_current); });
    connect(m_details, &ActivityDetails::discardRequested, this,
            [this] { m_commands->discard(*m_current); });
    connect(m_details, &ActivityDetails::pauseRequested, this,
            [this](bool paused) { m_commands->pauseThread(*m_current, paused); });
    connect(m_commands, &ActivityCommands::reported, this, &ActivityPage::report);
    connect(m_details, &ActivityDetails::threadFilterRequested, this,
            [this] { showThread(m_current->thread.id, activityThreadName(*m_current)); });
    bindFindShortcut(m_search, this);
}

void ActivityPage::retranslate()
{
    m_search->setPlaceholderText(tr("Search messages and names"));
    m_search->setAccessibleName(tr("Search the activity"));
    m_states->setAccessibleName(tr("Which messages"));
    const QStringList names { tr("Everything"), tr("Action required"), tr("Waiting"),
                              tr("Done"),       tr("Ignored"),         tr("Not connected") };
    for (int i = 0; i < m_states->count(); ++i) {
        m_states->setItemText(i, names.at(i));
    }
    m_list->setAccessibleName(tr("Activity"));
    m_copy->setText(tr("&Copy details"));
    m_copy->setToolTip(tr("Codes, IDs and times for whoever helps you."));
    m_exportButton->setText(tr("&Export…"));
    m_exportButton->setToolTip(tr("Write what is listed to a file for a spreadsheet."));
    showAccounts();
    m_paneNote->setText(tr("Choose a message to see its details."));
    fillState();
}

void ActivityPage::showThread(const QString& threadId, const QString& name)
{
    m_restriction->setThread(threadId, name);
}

void ActivityPage::showOnly(const StatusAction& action)
{
    m_search->clear();
    m_account->setProfile(action.profile);
    m_states->setCurrentIndex(0);
    m_restriction->setLines(action.states, action.part);
    m_list->setFocus(Qt::OtherFocusReason);
}

void ActivityPage::filter()
{
    m_current.reset();
    m_paneOrNote->setCurrentIndex(0);
    m_listReport->hide(); // it was of another list
    ActivityFilter filter {
        m_account->profile(), {}, stateChoices().at(m_states->currentIndex()), m_search->text()
    };
    m_restriction->applyTo(filter);
    m_model.setFilter(filter);
    fillState();
}

void ActivityPage::choose(const QModelIndex& index)
{
    if (index.isValid()) {
        m_current = m_model.at(index.row());
        m_details->setItem(*m_current, m_commands->actionsOf(*m_current));
        m_details->setWaitText(waitText(*m_current, m_snapshots.snapshot()));
        m_details->setPairing(!pairingOf(*m_current, m_snapshots.snapshot().pairings).isEmpty());
        m_details->setCured(m_commands->canUndoCure(*m_current));
        m_paneOrNote->setCurrentIndex(1);
    }
}

void ActivityPage::showCurrent()
{
    choose(m_list->currentIndex());
}

void ActivityPage::fillState()
{
    QString note;
    if (m_model.rowCount() == 0) {
        const ActivityFilter& filter = m_model.filter();
        const bool isFiltered = filter != ActivityFilter();
        note = !m_error.isEmpty() ? m_error
            : m_model.isLoading() ? tr("Loading…")
            : isFiltered          ? tr("No matching activity.")
                                  : tr("No activity yet. Messages appear here as they arrive.");
    }
    m_restriction->setHasLines(m_model.rowCount() > 0);
    m_note->setText(note);
    m_listOrNote->setCurrentIndex(note.isEmpty() ? 0 : 1);
    if (m_current && !m_list->currentIndex().isValid()) {
        m_current.reset();
        m_paneOrNote->setCurrentIndex(0);
    }
}

//! Shows the result of an action while its item is still selected.
void ActivityPage::report(const ActivityItem& about, const QString& text)
{
    if (m_current && m_current->id == about.id && m_current->kind == about.kind) {
        m_details->report(text);
    }
    m_model.refreshSoon();
}

void ActivityPage::showAccounts()
{
    m_account->setAccounts(m_snapshots.snapshot());
    m_delegate->setAccounts(m_account->names());
    m_list->viewport()->update();
}

void ActivityPage::setTextDisplay(TextDisplay display)
{
    m_display = display;
    m_model.setTextDisplay(display);
    m_delegate->setTextDisplay(display);
    m_details->setTextDisplay(display);
    m_list->viewport()->update();
}

void ActivityPage::copyDetails()
{
    QGuiApplication::clipboard()->setText(
        u"Zalo Companion %1\n"_s.arg(m_snapshots.snapshot().version)
        + activityDetailsText(*m_current, m_display));
}

void ActivityPage::exportList(const QString& path)
{
    if (m_export.isRunning()) {
        return;
    }
    m_exportButton->setEnabled(false);
    reportOfList(tr("Exporting…"));
    m_export.start({ m_model.filter(), path, m_display, m_account->names() }, this,
                   [this](const Result<int>& count) {
                       m_exportButton->setEnabled(true);
                       reportOfList(count ? tr("%n message(s) exported.", nullptr, *count)
                                          : errorText(count.error()));
                   });
}

void ActivityPage::reportOfList(const QString& text)
{
    m_listReport->setText(text);
    m_listReport->show();
}

void ActivityPage::setConfirm(Confirm confirm)
{
    m_commands->setConfirm(confirm);
    m_dismissAll->setConfirm(std::move(confirm));
}

void ActivityPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_isShown, true)) {
        m_model.fetchMore({});
    } else if (std::exchange(m_isStale, false)) {
        m_model.refreshSoon();
    }
}

void ActivityPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace zalo
