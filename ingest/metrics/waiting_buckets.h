// SPDX-License-Identifier: GPL-3.0-or-later
// What arrived ahead of asOf, by bucket, until its second comes. Keeps its memory, so that a warm
// one allocates nothing. Owned by whoever counts distinct keys; not thread-safe.
#pragma once

#include "ingest/time.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace ingest::metrics {

template <class Item>
class WaitingBuckets
{
public:
    void add(Second at, const Item &item) { bucketAt(at).push_back(item); }

    // The same for an item that counts once however often it comes; left out where it is one of the
    // last few of its bucket already, as what one customer does at once is.
    void addOnce(Second at, const Item &item)
    {
        std::vector<Item> &items = bucketAt(at);
        const std::size_t few = std::min(items.size(), kLastFew);
        if (std::find(items.end() - static_cast<std::ptrdiff_t>(few), items.end(), item) ==
            items.end())
            append(items, item);
    }

    // Hands over what is due at asOf: visit(bucket, items), earliest bucket first, the items in the
    // order they came.
    template <class Visit>
    void release(Second asOf, Visit visit)
    {
        while (m_used > 0) {
            const auto used = m_buckets.begin() + static_cast<std::ptrdiff_t>(m_used);
            const auto first = std::min_element(
                m_buckets.begin(), used, [](const auto &a, const auto &b) { return a.at < b.at; });
            if (first->at > asOf)
                return;
            visit(first->at, std::as_const(first->items));
            first->items.clear();
            if (first->items.capacity() > kUsual) // room is kept for the usual, not for a flood
                first->items.shrink_to_fit();
            std::swap(*first, m_buckets[--m_used]);
        }
    }

    template <class Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t i = 0; i < m_used; ++i)
            for (const Item &item : m_buckets[i].items)
                visit(item);
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[buckets, used] = *this; // the rest is memory
        if constexpr (Archive::kReading)
            buckets.clear();
        else
            buckets.resize(used);
        state(buckets);
        used = buckets.size();
    }

private:
    static constexpr std::size_t kUsual = std::size_t{1} << 18;
    static constexpr std::size_t kLastFew = 8;

    struct Bucket
    {
        Second at{};
        std::vector<Item> items;
    };

    // Out of line: most comes again at once, and its bucket is there.
    [[gnu::noinline]] static void append(std::vector<Item> &items, const Item &item)
    {
        items.push_back(item);
    }

    // Few: nothing waits longer than ten seconds.
    std::vector<Item> &bucketAt(Second at)
    {
        for (std::size_t i = 0; i < m_used; ++i)
            if (m_buckets[i].at == at)
                return m_buckets[i].items;
        return newBucket(at);
    }
    [[gnu::noinline]] std::vector<Item> &newBucket(Second at)
    {
        if (m_used == m_buckets.size())
            m_buckets.emplace_back();
        m_buckets[m_used].at = at;
        return m_buckets[m_used++].items;
    }

    std::vector<Bucket> m_buckets; // the first m_used hold something
    std::size_t m_used = 0;
};

} // namespace ingest::metrics
