// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connection_dialog.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

struct ConnectionDialogTest : testing::Test
{
    static std::vector<ingest::config::SourceConfiguration> twoSources()
    {
        ingest::config::SourceConfiguration bound;
        bound.bind = {"tcp://127.0.0.1:5556"};
        bound.topics = {"order.", "payment."};
        ingest::config::SourceConfiguration pulled;
        pulled.pattern = ingest::config::Pattern::pull;
        pulled.connect = {"tcp://shop.example:5557"};
        pulled.allowUnauthenticated = !pulled.allowUnauthenticated;
        return {bound, pulled};
    }
    QPushButton &button(const char *text)
    {
        const QList<QPushButton *> all = m_dialog.findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(all, [text](const QPushButton *one) {
            return one->text().remove(QLatin1Char('&')) == QLatin1String(text);
        });
        EXPECT_NE(found, all.end()) << text;
        return **found;
    }
    QTableWidget &table() { return *m_dialog.findChild<QTableWidget *>(); }
    bool says(const char *text)
    {
        return std::ranges::any_of(m_dialog.findChildren<QLabel *>(), [text](const QLabel *label) {
            return label->text().contains(QLatin1String(text));
        });
    }
    widgets::ConnectionDialog m_dialog{twoSources(), widgets::darkTheme()};
};

TEST_F(ConnectionDialogTest, WhatIsNotEditedStaysAsItWas)
{
    const auto sources = m_dialog.sources();
    const auto before = twoSources();
    ASSERT_EQ(sources.size(), 2u);
    EXPECT_EQ(sources[0].bind, before[0].bind);
    EXPECT_EQ(sources[0].topics, before[0].topics);
    EXPECT_EQ(sources[1].connect, before[1].connect);
    EXPECT_EQ(sources[1].pattern, before[1].pattern);
    EXPECT_EQ(sources[1].allowUnauthenticated, before[1].allowUnauthenticated);
}

TEST_F(ConnectionDialogTest, AWrongEndpointIsNamedAndCannotBeApplied)
{
    EXPECT_TRUE(button("Apply").isEnabled());
    table().item(1, 0)->setText(QStringLiteral("shop:5557"));
    EXPECT_FALSE(button("Apply").isEnabled());
    EXPECT_TRUE(says("Row 2: found 'shop:5557'"));
    table().item(1, 0)->setText(QStringLiteral("tcp://shop:5557"));
    EXPECT_TRUE(button("Apply").isEnabled());
    EXPECT_FALSE(says("Row 2"));
}

TEST_F(ConnectionDialogTest, RowsComeAndGo)
{
    button("Add").click();
    EXPECT_EQ(m_dialog.sources().size(), 3u);
    table().setCurrentCell(0, 0);
    button("Remove").click();
    ASSERT_EQ(m_dialog.sources().size(), 2u);
    EXPECT_EQ(m_dialog.sources()[0].connect, twoSources()[1].connect);
}

TEST_F(ConnectionDialogTest, HeadsOfColumnsAreReadWhole)
{
    const QHeaderView *heads = table().horizontalHeader();
    for (int column = 0; column < heads->count(); ++column)
        EXPECT_GE(heads->sectionSize(column), heads->sectionSizeHint(column)) << column;
}

} // namespace
