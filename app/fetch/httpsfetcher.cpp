// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fetch/httpsfetcher.h"

#include "fetch/curl.h"
#include "fetch/transfer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr size_t MaxTransfers = 8; // at once
constexpr int LongestPoll = 1'000; // ms; curl has times of its own

//! Milliseconds.
int untilOneStalls(const std::vector<std::unique_ptr<Transfer>>& active)
{
    auto first = Transfer::Clock::now() + std::chrono::milliseconds(LongestPoll);
    for (const auto& transfer : active) {
        first = std::min(first, transfer->stallsAt());
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Transfer::Clock::now());
    return std::max(0, int(left.count()));
}

} // namespace

HttpsFetcher::HttpsFetcher(FetchPolicy policy, const Timing& timing)
    : m_policy(std::move(policy)),
      m_timing(timing),
      m_multi(nullptr, { nullptr }),
      m_worker(u"fetch"_s)
{ }

HttpsFetcher::~HttpsFetcher()
{
    const std::lock_guard lock(m_mutex);
    m_isEnding = true;
    wakeUp();
}

//! Where it is not loaded yet, nobody waits in it either. The mutex is held.
void HttpsFetcher::wakeUp()
{
    if (m_multi) {
        m_curl->multiWakeup(m_multi.get());
    }
}

void HttpsFetcher::Cleanup::operator()(void* multi) const
{
    curl->multiCleanup(multi);
}

void HttpsFetcher::fetch(const FetchRequest& request, QObject* context, Callback<Fetched> done)
{
    const quint64 id = ++m_lastId;
    m_asked.insert(id, boundTo<Fetched>(context, std::move(done)));
    const std::lock_guard lock(m_mutex);
    m_wishes.push_back({ id, request });
    if (!std::exchange(m_isRunning, true)) {
        m_worker.post([this] { run(); });
    } else {
        wakeUp();
    }
}

//! On the worker.
Result<void> HttpsFetcher::load()
{
    if (m_curl) {
        return {};
    }
    const Result<Curl> curl = Curl::load();
    if (!curl) {
        return tl::unexpected(curl.error());
    }
    auto loaded = std::make_unique<const Curl>(*curl);
    Multi multi(loaded->multiInit(), { loaded.get() });
    if (!multi) {
        return failure(ErrorKind::DownloadFailed, u"curl"_s);
    }
    const std::lock_guard lock(m_mutex);
    m_curl = std::move(loaded);
    m_multi = std::move(multi);
    return {};
}

void HttpsFetcher::refuseAll(const Error& error)
{
    std::deque<Wish> wishes;
    {
        const std::lock_guard lock(m_mutex);
        wishes.swap(m_wishes);
        m_isRunning = false;
    }
    for (const Wish& wish : wishes) {
        answer(wish.id, tl::unexpected(error));
    }
}

//! On the worker, until nothing is left to be fetched.
void HttpsFetcher::run()
{
    if (const Result<void> ready = load(); !ready) {
        refuseAll(ready.error());
        return;
    }
    Active active;
    do {
        admit(active);
        int running = 0;
        m_curl->multiPerform(m_multi.get(), &running);
        collect(active);
        breakOffStalled(active);
        if (!active.empty()) {
            m_curl->multiPoll(m_multi.get(), nullptr, 0, untilOneStalls(active), nullptr);
        }
    } while (!isOver(active));
    for (const auto& transfer : active) {
        m_curl->multiRemoveHandle(m_multi.get(), transfer->easy());
    }
}

void HttpsFetcher::admit(Active& active)
{
    while (active.size() < MaxTransfers) {
        std::unique_ptr<Transfer> next;
        {
            const std::lock_guard lock(m_mutex);
            if (m_wishes.empty() || m_isEnding) {
                return;
            }
            next = std::make_unique<Transfer>(m_wishes.front().id, m_wishes.front().request,
                                              *m_curl, m_policy, m_timing);
            m_wishes.pop_front();
        }
        if (const Result<void> ready = next->prepare(); !ready) {
            answer(next->id(), tl::unexpected(ready.error()));
            continue;
        }
        m_curl->multiAddHandle(m_multi.get(), next->easy());
        active.push_back(std::move(next));
    }
}

//! Answers for the requests that ended, and goes on with those that were redirected.
void HttpsFetcher::collect(Active& active)
{
    int left = 0;
    while (const CURLMsg* message = m_curl->multiInfoRead(m_multi.get(), &left)) {
        Transfer* transfer = nullptr;
        m_curl->easyGetinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        const CURLcode code = message->data.result; // the message goes with its handle
        m_curl->multiRemoveHandle(m_multi.get(), transfer->easy());
        if (std::optional<Result<Fetched>> result = transfer->finished(code)) {
            end(active, transfer, std::move(*result));
        } else {
            m_curl->multiAddHandle(m_multi.get(), transfer->easy());
        }
    }
}

void HttpsFetcher::breakOffStalled(Active& active)
{
    const auto now = Transfer::Clock::now();
    const auto stalled = [now](const auto& transfer) { return transfer->stallsAt() <= now; };
    for (auto it = active.begin();
         (it = std::find_if(active.begin(), active.end(), stalled)) != active.end();) {
        m_curl->multiRemoveHandle(m_multi.get(), (*it)->easy());
        end(active, it->get(), failure(ErrorKind::TimedOut, u"download"_s));
    }
}

void HttpsFetcher::end(Active& active, Transfer* transfer, Result<Fetched> result)
{
    const quint64 id = transfer->id();
    // An unfinished file goes with it, before anybody is told.
    std::erase_if(active, [transfer](const auto& one) { return one.get() == transfer; });
    answer(id, std::move(result));
}

void HttpsFetcher::answer(quint64 id, Result<Fetched> result)
{
    QMetaObject::invokeMethod(
        &m_answers,
        [this, id, result = std::move(result)] {
            if (const Callback<Fetched> done = m_asked.take(id)) {
                done(result);
            }
        },
        Qt::QueuedConnection);
}

bool HttpsFetcher::isOver(const Active& active)
{
    const std::lock_guard lock(m_mutex);
    if (active.empty() && m_wishes.empty()) {
        m_isRunning = false;
    }
    return m_isEnding || !m_isRunning;
}

} // namespace zalo
