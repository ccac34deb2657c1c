// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exhibit_export.h"

#include "widgets/exhibit.h"
#include "widgets/exhibit_picture.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSaveFile>

#include <cmath>

namespace widgets {

namespace {

const QStringList &endings()
{
    static const QStringList all{QStringLiteral("png"), QStringLiteral("svg"),
                                 QStringLiteral("csv"), QStringLiteral("tsv")};
    return all;
}

} // namespace

ExhibitExport::ExhibitExport(QWidget *window) : QObject(window), m_window(window) {}

void ExhibitExport::setTime(const QString &window, double asOfMs)
{
    m_span = window;
    m_asOfMs = asOfMs;
}

QString ExhibitExport::captionOf(Exhibit &exhibit) const
{
    const QDateTime asOf = QDateTime::fromMSecsSinceEpoch(std::llround(m_asOfMs), Qt::UTC);
    return tr("%1, %2 to %3 UTC, Bellwether")
        .arg(exhibit.figures().title, m_span, asOf.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

void ExhibitExport::copyFigures(Exhibit &exhibit)
{
    QApplication::clipboard()->setText(models::toTsv(exhibit.figures()));
}

void ExhibitExport::copyPicture(Exhibit &exhibit)
{
    QApplication::clipboard()->setImage(pictureOf(exhibit, captionOf(exhibit), m_theme));
    Q_EMIT said(tr("The picture is on the clipboard."), true);
}

QByteArray ExhibitExport::bytesOf(Exhibit &exhibit, const QString &ending) const
{
    if (ending == QStringLiteral("png"))
        return pngOf(exhibit, captionOf(exhibit), m_theme);
    if (ending == QStringLiteral("svg"))
        return svgOf(exhibit, captionOf(exhibit), m_theme);
    const models::FigureTable table = exhibit.figures();
    return (ending == QStringLiteral("csv") ? models::toCsv(table) : models::toTsv(table)).toUtf8();
}

void ExhibitExport::save(Exhibit &exhibit)
{
    const QString pictures = tr("Picture (*.png);;Drawing (*.svg)");
    const QString rows = tr("Rows, commas (*.csv);;Rows, tabs (*.tsv)");
    const QString kinds = exhibit.isDrawn() ? pictures + QStringLiteral(";;") + rows : rows;
    const QDateTime asOf = QDateTime::fromMSecsSinceEpoch(std::llround(m_asOfMs), Qt::UTC);
    const QString stem =
        exhibit.figures().name + asOf.toString(QStringLiteral("'-'yyyyMMdd'T'HHmmss'Z'"));
    const QString first = exhibit.isDrawn() ? endings().front() : QStringLiteral("csv");
    const QString name = m_askName(stem + QLatin1Char('.') + first, kinds);
    if (name.isEmpty())
        return;
    const QString ending = QFileInfo(name).suffix().toLower();
    if (!endings().contains(ending) || (!exhibit.isDrawn() && endings().indexOf(ending) < 2))
        return Q_EMIT said(
            tr("%1 was not saved: the name must end in %2.")
                .arg(QDir::toNativeSeparators(name),
                     exhibit.isDrawn() ? tr(".png, .svg, .csv or .tsv") : tr(".csv or .tsv")),
            false);
    const QString wrong = writeWhole(name, bytesOf(exhibit, ending));
    if (wrong.isEmpty())
        Q_EMIT said(tr("Saved as %1.").arg(QDir::toNativeSeparators(name)), true);
    else
        Q_EMIT said(tr("%1 was not saved: %2.").arg(QDir::toNativeSeparators(name), wrong), false);
}

void ExhibitExport::openMenu(Exhibit &exhibit, const QPoint &globalPlace)
{
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setFont(m_theme.font(13));
    const QPointer<QWidget> widget = widgetOf(&exhibit);
    const auto add = [&](const QString &text, auto act) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, [widget, &exhibit, act] {
            if (widget) // the page may have gone while the menu was open
                act(exhibit);
        });
        return action;
    };
    add(tr("Copy the values\tCtrl+C"), [this](Exhibit &one) { copyFigures(one); });
    if (exhibit.isDrawn())
        add(tr("Copy the picture"), [this](Exhibit &one) { copyPicture(one); });
    add(tr("Save…\tCtrl+S"), [this](Exhibit &one) { save(one); });
    menu->addSeparator();
    add(tr("What is this?\tE"),
        [this](Exhibit &one) { Q_EMIT explanationWanted(one.explained()); });
    menu->popup(globalPlace);
}

QString writeWhole(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(bytes) == static_cast<qint64>(bytes.size()) && file.commit();
    return written ? QString() : file.errorString();
}

} // namespace widgets
