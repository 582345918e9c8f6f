// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Runs a target, in a build without the fuzzer, over the files of a folder, and over as many inputs
// more that are made of them, the same ones each time:
//   fuzz_NAME FOLDER COUNT

#include "fuzztarget.h"
#include "mutations.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace {

QByteArray current; //!< what the target has

//! The input in hexadecimal digits, and the end that was due.
void tell(int signal)
{
    constexpr char digits[] = "0123456789abcdef";
    constexpr char words[] = "\nthe input that did it (xxd -r -p makes a file of it): ";
    [[maybe_unused]] ssize_t written = ::write(STDERR_FILENO, words, sizeof words - 1);
    for (const char byte : std::as_const(current)) {
        const char pair[] { digits[uchar(byte) >> 4], digits[uchar(byte) & 15] };
        written = ::write(STDERR_FILENO, pair, sizeof pair);
    }
    written = ::write(STDERR_FILENO, "\n", 1);
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void run(const QByteArray& input)
{
    current = input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(current.constData()),
                           size_t(current.size()));
}

} // namespace

int main(int argc, char* argv[])
{
    const QDir folder(argc == 3 ? QFile::decodeName(argv[1]) : QString());
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    if (argc != 3 || names.isEmpty()) {
        std::fputs("fuzz_NAME FOLDER COUNT, with files in the folder\n", stderr);
        return 1;
    }
    for (const int signal : { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM }) {
        ::signal(signal, tell);
    }
    QList<QByteArray> corpus;
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s cannot be read\n", qPrintable(file.fileName()));
            return 1;
        }
        corpus << file.readAll();
        run(corpus.last());
    }
    zalo::fuzz::Mutations mutations(corpus);
    for (int left = QByteArray(argv[2]).toInt(); left > 0; --left) {
        ::alarm(30); // one that takes so long is a finding, too
        run(mutations.next());
    }
    return 0;
}
