// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"
#include "core/worker.h"
#include "fetch/fetchpolicy.h"
#include "fetch/filefetcher.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace zalo {

class Transfer;
struct Curl;

//! The guarded fetcher: GET by https, from hosts of a list, at public addresses only. The address
//! that was looked at is the one that is connected to, so a name that resolves anew gains nothing.
//! Each redirect is checked like the first address; sizes and times (Timing::fetch…) are bounded;
//! no cookies, no credentials, no decoding. Proxies of the environment are not used.
//!
//! A few at a time, on a thread of its own that rests while nothing is under way.
class HttpsFetcher : public FileFetcher
{
public:
    HttpsFetcher(FetchPolicy policy, const Timing& timing);
    ~HttpsFetcher() override;
    Q_DISABLE_COPY_MOVE(HttpsFetcher)

    void fetch(const FetchRequest& request, QObject* context, Callback<Fetched> done) override;

private:
    using Active = std::vector<std::unique_ptr<Transfer>>;
    struct Wish
    {
        quint64 id = 0;
        FetchRequest request;
    };
    struct Cleanup
    {
        const Curl* curl;
        void operator()(void* multi) const;
    };
    using Multi = std::unique_ptr<void, Cleanup>; //!< a CURLM

    void run();
    void wakeUp();
    [[nodiscard]] Result<void> load();
    void refuseAll(const Error& error);
    void admit(Active& active);
    void collect(Active& active);
    void breakOffStalled(Active& active);
    void end(Active& active, Transfer* transfer, Result<Fetched> result);
    void answer(quint64 id, Result<Fetched> result);
    [[nodiscard]] bool isOver(const Active& active);

    const FetchPolicy m_policy;
    const Timing m_timing;
    QHash<quint64, Callback<Fetched>> m_asked;
    quint64 m_lastId = 0;
    std::unique_ptr<const Curl> m_curl; //!< the worker's; none before the first file
    std::mutex m_mutex; //!< for the four below
    Multi m_multi;
    std::deque<Wish> m_wishes;
    bool m_isRunning = false;
    bool m_isEnding = false;
    QObject m_answers; //!< in the thread of whoever asks
    Worker m_worker;
};

} // namespace zalo
