// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/spoolset.h"

#include "core/logging.h"
#include "zca/spoolholder.h"
#include "zca/spoolreader.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxLine = 1 << 20;
constexpr int holderPoll = 100; //!< milliseconds

} // namespace

QString unusableLineText(UnusableLine why)
{
    switch (why) {
    case UnusableLine::TooLong:
        return u"longer than 1 MiB"_s;
    case UnusableLine::CutOff:
        return u"cut off when zca ended"_s;
    case UnusableLine::NotUnderstood:
        return u"not understood"_s;
    }
    Q_UNREACHABLE();
}

SpoolSet::SpoolSet(QString folder, QString profile, QObject* parent)
    : QObject(parent),
      m_folder(std::move(folder)),
      m_profile(std::move(profile))
{ }

void SpoolSet::recover()
{
    const QDir folder(m_folder);
    const QRegularExpression ours( // clazy:exclude=use-static-qregularexpression
        u"^listen-%1-\\d+\\.spool$"_s.arg(QRegularExpression::escape(m_profile)));
    QSet<QString> known;
    for (const SpoolReader* reader : std::as_const(m_readers)) {
        known.insert(reader->path());
    }
    // By name is by time: the milliseconds have 13 digits until the year 2286.
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QString path = folder.filePath(name);
        if (ours.match(name).hasMatch() && !known.contains(path)) {
            recoverFile(path);
        }
    }
}

void SpoolSet::recoverFile(const QString& path)
{
    SpoolReader* reader = addReader(path, true);
    ++m_recovering;
    connect(reader, &SpoolReader::drained, this, [this] {
        --m_recovering;
        emit recoveredRead();
    });
    if (!isSpoolLocked(path)) {
        reader->finish();
        return;
    }
    killSpoolHolders(path);
    auto* released = new QTimer(reader);
    connect(released, &QTimer::timeout, reader, [reader, released] {
        if (!isSpoolLocked(reader->path())) {
            released->stop();
            reader->finish();
        }
    });
    released->start(holderPoll);
}

SpoolReader* SpoolSet::addFile()
{
    for (qint64 ms = QDateTime::currentMSecsSinceEpoch();; ++ms) {
        QFile file(u"%1/listen-%2-%3.spool"_s.arg(m_folder, m_profile).arg(ms));
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                      QFile::ReadOwner | QFile::WriteOwner)) {
            return addReader(file.fileName(), false);
        }
        if (!file.exists()) {
            qCWarning(lcZca) << "cannot make a spool file:" << file.errorString();
            return nullptr;
        }
    }
}

void SpoolSet::confirm(quint64 token)
{
    if (SpoolReader* reader = m_readers.value(quint32(token >> 32))) {
        reader->confirm(token);
    }
}

SpoolReader* SpoolSet::addReader(const QString& path, bool recovered)
{
    const quint32 id = ++m_lastId;
    auto* reader = new SpoolReader(path, id, MaxLine, this);
    m_readers.insert(id, reader);
    connect(reader, &SpoolReader::line, this,
            [this, recovered](const QByteArray& text, quint64 token) {
                emit line(text, token, recovered);
            });
    connect(reader, &SpoolReader::dropped, this, [this](qsizetype oversized, bool halfLine) {
        if (oversized > 0) {
            emit linesDropped(oversized, UnusableLine::TooLong);
        }
        if (halfLine) {
            emit linesDropped(1, UnusableLine::CutOff);
        }
    });
    connect(reader, &SpoolReader::failed, this, [](const QString& message) {
        qCWarning(lcZca) << "cannot read a spool file:" << message;
    });
    connect(reader, &SpoolReader::removed, this, [this, id, reader] {
        m_readers.remove(id);
        reader->deleteLater();
    });
    return reader;
}

} // namespace zalo
