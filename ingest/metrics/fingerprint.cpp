// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/fingerprint.h"

#include "ingest/metrics/token_shape.h"

#include <algorithm>

namespace ingest::metrics {

namespace {

// What lies behind does not tell one kind of message from another.
constexpr std::size_t kMessageBytes = 1024;
constexpr std::string_view kOpening = "([{<";
constexpr std::string_view kClosing = ".,;:!?)]}>";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The length of a quoted text at the front, quotes included; 0 where none begins or it never ends.
std::size_t quotedLength(std::string_view text)
{
    constexpr std::size_t kLongest = 512;
    const char quote = text.front();
    if (quote != '"' && quote != '\'' && quote != '`')
        return 0;
    const std::size_t end = text.substr(0, kLongest).find(quote, 1);
    return end == std::string_view::npos ? 0 : end + 1;
}

// Cutting may have split the last UTF-8 character.
void dropPartOfCharacter(std::string &text)
{
    std::size_t lead = text.size();
    while (lead > 0 && text.size() - lead < 4 &&
           (static_cast<unsigned char>(text[lead - 1]) & 0xc0u) == 0x80u)
        --lead;
    if (lead == 0)
        return;
    const auto first = static_cast<unsigned char>(text[lead - 1]);
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    if (text.size() - (lead - 1) < length)
        text.resize(lead - 1);
}

class Writer
{
public:
    explicit Writer(std::string &out) : m_out(out) { m_out.clear(); }

    [[nodiscard]] bool full() const { return m_out.size() >= kFingerprintBytes; }
    void space() { m_pendingSpace = !m_out.empty(); }

    void put(std::string_view text)
    {
        if (m_pendingSpace && m_out.size() < kFingerprintBytes)
            m_out += ' ';
        m_pendingSpace = false;
        m_out.append(text.substr(0, kFingerprintBytes - std::min(m_out.size(), kFingerprintBytes)));
    }

private:
    std::string &m_out;
    bool m_pendingSpace = false;
};

// One word without white space: its punctuation around, what it is inside.
void putWord(std::string_view word, Writer &out)
{
    if (isPlaceholder(word)) {
        out.put(word);
        return;
    }
    const std::size_t first = std::min(word.find_first_not_of(kOpening), word.size());
    out.put(word.substr(0, first));
    word.remove_prefix(first);
    std::size_t end = word.size();
    while (end > 0 && kClosing.find(word[end - 1]) != std::string_view::npos &&
           !isPlaceholder(word.substr(0, end)))
        --end;
    putMasked(word.substr(0, end), [&out](std::string_view text) { out.put(text); });
    out.put(word.substr(end));
}

} // namespace

void fingerprint(std::string_view message, std::string &out)
{
    message = message.substr(0, kMessageBytes);
    Writer writer(out);
    while (!message.empty() && !writer.full()) {
        if (isSpace(message.front())) {
            writer.space();
            message.remove_prefix(1);
            continue;
        }
        if (const std::size_t quoted = quotedLength(message)) {
            writer.put("<str>");
            message.remove_prefix(quoted);
            continue;
        }
        std::size_t length = 1;
        while (length < message.size() && !isSpace(message[length]) &&
               quotedLength(message.substr(length)) == 0)
            ++length;
        putWord(message.substr(0, length), writer);
        message.remove_prefix(length);
    }
    dropPartOfCharacter(out);
}

} // namespace ingest::metrics
