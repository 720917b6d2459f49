#ifndef CN_SHIM_H
#define CN_SHIM_H

// What Swift cannot see of ncursesw: macros, and globals which are not concurrency-safe.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <wchar.h>
#include <curses.h>

// Declared by the C library only for X/Open sources.
extern int wcwidth(wchar_t character);
// Of <term.h>, which would bring a second <termios.h> beside that of Glibc.
extern char *tigetstr(const char *name);

static const attr_t cn_bold = WA_BOLD;

// A screen on standard output and input; NULL when the terminal is not known.
static inline SCREEN *cn_open(const char *terminal) { return newterm(terminal, stdout, stdin); }

static inline int cn_rows(void) { return getmaxy(stdscr); }
static inline int cn_columns(void) { return getmaxx(stdscr); }
static inline int cn_colours(void) { return COLORS; }

// cbreak, no echo, nothing waited for, no line moved by the terminal: the same bytes everywhere.
static inline void cn_quiet_modes(void) {
  cbreak();
  noecho();
  nonl();
  typeahead(-1);
  intrflush(stdscr, FALSE);
  idlok(stdscr, FALSE);
  idcok(stdscr, FALSE);
}

// Blanks the whole window in a colour pair.
static inline void cn_erase(int pair) {
  cchar_t blank;
  if (setcchar(&blank, L" ", WA_NORMAL, (short)pair, NULL) != ERR) wbkgrndset(stdscr, &blank);
  werase(stdscr);
}

// One base character and its marks, ended by 0; what the locale cannot print becomes `?`.
static inline void cn_put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  int width = wcwidth(text[0]);
  const wchar_t *shown = width < 1 || column + width > getmaxx(stdscr) ? L"?" : text;
  if (setcchar(&cell, shown, attributes, (short)pair, NULL) == ERR) return;
  mvwadd_wch(stdscr, row, column, &cell);
}

// Sends what changed; a negative row hides the cursor.
static inline void cn_update(int row, int column) {
  curs_set(row < 0 ? 0 : 1);
  if (row >= 0) wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
}

// The next update repaints every cell.
static inline void cn_repaint(void) { clearok(curscr, TRUE); }

// A string of the terminal's description; NULL when it has none.
static inline const char *cn_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// A file in memory, closed on exec; -1 on failure.
static inline int cn_memory_file(void) { return (int)syscall(SYS_memfd_create, "stderr", 1u); }

// Of <pty.h>, which would bring it too.
extern int openpty(int *, int *, char *, const void *modes, const void *size);

// Both ends of a new pseudo-terminal, for the tests; the name has room for 128 bytes, the size is
// a `winsize`.
static inline int cn_openpty(int *test, int *program, char *name, const void *size) {
  return openpty(test, program, name, NULL, size);
}

#endif
