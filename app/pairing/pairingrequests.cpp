// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "pairing/pairingrequests.h"

#include "core/logging.h"
#include "pairing/pairingport.h"

#include <QSet>

#include <algorithm>

namespace zalo {

PairingRequests::PairingRequests(PairingPort& port, const Timing& timing, Clock clock,
                                 QObject* parent)
    : QObject(parent),
      m_port(port),
      m_timing(timing),
      m_clock(std::move(clock))
{
    m_tick.setInterval(timing.pairingRefresh);
    connect(&m_tick, &QTimer::timeout, this, &PairingRequests::onTick);
    connect(&port, &PairingPort::changed, this, &PairingRequests::ask);
    connect(&port, &PairingPort::gone, this, &PairingRequests::onGone);
}

void PairingRequests::approve(const QString& requestId, QObject* context, Callback<void> done)
{
    answer(requestId, PairingStep::Approving, &PairingPort::approve,
           boundTo(context, std::move(done)));
}

void PairingRequests::dismiss(const QString& requestId, QObject* context, Callback<void> done)
{
    answer(requestId, PairingStep::Dismissing, &PairingPort::dismiss,
           boundTo(context, std::move(done)));
}

void PairingRequests::answer(const QString& requestId, PairingStep step, Ask ask,
                             Callback<void> done)
{
    PairingRequest* request = find(requestId);
    if (!request) {
        done(failure(ErrorKind::PairingGone));
        return;
    }
    if (request->step != PairingStep::Waiting) {
        done(failure(ErrorKind::PairingUnderWay));
        return;
    }
    if (!request->isGatewayConnected) {
        done(failure(ErrorKind::GatewayAway));
        return;
    }
    request->step = step;
    const PairingRequest asked = *request;
    emit changed();
    (m_port.*ask)(asked, this, [this, asked, done = std::move(done)](const Result<void>& result) {
        onAnswered(asked, result);
        done(result);
    });
}

void PairingRequests::onAnswered(const PairingRequest& request, const Result<void>& result)
{
    QList<PairingRequest> left = m_requests;
    if (result || result.error().kind == ErrorKind::PairingGone) {
        left.removeIf(
            [&](const PairingRequest& one) { return one.requestId == request.requestId; });
    }
    for (PairingRequest& one : left) {
        if (one.requestId == request.requestId) {
            one.step = PairingStep::Waiting;
        }
    }
    if (result && request.step == PairingStep::Approving) {
        m_approvedMs.insert({ request.profile, request.senderId }, m_clock.nowMs());
    }
    set(std::move(left));
    // Whatever was said, only the Gateway knows what is so now.
    if (m_listings.contains(request.gatewayId)) {
        ask(request.gatewayId);
    }
}

void PairingRequests::ask(const QString& gatewayId)
{
    const auto [entry, isNew] = m_listings.try_emplace(gatewayId, m_timing.pairingRetry);
    Listing& listing = entry->second;
    if (isNew) {
        listing.retry.setSingleShot(true);
        connect(&listing.retry, &QTimer::timeout, this, [this, gatewayId] { ask(gatewayId); });
    }
    listing.retry.stop();
    if (listing.isUnderWay) {
        listing.isStale = true;
        return;
    }
    listing.isUnderWay = true;
    m_port.list(gatewayId, this, [this, gatewayId](const Result<QList<PairingRequest>>& listed) {
        onListed(gatewayId, listed);
    });
}

void PairingRequests::onListed(const QString& gatewayId,
                               const Result<QList<PairingRequest>>& listed)
{
    const auto found = m_listings.find(gatewayId);
    if (found == m_listings.end()) {
        return; // forgotten meanwhile
    }
    Listing& listing = found->second;
    listing.isUnderWay = false;
    if (std::exchange(listing.isStale, false)) {
        ask(gatewayId);
        return;
    }
    if (listed) {
        listing.pause.reset();
        adopt(gatewayId, *listed);
        return;
    }
    switch (listed.error().kind) {
    case ErrorKind::GatewayAway:
        break; // it is asked when it comes
    case ErrorKind::PluginLacks:
        adopt(gatewayId, {});
        break;
    default:
        qCInfo(lcBridge).noquote() << "the pairing requests of" << gatewayId
                                   << "could not be listed:" << errorKindName(listed.error().kind);
        listing.retry.start(listing.pause.next());
        break;
    }
}

//! Takes what the Gateway says in the place of what it said before.
void PairingRequests::adopt(const QString& gatewayId, QList<PairingRequest> listed)
{
    QSet<QString> known; //!< ids that another one's list has, or that stay
    QList<PairingRequest> next;
    for (const PairingRequest& old : std::as_const(m_requests)) {
        const auto same =
            std::find_if(listed.begin(), listed.end(),
                         [&](const PairingRequest& one) { return one.requestId == old.requestId; });
        if (old.gatewayId != gatewayId) {
            next << old;
            known << old.requestId;
        } else if (same != listed.end()) {
            same->step = old.step;
            if (same->createdAtMs == 0) {
                same->createdAtMs = old.createdAtMs;
            }
        } else if (old.step != PairingStep::Waiting) {
            next << old; // done there perhaps, and its answer is on the way
        }
    }
    for (PairingRequest& request : listed) {
        if (request.createdAtMs == 0) {
            request.createdAtMs = m_clock.nowMs();
        }
        if (!known.contains(request.requestId)) {
            known << request.requestId;
            next << request;
        }
    }
    next.removeIf([this](const PairingRequest& request) { return isExpired(request); });
    set(std::move(next));
}

void PairingRequests::forget(const QString& gatewayId)
{
    m_listings.erase(gatewayId);
    QList<PairingRequest> left = m_requests;
    left.removeIf([&](const PairingRequest& one) { return one.gatewayId == gatewayId; });
    set(std::move(left));
}

void PairingRequests::onGone(const QString& gatewayId)
{
    const auto listing = m_listings.find(gatewayId);
    if (listing != m_listings.end()) {
        listing->second.retry.stop();
        listing->second.isStale = false;
    }
    QList<PairingRequest> marked = m_requests;
    for (PairingRequest& request : marked) {
        if (request.gatewayId == gatewayId) {
            request.isGatewayConnected = false;
        }
    }
    set(std::move(marked));
}

void PairingRequests::onTick()
{
    QList<PairingRequest> left = m_requests;
    left.removeIf([this](const PairingRequest& request) { return isExpired(request); });
    set(std::move(left));
    QSet<QString> gateways;
    for (const PairingRequest& request : std::as_const(m_requests)) {
        if (request.isGatewayConnected) {
            gateways << request.gatewayId;
        }
    }
    for (const QString& gatewayId : std::as_const(gateways)) {
        if (!m_listings.at(gatewayId).isUnderWay) {
            ask(gatewayId);
        }
    }
}

PairingRequest* PairingRequests::find(const QString& requestId)
{
    const auto found =
        std::find_if(m_requests.begin(), m_requests.end(),
                     [&](const PairingRequest& request) { return request.requestId == requestId; });
    return found == m_requests.end() ? nullptr : &*found;
}

//! One that the Gateway is answering just now is its matter.
bool PairingRequests::isExpired(const PairingRequest& request) const
{
    return request.step == PairingStep::Waiting
        && request.createdAtMs + m_timing.pairingLife.count() <= m_clock.nowMs();
}

void PairingRequests::set(QList<PairingRequest> requests)
{
    std::stable_sort(requests.begin(), requests.end(),
                     [](const PairingRequest& a, const PairingRequest& b) {
                         return a.createdAtMs < b.createdAtMs;
                     });
    if (requests.isEmpty()) {
        m_tick.stop();
    } else if (!m_tick.isActive()) {
        m_tick.start();
    }
    if (requests != m_requests) {
        m_requests = std::move(requests);
        emit changed();
    }
}

} // namespace zalo
