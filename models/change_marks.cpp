// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change_marks.h"

#include <QCoreApplication>

namespace models {

namespace {

constexpr std::size_t kMostChanges = 40;

QString changeMarksTr(const char *text)
{
    return QCoreApplication::translate("ChangeMarks", text);
}

QChar letterOf(ingest::config::MarkerKind kind)
{
    constexpr std::array<char16_t, ingest::config::kMarkerKinds.size()> kLetters{u'D', u'C', u'X',
                                                                                 u'L', u'N'};
    return kLetters.at(static_cast<std::size_t>(kind));
}

QString wordOf(ingest::config::MarkerKind kind)
{
    switch (kind) {
    case ingest::config::MarkerKind::deploy:
        return changeMarksTr("Deploy");
    case ingest::config::MarkerKind::campaign:
        return changeMarksTr("Campaign");
    case ingest::config::MarkerKind::chaos:
        return changeMarksTr("Chaos test");
    case ingest::config::MarkerKind::launch:
        return changeMarksTr("Launch");
    case ingest::config::MarkerKind::note:
        break;
    }
    return changeMarksTr("Note");
}

} // namespace

ChangeMark changeMark(const ingest::Marker &marker)
{
    return {toMs(marker.at), letterOf(marker.kind), wordOf(marker.kind),
            QString::fromStdString(marker.title)};
}

std::vector<ChangeMark> changeMarks(const std::vector<ingest::Marker> &markers, double fromMs,
                                    double toMs)
{
    std::vector<ChangeMark> marks;
    for (const ingest::Marker &marker : markers)
        if (const double ms = models::toMs(marker.at); ms >= fromMs && ms <= toMs)
            marks.push_back(changeMark(marker));
    if (marks.size() > kMostChanges)
        marks.erase(marks.begin(), marks.end() - kMostChanges);
    return marks;
}

} // namespace models
