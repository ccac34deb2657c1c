// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that reads history. Whoever asks returns at once; jobs hand over what they found
// through a Letter.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace ingest::store {
class HistoryReader;
}

namespace ingest::history {

// Written once by the reading thread, read by whoever asked.
template <class Content>
class Letter
{
public:
    void put(std::shared_ptr<const Content> content)
    {
        const std::lock_guard lock(m_mutex);
        m_content = std::move(content);
    }
    // In place of what could not be read: worth asking for again.
    void putInstead(std::shared_ptr<const Content> content)
    {
        const std::lock_guard lock(m_mutex);
        m_content = std::move(content);
        m_failed = true;
    }
    [[nodiscard]] bool failed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_failed;
    }
    [[nodiscard]] std::shared_ptr<const Content> read() const
    {
        const std::lock_guard lock(m_mutex);
        return m_content;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Content> m_content;
    bool m_failed = false;
};

class ReadingThread
{
public:
    // False: the file could not be read after all, and is opened anew for the next job.
    using Job = std::function<bool(store::HistoryReader *reader)>; // null: nothing to be read

    // `whenDone`: from this thread, after each job.
    explicit ReadingThread(std::string path, std::function<void()> whenDone = {});
    // Waits for the job at hand; those that wait are dropped.
    ~ReadingThread();
    ReadingThread(const ReadingThread &) = delete;
    ReadingThread &operator=(const ReadingThread &) = delete;

    // A job of the same name that still waits is replaced.
    void ask(const std::string &name, Job job);

private:
    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace ingest::history
