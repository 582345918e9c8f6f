// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/settingspage.h"

#include "companion/settingsservice.h"
#include "companion/snapshotprovider.h"
#include "platform/autostart.h"
#include "settings/settings.h"
#include "ui/pages/datasection.h"
#include "ui/pages/notificationsection.h"
#include "ui/theme/language.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/masterdetail.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int Margin = 24;
constexpr int Section = 22;
constexpr int MaxSendsPerMinute = 60;

} // namespace

SettingsPage::SettingsPage(const Roles& roles, Settings& settings, Autostart& autostart,
                           QWidget* parent)
    : QWidget(parent),
      m_roles(roles),
      m_settings(settings),
      m_autostart(autostart)
{
    build();
    m_pace->setValue(roles.settings.sendsPerMinute());
    connectWidgets();
    m_zca->setText(roles.settings.zcaPath());
    m_start->setChecked(autostart.isEnabled());
    m_ownerPause->setChecked(roles.settings.pausesForOwner());
    m_texts->setChecked(m_settings.isOn(Settings::Switch::MessageTexts));
    retranslate();
}

void SettingsPage::build()
{
    auto* content = new QWidget(this);
    m_heading = headingLabel(content);
    m_languageLabel = new QLabel(content);
    m_language = new QComboBox(content);
    m_language->setObjectName(u"language"_s);
    m_languageLabel->setBuddy(m_language);
    m_themeLabel = new QLabel(content);
    m_theme = new QComboBox(content);
    m_theme->setObjectName(u"theme"_s);
    m_themeLabel->setBuddy(m_theme);
    m_start = new QCheckBox(content);
    m_start->setObjectName(u"autostart"_s);
    m_zcaLabel = new QLabel(content);
    m_zca = new QLineEdit(content);
    m_zca->setObjectName(u"zca"_s);
    m_zca->setMinimumWidth(220);
    m_zcaLabel->setBuddy(m_zca);
    m_browse = new QPushButton(content);
    m_zcaState = new MutedLabel(content);
    auto* zca = new QHBoxLayout;
    zca->setSpacing(8);
    zca->addWidget(m_zca, 1);
    zca->addWidget(m_browse);
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(20);
    form->setVerticalSpacing(12);
    form->setColumnStretch(1, 1);
    form->addWidget(m_languageLabel, 0, 0);
    form->addWidget(m_language, 0, 1, Qt::AlignLeft);
    form->addWidget(m_themeLabel, 1, 0);
    form->addWidget(m_theme, 1, 1, Qt::AlignLeft);
    form->addWidget(m_start, 2, 1);
    form->addWidget(m_zcaLabel, 3, 0);
    form->addLayout(zca, 3, 1);
    form->addWidget(m_zcaState, 4, 1);
    m_paceLabel = new QLabel(content);
    m_pace = new QSpinBox(content);
    m_pace->setObjectName(u"pace"_s);
    m_pace->setRange(1, MaxSendsPerMinute);
    m_pace->setKeyboardTracking(false); // ignore the 6 while 60 is typed
    m_paceLabel->setBuddy(m_pace);
    m_paceText = new MutedLabel(content);
    form->addWidget(m_paceLabel, 5, 0);
    form->addWidget(m_pace, 5, 1, Qt::AlignLeft);
    form->addWidget(m_paceText, 6, 1);
    m_ownerPause = new QCheckBox(content);
    m_ownerPause->setObjectName(u"ownerPause"_s);
    form->addWidget(m_ownerPause, 7, 1);
    m_texts = new QCheckBox(content);
    m_texts->setObjectName(u"messageTexts"_s);
    form->addWidget(m_texts, 8, 1);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(Section);
    column->addWidget(m_heading);
    column->addLayout(form);
    column->addWidget(new NotificationSection(m_settings, content));
    column->addWidget(new DataSection(m_roles.snapshots, m_roles.settings, m_roles.data, content));
    column->addStretch();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolled(content, this));
}

void SettingsPage::connectWidgets()
{
    connect(m_language, &QComboBox::activated, this,
            [this](int row) { m_settings.setLanguage(m_language->itemData(row).toString()); });
    connect(m_theme, &QComboBox::activated, this, [this](int row) {
        m_settings.setTheme(m_theme->itemData(row).value<Settings::Theme>());
    });
    connect(m_start, &QCheckBox::toggled, this, [this](bool on) {
        const Result<void> done = m_autostart.setEnabled(on);
        m_start->setToolTip(done ? QString() : errorText(done.error()));
        const QSignalBlocker quiet(m_start);
        m_start->setChecked(m_autostart.isEnabled());
    });
    connect(m_zca, &QLineEdit::editingFinished, this, &SettingsPage::useZca);
    connect(m_browse, &QPushButton::clicked, this, &SettingsPage::chooseFile);
    connect(m_pace, &QSpinBox::valueChanged, this,
            [this](int count) { m_roles.settings.setSendsPerMinute(count); });
    connect(m_ownerPause, &QCheckBox::clicked, this,
            [this](bool on) { m_roles.settings.setPausesForOwner(on); });
    connect(m_texts, &QCheckBox::clicked, this,
            [this](bool on) { m_settings.setOn(Settings::Switch::MessageTexts, on); });
    connect(&m_roles.snapshots, &SnapshotProvider::snapshotChanged, this, &SettingsPage::showZca);
}

void SettingsPage::fillChoices()
{
    m_language->clear();
    m_language->addItem(tr("As the system"), QString());
    const QStringList codes = Language::codes();
    for (const QString& code : codes) {
        m_language->addItem(Language::nameOf(code), code);
    }
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));
    m_theme->clear();
    m_theme->addItem(tr("As the desktop"), QVariant::fromValue(Settings::Theme::Desktop));
    m_theme->addItem(tr("Light"), QVariant::fromValue(Settings::Theme::Light));
    m_theme->addItem(tr("Dark"), QVariant::fromValue(Settings::Theme::Dark));
    m_theme->setCurrentIndex(int(m_settings.theme()));
}

void SettingsPage::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose the program zca"), m_zca->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_zca->setText(path);
        useZca();
    });
    dialog->open();
}

void SettingsPage::useZca()
{
    const QString path = m_zca->text().trimmed();
    if (path != m_roles.settings.zcaPath()) {
        m_roles.settings.setZcaPath(path);
    }
}

void SettingsPage::showZca()
{
    const Snapshot& now = m_roles.snapshots.snapshot();
    m_zcaState->setText(now.zcaError ? errorText(*now.zcaError)
                            : now.zcaPath.isEmpty()
                            ? tr("Searching for zca…")
                            : tr("Version %1 at %2 is used.").arg(now.zcaVersion, now.zcaPath));
}

void SettingsPage::retranslate()
{
    m_heading->setText(tr("Settings"));
    m_languageLabel->setText(tr("&Language"));
    m_language->setAccessibleName(tr("Language"));
    m_themeLabel->setText(tr("&Theme"));
    m_theme->setAccessibleName(tr("Theme"));
    m_start->setText(tr("&Start when I log in to this computer"));
    m_start->setAccessibleName(tr("Start when I log in to this computer"));
    m_zcaLabel->setText(tr("&Program zca"));
    m_zca->setAccessibleName(tr("Path of the program zca"));
    m_zca->setPlaceholderText(tr("Detected automatically"));
    m_browse->setText(tr("Browse…"));
    m_browse->setAccessibleName(tr("Browse for the program zca"));
    m_paceLabel->setText(tr("&Messages per minute"));
    m_pace->setAccessibleName(tr("Messages per minute"));
    m_paceText->setText(tr("Average rate; short bursts are possible. Zalo may lock accounts that "
                           "send faster than people do."));
    m_ownerPause->setText(tr("Pause the &bot for a while in a chat in which I write myself"));
    m_ownerPause->setAccessibleName(
        tr("Pause the bot for a while in a chat in which I write myself"));
    m_texts->setText(tr("Show message te&xts"));
    m_texts->setAccessibleName(tr("Show message texts"));
    m_texts->setToolTip(tr("When this is off, Activity says only that there is a message until "
                           "you ask for the text."));
    fillChoices();
    showZca();
}

void SettingsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
