// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/qrpanel.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/qrview.h"

#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardPaths>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace zalo {

QrPanel::QrPanel(QWidget* parent)
    : QWidget(parent),
      m_view(new QrView(this)),
      m_left(new MutedLabel(this)),
      m_simulateScan(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_save(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    m_view->setObjectName(u"qr"_s);
    m_left->setObjectName(u"countdown"_s);
    m_left->setAlignment(Qt::AlignCenter);
    m_simulateScan->setObjectName(u"simulateScan"_s);
    m_simulateScan->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_view, 1);
    column->addWidget(m_left);
    column->addWidget(m_simulateScan, 0, Qt::AlignHCenter);
    column->addLayout(buttons);
    for (QPushButton* button : { m_simulateScan, m_copy, m_save, m_cancel }) {
        button->setAutoDefault(true); // so that Return presses it
    }
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &QrPanel::countDown);
    connect(m_simulateScan, &QPushButton::clicked, this, &QrPanel::simulatedScanRequested);
    connect(m_copy, &QPushButton::clicked, this, &QrPanel::copy);
    connect(m_save, &QPushButton::clicked, this, &QrPanel::save);
    connect(m_cancel, &QPushButton::clicked, this, &QrPanel::cancelRequested);
    retranslate();
}

void QrPanel::setStep(const LoginStep& step)
{
    m_view->setCode(step.payload, step.png);
    m_expiresAtMs = step.expiresAtMs;
    m_said.clear();
    m_second.start();
    countDown();
}

void QrPanel::clear()
{
    m_second.stop();
    m_view->clear();
}

void QrPanel::setScanSimulated(bool simulated)
{
    m_simulateScan->setVisible(simulated);
}

void QrPanel::countDown()
{
    const qint64 seconds =
        std::max<qint64>(0, (m_expiresAtMs - QDateTime::currentMSecsSinceEpoch() + 999) / 1000);
    const QString left = seconds == 0 ? tr("A new code is on its way…")
                                      : tr("A new code comes in %1:%2")
                                            .arg(seconds / 60)
                                            .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    m_left->setText(m_said.isEmpty() ? left : m_said);
}

void QrPanel::copy()
{
    QGuiApplication::clipboard()->setImage(m_view->image());
    m_said = tr("The image is on the clipboard. Send it only to yourself.");
    countDown();
}

void QrPanel::save()
{
    auto* dialog =
        new QFileDialog(this, tr("Save the QR code"),
                        QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PNG image (*.png)"));
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(u"zalo-login.png"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &QrPanel::write);
    dialog->open();
}

void QrPanel::write(const QString& path)
{
    m_said = m_view->image().save(path, "PNG") ? tr("Saved. Delete the file after the login.")
                                               : tr("The image could not be saved there.");
    countDown();
}

void QrPanel::retranslate()
{
    m_simulateScan->setText(tr("Simulate scan"));
    m_simulateScan->setAccessibleName(tr("Simulate a scan of the code"));
    m_copy->setText(tr("Copy image"));
    m_save->setText(tr("Save image…"));
    m_cancel->setText(tr("Cancel"));
    m_copy->setAccessibleName(tr("Copy the image of the QR code"));
    m_save->setAccessibleName(tr("Save the image of the QR code"));
    m_cancel->setAccessibleName(tr("Cancel the login"));
    m_view->setAccessibleName(tr("QR code to scan with Zalo"));
    m_said.clear();
    countDown();
}

void QrPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace zalo
