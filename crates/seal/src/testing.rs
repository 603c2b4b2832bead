//! Papers and signatures for tests of whoever uses seals: what a typesetter and the server of a certified signature would
//! write.

use crate::sign::{digest, hex};
use crate::{SealError, SealKey, cms};
use der::Encode as _;

/// A paper of one page that can be sealed, with `text` in it.
#[must_use]
pub fn paper(text: &str) -> Vec<u8> {
    let drawn = format!("% {text}\n0 0 m 100 100 l S");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/Lang(id)>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/MediaBox[0 0 595.2756 841.8898]/Parent 2 0 R/Contents 4 0 R>>".to_owned(),
        format!("<</Length {}>>\nstream\n{drawn}\nendstream", drawn.len()),
    ];
    let mut paper = "%PDF-1.7\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (number, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", paper.len()));
        paper.push_str(&format!("{} 0 obj\n{object}\nendobj\n\n", number + 1));
    }
    let (size, begin) = (objects.len() + 1, paper.len());
    paper
        .push_str(&format!("xref\n0 {size}\n{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{begin}\n%%EOF\n"));
    paper.into_bytes()
}

/// `pdf` with a further signature behind it, written as other programs write one: not as this crate does, and followed by
/// `behind`. Nobody needs to be able to open it.
///
/// # Errors
/// [`SealError::Encoding`] when the container cannot be written.
pub fn countersign(pdf: &[u8], key: &SealKey, behind: &[u8]) -> Result<Vec<u8>, SealError> {
    let room = 4096;
    let wide = |numbers: [usize; 3]| format!("{:<10}{:<10}{:<10}", numbers[0], numbers[1], numbers[2]);
    let head = "90 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached\n/ByteRange [ 0 ";
    let middle = "]\n/Contents ";
    let end = "\n>>\nendobj\nstartxref\n0\n%%EOF\n";
    let begin = pdf.len() + head.len() + wide([0; 3]).len() + middle.len();
    let hole = begin..begin + room + 2;
    let range = wide([hole.start, hole.end, end.len()]);
    let zeros = "0".repeat(room);
    let mut signed = [pdf, format!("{head}{range}{middle}<{zeros}>{end}").as_bytes()].concat();
    let digest = digest(&signed, &hole)?;
    let signature = key.sign(&cms::attributes(key.certificate(), &digest)?.to_der()?);
    let container = hex(&cms::write(key.certificate(), &digest, signature.to_der().as_bytes())?);
    let place = signed.get_mut(hole.start + 1..hole.start + 1 + container.len());
    place.ok_or(SealError::Layout("a signature does not fit"))?.copy_from_slice(container.as_bytes());
    signed.extend_from_slice(behind);
    Ok(signed)
}
