; A turn with its continuations; without them, the block with which it opens.
(turn) @turn.outer
(turn [(speech) (reported_speech)] @turn.inner)
(section) @section.outer
(heading) @heading.outer
(note_definition) @note.outer
(bracket) @bracket.outer
(editorial_block) @bracket.outer
(citation) @citation.outer
(source_note) @citation.outer
(speaker_label) @speaker.inner
(paragraph) @block.outer
(comment) @comment.outer
