// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/notificationsection.h"

#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int Columns = 2;

struct NamedSwitch
{
    Settings::Switch which;
    const char* name; //!< the check box's, for tests
};

//! What matters most to a shop first.
constexpr std::array switches {
    NamedSwitch { Settings::Switch::NotifyDelivery, "notifyDelivery" },
    NamedSwitch { Settings::Switch::NotifyMessages, "notifyMessages" },
    NamedSwitch { Settings::Switch::PairingNotifications, "pairingNotifications" },
    NamedSwitch { Settings::Switch::NotifySession, "notifySession" },
    NamedSwitch { Settings::Switch::NotifyGateway, "notifyGateway" },
    NamedSwitch { Settings::Switch::NotifyStorage, "notifyStorage" },
    NamedSwitch { Settings::Switch::NotifyProgram, "notifyProgram" },
};

} // namespace

NotificationSection::NotificationSection(Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_heading(new QLabel(this)),
      m_text(new MutedLabel(this))
{
    setBold(m_heading);
    auto* boxes = new QGridLayout;
    boxes->setHorizontalSpacing(24);
    boxes->setVerticalSpacing(6);
    boxes->setColumnStretch(Columns, 1);
    for (const NamedSwitch& each : switches) {
        auto* box = new QCheckBox(this);
        box->setObjectName(QString::fromLatin1(each.name));
        box->setChecked(settings.isOn(each.which));
        connect(box, &QCheckBox::clicked, this,
                [this, which = each.which](bool on) { m_settings.setOn(which, on); });
        const int index = int(m_kinds.size());
        boxes->addWidget(box, index / Columns, index % Columns);
        m_kinds.append({ each.which, box });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    column->addLayout(boxes);
    retranslate();
}

QString NotificationSection::textOf(Settings::Switch which)
{
    switch (which) {
    case Settings::Switch::NotifyProgram:
        return tr("zca and keys");
    case Settings::Switch::NotifyStorage:
        return tr("Message storage");
    case Settings::Switch::NotifySession:
        return tr("Connection to Zalo");
    case Settings::Switch::NotifyGateway:
        return tr("Gateway");
    case Settings::Switch::NotifyDelivery:
        return tr("Customers who are waiting");
    case Settings::Switch::NotifyMessages:
        return tr("Messages that need a decision");
    case Settings::Switch::PairingNotifications:
        return tr("People who ask whether the bot may answer");
    case Settings::Switch::PauseForOwner:
    case Settings::Switch::MessageTexts:
        break;
    }
    return {};
}

void NotificationSection::retranslate()
{
    m_heading->setText(tr("Notifications"));
    m_text->setText(tr("One for each problem that needs you. The desktop's “Do not disturb” is "
                       "respected."));
    for (const Kind& kind : std::as_const(m_kinds)) {
        const QString text = textOf(kind.which);
        kind.box->setText(text);
        kind.box->setAccessibleName(tr("Notify me about: %1").arg(text));
    }
}

void NotificationSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
