# SPDX-License-Identifier: GPL-3.0-or-later
# For tests: the large headers of others, read once for a target instead of once for each of its
# files, which is half of a test's compile time. Never a header of ours, which change, and never for
# the product's own files, which show by compiling that they include what they use.

# bellwether_precompile(TARGET GROUP...), a group being std, gtest, qt_core or qt_widgets
function(bellwether_precompile target)
  set(std <algorithm> <array> <chrono> <cmath> <functional> <map> <memory> <optional> <random> <set>
      <span> <string> <string_view> <unordered_map> <utility> <vector>)
  set(gtest <gtest/gtest.h>)
  set(qt_core <QAbstractTableModel> <QCoreApplication> <QDateTime> <QPointF> <QString> <QStringList>)
  set(qt_widgets <QtCharts/QtCharts> <QtWidgets/QtWidgets>)
  foreach(group ${ARGN})
    target_precompile_headers(${target} PRIVATE ${${group}})
  endforeach()
endfunction()
