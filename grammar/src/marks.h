// Marks that open and close: `*`, `**`, `_`, `~~`, `^^`.

#ifndef OBELUS_MARKS_H
#define OBELUS_MARKS_H

#include "ahead.h"

typedef enum { BRACKET, BRACE, EMPHASIS, STRONG, UNDERLINE, DELETED, INSERTED, NO_MARK } Sign;

// The mark that `c`, followed by `next`, begins, and its width.
static Sign mark_of(int32_t c, int32_t next, int *width) {
  *width = c == next && c != '_' ? 2 : 1;
  switch (c) {
    case '*': return *width == 2 ? STRONG : EMPHASIS;
    case '_': return UNDERLINE;
    case '~': return *width == 2 ? DELETED : NO_MARK;
    case '^': return *width == 2 ? INSERTED : NO_MARK;
    default: return NO_MARK;
  }
}

// Whether a mark `c` may open before `next`.
static bool may_open(int32_t c, int32_t next) {
  if (next == c || next == ' ' || next == '\t' || next == '\n') return false;
  return !strchr_code(".,;:!?)]}|", next) && next != 0x2019 && next != 0x201d && next != 0xbb;
}

// The signs that are open in a look-ahead, the outermost first.
typedef struct {
  Sign signs[DEEPEST];
  unsigned depth;
} Stack;

static bool push(Stack *stack, Sign sign) {
  if (stack->depth == DEEPEST) return false;
  stack->signs[stack->depth++] = sign;
  return true;
}

// Closes the innermost open `sign`, and with it all marks inside; brackets are not crossed by braces.
static bool pop_to(Stack *stack, Sign sign) {
  for (unsigned at = stack->depth; at-- > 0;) {
    if (stack->signs[at] == sign) {
      stack->depth = at;
      return true;
    }
    if (stack->signs[at] == BRACKET) return false;
  }
  return false;
}

static bool inside_bracket(const Stack *stack) {
  for (unsigned at = 0; at < stack->depth; at++)
    if (stack->signs[at] == BRACKET) return true;
  return false;
}

// Reads a run of marks and opens and closes them. Answers 1 when the outermost mark is closed, -1 when
// it cannot be.
static int see_marks(Ahead *ahead, Stack *stack) {
  int32_t run[8];
  int length = 0;
  bool after_word = is_word(ahead->previous);
  while (is_mark(current(ahead))) {
    if (length == 8) return -1;
    run[length++] = current(ahead);
    go(ahead);
  }
  int32_t after = current(ahead);
  if (after_word && is_word(after)) return 0;
  for (int at = 0; at < length;) {
    int width;
    Sign mark = mark_of(run[at], at + 1 < length ? run[at + 1] : after, &width);
    int32_t next = at + width < length ? run[at + width] : after;
    if (mark != NO_MARK && stack->signs[stack->depth - 1] == mark && !is_word(next)) {
      if (--stack->depth == 0) return 1;
    } else if (mark != NO_MARK && may_open(run[at], next)) {
      if (!push(stack, mark)) return -1;
    }
    at += width;
  }
  return 0;
}

// After the opening `mark`: whether it is closed in the paragraph, with all inside it closed before.
static bool closes_mark(Ahead *ahead, Sign mark, Words *words) {
  Stack stack = {{mark}, 1};
  while (!ahead->ended && ahead->count < LONGEST_MARK) {
    int32_t c = current(ahead);
    if (go_escape(ahead)) {
      words->odd = true;
      continue;
    }
    if (is_mark(c)) {
      int seen = see_marks(ahead, &stack);
      if (seen != 0) return seen > 0;
      words->odd = true;
      continue;
    }
    words_add(words, c);
    if (c == '[' && !push(&stack, BRACKET)) return false;
    if (c == '{' && !push(&stack, BRACE)) return false;
    if (c == ']') {
      if (!inside_bracket(&stack)) return false;
      while (stack.signs[--stack.depth] != BRACKET) {}
    }
    if (c == '}' && !pop_to(&stack, BRACE) && !inside_bracket(&stack)) return false;
    go(ahead);
  }
  return false;
}

static bool scan_mark(TSLexer *lexer, const bool *valid) {
  Ahead ahead;
  look(&ahead, lexer);
  int32_t c = current(&ahead);
  go(&ahead);
  int width;
  Sign mark = mark_of(c, current(&ahead), &width);
  if (mark == NO_MARK) return false;
  if (width == 2) go(&ahead);
  lexer->mark_end(lexer);
  int32_t next = current(&ahead);
  unsigned kind = mark - EMPHASIS;
  if (valid[EMPHASIS_CLOSE + kind] && !is_word(next)) {
    lexer->result_symbol = EMPHASIS_CLOSE + kind;
    return true;
  }
  if (!may_open(c, next)) {
    lexer->result_symbol = PLAIN_MARKS;
    return width == 2 && valid[PLAIN_MARKS];
  }
  Words words = {.whole = true};
  if (!closes_mark(&ahead, mark, &words)) {
    lexer->result_symbol = UNCLOSED_EMPHASIS + kind;
    return valid[UNCLOSED_EMPHASIS + kind];
  }
  bool name = mark == UNDERLINE && words.whole && !words.odd && is_label(words.chars, words.length, true);
  lexer->result_symbol = name && valid[LABEL_OPEN] ? LABEL_OPEN : EMPHASIS_OPEN + kind;
  return valid[lexer->result_symbol];
}

#endif
