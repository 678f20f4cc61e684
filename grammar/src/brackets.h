// What opens with `[` and `{`.

#ifndef OBELUS_BRACKETS_H
#define OBELUS_BRACKETS_H

#include "ahead.h"

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

#endif
