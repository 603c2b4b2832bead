//! The uploaded file itself, sealed in parts: it is kept until the officer has decided, so that it can be read again with
//! other columns.

use crate::{Fault, Keys};
use base::Occasion;
use domain::change::Effect;
use domain::ids::{InstitutionId, UploadId};
use domain::roster_import::ImportEffect;
use store::data::imports;
use store::{Scope, Tx, Unit};

/// Bytes of one part: small enough that others' writes go on in between.
const PART: usize = 256 << 10;

fn place(upload: UploadId, part: u32) -> String {
    format!("upload/{upload}/{part}")
}

/// The effects that keep `bytes`.
pub(super) fn seal(keys: &Keys, occasion: Occasion, upload: UploadId, bytes: &[u8]) -> Vec<Effect> {
    let mut chance = occasion.chance();
    let parts = (0_u32..).zip(bytes.chunks(PART));
    parts
        .map(|(part, chunk)| {
            let sealed = keys.seal(&place(upload, part), chunk, &mut chance);
            Effect::Import(ImportEffect::PartKept { upload, part, sealed })
        })
        .collect()
}

/// The bytes again. Empty when they were erased.
pub(super) fn open(keys: &Keys, upload: UploadId, parts: &[(u32, Vec<u8>)]) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    for (part, sealed) in parts {
        bytes.extend(keys.open(&place(upload, *part), sealed)?);
    }
    Ok(bytes)
}

/// The sealed parts of an upload.
pub(super) struct Parts {
    pub institution: InstitutionId,
    pub upload: UploadId,
}

impl Unit for Parts {
    type Out = Vec<(u32, Vec<u8>)>;
    type Error = Fault;
    const NAME: &'static str = "roster_import/parts";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        Ok(imports::parts(tx, &Scope::Institution(self.institution), self.upload).await?)
    }
}
