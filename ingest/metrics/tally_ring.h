// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities by key over event time, sparse: 1 s slices for a little over 1 h, 1 min slices for a
// little over 24 h, and running windows that are exact at every whole second, whatever the order of
// arrival. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/late_tallies.h"
#include "ingest/metrics/tally_slice.h"
#include "ingest/metrics/tally_table.h"
#include "ingest/metrics/window_edges.h"

#include <array>
#include <span>
#include <vector>

namespace ingest::metrics {

// `Windows` keeps the running content of every window. It names its Quantity, and OpenTallies, what
// a bucket is added up in until it closes, and offers
//   void enter(Window, const Tally<Quantity> &);  and  void leave(Window, const Tally<Quantity> &);
// Where it offers  groupOf(key),  minutes are kept by group.
template <class Windows>
class TallyRing
{
public:
    using Quantity = typename Windows::Quantity;

    TallyRing() : m_seconds(kSecondSlots), m_minutes(kMinuteSlots) {}

    // `bucket` lies less than 900 s after asOf(). What is after asOf() waits in its bucket.
    void add(Second bucket, std::uint32_t key, const Quantity &quantity)
    {
        if (bucket > m_asOf)
            openTable(bucket).add(key, quantity);
        else if (!m_late.add(bucket, key, quantity))
            revise(bucket, std::array{Tally<Quantity>{key, quantity}});
    }

    // Moves asOf(); the buckets in between close. The first call only sets it.
    void advanceTo(Second asOf)
    {
        settle();
        if (!m_started) {
            m_started = true;
            m_asOf = asOf;
        }
        if (asOf - m_asOf > kForgetGap)
            forgetTo(asOf);
        while (m_asOf < asOf)
            close(m_asOf + Seconds{1});
    }

    [[nodiscard]] Second asOf() const { return m_asOf; }
    [[nodiscard]] Windows &windows()
    {
        settle();
        return m_windows;
    }
    [[nodiscard]] const Windows &windows() const
    {
        settle();
        return m_windows;
    }

    // Calls visit(bucket, tallies) for the closed slices that make up (from, to]: 1 s slices where
    // `from` lies in the last 61 minutes, else 1 min slices, named by their ends; both ends are
    // whole minutes then, or `to` is asOf.
    template <class Visit>
    void forEachSlice(Second from, Second to, Visit visit) const
    {
        settle();
        const Second last = std::min(to, m_asOf);
        if (m_asOf - from <= kSecondsKept) {
            for (Second at = from + Seconds{1}; at <= last; at += Seconds{1})
                visit(at, m_seconds[secondSlot(at)].tallies());
            return;
        }
        for (Second at = minuteOf(from + Seconds{1}); at <= minuteOf(last); at += kMinute)
            visit(at, at == minuteOf(m_asOf) ? m_openMinute.tallies()
                                             : m_minutes[minuteSlot(at)].tallies());
    }

    // Calls visit(tally) for what has come of the second after asOf().
    template <class Visit>
    void forEachOpen(Visit visit) const
    {
        for (const OpenSecond &open : m_open)
            if (open.used && open.bucket == m_asOf + Seconds{1})
                std::ranges::for_each(open.table.tallies(), visit);
    }

    // Calls visit(tallies, ordered) for as few slices as make up (from, asOf], whole minutes where
    // it can; `from` as above. The first `ordered` tallies are by ascending group.
    template <class Visit>
    void forEachPart(Second from, Visit visit) const
    {
        settle();
        const Second open = minuteOf(m_asOf) - kMinute;
        const Second whole = minuteOf(from);
        for (Second at = from + Seconds{1}; at <= (whole > open ? m_asOf : whole); at += Seconds{1})
            visit(m_seconds[secondSlot(at)].tallies(), std::size_t{0});
        if (whole > open)
            return;
        for (Second at = whole + kMinute; at <= open; at += kMinute) {
            const TallySlice<Quantity> &slice = m_minutes[minuteSlot(at)];
            visit(slice.tallies(), slice.ordered());
        }
        visit(m_openMinute.tallies(), std::size_t{0});
    }

    // Calls visit(tallies) for as few slices as make up (from, to]; bounds as for forEachSlice().
    template <class Visit>
    void forEachSum(Second from, Second to, Visit visit) const
    {
        if (to >= m_asOf)
            forEachPart(from, [&](const auto &tallies, std::size_t) { visit(tallies); });
        else
            forEachSlice(from, to, [&](Second, const auto &tallies) { visit(tallies); });
    }

    // All of it, both ways; see StateWriter. Keys are below `keys`.
    template <class Archive>
    void archive(Archive &state, std::size_t keys)
    {
        settle();
        auto &[started, asOf, seconds, minutes, openMinute, open, windows, late] = *this;
        state(started, asOf, windows);
        state.fixedLater(seconds);
        state.fixedLater(minutes);
        std::erase_if(open, [](const OpenSecond &each) { return !each.used; }); // memory
        state(openMinute, open);
        if constexpr (Archive::kReading)
            if (state.require(hasKeysBelow(keys), "a key nobody has named") &&
                state.require(isKeptAlone(), "what is older than is kept"))
                fillWindows();
    }

private:
    static constexpr Seconds kSecondsKept{3660};
    // The day's window begins at a whole minute, the first point of its chart up to 5 min before.
    static constexpr Seconds kMinutesKept{24 * 3600 + 600};
    static constexpr std::size_t kSecondSlots = 4096;
    static constexpr std::size_t kMinuteSlots = 2048;

    struct OpenSecond
    {
        Second bucket{};
        bool used = false;
        typename Windows::OpenTallies table;
    };

    static std::size_t secondSlot(Second bucket)
    {
        return static_cast<std::size_t>(bucket.time_since_epoch().count()) & (kSecondSlots - 1);
    }
    static std::size_t minuteSlot(Second end)
    {
        return static_cast<std::size_t>(end.time_since_epoch() / kMinute) & (kMinuteSlots - 1);
    }

    typename Windows::OpenTallies &openTable(Second bucket)
    {
        OpenSecond *free = nullptr;
        for (OpenSecond &open : m_open) {
            if (open.used && open.bucket == bucket)
                return open.table;
            if (!open.used)
                free = &open;
        }
        if (free == nullptr)
            free = &m_open.emplace_back();
        free->bucket = bucket;
        free->used = true;
        return free->table;
    }

    // What came late is entered when somebody looks: that it waited never shows.
    void settle() const
    {
        if (!m_late.empty())
            m_late.release([this](Second bucket, const auto &tallies) { revise(bucket, tallies); });
    }

    void revise(Second bucket, std::span<const Tally<Quantity>> tallies) const
    {
        for (const Window window : kWindows)
            if (bucket > windowStart(window, m_asOf))
                for (const Tally<Quantity> &tally : tallies)
                    m_windows.enter(window, tally);
        const auto addTo = [&tallies](auto &slice) {
            for (const Tally<Quantity> &tally : tallies)
                slice.add(tally.key, tally.quantity);
        };
        if (bucket > m_asOf - kSecondsKept)
            addTo(m_seconds[secondSlot(bucket)]);
        const Second minute = minuteOf(bucket);
        if (minute == minuteOf(m_asOf))
            addTo(m_openMinute);
        else if (minute > m_asOf - kMinutesKept)
            addTo(m_minutes[minuteSlot(minute)]);
    }

    void close(Second at)
    {
        if (minuteOf(at) != minuteOf(m_asOf)) {
            TallySlice<Quantity> &minute = m_minutes[minuteSlot(minuteOf(m_asOf))];
            if constexpr (requires { Windows::groupOf(0u); })
                minute.assignGrouped(m_openMinute.tallies(), &Windows::groupOf);
            else
                minute.assign(m_openMinute.tallies());
            m_openMinute.clear();
        }
        for (OpenSecond &open : m_open)
            if (open.used && open.bucket == at)
                fill(open);
        for (const Window window : kSecondWindows)
            leave(window, m_seconds[secondSlot(at - spanOf(window))]);
        if (at == minuteOf(at))
            leave(Window::oneDay, m_minutes[minuteSlot(at - spanOf(Window::oneDay))]);
        m_seconds[secondSlot(at - kSecondsKept)].release();
        if (at == minuteOf(at))
            m_minutes[minuteSlot(at - kMinutesKept)].release();
        m_asOf = at;
    }

    void fill(OpenSecond &open)
    {
        m_seconds[secondSlot(open.bucket)].assign(open.table.tallies());
        for (const Tally<Quantity> &tally : open.table.tallies()) {
            for (const Window window : kWindows)
                m_windows.enter(window, tally);
            m_openMinute.add(tally.key, tally.quantity);
        }
        open.table.clear();
        open.used = false;
    }

    void leave(Window window, const TallySlice<Quantity> &slice)
    {
        for (const Tally<Quantity> &tally : slice.tallies())
            m_windows.leave(window, tally);
    }

    // Nothing of today is in any window then; only the totals stay.
    void forgetTo(Second asOf)
    {
        const Second empty = m_asOf + Seconds{900};
        while (m_asOf < empty)
            close(m_asOf + Seconds{1});
        for (std::size_t i = 0; i < kSecondSlots; ++i) {
            for (const Window window : kSecondWindows)
                if (const Second at = secondIn(i); at > windowStart(window, m_asOf))
                    leave(window, m_seconds[i]);
            m_seconds[i].release();
        }
        forgetMinutes();
        m_asOf = asOf;
    }

    void forgetMinutes()
    {
        for (const Tally<Quantity> &tally : m_openMinute.tallies())
            m_windows.leave(Window::oneDay, tally);
        m_openMinute.clear();
        const Second start = windowStart(Window::oneDay, m_asOf);
        for (Second at = minuteOf(m_asOf) - kMinute; at > start; at -= kMinute)
            leave(Window::oneDay, m_minutes[minuteSlot(at)]);
        for (TallySlice<Quantity> &slice : m_minutes)
            slice.release();
    }

    // Of what has closed, those the totals know; of what waits, below `keys`.
    [[nodiscard]] bool hasKeysBelow(std::size_t keys) const
    {
        const auto areBelow = [](const auto &tallies, std::size_t end) {
            return std::ranges::all_of(tallies, [end](const auto &each) { return each.key < end; });
        };
        const std::size_t known = m_windows.keys();
        const auto isBelow = [&](const auto &slice) { return areBelow(slice.tallies(), known); };
        return known <= keys && isBelow(m_openMinute) && std::ranges::all_of(m_seconds, isBelow) &&
               std::ranges::all_of(m_minutes, isBelow) &&
               std::ranges::all_of(m_open, [&](const OpenSecond &open) {
                   return areBelow(open.table.tallies(), keys);
               });
    }

    // What no window will let go of again would be let go of all the same.
    [[nodiscard]] bool isKeptAlone() const
    {
        for (std::size_t i = 0; i < kSecondSlots; ++i)
            if (secondIn(i) <= m_asOf - kSecondsKept && !m_seconds[i].tallies().empty())
                return false;
        const std::size_t open = minuteSlot(minuteOf(m_asOf));
        for (std::size_t i = 0; i < kMinuteSlots; ++i)
            if (((open - i) & (kMinuteSlots - 1)) > kMinutesKept / kMinute &&
                !m_minutes[i].tallies().empty())
                return false;
        return true;
    }

    // Every window but `all` is what its slices add up to.
    void fillWindows()
    {
        for (Second at = m_asOf - spanOf(Window::oneHour) + Seconds{1}; at <= m_asOf;
             at += Seconds{1})
            for (const Window window : kSecondWindows)
                if (at > windowStart(window, m_asOf))
                    enter(window, m_seconds[secondSlot(at)].tallies());
        enter(Window::oneDay, m_openMinute.tallies());
        const Second start = windowStart(Window::oneDay, m_asOf);
        for (Second at = minuteOf(m_asOf) - kMinute; at > start; at -= kMinute)
            enter(Window::oneDay, m_minutes[minuteSlot(at)].tallies());
    }

    void enter(Window window, std::span<const Tally<Quantity>> tallies)
    {
        for (const Tally<Quantity> &tally : tallies)
            m_windows.enter(window, tally);
    }

    // The bucket that slot `i` holds, of those kept at m_asOf.
    [[nodiscard]] Second secondIn(std::size_t i) const
    {
        const std::size_t age = (secondSlot(m_asOf) - i) & (kSecondSlots - 1);
        return m_asOf - Seconds{static_cast<Seconds::rep>(age)};
    }

    bool m_started = false;
    Second m_asOf{};
    // Mutable: see settle().
    mutable std::vector<TallySlice<Quantity>> m_seconds;
    mutable std::vector<TallySlice<Quantity>> m_minutes; // of whole minutes
    mutable TallyTable<Quantity> m_openMinute; // of the minute that holds asOf, as far as closed
    std::vector<OpenSecond> m_open;
    mutable Windows m_windows;
    mutable LateTallies<Quantity> m_late; // none in a state
};

} // namespace ingest::metrics
