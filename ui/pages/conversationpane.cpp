// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/conversationpane.h"

#include "activity/conversationtext.h"
#include "companion/activityservice.h"
#include "companion/deliveryservice.h"
#include "ui/theme/semanticcolors.h"
#include "ui/widgets/avatars.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/messagedelegate.h"
#include "ui/widgets/scrollanchor.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int PictureEdge = 40;

} // namespace

ConversationPane::ConversationPane(ActivityService& activity, DeliveryService& delivery,
                                   Avatars& avatars, QWidget* parent)
    : QWidget(parent),
      m_delivery(delivery),
      m_avatars(avatars),
      m_model(
          [&activity](const ActivityQuery& query, QObject* context, Callback<ActivityList> done) {
              activity.activity(query, context, std::move(done));
          }),
      m_messages(&m_model)
{
    build();
    connectParts();
    retranslate();
}

void ConversationPane::build()
{
    m_picture = new QLabel;
    m_picture->setFixedSize(PictureEdge, PictureEdge);
    m_name = headingLabel(this);
    m_name->setObjectName(u"conversationName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_account = new MutedLabel;
    m_account->setObjectName(u"conversationAccount"_s);
    m_details = paneButton(u"conversationDetails"_s, this);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_account);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_picture, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    head->addWidget(m_details, 0, Qt::AlignTop);

    m_answers = new QCheckBox;
    m_answers->setObjectName(u"botAnswers"_s);
    m_takeOver = paneButton(u"takeOver"_s, this);
    auto* bot = new QHBoxLayout;
    bot->setSpacing(12);
    bot->addWidget(m_answers);
    bot->addStretch(1);
    bot->addWidget(m_takeOver);
    m_pause = bodyLabel(this);
    m_pause->setObjectName(u"pauseText"_s);
    m_report = new MutedLabel;
    m_report->setObjectName(u"conversationReport"_s);

    m_list = new QListView;
    m_list->setObjectName(u"messages"_s);
    m_list->setModel(&m_messages);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setFrameShape(QFrame::NoFrame);
    new ScrollAnchor(m_list, ScrollAnchor::Edge::Bottom);
    m_delegate = new MessageDelegate(
        [this](const QModelIndex& index) -> const ActivityItem& {
            return m_model.at(m_messages.mapToSource(index).row());
        },
        m_list);
    m_list->setItemDelegate(m_delegate);

    auto* top = new QVBoxLayout;
    top->setContentsMargins(16, 12, 16, 0);
    top->setSpacing(8);
    top->addLayout(head);
    top->addLayout(bot);
    top->addWidget(m_pause);
    top->addWidget(m_report);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    setTabOrder(m_details, m_answers);
    setTabOrder(m_answers, m_takeOver);
    setTabOrder(m_takeOver, m_list);
}

void ConversationPane::connectParts()
{
    connect(m_answers, &QCheckBox::clicked, this, &ConversationPane::setBotAnswers);
    connect(m_takeOver, &QPushButton::clicked, this, &ConversationPane::takeOver);
    connect(m_details, &QPushButton::clicked, this, &ConversationPane::detailsRequested);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value < m_list->viewport()->height() / 2) {
            m_model.fetchMore({});
        }
    });
    connect(&m_model, &ActivityModel::failed, this,
            [this](const Error& error) { m_report->setText(errorText(error)); });
    connect(&m_avatars, &Avatars::changed, this, &ConversationPane::fill);
}

void ConversationPane::retranslate()
{
    m_details->setText(tr("Show &details"));
    m_answers->setText(tr("The &bot answers here"));
    m_takeOver->setText(tr("&Take over for 1 hour"));
    m_takeOver->setToolTip(tr("The bot is silent in this chat for an hour. Messages wait for it."));
    m_list->setAccessibleName(tr("Messages"));
    fill();
}

void ConversationPane::setConversation(const Conversation& conversation)
{
    const bool isOther = !m_shown || m_shown->lane != conversation.lane;
    m_shown = conversation;
    if (isOther) {
        m_report->clear();
        m_model.setFilter({ conversation.lane.profile, conversation.lane.thread.id, {}, {} });
    }
    fill();
}

void ConversationPane::fill()
{
    if (!m_shown) {
        return;
    }
    const QString name = conversationName(*m_shown);
    m_name->setText(name);
    m_picture->setPixmap(m_avatars.picture({ m_shown->lane.thread.id, name, m_shown->avatar },
                                           PictureEdge, devicePixelRatioF()));
    showPause();
}

void ConversationPane::showPause()
{
    m_answers->setChecked(!m_shown->pause);
    m_pause->setVisible(m_shown->pause.has_value());
    m_report->setVisible(!m_report->text().isEmpty());
    if (m_shown->pause) {
        m_pause->setText(pauseText(*m_shown->pause));
        QPalette warning;
        warning.setColor(QPalette::WindowText, semanticColor(SemanticColor::Warning, palette()));
        m_pause->setPalette(warning);
    }
}

void ConversationPane::setAccountText(const QString& text)
{
    m_account->setText(text);
    m_account->setVisible(!text.isEmpty());
}

void ConversationPane::setCanPause(bool can)
{
    m_answers->setEnabled(can);
    m_takeOver->setEnabled(can);
}

void ConversationPane::setTextDisplay(TextDisplay display)
{
    m_model.setTextDisplay(display);
    m_delegate->setTextDisplay(display);
    m_list->doItemsLayout();
}

void ConversationPane::refreshSoon()
{
    if (m_shown) {
        m_model.refreshSoon();
    }
}

void ConversationPane::setBotAnswers(bool answers)
{
    const LaneKey lane = m_shown->lane;
    m_delivery.setThreadPaused(lane.profile, lane.thread, !answers, this,
                               [this, lane, answers](const Result<void>& done) {
                                   if (m_shown->lane == lane) {
                                       report(done,
                                              answers ? tr("The bot answers here again.")
                                                      : tr("The bot is silent here until you "
                                                           "switch it on again. Messages wait."));
                                   }
                               });
}

void ConversationPane::takeOver()
{
    const LaneKey lane = m_shown->lane;
    m_delivery.takeOver(lane.profile, lane.thread, this, [this, lane](const Result<void>& done) {
        if (m_shown->lane == lane) {
            report(done, tr("Answer in Zalo on your phone. The bot goes on by itself."));
        }
    });
}

//! What came of it. The pause itself is shown once the list tells of it.
void ConversationPane::report(const Result<void>& done, const QString& text)
{
    m_report->setText(done ? text : errorText(done.error()));
    m_report->show();
    if (!done) {
        m_answers->setChecked(!m_shown->pause);
    }
}

void ConversationPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        fill();
    }
}

} // namespace zalo
