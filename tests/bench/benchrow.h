// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace zalo::bench {

//! One row of `./dev bench`. See tests/bench/README.md for its fields.
struct BenchRow
{
    QString name;
    QString unit;
    double value = 0;
    std::optional<double> compared; //!< the same, measured on what it stands beside
    std::optional<double> goal; //!< the most that value / compared should be
    std::optional<double> limit; //!< the most that the value should be; else compared × goal
    qsizetype n = 0;
    double spread = 0;
    std::optional<double> cpu; //!< seconds, of all samples together

    //! One JSON line on standard output.
    void print() const;
};

//! The value below which `part` (0…1) of the samples lie. Samples need no order.
[[nodiscard]] double quantile(QList<double> samples, double part);

//! How far apart the samples lie: (p90 − p10) / median.
[[nodiscard]] double spread(const QList<double>& samples);

} // namespace zalo::bench
