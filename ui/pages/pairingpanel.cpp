// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pairingpanel.h"

#include "companion/pairingservice.h"
#include "companion/snapshotprovider.h"
#include "ui/presenters/pairingview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pairingrow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

PairingPanel::PairingPanel(const Roles& roles, Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_roles(roles),
      m_texts(settings),
      m_avatars(roles.contacts),
      m_heading(new QLabel(this)),
      m_reveal(new QPushButton(this)),
      m_list(new QVBoxLayout),
      m_report(new MutedLabel(this))
{
    build();
    retranslate();
    connect(&roles.snapshots, &SnapshotProvider::snapshotChanged, this, &PairingPanel::refresh);
    connect(&m_avatars, &Avatars::changed, this, &PairingPanel::refreshPictures);
    connect(&m_texts, &MessageTexts::changed, this, &PairingPanel::retranslate);
    connect(m_reveal, &QPushButton::clicked, this,
            [this] { m_texts.setRevealed(m_texts.display() == TextDisplay::Hidden); });
}

void PairingPanel::build()
{
    setObjectName(u"pairings"_s);
    setBold(m_heading);
    m_reveal->setObjectName(u"revealPairings"_s);
    m_reveal->setFlat(true);
    m_report->setObjectName(u"pairingReport"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_reveal);
    m_list->setSpacing(14);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(head);
    column->addLayout(m_list);
    column->addWidget(m_report);
}

void PairingPanel::refresh()
{
    const Snapshot& now = m_roles.snapshots.snapshot();
    matchRows(now.pairings);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setView(presentPairing(now.pairings[i], now, m_texts.display()));
        m_rows[i]->setProblem(m_problems.value(now.pairings[i].requestId));
    }
    m_problems.removeIf([&now](const std::pair<const QString&, QString&>& problem) {
        return std::none_of(now.pairings.begin(), now.pairings.end(), [&](const auto& request) {
            return request.requestId == problem.first;
        });
    });
    refreshPictures();
    m_heading->setVisible(!m_rows.isEmpty());
    m_reveal->setVisible(!m_rows.isEmpty() && m_texts.areHidden());
    m_report->setVisible(!m_report->text().isEmpty());
    setVisible(!m_rows.isEmpty() || !m_report->text().isEmpty());
}

void PairingPanel::refreshPictures()
{
    for (PairingRow* row : std::as_const(m_rows)) {
        const PairingView& view = row->view();
        row->setPicture(view.avatar.isEmpty()
                            ? QPixmap()
                            : m_avatars.picture({ view.senderId, view.name, view.avatar },
                                                PairingRow::AvatarSide, devicePixelRatioF()));
    }
}

//! Each request keeps its row, and with it the keyboard.
void PairingPanel::matchRows(const QList<PairingRequest>& requests)
{
    QList<PairingRow*> next;
    for (const PairingRequest& request : requests) {
        const auto known = std::find_if(m_rows.begin(), m_rows.end(), [&](const PairingRow* row) {
            return row->view().requestId == request.requestId;
        });
        next << (known == m_rows.end() ? makeRow() : *known);
    }
    if (next == m_rows) {
        return;
    }
    for (PairingRow* row : std::as_const(m_rows)) {
        if (!next.contains(row)) {
            row->hide();
            row->deleteLater();
        }
    }
    QWidget* before = m_reveal;
    for (int i = 0; i < next.size(); ++i) {
        m_list->insertWidget(i, next[i]);
        before = next[i]->tabAfter(before);
    }
    m_rows = next;
}

PairingRow* PairingPanel::makeRow()
{
    auto* row = new PairingRow(this);
    connect(row, &PairingRow::approveRequested, this, [this, row] { approve(row); });
    connect(row, &PairingRow::dismissRequested, this, [this, row] { askToDismiss(row); });
    return row;
}

void PairingPanel::approve(PairingRow* row)
{
    const QString id = row->view().requestId; // of its own: the row may go with the answer
    const QString name = row->view().name;
    m_problems.remove(id);
    report({});
    m_roles.pairings.approve(id, this, [this, id, name](const Result<void>& done) {
        onAnswered(id, tr("Approved. The bot answers %1 from the next message on.").arg(name),
                   done);
    });
}

void PairingPanel::askToDismiss(PairingRow* row)
{
    const PairingView& view = row->view();
    m_confirm(this,
              { tr("Dismiss the request of %1?").arg(view.name),
                tr("Nobody is told. Whoever writes again asks again."), tr("Dismiss") },
              [this, view] {
                  m_problems.remove(view.requestId);
                  report({});
                  m_roles.pairings.dismiss(view.requestId, this,
                                           [this, view](const Result<void>& done) {
                                               onAnswered(view.requestId, tr("Dismissed."), done);
                                           });
              });
}

//! A request that is gone has no row any more beside which that could be said.
void PairingPanel::onAnswered(const QString& requestId, const QString& doneText,
                              const Result<void>& done)
{
    if (done) {
        report(doneText);
    } else if (done.error().kind == ErrorKind::PairingGone) {
        report(errorText(done.error()));
    } else {
        m_problems.insert(requestId, errorText(done.error()));
        refresh();
    }
}

void PairingPanel::report(const QString& text)
{
    m_report->setText(text);
    refresh();
}

void PairingPanel::focusFirst()
{
    if (!m_rows.isEmpty()) {
        m_rows.first()->focusAnswer();
    }
}

//! What came of the last answer is no news any more when somebody comes back to the page.
void PairingPanel::hideEvent(QHideEvent* event)
{
    m_report->clear();
    QMetaObject::invokeMethod(this, &PairingPanel::refresh, Qt::QueuedConnection);
    QWidget::hideEvent(event);
}

void PairingPanel::retranslate()
{
    m_heading->setText(tr("Waiting for approval"));
    m_reveal->setText(m_texts.display() == TextDisplay::Hidden ? tr("Show messages")
                                                               : tr("Hide messages"));
    refresh();
}

void PairingPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_problems.clear(); // in the words of the other language
        m_report->clear();
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
