// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <random>

namespace zalo::fuzz {

//! Broken inputs made of good ones: the same ones at each run.
class Mutations
{
public:
    //! `corpus` has at least one.
    explicit Mutations(QList<QByteArray> corpus);

    [[nodiscard]] QByteArray next();

private:
    [[nodiscard]] qsizetype below(qsizetype bound);
    [[nodiscard]] QByteArray pieceOf(const QByteArray& bytes);
    void change(QByteArray& bytes);

    QList<QByteArray> m_corpus;
    std::mt19937_64 m_random { 1 };
};

} // namespace zalo::fuzz
