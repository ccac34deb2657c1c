// SPDX-License-Identifier: GPL-3.0-or-later
// Answers questions on a thread of its own, one at a time; the newest question waits, older ones
// are dropped. Questions and answers are values that hold nothing that changes. GUI thread.
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace models {

template <class Question, class Answer>
class LatestAnswer
{
public:
    using Find = Answer (*)(const Question &);
    using Take = std::function<void(std::shared_ptr<const Answer>)>;

    // `find` runs on that thread, `take` on this one.
    LatestAnswer(Find find, Take take) : m_find(find), m_take(std::move(take))
    {
        m_pool.setMaxThreadCount(1);
    }

    ~LatestAnswer() { m_pool.waitForDone(); }

    LatestAnswer(const LatestAnswer &) = delete;
    LatestAnswer &operator=(const LatestAnswer &) = delete;

    void ask(Question question)
    {
        if (m_busy)
            m_waiting = std::move(question);
        else
            start(std::move(question));
    }

    // A question has no answer yet.
    [[nodiscard]] bool busy() const { return m_busy; }

private:
    void start(Question question)
    {
        m_busy = true;
        m_pool.start([this, asked = std::move(question)] {
            auto answer = std::make_shared<const Answer>(m_find(asked));
            QMetaObject::invokeMethod(
                &m_here, [this, answer] { take(answer); }, Qt::QueuedConnection);
        });
    }

    void take(const std::shared_ptr<const Answer> &answer)
    {
        m_busy = false;
        if (m_waiting) {
            Question next = std::move(*m_waiting);
            m_waiting.reset();
            start(std::move(next));
        }
        m_take(answer);
    }

    const Find m_find;
    const Take m_take;
    QObject m_here; // of this thread; what is on its way to it ends with it
    QThreadPool m_pool;
    bool m_busy = false;
    std::optional<Question> m_waiting;
};

} // namespace models
