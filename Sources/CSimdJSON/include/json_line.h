#ifndef COMMAND_CENTER_JSON_LINE_H
#define COMMAND_CENTER_JSON_LINE_H

#include <stddef.h>
#include <stdint.h>

// Reads lines of JSON with simdjson, which is C++, and lays each out as an array that Swift can walk.
// No exception leaves it; a reader is used by one thread at a time.

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

enum json_kind {
  json_null,
  json_flag,
  json_text,
  // An integer of 64 bits with a sign.
  json_whole,
  // Another number, for which a double stands.
  json_decimal,
  // A number that is so long, large or small, or so written, that its text has to be looked at.
  json_unusual,
  json_list,
  json_object,
};

// A value, and its key where it is an object's. Those inside of it follow it.
struct json_node {
  // Escapes are resolved; NULL for an element of a list and the outermost object.
  const char *_Nullable key;
  size_t key_length;
  enum json_kind kind;
  // The number of the node behind the last one inside of this.
  uint32_t end;
  // A text with its escapes resolved, a number as it is written.
  const char *_Nullable text;
  size_t text_length;
  // Of a whole number its value, of a flag 0 or 1.
  int64_t whole;
  double decimal;
};

enum json_verdict {
  // Well-formed by RFC 8259 and UTF-8, an object, no deeper than was allowed, without equal keys in one object.
  json_good,
  // Laid out, but whether it is good is left to somebody stricter.
  json_unsure,
  // Not laid out: something is wrong with it.
  json_failed,
};

struct json_reader;

// A reader of objects that are nested no deeper than `depth`, the outermost counted.
struct json_reader *json_reader_make(size_t depth);
void json_reader_free(struct json_reader *reader);

// Reads a line. It keeps its room from line to line: once that has grown, reading an ordinary line takes no memory.
enum json_verdict json_reader_read(struct json_reader *reader, const uint8_t *bytes, size_t count);

// The nodes of the line read last, the outermost object first; they live until the next is read.
const struct json_node *json_reader_nodes(const struct json_reader *reader, size_t *count);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif

#endif
