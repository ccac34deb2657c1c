// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/empty_state.h"

#include <QLabel>
#include <QPlainTextEdit>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

struct EmptyStateTest : testing::Test
{
    bool says(const char *text)
    {
        return std::ranges::any_of(m_empty.findChildren<QLabel *>(), [text](const QLabel *label) {
            return label->text().contains(QLatin1String(text));
        });
    }
    static ingest::Snapshot listening()
    {
        ingest::SocketSnapshot socket;
        socket.endpoint = "tcp://127.0.0.1:6006";
        socket.sub = true;
        socket.bound = true;
        socket.peers = 2;
        socket.frames = 7;
        ingest::Snapshot snapshot;
        snapshot.sockets = {socket};
        return snapshot;
    }
    widgets::EmptyState m_empty;
};

TEST_F(EmptyStateTest, ItSaysWhereItListensAndHowFarThingsHaveCome)
{
    m_empty.show(listening());
    EXPECT_TRUE(says("Listening on tcp://127.0.0.1:6006 (SUB)"));
    EXPECT_TRUE(says("2 publishers connected, 7 messages received"));
}

TEST_F(EmptyStateTest, TheCommandsReachTheEndpointItListensOn)
{
    m_empty.show(listening());
    const QList<QPlainTextEdit *> boxes = m_empty.findChildren<QPlainTextEdit *>();
    ASSERT_EQ(boxes.size(), 2);
    for (const QPlainTextEdit *box : boxes)
        EXPECT_TRUE(box->toPlainText().contains(QStringLiteral("tcp://127.0.0.1:6006")))
            << box->toPlainText().toStdString();
}

TEST_F(EmptyStateTest, WithoutAnyConnectionItSaysSo)
{
    m_empty.show(ingest::Snapshot{});
    EXPECT_TRUE(says("No connection is configured"));
}

TEST_F(EmptyStateTest, ASocketThatFailedIsQuotedInPlaceOfItsCounts)
{
    ingest::Snapshot snapshot = listening();
    snapshot.sockets[0].error = "address already in use";
    m_empty.show(snapshot);
    EXPECT_TRUE(says("address already in use"));
    EXPECT_FALSE(says("messages received"));
}

} // namespace
