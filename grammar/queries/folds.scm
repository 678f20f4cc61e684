[
  (front_matter)
  (section)
  (turn)
  (note_definition)
] @fold
