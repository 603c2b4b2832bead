//! The pictures in which a pack comes back.

use super::{Held, held};
use crate::uploads::{Bounds, looked_at, write_with_file};
use crate::{App, Caller, Fault, Press, Refusal};
use domain::change::{Change, Effect};
use domain::circular::on_paper::SCAN_BYTES;
use domain::ids::{PackId, PackPictureId};
use domain::media::Media;
use domain::pack::{PDFS_MORE, PICTURE_PAGES, PICTURES_MAX, PackEffect, PackPicture, PackRefusal};
use domain::paper::StoredFile;
use domain::policy::Action;
use store::data::{papers, record, record_read};
use store::{Tx, Unit};

impl App {
    /// Whether the caller may take pictures of a pack in; asked before their bytes are read.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not, [`Fault::NotFound`] when there is no such pack.
    pub async fn may_return_pack(&self, caller: &Caller, id: PackId) -> Result<(), Fault> {
        self.store().read(May { caller: caller.clone(), id }).await.map(drop)
    }

    /// Keeps a photograph or scan of sheets that came back, sealed. The same file sent again is kept once.
    ///
    /// # Errors
    /// [`Refusal::Upload`] and [`Refusal::Pack`] say what to mend, [`Fault::Denied`] for whoever may not.
    pub async fn return_pack(&self, caller: &Caller, id: PackId, bytes: &[u8], press: &dyn Press) -> Result<(), Fault> {
        let known = self.store().read(May { caller: caller.clone(), id }).await?;
        let (media, pages) = looked_at(bytes, Bounds { bytes: SCAN_BYTES, pages: PICTURE_PAGES }, press)?;
        let mark = self.keys().hash("pack-picture", bytes);
        if known.contains(&mark) {
            return Ok(());
        }
        let pages = u32::try_from(pages).unwrap_or(u32::MAX);
        let keep = |caller, file| Keep { caller, id, media, pages, mark, file };
        write_with_file(self, caller, bytes, keep, |kept| *kept).await.map(drop)
    }

    /// One file of a pack that came back. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see the pack, [`Fault::NotFound`] when it has no such file.
    pub async fn pack_picture(
        &self,
        caller: &Caller,
        id: PackId,
        picture: PackPictureId,
    ) -> Result<(Media, Vec<u8>), Fault> {
        let (media, file) = self.store().write(Look { caller: caller.clone(), id, picture }).await?;
        Ok((media, self.files().read(self.keys(), &file).await?))
    }
}

struct May {
    caller: Caller,
    id: PackId,
}

impl Unit for May {
    type Out = Vec<[u8; 32]>;
    type Error = Fault;
    const NAME: &'static str = "packs/may_return";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let held = held(tx, &self.caller, self.id, Action::KeyPack).await?;
        Ok(held.pictures.iter().map(|picture| picture.mark).collect())
    }
}

struct Keep {
    caller: Caller,
    id: PackId,
    media: Media,
    pages: u32,
    mark: [u8; 32],
    file: StoredFile,
}

impl Unit for Keep {
    type Out = bool;
    type Error = Fault;
    const NAME: &'static str = "packs/return";

    /// False when somebody has just sent the same.
    async fn run(&self, tx: &mut Tx) -> Result<bool, Fault> {
        let Held { scope, pack, pictures, permit, .. } = held(tx, &self.caller, self.id, Action::KeyPack).await?;
        if pictures.iter().any(|picture| picture.mark == self.mark) {
            return Ok(false);
        }
        // Pages that are left are joined into one PDF and sent here: a new pack would void the sheets that are filled in.
        let most = if self.media == Media::Pdf { PICTURES_MAX + PDFS_MORE } else { PICTURES_MAX };
        if pictures.len() >= most {
            return Err(Refusal::Pack(PackRefusal::PicturesFull).into());
        }
        let (at, mut chance) = (self.caller.occasion.at, self.caller.occasion.chance());
        let picture = PackPicture {
            id: chance.id(),
            pack: pack.id,
            file: self.file.id,
            media: self.media,
            pages: self.pages,
            mark: self.mark,
            by: self.caller.person()?,
            at,
        };
        let change = Change::new(permit)
            .say_code("part", "returned")
            .say_id("picture", *picture.id.bytes())
            .say_code("media", self.media.code())
            .say("bytes", i64::try_from(self.file.size).unwrap_or(i64::MAX))
            .with(Effect::Pack(PackEffect::PictureKept(Box::new(picture), Box::new(self.file.clone()))));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(true)
    }
}

struct Look {
    caller: Caller,
    id: PackId,
    picture: PackPictureId,
}

impl Unit for Look {
    type Out = (Media, StoredFile);
    type Error = Fault;
    const NAME: &'static str = "packs/picture";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let Held { scope, lines, pictures, permit, .. } = held(tx, &self.caller, self.id, Action::ViewPack).await?;
        let picture = pictures.into_iter().find(|it| it.id == self.picture).ok_or(Fault::NotFound)?;
        let file = papers::file(tx, &scope, picture.file).await?.ok_or(Fault::NotFound)?;
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, lines.len(), occasion.at, &mut occasion.chance()).await?;
        Ok((picture.media, file))
    }
}
