// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "zca/zcalocator.h"
#include "zca/zcaprobe.h"

#include <QObject>
#include <QTimer>

namespace zalo {

//! The zca that is used: found, asked what it can do, and looked for again while it is missing.
class ZcaTool : public QObject
{
    Q_OBJECT

public:
    //! Both folders are private folders of ours.
    ZcaTool(ZcaSearch search, const QString& cacheFolder, const QString& workFolder,
            const Policy& policy, QObject* parent = nullptr);

    //! The path to take instead of looking for one; empty: look. A find() that ran follows it.
    void setZcaPath(const QString& path);

    //! Looks for the program; changed() follows where the answer is another one.
    void find();

    //! The program, or why there is none. ZcaMissing before the first find().
    [[nodiscard]] const Result<ZcaProgram>& program() const { return m_program; }
    //! True once find() has answered.
    [[nodiscard]] bool isKnown() const { return m_known; }

signals:
    void changed();

private:
    void use(const Result<ZcaProgram>& program);

    ZcaSearch m_search;
    ZcaProbe m_probe;
    QTimer m_again;
    Result<ZcaProgram> m_program;
    bool m_known = false; //!< find() has answered once
    bool m_probing = false;
    bool m_findAgain = false; //!< find() was called meanwhile
};

} // namespace zalo
