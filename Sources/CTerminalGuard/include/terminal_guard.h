#ifndef COMMAND_CENTER_TERMINAL_GUARD_H
#define COMMAND_CENTER_TERMINAL_GUARD_H

// Puts the terminal back however the program ends: by a signal, a trap, exit(), or stopping for a while.
// One terminal at a time, armed and disarmed on one thread.

enum terminal_guard_news {
  terminal_guard_resized = 1,
  terminal_guard_continued = 2,
};

// Remembers the terminal's modes and takes over the signals. Call before ncurses starts.
//   input, output  descriptors of the terminal
//   wake           a pipe that does not block and gets a byte whenever there is news
//   enter, leave   sequences that take the screen over and give it back, less than 512 bytes each
// Returns 0, or -1 with errno set.
int terminal_guard_arm(int input, int output, int wake, const char *enter, const char *leave);

// From now on there is something to put back: ncurses has started and set its modes. Takes the signals again that
// ncurses may have taken.
void terminal_guard_entered(void);

// Puts the terminal back and the signals' former handlers in place.
void terminal_guard_disarm(void);

// What happened since the last call: bits of terminal_guard_news.
int terminal_guard_take_news(void);

// Stops the program as Ctrl-Z would, with the terminal put back meanwhile.
void terminal_guard_suspend(void);

// Sends standard error elsewhere while the screen is up: to a descriptor, or with -1 to memory, from where its last
// 64 KB follow on the true standard error once the screen is gone. Returns 0, or -1 with errno set.
int terminal_guard_hold_errors(int descriptor);

// Ends that, and shows what was held in memory.
void terminal_guard_release_errors(void);

#endif
