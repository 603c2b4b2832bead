//! Every document in both languages: conformance marks, pages, and the text a reader gets out of it.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../examples/samples/data.rs"]
mod data;

use documents::{Language, LetterProvision, MAX_SLIPS, RenderError, Renderer};
use std::path::Path;
use std::process::Command;

const LANGUAGES: [Language; 2] = [Language::Indonesian, Language::English];

/// Runs a program of poppler-utils over `pdf` and returns what it prints.
fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("document.pdf");
    std::fs::write(&path, pdf).unwrap();
    let last: &[&Path] = if program == "pdftotext" { &[path.as_path(), Path::new("-")] } else { &[path.as_path()] };
    let out = Command::new(program)
        .args(arguments)
        .args(last)
        .output()
        .unwrap_or_else(|_| panic!("These tests read PDFs with {program}: install poppler-utils."));
    assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// The text in reading order, without the blank space of the layout.
fn text(pdf: &[u8]) -> String {
    poppler("pdftotext", &["-layout"], pdf)
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn pages(pdf: &[u8]) -> usize {
    let info = poppler("pdfinfo", &[], pdf);
    let line = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
    line.trim().parse().unwrap()
}

fn documents(renderer: &Renderer, language: Language) -> [(&'static str, Vec<u8>); 8] {
    [
        ("letter", renderer.render_letter(&data::letter(language)).unwrap()),
        ("pact", renderer.render_pact(&data::pact(language)).unwrap()),
        ("minutes", renderer.render_minutes(&data::minutes(language)).unwrap()),
        ("pack", renderer.render_pack(&data::pack(language)).unwrap()),
        ("follow-up", renderer.render_pack(&data::follow_up(language)).unwrap()),
        ("slips", renderer.render_slips(&data::slips(language), &data::sheet(language)).unwrap()),
        ("worksheet", renderer.render_worksheet(&data::worksheet(language)).unwrap()),
        ("record", renderer.render_person_record(&data::record(language)).unwrap()),
    ]
}

#[test]
fn every_document_is_archival_accessible_and_says_what_it_is() {
    let renderer = Renderer::new();
    for language in LANGUAGES {
        for (name, pdf) in documents(&renderer, language) {
            let tag = language.code();
            assert!(pdf.starts_with(b"%PDF-1.7"), "{name}-{tag}");
            let xmp = poppler("pdfinfo", &["-meta"], &pdf);
            for part in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "T07:42:00+07:00"] {
                assert!(xmp.contains(part), "{name}-{tag} lacks {part}: {xmp}");
            }
            assert!(xmp.contains(&format!("<rdf:li>{tag}</rdf:li>")), "{name}-{tag}: {xmp}");
            let info = poppler("pdfinfo", &[], &pdf);
            let mark = if language == Language::Indonesian { "Contoh (rekaan): " } else { "Example (invented): " };
            let title = info.lines().find_map(|line| line.strip_prefix("Title:")).unwrap().trim_start();
            assert!(title.len() > mark.len() && title.starts_with(mark), "{name}-{tag}: {title}");
            assert!(info.contains("Tagged:          yes"), "{name}-{tag}: {info}");
        }
    }
}

#[test]
fn the_text_of_every_document_is_as_reviewed() {
    let renderer = Renderer::new();
    for language in LANGUAGES {
        for (name, pdf) in documents(&renderer, language) {
            let tag = language.code();
            insta::assert_snapshot!(format!("{name}-{tag}"), format!("{} page(s)\n{}", pages(&pdf), text(&pdf)));
        }
    }
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let (renderer, letter) = (Renderer::new(), data::letter(Language::Indonesian));
    assert_eq!(renderer.render_letter(&letter).unwrap(), Renderer::new().render_letter(&letter).unwrap());
}

#[test]
fn structure_describes_the_qr_code_and_marks_headings_and_tables() {
    let renderer = Renderer::new();
    let pact = renderer.render_pact(&data::pact(Language::Indonesian)).unwrap();
    let structure = poppler("pdfinfo", &["-struct-text"], &pact);
    assert!(structure.contains("Figure") && structure.contains("H1"), "{structure}");
    let record = renderer.render_person_record(&data::record(Language::English)).unwrap();
    let structure = poppler("pdfinfo", &["-struct-text"], &record);
    for part in ["Table", "TH", "\"Delivered\"", "Figure"] {
        assert!(structure.contains(part), "{part}: {structure}");
    }
}

#[test]
fn a_worksheet_is_the_same_each_time_and_leaves_room_for_a_hand() {
    let paper = data::worksheet(Language::Indonesian);
    let pdf = Renderer::new().render_worksheet(&paper).unwrap();
    assert_eq!(pdf, Renderer::new().render_worksheet(&paper).unwrap());
    let said = text(&pdf);
    for part in
        ["Ini usulan. Manusia yang memutuskan.", "Penilaian pemeriksa", "Nama dan tanda tangan", "dipakai instansi ini"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let structure = poppler("pdfinfo", &["-struct-text"], &pdf);
    assert!(structure.contains("Table") && structure.contains("H3"), "{structure}");
}

#[test]
fn a_letter_without_a_number_leaves_a_blank_and_says_so_at_the_foot() {
    let renderer = Renderer::new();
    let mut letter = data::letter(Language::Indonesian);
    letter.number = None;
    let text = text(&renderer.render_letter(&letter).unwrap());
    assert!(text.contains("Nomor : Sukamaju, 14 Oktober 2024"), "{text}");
    assert!(text.contains("Nomor: belum bernomor"), "{text}");
}

#[test]
fn only_an_example_carries_the_mark_and_it_does_so_on_every_page() {
    let renderer = Renderer::new();
    let mut letter = data::letter(Language::Indonesian);
    let marked = renderer.render_letter(&letter).unwrap();
    for page in 1..=pages(&marked) {
        let number = page.to_string();
        let text = poppler("pdftotext", &["-f", &number, "-l", &number], &marked);
        assert!(text.contains("CONTOH — REKAAN"), "page {page}: {text}");
    }
    letter.imprint.example = false;
    assert!(!text(&renderer.render_letter(&letter).unwrap()).contains("CONTOH"));
}

#[test]
fn wherever_a_letter_breaks_its_signatory_keeps_company() {
    let renderer = Renderer::new();
    let mut letter = data::letter(Language::Indonesian);
    letter.copies.clear();
    let filler = LetterProvision {
        number: "9".to_owned(),
        text: "Ketentuan tambahan yang mengisi dua baris agar halaman terpotong di tempat lain pada setiap \
               percobaan, supaya pemotongan halaman teruji."
            .to_owned(),
        letters: Vec::new(),
    };
    let mut lengths = Vec::new();
    for _ in 0..30 {
        letter.provisions.push(filler.clone());
        let pdf = renderer.render_letter(&letter).unwrap();
        let count = pages(&pdf);
        lengths.push(count);
        let alone = (1..=count).find_map(|page| {
            let number = page.to_string();
            let text = poppler("pdftotext", &["-f", &number, "-l", &number], &pdf);
            text.contains("Bagus Wiratama").then(|| !text.contains("Demikian untuk dilaksanakan"))
        });
        assert_eq!(alone, Some(false), "{} provisions", letter.provisions.len());
    }
    assert!(lengths.first() < lengths.last(), "the letter never grew by a page: {lengths:?}");
}

#[test]
fn a_pack_brings_its_circular_and_a_sheet_for_whom_it_asks_and_no_answers() {
    let renderer = Renderer::new();
    let mut pack = data::pack(Language::Indonesian);
    let questions = pack.people[0].questions.clone();
    pack.people[1].questions = questions;
    let whole = renderer.render_pack(&pack).unwrap();
    let structure = poppler("pdfinfo", &["-struct-text"], &whole);
    for part in ["H1", "Table", "TH", "Figure"] {
        assert!(structure.contains(part), "{part}: {structure}");
    }
    let whole_text = text(&whole);
    let sheets = |text: &str| text.lines().filter(|line| line.starts_with("Lembar pertanyaan: ")).count();
    assert_eq!(sheets(&whole_text), 2);
    let provision = pack.letter.as_ref().unwrap().provisions[0].text[..30].to_owned();
    assert!(whole_text.contains(&provision), "{whole_text}");
    pack.people.iter_mut().for_each(|one| (one.questions, one.pledges) = (Vec::new(), false));
    let bare = text(&renderer.render_pack(&pack).unwrap());
    assert_eq!(sheets(&bare), 0);
    for gone in ["Ikrar Netralitas", "Silang satu kotak", "Naskah ikrar"] {
        assert!(whole_text.contains(gone) && !bare.contains(gone), "{gone}: {bare}");
    }
}

#[test]
fn slips_keep_their_order_and_need_no_content() {
    let renderer = Renderer::new();
    let (mut slips, sheet) = (data::slips(Language::Indonesian), data::sheet(Language::Indonesian));
    slips.reverse();
    let pdf = renderer.render_slips(&slips, &sheet).unwrap();
    assert_eq!(pages(&pdf), 2);
    let text = poppler("pdfinfo", &["-struct-text"], &pdf);
    let places: Vec<_> = slips.iter().map(|slip| text.find(&slip.name[..4]).unwrap_or(usize::MAX)).collect();
    assert!(places.is_sorted() && !places.contains(&usize::MAX), "{places:?}");
    let none = renderer.render_slips(&[], &sheet).unwrap();
    assert!(self::text(&none).contains("Tidak ada slip yang perlu dicetak."));
}

#[test]
fn a_print_run_is_bounded() {
    let mut slips = data::slips(Language::English);
    slips = slips.into_iter().cycle().take(MAX_SLIPS).collect();
    let (renderer, sheet) = (Renderer::new(), data::sheet(Language::English));
    assert!(pages(&renderer.render_slips(&slips, &sheet).unwrap()) >= MAX_SLIPS / 8);
    slips.push(slips[0].clone());
    let error = renderer.render_slips(&slips, &sheet).unwrap_err();
    assert!(matches!(error, RenderError::TooManySlips { count, limit } if count == limit + 1), "{error}");
}

#[test]
fn renderers_may_work_side_by_side() {
    let renderer = Renderer::new();
    let paper = |number: usize| {
        let mut pact = data::pact(Language::Indonesian);
        pact.name = format!("Orang ke-{number}");
        pact
    };
    let alone: Vec<_> = (0..8).map(|number| renderer.render_pact(&paper(number)).unwrap()).collect();
    let together: Vec<_> = std::thread::scope(|scope| {
        let start = |number| {
            let renderer = renderer.clone();
            scope.spawn(move || renderer.render_pact(&paper(number)).unwrap())
        };
        let running: Vec<_> = (0..8).map(start).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(alone == together, "the same pacts differ when set on several threads");
}

#[test]
fn an_address_that_does_not_fit_the_code_is_refused_in_plain_words() {
    let mut pact = data::pact(Language::Indonesian);
    pact.verification.url = format!("https://{}", "x".repeat(300));
    let error = Renderer::new().render_pact(&pact).unwrap_err();
    assert!(matches!(error, RenderError::AddressTooLong { length: 308, .. }));
    assert_eq!(
        error.to_string(),
        "the address to check the document at has 308 bytes; a QR code of 22 mm holds at most 213"
    );
}
