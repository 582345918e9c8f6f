// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "desktopwatch.h"

#include <xcb/xcb.h>

#include <poll.h>

#include <algorithm>
#include <cstdlib>

namespace zalo::bench {
namespace {

constexpr qint64 DeadlineMs = 30'000;
constexpr int BetweenLooksMs = 1; // what the figures of painting are exact to
constexpr quint32 Ground = 0xff00ff; // no program's colour
constexpr quint32 ColourBits = 0xffffff;
constexpr quint16 LargeEdge = 300; // an icon's window is smaller

struct Free
{
    void operator()(void* reply) const { std::free(reply); }
};
template <typename T> using Reply = std::unique_ptr<T, Free>;

} // namespace

DesktopWatch::DesktopWatch()
    : m_connection(xcb_connect(nullptr, nullptr), &xcb_disconnect)
{
    if (!isConnected()) {
        return;
    }
    xcb_connection_t* x = m_connection.get();
    m_root = xcb_setup_roots_iterator(xcb_get_setup(x)).data->root;
    const char name[] = "_NET_WM_PID";
    const Reply<xcb_intern_atom_reply_t> atom(
        xcb_intern_atom_reply(x, xcb_intern_atom(x, 0, sizeof(name) - 1, name), nullptr));
    m_pidAtom = atom ? atom->atom : 0;
    const quint32 values[] = { Ground, XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY };
    xcb_change_window_attributes(x, m_root, XCB_CW_BACK_PIXEL | XCB_CW_EVENT_MASK, values);
    xcb_clear_area(x, 0, m_root, 0, 0, 0, 0);
    xcb_flush(x);
}

DesktopWatch::~DesktopWatch() = default;

bool DesktopWatch::isConnected() const
{
    return xcb_connection_has_error(m_connection.get()) == 0;
}

std::optional<double> DesktopWatch::untilDocked(QProcess& process)
{
    m_timer.start();
    process.start();
    if (adopted(process.processId(), Kind::Icon) == 0) {
        return {};
    }
    return double(m_timer.nsecsElapsed()) / 1e6;
}

std::optional<double> DesktopWatch::untilPainted(QProcess& process)
{
    m_timer.start();
    process.start();
    const quint32 window = adopted(process.processId(), Kind::Window);
    if (window == 0) {
        return {};
    }
    while (!isPainted(window)) {
        if (m_timer.elapsed() > DeadlineMs) {
            return {};
        }
        ::poll(nullptr, 0, BetweenLooksMs);
    }
    return double(m_timer.nsecsElapsed()) / 1e6;
}

quint32 DesktopWatch::adopted(qint64 pid, Kind kind)
{
    xcb_connection_t* x = m_connection.get();
    pollfd readable { xcb_get_file_descriptor(x), POLLIN, 0 };
    while (m_timer.elapsed() < DeadlineMs) {
        const Reply<xcb_generic_event_t> event(xcb_poll_for_event(x));
        if (!event) {
            ::poll(&readable, 1, int(DeadlineMs));
            continue;
        }
        if ((event->response_type & 0x7f) != XCB_REPARENT_NOTIFY) {
            continue;
        }
        const auto* taken = reinterpret_cast<const xcb_reparent_notify_event_t*>(event.get());
        if (taken->parent != m_root && processOf(taken->window) == pid
            && isLarge(taken->window) == (kind == Kind::Window)) {
            return taken->window;
        }
    }
    return 0;
}

bool DesktopWatch::isPainted(quint32 window) const
{
    xcb_connection_t* x = m_connection.get();
    const Reply<xcb_get_geometry_reply_t> shape(
        xcb_get_geometry_reply(x, xcb_get_geometry(x, window), nullptr));
    if (!shape) {
        return false;
    }
    for (const int quarter : { 1, 2, 3 }) {
        const auto y = qint16(shape->height * quarter / 4);
        // Refused while the window is not on the screen.
        const Reply<xcb_get_image_reply_t> line(xcb_get_image_reply(
            x,
            xcb_get_image(x, XCB_IMAGE_FORMAT_Z_PIXMAP, window, 0, y, shape->width, 1, ColourBits),
            nullptr));
        if (!line) {
            return false;
        }
        const auto* pixels = reinterpret_cast<const quint32*>(xcb_get_image_data(line.get()));
        if (std::any_of(pixels, pixels + shape->width,
                        [](quint32 pixel) { return (pixel & ColourBits) == Ground; })) {
            return false;
        }
    }
    return true;
}

qint64 DesktopWatch::processOf(quint32 window) const
{
    xcb_connection_t* x = m_connection.get();
    const Reply<xcb_get_property_reply_t> property(xcb_get_property_reply(
        x, xcb_get_property(x, 0, window, m_pidAtom, XCB_ATOM_CARDINAL, 0, 1), nullptr));
    return property && xcb_get_property_value_length(property.get()) == sizeof(quint32)
        ? *static_cast<const quint32*>(xcb_get_property_value(property.get()))
        : 0;
}

bool DesktopWatch::isLarge(quint32 window) const
{
    xcb_connection_t* x = m_connection.get();
    const Reply<xcb_get_geometry_reply_t> shape(
        xcb_get_geometry_reply(x, xcb_get_geometry(x, window), nullptr));
    return shape && shape->width >= LargeEdge && shape->height >= LargeEdge;
}

} // namespace zalo::bench
