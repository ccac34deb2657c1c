// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/failure.h"

#include <initializer_list>

namespace ingest::wire {

namespace {

// The first text among members of `error`; null where there is none.
const Attribute *firstText(std::initializer_list<const Attribute *> places)
{
    for (const Attribute *place : places)
        if (isText(*place))
            return place;
    return nullptr;
}

bool isString(const Attribute &scalar)
{
    return scalar.kind == ValueKind::string && !scalar.text.empty();
}

} // namespace

bool endsAsFailure(std::string_view type)
{
    return type.ends_with("failed") || type.ends_with("error") || type.ends_with("declined") ||
           type.ends_with("rejected");
}

bool saysFailure(const Level &level)
{
    if (level.errorIsContainer)
        return true;
    const Attribute *error = level.find(Name::error);
    return error != nullptr && !(error->kind == ValueKind::boolean && error->text == "false");
}

const Attribute *failureCategory(const FieldLookup &find, const Members &members)
{
    if (const Attribute *pointed = find.text(Field::category, {}, Reach::top))
        return pointed;
    const Level &top = members.top;
    const Level &data = members.data;
    if (const Attribute *given =
            firstText({&top.errorCategory, &data.errorCategory, &top.errorType, &data.errorType}))
        return given;
    return find.text(Field::category, {Name::errorCategory, Name::reason, Name::code},
                     Reach::topThenData);
}

const Attribute *failureMessage(const FieldLookup &find, const Members &members)
{
    if (const Attribute *pointed = find.text(Field::message, {}, Reach::top))
        return pointed;
    if (const Attribute *given = firstText({&members.top.errorMessage, &members.data.errorMessage}))
        return given;
    if (const Attribute *message = find.text(Field::message, {Name::message}, Reach::topThenData))
        return message;
    for (const Level *level : {&members.top, &members.data})
        if (const Attribute *error = level->find(Name::error); error != nullptr && isString(*error))
            return error;
    return nullptr;
}

} // namespace ingest::wire
