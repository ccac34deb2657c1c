// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/names.h"

#include "ingest/wire/name_table.h"

namespace ingest::wire {

Name nameOf(std::string_view member)
{
    return kNameTable.find(member).name;
}

} // namespace ingest::wire
