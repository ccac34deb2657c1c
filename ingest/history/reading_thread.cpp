// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/reading_thread.h"

#include "ingest/store/history_reader.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <thread>

namespace ingest::history {

struct ReadingThread::Thread
{
    Thread(std::string file, std::function<void()> tell)
        : path(std::move(file)), whenDone(std::move(tell)), thread([this] { run(); })
    {
    }
    ~Thread()
    {
        {
            const std::lock_guard lock(mutex);
            stop = true;
        }
        wake.notify_one();
        thread.join();
    }
    Thread(const Thread &) = delete;
    Thread &operator=(const Thread &) = delete;

    void run();

    const std::string path;
    const std::function<void()> whenDone; // empty: nobody waits for it
    std::mutex mutex;
    std::condition_variable wake;
    bool stop = false;
    std::deque<std::pair<std::string, Job>> waiting;
    std::thread thread; // last: runs once everything else is there
};

void ReadingThread::Thread::run()
{
    std::unique_ptr<store::HistoryReader> reader;
    std::unique_lock lock(mutex);
    while (true) {
        wake.wait(lock, [this] { return stop || !waiting.empty(); });
        if (stop)
            return;
        const Job job = std::move(waiting.front().second);
        waiting.pop_front();
        lock.unlock();
        if (!reader)
            reader = store::HistoryReader::open(path);
        if (!job(reader.get()))
            reader.reset();
        if (whenDone)
            whenDone();
        lock.lock();
    }
}

ReadingThread::ReadingThread(std::string path, std::function<void()> whenDone)
    : m_thread(std::make_unique<Thread>(std::move(path), std::move(whenDone)))
{
}

ReadingThread::~ReadingThread() = default;

void ReadingThread::ask(const std::string &name, Job job)
{
    {
        const std::lock_guard lock(m_thread->mutex);
        std::erase_if(m_thread->waiting, [&](const auto &other) { return other.first == name; });
        m_thread->waiting.emplace_back(name, std::move(job));
    }
    m_thread->wake.notify_one();
}

} // namespace ingest::history
