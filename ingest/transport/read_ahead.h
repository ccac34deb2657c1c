// SPDX-License-Identifier: GPL-3.0-or-later
// A stream that a thread of its own reads ahead of whoever asks, so that unpacking and what is done
// with the bytes go side by side. Owned by one thread.
#pragma once

#include "ingest/transport/byte_stream.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace ingest::transport {

class ReadAhead final : public ByteStream
{
public:
    explicit ReadAhead(std::unique_ptr<ByteStream> stream)
        : m_stream(std::move(stream)), m_thread([this] { run(); })
    {
    }
    ~ReadAhead() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_wake.notify_one();
        if (m_thread.joinable())
            m_thread.join();
    }

    // At the end of a file that grows, what was added meanwhile is read as it is asked for.
    std::size_t read(char *into, std::size_t most) override
    {
        if (!hasBytes())
            return readItself(into, most);
        const std::size_t count = std::min(most, m_block.size() - m_taken);
        std::memcpy(into, m_block.data() + m_taken, count);
        m_taken += count;
        return count;
    }

    // What the thread has read is given out where it lies.
    std::string_view next(std::string &room) override
    {
        if (!hasBytes())
            return ByteStream::next(room);
        return std::string_view(m_block).substr(std::exchange(m_taken, m_block.size()));
    }

private:
    static constexpr std::size_t kMostBlocks = 4;

    // False where the thread has come to the end.
    bool hasBytes()
    {
        if (m_taken == m_block.size() && m_thread.joinable() && !takeBlock())
            m_thread.join(); // it may have come to the end long ago
        return m_taken < m_block.size();
    }

    std::size_t readItself(char *into, std::size_t most)
    {
        const std::size_t count = m_stream->read(into, most);
        m_problem = m_stream->problem();
        return count;
    }

    // False at the end.
    bool takeBlock()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return !m_ready.empty() || m_ended; });
        if (m_ready.empty())
            return false;
        m_spare = std::exchange(m_block, std::move(m_ready.front()));
        m_ready.pop_front();
        m_taken = 0;
        lock.unlock();
        m_wake.notify_one();
        return true;
    }

    void run()
    {
        std::string block;
        for (bool goesOn = true; goesOn;) {
            block.resize(kBlockBytes);
            block.resize(m_stream->read(block.data(), block.size()));
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_ready.size() < kMostBlocks || m_stop; });
                goesOn = !m_stop && !block.empty();
                m_ended = !goesOn;
                if (goesOn) {
                    m_ready.push_back(std::move(block));
                    block = std::move(m_spare);
                }
            }
            m_wake.notify_one();
        }
    }

    std::unique_ptr<ByteStream> m_stream; // the thread's until it has ended
    std::string m_block;                  // being given out
    std::size_t m_taken = 0;              // of it

    std::mutex m_mutex;
    std::condition_variable m_wake; // either waits for the other, never both
    std::deque<std::string> m_ready;
    std::string m_spare; // memory to be used again
    bool m_ended = false;
    bool m_stop = false;
    std::thread m_thread; // last: runs once everything else is there
};

} // namespace ingest::transport
