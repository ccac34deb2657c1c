// SPDX-License-Identifier: GPL-3.0-or-later
// Asks where a file is to be saved: where one of its kind was saved last, at first in the user's
// own folder for it. GUI thread.
#pragma once

#include <QString>

class QWidget;

namespace app {

// `name` is proposed; it has no folder, and its ending says the kind. `kinds` as file dialogs take
// them: "Picture (*.png);;Drawing (*.svg)". The whole name of the file, with the ending of the kind
// that was chosen where none was written, and kept as the place for the next; empty: not to be
// saved.
[[nodiscard]] QString askWhereToSave(QWidget *window, const QString &title, const QString &name,
                                     const QString &kinds);

// The folder that is proposed for such a name; it exists.
[[nodiscard]] QString placeToSave(const QString &name);

} // namespace app
