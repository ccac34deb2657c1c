// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page_stack.h"

#include "tests/support/sample_snapshot.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace {

class CountingPage : public widgets::Page
{
public:
    explicit CountingPage(QString name) : m_name(std::move(name)) {}
    [[nodiscard]] QString key() const override { return m_name; }
    [[nodiscard]] QString title() const override { return m_name; }
    [[nodiscard]] int digit() const override { return 1; }
    void show(const std::shared_ptr<const ingest::Snapshot> &) override { ++shown; }
    [[nodiscard]] widgets::PageStatus status(const ingest::Snapshot &) const override { return {}; }
    [[nodiscard]] widgets::Exhibit *exhibit() override { return nullptr; }
    [[nodiscard]] std::vector<QWidget *> zones() override { return {}; }

    int shown = 0;

private:
    QString m_name;
};

struct StackTest : testing::Test
{
    StackTest()
    {
        stack.add(first);
        stack.add(second);
    }
    widgets::PageStack stack;
    CountingPage *first = new CountingPage(QStringLiteral("first"));
    CountingPage *second = new CountingPage(QStringLiteral("second"));
};

TEST_F(StackTest, OnlyTheShownPageIsToldOfSnapshots)
{
    stack.show(samples::sampleSnapshot(samples::Sample::healthy));
    EXPECT_EQ(first->shown, 1);
    EXPECT_EQ(second->shown, 0);
}

TEST_F(StackTest, AnOpenedPageGetsTheNewestSnapshotAtOnce)
{
    stack.show(samples::sampleSnapshot(samples::Sample::healthy));
    QSignalSpy opened(&stack, &widgets::PageStack::opened);
    stack.open(QStringLiteral("second"));
    EXPECT_EQ(second->shown, 1);
    EXPECT_EQ(stack.current(), second);
    EXPECT_EQ(opened.size(), 1);
}

TEST_F(StackTest, AnUnknownPageIsIgnored)
{
    stack.open(QStringLiteral("third"));
    EXPECT_EQ(stack.current(), first);
    EXPECT_EQ(stack.named(QStringLiteral("third")), nullptr);
}

TEST_F(StackTest, EveryPageTakesTheTheme)
{
    stack.setTheme(widgets::lightTheme());
    EXPECT_FALSE(first->theme().dark);
    EXPECT_FALSE(second->theme().dark);
}

} // namespace
