// The usual names of fields (`Present: …`) and of source notes. An edition's profile may name more; the
// server reads those again.

#ifndef OBELUS_FIELDS_H
#define OBELUS_FIELDS_H

#include "letters.h"

// The small letter of a Latin or Cyrillic capital; other characters as they are.
static int32_t small(int32_t c) {
  bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x410 && c <= 0x42f);
  if (c == 0x401) return 0x451;
  return capital ? c + 0x20 : c;
}

// Whether all letters are capitals, as in the heads of memoranda (`PARTICIPANTS: …`).
static bool all_capitals(const int32_t *chars, size_t length) {
  for (size_t at = 0; at < length; at++)
    if (is_word(chars[at]) && small(chars[at]) == chars[at]) return false;
  return true;
}

// Compares with a word in UTF-8; capitals are as given, unless all letters are.
static bool same_words(const int32_t *chars, size_t length, const char *utf8) {
  bool capitals = all_capitals(chars, length);
  size_t at = 0;
  const unsigned char *byte = (const unsigned char *)utf8;
  while (*byte) {
    int32_t c;
    if (*byte < 0x80) c = *byte++;
    else if (*byte < 0xe0) c = (byte[0] & 0x1f) << 6 | (byte[1] & 0x3f), byte += 2;
    else c = (byte[0] & 0x0f) << 12 | (byte[1] & 0x3f) << 6 | (byte[2] & 0x3f), byte += 3;
    if (at == length) return false;
    if (capitals ? small(chars[at]) != small(c) : chars[at] != c) return false;
    at++;
  }
  return at == length;
}

static bool is_field(const int32_t *chars, size_t length) {
  static const char *const fields[] = {
    "Present", "Also present", "Participants", "Recorded by", "Transcribed by", "Translated by", "Translator",
    "Interpreter", "Interpreted by", "Drafted by", "Date", "Place", "Time", "Subject", "Attendance", "Copies",
    "Copy", "Distribution", "Classification", "Signed", "To", "From", "Cc",
    "Anwesend", "Teilnehmer", "Protokoll", "Aufgezeichnet von", "Übersetzt von", "Dolmetscher", "Datum", "Ort",
    "Betreff", "Verteiler", "An", "Von",
    "Présents", "Étaient présents", "Participants", "Rédigé par", "Traduit par", "Interprète", "Lieu", "Objet",
    "Присутствовали", "Присутствуют", "Участники", "Записал", "Записали", "Перевел", "Перевёл", "Переводчик",
    "Переводил", "Дата", "Место", "Тема",
    "Presenti", "Verbalizzato da", "Tradotto da", "Interprete", "Luogo", "Oggetto",
    "Presentes", "Asistentes", "Redactado por", "Traducido por", "Intérprete", "Fecha", "Lugar", "Asunto",
  };
  for (size_t at = 0; at < sizeof fields / sizeof *fields; at++)
    if (same_words(chars, length, fields[at])) return true;
  return false;
}

// Whether the words of a bracket begin as a source note does: `Source: …`.
static bool is_source(const int32_t *chars, size_t length) {
  static const char *const sources[] = {
    "Source", "Sources", "Quelle", "Quellen", "Источник", "Источники", "Fonte", "Fonti", "Fuente", "Fuentes",
    "Zdroj", "Źródło", "Kilde", "Källa", "Bron", "Forrás",
  };
  size_t colon = 0;
  while (colon < length && chars[colon] != ':') colon++;
  if (colon == length) return false;
  while (colon > 0 && chars[colon - 1] == ' ') colon--;
  for (size_t at = 0; at < sizeof sources / sizeof *sources; at++)
    if (same_words(chars, colon, sources[at])) return true;
  return false;
}

#endif
