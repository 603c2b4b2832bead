//! Looking at a PDF that somebody uploaded: how many pages it has, and each as a picture, so that two things can be
//! compared on one page of the site without handing a stranger's PDF to the browser.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::FontData;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use std::sync::Arc;

/// Width of a picture in pixels: enough to read the small print of a letter.
const WIDTH: f32 = 1_100.0;

/// Largest height of a picture in pixels; a page that is longer becomes smaller.
const HEIGHT: f32 = 2_200.0;

/// How many pages a PDF has; none when it cannot be read, as when it is locked with a password.
#[must_use]
pub fn pages(pdf: &[u8]) -> Option<usize> {
    guarded(|| Pdf::new(pdf.to_vec()).ok().map(|pdf| pdf.pages().len()))
}

/// One page, beginning with one, as PNG; none when there is no such page or it cannot be shown.
#[must_use]
pub fn picture(pdf: &[u8], page: usize) -> Option<Vec<u8>> {
    guarded(|| {
        let pdf = Pdf::new(pdf.to_vec()).ok()?;
        let pages = pdf.pages();
        let page = pages.get(page.checked_sub(1)?)?;
        let (width, height) = page.render_dimensions();
        let scale = (WIDTH / width).min(HEIGHT / height);
        if !(scale.is_finite() && scale > 0.0) {
            return None;
        }
        let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
        render(page, &RenderCache::new(), &interpreter(), &settings).into_png().ok()
    })
}

/// A PDF may name a common face without bringing it; its text is then shown in a face of ours, and never left out.
fn interpreter() -> InterpreterSettings {
    let ours: Option<FontData> =
        typst_kit::fonts::embedded().next().map(|(font, _)| Arc::new(font.data().to_vec()) as FontData);
    InterpreterSettings {
        font_resolver: Arc::new(move |_| ours.clone().map(|face| (face, 0))),
        ..InterpreterSettings::default()
    }
}

/// A file made to break a reader breaks this look at it and nothing else.
fn guarded<T>(look: impl FnOnce() -> Option<T>) -> Option<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(look)).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A PDF of two empty pages, small enough to be written by hand.
    fn two_pages() -> Vec<u8> {
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>";
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
            "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>".to_owned(),
            page.to_owned(),
            page.to_owned(),
        ];
        let (mut file, mut places) = ("%PDF-1.4\n".to_owned(), Vec::new());
        for (n, object) in (1..).zip(&objects) {
            places.push(file.len());
            file.push_str(&format!("{n} 0 obj\n{object}\nendobj\n"));
        }
        let table: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
        let at = file.len();
        file.push_str(&format!("xref\n0 5\n0000000000 65535 f \n{table}trailer\n<</Size 5/Root 1 0 R>>\n"));
        file.push_str(&format!("startxref\n{at}\n%%EOF\n"));
        file.into_bytes()
    }

    #[test]
    fn each_page_becomes_a_picture() {
        let pdf = two_pages();
        assert_eq!(pages(&pdf), Some(2));
        for page in [1, 2] {
            assert!(picture(&pdf, page).unwrap().starts_with(b"\x89PNG"), "page {page}");
        }
        assert_eq!((picture(&pdf, 0), picture(&pdf, 3)), (None, None));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        /// Whatever was done to a file, a look at it answers.
        #[test]
        fn a_broken_file_breaks_nothing(place in 0_usize..500, byte: u8, cut in 0_usize..600) {
            let mut pdf = two_pages();
            let place = place % pdf.len();
            pdf[place] = byte;
            pdf.truncate(cut.max(9));
            let count = pages(&pdf);
            prop_assert!(count.is_none_or(|count| count < 10_000));
            let _shown = picture(&pdf, 1);
        }
    }
}
