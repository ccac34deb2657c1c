// SPDX-License-Identifier: GPL-3.0-or-later
// A value whose copies are one until one of them is changed: to keep what is closed costs no more
// than counting who keeps it. Copies may be read and let go of by any thread; each copy is one
// thread's.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace ingest::metrics {

template <class T>
class CopyOnWrite
{
public:
    CopyOnWrite() = default;
    ~CopyOnWrite() { letGo(); }
    CopyOnWrite(const CopyOnWrite &other) : m_shared(other.m_shared)
    {
        if (m_shared != nullptr)
            m_shared->owners.fetch_add(1, std::memory_order_relaxed);
    }
    CopyOnWrite(CopyOnWrite &&other) noexcept : m_shared(std::exchange(other.m_shared, nullptr)) {}
    CopyOnWrite &operator=(CopyOnWrite other) noexcept
    {
        std::swap(m_shared, other.m_shared);
        return *this;
    }

    [[nodiscard]] const T &get() const
    {
        static const T kNothing{};
        return m_shared == nullptr ? kNothing : m_shared->value;
    }
    // To be changed: what others have stays as it is.
    [[nodiscard]] T &own()
    {
        if (m_shared == nullptr)
            m_shared = new Shared;
        else if (!isAlone())
            *this = CopyOnWrite(new Shared{m_shared->value});
        return m_shared->value;
    }
    // To be set anew: what it is is not asked for.
    [[nodiscard]] T &renew()
    {
        if (m_shared == nullptr || !isAlone())
            *this = CopyOnWrite(new Shared);
        return m_shared->value;
    }

private:
    struct Shared
    {
        Shared() = default;
        explicit Shared(const T &given) : value(given) {}
        T value{};
        std::atomic<std::uint32_t> owners{1};
    };

    explicit CopyOnWrite(Shared *fresh) : m_shared(fresh) {}

    // What another read of it before letting go has been read.
    [[nodiscard]] bool isAlone() const
    {
        return m_shared->owners.load(std::memory_order_acquire) == 1;
    }
    void letGo()
    {
        if (m_shared != nullptr && m_shared->owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
            delete m_shared;
    }

    Shared *m_shared = nullptr; // null: T{}
};

} // namespace ingest::metrics
