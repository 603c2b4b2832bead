use std::path::PathBuf;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Coverage, Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

/// The face of everything that is read as text, as the font book writes it.
const TEXT_FACE: &str = "libertinus serif";

/// The documents there are templates for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    Letter,
    Pact,
    Minutes,
    Slips,
    Record,
    Worksheet,
    Pack,
}

/// Fonts, templates and the standard library: the same for every document.
pub(crate) struct Shared {
    library: LazyHash<Library>,
    watermark: Bytes,
    fonts: FontStore,
    common: Source,
    letter_body: Source,
    letter: Source,
    pact: Source,
    minutes: Source,
    slips: Source,
    record: Source,
    worksheet: Source,
    pack: Source,
}

impl Shared {
    pub(crate) fn new() -> Self {
        let mut fonts = FontStore::new();
        fonts.extend(typst_kit::fonts::embedded());
        Self {
            library: LazyHash::new(Library::builder().build()),
            watermark: Bytes::from_string(include_str!("../templates/watermark.svg")),
            fonts,
            common: template("/common.typ", include_str!("../templates/common.typ")),
            letter_body: template("/letter-body.typ", include_str!("../templates/letter-body.typ")),
            letter: template("/letter.typ", include_str!("../templates/letter.typ")),
            pact: template("/pact.typ", include_str!("../templates/pact.typ")),
            minutes: template("/minutes.typ", include_str!("../templates/minutes.typ")),
            slips: template("/slips.typ", include_str!("../templates/slips.typ")),
            record: template("/record.typ", include_str!("../templates/record.typ")),
            worksheet: template("/worksheet.typ", include_str!("../templates/worksheet.typ")),
            pack: template("/pack.typ", include_str!("../templates/pack.typ")),
        }
    }

    /// The characters of each variant of the text face.
    pub(crate) fn coverage(&self) -> Vec<Coverage> {
        let book = self.fonts.book();
        book.select_family(TEXT_FACE).filter_map(|index| Some(book.info(index)?.coverage.clone())).collect()
    }

    fn source(&self, template: Template) -> &Source {
        match template {
            Template::Letter => &self.letter,
            Template::Pact => &self.pact,
            Template::Minutes => &self.minutes,
            Template::Slips => &self.slips,
            Template::Record => &self.record,
            Template::Worksheet => &self.worksheet,
            Template::Pack => &self.pack,
        }
    }
}

/// A template under the path by which diagnostics and imports name it.
fn template(path: &str, text: &str) -> Source {
    match VirtualPath::new(path) {
        Ok(path) => Source::new(RootedPath::new(VirtualRoot::Project, path).intern(), text.to_owned()),
        Err(_) => Source::detached(text),
    }
}

/// All that one compilation can see: a template, its data and its QR code. There is no file system behind it.
pub(crate) struct Desk<'a> {
    shared: &'a Shared,
    main: &'a Source,
    data: Bytes,
    qr: Option<Bytes>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(shared: &'a Shared, template: Template, data: Vec<u8>, qr: Option<String>) -> Self {
        Self { shared, main: shared.source(template), data: Bytes::new(data), qr: qr.map(Bytes::from_string) }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shared.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [self.main, &self.shared.common, &self.shared.letter_body]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(PathBuf::from(id.vpath().get_without_slash())))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        let found = match path {
            "data.json" => Some(self.data.clone()),
            "qr.svg" => self.qr.clone(),
            "watermark.svg" => Some(self.shared.watermark.clone()),
            _ => None,
        };
        found.ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.font(index)
    }

    /// Templates never learn today's date: what a document says about time is part of its data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
