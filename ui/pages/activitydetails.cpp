// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/activitydetails.h"

#include "core/singleline.h"
#include "core/timetext.h"
#include "ui/presenters/curetext.h"
#include "ui/widgets/activitydelegate.h"
#include "ui/widgets/activitymarks.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int MarkEdge = 18;

QLabel* named(QLabel* label, const QString& name)
{
    label->setObjectName(name);
    return label;
}

} // namespace

ActivityDetails::ActivityDetails(QWidget* parent)
    : QWidget(parent)
{
    build();
    retranslate();
}

void ActivityDetails::build()
{
    m_title = named(headingLabel(this), u"title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_when = named(new MutedLabel, u"when"_s);
    m_mark = new QLabel;
    m_mark->setFixedSize(MarkEdge, MarkEdge);
    m_state = named(bodyLabel(this), u"state"_s);
    setBold(m_state);
    m_reason = named(bodyLabel(this), u"reason"_s);
    m_text = named(bodyLabel(this), u"text"_s);
    m_ids = named(new MutedLabel, u"ids"_s);
    m_report = named(new MutedLabel, u"report"_s);

    auto* state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_mark, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);

    m_arrived = paneButton(u"arrived"_s, this);
    m_sendAgain = paneButton(u"sendAgain"_s, this);
    m_approve = paneButton(u"approve"_s, this);
    m_cure = paneButton(u"cure"_s, this);
    m_handAgain = paneButton(u"handAgain"_s, this);
    m_undoCure = paneButton(u"undoCure"_s, this);
    m_dismiss = paneButton(u"dismiss"_s, this);
    m_deliver = paneButton(u"deliverAnyway"_s, this);
    m_deliverExpired = paneButton(u"deliverExpired"_s, this);
    m_discard = paneButton(u"discard"_s, this);
    m_pause = paneButton(u"pauseThread"_s, this);
    m_only = paneButton(u"onlyThread"_s, this);
    connect(m_sendAgain, &QPushButton::clicked, this, &ActivityDetails::sendAgainRequested);
    connect(m_arrived, &QPushButton::clicked, this, &ActivityDetails::arrivedRequested);
    connect(m_handAgain, &QPushButton::clicked, this, &ActivityDetails::handAgainRequested);
    connect(m_cure, &QPushButton::clicked, this, [this] { emit cureRequested(*m_actions.cure); });
    connect(m_approve, &QPushButton::clicked, this, &ActivityDetails::approvePairingRequested);
    connect(m_undoCure, &QPushButton::clicked, this, &ActivityDetails::undoCureRequested);
    connect(m_dismiss, &QPushButton::clicked, this, &ActivityDetails::dismissRequested);
    connect(m_deliver, &QPushButton::clicked, this, &ActivityDetails::deliverRequested);
    connect(m_deliverExpired, &QPushButton::clicked, this,
            &ActivityDetails::deliverExpiredRequested);
    connect(m_discard, &QPushButton::clicked, this, &ActivityDetails::discardRequested);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { emit pauseRequested(!(m_item->text && m_item->text->isThreadPaused)); });
    connect(m_only, &QPushButton::clicked, this, &ActivityDetails::threadFilterRequested);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* each :
         { m_arrived, m_sendAgain, m_approve, m_cure, m_handAgain, m_undoCure, m_dismiss, m_deliver,
           m_deliverExpired, m_discard, m_pause, m_only }) {
        buttons->addWidget(each);
        // All of them at once are higher than the pane, which would scroll for the first item.
        each->hide();
    }
    auto* actions = new QHBoxLayout;
    actions->addLayout(buttons);
    actions->addStretch(1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 14);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_when);
    layout->addSpacing(4);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addLayout(state);
    layout->addWidget(m_reason);
    layout->addSpacing(6);
    layout->addLayout(actions);
    layout->addWidget(m_report);
    layout->addStretch(1);
    layout->addWidget(m_ids);
}

void ActivityDetails::retranslate()
{
    m_sendAgain->setText(tr("Send &again…"));
    m_arrived->setText(tr("It arri&ved"));
    m_handAgain->setText(tr("&Hand to the bot again"));
    m_approve->setText(tr("Appro&ve pairing"));
    m_undoCure->setText(tr("&Undo the change"));
    m_dismiss->setText(tr("Dis&miss"));
    m_deliver->setText(tr("&Deliver anyway"));
    m_deliverExpired->setText(tr("Deliver a&ll that are too old…"));
    m_discard->setText(tr("Disca&rd"));
    m_only->setText(tr("Show &only this conversation"));
    fill();
}

void ActivityDetails::setItem(const ActivityItem& item, const ActivityActions& actions)
{
    const bool isOther = !m_item || m_item->id != item.id || m_item->kind != item.kind;
    m_item = item;
    m_actions = actions;
    if (isOther) {
        m_report->clear();
    }
    fill();
}

void ActivityDetails::fill()
{
    if (!m_item) {
        return;
    }
    const ActivityItem& item = *m_item;
    const bool isGap = item.kind == ActivityItem::Kind::Gap;
    const ActivityMark mark = activityMark(item);
    const QColor color = semanticColor(markColor(mark), palette());
    m_title->setText(isGap ? activityStateText(item)
                         : item.kind == ActivityItem::Kind::Inbound
                         ? tr("From %1").arg(activityThreadName(item))
                         : tr("To %1").arg(activityThreadName(item)));
    QString when = isGap ? activitySpan(item.timeMs, item.endMs) : timeText(item.timeMs);
    if (item.text && item.thread.isGroup && !item.text->senderName.isEmpty()) {
        when = tr("%1, written by %2").arg(when, item.text->senderName);
    }
    m_when->setText(when);
    const QString text =
        m_display == TextDisplay::Shown && item.text ? shownLines(item.text->body) : QString();
    m_text->setText(text.isEmpty() ? activitySummary(item, m_display) : text);
    m_text->setVisible(!isGap);
    m_state->setText(isGap ? activitySummary(item) : activityStateText(item));
    QPalette toned;
    toned.setColor(QPalette::WindowText, color);
    m_state->setPalette(toned);
    QPixmap picture(QSize(MarkEdge, MarkEdge) * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintMark(&painter, QRectF(1, 1, MarkEdge - 2, MarkEdge - 2), mark, color);
    painter.end();
    m_mark->setPixmap(picture);
    const QString reason = activityReasonText(item);
    m_reason->setText(reason.isEmpty() ? m_waitText : reason);
    m_reason->setVisible(!m_reason->text().isEmpty());

    QStringList ids;
    if (!isGap) {
        ids << tr("Conversation %1").arg(item.thread.id);
    }
    if (!item.messageId.isEmpty()) {
        ids << tr("Message %1").arg(item.messageId);
    }
    if (item.attempts > 0) {
        ids << tr("%n failed tries", nullptr, item.attempts);
    }
    m_ids->setText(ids.join(u'\n'));

    const ActivityActions& actions = m_actions;
    m_sendAgain->setVisible(actions.sendAgain);
    m_arrived->setVisible(actions.confirmArrived);
    m_handAgain->setVisible(actions.handAgain);
    m_approve->setVisible(m_isPairingAsked);
    m_cure->setVisible(actions.cure && !m_isCured && !m_isPairingAsked);
    m_cure->setText(actions.cure ? cureButtonText(*actions.cure) : QString());
    m_undoCure->setVisible(m_isCured);
    m_dismiss->setVisible(actions.dismiss);
    m_deliver->setVisible(actions.deliverAnyway);
    m_deliverExpired->setVisible(actions.deliverExpired);
    m_discard->setVisible(actions.discard);
    m_pause->setVisible(actions.pauseThread);
    m_only->setVisible(actions.pauseThread);
    m_pause->setText(item.text && item.text->isThreadPaused ? tr("&Resume the bot here")
                                                            : tr("&Pause the bot here"));
}

void ActivityDetails::setTextDisplay(TextDisplay display)
{
    m_display = display;
    fill();
}

void ActivityDetails::setWaitText(const QString& text)
{
    m_waitText = text;
    fill();
}

void ActivityDetails::setPairing(bool isAsked)
{
    m_isPairingAsked = isAsked;
    fill();
}

void ActivityDetails::setCured(bool cured)
{
    m_isCured = cured;
    fill();
}

void ActivityDetails::report(const QString& text)
{
    m_report->setText(text);
}

void ActivityDetails::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
}

} // namespace zalo
