// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/save_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

namespace app {

namespace {

bool isPicture(const QString &name)
{
    const QString ending = QFileInfo(name).suffix().toLower();
    return ending == QStringLiteral("png") || ending == QStringLiteral("svg");
}

QString placeKey(const QString &name)
{
    return QStringLiteral("saved/") +
           (isPicture(name) ? QStringLiteral("pictures") : QFileInfo(name).suffix().toLower());
}

// "svg" of "Drawing (*.svg)"; empty where it names none.
QString endingOf(const QString &kind)
{
    static const QRegularExpression pattern(QStringLiteral("\\*\\.(\\w+)"));
    return pattern.match(kind).captured(1);
}

} // namespace

QString placeToSave(const QString &name)
{
    const QString last = QSettings().value(placeKey(name)).toString();
    if (!last.isEmpty() && QDir(last).exists())
        return last;
    const QString own = QStandardPaths::writableLocation(
        isPicture(name) ? QStandardPaths::PicturesLocation : QStandardPaths::DocumentsLocation);
    return !own.isEmpty() && QDir(own).exists() ? own : QDir::homePath();
}

QString askWhereToSave(QWidget *window, const QString &title, const QString &name,
                       const QString &kinds)
{
    QFileDialog dialog(window, title, placeToSave(name), kinds);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(name).suffix());
    dialog.selectFile(name);
    QObject::connect(
        &dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString &kind) {
            const QFileInfo written(dialog.selectedFiles().value(0));
            dialog.setDefaultSuffix(endingOf(kind));
            dialog.selectFile(written.completeBaseName() + QLatin1Char('.') + endingOf(kind));
        });
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    const QString file = dialog.selectedFiles().front();
    QSettings().setValue(placeKey(name), QFileInfo(file).absolutePath());
    return file;
}

} // namespace app
