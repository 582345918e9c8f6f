// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "benchrow.h"

#include <QStringList>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace zalo::bench {
namespace {

QString number(std::optional<double> value)
{
    return value ? QString::number(*value, 'g', 4) : u"null"_s;
}

} // namespace

void BenchRow::print() const
{
    const std::optional<double> ratio =
        compared && *compared > 0 ? std::optional(value / *compared) : std::nullopt;
    const std::optional<double> most = limit ? limit
        : compared && goal                   ? std::optional(*compared * *goal)
                                             : std::nullopt;
    QString met = u"null"_s;
    if (goal || limit) {
        const bool well = (!goal || (ratio && *ratio <= *goal)) && (!limit || value <= *limit);
        met = well ? u"true"_s : u"false"_s;
    }
    // By hand: the fields keep the order in which people read them.
    const QStringList fields { u"\"name\":\"%1\""_s.arg(name),
                               u"\"value\":%1"_s.arg(number(value)),
                               u"\"unit\":\"%1\""_s.arg(unit),
                               u"\"limit\":%1"_s.arg(number(most)),
                               u"\"ratio\":%1"_s.arg(number(ratio)),
                               u"\"goal\":%1"_s.arg(number(goal)),
                               u"\"met\":%1"_s.arg(met),
                               u"\"n\":%1"_s.arg(n),
                               u"\"spread\":%1"_s.arg(number(spread)),
                               u"\"cpu\":%1"_s.arg(number(cpu)) };
    QTextStream(stdout) << u'{' << fields.join(u',') << u'}' << u'\n';
}

double quantile(QList<double> samples, double part)
{
    if (samples.isEmpty()) {
        return 0;
    }
    std::sort(samples.begin(), samples.end());
    return samples[qsizetype(std::lround(part * double(samples.size() - 1)))];
}

double spread(const QList<double>& samples)
{
    const double median = quantile(samples, 0.5);
    return median > 0 ? (quantile(samples, 0.9) - quantile(samples, 0.1)) / median : 0;
}

} // namespace zalo::bench
