//! Writes one sample of every document in both languages: `cargo run -p documents --example samples -- OUTDIR`.

mod data;

use documents::{Language, Renderer};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let dir = PathBuf::from(std::env::args().nth(1).ok_or("name the directory for the samples as the first argument")?);
    std::fs::create_dir_all(&dir)?;
    let renderer = Renderer::new();
    for language in [Language::Indonesian, Language::English] {
        let tag = language.code();
        let write = |name: &str, pdf: Vec<u8>| std::fs::write(dir.join(format!("{name}-{tag}.pdf")), pdf);
        write("letter", renderer.render_letter(&data::letter(language))?)?;
        write("pact", renderer.render_pact(&data::pact(language))?)?;
        write("minutes", renderer.render_minutes(&data::minutes(language))?)?;
        write("pack", renderer.render_pack(&data::pack(language))?)?;
        write("follow-up", renderer.render_pack(&data::follow_up(language))?)?;
        write("slips", renderer.render_slips(&data::slips(language), &data::sheet(language))?)?;
        write("worksheet", renderer.render_worksheet(&data::worksheet(language))?)?;
        write("record", renderer.render_person_record(&data::record(language))?)?;
    }
    Ok(())
}
