/**
 * @file Headings and the sections below them, one rule for each level.
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

const { DEEPEST_RUN, runs } = require("./lists.js");

function range(from, to) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Headings of level `n`: their section holds blocks and deeper sections. */
const sections = {};
for (let level = 1; level <= 6; level++) {
  sections[`_section_${level}`] = ($) =>
    prec.right(
      seq(field("heading", alias($[`_heading_${level}`], $.heading)), $._block_end, repeat($[`_parts_${level}_${DEEPEST_RUN}`])),
    );
  sections[`_heading_${level}`] = ($) =>
    seq($[`_start_heading_${level}`], field("marker", $.heading_marker), repeat($._words_3));
}

/** What a section of `level` holds (0: the document), in runs. A level may be left out: `###` right below `#`. */
for (let level = 0; level <= 6; level++) {
  const deeper = range(level + 1, 6).map((below) => `_section_${below}`);
  Object.assign(
    sections,
    runs(
      `_parts_${level}`,
      ($) => (deeper.length === 0 ? $._content : choice($._content, alias(choice(...deeper.map((rule) => $[rule])), $.section))),
      ($, depth) => [optional(choice($[`_break_${depth}`], $[`_turn_break_${depth}`]))],
    ),
  );
}

module.exports = { sections };
