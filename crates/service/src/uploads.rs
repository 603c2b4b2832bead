//! Files that come with a change: their bytes are kept before the row that names them.

use crate::{App, Caller, Fault, Press};
use base::Occasion;
use domain::media::{Media, UploadFlaw};
use domain::paper::StoredFile;
use store::Unit;

/// Most bytes and most pages of a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    pub(crate) bytes: usize,
    pub(crate) pages: usize,
}

/// What the bytes are and how many pages they have, when they are something that people can be shown.
pub(crate) fn looked_at(bytes: &[u8], most: Bounds, press: &dyn Press) -> Result<(Media, usize), UploadFlaw> {
    if bytes.is_empty() {
        return Err(UploadFlaw::Missing);
    }
    if bytes.len() > most.bytes {
        return Err(UploadFlaw::Size);
    }
    let media = Media::sniff(bytes).ok_or(UploadFlaw::Kind)?;
    match press.pages(bytes, media) {
        Some(count) if count > most.pages => Err(UploadFlaw::Pages),
        Some(count @ 1..) => Ok((media, count)),
        Some(0) | None => Err(UploadFlaw::Unreadable),
    }
}

/// Keeps the bytes, then writes the unit that names them. Where the unit is refused, or `is_named` says of its outcome
/// that no row names them, no bytes are left behind.
pub(crate) async fn write_with_file<U>(
    app: &App,
    caller: &Caller,
    bytes: &[u8],
    unit: impl FnOnce(Caller, StoredFile) -> U,
    is_named: impl FnOnce(&U::Out) -> bool,
) -> Result<U::Out, Fault>
where
    U: Unit<Error = Fault>,
{
    let mut chance = caller.occasion.chance();
    // The file's id and nonce lie open; what the event draws must come from elsewhere in the stream.
    let apart = Occasion::seeded(caller.occasion.at, chance.bytes());
    let file = app.files().keep(app.keys(), bytes, caller.occasion.at, &mut chance).await?;
    let path = app.files().path(&file.address);
    let outcome = app.store().write(unit(Caller { occasion: apart, ..caller.clone() }, file)).await;
    let in_the_way = match &outcome {
        Ok(out) => !is_named(out),
        // Whether it was written after all, nobody knows.
        Err(Fault::Busy | Fault::Unexpected(_)) => false,
        Err(_) => true,
    };
    if in_the_way && let Err(error) = tokio::fs::remove_file(path).await {
        tracing::warn!(%error, "bytes of a refused upload stay on the disk");
    }
    outcome
}
