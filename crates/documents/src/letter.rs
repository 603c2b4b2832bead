use crate::{Imprint, Verification};
use serde::{Deserialize, Serialize};

/// A circular in the form of an official letter (naskah dinas, Permendagri 1/2023).
///
/// Every string is one paragraph: line breaks inside it become spaces. Empty lists and empty optional
/// strings leave out the part they stand for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CircularLetter {
    /// Language, example mark and metadata.
    pub imprint: Imprint,
    /// The head of the first page.
    pub letterhead: Letterhead,
    /// Nomor. A letter is final without one: a ruled blank is left to be filled in by hand.
    pub number: Option<String>,
    /// Sifat, for instance `Biasa` or `Segera`.
    pub nature: String,
    /// Lampiran, for instance `-` or `1 (satu) berkas`.
    pub attachments: String,
    /// The titles of the attachments, in their order.
    pub attached: Vec<String>,
    /// Hal, also the title of the document.
    pub subject: String,
    /// Where the letter is dated.
    pub place: String,
    /// The date in words, for instance `14 Oktober 2024`.
    pub date: String,
    /// Who is addressed, one entry each, without `Yth.`.
    pub addressees: Vec<String>,
    /// Where they are, for instance `Tempat`; printed below them after `di`.
    pub addressed_at: Option<String>,
    /// The instruments the letter rests on, in their order of rank.
    pub legal_basis: Vec<String>,
    /// Paragraphs before the provisions.
    pub opening: Vec<String>,
    /// The numbered provisions.
    pub provisions: Vec<LetterProvision>,
    /// Paragraphs after the provisions. The last stays on one page with the signatory.
    pub closing: Vec<String>,
    /// Who signs.
    pub signatory: Signatory,
    /// Tembusan, one entry each.
    pub copies: Vec<String>,
    /// Where to check the letter.
    pub verification: Verification,
}

/// The head of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// For instance `PEMERINTAH KABUPATEN SUKAMAJU (REKAAN)`.
    pub government: String,
    /// The issuing office, printed larger; empty when the head of the region issues the letter.
    pub office: String,
    /// Street, telephone, web address: one line each.
    pub address: Vec<String>,
}

/// One numbered provision of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterProvision {
    /// The number without a full stop, for instance `1`.
    pub number: String,
    /// The provision.
    pub text: String,
    /// Its parts, in order.
    pub letters: Vec<ProvisionLetter>,
}

/// A lettered part of a provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionLetter {
    /// The letter without a full stop, for instance `a`.
    pub letter: String,
    /// The text.
    pub text: String,
}

/// The block in which a letter is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// In which capacity the post is held, for instance `Plt.` or `Pj.`; nothing when definitive.
    pub capacity: Option<String>,
    /// The post, for instance `Bupati Sukamaju`.
    pub office_title: String,
    /// The full name with titles.
    pub name: String,
    /// Rank and class, for civil servants.
    pub rank: Option<String>,
    /// NIP, for civil servants.
    pub nip: Option<String>,
}
