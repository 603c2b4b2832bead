//! A norm with everything that is on file about it, as plain text; and what changed between two days.

use crate::{
    catalogue::Catalogue,
    language::Text,
    norm::{Expected, Norm, NormBasis, NormReading, Part},
    relation::Relation,
    source::Certainty,
    vocabulary::Limits,
};
use base::{Date, Language, iso_date};
use std::fmt::{Result as Written, Write as _};

/// Something that began, ended or changed on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The day: the first on which it is so.
    pub on: Date,
    /// What happened.
    pub kind: ChangeKind,
    /// The id of the instrument, norm or penalty.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// What happens to law on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// An instrument comes into force.
    InstrumentBegins,
    /// An instrument has no force any more.
    InstrumentEnds,
    /// An instrument is changed by another one.
    Amended,
    /// A court reads it in a certain way.
    Reviewed,
    /// A norm begins to hold.
    NormBegins,
    /// A norm holds no longer.
    NormEnds,
    /// A sanction becomes available.
    PenaltyBegins,
    /// A sanction is no longer available.
    PenaltyEnds,
}

impl ChangeKind {
    /// What happens, in words.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::Indonesian, Self::InstrumentBegins) => "Peraturan mulai berlaku",
            (Language::Indonesian, Self::InstrumentEnds) => "Peraturan tidak berlaku lagi",
            (Language::Indonesian, Self::Amended) => "Peraturan diubah",
            (Language::Indonesian, Self::Reviewed) => "Peraturan diuji",
            (Language::Indonesian, Self::NormBegins) => "Norma mulai berlaku",
            (Language::Indonesian, Self::NormEnds) => "Norma tidak berlaku lagi",
            (Language::Indonesian, Self::PenaltyBegins) => "Sanksi mulai tersedia",
            (Language::Indonesian, Self::PenaltyEnds) => "Sanksi tidak tersedia lagi",
            (Language::English, Self::InstrumentBegins) => "Instrument comes into force",
            (Language::English, Self::InstrumentEnds) => "Instrument out of force",
            (Language::English, Self::Amended) => "Instrument amended",
            (Language::English, Self::Reviewed) => "Instrument reviewed",
            (Language::English, Self::NormBegins) => "Norm begins to hold",
            (Language::English, Self::NormEnds) => "Norm holds no longer",
            (Language::English, Self::PenaltyBegins) => "Sanction becomes available",
            (Language::English, Self::PenaltyEnds) => "Sanction no longer available",
        }
    }
}

impl Catalogue {
    /// What changed from `from` to `to`, both included, in the order of days. Changes on days that no source gives are not
    /// among them.
    #[must_use]
    pub fn changes(&self, from: Date, to: Date, language: Language) -> Vec<Change> {
        let mut found = Vec::new();
        let mut add = |on: Option<Date>, kind, id: &str, name: String| {
            if let Some(on) = on.filter(|on| (from..=to).contains(on)) {
                found.push(Change { on, kind, id: id.to_owned(), name });
            }
        };
        let after = |day: Option<Date>| day.and_then(Date::next_day);
        for it in self.instruments() {
            let name = || format!("{}, {}", it.citation.in_language(language), it.title.in_language(language));
            add(it.in_force.from, ChangeKind::InstrumentBegins, &it.id, name());
            add(after(it.in_force.to), ChangeKind::InstrumentEnds, &it.id, name());
            for (_, relation) in it.relations() {
                let (kind, on) = match relation {
                    Relation::Amends(amendment) => (ChangeKind::Amended, amendment.from),
                    Relation::Reviews(review) => (ChangeKind::Reviewed, review.from),
                    // That it takes the place of another one shows in the end of that one.
                    Relation::Replaces(_) => continue,
                };
                let other = self.instrument(relation.instrument());
                let other = other.map_or(relation.instrument(), |other| other.citation.in_language(language));
                add(on, kind, relation.instrument(), format!("{other} ({})", it.citation.in_language(language)));
            }
        }
        for it in self.law().norms() {
            add(it.from, ChangeKind::NormBegins, &it.id, it.title.in_language(language).to_owned());
            add(after(it.to), ChangeKind::NormEnds, &it.id, it.title.in_language(language).to_owned());
        }
        for it in &self.law().consequences().penalties {
            add(it.from, ChangeKind::PenaltyBegins, &it.id, it.name.in_language(language).to_owned());
            add(after(it.to), ChangeKind::PenaltyEnds, &it.id, it.name.in_language(language).to_owned());
        }
        found.sort();
        found
    }

    /// A norm with its sources, facts, readings and examples, as plain text; nothing when there is no such norm.
    #[must_use]
    pub fn norm_text(&self, id: &str, language: Language) -> Option<String> {
        let (norm, file) = self.law().norm(id)?;
        let mut text = String::with_capacity(2048);
        // Writing to a String cannot fail.
        let _ = Shown { catalogue: self, language }.norm(&mut text, norm, file);
        Some(text)
    }
}

struct Shown<'a> {
    catalogue: &'a Catalogue,
    language: Language,
}

impl Shown<'_> {
    fn word(&self, indonesian: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }

    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.language)
    }

    fn norm(&self, out: &mut String, norm: &Norm, file: &str) -> Written {
        writeln!(out, "{} ({})", self.text(&norm.title), norm.id)?;
        writeln!(out, "  {}: law/{file}", self.word("Berkas", "File"))?;
        writeln!(out, "  {}: {}", self.word("Keyakinan", "Certainty"), self.certainty(norm.certainty))?;
        if let Some(category) = norm.category {
            let entry = self.catalogue.law().consequences().category(category);
            let name = entry.map_or(category.code(), |entry| self.text(&entry.name));
            writeln!(out, "  {}: {name}", self.word("Kategori", "Category"))?;
        }
        let day = |day: Option<Date>| day.map_or_else(|| "…".to_owned(), iso_date);
        if norm.from.is_some() || norm.to.is_some() {
            let label = self.word("Berlaku", "In force");
            writeln!(out, "  {label}: {} – {}", day(norm.from), day(norm.to))?;
        }
        for basis in &norm.basis {
            self.basis(out, basis)?;
        }
        if let Some(reason) = &norm.not_an_act {
            writeln!(out, "\n{}\n  {}", self.word("Bukan perbuatan", "No act"), self.text(reason))?;
        }
        for (index, limits) in norm.when.iter().enumerate() {
            let heading =
                if index == 0 { self.word("Berlaku bila", "Applies when") } else { self.word("Atau bila", "Or when") };
            writeln!(out, "\n{heading}")?;
            self.limits(out, limits)?;
        }
        for exception in &norm.exceptions {
            writeln!(out, "\n{}: {}", self.word("Kecuali", "Except"), self.text(&exception.because))?;
            self.limits(out, &exception.limits)?;
        }
        for degree in &norm.degrees {
            let entry = self.catalogue.law().consequences().category(degree.category);
            let name = entry.map_or(degree.category.code(), |entry| self.text(&entry.name));
            writeln!(out, "\n{}: {name}", self.word("Kategorinya menjadi", "Its category becomes"))?;
            self.limits(out, &degree.limits)?;
        }
        for written in &norm.disputes {
            let Some(dispute) = self.catalogue.dispute(&written.instrument, &written.dispute) else { continue };
            writeln!(
                out,
                "\n{}: {}",
                self.word("Ditafsirkan berbeda", "Read in different ways"),
                self.text(&dispute.matter)
            )?;
            for (own, reading) in written.readings.iter().zip(&dispute.readings) {
                writeln!(
                    out,
                    "  {}. {} ({})",
                    own.reading.to_uppercase(),
                    self.text(&reading.text),
                    self.text(&reading.support)
                )?;
                self.reading(out, own)?;
            }
            writeln!(
                out,
                "  {}: {}",
                self.word("Sampai diputuskan", "Until it is settled"),
                self.text(&dispute.treatment)
            )?;
        }
        if let Some(note) = &norm.note {
            writeln!(out, "\n{}: {}", self.word("Catatan", "Note"), self.text(note))?;
        }
        if !norm.examples.is_empty() {
            writeln!(out, "\n{}", self.word("Contoh", "Examples"))?;
        }
        for example in &norm.examples {
            let expect = match example.expect {
                Expected::Applies => self.word("berlaku", "applies"),
                Expected::DoesNotApply => self.word("tidak berlaku", "does not apply"),
                Expected::Disputed => self.word("ditafsirkan berbeda", "read in different ways"),
                Expected::Open => self.word("belum pasti", "not certain"),
            };
            writeln!(out, "  {} ({}): {expect}", self.text(&example.case), iso_date(example.on))?;
        }
        Ok(())
    }

    fn basis(&self, out: &mut String, basis: &NormBasis) -> Written {
        let label = match basis.part {
            Part::Norm => self.word("Dasar", "Basis"),
            Part::Sanction => self.word("Dasar sanksi", "Basis of the sanction"),
        };
        let Some(instrument) = self.catalogue.instrument(&basis.instrument) else { return Ok(()) };
        let Some(provision) = instrument.provision(&basis.provision) else { return Ok(()) };
        writeln!(out, "\n{label}: {} {}", self.text(&instrument.citation), provision.number)?;
        writeln!(out, "  {} ({})", self.text(&provision.text), self.certainty(provision.certainty))?;
        if let Some(source) = instrument.sources.iter().find(|source| source.key == provision.source) {
            let url = source.url.as_deref().unwrap_or_default();
            writeln!(out, "  {}: {} {url}", self.word("Sumber", "Source"), self.text(&source.what))?;
        }
        Ok(())
    }

    fn reading(&self, out: &mut String, reading: &NormReading) -> Written {
        if reading.never {
            writeln!(out, "     {}", self.word("Norma ini tidak berlaku.", "This norm does not apply."))?;
        }
        if let Some(category) = reading.category {
            let entry = self.catalogue.law().consequences().category(category);
            let name = entry.map_or(category.code(), |entry| self.text(&entry.name));
            writeln!(out, "     {}: {name}", self.word("Kategori", "Category"))?;
        }
        self.limits(out, &reading.limits)
    }

    fn limits(&self, out: &mut String, limits: &Limits) -> Written {
        let vocabulary = self.catalogue.law().vocabulary();
        for (id, answers) in limits {
            let Some(element) = vocabulary.index(id).and_then(|index| vocabulary.element(index)) else { continue };
            let words = element.answers.iter().filter(|answer| answers.contains(&answer.id));
            let words: Vec<&str> = words.map(|answer| self.text(&answer.label)).collect();
            writeln!(out, "  {}: {}", self.text(&element.label), words.join(" / "))?;
        }
        Ok(())
    }

    fn certainty(&self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Verified => self.word("diperiksa", "verified"),
            Certainty::Partial => self.word("diperiksa sebagian", "verified in part"),
            Certainty::Memory => self.word("dari ingatan", "from memory"),
        }
    }
}
