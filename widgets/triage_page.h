// SPDX-License-Identifier: GPL-3.0-or-later
// The Triage page: which failure, since when, whose, what changed, which customers, show me one.
// Lays out its panels and carries what is chosen in one to the others. GUI thread.
#pragma once

#include "models/triage_search.h"
#include "widgets/page.h"

#include <optional>

namespace widgets {

class CategoryList;
class FacetPanel;
class FilterBar;
class JourneyPanel;
class PanelTitle;
class SamplesPanel;
class TailPanel;
class WhatChangedPanel;

class TriagePage : public Page
{
    Q_OBJECT
public:
    explicit TriagePage(QWidget *parent = nullptr);
    ~TriagePage() override;

    void setTheme(const Theme &theme) override;
    [[nodiscard]] QString key() const override { return QStringLiteral("triage"); }
    [[nodiscard]] QString title() const override { return tr("Triage"); }
    [[nodiscard]] int digit() const override { return 2; }
    void show(const std::shared_ptr<const ingest::Snapshot> &snapshot) override;
    [[nodiscard]] PageStatus status(const ingest::Snapshot &snapshot) const override;
    [[nodiscard]] Exhibit *exhibit() override;
    [[nodiscard]] std::vector<QWidget *> zones() override;
    [[nodiscard]] std::vector<PageKey> keys() const override;
    bool closeOverlay() override;
    [[nodiscard]] QJsonObject shown() const override;
    // The samples become the events behind this figure, until another category is chosen or Esc;
    // what changed becomes about it, where it is of a ratio or of a span.
    void showFigure(const models::AskedFigure &asked);
    [[nodiscard]] const models::TriageFindings &findings() const { return m_search.findings(); }

Q_SIGNALS:
    // Somebody looks after this category.
    void acknowledged(const QString &category);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectParts();
    void arrange();
    void ask();
    // The same, after the samples became those of something else.
    void askAnew();
    void showFindings();
    void tellFacets();
    void takeCategory(bool byHand, bool other);
    void chooseSample(const QModelIndex &index);
    void chooseOfJourney(const models::JourneyLine::Dot &event);
    // What "what changed" is about: a ratio's title, or the category's name.
    [[nodiscard]] QString about() const;

    std::shared_ptr<const ingest::Snapshot> m_snapshot;
    int m_listed = 0; // px that all categories have needed so far
    models::TriageSearch m_search{this};

    FilterBar *m_filter;
    CategoryList *m_categories;
    WhatChangedPanel *m_changed;
    JourneyPanel *m_journey;
    SamplesPanel *m_samples;
    TailPanel *m_tail;
    PanelTitle *m_facetTitle;
    FacetPanel *m_facets;

    std::optional<models::AskedFigure> m_asked;
    std::uint64_t m_journeyKey = 0;
    std::uint64_t m_subject = 0; // another number where the samples are of something else
};

} // namespace widgets
