// SPDX-License-Identifier: GPL-3.0-or-later
// Copies and saves exhibits: the menu on a chart or a table, Ctrl+C and Ctrl+S. What came of it is
// said by said(), never in a box of its own. GUI thread.
#pragma once

#include "widgets/theme.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace widgets {

class Exhibit;

class ExhibitExport : public QObject
{
    Q_OBJECT
public:
    // Asks where to save: a suggested name without a folder and the kinds on offer give a whole
    // name, or nothing.
    using AskName = std::function<QString(const QString &suggested, const QString &kinds)>;

    explicit ExhibitExport(QWidget *window);

    void setTheme(const Theme &theme) { m_theme = theme; }
    // In front of the time in captions: "last 1 h"; `asOfMs` since 1970.
    void setTime(const QString &window, double asOfMs);
    // Before it nothing is saved.
    void setAskName(AskName ask) { m_askName = std::move(ask); }

    void copyFigures(Exhibit &exhibit);
    void copyPicture(Exhibit &exhibit);
    // The name's ending says what it becomes: png, svg, csv or tsv.
    void save(Exhibit &exhibit);
    void openMenu(Exhibit &exhibit, const QPoint &globalPlace);

Q_SIGNALS:
    void said(const QString &text, bool good);
    void explanationWanted(const QString &key);

private:
    [[nodiscard]] QString captionOf(Exhibit &exhibit) const;
    [[nodiscard]] QByteArray bytesOf(Exhibit &exhibit, const QString &ending) const;

    QWidget *m_window;
    Theme m_theme = darkTheme();
    QString m_span;
    double m_asOfMs = 0;
    AskName m_askName = [](const QString &, const QString &) { return QString(); };
};

// Writes the whole file or leaves what was there; otherwise what is wrong, in words.
[[nodiscard]] QString writeWhole(const QString &name, const QByteArray &bytes);

} // namespace widgets
