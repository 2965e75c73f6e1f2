#include "json_line.h"

#include <simdjson.h>

#include <cstring>
#include <string_view>
#include <vector>

using namespace simdjson;

// Beyond this many keys of one object looking for equal ones one by one takes too long.
static constexpr size_t few_keys = 64;

// No longer number is left to simdjson: version 3.0.1 reads some of more than 19 digits wrongly.
static constexpr size_t plain_number = 19;

// Room for more than this many nodes is not kept for the next line.
static constexpr size_t most_nodes = 4096;

struct json_reader {
  explicit json_reader(size_t depth) noexcept : depth_limit(depth) {}

  static json_reader *make(size_t depth) noexcept { return new json_reader(depth); }

  json_verdict read(const uint8_t *bytes, size_t count) noexcept {
    nodes.clear();
    if (nodes.capacity() > most_nodes) nodes.shrink_to_fit();
    // Some versions let half of a surrogate pair pass that is written as an escape.
    is_sure = std::string_view(reinterpret_cast<const char *>(bytes), count).find("\\u") == std::string_view::npos;
    if (buffer.size() < count + SIMDJSON_PADDING) buffer.resize(count + SIMDJSON_PADDING);
    std::memcpy(buffer.data(), bytes, count);
    std::memset(buffer.data() + count, ' ', SIMDJSON_PADDING);
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(buffer.data(), count, buffer.size()).get(document) != SUCCESS) return json_failed;
    if (document.get_object().get(object) != SUCCESS) return json_failed;
    begin(std::string_view());
    if (!add_fields(object, 1)) return json_failed;
    // There is a location as long as something follows.
    if (document.current_location().error() != OUT_OF_BOUNDS) return json_failed;
    nodes[0].end = static_cast<uint32_t>(nodes.size());
    return is_sure ? json_good : json_unsure;
  }

  std::vector<json_node> nodes;

private:
  void begin(std::string_view key) {
    json_node node = {};
    node.key = key.data();
    node.key_length = key.size();
    node.kind = json_object;
    nodes.push_back(node);
  }

  bool add_fields(ondemand::object object, size_t depth) {
    if (depth > depth_limit) return false;
    const size_t first = nodes.size();
    size_t keys = 0;
    for (auto item : object) {
      std::string_view key;
      ondemand::value value;
      if (item.unescaped_key().get(key) != SUCCESS || item.value().get(value) != SUCCESS) return false;
      if (++keys > few_keys) {
        is_sure = false;
      } else if (has_key(first, key)) {
        return false;
      }
      if (!add(key, value, depth)) return false;
    }
    return true;
  }

  bool has_key(size_t first, std::string_view key) const {
    for (size_t place = first; place < nodes.size(); place = nodes[place].end) {
      const json_node &node = nodes[place];
      if (node.key_length == key.size() && std::memcmp(node.key, key.data(), key.size()) == 0) return true;
    }
    return false;
  }

  bool add_elements(ondemand::array array, size_t depth) {
    if (depth > depth_limit) return false;
    for (auto item : array) {
      ondemand::value element;
      if (item.get(element) != SUCCESS || !add(std::string_view(), element, depth)) return false;
    }
    return true;
  }

  bool add(std::string_view key, ondemand::value value, size_t depth) {
    const size_t place = nodes.size();
    begin(key);
    if (!fill(place, value, depth)) return false;
    nodes[place].end = static_cast<uint32_t>(nodes.size());
    return true;
  }

  // What is inside of a list or an object may move the nodes: they are named by place.
  bool fill(size_t place, ondemand::value value, size_t depth) {
    ondemand::json_type type;
    if (value.type().get(type) != SUCCESS) return false;
    switch (type) {
    case ondemand::json_type::object: {
      ondemand::object object;
      return value.get_object().get(object) == SUCCESS && add_fields(object, depth + 1);
    }
    case ondemand::json_type::array: {
      ondemand::array array;
      nodes[place].kind = json_list;
      return value.get_array().get(array) == SUCCESS && add_elements(array, depth + 1);
    }
    case ondemand::json_type::string: {
      std::string_view text;
      if (value.get_string().get(text) != SUCCESS) return false;
      nodes[place].kind = json_text;
      set_text(nodes[place], text);
      return true;
    }
    case ondemand::json_type::number:
      fill_number(nodes[place], value);
      return true;
    case ondemand::json_type::boolean: {
      bool flag;
      if (value.get_bool().get(flag) != SUCCESS) return false;
      nodes[place].kind = json_flag;
      nodes[place].whole = flag;
      return true;
    }
    case ondemand::json_type::null: {
      bool is_null;
      nodes[place].kind = json_null;
      return simdjson_result<bool>(value.is_null()).get(is_null) == SUCCESS && is_null;
    }
    default: return false;
    }
  }

  void fill_number(json_node &node, ondemand::value value) {
    std::string_view token = value.raw_json_token();
    token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
    set_text(node, token);
    if (value.get_int64().get(node.whole) == SUCCESS) {
      node.kind = json_whole;
    } else if (value.get_double().get(node.decimal) == SUCCESS) {
      node.kind = json_decimal;
    } else {
      node.kind = json_unusual;
      is_sure = false;
    }
    const bool is_plain = token.size() <= plain_number && token.find_first_of("eE") == std::string_view::npos;
    if (!is_plain || token == "-0") node.kind = json_unusual;
  }

  static void set_text(json_node &node, std::string_view text) {
    node.text = text.data();
    node.text_length = text.size();
  }

  ondemand::parser parser;
  std::vector<char> buffer;
  const size_t depth_limit;
  bool is_sure = true;
};

json_reader *json_reader_make(size_t depth) { return json_reader::make(depth); }

void json_reader_free(json_reader *reader) { delete reader; }

json_verdict json_reader_read(json_reader *reader, const uint8_t *bytes, size_t count) {
  return reader->read(bytes, count);
}

const json_node *json_reader_nodes(const json_reader *reader, size_t *count) {
  *count = reader->nodes.size();
  return reader->nodes.data();
}
