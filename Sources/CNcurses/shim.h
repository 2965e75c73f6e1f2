#ifndef COMMAND_CENTER_CNCURSES_SHIM_H
#define COMMAND_CENTER_CNCURSES_SHIM_H

// What Swift can't import of ncurses: globals, macros and variadic functions, as functions.

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <langinfo.h>
#include <string.h>
#include <sys/ioctl.h>
#include <wchar.h>

// Of <term.h>, which defines macros with names like columns and lines.
extern int setupterm(const char *terminal, int descriptor, int *result);

static inline WINDOW *curses_standard_window(void) { return stdscr; }
static inline WINDOW *curses_current_screen(void) { return curscr; }
static inline int curses_color_count(void) { return COLORS; }
static inline int curses_pair_count(void) { return COLOR_PAIRS; }
static inline attr_t curses_bold(void) { return WA_BOLD; }
static inline attr_t curses_dim(void) { return WA_DIM; }
static inline attr_t curses_reverse(void) { return WA_REVERSE; }
static inline attr_t curses_underline(void) { return WA_UNDERLINE; }

// 1 when terminfo knows the terminal, 0 when not, -1 when there is no database.
static inline int curses_find_terminal(const char *name, int descriptor) {
  int result = 1;
  if (setupterm((NCURSES_CONST char *)name, descriptor, &result) == OK) return 1;
  return result > 0 ? 0 : result;
}

// Of <sys/mman.h>, which declares it only where GNU's extensions are asked for.
extern int memfd_create(const char *name, unsigned int flags);

// Starts curses; it writes to the descriptor of a stream, which must be the terminal's at first. NULL when that fails.
static inline SCREEN *curses_start(FILE *output) { return newterm(NULL, output, stdin); }

// A file in memory that is not handed on to other programs; -1 with errno set when that fails.
static inline int curses_memory(void) { return memfd_create("frame", 1 /* MFD_CLOEXEC */); }

// A string capability, or NULL where the terminal lacks it.
static inline const char *curses_capability(const char *name) {
  const char *value = tigetstr((NCURSES_CONST char *)name);
  return value == (const char *)-1 ? NULL : value;
}

// Puts a row of count cells from column 0 on.
static inline void curses_put_row(int row, const cchar_t *cells, int count) {
  (void)mvwadd_wchnstr(stdscr, row, 0, cells, count);
}

static inline void curses_set_cell(cchar_t *cell, const wchar_t *characters, attr_t attributes, short pair) {
  (void)setcchar(cell, characters, attributes, pair, NULL);
}

static inline int curses_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

// The C library's width, which is what ncurses goes by; -1 for what it doesn't know.
static inline int curses_library_width(wchar_t character) { return wcwidth(character); }

// Character type of the user's locale if that is UTF-8, otherwise of C.UTF-8; 0 when neither is there.
static inline int curses_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

#endif
