// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every widget of every page: names for screen readers, a complete translation, and texts
// that fit in both languages and at every size of texts.
#include "app/desktop/settings_dialog.h"
#include "app/desktop/window_frame.h"
#include "models/explanation.h"
#include "models/time_axis.h"
#include "tests/support/sample_snapshot.h"
#include "tests/support/text_recorder.h"
#include "widgets/accessible_figures.h"
#include "widgets/connection_dialog.h"
#include "widgets/exhibit.h"
#include "widgets/lane.h"
#include "widgets/page_stack.h"
#include "widgets/scrubber.h"
#include "widgets/wall_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QTranslator>

#include <gtest/gtest.h>

#include <set>

namespace {

using samples::Sample;

constexpr QSize kSmall(1280, 720);
const QRegularExpression kCutNumber(QStringLiteral("\\d[\\d.,:%\\s]*\u2026$"));

// German, and every text that was asked for in vain.
class German : public QTranslator
{
public:
    German() { loaded = load(QStringLiteral(":/translations/bellwether_de")); }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *text, const char *note,
                                    int n) const override
    {
        QString found = QTranslator::translate(context, text, note, n);
        const QByteArray name(context);
        const bool ours = name == "QObject" || !name.startsWith('Q');
        if (found.isNull() && ours)
            missing.insert(name + ": " + text);
        return found;
    }

    bool loaded = false;
    mutable std::set<QByteArray> missing;
};

// The samples say nothing of the process that would have shown them.
std::shared_ptr<const ingest::Snapshot> withLoad(Sample sample)
{
    auto snapshot = std::make_shared<ingest::Snapshot>(*samples::sampleSnapshot(sample));
    const ingest::LoadPoint point{0.31, 214, 187u << 20};
    snapshot->load = ingest::LoadSnapshot{
        point, 512, std::chrono::seconds(10),
        std::make_shared<const std::vector<ingest::LoadPoint>>(std::size_t(360), point)};
    return snapshot;
}

class EveryWidgetTest : public testing::Test
{
protected:
    EveryWidgetTest() { widgets::installAccessibleFigures(); }

    std::unique_ptr<app::WindowFrame> open(Sample sample, double scale = 1)
    {
        auto frame = std::make_unique<app::WindowFrame>();
        frame->resize(kSmall);
        widgets::Theme theme = widgets::darkTheme();
        theme.textScale = scale;
        frame->setTheme(theme);
        frame->QWidget::show();
        frame->show(withLoad(sample));
        QApplication::processEvents();
        return frame;
    }
    // The same as a recording that is replayed, with everything its scrubber may say.
    std::unique_ptr<app::WindowFrame> openReplay(double scale = 1)
    {
        auto frame = open(Sample::incident, scale);
        const auto from = samples::sampleSnapshot(Sample::incident)->asOf - std::chrono::hours(6);
        ingest::replay::Timeline timeline;
        timeline.from = from;
        timeline.to = from + std::chrono::hours(6);
        timeline.step = std::chrono::seconds(8);
        timeline.complete = true;
        timeline.markers = {{from + std::chrono::hours(4), {}, "payments-gw 2.31.0"}};
        timeline.points.assign(2700, {96'000, 800});
        timeline.gaps = {{from + std::chrono::hours(2), from + std::chrono::minutes(126)}};
        ingest::replay::ReplayState state;
        state.timeline = std::make_shared<const ingest::replay::Timeline>(std::move(timeline));
        state.at = state.reached = from + std::chrono::minutes(337);
        state.busy = false;
        state.playing = true;
        state.speed = 10;
        models::ScrubberView view =
            models::scrubberView(state, ingest::Window::oneHour, models::toMs(from) + 6 * 3.6e6);
        view.marks = {{models::toMs(from) + 3.6e6, models::toMs(from) + 5e6,
                       QStringLiteral("Payment success"), false},
                      {models::toMs(from) + 20e6, models::toMs(from) + 21.6e6,
                       QStringLiteral("3-D Secure timeout"), true}};
        frame->setReplay(app::ReplayPace{true, 10, 12'480.0});
        frame->scrubber().show(view);
        QApplication::processEvents();
        return frame;
    }
    template <class Visit>
    static void eachPage(app::WindowFrame &frame, Visit visit)
    {
        for (widgets::Page *page : frame.pages().pages()) {
            frame.pages().open(page->key());
            QApplication::processEvents();
            visit(*page);
        }
    }
};

bool isInteractive(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 ||
           qobject_cast<const QAbstractButton *>(&widget) != nullptr;
}

std::string nameOf(const QWidget &widget)
{
    return widget.metaObject()->className();
}

void expectNamed(QWidget &root)
{
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (!isInteractive(*widget) || !widget->isVisibleTo(&root) || widget->size().isEmpty() ||
            qobject_cast<QScrollBar *>(widget) != nullptr)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(face, nullptr) << nameOf(*widget);
        EXPECT_FALSE(face->text(QAccessible::Name).trimmed().isEmpty()) << nameOf(*widget);
    }
}

TEST_F(EveryWidgetTest, WhatCanBeUsedHasANameForScreenReaders)
{
    for (const Sample sample : {Sample::incident, Sample::empty}) {
        const auto frame = open(sample);
        eachPage(*frame, [&](widgets::Page &) { expectNamed(*frame); });
    }
    const auto replay = openReplay();
    expectNamed(*replay);
    app::SettingsDialog settings({}, widgets::darkTheme());
    expectNamed(settings);
    widgets::ConnectionDialog connections({}, widgets::darkTheme());
    expectNamed(connections);
}

// Tab goes through the bar, the data strip and the page's parts in reading order.
TEST_F(EveryWidgetTest, TabGoesThroughThePartsInReadingOrder)
{
    const auto frame = open(Sample::incident);
    eachPage(*frame, [&](widgets::Page &page) {
        const std::vector<QWidget *> zones = page.zones();
        int last = -1;
        QWidget *widget = &page;
        do {
            widget = widget->nextInFocusChain();
            for (int i = 0; i < static_cast<int>(zones.size()); ++i) {
                QWidget *zone = zones[static_cast<std::size_t>(i)];
                if (!isInteractive(*widget) || (zone != widget && !zone->isAncestorOf(widget)))
                    continue;
                EXPECT_GE(i, last) << page.key().toStdString() << " " << nameOf(*widget);
                last = std::max(last, i);
            }
        } while (widget != &page);
        EXPECT_EQ(last, static_cast<int>(zones.size()) - 1) << page.key().toStdString();
    });
}

TEST_F(EveryWidgetTest, EveryExhibitHasATwinAndAnExplanationThatExists)
{
    const auto frame = open(Sample::incident);
    const auto snapshot = samples::sampleSnapshot(Sample::incident);
    int found = 0;
    eachPage(*frame, [&](widgets::Page &page) {
        for (QWidget *widget : page.findChildren<QWidget *>()) {
            auto *exhibit = dynamic_cast<widgets::Exhibit *>(widget);
            if (exhibit == nullptr || !widget->isVisibleTo(&page))
                continue;
            ++found;
            EXPECT_FALSE(exhibit->figures().heads.isEmpty()) << nameOf(*widget);
            EXPECT_FALSE(models::explanationOf(*snapshot, exhibit->explained()).lines.empty())
                << nameOf(*widget) << " " << exhibit->explained().toStdString();
            EXPECT_NE(QAccessible::queryAccessibleInterface(widget)->tableInterface(), nullptr)
                << nameOf(*widget);
        }
    });
    EXPECT_GE(found, 15);
}

TEST_F(EveryWidgetTest, GermanIsComplete)
{
    German german;
    ASSERT_TRUE(german.loaded);
    QApplication::installTranslator(&german);
    for (const Sample sample : {Sample::incident, Sample::healthy, Sample::fewData, Sample::filling,
                                Sample::gap, Sample::stale, Sample::empty}) {
        const auto frame = open(sample);
        eachPage(*frame, [&](widgets::Page &page) {
            page.grab();
            frame->toggleKeys({});
            frame->closeOverlay();
            frame->toggleExplanation();
            frame->closeOverlay();
        });
    }
    openReplay()->grab();
    const app::SettingsDialog settings({}, widgets::darkTheme());
    EXPECT_EQ(settings.windowTitle(), QStringLiteral("Einstellungen"));
    QApplication::removeTranslator(&german);
    for (const QByteArray &text : german.missing)
        ADD_FAILURE() << "not translated: " << text.toStdString();
}

// What is wrong with a widget's texts.
QStringList misfits(QWidget &widget, bool whole)
{
    QStringList wrong;
    const auto texts = support::textsOf(widget);
    const QRectF inside = QRectF(widget.rect()).adjusted(-1.5, -3, 1.5, 3);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto &[text, box] = texts[i];
        if (text.trimmed().isEmpty())
            continue;
        if (whole && text.contains(kCutNumber))
            wrong.append(QStringLiteral("cuts a number: ") + text);
        if (whole && !inside.contains(box))
            wrong.append(QStringLiteral("leaves the widget: ") + text);
        for (std::size_t j = 0; j < i; ++j) {
            const QRectF both = box.intersected(texts[j].box);
            if (both.width() > 3 && both.height() > 0.4 * box.height() &&
                !texts[j].text.trimmed().isEmpty())
                wrong.append(QStringLiteral("runs into “%1”: %2").arg(texts[j].text, text));
        }
    }
    return wrong;
}

void expectFit(QWidget &root, const std::string &where)
{
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root))
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button != nullptr && !button->text().isEmpty()) {
            EXPECT_GE(button->width() + 2,
                      QFontMetrics(button->font()).horizontalAdvance(button->text()))
                << where << ": " << button->text().toStdString();
        }
        // Rows of tables may be cut at the end, cells may not run into each other.
        const bool cells = qobject_cast<QAbstractItemView *>(widget->parentWidget()) != nullptr;
        if (std::string_view(nameOf(*widget)).substr(0, 9) != "widgets::" && !cells)
            continue;
        for (const QString &wrong : misfits(*widget, !cells))
            ADD_FAILURE() << where << ", " << nameOf(*widget) << ": " << wrong.toStdString();
    }
}

class FitTest : public EveryWidgetTest, public testing::WithParamInterface<double>
{
};

TEST_P(FitTest, TextsFitAt1280x720InEnglishAndGerman)
{
    German german;
    for (const bool translated : {false, true}) {
        if (translated)
            QApplication::installTranslator(&german);
        for (const Sample sample : {Sample::incident, Sample::stale, Sample::empty}) {
            const auto frame = open(sample, GetParam());
            eachPage(*frame, [&](widgets::Page &page) {
                expectFit(*frame, page.key().toStdString() + (translated ? " de" : " en") + " at " +
                                      std::to_string(int(GetParam() * 100)));
            });
        }
    }
    QApplication::removeTranslator(&german);
}

TEST_P(FitTest, TheScrubberFitsAt1280x720InEnglishAndGerman)
{
    German german;
    for (const bool translated : {false, true}) {
        if (translated)
            QApplication::installTranslator(&german);
        const auto frame = openReplay(GetParam());
        ASSERT_TRUE(frame->scrubber().isVisible());
        EXPECT_EQ(frame->width(), kSmall.width());
        EXPECT_LE(frame->scrubber().minimumSizeHint().width(), kSmall.width());
        expectFit(frame->scrubber(), std::string(translated ? "de" : "en") + " at " +
                                         std::to_string(int(GetParam() * 100)));
    }
    QApplication::removeTranslator(&german);
}

INSTANTIATE_TEST_SUITE_P(Scales, FitTest, testing::Values(1.0, 1.1, 1.25, 1.5));

} // namespace
