// The decisions of the grammar that need to look ahead.
//
// The scanner keeps no state. It looks ahead inside one paragraph at most, and no further than
// LONGEST characters and DEEPEST signs inside one another, so that its cost is linear in the text.
// A NUL byte, or a byte that is no UTF-8, is text like others, but no token of the generated lexer can hold
// one inside: what would need that (a citation, a comment, front matter) is then read as running text.
// Signs pair off by one set of rules in every look-ahead (see `closes_mark`), so that what an outer
// look-ahead promised, the inner ones keep: a promise that is broken would be an ERROR node.

#include "tree_sitter/parser.h"

#include "fields.h"
#include "letters.h"

#include <string.h>

enum { LONGEST = 16384, LONGEST_MARK = 4096, DEEPEST = 32, LONGEST_NAME = 80, HASHED = 24 };

enum Token {
  LEADING_BLANK, BLOCK_END, LINE_BLOCK_END, NOTE_BREAK, SOFT_BREAK, ITEM_BREAK, QUOTE_BREAK,
  START_FRONT_MATTER, START_UNCLOSED_FRONT_MATTER, FENCE,
  START_HEADING_1, START_HEADING_2, START_HEADING_3, START_HEADING_4, START_HEADING_5, START_HEADING_6,
  START_SPEECH, START_REPORTED, START_LABELLED, START_QUOTE, START_ITEM, START_SEPARATOR,
  START_SOURCE, START_EDITORIAL, START_NOTE, START_COMMENT, START_PARAGRAPH,
  SPEAKER_LABEL, FIELD_LABEL, LABEL_OPEN,
  BRACKET_OPEN, SIGN_OPEN, MILESTONE_OPEN, NOTE_OPEN, CITATION_OPEN, CROSS_OPEN, ANCHOR_OPEN,
  APPARATUS_OPEN, SURPLUS_OPEN,
  EMPHASIS_OPEN, STRONG_OPEN, UNDERLINE_OPEN, DELETED_OPEN, INSERTED_OPEN,
  EMPHASIS_CLOSE, STRONG_CLOSE, UNDERLINE_CLOSE, DELETED_CLOSE, INSERTED_CLOSE,
  UNCLOSED_BRACKET, UNCLOSED_CROSS, UNCLOSED_APPARATUS,
  UNCLOSED_EMPHASIS, UNCLOSED_STRONG, UNCLOSED_UNDERLINE, UNCLOSED_DELETED, UNCLOSED_INSERTED,
  EMPTY_BRACKET, SIGLA_START, READING_KEYWORD, ALLOW, PLAIN_MARKS,
  TURN_BREAK_1, TURN_BREAK_2, TURN_BREAK_3, BREAK_1, BREAK_2, BREAK_3,
};

// Looking ahead ----------------------------------------------------------------------------------

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

// Marks ------------------------------------------------------------------------------------------

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

// Brackets and braces ------------------------------------------------------------------------------

static bool words_start(const Words *words, const char *prefix) {
  size_t length = strlen(prefix);
  if (words->length < length) return false;
  for (size_t at = 0; at < length; at++)
    if (words->chars[at] != (unsigned char)prefix[at]) return false;
  return true;
}

static bool has_space(const Words *words) {
  for (unsigned at = 0; at < words->length; at++)
    if (words->chars[at] == ' ' || words->chars[at] == '\t') return true;
  return false;
}

static bool is_citation(const Words *words) {
  return !words->odd && (words->citing == CITING_KEY || words->citing == CITING_NEXT);
}

static bool is_sign(const Words *words, int32_t first) {
  if (words->length == 0 || words->chars[0] != first) return false;
  if (words_start(words, "sic:")) return true;
  return words->length > 1 && strchr_code("=+?!", words->chars[0]) && words->chars[1] != ' ';
}

static bool scan_bracket(TSLexer *lexer, const bool *valid) {
  Ahead ahead;
  look(&ahead, lexer);
  go(&ahead);
  lexer->mark_end(lexer);
  int32_t first = current(&ahead);
  bool twice = first == '[', caret = first == '^';
  Words words = {.whole = true};
  bool nested = false;
  if (current(&ahead) == ']' && valid[EMPTY_BRACKET]) {
    go(&ahead);
    lexer->mark_end(lexer);
    lexer->result_symbol = EMPTY_BRACKET;
    return true;
  }
  if (twice || caret) {
    go(&ahead);
    if (twice) {
      // `[[words]]`, or a bracket that begins with a bracket.
      bool plain;
      unsigned from = ahead.count;
      bool escaped = false;
      while (!ahead.ended && !is_foreign(current(&ahead)) && current(&ahead) != '[' && current(&ahead) != ']') {
        if (go_escape(&ahead)) escaped = true;
        else go(&ahead);
      }
      plain = current(&ahead) == ']' && ahead.count >= from;
      bool none = ahead.ended;
      if (plain) {
        go(&ahead);
        if (current(&ahead) == ']' && !escaped && valid[CROSS_OPEN]) {
          lexer->result_symbol = CROSS_OPEN;
          return true;
        }
      }
      if (none && valid[UNCLOSED_CROSS]) {
        lexer->result_symbol = UNCLOSED_CROSS;
        return true;
      }
      // The inner bracket is closed where `plain`, else still open: only the count matters now.
      int open = plain ? 1 : 2;
      while (open > 0 && !ahead.ended) {
        if (go_escape(&ahead)) continue;
        if (current(&ahead) == '[' && ++open > DEEPEST) break;
        if (current(&ahead) == ']') open--;
        if (open > 0) go(&ahead);
      }
      lexer->result_symbol = open == 0 ? BRACKET_OPEN : UNCLOSED_BRACKET;
      return valid[lexer->result_symbol];
    }
    words_add(&words, '^');
  }
  bool closed = closes_bracket(&ahead, &words, &nested);
  if (!closed) lexer->result_symbol = UNCLOSED_BRACKET;
  else if (caret && valid[NOTE_OPEN] && !nested && words.whole && words.length > 1 && !words.odd && !has_space(&words))
    lexer->result_symbol = NOTE_OPEN;
  else if (valid[CITATION_OPEN] && !nested && is_citation(&words)) lexer->result_symbol = CITATION_OPEN;
  else if (valid[MILESTONE_OPEN] && !nested && words.whole && !words.odd && is_milestone(words.chars, words.length))
    lexer->result_symbol = MILESTONE_OPEN;
  else if (is_sign(&words, first)) lexer->result_symbol = SIGN_OPEN;
  else lexer->result_symbol = BRACKET_OPEN;
  return valid[lexer->result_symbol];
}

static bool scan_brace(TSLexer *lexer, const bool *valid) {
  Ahead ahead;
  look(&ahead, lexer);
  go(&ahead);
  lexer->mark_end(lexer);
  if (current(&ahead) == '#' && valid[ANCHOR_OPEN]) {
    go(&ahead);
    unsigned from = ahead.count;
    while (!ahead.ended && !is_foreign(current(&ahead)) && !strchr_code(" \t{}|[]\\", current(&ahead))) go(&ahead);
    if (current(&ahead) == '}' && ahead.count > from) {
      lexer->result_symbol = ANCHOR_OPEN;
      return true;
    }
  }
  bool bar = false;
  if (!closes_brace(&ahead, &bar)) lexer->result_symbol = UNCLOSED_APPARATUS;
  else lexer->result_symbol = bar ? APPARATUS_OPEN : SURPLUS_OPEN;
  return valid[lexer->result_symbol];
}

// Blocks -------------------------------------------------------------------------------------------

// Where a list item's ordinal stands: `1. `, `a) `, `1/ `, `- `.
static bool looks_like_item(TSLexer *lexer) {
  int32_t c = lexer->lookahead;
  if (c == '-' || c == 0x2022) {
    take(lexer);
    return is_space(lexer->lookahead);
  }
  int digits = 0;
  while (is_digit(lexer->lookahead) && digits < 4) take(lexer), digits++;
  if (digits == 0) {
    if (!is_word(c)) return false;
    take(lexer);
    if (lexer->lookahead != ')') return false;
  } else if (digits > 3 || !strchr_code(".)/", lexer->lookahead)) {
    return false;
  }
  take(lexer);
  return is_space(lexer->lookahead);
}

// After the blank lines that end a block: all of them, and whether the next line is indented.
static bool take_blank_lines(TSLexer *lexer) {
  for (;;) {
    unsigned indent = 0;
    while (is_space(lexer->lookahead)) {
      indent += lexer->lookahead == '\t' ? 2 : 1;
      take(lexer);
    }
    if (lexer->eof(lexer)) {
      lexer->mark_end(lexer);
      return false;
    }
    if (!is_line_end(lexer->lookahead)) return indent >= 2;
    take_line_end(lexer);
    lexer->mark_end(lexer);
  }
}

static bool scan_break(TSLexer *lexer, const bool *valid) {
  lexer->mark_end(lexer);
  bool line_block = valid[LINE_BLOCK_END];
  if (lexer->eof(lexer)) {
    lexer->result_symbol = line_block ? LINE_BLOCK_END : BLOCK_END;
    return line_block || valid[BLOCK_END];
  }
  take_line_end(lexer);
  lexer->mark_end(lexer);
  if (line_block) {
    take_blank_lines(lexer);
    lexer->result_symbol = LINE_BLOCK_END;
    return true;
  }
  while (is_space(lexer->lookahead)) take(lexer);
  if (at_line_end(lexer)) {
    if (!valid[BLOCK_END] && !valid[NOTE_BREAK]) return false;
    if (lexer->eof(lexer)) lexer->mark_end(lexer);
    bool indented = take_blank_lines(lexer);
    lexer->result_symbol = indented && valid[NOTE_BREAK] ? NOTE_BREAK : BLOCK_END;
    return valid[lexer->result_symbol];
  }
  if (valid[QUOTE_BREAK]) {
    if (lexer->lookahead == '>') {
      take(lexer);
      if (is_space(lexer->lookahead)) take(lexer);
      lexer->mark_end(lexer);
    }
    lexer->result_symbol = QUOTE_BREAK;
    return true;
  }
  if (valid[ITEM_BREAK] && looks_like_item(lexer)) {
    lexer->result_symbol = ITEM_BREAK;
    return true;
  }
  lexer->result_symbol = SOFT_BREAK;
  return valid[SOFT_BREAK];
}

// Leaves a remark in brackets behind; false where it could be something else.
static bool reads_remark(Ahead *ahead, int32_t close) {
  go(ahead);
  if (strchr_code("^@]", current(ahead))) return false;
  for (unsigned from = ahead->count; current(ahead) != close; go(ahead)) {
    if (at_line_end(ahead->lexer) || ahead->count > from + LONGEST_NAME) return false;
    if (is_foreign(current(ahead)) || strchr_code("[(_*\\", current(ahead))) return false;
  }
  go(ahead);
  return true;
}

// Reads a label up to what ends it, with a remark in brackets after it; whether a colon (or, after an
// underlined name, a point) follows.
static bool reads_label(Ahead *ahead, Words *label, bool *underlined) {
  *underlined = current(ahead) == '_';
  if (*underlined) go(ahead);
  while (!ahead->ended && !at_line_end(ahead->lexer) && is_name_char(current(ahead)) && label->whole) {
    words_add(label, current(ahead));
    go(ahead);
  }
  if (*underlined) {
    if (current(ahead) != '_') return false;
    go(ahead);
    if (is_space(ahead->lexer->lookahead)) go(ahead);
    else if (current(ahead) == '.') return true;
  } else {
    if (label->length > 0 && label->chars[label->length - 1] == ' ') label->length--;
    if (label->length == 0) return false;
  }
  int32_t close = current(ahead) == '[' ? ']' : current(ahead) == '(' ? ')' : 0;
  if (close) {
    if (!is_space(ahead->previous) || !reads_remark(ahead, close)) return false;
    if (*underlined && current(ahead) == '.') return true;
  }
  if (is_gap(ahead->lexer->lookahead) && !is_gap(ahead->previous)) go(ahead);
  if (current(ahead) != ':' && current(ahead) != 0xff1a) return false;
  go(ahead);
  return current(ahead) != '/';
}

static bool is_separator(Ahead *ahead) {
  int stars = 0;
  while (!ahead->ended && strchr_code("* \t", current(ahead))) {
    stars += current(ahead) == '*';
    bool last = is_line_end(ahead->lexer->lookahead);
    go(ahead);
    if (last) break;
  }
  return ahead->ended && stars >= 3;
}

// A block that begins with `[`: a note, a source note, a remark, or a paragraph.
static int bracket_block(Ahead *ahead) {
  go(ahead);
  Words words = {.whole = true};
  bool nested = false;
  int32_t first = current(ahead);
  if (first == '^') {
    unsigned from = ahead->count;
    while (!ahead->ended && !is_foreign(current(ahead)) && !strchr_code(" \t[]", current(ahead))) go(ahead);
    if (current(ahead) != ']' || ahead->count == from + 1) return START_PARAGRAPH;
    go(ahead);
    return current(ahead) == ':' ? START_NOTE : START_PARAGRAPH;
  }
  if (!closes_bracket(ahead, &words, &nested)) return START_PARAGRAPH;
  while (!ahead->ended && current(ahead) == ' ') go(ahead);
  if (!ahead->ended || first == '@' || first == '[') return START_PARAGRAPH;
  if (words.whole && !words.odd && is_milestone(words.chars, words.length)) return START_PARAGRAPH;
  return is_source(words.chars, words.length) ? START_SOURCE : START_EDITORIAL;
}

static int start_of(Ahead *ahead, unsigned indent) {
  int32_t c = current(ahead);
  if (c == '*') return is_separator(ahead) ? START_SEPARATOR : START_PARAGRAPH;
  if (indent > 0) return START_PARAGRAPH;
  if (c == '#') {
    int level = 0;
    for (; current(ahead) == '#' && level < 7; go(ahead)) level++;
    bool space = is_space(ahead->lexer->lookahead);
    return level <= 6 && space ? START_HEADING_1 + level - 1 : START_PARAGRAPH;
  }
  if (c == '[') return bracket_block(ahead);
  Words label = {.whole = true};
  bool underlined;
  bool labelled = reads_label(ahead, &label, &underlined);
  if (!labelled && !underlined && label.length == 1 && is_word(ahead->previous) && current(ahead) == ')') {
    go(ahead);
    return is_space(ahead->lexer->lookahead) ? START_ITEM : START_PARAGRAPH;
  }
  if (labelled && label.whole) {
    if (!underlined && is_field(label.chars, label.length)) return START_LABELLED;
    if (is_label(label.chars, label.length, underlined)) return START_SPEECH;
  }
  return START_PARAGRAPH;
}

// After the first `-` of `---` at the top: whether a line `---` closes it before the first blank line.
static int front_matter(TSLexer *lexer) {
  for (int dashes = 1; dashes < 3; dashes++) {
    if (lexer->lookahead != '-') return START_PARAGRAPH;
    take(lexer);
  }
  while (is_space(lexer->lookahead)) take(lexer);
  if (!at_line_end(lexer)) return START_PARAGRAPH;
  while (!lexer->eof(lexer)) {
    take_line_end(lexer);
    int dashes = 0;
    while (lexer->lookahead == '-' && dashes < 4) take(lexer), dashes++;
    while (is_space(lexer->lookahead)) take(lexer);
    if (at_line_end(lexer) && dashes == 3) return START_FRONT_MATTER;
    if (at_line_end(lexer) && dashes == 0) break;
    while (!at_line_end(lexer)) {
      if (is_foreign(lexer->lookahead)) return START_PARAGRAPH;
      take(lexer);
    }
  }
  return START_UNCLOSED_FRONT_MATTER;
}

// Leaves the blank lines at the top of a document behind; false where there are none.
static bool leading_blank(TSLexer *lexer, bool top, unsigned *indent) {
  bool blank = false;
  while (!lexer->eof(lexer)) {
    if (is_space(lexer->lookahead)) {
      take(lexer);
      ++*indent;
    } else if (top && is_line_end(lexer->lookahead)) {
      take_line_end(lexer);
      lexer->mark_end(lexer);
      blank = true;
      *indent = 0;
    } else {
      return blank;
    }
  }
  if (top && *indent > 0) {
    lexer->mark_end(lexer);
    return true;
  }
  return blank;
}

// Whether the line holds no foreign byte.
static bool line_is_whole(TSLexer *lexer) {
  while (!at_line_end(lexer)) {
    if (is_foreign(lexer->lookahead)) return false;
    take(lexer);
  }
  return true;
}

// What a block that begins with a dash or a digit is, as far as that can be told from its first word.
static int start_of_sign(TSLexer *lexer, bool top) {
  int32_t c = lexer->lookahead;
  if (c != '-') return looks_like_item(lexer) ? START_ITEM : START_PARAGRAPH;
  take(lexer);
  if (is_space(lexer->lookahead)) return START_ITEM;
  return top ? front_matter(lexer) : START_PARAGRAPH;
}

// Whether a run of blocks begins here (see `runs` in grammar.js): before one block in 16, told by the text
// that it begins with, a run; before one in 128 a run of runs; before one in 1024 a run of those.
static bool scan_run(TSLexer *lexer, const bool *valid, int start, Ahead *ahead) {
  while (!ahead->ended && ahead->count < HASHED) go(ahead);
  uint32_t hash = ahead->hash ^ ahead->hash >> 15;
  int depth = hash == 0 || hash % 16 ? 0 : hash % 128 ? 1 : hash % 1024 ? 2 : 3;
  int first;
  switch (start) {
    case START_SPEECH: case START_REPORTED: case START_LABELLED: case START_SEPARATOR: case START_SOURCE:
      first = BREAK_1;
      break;
    case START_PARAGRAPH: case START_QUOTE: case START_ITEM: case START_EDITORIAL: case START_NOTE: case START_COMMENT:
      first = TURN_BREAK_1;
      break;
    default:
      return false;
  }
  for (; depth > 0; depth--) {
    lexer->result_symbol = first + depth - 1;
    if (valid[lexer->result_symbol]) return true;
  }
  return false;
}

static bool scan_start(TSLexer *lexer, const bool *valid) {
  lexer->mark_end(lexer);
  if (!valid[START_PARAGRAPH]) {
    // After an item break, which has seen the ordinal already.
    lexer->result_symbol = START_ITEM;
    return true;
  }
  unsigned indent = 0;
  if (leading_blank(lexer, valid[LEADING_BLANK], &indent)) {
    lexer->result_symbol = LEADING_BLANK;
    return true;
  }
  if (lexer->eof(lexer)) return false;
  int32_t c = lexer->lookahead;
  Ahead ahead;
  int start = START_PARAGRAPH;
  if (c == '>') {
    start = START_QUOTE;
    look(&ahead, lexer);
  } else if (c == '%' && indent == 0) {
    bool whole = line_is_whole(lexer);
    look(&ahead, lexer);
    if (whole) start = START_COMMENT;
  } else if (c == '-' || c == 0x2022 || is_digit(c)) {
    start = start_of_sign(lexer, indent == 0 && valid[START_FRONT_MATTER]);
    look(&ahead, lexer);
    ahead.previous = c;
  } else {
    look(&ahead, lexer);
    start = start_of(&ahead, indent);
  }
  if (start == START_PARAGRAPH && indent == 0) {
    while (!ahead.ended) go(&ahead);
    if (ahead.finder.found) start = START_REPORTED;
  }
  if (!valid[start]) start = START_PARAGRAPH;
  if (scan_run(lexer, valid, start, &ahead)) return true;
  lexer->result_symbol = start;
  return valid[start];
}

// The words in special places --------------------------------------------------------------------

// A name up to what ends it, without the space at its end.
static bool scan_label(TSLexer *lexer, enum Token token) {
  bool any = false;
  while (!lexer->eof(lexer) && !strchr_code("_:[(", lexer->lookahead) && lexer->lookahead != 0xff1a) {
    bool space = is_gap(lexer->lookahead) || is_line_end(lexer->lookahead);
    take(lexer);
    if (!space) lexer->mark_end(lexer);
    any = true;
  }
  lexer->result_symbol = token;
  return any;
}

// After `|` in an apparatus: a keyword, or the sigla of witnesses and a colon.
static bool scan_reading(TSLexer *lexer, const bool *valid) {
  static const char *const keywords[] = {"om.", "add.", "transp.", "del."};
  int32_t chars[LONGEST_NAME];
  unsigned length = 0, words = 0;
  lexer->mark_end(lexer);
  while (!lexer->eof(lexer) && length < LONGEST_NAME && !is_foreign(lexer->lookahead) && !strchr_code(":|{}[]\\", lexer->lookahead)) {
    int32_t c = is_line_end(lexer->lookahead) || is_space(lexer->lookahead) ? ' ' : lexer->lookahead;
    if (c != ' ' && (length == 0 || chars[length - 1] == ' ')) words++;
    chars[length++] = c;
    take(lexer);
    for (unsigned at = 0; at < 4 && valid[READING_KEYWORD]; at++)
      if (same_words(chars, length, keywords[at]) && !is_word(lexer->lookahead)) {
        lexer->mark_end(lexer);
        lexer->result_symbol = READING_KEYWORD;
        return true;
      }
  }
  bool sigla = lexer->lookahead == ':' && words >= 1 && words <= 12 && chars[0] != ' ' && chars[length - 1] != ' ';
  lexer->result_symbol = SIGLA_START;
  return sigla && valid[SIGLA_START];
}

// A line `---`, with the spaces at its end.
static bool scan_fence(TSLexer *lexer) {
  for (int dashes = 0; dashes < 3; dashes++) {
    if (lexer->lookahead != '-') return false;
    take(lexer);
  }
  while (is_space(lexer->lookahead)) take(lexer);
  lexer->mark_end(lexer);
  lexer->result_symbol = FENCE;
  return at_line_end(lexer);
}

// ` obelus: allow ` before the name of a rule.
static bool scan_allow(TSLexer *lexer) {
  for (const char *at = " obelus: allow "; *at; at++) {
    if (*at == ' ') {
      while (is_space(lexer->lookahead)) take(lexer);
    } else {
      if (lexer->lookahead != *at) return false;
      take(lexer);
    }
  }
  int32_t c = lexer->lookahead;
  lexer->mark_end(lexer);
  lexer->result_symbol = ALLOW;
  return (c >= 'a' && c <= 'z') || is_digit(c);
}

// Bytes that are no UTF-8.
static bool scan_foreign(TSLexer *lexer, const bool *valid) {
  while (lexer->lookahead < 0 && !lexer->eof(lexer)) take(lexer);
  lexer->mark_end(lexer);
  lexer->result_symbol = PLAIN_MARKS;
  return valid[PLAIN_MARKS];
}

// The scanner --------------------------------------------------------------------------------------

void *tree_sitter_obelus_external_scanner_create(void) { return NULL; }
void tree_sitter_obelus_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_obelus_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload, (void)buffer;
  return 0;
}

void tree_sitter_obelus_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload, (void)buffer, (void)length;
}

bool tree_sitter_obelus_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  (void)payload;
  // All at once is only asked for in error recovery, which has no use for signs of no width.
  if (valid[START_FRONT_MATTER] && valid[EMPHASIS_CLOSE]) return false;
  if (valid[START_PARAGRAPH] || valid[START_ITEM]) return scan_start(lexer, valid);
  if (at_line_end(lexer)) return scan_break(lexer, valid);
  if (valid[SPEAKER_LABEL] && lexer->lookahead != '_') return scan_label(lexer, SPEAKER_LABEL);
  if (valid[FIELD_LABEL]) return scan_label(lexer, FIELD_LABEL);
  if (valid[FENCE]) return scan_fence(lexer);
  if (valid[ALLOW]) return scan_allow(lexer);
  switch (lexer->lookahead) {
    case '[': return scan_bracket(lexer, valid);
    case '{': return scan_brace(lexer, valid);
    case '*': case '_': case '~': case '^': return scan_mark(lexer, valid);
    default:
      if (lexer->lookahead < 0) return scan_foreign(lexer, valid);
      return (valid[SIGLA_START] || valid[READING_KEYWORD]) && scan_reading(lexer, valid);
  }
}
