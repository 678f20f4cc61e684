//! Compiles the generated parser and the scanner.

fn main() {
    let source = std::path::Path::new("src");
    cc::Build::new()
        .std("c11")
        .include(source)
        .flag_if_supported("-Wno-unused-parameter")
        .flag_if_supported("/utf-8")
        // The parser is no faster to debug unoptimised, only slower to run.
        .opt_level(2)
        .file(source.join("parser.c"))
        .file(source.join("scanner.c"))
        .compile("tree-sitter-obelus");
    println!("cargo:rerun-if-changed=src");
}
