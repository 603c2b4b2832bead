//! Pages for everybody: institutions, circulars, the rules above them, verification, help, language. All of them are
//! read without signing in.

mod changes;
mod circular;
mod coverage;
mod facts;
mod find;
mod front;
mod institution;
mod language;
mod links;
mod norm;
mod norm_list;
mod page_texts;
mod published;
mod reported;
mod rules;
mod seal;
mod sheet;
mod stage;
mod verify;
mod words;

pub use links::{article as article_words, provision as provision_link, tied, to as rule_link};
pub use published::before_words;
pub use reported::origins;
pub use sheet::{Link as RuleLink, Origin};
pub use words::{certainty, place as place_name, topic};

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/", front::get)
        .get("/aturan", rules::list)
        .get("/aturan/norma", norm_list::list)
        .get("/aturan/norma/{norma}", norm::get)
        .get("/aturan/perubahan", changes::get)
        .get("/aturan/{instrumen}", rules::one)
        .get("/aturan/{instrumen}/{pasal}", rules::provision)
        .get("/robots.txt", verify::robots)
        .get("/periksa", verify::ask)
        .get("/periksa/{token}", verify::answer)
        .get("/bantuan", page_texts::help)
        .get("/privasi", page_texts::privacy)
        .get("/aksesibilitas", page_texts::accessibility)
        .post("/bahasa", language::post)
        .get("/{instansi}", institution::get)
        .get("/{instansi}/cakupan", coverage::get)
        .get("/{instansi}/cakupan.csv", coverage::csv)
        .get("/{instansi}/cakupan.json", coverage::json)
        .get("/{instansi}/segel.pem", seal::certificates)
        .get("/{instansi}/edaran/{id}", circular::get)
        .get("/{instansi}/edaran/{id}/surat.pdf", circular::letter)
        .get("/{instansi}/edaran/{id}/surat-tersertifikasi.pdf", circular::certified)
        .get("/{instansi}/edaran/{id}/pindaian", circular::scan)
        .get("/{instansi}/edaran/{id}/lampiran/{n}", circular::attachment)
}
