// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "output.h"

#include <cerrno>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

constexpr int hugeLine = 5 * 1024 * 1024;
constexpr int MaxSplits = 64;

void writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), size_t(bytes.size()));
        if (written >= 0) {
            bytes = bytes.sliced(written);
        } else if (errno != EINTR) {
            // The reader has gone; so does the real program.
            ::_exit(1);
        }
    }
}

// Every write but the last ends inside a letter of several bytes.
void writeSplit(QByteArrayView bytes)
{
    qsizetype start = 0;
    int splits = 0;
    for (qsizetype i = 0; i + 1 < bytes.size() && splits < MaxSplits; ++i) {
        if (uchar(bytes[i]) >= 0xc0) {
            writeAll(STDOUT_FILENO, bytes.sliced(start, i + 1 - start));
            start = i + 1;
            ++splits;
            // Long enough for the reader to take this piece alone.
            Output::sleep(2);
        }
    }
    writeAll(STDOUT_FILENO, bytes.sliced(start));
}

QByteArray hugeLogLine()
{
    return QByteArray(hugeLine, 'x') + '\n';
}

} // namespace

QByteArray noise()
{
    return "\x1b[32mINFO\x1b[0m  [zca] session restored\n"
           "\x1b[33mWARN\x1b[0m  [zca] \x1b[1mupdate available\x1b[22m: 9.9.9\n";
}

int Output::finish(int exitCode)
{
    QByteArray text;
    if (isNoisy()) {
        text += noise();
    }
    if (m_settings.flag(u"bigline"_s)) {
        text += hugeLogLine();
    }
    text += QByteArray("{\"a\":\n").repeated(m_settings.number(u"false-starts"_s, 0));
    text += m_out;
    for (int i = m_settings.number(u"extra-ids"_s, 0); i > 0; --i) {
        text += "{ msgId: " + QByteArray::number(1'000'000 + i) + " }\n";
    }
    flood();
    if (m_settings.flag(u"die-midline"_s)) {
        dieHalfway(text);
    }
    emitText(text);
    writeAll(STDERR_FILENO, m_err);
    if (const int pause = m_settings.number(u"linger"_s, 0); pause > 0) {
        sleep(pause);
    }
    return exitCode;
}

bool Output::isNoisy()
{
    const QString noise = m_settings.value(u"noise"_s);
    return noise.isEmpty() ? m_talkative : noise != QLatin1String("0");
}

void Output::write(const QByteArray& text)
{
    emitText(text);
}

void Output::writeError(const QByteArray& text)
{
    writeAll(STDERR_FILENO, text);
}

void Output::writeMessage(const QByteArray& line)
{
    if (isNoisy()) {
        emitText(noise());
    }
    if (m_settings.flag(u"bigline"_s)) {
        writeAll(STDOUT_FILENO, hugeLogLine());
    }
    if (m_settings.flag(u"die-midline"_s)) {
        dieHalfway(line);
    }
    emitText(line);
    flood();
}

//! As `flood` says: whoever reads it must end the process.
void Output::flood()
{
    const QString kind = m_settings.value(u"flood"_s);
    if (kind.isEmpty()) {
        return;
    }
    const QByteArray lines = kind == QLatin1String("json")
        ? QByteArray("{}\n").repeated(20'000)
        : QByteArray("what nobody asked for\n").repeated(3'000);
    for (;;) {
        writeAll(kind == QLatin1String("errors") ? STDERR_FILENO : STDOUT_FILENO, lines);
    }
}

void Output::hang()
{
    for (;;) {
        ::pause();
    }
}

void Output::sleep(int milliseconds)
{
    timespec left { milliseconds / 1000, (milliseconds % 1000) * 1'000'000L };
    while (::nanosleep(&left, &left) < 0 && errno == EINTR) { }
}

void Output::emitText(const QByteArray& text)
{
    if (m_settings.flag(u"split"_s)) {
        writeSplit(text);
    } else {
        writeAll(STDOUT_FILENO, text);
    }
}

void Output::dieHalfway(const QByteArray& text)
{
    writeAll(STDOUT_FILENO, text.first(text.size() / 2));
    ::kill(::getpid(), SIGKILL);
}

} // namespace zalo::sim
