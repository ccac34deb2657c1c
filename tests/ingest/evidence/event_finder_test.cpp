// SPDX-License-Identifier: GPL-3.0-or-later
// Any number leads to its events: for every figure of a snapshot the list behind it has exactly as
// many entries as the figure says, over random streams, as long as all events are kept.
#include "ingest/evidence/event_finder.h"

#include "ingest/engine.h"
#include "ingest/evidence/figure.h"
#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/random_stream.h"
#include "tests/ingest/support/raw_json.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace ingest;
using evidence::Figure;
using evidence::Part;

class Lists
{
public:
    Lists(const Snapshot &snapshot, std::uint64_t seed)
        : m_snapshot(snapshot), m_random(seed),
          m_whole(evidence::figureIn(snapshot.window, snapshot.asOf))
    {
    }

    void checkAll()
    {
        checkFailures();
        const auto &signals = m_snapshot.metrics->signals;
        for (std::size_t i = 0; i < signals.size(); ++i) {
            SCOPED_TRACE(signals[i].name);
            Figure figure = m_whole;
            figure.signal = i;
            std::visit([&](const auto &value) { check(value, figure); }, signals[i].value);
            if (signals[i].kind == config::SignalKind::funnel)
                continue; // breakdowns of funnels are not told apart
            for (const Breakdown &breakdown : signals[i].by)
                checkRows(breakdown, figure);
        }
    }

private:
    void expect(std::uint64_t count, const Figure &figure)
    {
        const auto found = evidence::find(*m_snapshot.kept, *m_snapshot.configuration, figure);
        EXPECT_EQ(found.size(), count);
    }

    // A few of the points of a chart: all of them would take minutes.
    template <class Point, class Count>
    void expectPoints(const Series<Point> &series, Figure figure, Count countOf)
    {
        if (series.points.empty())
            return;
        std::uniform_int_distribution<std::size_t> any(0, series.points.size() - 1);
        for (int n = 0; n < 12; ++n) {
            const std::size_t i = n == 0 ? series.points.size() - 1 : any(m_random);
            figure.from = series.start + series.step * static_cast<Seconds::rep>(i);
            figure.to = std::min(figure.from + series.step, m_snapshot.asOf);
            expect(countOf(series.points[i]), figure);
        }
    }

    void checkFailures()
    {
        const auto itself = [](auto count) { return static_cast<std::uint64_t>(count); };
        Figure figure = m_whole;
        figure.failing = true;
        expect(m_snapshot.metrics->failuresCount, figure);
        expectPoints(m_snapshot.metrics->failures, figure, itself);
        for (const CategorySnapshot &category : m_snapshot.metrics->categories) {
            SCOPED_TRACE(category.category);
            figure.category = category.ordinal;
            figure.journeys = false;
            expect(category.count, figure);
            expectPoints(category.series, figure, itself);
            figure.journeys = true;
            expect(category.journeys, figure);
        }
    }

    void check(const RateSnapshot &rate, const Figure &figure)
    {
        expect(rate.count, figure);
        expectPoints(rate.series, figure, [](std::uint64_t count) { return count; });
    }
    void check(const RatioSnapshot &ratio, Figure figure)
    {
        expect(ratio.value.good + ratio.value.bad, figure);
        figure.part = Part::good;
        expect(ratio.value.good, figure);
        expectPoints(ratio.series, figure, [](const RatioPoint &point) { return point.good; });
        figure.part = Part::bad;
        expect(ratio.value.bad, figure);
        expectPoints(ratio.series, figure, [](const RatioPoint &point) { return point.bad; });
    }
    void check(const LatencySnapshot &latency, const Figure &figure)
    {
        expect(latency.count, figure);
        expectPoints(latency.counts, figure, [](std::uint64_t count) { return count; });
    }
    void check(const SumSnapshot &sum, const Figure &figure) { expect(sum.count, figure); }
    void check(const UniquesSnapshot &uniques, const Figure &figure)
    {
        ASSERT_TRUE(uniques.exact);
        expect(uniques.count, figure);
    }
    void check(const FunnelSnapshot &funnel, Figure figure)
    {
        ASSERT_FALSE(funnel.bounded);
        figure.part = Part::step;
        for (std::size_t step = 1; step <= funnel.steps.size(); ++step) {
            figure.step = step;
            expect(funnel.steps[step - 1].journeys, figure);
        }
        checkCohorts(funnel, figure);
    }
    void checkCohorts(const FunnelSnapshot &funnel, Figure figure)
    {
        figure.part = Part::entered;
        figure.to = m_snapshot.asOf - funnel.maturing;
        expect(funnel.matured, figure);
        figure.part = Part::converted;
        if (funnel.maturedConversion)
            expect(static_cast<std::uint64_t>(std::llround(*funnel.maturedConversion *
                                                           static_cast<double>(funnel.matured))),
                   figure);
        for (std::size_t i = 0; i < funnel.series.points.size(); i += 37) {
            const Second end =
                funnel.series.start + funnel.series.step * static_cast<Seconds::rep>(i + 1);
            figure.from = end - funnel.rolling;
            figure.to = std::min(end, m_snapshot.asOf);
            figure.part = Part::entered;
            expect(funnel.series.points[i].entered, figure);
            figure.part = Part::converted;
            expect(funnel.series.points[i].converted, figure);
        }
    }

    void checkRows(const Breakdown &breakdown, Figure figure)
    {
        SCOPED_TRACE(breakdown.attribute);
        figure.attribute = breakdown.attribute;
        for (const BreakdownRow &row : breakdown.rows)
            if (row.value != "(other)")
                figure.shown.push_back(row.value);
        for (const BreakdownRow &row : breakdown.rows) {
            SCOPED_TRACE(row.value);
            figure.value = row.value;
            figure.others = row.value == "(other)";
            checkRow(row.signal, figure);
        }
    }
    void checkRow(const SignalValue &value, Figure figure)
    {
        if (const auto *ratio = std::get_if<RatioSnapshot>(&value)) {
            figure.part = Part::bad;
            expect(ratio->value.bad, figure);
        } else if (const auto *rate = std::get_if<RateSnapshot>(&value)) {
            expect(rate->count, figure);
        } else if (const auto *latency = std::get_if<LatencySnapshot>(&value)) {
            expect(latency->count, figure);
        } else if (const auto *sum = std::get_if<SumSnapshot>(&value)) {
            expect(sum->count, figure);
        } else if (const auto *uniques = std::get_if<UniquesSnapshot>(&value)) {
            if (uniques->exact)
                expect(uniques->count, figure);
        }
    }

    const Snapshot &m_snapshot;
    std::mt19937_64 m_random;
    const Figure m_whole;
};

class EventFinder : public testing::TestWithParam<double>
{
};

TEST_P(EventFinder, theListBehindEveryFigureIsAsLongAsTheFigureSays)
{
    for (std::uint64_t seed = 1; seed <= (test::kSanitized ? 1 : 3); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto stream = test::randomStream(seed, {1500, GetParam()});
        Engine engine(std::make_shared<const config::Configuration>(test::everySignal()));
        std::size_t next = 0;
        for (const std::size_t until : {stream.size() / 2, stream.size()}) {
            for (; next < until; ++next) {
                const std::string json = test::jsonOf(stream[next]);
                wire::Frame frame;
                frame.payload = json;
                frame.arrival = stream[next].arrival;
                engine.ingest(frame);
            }
            for (const Window window : kWindows) {
                SCOPED_TRACE(std::string(nameOf(window)));
                const auto snapshot = engine.snapshot(window);
                ASSERT_EQ(snapshot->kept->offered(), snapshot->ledger.accepted);
                ASSERT_EQ(snapshot->kept->size(), snapshot->ledger.accepted);
                Lists(*snapshot, seed).checkAll();
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Spans, EventFinder, testing::Values(60.0, 900.0, 20'000.0));

} // namespace
