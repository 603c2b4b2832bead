//! Adds a seal to a finished paper, as one incremental update.

use crate::pdf::{Dictionary, File};
use crate::{SealError, SealKey, cms, stamp};
use base::Instant;
use der::Encode as _;
use sha2::{Digest, Sha256};

/// What stands before the range of bytes that a seal covers. `/M`, the time, stands right before it.
pub(crate) const RANGE: &[u8] = b"/ByteRange[";
/// What stands between the range and the hole in which the signature lies.
pub(crate) const HOLE: &[u8] = b"]/Contents";
/// How seals are written: what makes one recognisable however damaged it is.
pub(crate) const FORM: &[u8] = b"/SubFilter/ETSI.CAdES.detached";

/// Seals a paper that the typesetter has written, with every byte of it.
///
/// The update adds an invisible signature field with an alternate description, as PDF/UA-1 wants it, and changes nothing
/// that is seen or read; the paper stays PDF/A-2a.
///
/// # Errors
/// [`SealError::Layout`] when `pdf` is no such paper or was sealed before, [`SealError::Time`] when `at` cannot be
/// written.
pub fn sign(pdf: &[u8], key: &SealKey, at: Instant) -> Result<Vec<u8>, SealError> {
    let file = File::read(pdf)?;
    let (mut sealed, hole) = with_update(pdf, &file, key, at)?;
    let digest = digest(&sealed, &hole)?;
    let attributes = cms::attributes(key.certificate(), &digest)?.to_der()?;
    let signature = key.sign(&attributes);
    let container = cms::write(key.certificate(), &digest, signature.to_der().as_bytes())?;
    let text = hex(&container);
    let room = sealed.get_mut(hole.start + 1..hole.start + 1 + text.len());
    room.ok_or(SealError::Layout("a seal does not fit"))?.copy_from_slice(text.as_bytes());
    Ok(sealed)
}

/// The digest of everything but the hole.
pub(crate) fn digest(bytes: &[u8], hole: &std::ops::Range<usize>) -> Result<[u8; 32], SealError> {
    let outside = SealError::Layout("a seal lies outside of its paper");
    let before = bytes.get(..hole.start).ok_or_else(|| outside.clone())?;
    let after = bytes.get(hole.end..).ok_or(outside)?;
    Ok(Sha256::new().chain_update(before).chain_update(after).finalize().into())
}

/// The range as it is written: as wide for every number, so that it can be written before the numbers are known.
pub(crate) fn range(hole: &std::ops::Range<usize>, length: usize) -> String {
    format!("0 {:<10} {:<10} {:<10}", hole.start, hole.end, length.saturating_sub(hole.end))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The paper with everything of the seal but the signature: the hole, brackets included, is full of zeros.
fn with_update(
    pdf: &[u8],
    file: &File<'_>,
    key: &SealKey,
    at: Instant,
) -> Result<(Vec<u8>, std::ops::Range<usize>), SealError> {
    let catalog = file.catalog()?;
    if catalog.dictionary.value("AcroForm").is_some() {
        return Err(SealError::Layout("it has a form already"));
    }
    let page = file.first_page(&catalog)?;
    let name = key.certificate().name();
    let room = cms::write(key.certificate(), &[0; 32], &[0; cms::SIGNATURE_MAX])?.len() * 2;
    let (seal, field) = (file.size, file.size + 1);

    let mut update = Update { bytes: pdf.to_vec(), objects: Vec::new() };
    if !pdf.ends_with(b"\n") {
        update.bytes.push(b'\n');
    }
    update.object(page.number, &on_page(&page.dictionary, field)?);
    let form = format!("/AcroForm<</Fields[{field} 0 R]/SigFlags 3>>");
    update.object(catalog.number, &catalog.dictionary.with(form.as_bytes()));

    update.begin(seal);
    let reason = format!("Menjamin bahwa surat ini utuh dan berasal dari {name}");
    update.push(b"<</Type/Sig/Filter/Adobe.PPKLite");
    update.push(FORM);
    update.push(format!("/Name{}/Reason{}", text_string(name), text_string(&reason)).as_bytes());
    update.push(format!("/M({})", stamp::write(at)?).as_bytes());
    update.push(RANGE);
    let range_at = update.bytes.len();
    update.push(range(&(0..0), 0).as_bytes());
    update.push(HOLE);
    let begin = update.bytes.len();
    update.push(b"<");
    update.push(&vec![b'0'; room]);
    update.push(b">");
    let hole = begin..update.bytes.len();
    update.push(b">>\nendobj\n");

    // The rectangle is empty and so needs no appearance (ISO 19005-2 section 6.3.3); 132 is Print and Locked.
    let description = text_string(&format!("Segel {name}"));
    let widget = format!(
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(Segel)/TU{description}/V {seal} 0 R/F 132/Rect[0 0 0 0]/P {} 0 R>>",
        page.number
    );
    update.object(field, widget.as_bytes());
    update.finish(file)?;

    let mut bytes = update.bytes;
    let covered = range(&hole, bytes.len());
    let place = bytes.get_mut(range_at..range_at + covered.len()).ok_or(SealError::Layout("it is too big"))?;
    place.copy_from_slice(covered.as_bytes());
    Ok((bytes, hole))
}

/// A page that shows the field, which nobody sees.
fn on_page(page: &Dictionary<'_>, field: usize) -> Result<Vec<u8>, SealError> {
    // Where there are annotations, the order of tabbing must be that of the structure (ISO 14289-1 section 7.18.3).
    let tabs = if page.value("Tabs").is_some() { "" } else { "/Tabs/S" };
    let Some(list) = page.range("Annots") else {
        return Ok(page.with(format!("/Annots[{field} 0 R]{tabs}").as_bytes()));
    };
    let (before, from) = page.text().split_at_checked(list.end).ok_or(SealError::Layout("a page ends early"))?;
    let before = before.strip_suffix(b"]").ok_or(SealError::Layout("the annotations of a page lie elsewhere"))?;
    let text = [before, format!(" {field} 0 R]").as_bytes(), from].concat();
    Ok(Dictionary::read(&text)?.with(tabs.as_bytes()))
}

/// A text for people: UTF-16 with its mark, as hexadecimal digits.
fn text_string(text: &str) -> String {
    let units: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("<FEFF{units}>")
}

/// A file that grows by an update.
struct Update {
    bytes: Vec<u8>,
    /// Number and place of each object of the update.
    objects: Vec<(usize, usize)>,
}

impl Update {
    fn push(&mut self, text: &[u8]) {
        self.bytes.extend_from_slice(text);
    }

    fn begin(&mut self, number: usize) {
        self.objects.push((number, self.bytes.len()));
        self.push(format!("{number} 0 obj\n").as_bytes());
    }

    fn object(&mut self, number: usize, text: &[u8]) {
        self.begin(number);
        self.push(text);
        self.push(b"\nendobj\n");
    }

    /// Cross-reference table and trailer.
    fn finish(&mut self, file: &File<'_>) -> Result<(), SealError> {
        let table_at = self.bytes.len();
        self.objects.sort_unstable();
        let size = self.objects.last().map_or(0, |(number, _)| number + 1);
        let mut text = "xref\n0 1\n0000000000 65535 f \n".to_owned();
        for (number, at) in &self.objects {
            text.push_str(&format!("{number} 1\n{at:010} 00000 n \n"));
        }
        let old = &file.trailer;
        let root = old.reference("Root")?;
        text.push_str(&format!("trailer\n<</Size {size}/Root {root} 0 R"));
        if let Ok(info) = old.reference("Info") {
            text.push_str(&format!("/Info {info} 0 R"));
        }
        self.push(text.as_bytes());
        if let Some(id) = old.value("ID") {
            self.push(b"/ID");
            self.push(id);
        }
        self.push(format!("/Prev {}>>\nstartxref\n{table_at}\n%%EOF\n", file.table_at).as_bytes());
        Ok(())
    }
}
