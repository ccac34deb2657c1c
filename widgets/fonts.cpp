// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fonts.h"

#include <QFontDatabase>
#include <QString>

namespace widgets {

bool loadFonts()
{
    bool all = true;
    for (const char *file :
         {"BellwetherSans-Regular.otf", "BellwetherSans-Medium.otf", "BellwetherSans-SemiBold.otf",
          "BellwetherSans-Bold.otf", "JetBrainsMono-Regular.ttf"}) {
        const QString path = QStringLiteral(":/fonts/") + QString::fromLatin1(file);
        all = QFontDatabase::addApplicationFont(path) >= 0 && all;
    }
    return all;
}

} // namespace widgets
