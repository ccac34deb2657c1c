// SPDX-License-Identifier: GPL-3.0-or-later
// The Pipeline page: whether the numbers of all other pages can be trusted. The ledger above, the
// sources and the engine below. GUI thread.
#pragma once

#include "widgets/page.h"

class QSplitter;

namespace widgets {

class EnginePanel;
class LedgerFlowPanel;
class SourcesPanel;

class PipelinePage : public Page
{
    Q_OBJECT
public:
    explicit PipelinePage(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void show(const std::shared_ptr<const ingest::Snapshot> &snapshot) override;
    [[nodiscard]] QString key() const override { return QStringLiteral("pipeline"); }
    [[nodiscard]] QString title() const override { return tr("Pipeline"); }
    [[nodiscard]] int digit() const override { return 6; }
    [[nodiscard]] PageStatus status(const ingest::Snapshot &snapshot) const override;
    // The table where it has the focus, else everything, for a bug report.
    [[nodiscard]] Exhibit *exhibit() override;
    [[nodiscard]] QString report() const override;
    bool stepCrosshair(int by) override;
    // Selects its row among the sources and gives them the focus; nothing where it is not listed.
    void chooseSource(const std::string &source);
    [[nodiscard]] std::vector<QWidget *> zones() override;
    [[nodiscard]] std::vector<PageKey> keys() const override;
    void setLetterKeys(bool on) override;
    bool closeOverlay() override;
    [[nodiscard]] QByteArray saveLayout() const override;
    void restoreLayout(const QByteArray &layout) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    LedgerFlowPanel *m_flow;
    QSplitter *m_splitter;
    SourcesPanel *m_sources;
    EnginePanel *m_engine;
    std::shared_ptr<const ingest::Snapshot> m_snapshot;
    bool m_arranged = false; // the splitter was placed by hand
};

} // namespace widgets
