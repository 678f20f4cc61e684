// Letters, names and the few words that the scanner knows.

#ifndef OBELUS_LETTERS_H
#define OBELUS_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct { int32_t from, to; } Range;

static bool in_ranges(int32_t c, const Range *ranges, size_t count) {
  for (size_t at = 0; at < count; at++)
    if (c >= ranges[at].from && c <= ranges[at].to) return true;
  return false;
}
#define IN(c, ranges) in_ranges(c, ranges, sizeof(ranges) / sizeof(*(ranges)))

static bool strchr_code(const char *set, int32_t c) {
  for (; *set; set++)
    if ((unsigned char)*set == c) return true;
  return false;
}

// A letter or digit beside a mark; the same ranges as LETTERS in grammar.js.
static bool is_word(int32_t c) {
  static const Range words[] = {
    {'0', '9'}, {'A', 'Z'}, {'a', 'z'}, {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x1fff}, {0x2c00, 0x2dff},
    {0x3005, 0x3007}, {0x3021, 0xd7ff}, {0xf900, 0xfdff}, {0xfe70, 0xfefe}, {0xff10, 0xff19},
    {0xff21, 0xff3a}, {0xff41, 0xff5a}, {0xff66, 0xffdc}, {0x10000, 0x1efff}, {0x20000, 0x10ffff},
  };
  return IN(c, words);
}

// Capital letters of the scripts that have case, by the blocks of Unicode. Where capitals and small
// letters alternate, capitals are even (or odd) in the ranges named.
static bool is_capital(int32_t c) {
  static const Range solid[] = {
    {'A', 'Z'}, {0xc0, 0xd6}, {0xd8, 0xde}, {0x186, 0x187}, {0x189, 0x18b}, {0x18e, 0x191}, {0x196, 0x198},
    {0x386, 0x386}, {0x388, 0x38f}, {0x391, 0x3ab}, {0x400, 0x42f}, {0x531, 0x556}, {0x10a0, 0x10c5},
    {0x13a0, 0x13f5}, {0x1c90, 0x1cbf}, {0x1f08, 0x1f0f}, {0x1f18, 0x1f1d}, {0x1f28, 0x1f2f},
    {0x1f38, 0x1f3f}, {0x1f48, 0x1f4d}, {0x1f59, 0x1f5f}, {0x1f68, 0x1f6f}, {0x2c00, 0x2c2f},
    {0xff21, 0xff3a}, {0x10400, 0x10427},
  };
  static const Range even[] = {
    {0x100, 0x137}, {0x14a, 0x177}, {0x1de, 0x1ee}, {0x1f8, 0x21e}, {0x222, 0x232}, {0x370, 0x373},
    {0x3d8, 0x3ef}, {0x460, 0x480}, {0x48a, 0x4be}, {0x4d0, 0x52e}, {0x1e00, 0x1e94}, {0x1ea0, 0x1efe},
    {0x2c80, 0x2ce2}, {0xa640, 0xa66c}, {0xa722, 0xa76e},
  };
  static const Range odd[] = {{0x139, 0x147}, {0x179, 0x17d}, {0x1cd, 0x1db}, {0x4c1, 0x4cd}};
  return IN(c, solid) || (c % 2 == 0 && IN(c, even)) || (c % 2 == 1 && IN(c, odd)) || c == 0x178;
}

// Letters of scripts without case: Hebrew, Arabic, the scripts of India and East Asia.
static bool is_caseless(int32_t c) {
  static const Range caseless[] = {
    {0x5d0, 0x8ff}, {0x900, 0x109f}, {0x1100, 0x139f}, {0x1400, 0x1c7f}, {0x3041, 0xd7ff},
    {0xf900, 0xfaff}, {0x20000, 0x3ffff},
  };
  return IN(c, caseless);
}

static bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }

// What a name is made of.
static bool is_name_char(int32_t c) {
  return is_word(c) || strchr_code(" .'-`/&", c) || c == 0x2019 || c == 0x2018 || c == 0x2010 ||
         c == 0x2011 || c == 0x2013 || c == 0xb7;
}

// Small words inside names and offices.
static bool is_particle(const int32_t *word, size_t length) {
  static const char *const particles[] = {
    "of", "the", "for", "and", "de", "del", "della", "des", "di", "da", "do", "dos", "du", "la", "le", "van",
    "von", "der", "den", "vom", "zu", "zum", "zur", "und", "ten", "ter", "af", "av", "y", "e", "et", "al", "el",
    "bin", "ibn", "ben",
  };
  for (size_t at = 0; at < sizeof particles / sizeof *particles; at++) {
    const char *particle = particles[at];
    size_t same = 0;
    while (same < length && particle[same] && particle[same] == word[same]) same++;
    if (same == length && !particle[same]) return true;
  }
  return false;
}

enum WordKind { NO_NAME, PARTICLE, NUMBER, NAME };

static enum WordKind word_kind(const int32_t *word, size_t length, bool caseless) {
  int32_t first = word[0];
  // A word with a point is an initial or a short title (`P.`, `MR.`, `Comdr.`), not the end of a sentence.
  if (word[length - 1] == '.' && length > 6) {
    bool inner = false;
    for (size_t at = 0; at + 1 < length; at++) inner |= word[at] == '.';
    if (!inner) return NO_NAME;
  }
  if (is_capital(first) || (caseless && is_caseless(first))) return NAME;
  // d'Estaing, al-Sadat
  for (size_t at = 1; at < length && at < 4; at++)
    if ((word[at - 1] == '\'' || word[at - 1] == 0x2019 || word[at - 1] == '-') && is_capital(word[at])) return NAME;
  // `Delegate 2`, but not `March 1951`.
  if (is_digit(first)) return length <= 2 ? NUMBER : NO_NAME;
  return is_particle(word, length) ? PARTICLE : NO_NAME;
}

// Whether the characters are the name of a speaker: up to five capitalised words, with small words
// between them (`Secretary of State`) and a number after them (`Delegate 2`).
static bool is_label(const int32_t *chars, size_t length, bool caseless) {
  size_t names = 0, words = 0, at = 0;
  enum WordKind last = NO_NAME;
  if (length == 0 || chars[length - 1] == ' ') return false;
  while (at < length) {
    size_t end = at;
    while (end < length && chars[end] != ' ') {
      if (!is_name_char(chars[end])) return false;
      end++;
    }
    if (end == at) return false;
    last = word_kind(chars + at, end - at, caseless);
    if (last == NO_NAME || (last == NUMBER && words == 0)) return false;
    names += last == NAME;
    words++;
    at = end + (end < length);
  }
  return names >= 1 && names <= 5 && words <= 9 && last != PARTICLE;
}

static bool is_milestone_unit(const int32_t *word, size_t length) {
  static const char *const latin[] = {
    "l", "ll", "p", "pp", "f", "ff", "fo", "fol", "fols", "folio", "leaf", "page", "Page", "Bl", "S", "c", "col",
  };
  static const int32_t cyrillic[][4] = {{0x43b, 0}, {0x441, 0}, {0x441, 0x442, 0x440, 0}, {0x430, 0x440, 0x43a, 0}};
  for (size_t at = 0; at < sizeof latin / sizeof *latin; at++) {
    size_t same = 0;
    while (same < length && latin[at][same] && latin[at][same] == word[same]) same++;
    if (same == length && !latin[at][same]) return true;
  }
  for (size_t at = 0; at < sizeof cyrillic / sizeof *cyrillic; at++) {
    size_t same = 0;
    while (same < length && cyrillic[at][same] && cyrillic[at][same] == word[same]) same++;
    if (same == length && !cyrillic[at][same]) return true;
  }
  return false;
}

// `l. 9`, `p. 12`, `fol. 3v`, `л. 9 об.`: a unit, a number, and at most a side of the leaf.
static bool is_milestone(const int32_t *chars, size_t length) {
  size_t at = 0;
  while (at < length && is_word(chars[at]) && !is_digit(chars[at])) at++;
  if (at == 0 || !is_milestone_unit(chars, at)) return false;
  bool apart = false;
  if (at < length && chars[at] == '.') at++, apart = true;
  while (at < length && chars[at] == ' ') at++, apart = true;
  size_t digits = at;
  while (at < length && is_digit(chars[at])) at++;
  if (at == digits || !apart) return false;
  if (at < length && chars[at] == ' ') at++;
  size_t side = at;
  while (at < length && (is_word(chars[at]) || chars[at] == '.')) at++;
  return at == length && at - side <= 4;
}

#endif
