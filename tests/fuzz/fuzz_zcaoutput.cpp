// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What zca's commands print.
//   first byte: which parser; second: the exit code; then standard output

#include "fuzztarget.h"
#include "zca/zcacontactparser.h"
#include "zca/zcaerrors.h"
#include "zca/zcahistoryparser.h"
#include "zca/zcajson.h"
#include "zca/zcalistenerend.h"
#include "zca/zcaloginparser.h"
#include "zca/zcaresultparser.h"

#include <algorithm>
#include <array>
#include <functional>

using namespace zalo;

namespace {

template <typename T> bool haveIds(const Result<QList<T>>& entries, QString T::*id)
{
    return !entries || std::none_of(entries->begin(), entries->end(), [id](const T& entry) {
        return (entry.*id).isEmpty();
    });
}

void readSent(int exitCode, const QByteArray& out)
{
    for (const ZcaDialect dialect : { ZcaDialect::OpenZca, ZcaDialect::ZcaCli }) {
        const Result<QStringList> ids = parseMessageIds(out, dialect);
        fuzz::ensure(ids ? !ids->contains(QString()) : ids.error().kind != ErrorKind::Internal);
    }
    [[maybe_unused]] const Result<void> done = parseDone(out);
    const Error error = zcaSendError(zcaError(exitCode, out, out));
    fuzz::ensure(error.kind != ErrorKind::Internal);
}

void readLogin(int, const QByteArray& out)
{
    const QList<QByteArray> lines = out.split('\n');
    for (const QByteArray& line : lines) {
        [[maybe_unused]] const LoginLine read = parseLoginLine(line);
        [[maybe_unused]] const bool isAnswer = isMessageAnswer(line);
    }
    [[maybe_unused]] const QByteArray png = parseQrDataUrl(out);
}

void readListenerEnd(int exitCode, const QByteArray& out)
{
    ListenerFacts facts;
    facts.exit.exitCode = exitCode;
    facts.errors = out;
    [[maybe_unused]] const ListenerEnd end = listenerEnd(facts);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using Reader = std::function<void(int, const QByteArray&)>;
    static const std::array<Reader, 10> readers {
        [](int, const QByteArray& out) {
            const auto account = parseAccount(out);
            fuzz::ensure(!account || !account->userId.isEmpty());
        },
        [](int, const QByteArray& out) {
            fuzz::ensure(haveIds(parseFriends(out), &Friend::userId));
        },
        [](int, const QByteArray& out) {
            fuzz::ensure(haveIds(parseGroups(out), &Group::groupId));
        },
        [](int, const QByteArray& out) {
            fuzz::ensure(haveIds(parseGroupMembers(out), &GroupMember::userId));
        },
        [](int, const QByteArray& out) {
            [[maybe_unused]] const auto database = parseHistoryDatabase(out);
            [[maybe_unused]] const auto found = parseHistorySync(out);
        },
        [](int, const QByteArray& out) {
            fuzz::ensure(haveIds(parseHistoryChats(out), &HistoryChat::threadId));
        },
        [](int, const QByteArray& out) {
            fuzz::ensure(haveIds(parseHistory(out), &InboundMessage::msgId));
        },
        readSent,
        readLogin,
        readListenerEnd,
    };
    fuzz::Input input(data, size);
    const Reader& read = readers.at(size_t(input.byte()) % readers.size());
    const int exitCode = input.byte();
    read(exitCode, input.rest());
    return 0;
}
