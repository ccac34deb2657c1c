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
#include "widgets/tail_panel.h"
#include "widgets/what_changed_panel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
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
    EXPECT_EQ(m_page.shown()[QStringLiteral("about")].toString(), QStringLiteral("timeout"));
    m_page.showFigure(asked);
    settle();
    QTest::keyClick(categories, Qt::Key_Return);
    settle();
    EXPECT_EQ(m_page.shown()[QStringLiteral("about")].toString(), QStringLiteral("timeout"));
}

TEST_F(TriagePageTest, aRowOfWhatChangedFiltersByItsTraitsAndTakesThemBack)
{
    showNewest();
    auto *changed = part<widgets::WhatChangedPanel>();
    const auto *filter = part<widgets::FilterBar>();
    const QPoint first(60, 58 + 14); // below its heads
    QTest::mouseClick(changed, Qt::LeftButton, {}, first);
    EXPECT_EQ(filter->text(), QStringLiteral("provider:acme"));
    settle();
    QTest::keyClick(changed, Qt::Key_Return);
    EXPECT_TRUE(filter->text().isEmpty());
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

TEST_F(TriagePageTest, lettersWorkWhereverTheFocusIs)
{
    showNewest();
    ASSERT_TRUE(read(*table("Sample events")));
    QSignalSpy acknowledged(&m_page, &widgets::TriagePage::acknowledged);
    QTest::keyClick(table("Sample events"), Qt::Key_A);
    ASSERT_EQ(acknowledged.count(), 1);
    EXPECT_EQ(acknowledged[0][0].toString(), QStringLiteral("timeout"));
    auto *tail = part<widgets::TailPanel>();
    QTest::keyClick(table("Sample events"), Qt::Key_F);
    settle();
    EXPECT_TRUE(tail->note().startsWith(QStringLiteral("stands still")));
}

TEST_F(TriagePageTest, EnterAndEscapeGiveTheKeysBackToTheWindow)
{
    showNewest();
    auto *edit = part<widgets::FilterBar>()->findChild<QLineEdit *>();
    m_page.activateWindow();
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("zzz"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_FALSE(edit->hasFocus());
    EXPECT_EQ(edit->text(), QStringLiteral("zzz"));
    edit->setFocus();
    EXPECT_TRUE(m_page.closeOverlay());
    EXPECT_TRUE(edit->text().isEmpty());
    EXPECT_TRUE(edit->hasFocus()) << "to write another";
    EXPECT_TRUE(m_page.closeOverlay());
    EXPECT_FALSE(edit->hasFocus());
    EXPECT_FALSE(m_page.closeOverlay());
}

TEST_F(TriagePageTest, theFilterCompletesFieldsThenTheirValues)
{
    showNewest();
    auto *filter = part<widgets::FilterBar>();
    auto *edit = filter->findChild<QLineEdit *>();
    auto *completer = filter->findChild<QCompleter *>();
    edit->setFocus();
    const auto offered = [completer](int row) {
        return completer->popup()->model()->index(row, 0).data().toString();
    };
    QTest::keyClicks(edit, QStringLiteral("provi"));
    ASSERT_TRUE(completer->popup()->isVisible());
    EXPECT_EQ(offered(0), QStringLiteral("provider:"));
    Q_EMIT completer->activated(QStringLiteral("provider:"));
    EXPECT_EQ(filter->text(), QStringLiteral("provider:"));
    completer->popup()->hide();
    ASSERT_TRUE(QTest::qWaitFor([&] { return completer->popup()->isVisible(); }));
    EXPECT_EQ(offered(0), QStringLiteral("provider:acme")) << "not what is written already";
    Q_EMIT completer->activated(QStringLiteral("provider:acme pay"));
    EXPECT_EQ(filter->text(), QStringLiteral("provider:\"acme pay\""));
    settle();
    EXPECT_EQ(m_page.findings().matching, 0u);
    edit->clear();
    QTest::keyClicks(edit, QStringLiteral("type:x approv")); // a value, by what is in it
    ASSERT_TRUE(completer->popup()->isVisible());
    EXPECT_EQ(offered(0), QStringLiteral("type:payment.approved"));
}

// The share of the pixels that the focus changes.
double changedByFocus(QWidget &widget)
{
    const auto paint = [&widget] {
        return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    };
    widget.clearFocus();
    const QImage without = paint();
    widget.setFocus(Qt::TabFocusReason);
    const QImage with = paint();
    qint64 changed = 0;
    for (int y = 0; y < with.height(); ++y)
        for (int x = 0; x < with.width(); ++x)
            changed += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
    return double(changed) / (double(with.width()) * with.height());
}

TEST_F(TriagePageTest, theFocusIsSeenOnEveryPanelAndHidesNothing)
{
    showNewest();
    m_page.activateWindow();
    for (QWidget *zone : m_page.zones()) {
        if (zone->focusPolicy() == Qt::NoFocus)
            continue; // the bar; its field has the focus
        const double changed = changedByFocus(*zone);
        const std::string name = zone->accessibleName().toStdString();
        EXPECT_GT(changed, 0.001) << name;
        EXPECT_LT(changed, 0.25) << name;
    }
}

TEST_F(TriagePageTest, theTailStandsStillWhileItHasTheFocus)
{
    showNewest();
    auto *tail = table("Live tail");
    ASSERT_TRUE(read(*tail));
    showNewest();
    const QString first = tail->model()->index(0, 0).data().toString();
    for (int i = 3 * 700; i < 3 * 710; ++i)
        pay(i);
    showNewest();
    EXPECT_EQ(tail->model()->index(0, 0).data().toString(), first);
}

} // namespace
