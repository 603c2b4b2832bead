//! An explanation as plain text, for the terminal and for reading aloud.

use super::{
    ExplainedBasis, ExplainedCategory, ExplainedDispute, ExplainedFact, ExplainedMatch, ExplainedPenalty, Explanation,
    ToldFact,
};
use crate::norm::NormKind;
use base::Language;
use std::fmt::Write as _;

/// Words of the text in one language.
struct Words {
    on: &'static str,
    version: &'static str,
    verdicts: [&'static str; 4],
    applies: &'static str,
    disputed: &'static str,
    open: &'static str,
    allowed_by: &'static str,
    because: &'static str,
    still: &'static str,
    basis: &'static str,
    sanction_basis: &'static str,
    reading: &'static str,
    supported: &'static str,
    under: [&'static str; 3],
    treated: &'static str,
    circular: &'static str,
    point: &'static str,
    note: &'static str,
    follows: &'static str,
    norms: &'static str,
    sanctions: &'static str,
    not_in_use: &'static str,
    may_impose: &'static str,
    perhaps: &'static str,
    tracks: &'static str,
    clock: &'static str,
    near: &'static str,
    near_if: &'static str,
    exceptions: &'static str,
    weighed: &'static str,
    proposal: &'static str,
    none: &'static str,
}

const INDONESIAN: Words = Words {
    on: "Tanggal perbuatan",
    version: "Versi aturan",
    verdicts: ["Boleh", "Boleh, dengan syarat", "Belum pasti. Tanya dulu", "Tidak boleh"],
    applies: "Berlaku menurut semua bacaan",
    disputed: "Ditafsirkan berbeda",
    open: "Belum pasti, karena ada yang belum diketahui",
    allowed_by: "Membolehkan",
    because: "Karena",
    still: "Masih menentukan",
    basis: "Dasar",
    sanction_basis: "Dasar sanksi",
    reading: "Bacaan",
    supported: "Didukung oleh",
    under: ["norma ini berlaku", "norma ini tidak berlaku", "belum pasti"],
    treated: "Sampai diputuskan",
    circular: "Diulang oleh surat edaran",
    point: "butir",
    note: "Catatan",
    follows: "Yang mengikuti",
    norms: "Norma",
    sanctions: "Sanksi yang tersedia",
    not_in_use: "belum dipakai",
    may_impose: "Yang berwenang",
    perhaps: "bergantung pada hal yang belum diketahui",
    tracks: "Jalur",
    clock: "Batas waktu",
    near: "Yang akan mengubah hasilnya",
    near_if: "bila",
    exceptions: "Dikecualikan",
    weighed: "Ditimbang",
    proposal: "Ini usulan penilaian. Manusia yang memutuskan.",
    none: "Tidak ada norma yang tercatat untuk keadaan ini.",
};

const ENGLISH: Words = Words {
    on: "Day of the act",
    version: "Version of the law",
    verdicts: ["Allowed", "Allowed, with conditions", "Not settled. Ask first", "Not allowed"],
    applies: "Applies under every reading",
    disputed: "Read in different ways",
    open: "Not certain, since something is not known",
    allowed_by: "Allows it",
    because: "Because",
    still: "Still decides",
    basis: "Basis",
    sanction_basis: "Basis of the sanction",
    reading: "Reading",
    supported: "Supported by",
    under: ["this norm applies", "this norm does not apply", "not certain"],
    treated: "Until it is settled",
    circular: "Repeated by the circular",
    point: "item",
    note: "Note",
    follows: "What follows",
    norms: "Norms",
    sanctions: "Sanctions that are available",
    not_in_use: "not in use yet",
    may_impose: "Who may impose them",
    perhaps: "depends on something that is not known",
    tracks: "Procedures",
    clock: "Term",
    near: "What would change the result",
    near_if: "if",
    exceptions: "Excepted",
    weighed: "To be weighed",
    proposal: "This is a proposed assessment. People decide.",
    none: "No norm on file concerns these facts.",
};

impl Explanation<'_> {
    /// The explanation as plain text.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let words = match language {
            Language::Indonesian => &INDONESIAN,
            Language::English => &ENGLISH,
        };
        let mut text = String::with_capacity(4096);
        // Writing to a String cannot fail.
        let _ = write_whole(&mut text, words, self);
        text
    }
}

fn write_whole(out: &mut String, words: &Words, it: &Explanation<'_>) -> std::fmt::Result {
    let verdict = ["allowed", "with_care", "unsettled", "not_allowed"].iter().position(|code| *code == it.verdict);
    writeln!(out, "{}", words.verdicts[verdict.unwrap_or(2)])?;
    writeln!(out, "{}: {}", words.on, it.on)?;
    if it.matches.is_empty() {
        writeln!(out, "\n{}", words.none)?;
    }
    for matched in &it.matches {
        write_match(out, words, matched)?;
    }
    for exception in &it.exceptions {
        writeln!(out, "\n{}: {} ({}). {}", words.exceptions, exception.title, exception.norm, exception.because)?;
    }
    for category in &it.consequences {
        write_category(out, words, category)?;
    }
    for circumstance in &it.circumstances {
        writeln!(out, "\n{}: {}. {}", words.weighed, circumstance.name, circumstance.says)?;
        write_basis(out, words.basis, circumstance.basis)?;
    }
    if !it.near.is_empty() {
        writeln!(out, "\n{}", words.near)?;
    }
    // By fact: what would make the difference comes first, and all norms that it would bring.
    let mut by_fact: Vec<(String, Vec<&str>)> = Vec::new();
    for near in &it.near {
        let fact = fact(&near.with);
        match by_fact.iter_mut().find(|(known, _)| *known == fact) {
            Some((_, norms)) if norms.contains(&near.norm.as_str()) => {}
            Some((_, norms)) => norms.push(&near.norm),
            None => by_fact.push((fact, vec![near.norm.as_str()])),
        }
    }
    for (fact, norms) in by_fact {
        writeln!(out, "  {} {fact}: {}", words.near_if, norms.join(", "))?;
    }
    writeln!(out, "\n{}", words.proposal)?;
    writeln!(out, "{}: {}\n{}", words.version, it.law, it.fingerprint)
}

fn write_match(out: &mut String, words: &Words, it: &ExplainedMatch<'_>) -> std::fmt::Result {
    let holds = match it.holds {
        "applies" if it.kind == NormKind::Permission => words.allowed_by,
        "applies" => words.applies,
        "disputed" => words.disputed,
        _ => words.open,
    };
    writeln!(out, "\n{} ({})\n  {holds}", it.title, it.norm)?;
    for says in it.says.iter() {
        writeln!(out, "  {says}")?;
    }
    let part = |wanted| it.basis.iter().filter(move |basis| basis.part == Some(wanted)).cloned().collect::<Vec<_>>();
    write_basis(out, words.basis, &part(crate::norm::Part::Norm))?;
    write_basis(out, words.sanction_basis, &part(crate::norm::Part::Sanction))?;
    if !it.because.is_empty() {
        writeln!(out, "  {}: {}", words.because, facts(&it.because))?;
    }
    if !it.open.is_empty() {
        let open: Vec<&str> = it.open.iter().map(|fact| fact.label.as_str()).collect();
        writeln!(out, "  {}: {}", words.still, open.join("; "))?;
    }
    for dispute in it.disputes.iter().filter(|dispute| dispute.decides) {
        write_dispute(out, words, dispute)?;
    }
    for circular in &it.circulars {
        writeln!(out, "  {}: {}, {} {}", words.circular, circular.citation, words.point, circular.provision)?;
        writeln!(out, "    {}", circular.text)?;
    }
    write_penalties(out, words, &it.penalties)?;
    match it.note {
        Some(note) => writeln!(out, "  {}: {note}", words.note),
        None => Ok(()),
    }
}

fn write_dispute(out: &mut String, words: &Words, it: &ExplainedDispute<'_>) -> std::fmt::Result {
    writeln!(out, "  {}: {}", words.disputed, it.matter)?;
    for reading in &it.readings {
        let under = match reading.holds {
            "applies" => words.under[0],
            "does_not_apply" => words.under[1],
            _ => words.under[2],
        };
        writeln!(out, "    {} {}: {} ({under})", words.reading, reading.reading.to_uppercase(), reading.text)?;
        writeln!(out, "      {}: {}", words.supported, reading.support)?;
    }
    writeln!(out, "    {}: {}", words.treated, it.treatment)
}

fn write_category(out: &mut String, words: &Words, it: &ExplainedCategory<'_>) -> std::fmt::Result {
    let holds = match it.holds {
        "applies" => words.applies,
        "disputed" => words.disputed,
        _ => words.open,
    };
    writeln!(out, "\n{}: {} ({holds})\n  {}", words.follows, it.name, it.says)?;
    if let Some(otherwise) = it.otherwise {
        writeln!(out, "  {otherwise}")?;
    }
    writeln!(out, "  {}: {}", words.norms, it.norms.join(", "))?;
    write_penalties(out, words, &it.penalties)?;
    for authority in &it.authorities {
        let perhaps = if authority.sure { String::new() } else { format!(" ({})", words.perhaps) };
        writeln!(out, "  {}: {}{perhaps}", words.may_impose, authority.who)?;
    }
    for track in &it.tracks {
        let perhaps = if track.sure { String::new() } else { format!(" ({})", words.perhaps) };
        writeln!(out, "  {}: {}{perhaps}. {}", words.tracks, track.name, track.says)?;
        if let Some(clock) = track.clock {
            writeln!(out, "    {}: {clock}", words.clock)?;
        }
        if let Some(beside) = track.beside {
            writeln!(out, "    {beside}")?;
        }
    }
    Ok(())
}

fn write_penalties(out: &mut String, words: &Words, penalties: &[ExplainedPenalty<'_>]) -> std::fmt::Result {
    for penalty in penalties {
        let not_in_use = if penalty.available { String::new() } else { format!(" ({})", words.not_in_use) };
        writeln!(out, "  {}: {}{not_in_use}", words.sanctions, penalty.name)?;
        for more in [penalty.says, penalty.awaits].into_iter().flatten() {
            writeln!(out, "    {more}")?;
        }
    }
    Ok(())
}

fn write_basis(out: &mut String, label: &str, basis: &[ExplainedBasis]) -> std::fmt::Result {
    if basis.is_empty() {
        return Ok(());
    }
    let each: Vec<String> =
        basis.iter().map(|it| format!("{} {}", it.citation, it.article).trim().to_owned()).collect();
    writeln!(out, "  {label}: {}", each.join("; "))
}

fn facts(facts: &[ToldFact<'_>]) -> String {
    facts.iter().map(|it| fact(it)).collect::<Vec<_>>().join("; ")
}

fn fact(fact: &ExplainedFact) -> String {
    format!("{}: {}", fact.label, fact.words.join(" / "))
}
