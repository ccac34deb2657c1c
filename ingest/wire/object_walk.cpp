// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/object_walk.h"

#include "ingest/wire/decimal.h"

#include <array>
#include <bit>
#include <charconv>

namespace ingest::wire {

namespace {

namespace od = simdjson::ondemand;

// A raw token runs to the next structural character: cut the white space behind it.
std::string_view trimmed(std::string_view token)
{
    const std::size_t last = token.find_last_not_of(" \t\r\n");
    return token.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

} // namespace

Reason reasonOf(simdjson::error_code error)
{
    switch (error) {
    case simdjson::UTF8_ERROR:
        return Reason::notUtf8;
    case simdjson::CAPACITY:
        return Reason::tooLarge;
    case simdjson::DEPTH_ERROR:
        return Reason::tooDeep;
    default:
        return Reason::notJson;
    }
}

std::optional<Reason> ObjectWalk::walk(od::object object)
{
    return walkMembers(object, Role::top, &m_members.top, m_paths.all(), 1);
}

std::optional<Reason> ObjectWalk::skip(od::value value)
{
    return walkValue(value, 0, 1);
}

ObjectWalk::Failure ObjectWalk::walkMembers(od::object object, Role role, Level *level,
                                            PointerPaths::Mask mask, int depth)
{
    if (depth > kMaxDepth)
        return Reason::tooDeep;
    for (auto result : object) {
        od::field field;
        if (const auto error = std::move(result).get(field))
            return reasonOf(error);
        if (const Failure failure = walkMember(field, role, level, mask, depth))
            return failure;
    }
    return std::nullopt;
}

ObjectWalk::Failure ObjectWalk::walkElements(od::array array, PointerPaths::Mask mask, int depth)
{
    if (depth > kMaxDepth)
        return Reason::tooDeep;
    std::size_t index = 0;
    for (auto result : array) {
        od::value value;
        if (const auto error = std::move(result).get(value))
            return reasonOf(error);
        PointerPaths::Mask inner = 0;
        if (mask != 0) {
            std::array<char, 20> text{};
            const auto end = std::to_chars(text.begin(), text.end(), index).ptr;
            inner = m_paths.step(mask, static_cast<std::size_t>(depth) - 1,
                                 {text.data(), static_cast<std::size_t>(end - text.begin())});
        }
        if (const Failure failure = walkValue(value, inner, depth + 1))
            return failure;
        ++index;
    }
    return std::nullopt;
}

ObjectWalk::Failure ObjectWalk::walkMember(od::field field, Role role, Level *level,
                                           PointerPaths::Mask mask, int depth)
{
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key))
        return reasonOf(error);
    const PointerPaths::Mask inner =
        mask == 0 ? 0 : m_paths.step(mask, static_cast<std::size_t>(depth) - 1, key);
    od::value value = field.value();
    od::json_type type{};
    if (const auto error = value.type().get(type))
        return reasonOf(error);
    if (level == nullptr)
        return walkValue(value, inner, depth + 1);

    const bool eventLevel = role == Role::top || role == Role::data;
    const Name name = eventLevel ? nameOf(key) : Name::unknown;
    const bool first = name == Name::unknown || level->admit(name);
    if (type == od::json_type::object) {
        od::object object;
        if (const auto error = value.get_object().get(object))
            return reasonOf(error);
        if (first && name == Name::data && role == Role::top) {
            m_members.hasData = true;
            return walkMembers(object, Role::data, &m_members.data, inner, depth + 1);
        }
        if (first && name == Name::error) {
            level->errorIsObject = true;
            return walkMembers(object, Role::error, level, inner, depth + 1);
        }
        return walkMembers(object, Role::other, nullptr, inner, depth + 1);
    }
    if (type == od::json_type::array) {
        od::array array;
        if (const auto error = value.get_array().get(array))
            return reasonOf(error);
        return walkElements(array, inner, depth + 1);
    }
    Scalar scalar;
    if (const Failure failure = readScalar(value, scalar))
        return failure;
    keepPointed(inner, depth, scalar);
    if (eventLevel && name != Name::unknown && first)
        level->known[static_cast<std::size_t>(name)] = scalar;
    keepScalar(key, scalar, role, *level);
    return std::nullopt;
}

void ObjectWalk::keepScalar(std::string_view key, const Scalar &scalar, Role role, Level &level)
{
    if (role != Role::error) {
        level.keep(key, scalar);
        return;
    }
    const auto keepFirst = [&scalar](Scalar &place) {
        if (place.text.data() == nullptr)
            place = scalar;
    };
    if (key == "category")
        keepFirst(level.errorCategory);
    else if (key == "type")
        keepFirst(level.errorType);
    else if (key == "message")
        keepFirst(level.errorMessage);
}

ObjectWalk::Failure ObjectWalk::walkValue(od::value value, PointerPaths::Mask mask, int depth)
{
    od::json_type type{};
    if (const auto error = value.type().get(type))
        return reasonOf(error);
    if (type == od::json_type::object) {
        od::object object;
        if (const auto error = value.get_object().get(object))
            return reasonOf(error);
        return walkMembers(object, Role::other, nullptr, mask, depth);
    }
    if (type == od::json_type::array) {
        od::array array;
        if (const auto error = value.get_array().get(array))
            return reasonOf(error);
        return walkElements(array, mask, depth);
    }
    Scalar scalar;
    if (const Failure failure = readScalar(value, scalar))
        return failure;
    keepPointed(mask, depth - 1, scalar);
    return std::nullopt;
}

ObjectWalk::Failure ObjectWalk::readScalar(od::value value, Scalar &scalar)
{
    const std::string_view token = trimmed(value.raw_json_token());
    if (token.empty())
        return Reason::notJson;
    switch (token.front()) {
    case '"':
        scalar.kind = ValueKind::string;
        if (const auto error = value.get_string().get(scalar.text))
            return reasonOf(error);
        return std::nullopt;
    case 't':
    case 'f':
        if (token != "true" && token != "false")
            return Reason::notJson;
        scalar.kind = ValueKind::boolean;
        break;
    case 'n':
        if (token != "null")
            return Reason::notJson;
        scalar.kind = ValueKind::null;
        break;
    default: {
        bool wellFormed = false;
        const auto number = parseNumber(token, wellFormed);
        if (!wellFormed)
            return Reason::notJson;
        scalar.kind = ValueKind::number;
        scalar.inRange = number.has_value();
        scalar.number = number.value_or(0);
    }
    }
    scalar.text = token;
    return std::nullopt;
}

void ObjectWalk::keepPointed(PointerPaths::Mask mask, int depth, const Scalar &scalar)
{
    for (PointerPaths::Mask left =
             m_paths.ending(mask, static_cast<std::size_t>(depth)) & ~m_members.pointedSeen;
         left != 0; left &= left - 1) {
        const auto index = static_cast<std::size_t>(std::countr_zero(left));
        m_members.pointed.at(index) = scalar;
        m_members.pointedSeen |= PointerPaths::Mask{1} << index;
    }
}

} // namespace ingest::wire
