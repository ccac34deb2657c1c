// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pipeline_page.h"

#include "models/clock_text.h"
#include "models/pipeline_text.h"
#include "models/time_axis.h"
#include "widgets/engine_panel.h"
#include "widgets/ledger_flow_panel.h"
#include "widgets/sources_panel.h"

#include <QSplitter>

namespace widgets {

PipelinePage::PipelinePage(QWidget *parent)
    : Page(parent), m_flow(new LedgerFlowPanel(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)), m_sources(new SourcesPanel(m_splitter)),
      m_engine(new EnginePanel(m_splitter))
{
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_arranged = true; });
    m_sources->setMinimumWidth(420);
    m_engine->setMinimumWidth(280);
    setTheme(theme());
}

void PipelinePage::setTheme(const Theme &newTheme)
{
    Page::setTheme(newTheme);
    for (ThemedWidget *part : std::initializer_list<ThemedWidget *>{m_flow, m_sources, m_engine})
        part->setTheme(newTheme);
    m_splitter->setStyleSheet(
        QStringLiteral("QSplitter::handle { background: %1; }").arg(newTheme.rule.name()));
    if (width() > 0 && isVisible())
        arrange();
}

void PipelinePage::show(const std::shared_ptr<const ingest::Snapshot> &snapshot)
{
    // Numbers change at most once a second.
    if (m_snapshot && m_snapshot->asOf == snapshot->asOf)
        return;
    m_snapshot = snapshot;
    QString since =
        snapshot->startedAt ? models::clockText(models::toMs(*snapshot->startedAt)) : QString();
    if (const QString before = models::earlierLedgerText(*snapshot); !before.isEmpty())
        since += QStringLiteral(" (%1)").arg(before);
    m_flow->show(models::ledgerFlow(*snapshot), since);
    m_sources->show(*snapshot);
    m_engine->show(snapshot);
}

PageStatus PipelinePage::status(const ingest::Snapshot &snapshot) const
{
    if (snapshot.freshness.state != ingest::FreshnessState::live)
        return {models::Status::unknown, 0};
    PageStatus worst{models::Status::normal, 0};
    for (const ingest::SourceSnapshot &source : snapshot.sources) {
        const models::Status status = m_sources->table().mutedSources().contains(source.source)
                                          ? models::Status::normal
                                          : models::verdictOf(source).status;
        worst.count += status != models::Status::normal ? 1 : 0;
    }
    if (worst.count > 0)
        worst.status = models::Status::look;
    return worst;
}

Exhibit *PipelinePage::exhibit()
{
    return m_flow;
}

QString PipelinePage::report() const
{
    return m_snapshot ? models::pipelineText(*m_snapshot) : QString();
}

bool PipelinePage::stepCrosshair(int by)
{
    m_engine->stepCrosshair(by);
    return true;
}

void PipelinePage::chooseSource(const std::string &source)
{
    m_sources->choose(source);
}

std::vector<QWidget *> PipelinePage::zones()
{
    return {m_flow, m_sources, m_engine};
}

std::vector<PageKey> PipelinePage::keys() const
{
    return {{tr("← →"), tr("the crosshair of the engine's charts; Shift ten times as far")},
            {QStringLiteral("S"), tr("sort the sources by the next column")},
            {QStringLiteral("M"), tr("mute the source: no longer judged")},
            {QStringLiteral("Q"), tr("the last bad frame of the source")}};
}

void PipelinePage::setLetterKeys(bool on)
{
    Page::setLetterKeys(on);
    m_sources->setLetterKeys(on);
}

bool PipelinePage::closeOverlay()
{
    if (!m_sources->badFrameOpen())
        return false;
    m_sources->closeBadFrame();
    return true;
}

QByteArray PipelinePage::saveLayout() const
{
    return m_splitter->saveState();
}

void PipelinePage::restoreLayout(const QByteArray &layout)
{
    m_arranged = m_splitter->restoreState(layout);
}

void PipelinePage::resizeEvent(QResizeEvent *)
{
    arrange();
}

void PipelinePage::arrange()
{
    const int flow = theme().scaled(LedgerFlowPanel::kHeight);
    m_flow->setGeometry(0, 0, width(), flow);
    m_splitter->setGeometry(0, flow, width(), height() - flow);
    if (!m_arranged)
        m_splitter->setSizes({width() * 625 / 1000, width() - width() * 625 / 1000});
}

} // namespace widgets
