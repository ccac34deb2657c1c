// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says before the first event: where Bellwether listens, what to type to see
// something, and how far things have come. GUI thread.
#pragma once

#include "ingest/snapshot.h"
#include "widgets/themed_widget.h"

class QLabel;
class QPlainTextEdit;

namespace widgets {

class EmptyState : public ThemedWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void show(const ingest::Snapshot &snapshot);

private:
    QLabel *m_heading;
    QLabel *m_listening;
    QLabel *m_progress;
    QPlainTextEdit *m_command;
    QPlainTextEdit *m_script;
};

} // namespace widgets
