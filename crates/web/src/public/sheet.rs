//! What every page about an instrument or circular shows, whatever it is made from.

/// Everything on such a page, in the reader's language.
#[derive(Default)]
pub struct Sheet {
    /// What it is: the line above the title.
    pub kind: String,
    /// Its title.
    pub title: Words,
    /// Number, date, signatory and so on.
    pub facts: Vec<Fact>,
    /// The sentence before the provisions.
    pub opening: Words,
    /// A sentence about how the provisions are worded; empty when they are the instrument's own words.
    pub wording: String,
    /// The provisions.
    pub provisions: Vec<Clause>,
    /// The sentence after them.
    pub closing: Words,
    /// The heading of the list of instruments it rests on.
    pub bases_title: String,
    /// The instruments it rests on.
    pub bases: Vec<Link>,
    /// How that list came about; empty when the instrument itself names them.
    pub bases_note: String,
    /// Points that are read in different ways.
    pub disputes: Vec<Disputed>,
    /// What a reader has to know.
    pub notes: Vec<String>,
    /// Where it was read.
    pub sources: Vec<Origin>,
}

/// Words, and their language where it is not the page's.
#[derive(Default, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Their language tag; empty when it is that of the page.
    pub lang: &'static str,
}

impl Words {
    /// Words in the language of the page.
    pub fn here(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: "" }
    }

    /// Words that are Indonesian on every page: names, citations, what an officer wrote.
    pub fn indonesian(text: impl Into<String>, page: base::Language) -> Self {
        let lang = if page == base::Language::Indonesian { "" } else { "id" };
        Self { text: text.into(), lang }
    }
}

/// One line of the list of facts.
pub struct Fact {
    /// What it is.
    pub term: String,
    /// What is known.
    pub words: Words,
    /// Whether it is known at all: what is not is set apart.
    pub known: bool,
    /// Where it leads.
    pub links: Vec<Link>,
}

/// A provision.
pub struct Clause {
    /// The fragment of its address.
    pub anchor: String,
    /// Its number as it stands, such as *Pasal 5 huruf n*; empty when it has none.
    pub number: Words,
    /// What it is about.
    pub topic: String,
    /// What it says.
    pub words: Words,
    /// Whom it binds.
    pub binds: String,
    /// What a reader has to know.
    pub note: String,
    /// How sure it is, where that is less than read; empty otherwise.
    pub doubt: String,
    /// Where it was read, when the instrument has several sources.
    pub source: String,
    /// The norms that rest on it.
    pub norms: Vec<Link>,
    /// Provisions above it with the same norm.
    pub above: Vec<Link>,
    /// Disputes that touch it.
    pub disputes: Vec<Link>,
}

/// A link.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    /// Where.
    pub href: String,
    /// Its words.
    pub text: String,
    /// Their language; empty when it is that of the page.
    pub lang: &'static str,
    /// The article after them, as its instrument numbers it; empty where the link is to the whole.
    pub article: Words,
}

impl Link {
    /// Words in the language of the page that lead to an address.
    pub fn to(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into(), lang: "", article: Words::default() }
    }
}

/// A point that is read in different ways.
pub struct Disputed {
    /// The fragment of its address.
    pub anchor: String,
    /// What is disputed.
    pub matter: String,
    /// Each reading and what supports it.
    pub readings: Vec<(String, String)>,
    /// What the program uses until it is settled.
    pub treatment: String,
}

/// A source.
pub struct Origin {
    /// What it is.
    pub what: String,
    /// How far it was checked.
    pub certainty: String,
    /// Its address, if one is known.
    pub url: String,
}
