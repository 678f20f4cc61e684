; Headings
(heading) @markup.heading
(heading_marker) @punctuation.special

; Front matter
(front_matter) @comment.documentation
(entry key: (key) @property)
(entry value: (value) @string)
(malformed_entry) @error

; Turns
(speaker_label) @type
(speech delimiter: _ @punctuation.delimiter)
(speech "_" @punctuation.special)
(reported_speech "_" @punctuation.special)
(labelled field: (field_label) @keyword)
(labelled delimiter: _ @punctuation.delimiter)

; Blocks
(block_quote) @markup.quote
(ordinal) @markup.list
(separator) @punctuation.special
(source_note) @attribute
(editorial_block) @markup.italic
(note_definition label: (note_label) @label)
(comment) @comment
(allowance (rule_name) @constant)

; Inline
(bracket) @variable.parameter
(bracket_sign) @operator
(milestone) @constant.numeric
(note_reference) @label
(citation) @attribute
(citation_key) @constant
(cross_reference) @markup.link
(cross_reference label: (link_label) @markup.link.label)
(anchor) @label
(apparatus) @function
(siglum) @constant
(reading_keyword) @keyword
(surplus) @variable.parameter
(emphasis) @markup.italic
(strong) @markup.strong
(underlined) @markup.underline
(deleted) @markup.strikethrough
(inserted) @markup.underline
(escape) @string.escape

; Mistakes
[
  (unclosed_bracket)
  (stray_close)
  (stray_brace)
  (empty_bracket)
  (unclosed_cross_reference)
  (unclosed_apparatus)
  (unclosed_emphasis)
  (unclosed_strong)
  (unclosed_underline)
  (unclosed_deleted)
  (unclosed_inserted)
] @error
