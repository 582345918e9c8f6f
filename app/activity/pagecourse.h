// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

namespace zalo {

//! How far a list has come that is read page by page, and read again when something changed: one
//! reading at a time, and never more often than a view needs.
class PageCourse : public QObject
{
    Q_OBJECT

public:
    explicit PageCourse(QObject* parent = nullptr);

    //! Whether there is more to read, and nothing is being read.
    [[nodiscard]] bool canRead() const { return !m_isAtEnd && !m_isReading; }
    [[nodiscard]] bool isReading() const { return m_isReading; }
    //! Where reading on begins; empty: at the newest.
    [[nodiscard]] const QString& cursor() const { return m_cursor; }
    //! The answer to a page that is asked for now counts only while isCurrent().
    [[nodiscard]] quint64 round() const { return m_round; }
    [[nodiscard]] bool isCurrent(quint64 round) const { return round == m_round; }

    //! Another list: what is being read of the old one does not count any more.
    void restart();
    //! There may be more than was found at the last end.
    void reopen() { m_isAtEnd = false; }
    //! A page is asked for.
    void begin();
    //! The reading is done; the next one begins at `cursor`, where it is not empty.
    void finish(const QString& cursor);
    //! A page did not come: it is not asked for again and again. The next change tries it anew.
    void fail(bool isRefresh);

    //! Something changed: refreshDue() follows soon, once nothing is being read, however often this
    //! is called.
    void refreshSoon();

signals:
    //! isReading() may have become another.
    void loadingChanged();
    void refreshDue();

private:
    void end();

    QString m_cursor;
    bool m_isAtEnd = false;
    bool m_isReading = false;
    bool m_isStale = false; //!< changed while it was being read
    quint64 m_round = 0; //!< a reading of an earlier list is told by it
    QTimer m_refresh;
};

} // namespace zalo
