// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>

namespace zalo::fuzz {

//! Ends the process where something that is always true is not: the fuzzer keeps the input.
void ensure(bool isTrue);

//! There is a QCoreApplication from now on, and nothing is logged.
void prepare();

//! The bytes that the fuzzer gives, one piece after the other.
class Input
{
public:
    Input(const uint8_t* data, size_t size)
        : m_bytes(reinterpret_cast<const char*>(data), qsizetype(size))
    { }

    [[nodiscard]] bool isEmpty() const { return m_at >= m_bytes.size(); }
    //! The next byte; 0 at the end.
    [[nodiscard]] int byte() { return isEmpty() ? 0 : uint8_t(m_bytes[m_at++]); }
    //! So many bytes, or what is left.
    [[nodiscard]] QByteArray take(qsizetype count)
    {
        const QByteArray piece = m_bytes.mid(m_at, count);
        m_at += piece.size();
        return piece;
    }
    [[nodiscard]] QByteArray rest() { return take(m_bytes.size()); }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace zalo::fuzz

//! What a target does with one input (https://llvm.org/docs/LibFuzzer.html).
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
