#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// What the handlers read is written before they are installed, or is a lock-free atomic. They call nothing but
// functions that POSIX lists as safe in a handler.

static const int ending[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGTERM, SIGHUP, SIGQUIT, SIGINT};
enum { ending_count = sizeof ending / sizeof ending[0], others_count = 3 };
static const int others[others_count] = {SIGWINCH, SIGTSTP, SIGCONT};

static struct sigaction former[ending_count + others_count];
static struct termios before_screen, on_screen;
static char enter_sequence[512], leave_sequence[512];
static int input_descriptor = -1, output_descriptor = -1, wake_descriptor = -1;
static int true_errors = -1, held_errors = -1;
static atomic_int entered, news;
static int armed, registered_at_exit;
static char signal_stack[64 * 1024];

// Writes all of it, but waits no longer than 200 ms for a terminal that takes nothing (Ctrl-S, a dead line).
static void write_patiently(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
    if (poll(&ready, 1, 200) <= 0 || !(ready.revents & POLLOUT)) return;
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno != EINTR) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

static void show_held_errors(void) {
  enum { most = 64 * 1024 };
  if (true_errors < 0) return;
  dup2(true_errors, STDERR_FILENO);
  if (held_errors < 0) return;
  off_t size = lseek(held_errors, 0, SEEK_END);
  lseek(held_errors, size > most ? size - most : 0, SEEK_SET);
  char piece[1024];
  ssize_t count;
  while ((count = read(held_errors, piece, sizeof piece)) > 0) write_patiently(true_errors, piece, (size_t)count);
  if (ftruncate(held_errors, 0) == 0) lseek(held_errors, 0, SEEK_SET);
}

// A program in the background, stopped or about to end, leaves the modes to the shell that has the terminal now.
static int in_foreground(void) { return tcgetpgrp(input_descriptor) == getpgrp(); }

static void give_back(void) {
  if (!atomic_exchange(&entered, 0)) return;
  write_patiently(output_descriptor, leave_sequence, strlen(leave_sequence));
  if (in_foreground()) tcsetattr(input_descriptor, TCSANOW, &before_screen);
}

static void take_over(void) {
  // In the background this stops the program until it is in the foreground again.
  tcsetattr(input_descriptor, TCSANOW, &on_screen);
  atomic_store(&entered, 1);
  write_patiently(output_descriptor, enter_sequence, strlen(enter_sequence));
}

static void tell(int what) {
  atomic_fetch_or(&news, what);
  ssize_t written = write(wake_descriptor, "", 1);
  (void)written;  // A full pipe wakes as well.
}

static void handle(int number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigfillset(&action.sa_mask);
  // These must be able to stop the program inside a handler, and a fault in a handler must end it.
  int open[] = {SIGTTOU, SIGTTIN, SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  for (size_t index = 0; index < sizeof open / sizeof open[0]; index++) sigdelset(&action.sa_mask, open[index]);
  sigaction(number, &action, NULL);
}

static void raise_by_default(int number) {
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  signal(number, SIG_DFL);
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
}

static void end(int number) {
  signal(SIGTTOU, SIG_IGN);
  give_back();
  show_held_errors();
  raise_by_default(number);
  _exit(128 + number);
}

static void stop(int number) {
  int saved = errno;
  give_back();
  raise_by_default(number);
  // Here the program goes on, or never stopped because nobody could have made it go on.
  handle(SIGTSTP, stop);
  take_over();
  tell(terminal_guard_continued);
  errno = saved;
}

static void go_on(int number) {
  (void)number;
  int saved = errno;
  take_over();
  tell(terminal_guard_continued);
  errno = saved;
}

static void note_resize(int number) {
  (void)number;
  int saved = errno;
  tell(terminal_guard_resized);
  errno = saved;
}

static void take_signals(void) {
  for (int index = 0; index < ending_count; index++) {
    // What a parent has told the program to ignore, as nohup does, stays ignored.
    if (former[index].sa_handler != SIG_IGN) handle(ending[index], end);
  }
  handle(SIGWINCH, note_resize);
  handle(SIGTSTP, stop);
  // What a parent has blocked stays blocked over exec, and resizes would go unnoticed.
  sigset_t taken;
  sigemptyset(&taken);
  for (int index = 0; index < ending_count; index++) sigaddset(&taken, ending[index]);
  for (int index = 0; index < others_count; index++) sigaddset(&taken, others[index]);
  pthread_sigmask(SIG_UNBLOCK, &taken, NULL);
}

static void at_exit(void) {
  if (!armed) return;
  give_back();
  show_held_errors();
}

int terminal_guard_arm(int input, int output, int wake, const char *enter, const char *leave) {
  if (strlen(enter) >= sizeof enter_sequence || strlen(leave) >= sizeof leave_sequence || armed) {
    errno = EINVAL;
    return -1;
  }
  if (tcgetattr(input, &before_screen) != 0) return -1;
  strcpy(enter_sequence, enter);
  strcpy(leave_sequence, leave);
  input_descriptor = input;
  output_descriptor = output;
  wake_descriptor = wake;
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  for (int index = 0; index < ending_count; index++) sigaction(ending[index], NULL, &former[index]);
  for (int index = 0; index < others_count; index++) sigaction(others[index], NULL, &former[ending_count + index]);
  if (!registered_at_exit) registered_at_exit = atexit(at_exit) == 0;
  armed = 1;
  take_signals();
  return 0;
}

void terminal_guard_entered(void) {
  tcgetattr(input_descriptor, &on_screen);
  atomic_store(&entered, 1);
  take_signals();
  handle(SIGCONT, go_on);
}

void terminal_guard_disarm(void) {
  if (!armed) return;
  give_back();
  for (int index = 0; index < ending_count; index++) sigaction(ending[index], &former[index], NULL);
  for (int index = 0; index < others_count; index++) sigaction(others[index], &former[ending_count + index], NULL);
  atomic_store(&news, 0);
  armed = 0;
}

int terminal_guard_take_news(void) { return atomic_exchange(&news, 0); }

void terminal_guard_suspend(void) { raise(SIGTSTP); }

int terminal_guard_hold_errors(int descriptor) {
  int saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (saved < 0) return -1;
  int target = descriptor >= 0 ? descriptor : memfd_create("standard-error", MFD_CLOEXEC);
  if (target < 0 || dup2(target, STDERR_FILENO) < 0) {
    close(saved);
    if (descriptor < 0 && target >= 0) close(target);
    return -1;
  }
  true_errors = saved;
  held_errors = descriptor >= 0 ? -1 : target;
  return 0;
}

void terminal_guard_release_errors(void) {
  if (true_errors < 0) return;
  show_held_errors();
  close(true_errors);
  if (held_errors >= 0) close(held_errors);
  true_errors = held_errors = -1;
}
