// SPDX-License-Identifier: GPL-3.0-or-later
// One page of the window, behind its tab: what the frame needs to know of it. A page is told of
// snapshots only while it is the one shown; its status is asked for all the time. GUI thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"
#include "widgets/themed_widget.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <vector>

namespace widgets {

// The worst status on a page and how many things have it; 0 leaves the count out.
struct PageStatus
{
    models::Status status = models::Status::unknown;
    int count = 0;
    bool operator==(const PageStatus &) const = default;
};

// A key of a page, for the list of all keys.
struct PageKey
{
    QString keys;
    QString does;
};

// Of one character, such as "A" or "?": some people cannot use them, so they can be switched off.
[[nodiscard]] bool isLetterKey(const QString &keys);

class Exhibit;

class Page : public ThemedWidget
{
    Q_OBJECT
public:
    using ThemedWidget::ThemedWidget;

    // "pipeline": stable, for --page and the settings.
    [[nodiscard]] virtual QString key() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    // Its place on the keyboard, 1 to 6, the same whichever pages exist.
    [[nodiscard]] virtual int digit() const = 0;

    // Called for every new snapshot while shown, and once when it becomes the page shown.
    virtual void show(const std::shared_ptr<const ingest::Snapshot> &snapshot) = 0;
    // Cheap: asked of every page once a second.
    [[nodiscard]] virtual PageStatus status(const ingest::Snapshot &snapshot) const = 0;

    // What is copied, saved and explained while nothing of it has the focus.
    [[nodiscard]] virtual Exhibit *exhibit() = 0;
    // What Ctrl+C puts on the clipboard then, where that is more than the exhibit's values.
    [[nodiscard]] virtual QString report() const { return {}; }
    // Moves the crosshair by so many points; false on a page without one.
    virtual bool stepCrosshair(int /*by*/) { return false; }
    // How the value at the crosshair is worked out, beside it; false where none is shown.
    virtual bool explainPoint() { return false; }
    // Whether single characters are keys of its own. Calls the base where overridden.
    virtual void setLetterKeys(bool on);
    // What F6 jumps between, in reading order.
    [[nodiscard]] virtual std::vector<QWidget *> zones() = 0;
    [[nodiscard]] virtual std::vector<PageKey> keys() const { return {}; }
    // Closes its topmost overlay; false where none is open.
    virtual bool closeOverlay() { return false; }
    // What stands on it beyond the snapshot's figures, for the desktop's report.
    [[nodiscard]] virtual QJsonObject shown() const { return {}; }
    // Positions of its splitters; empty without any.
    [[nodiscard]] virtual QByteArray saveLayout() const { return {}; }
    virtual void restoreLayout(const QByteArray & /*layout*/) {}

Q_SIGNALS:
    // 'What is this?' was asked by pointer; see models::explanationOf().
    void explanationWanted(const QString &key);
};

} // namespace widgets
