; Only what goes on below a note is indented; everything else begins its line.
(note_definition) @indent.begin
(list_item) @indent.auto
(front_matter) @indent.zero
(heading) @indent.zero
