/**
 * @file Obelus markup: plain text that looks like the printed page of a documentary edition.
 *
 * Every text parses. All decisions that need to look ahead (does this bracket close in its
 * paragraph? is this a speaker's name?) are taken by the external scanner, which keeps no state and
 * never looks past the paragraph; the rules below have no conflicts, so that every node can be
 * reused after an edit.
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

const { RUN, DEEPEST_RUN, runs, fewer, times } = require("./lists.js");
const { sections } = require("./sections.js");

/**
 * What counts as a letter or digit beside a mark. A plain list of ranges, the same as in the scanner
 * (`is_word`): the two must agree, and the scanner has no tables of Unicode.
 */
const LETTERS =
  "0-9A-Za-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{1fff}\\u{2c00}-\\u{2dff}\\u{3005}-\\u{3007}" +
  "\\u{3021}-\\u{d7ff}\\u{f900}-\\u{fdff}\\u{fe70}-\\u{fefe}\\u{ff10}-\\u{ff19}\\u{ff21}-\\u{ff3a}" +
  "\\u{ff41}-\\u{ff5a}\\u{ff66}-\\u{ffdc}\\u{10000}-\\u{1efff}\\u{20000}-\\u{10ffff}";

/** One or more characters other than `excluded`; not beginning with one of `first`. */
function words(excluded, first = "") {
  return token(prec(-1, new RustRegex(`[^${excluded}${first}][^${excluded}]*`)));
}

/** A pair of marks around inline content, such as `*title*`. */
function marked($, open, close, inline) {
  return seq(open, repeat1(inline), close);
}

module.exports = grammar({
  name: "obelus",

  extras: (_) => [],

  externals: ($) => [
    // Between blocks.
    $._leading_blank,
    $._block_end,
    $._line_block_end,
    $._note_break,
    $._soft_break,
    $._item_break,
    $._quote_break,
    // What a block is; of no width.
    $._start_front_matter,
    $._start_unclosed_front_matter,
    $._fence,
    $._start_heading_1,
    $._start_heading_2,
    $._start_heading_3,
    $._start_heading_4,
    $._start_heading_5,
    $._start_heading_6,
    $._start_speech,
    $._start_reported,
    $._start_labelled,
    $._start_quote,
    $._start_item,
    $._start_separator,
    $._start_source,
    $._start_editorial,
    $._start_note,
    $._start_comment,
    $._start_paragraph,
    // Names before turns and fields.
    $.speaker_label,
    $.field_label,
    $._label_open,
    // Inline.
    $._bracket_open,
    $._sign_open,
    $._milestone_open,
    $._note_open,
    $._citation_open,
    $._cross_open,
    $._anchor_open,
    $._apparatus_open,
    $._surplus_open,
    $._emphasis_open,
    $._strong_open,
    $._underline_open,
    $._deleted_open,
    $._inserted_open,
    $._emphasis_close,
    $._strong_close,
    $._underline_close,
    $._deleted_close,
    $._inserted_close,
    $.unclosed_bracket,
    $._unclosed_cross_open,
    $.unclosed_apparatus,
    $.unclosed_emphasis,
    $.unclosed_strong,
    $.unclosed_underline,
    $.unclosed_deleted,
    $.unclosed_inserted,
    $.empty_bracket,
    $._sigla_start,
    $.reading_keyword,
    $._allow,
    // Two marks that neither open nor close anything; bytes that are no UTF-8.
    $._plain_marks,
    // Where runs of blocks begin, in a turn's continuation and before other blocks.
    $._turn_break_1,
    $._turn_break_2,
    $._turn_break_3,
    $._break_1,
    $._break_2,
    $._break_3,
  ],

  rules: {
    document: ($) =>
      seq(
        optional(
          choice(
            $._leading_blank,
            seq($.front_matter, $._line_block_end),
            seq($.unclosed_front_matter, $._block_end),
          ),
        ),
        repeat($[`_parts_0_${DEEPEST_RUN}`]),
      ),

    _content: ($) =>
      choice($.turn, seq($._block, $._block_end), seq($.comment, $._line_block_end)),

    ...sections,

    heading_marker: (_) => /#{1,6}[ \t]+/,

    // Front matter ---------------------------------------------------------------------------

    front_matter: ($) =>
      seq($._start_front_matter, $._fence, $._line_end, repeat($._front_line), $._fence),

    unclosed_front_matter: ($) =>
      seq($._start_unclosed_front_matter, $._fence, repeat(seq($._line_end, optional($._front_entry)))),

    _front_line: ($) => seq(optional($._front_entry), $._line_end),

    _front_entry: ($) => choice($.entry, $.malformed_entry),

    entry: ($) =>
      prec.right(seq(field("key", alias($._front_words, $.key)), ":", optional($._spaces), optional(field("value", $.value)))),

    malformed_entry: ($) => choice($._front_words, seq(":", optional($._spaces), optional($.value))),

    _front_words: (_) => /[^:\r\n]+/,
    value: (_) => words("\\r\\n", " \\t"),
    _line_end: (_) => /\r\n|\n|\r/,
    _spaces: (_) => /[ \t]+/,

    // Blocks ---------------------------------------------------------------------------------

    turn: ($) =>
      prec.right(
        seq(
          choice($.speech, $.reported_speech),
          $._block_end,
          repeat($[`_continuations_${DEEPEST_RUN}`]),
        ),
      ),

    ...runs(
      "_continuations",
      ($) => choice(seq($._continuation, $._block_end), seq($.comment, $._line_block_end)),
      ($, depth) => [optional($[`_turn_break_${depth}`])],
    ),

    _continuation: ($) =>
      choice($.paragraph, $.block_quote, $._list, $.editorial_block, $.note_definition),

    _block: ($) => choice($._continuation, $.labelled, $.separator, $.source_note),

    paragraph: ($) => seq($._start_paragraph, repeat1($._words_3)),
    ...runs("_words", ($) => $._inline_top, () => []),

    speech: ($) =>
      seq(
        $._start_speech,
        choice(
          seq("_", field("label", $.speaker_label), "_"),
          field("label", $.speaker_label),
        ),
        optional($._label_remark),
        optional($._gap),
        field("delimiter", choice(":", "：", ".")),
        repeat($._words_3),
      ),

    // `Filippov [Stalin]: …`, `Stalin (laughing): …`
    _label_remark: ($) => seq($._gap, choice($.bracket, $._parenthesis)),
    // French sets a space before a colon.
    _gap: (_) => /[ \t\u00a0\u202f]+/,
    _parenthesis: ($) => seq("(", optional($._parenthesized), ")"),

    _parenthesized: (_) => words("()\\r\\n"),

    reported_speech: ($) =>
      seq(
        $._start_reported,
        repeat($._words_3),
        optional(
          seq(alias($._label_open, "_"), field("label", $.speaker_label), "_", repeat($._words_3)),
        ),
      ),

    labelled: ($) =>
      seq(
        $._start_labelled,
        field("field", $.field_label),
        optional($._label_remark),
        optional($._gap),
        field("delimiter", choice(":", "：")),
        repeat($._words_3),
      ),

    block_quote: ($) =>
      seq($._start_quote, $._quote_marker, repeat(choice($._inline_top, $._quote_break))),
    _quote_marker: (_) => /[ \t]*>[ \t]?/,

    // Full runs, each item with the break after it; the last items, and none after the last.
    _list: ($) =>
      seq(
        repeat($._items_3),
        fewer(RUN, $._items_2, fewer(RUN, $._items_1, fewer(RUN, seq($.list_item, $._item_break), $.list_item))),
      ),
    _items_1: ($) => seq(...times(RUN, [$.list_item, $._item_break])),
    _items_2: ($) => seq(...times(RUN, [$._items_1])),
    _items_3: ($) => seq(...times(RUN, [$._items_2])),
    list_item: ($) =>
      seq($._start_item, optional($._spaces), field("ordinal", $.ordinal), repeat($._words_3)),
    ordinal: (_) => token(prec(1, choice(/[0-9]{1,3}[.)\/]/, new RustRegex(`[${LETTERS}]\\)`), /[-•]/))),

    separator: (_) => seq(_._start_separator, /[ \t*]+/),

    source_note: ($) =>
      seq($._start_source, "[", field("content", alias($._bracket_content, $.content)), "]", optional($._spaces)),

    editorial_block: ($) =>
      seq($._start_editorial, "[", optional(field("content", alias($._bracket_content, $.content))), "]", optional($._spaces)),

    _bracket_content: ($) => repeat1($._in_bracket),

    note_definition: ($) =>
      seq(
        $._start_note,
        "[^",
        field("label", $.note_label),
        "]:",
        repeat($._words_3),
        repeat(seq($._note_break, $.paragraph)),
      ),
    note_label: (_) => words(" \\t\\r\\n\\[\\]"),

    comment: ($) => seq($._start_comment, "%", choice(optional($._comment_words), $.allowance)),
    allowance: ($) =>
      seq($._allow, $.rule_name, repeat(seq(/[ \t]*,[ \t]*/, optional($.rule_name))), optional($._comment_words)),
    // Every beginning of a rule's name is one, so that the words of the comment are never longer.
    rule_name: (_) => token(prec(1, /[a-z0-9][a-z0-9-]*\/?[a-z0-9-]*/)),
    _comment_words: (_) => words("\\r\\n"),

    // Inline ---------------------------------------------------------------------------------

    // In the text of a block a closing sign without its partner may stand.
    _inline_top: ($) => choice($._inline, $.stray_close, $.stray_brace, $._bar),
    _in_bracket: ($) => choice($._inline, $.stray_brace, $._bar),
    _in_mark: ($) => choice($._inline, $._bar),

    _inline: ($) =>
      choice(
        $._text,
        $._sign,
        $._plain_marks,
        $._soft_break,
        $.escape,
        $.bracket,
        $.empty_bracket,
        $.milestone,
        $.note_reference,
        $.citation,
        $.cross_reference,
        $.anchor,
        $.apparatus,
        $.surplus,
        $.emphasis,
        $.strong,
        $.underlined,
        $.deleted,
        $.inserted,
        $.unclosed_bracket,
        $.unclosed_cross_reference,
        $.unclosed_apparatus,
        $.unclosed_emphasis,
        $.unclosed_strong,
        $.unclosed_underline,
        $.unclosed_deleted,
        $.unclosed_inserted,
      ),

    // A sign inside a word (`snake_case`, `5_000`) is a letter like others.
    _text: (_) =>
      new RustRegex(
        `([^\\\\\\[\\]{}*_~^|\\r\\n${LETTERS}]|[${LETTERS}]+([*_~^]+[${LETTERS}]+)*)+`,
      ),
    _sign: (_) => /[\\*_~^\u0000]/,
    _bar: (_) => "|",
    escape: (_) => /\\[!-\/:-@\[-`{-~]/,
    stray_close: (_) => "]",
    stray_brace: (_) => "}",

    bracket: ($) =>
      choice(
        seq($._bracket_open, repeat1($._in_bracket), "]"),
        seq($._sign_open, field("sign", $.bracket_sign), repeat($._in_bracket), "]"),
      ),
    bracket_sign: (_) => token(prec(1, choice("=", "+", "?", "!", "sic:"))),

    milestone: ($) =>
      seq(
        $._milestone_open,
        field("unit", $.milestone_unit),
        optional(/[ \t\r\n]+/),
        field("number", $.milestone_number),
        "]",
      ),
    milestone_unit: (_) => token(prec(1, /\p{L}+\.?/)),
    milestone_number: (_) => /[^ \t\r\n\]][^\]]*/,

    note_reference: ($) => seq($._note_open, "^", field("label", $.note_label), "]"),

    citation: ($) =>
      seq($._citation_open, $.citation_item, repeat(seq(/;[ \t\r\n]*/, optional($.citation_item))), "]"),
    citation_item: ($) =>
      seq(
        optional("@"),
        field("key", $.citation_key),
        optional(seq(/[ \t\r\n]*,[ \t\r\n]*|[ \t\r\n]+/, optional(field("locator", $.citation_locator)))),
      ),
    citation_key: (_) => words(" \\t\\r\\n,;\\[\\]"),
    citation_locator: (_) => words(";\\[\\]", " \\t\\r\\n"),

    cross_reference: ($) =>
      seq(
        $._cross_open,
        "[",
        optional(field("target", $.target)),
        optional(seq("#", optional(field("fragment", $.fragment)))),
        optional(seq("|", optional(field("label", $.link_label)))),
        "]]",
      ),
    target: (_) => words("#|\\[\\]"),
    fragment: (_) => words("|\\[\\]"),
    link_label: (_) => words("\\[\\]"),

    unclosed_cross_reference: ($) => seq($._unclosed_cross_open, "["),

    anchor: ($) => seq($._anchor_open, "#", field("name", $.anchor_name), "}"),
    anchor_name: (_) => words(" \\t\\r\\n{}|\\[\\]\\\\"),

    apparatus: ($) =>
      seq($._apparatus_open, optional(field("lemma", $.lemma)), repeat($.reading), "}"),
    lemma: ($) => repeat1($._inline),
    reading: ($) =>
      prec.right(
        seq(
          /\|[ \t\r\n]*/,
          optional(seq($._sigla_start, field("sigla", $.sigla), /:[ \t\r\n]*/)),
          optional($.reading_keyword),
          optional(field("text", $.reading_text)),
        ),
      ),
    sigla: ($) => seq($.siglum, repeat(seq(/[ \t\r\n]+/, $.siglum))),
    siglum: (_) => words(" \\t\\r\\n:|{}\\[\\]"),
    reading_text: ($) => repeat1($._inline),

    surplus: ($) => seq($._surplus_open, repeat($._inline), "}"),

    emphasis: ($) => marked($, $._emphasis_open, $._emphasis_close, $._in_mark),
    strong: ($) => marked($, $._strong_open, $._strong_close, $._in_mark),
    underlined: ($) => marked($, $._underline_open, $._underline_close, $._in_mark),
    deleted: ($) => marked($, $._deleted_open, $._deleted_close, $._in_mark),
    inserted: ($) => marked($, $._inserted_open, $._inserted_close, $._in_mark),
  },
});
