/**
 * @file Long lists as runs of runs, so that an edit costs the runs on its way down and not the list.
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

const RUN = 8;
const DEEPEST_RUN = 3;

/**
 * Hidden rules `NAME_1` to `NAME_3` for a long list: `NAME_1` is a run of items, `NAME_2` a run of such runs.
 *
 * Tree-sitter reuses the members of a `repeat` one by one after an edit; a run whose text is unchanged it
 * reuses as one. So an edit costs the runs on the way down to it and not the length of the list. Runs are
 * as long as RUN allows, or end where the scanner says (`opening`): it marks places by the text that
 * follows, so that after a block more or less the runs fall soon again where they fell before.
 */
function runs(name, item, opening, deepest = DEEPEST_RUN) {
  // A rule of its own: a choice inside a sequence would multiply its productions.
  const rules = { [`${name}_0`]: item };
  for (let depth = 1; depth <= deepest; depth++) {
    const part = ($) => $[`${name}_${depth - 1}`];
    rules[`${name}_${depth}`] = ($) => prec.right(seq(...opening($, depth), upTo(RUN, part($))));
  }
  return rules;
}

/** One to `most` of `item`. */
function upTo(most, item) {
  return most === 1 ? item : seq(item, optional(upTo(most - 1, item)));
}

/** Fewer than `most` of `item`, then `last`. */
function fewer(most, item, last) {
  return most === 1 ? last : choice(last, seq(item, fewer(most - 1, item, last)));
}

function times(count, items) {
  return Array(count).fill(items).flat();
}

module.exports = { RUN, DEEPEST_RUN, runs, fewer, times };
