// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// A spool file with anything in it, that grows while it is read: each message is given once, in
// order, and after the last one is confirmed the file is gone.
//   first byte: the length of the pieces that it grows by

#include "core/linebuffer.h"
#include "core/worker.h"
#include "fuzztarget.h"
#include "zca/spoolreader.h"
#include "zca/zcamessageparser.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxLine = 256;

//! Empty for a line that is no message.
QString messageId(const ListenLine& line)
{
    const auto* message = std::get_if<InboundMessage>(&line);
    return message ? message->msgId : QString();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::prepare();
    static const QTemporaryDir folder;
    static Worker parser(u"parser"_s);
    fuzz::Input input(data, size);
    const qsizetype piece = 1 + input.byte() * 8;
    QFile file(folder.filePath(u"spool"_s));
    fuzz::ensure(file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered));

    SpoolReader reader(file.fileName(), 1, MaxLine, parser);
    QStringList given;
    bool isDrained = false;
    QObject::connect(&reader, &SpoolReader::line, &reader,
                     [&](const ListenLine& line, quint64 token) {
                         given << messageId(line);
                         reader.confirm(token);
                     });
    QObject::connect(&reader, &SpoolReader::drained, &reader, [&isDrained] { isDrained = true; });
    reader.start();
    QByteArray written;
    while (!input.isEmpty()) {
        const QByteArray more = input.take(piece);
        written += more;
        fuzz::ensure(file.write(more) == more.size());
        QCoreApplication::processEvents();
    }
    reader.finish();
    while (!isDrained) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    given.removeAll(QString());
    QStringList expected;
    LineBuffer lines(MaxLine);
    QList<QByteArray> whole = lines.feed(written);
    for (const QByteArray& line : std::as_const(whole)) {
        expected << messageId(parseListenLine(line));
    }
    expected.removeAll(QString());
    fuzz::ensure(given == expected);
    fuzz::ensure(!QFile::exists(file.fileName()));
    return 0;
}
