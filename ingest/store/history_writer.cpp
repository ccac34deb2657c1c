// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/history_writer.h"

#include "ingest/store/history_store.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace ingest::store {

namespace {

constexpr std::chrono::seconds kRetryEvery{1};
// A call takes out some thousand rows: more than fifty signals write meanwhile.
constexpr std::chrono::seconds kPruneEvery{10};

Timestamp systemTime()
{
    return std::chrono::time_point_cast<Nanoseconds>(std::chrono::system_clock::now());
}

} // namespace

struct HistoryWriter::Thread
{
    Thread(std::string file, config::HistoryConfiguration kept)
        : path(std::move(file)), keep(kept), thread([this] { run(); })
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
    bool openStore();
    bool writeWaiting();
    void keepState();
    void pruneNowAndThen();
    void say(std::string text);

    const std::string path;
    const config::HistoryConfiguration keep;
    mutable std::mutex mutex;
    std::condition_variable wake;
    bool stop = false;
    std::deque<RollupBatch> waiting;
    bool writing = false;
    bool readOnly = false;
    std::optional<StateToKeep> toKeep;
    std::string notKept; // why
    std::uint64_t shed = 0;
    std::string problem;
    std::string notice;

    // The thread's own.
    std::unique_ptr<HistoryStore> store;
    std::chrono::steady_clock::time_point pruned{};
    std::thread thread; // last: runs once everything else is there
};

void HistoryWriter::Thread::run()
{
    for (bool ended = false; !ended;) {
        const bool isOurs = openStore();
        const bool well = isOurs && writeWaiting();
        if (isOurs) // a file of its own: rows that cannot be written do not keep it
            keepState();
        if (well)
            pruneNowAndThen();
        std::unique_lock lock(mutex);
        if (well)
            wake.wait_for(lock, kRetryEvery, [this] { return stop || !waiting.empty() || toKeep; });
        else
            wake.wait_for(lock, kRetryEvery, [this] { return stop; });
        ended = stop && (!isOurs || !toKeep) && (!well || waiting.empty());
    }
}

bool HistoryWriter::Thread::openStore()
{
    if (store)
        return true;
    auto opened = HistoryStore::open(path, systemTime());
    if (const auto *failed = std::get_if<StoreProblem>(&opened)) {
        say(failed->text);
        const std::lock_guard lock(mutex);
        readOnly = failed->taken;
        if (readOnly)
            toKeep.reset();
        return false;
    }
    store = std::get<std::unique_ptr<HistoryStore>>(std::move(opened));
    const std::lock_guard lock(mutex);
    if (!store->notice().empty())
        notice = store->notice();
    problem.clear();
    readOnly = false;
    return true;
}

bool HistoryWriter::Thread::writeWaiting()
{
    std::unique_lock lock(mutex);
    while (!waiting.empty()) {
        RollupBatch batch = std::move(waiting.front());
        waiting.pop_front();
        writing = true;
        lock.unlock();
        std::string failed = store->write(batch);
        lock.lock();
        writing = false;
        problem = failed;
        if (failed.empty())
            continue;
        waiting.push_front(std::move(batch));
        // Opened anew next time, so that a file damaged meanwhile is found out and set aside.
        store.reset();
        return false;
    }
    return true;
}

void HistoryWriter::Thread::keepState()
{
    std::unique_lock lock(mutex);
    std::optional<StateToKeep> next = std::exchange(toKeep, std::nullopt);
    if (!next)
        return;
    lock.unlock();
    const std::string failed = writeKeptState(path, *std::move(next));
    lock.lock();
    notKept = failed.empty() ? std::string()
                             : "Journeys in flight would not survive a restart: " + failed +
                                   ". It is tried again; make room or allow writing there";
}

void HistoryWriter::Thread::pruneNowAndThen()
{
    const auto now = std::chrono::steady_clock::now();
    if (now - pruned < kPruneEvery)
        return;
    pruned = now;
    if (std::string failed = store->prune(keep, systemTime()); !failed.empty())
        say(std::move(failed));
}

void HistoryWriter::Thread::say(std::string text)
{
    const std::lock_guard lock(mutex);
    problem = std::move(text);
}

HistoryWriter::HistoryWriter(std::string path, config::HistoryConfiguration keep)
    : m_thread(std::make_unique<Thread>(std::move(path), keep))
{
}

HistoryWriter::~HistoryWriter() = default;

void HistoryWriter::offer(RollupBatch batch)
{
    {
        const std::lock_guard lock(m_thread->mutex);
        m_thread->waiting.push_back(std::move(batch));
        if (m_thread->waiting.size() > kMostWaiting) {
            m_thread->waiting.pop_front();
            ++m_thread->shed;
        }
    }
    m_thread->wake.notify_one();
}

void HistoryWriter::keep(std::string part, state::FrozenState state)
{
    std::optional<StateToKeep> next(StateToKeep{std::move(part), std::move(state)});
    {
        const std::lock_guard lock(m_thread->mutex);
        if (!m_thread->readOnly)
            next.swap(m_thread->toKeep); // what waited is let go of below
    }
    m_thread->wake.notify_one();
}

bool HistoryWriter::settled() const
{
    const std::lock_guard lock(m_thread->mutex);
    return m_thread->waiting.empty() && !m_thread->writing;
}

std::uint64_t HistoryWriter::shed() const
{
    const std::lock_guard lock(m_thread->mutex);
    return m_thread->shed;
}

bool HistoryWriter::readOnly() const
{
    const std::lock_guard lock(m_thread->mutex);
    return m_thread->readOnly;
}

std::vector<std::string> HistoryWriter::warnings() const
{
    const std::lock_guard lock(m_thread->mutex);
    std::vector<std::string> warnings;
    if (!m_thread->problem.empty())
        warnings.push_back(m_thread->problem + (m_thread->shed == 0
                                                    ? std::string()
                                                    : " (" + std::to_string(m_thread->shed) +
                                                          " seconds were not written in time)"));
    if (!m_thread->notKept.empty())
        warnings.push_back(m_thread->notKept);
    if (!m_thread->notice.empty())
        warnings.push_back(m_thread->notice);
    return warnings;
}

} // namespace ingest::store
