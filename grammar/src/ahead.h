// Looking ahead inside one paragraph: whether a bracket or a brace closes.

#ifndef OBELUS_AHEAD_H
#define OBELUS_AHEAD_H

#include "fields.h"
#include "letters.h"
#include "tokens.h"

#include <string.h>

// How far `@KEY, LOCATOR; @KEY` has been read: every `@` and every `;` is followed by what can be a key.
enum Citing { CITING_NOTHING, CITING_AT, CITING_KEY, CITING_NEXT, CITING_NO };

static enum Citing cite(enum Citing citing, int32_t c) {
  switch (citing) {
    case CITING_NOTHING: return c == '@' ? CITING_AT : CITING_NO;
    case CITING_AT: return c == ' ' || c == '\t' || c == ',' || c == ';' || c == '@' ? CITING_NO : CITING_KEY;
    case CITING_KEY: return c == ';' ? CITING_NEXT : CITING_KEY;
    case CITING_NEXT:
      if (c == ' ' || c == '\t') return CITING_NEXT;
      return c == '@' ? CITING_AT : c == ',' || c == ';' ? CITING_NO : CITING_KEY;
    default: return CITING_NO;
  }
}

// A run of characters that might be a name.
typedef struct {
  int32_t chars[LONGEST_NAME];
  unsigned length;
  bool whole;  // nothing was left out
  bool odd;    // an escape or a foreign byte stands in it
  enum Citing citing;
} Words;

// What the generated lexer has no word for: a NUL byte, or what is no UTF-8 (given as a negative number).
static bool is_foreign(int32_t c) { return c <= 0; }

static void words_add(Words *words, int32_t c) {
  if (is_foreign(c)) words->odd = true;
  words->citing = cite(words->citing, c);
  if (words->length < LONGEST_NAME) words->chars[words->length++] = c;
  else words->whole = false;
}

// Looks for the first underlined name outside brackets while other look-aheads pass by.
typedef struct {
  Words name;
  int depth;
  bool active, closing, found;
} NameFinder;

typedef struct {
  TSLexer *lexer;
  int32_t previous;
  unsigned count;
  uint32_t hash;  // of the first HASHED characters
  bool ended;  // the paragraph is over, or the look-ahead has gone far enough
  NameFinder finder;
} Ahead;

static bool is_line_end(int32_t c) { return c == '\n' || c == '\r'; }
static bool is_space(int32_t c) { return c == ' ' || c == '\t'; }
// The space that French sets before a colon may be one that does not break.
static bool is_gap(int32_t c) { return is_space(c) || c == 0xa0 || c == 0x202f; }
static bool is_mark(int32_t c) { return c == '*' || c == '_' || c == '~' || c == '^'; }

static bool is_punctuation(int32_t c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static void take(TSLexer *lexer) { lexer->advance(lexer, false); }

static void take_line_end(TSLexer *lexer) {
  bool carriage = lexer->lookahead == '\r';
  take(lexer);
  if (carriage && lexer->lookahead == '\n') take(lexer);
}

static bool at_line_end(TSLexer *lexer) { return lexer->eof(lexer) || is_line_end(lexer->lookahead); }

static void finder_see(NameFinder *finder, int32_t previous, int32_t c) {
  if (finder->found) return;
  if (finder->closing) {
    finder->closing = false;
    if (!is_word(c)) {
      finder->found = true;
      return;
    }
  }
  if (c == '[') finder->depth++;
  if (c == ']' && finder->depth > 0) finder->depth--;
  if (finder->active) {
    if (c == '_') {
      finder->active = false;
      finder->closing = finder->name.whole && is_label(finder->name.chars, finder->name.length, true);
    } else if (is_name_char(c)) {
      words_add(&finder->name, c);
    } else {
      finder->active = false;
    }
  } else if (c == '_' && finder->depth == 0 && !is_word(previous) && previous != '\\') {
    finder->active = true;
    finder->name.length = 0;
    finder->name.whole = true;
  }
}

static void look(Ahead *ahead, TSLexer *lexer) {
  memset(ahead, 0, sizeof *ahead);
  ahead->lexer = lexer;
  ahead->previous = ' ';
  ahead->ended = lexer->eof(lexer);
}

static int32_t current(Ahead *ahead) {
  if (ahead->ended) return '\n';
  int32_t c = ahead->lexer->lookahead;
  return is_line_end(c) ? ' ' : c;
}

// Goes on by one character; a line end inside the paragraph counts as a space.
static void go(Ahead *ahead) {
  if (ahead->ended) return;
  TSLexer *lexer = ahead->lexer;
  int32_t c = current(ahead);
  if (ahead->count < HASHED) ahead->hash = (ahead->hash ^ (uint32_t)c) * 16777619u;
  finder_see(&ahead->finder, ahead->previous, c);
  ahead->previous = c;
  if (is_line_end(lexer->lookahead)) {
    take_line_end(lexer);
    while (is_space(lexer->lookahead)) take(lexer);
    if (at_line_end(lexer)) ahead->ended = true;
  } else {
    take(lexer);
  }
  if (lexer->eof(lexer) || ++ahead->count > LONGEST) ahead->ended = true;
  if (ahead->ended) finder_see(&ahead->finder, c, '\n');
}

// Leaves an escaped sign behind, if there is one here.
static bool go_escape(Ahead *ahead) {
  if (current(ahead) != '\\') return false;
  go(ahead);
  if (is_punctuation(current(ahead))) go(ahead);
  return true;
}

// After `[`: whether its `]` follows in the paragraph. Keeps the first words in `words`.
static bool closes_bracket(Ahead *ahead, Words *words, bool *nested) {
  int depth = 1;
  while (!ahead->ended) {
    if (go_escape(ahead)) {
      words_add(words, '\\');
      words->odd = true;
      continue;
    }
    int32_t c = current(ahead);
    if (c == '[') {
      *nested = true;
      if (++depth > DEEPEST) return false;
    } else if (c == ']' && --depth == 0) {
      go(ahead);
      return true;
    }
    words_add(words, c);
    go(ahead);
  }
  return false;
}

// After `{`: whether its `}` follows; `bar` tells of a `|` that is its own.
static bool closes_brace(Ahead *ahead, bool *bar) {
  int braces = 1, brackets = 0;
  while (!ahead->ended && ahead->count < LONGEST_MARK) {
    if (go_escape(ahead)) continue;
    int32_t c = current(ahead);
    if (c == '[' && ++brackets > DEEPEST) return false;
    if (c == ']' && --brackets < 0) return false;
    if (brackets == 0) {
      if (c == '{' && ++braces > DEEPEST) return false;
      if (c == '}' && --braces == 0) return true;
      if (c == '|' && braces == 1) *bar = true;
    }
    go(ahead);
  }
  return false;
}

#endif
