// SPDX-License-Identifier: GPL-3.0-or-later
// How the oracle finds the fields of an event in its tree: the table of docs/protocol.md,
// literally.
#pragma once

#include "ingest/time.h"
#include "tests/ingest/wire/oracle/json.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace test::oracle {

// Every place of a field that holds a scalar other than null, in the order they are tried.
class Places
{
public:
    explicit Places(const Json &root) : m_root(root), m_data(root.member("data"))
    {
        if (m_data != nullptr && m_data->kind != Json::Kind::object)
            m_data = nullptr;
    }

    Places &pointers(const std::vector<std::string> &pointers);
    Places &top(std::initializer_list<std::string_view> names);
    Places &topThenData(std::initializer_list<std::string_view> names);
    // `parent`.`name` at the top, then in data.
    Places &nested(std::string_view parent, std::string_view name);

    [[nodiscard]] const Json *first() const;
    // The first that is a number or a text that is not empty.
    [[nodiscard]] const Json *firstText() const;
    [[nodiscard]] const std::vector<const Json *> &all() const { return m_found; }

private:
    void add(const Json *json);

    const Json &m_root;
    const Json *m_data;
    std::vector<const Json *> m_found;
};

[[nodiscard]] const Json *resolve(const Json &root, std::string_view pointer);
[[nodiscard]] std::optional<ingest::Timestamp> timeOf(const Json &json);
// `amount` in minor units of 10^-exponent, half away from zero.
[[nodiscard]] std::optional<std::int64_t> minorOf(const Json &amount, int exponent);
[[nodiscard]] int exponentOf(const std::string &currency);
[[nodiscard]] std::optional<double> numberOf(const Json &json);

} // namespace test::oracle
