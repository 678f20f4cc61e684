// Where blocks end, and of what kind the next one is.

#ifndef OBELUS_BLOCKS_H
#define OBELUS_BLOCKS_H

#include "ahead.h"

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
  bool after_number = is_digit(ahead->previous);
  go(ahead);
  // `http://`, `At 5:30`
  return current(ahead) != '/' && !(after_number && is_digit(current(ahead)));
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

#endif
