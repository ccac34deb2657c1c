// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage_page.h"

#include "ingest/engine.h"
#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"
#include "models/event_table.h"
#include "widgets/facet_panel.h"
#include "widgets/filter_bar.h"
#include "widgets/journey_panel.h"
#include "widgets/table_view.h"
#include "widgets/what_changed_panel.h"

#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

const Timestamp kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

// Payments of three customers a second; from the tenth minute on those through "acme" fail.
class TriagePageTest : public testing::Test
{
protected:
    TriagePageTest()
    {
        config::Configuration configuration;
        config::SignalConfiguration ratio;
        ratio.name = "payment_success";
        ratio.kind = config::SignalKind::ratio;
        ratio.good = {{"payment.approved", {}}};
        ratio.bad = {{"payment.failed", {}}};
        configuration.signals = {ratio};
        m_engine = std::make_unique<Engine>(
            std::make_shared<const config::Configuration>(std::move(configuration)));
        for (int i = 0; i < 3 * 700; ++i)
            pay(i);
        m_page.resize(1600, 1000);
        m_page.setVisible(true);
    }

    void pay(int i)
    {
        const Timestamp time = kStart + std::chrono::milliseconds{333 * i};
        const bool acme = i % 5 < 2;
        const bool fails = i % 97 == 0 || (acme && time >= kStart + 10min);
        std::string json = R"({"specversion":"1.0","type":"payment.)";
        json += fails ? "failed" : "approved";
        json += R"(","source":"/pay","subject":"j)" + std::to_string(i) + R"(","time":)" +
                std::to_string(time.time_since_epoch().count()) + R"(,"data":{"provider":")" +
                (acme ? "acme" : "other") + R"(","country":")" + (i % 3 == 0 ? "DE" : "FR") +
                R"(")";
        if (fails)
            json += R"(,"error":{"category":"timeout"})";
        json += "}}";
        wire::Frame frame;
        frame.payload = json;
        frame.arrival = time;
        m_engine->ingest(frame);
    }

    void showNewest()
    {
        m_page.show(m_engine->snapshot(Window::oneHour));
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

    std::unique_ptr<Engine> m_engine;
    widgets::TriagePage m_page;
};

TEST_F(TriagePageTest, choosesTheMostUrgentCategoryAndSaysWhatChanged)
{
    showNewest();
    EXPECT_EQ(table("Error categories")->model()->rowCount(), 1);
    EXPECT_TRUE(part<widgets::WhatChangedPanel>()->verdict().startsWith(
        QStringLiteral("acme alone explains")))
        << part<widgets::WhatChangedPanel>()->verdict().toStdString();
    EXPECT_GT(table("Sample events")->model()->rowCount(), 30);
    EXPECT_EQ(part<widgets::JourneyPanel>()->line().dots.size(), 1u);
}

TEST_F(TriagePageTest, whatChangedIsAboutTheRatioOfTheFigureAndBackAgain)
{
    showNewest();
    models::AskedFigure asked{QStringLiteral("Payments"), 0, {}, {}};
    asked.figure.signal = 0;
    asked.figure.part = evidence::Part::bad;
    m_page.showFigure(asked);
    settle();
    const auto about = [this] { return m_page.shown()[QStringLiteral("about")].toString(); };
    EXPECT_EQ(about(), QStringLiteral("payment_success"));
    EXPECT_TRUE(part<widgets::WhatChangedPanel>()->verdict().startsWith(QStringLiteral("acme")));
    asked.isSpan = true;
    asked.figure.from = bucketOf(kStart + 1min);
    asked.figure.to = bucketOf(kStart + 9min); // before anything was wrong
    m_page.showFigure(asked);
    settle();
    EXPECT_FALSE(part<widgets::WhatChangedPanel>()->verdict().contains(QStringLiteral("acme")));
    EXPECT_EQ(m_page.findings().changed.from, asked.figure.from);
    EXPECT_TRUE(m_page.closeOverlay());
    settle();
    EXPECT_EQ(about(), QStringLiteral("timeout"));
}

TEST_F(TriagePageTest, aJourneyChosenStaysWhileNewerOnesFail)
{
    showNewest();
    auto *samples = table("Sample events");
    samples->setCurrentIndex(samples->model()->index(5, 0));
    settle();
    const QString chosen = part<widgets::JourneyPanel>()->line().journey;
    for (int i = 3 * 700; i < 3 * 720; ++i)
        pay(i);
    showNewest();
    EXPECT_EQ(part<widgets::JourneyPanel>()->line().journey, chosen);
    EXPECT_TRUE(m_page.shown()[QStringLiteral("journey")][QStringLiteral("chosen")].toBool());
}

TEST_F(TriagePageTest, theFilterNarrowsSamplesAndTail)
{
    showNewest();
    const int all = table("Sample events")->model()->rowCount();
    part<widgets::FilterBar>()->setText(QStringLiteral("country:DE"));
    settle();
    const auto *samples = table("Sample events")->model();
    EXPECT_LT(samples->rowCount(), all);
    EXPECT_GT(samples->rowCount(), 0);
    const auto *tail = table("Live tail")->model();
    for (int row = 0; row < tail->rowCount(); ++row)
        EXPECT_TRUE(tail->index(row, models::EventTable::Attributes)
                        .data()
                        .toString()
                        .contains(QStringLiteral("country=DE")));
    EXPECT_TRUE(m_page.closeOverlay()); // Esc takes the filter away first
    EXPECT_TRUE(part<widgets::FilterBar>()->text().isEmpty());
}

TEST_F(TriagePageTest, showsTheEventsBehindAFigureUntilEsc)
{
    showNewest();
    const std::size_t failures = m_page.findings().matching;
    models::AskedFigure asked{QStringLiteral("Payments"), 0, {}, {}};
    asked.figure.signal = 0;
    asked.figure.part = evidence::Part::good;
    asked.count = 3 * 700 - failures;
    m_page.showFigure(asked);
    settle();
    EXPECT_EQ(m_page.findings().matching, asked.count);
    EXPECT_TRUE(m_page.closeOverlay());
    settle();
    EXPECT_EQ(m_page.findings().matching, failures);
    EXPECT_FALSE(m_page.closeOverlay());
}

TEST_F(TriagePageTest, aWrongFilterLeavesTheOneBeforeInEffect)
{
    auto *filter = part<widgets::FilterBar>();
    filter->setText(QStringLiteral("country:DE"));
    const auto before = filter->query();
    filter->setText(QStringLiteral("country:DE amount>many"));
    EXPECT_EQ(filter->query(), before);
}

TEST_F(TriagePageTest, aFacetFiltersByItsValueAndTakesItBack)
{
    showNewest();
    auto *filter = part<widgets::FilterBar>();
    Q_EMIT part<widgets::FacetPanel>()->chosen(QStringLiteral("country"), QStringLiteral("DE"));
    EXPECT_EQ(filter->text(), QStringLiteral("country:DE"));
    Q_EMIT part<widgets::FacetPanel>()->chosen(QStringLiteral("country"), QStringLiteral("DE"));
    EXPECT_TRUE(filter->text().isEmpty());
}

TEST_F(TriagePageTest, theTailStandsStillWhileItHasTheFocus)
{
    showNewest();
    auto *tail = table("Live tail");
    m_page.activateWindow();
    tail->setFocus();
    if (!tail->hasFocus())
        GTEST_SKIP() << "no window manager gives the focus here";
    showNewest();
    const QString first = tail->model()->index(0, 0).data().toString();
    for (int i = 3 * 700; i < 3 * 710; ++i)
        pay(i);
    showNewest();
    EXPECT_EQ(tail->model()->index(0, 0).data().toString(), first);
}

} // namespace
