// The decisions of the grammar that need to look ahead.
//
// The scanner keeps no state. It looks ahead inside one paragraph at most, and no further than
// LONGEST characters and DEEPEST signs inside one another, so that its cost is linear in the text.
// A NUL byte, or a byte that is no UTF-8, is text like others, but no token of the generated lexer can hold
// one inside: what would need that (a citation, a comment, front matter) is then read as running text.
// Signs pair off by one set of rules in every look-ahead (see `closes_mark`), so that what an outer
// look-ahead promised, the inner ones keep: a promise that is broken would be an ERROR node.

#include "tree_sitter/parser.h"

#include "ahead.h"
#include "blocks.h"
#include "brackets.h"
#include "marks.h"

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
