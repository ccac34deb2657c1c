// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the Triage page: what it is about, what changed, whose journey, which samples.
#include "widgets/triage_page.h"

#include "models/event_table.h"
#include "tests/support/paid_triage_page.h"
#include "widgets/filter_bar.h"
#include "widgets/journey_panel.h"
#include "widgets/what_changed_panel.h"

#include <QHeaderView>
#include <QPlainTextEdit>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

class TriagePageTest : public samples::PaidTriagePage
{
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
    asked.figure.from = bucketOf(samples::kTriageStart + 1min);
    asked.figure.to = bucketOf(samples::kTriageStart + 9min); // before anything was wrong
    m_page.showFigure(asked);
    settle();
    EXPECT_FALSE(part<widgets::WhatChangedPanel>()->verdict().contains(QStringLiteral("acme")));
    EXPECT_EQ(m_page.findings().changed.from, asked.figure.from);
    EXPECT_TRUE(m_page.closeOverlay());
    settle();
    EXPECT_EQ(about(), QStringLiteral("Timeout"));
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

TEST_F(TriagePageTest, aNarrowListOfSamplesLeavesAttributesToTheChosenOnesText)
{
    using models::EventTable;
    showNewest();
    auto *samples = table("Sample events");
    m_page.resize(1920, 1000);
    EXPECT_FALSE(samples->isColumnHidden(EventTable::Attributes));
    m_page.resize(800, 600);
    EXPECT_TRUE(samples->isColumnHidden(EventTable::Attributes));
    const QHeaderView *header = samples->horizontalHeader();
    EXPECT_GE(header->sectionSize(EventTable::Amount), header->sectionSizeHint(EventTable::Amount));
    EXPECT_LE(header->length(), samples->viewport()->width());
    m_page.resize(1920, 1000);
    EXPECT_FALSE(samples->isColumnHidden(EventTable::Attributes));
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

TEST_F(TriagePageTest, samplesThatAreReadChangeOnlyWithWhatTheyAreOf)
{
    showNewest();
    auto *samples = table("Sample events");
    ASSERT_TRUE(read(*samples));
    const auto newest = [&] { return samples->model()->index(0, 0).data().toString(); };
    const QString before = newest();
    payMore(3 * 700, 60);
    showNewest();
    EXPECT_EQ(newest(), before) << "they stand still";
    part<widgets::FilterBar>()->setText(QStringLiteral("country:DE"));
    settle();
    ASSERT_TRUE(samples->isHeld());
    EXPECT_EQ(samples->model()->rowCount(),
              std::min<int>(200, static_cast<int>(m_page.findings().matching)));
    EXPECT_NE(newest(), before);
}

TEST_F(TriagePageTest, aJourneyChosenStaysWhenItsSampleHasLeftTheList)
{
    showNewest();
    auto *samples = table("Sample events");
    samples->setCurrentIndex(samples->model()->index(100, 0));
    settle();
    const QString chosen = part<widgets::JourneyPanel>()->line().journey;
    payMore(3 * 700, 3 * 600);
    showNewest();
    EXPECT_EQ(samples->model()->rowCount(), 200);
    EXPECT_EQ(part<widgets::JourneyPanel>()->line().journey, chosen);
}

TEST_F(TriagePageTest, aClickOnTheRowThatIsChosenAlreadyTakesTheFigureBack)
{
    showNewest();
    models::AskedFigure asked{QStringLiteral("Payments"), 0, {}, {}};
    asked.figure.signal = 0;
    m_page.showFigure(asked);
    settle();
    auto *categories = table("Error categories");
    const QRect row = categories->visualRect(categories->currentIndex());
    QTest::mouseClick(categories->viewport(), Qt::LeftButton, {}, row.center());
    settle();
    EXPECT_EQ(m_page.shown()[QStringLiteral("about")].toString(), QStringLiteral("Timeout"));
    m_page.showFigure(asked);
    settle();
    QTest::keyClick(categories, Qt::Key_Return);
    settle();
    EXPECT_EQ(m_page.shown()[QStringLiteral("about")].toString(), QStringLiteral("Timeout"));
}

TEST_F(TriagePageTest, anEventOfTheJourneyIsShownAsItWasReceived)
{
    showNewest();
    auto *journey = part<widgets::JourneyPanel>();
    const QString chosen = journey->line().journey;
    QTest::keyClick(journey, Qt::Key_Right);
    EXPECT_EQ(m_page.findChild<QPlainTextEdit *>()->toPlainText(), journey->line().dots[0].text);
    payMore(3 * 700, 60);
    showNewest();
    EXPECT_EQ(journey->line().journey, chosen) << "who is looked at stays";
}

TEST_F(TriagePageTest, itsTabCountsWhatFailsAndNotWhoIsSilent)
{
    Snapshot snapshot;
    snapshot.freshness.state = FreshnessState::live;
    const auto status = [&] { return m_page.status(snapshot); };
    Incident incident;
    incident.kind = IncidentKind::source;
    snapshot.incidents = {incident};
    EXPECT_EQ(status().count, 0);
    EXPECT_EQ(status().status, models::Status::normal);
    incident.kind = IncidentKind::category;
    snapshot.incidents.push_back(incident);
    EXPECT_EQ(status().status, models::Status::look);
    incident.kind = IncidentKind::ratio;
    snapshot.incidents.push_back(incident);
    EXPECT_EQ(status().status, models::Status::bad);
    EXPECT_EQ(status().count, 2);
    snapshot.freshness.state = FreshnessState::stale;
    EXPECT_EQ(status().status, models::Status::unknown);
}

} // namespace
