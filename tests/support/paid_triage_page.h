// SPDX-License-Identifier: GPL-3.0-or-later
// A Triage page over a shop whose payments begin to fail with one of its providers, for tests.
#pragma once

#include "ingest/engine.h"
#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"
#include "tests/support/payment_success.h"
#include "widgets/table_view.h"
#include "widgets/triage_page.h"

#include <QTest>

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>

namespace samples {

inline const ingest::Timestamp kTriageStart{
    std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

// Payments of three customers a second; from the tenth minute on those through "acme" fail.
class PaidTriagePage : public testing::Test
{
protected:
    PaidTriagePage()
    {
        m_engine = std::make_unique<ingest::Engine>(
            std::make_shared<const ingest::config::Configuration>(paymentSuccess()));
        for (int i = 0; i < 3 * 700; ++i)
            pay(i);
        m_page.resize(1600, 1000);
        m_page.setVisible(true);
    }

    void pay(int i)
    {
        const ingest::Timestamp time = kTriageStart + std::chrono::milliseconds{333 * i};
        const bool acme = i % 5 < 2;
        const bool fails = i % 97 == 0 || (acme && time >= kTriageStart + std::chrono::minutes{10});
        std::string json = R"({"specversion":"1.0","type":"payment.)";
        json += fails ? "failed" : "approved";
        json += R"(","source":"/pay","subject":"j)" + std::to_string(i) + R"(","time":)" +
                std::to_string(time.time_since_epoch().count()) + R"(,"data":{"provider":")" +
                (acme ? "acme" : "other") + R"(","country":")" + (i % 3 == 0 ? "DE" : "FR") +
                R"(")";
        if (fails)
            json += R"(,"error":{"category":"timeout"})";
        json += "}}";
        ingest::wire::Frame frame;
        frame.payload = json;
        frame.arrival = time;
        m_engine->ingest(frame);
    }

    // From i on, so many of them.
    void payMore(int i, int count)
    {
        for (int last = i + count; i < last; ++i)
            pay(i);
    }

    // Gives the table the focus, so that it stands still; false where nothing can have it.
    bool read(widgets::TableView &view)
    {
        m_page.activateWindow();
        view.setFocus();
        return view.isHeld();
    }

    void showNewest()
    {
        m_page.show(m_engine->snapshot(ingest::Window::oneHour));
        settle();
    }

    void settle()
    {
        ASSERT_TRUE(
            QTest::qWaitFor([this] { return !part<models::TriageSearch>()->busy(); }, 10'000));
    }

    template <class Part>
    Part *part()
    {
        return m_page.findChild<Part *>();
    }
    widgets::TableView *table(const char *name)
    {
        for (auto *view : m_page.findChildren<widgets::TableView *>())
            if (view->accessibleName() == QString::fromUtf8(name))
                return view;
        return nullptr;
    }

    std::unique_ptr<ingest::Engine> m_engine;
    widgets::TriagePage m_page;
};

} // namespace samples
