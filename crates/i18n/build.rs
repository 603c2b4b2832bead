//! Turns the messages of `locales/` into typed functions. A message that is missing in a language does not build.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> std::process::ExitCode {
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("locales")
            .with_default_language("id")
            .with_prefix("")
            .with_output_file_path(&format!("{out}/l10n.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/messages.ftl")))
            .with_lint_level(LintLevel::Strict)
            // Both languages run from left to right, and the marks would stand in PDFs and tests.
            .without_bidi_isolation()
            .without_format(),
    )
}
