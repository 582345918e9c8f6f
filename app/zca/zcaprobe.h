// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/policy.h"
#include "zca/zcaprogram.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

namespace zalo {

//! Asks a program who it is and what it can do: `--version`, then the help texts. The answer is
//! kept in a small file, by path, size and times of the program, so that a start costs no
//! processes.
class ZcaProbe : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(Result<ZcaProgram>)>;

    //! `cacheFolder` holds zca-program.json. `workFolder` is a private folder of ours.
    ZcaProbe(QString cacheFolder, QString workFolder, const Policy& policy,
             QObject* parent = nullptr);

    //! Probes the program at `path`. `done` is called once, later, unless `context` dies before.
    //! ZcaMissing, ZcaNotExecutable, ZcaBroken: it cannot be run, or does not answer in time.
    //! ZcaUsage: it does, but not as any zca that is known. MachineFull: it could not be asked just
    //! now.
    void probe(const QString& path, QObject* context, Callback done);

private:
    QString m_cacheFolder;
    QString m_workFolder;
    Policy m_policy;
};

} // namespace zalo
