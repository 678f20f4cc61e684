; Front matter is a subset of YAML.
((front_matter) @injection.content
  (#set! injection.language "yaml"))
