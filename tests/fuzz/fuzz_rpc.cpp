// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The other side of a connection says anything, in any chunks.
//   first byte: the length of the chunks

#include "fuzztarget.h"
#include "rpc/rpcchannel.h"

#include <QCoreApplication>
#include <QIODevice>

#include <memory>

using namespace zalo;

namespace {

//! A connection in memory; what is written to it is counted.
class Wire : public QIODevice
{
public:
    Wire() { open(QIODevice::ReadWrite | QIODevice::Unbuffered); }

    void arrive(const QByteArray& bytes)
    {
        m_arrived += bytes;
        emit readyRead();
    }
    [[nodiscard]] qint64 written() const { return m_written; }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_arrived.size() + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char* data, qint64 maxSize) override
    {
        const qint64 count = qMin(maxSize, qint64(m_arrived.size()));
        std::copy_n(m_arrived.constData(), count, data);
        m_arrived.remove(0, count);
        return count;
    }
    qint64 writeData(const char*, qint64 size) override
    {
        m_written += size;
        return size;
    }

private:
    QByteArray m_arrived;
    qint64 m_written = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::prepare();
    fuzz::Input input(data, size);
    const qsizetype chunk = 1 + input.byte();
    auto* wire = new Wire;
    RpcLimits limits;
    limits.linger = std::chrono::milliseconds(0);
    RpcChannel channel(wire, limits);
    int answers = 0;
    channel.handle(
        QStringLiteral("echo"),
        [](const QJsonObject& params, const Responder& responder) { responder.answer(params); });
    channel.start();
    channel.request(&channel, QStringLiteral("ask"), {}, std::chrono::minutes(1),
                    [&answers](const RpcReply&) { ++answers; });
    while (!input.isEmpty() && channel.isOpen()) {
        wire->arrive(input.take(chunk));
    }
    QCoreApplication::processEvents();
    fuzz::ensure(answers <= 1);
    // An answer is no longer than what was asked and a sentence.
    fuzz::ensure(wire->written() <= 4096 + qint64(size) * 300);
    return 0;
}
