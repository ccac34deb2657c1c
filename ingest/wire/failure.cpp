// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/failure.h"

#include <initializer_list>

namespace ingest::wire {

namespace {

// The first text among members of `error`; empty where there is none.
std::string_view firstText(std::initializer_list<const Attribute *> places)
{
    for (const Attribute *place : places)
        if (isText(*place))
            return place->text;
    return {};
}

std::string_view textOf(const Attribute *scalar)
{
    return scalar != nullptr ? scalar->text : std::string_view();
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

std::string_view failureCategory(const FieldLookup &find, const Members &members)
{
    if (const Attribute *pointed = find.text(Field::category, {}, Reach::top))
        return pointed->text;
    const Level &top = members.top;
    const Level &data = members.data;
    const std::string_view given =
        firstText({&top.errorCategory, &data.errorCategory, &top.errorType, &data.errorType});
    if (!given.empty())
        return given;
    return textOf(find.text(Field::category, {Name::errorCategory, Name::reason, Name::code},
                            Reach::topThenData));
}

std::string_view failureMessage(const FieldLookup &find, const Members &members)
{
    if (const Attribute *pointed = find.text(Field::message, {}, Reach::top))
        return pointed->text;
    const std::string_view given =
        firstText({&members.top.errorMessage, &members.data.errorMessage});
    if (!given.empty())
        return given;
    if (const Attribute *message = find.text(Field::message, {Name::message}, Reach::topThenData))
        return message->text;
    for (const Level *level : {&members.top, &members.data})
        if (const Attribute *error = level->find(Name::error); error != nullptr && isString(*error))
            return error->text;
    return {};
}

} // namespace ingest::wire
