//! `obelus explain`

use std::fmt::Write as _;

use obelus_rules::{ALL, Example, Rule, find, nearest};

use crate::status::Status;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The rule, as it stands in a report: `brackets/unclosed`.
    rule: Option<String>,
}

/// Explains one rule or lists all.
///
/// # Errors
/// There is no rule of that name; the message names the nearest.
pub fn run(arguments: &Arguments) -> Result<Status, String> {
    let Some(name) = &arguments.rule else {
        print!("{}", list());
        return Ok(Status::Clean);
    };
    let rule = find(name).ok_or_else(|| match nearest(name) {
        Some(rule) => format!("there is no rule “{name}”; did you mean “{}”?", rule.name),
        None => format!("there is no rule “{name}”; `obelus explain` lists all"),
    })?;
    print!("{}", page(rule));
    Ok(Status::Clean)
}

fn list() -> String {
    let width = ALL.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    ALL.iter().fold(String::new(), |mut out, rule| {
        let _ = writeln!(out, "{:width$}  {:7}  {}", rule.name, rule.level.name(), rule.summary);
        out
    })
}

/// The page of a rule, in Markdown; the manual's pages are the same.
pub fn page(rule: &Rule) -> String {
    format!(
        "# {}\n\n{}\n\nLevel: {}.\n\n{}\n\n## Reported\n\n{}\n## Not reported\n\n{}",
        rule.name,
        rule.summary,
        rule.level.name(),
        rule.why.trim(),
        example(rule.example.fails),
        example(rule.example.passes),
    )
}

fn example(text: &str) -> String {
    let files = Example::files(text);
    let several = files.len() > 1;
    files.iter().fold(String::new(), |mut out, file| {
        if several {
            let _ = writeln!(out, "`{}`:\n", file.path);
        }
        let _ = writeln!(out, "```\n{}\n```\n", file.text.trim_end());
        out
    })
}
