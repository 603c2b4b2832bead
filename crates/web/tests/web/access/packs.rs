//! Village packs of a town: one through the agency of the head, one through another, both back with a picture.

use base::parse_iso_date;
use domain::ids::{DriveId, PackId, PackPictureId, UnitId};
use domain::policy::Role;
use service::testing::{PlainPress, Town, World};
use service::{Caller, MakePack};

/// The packs, each with its picture.
pub struct Packs {
    /// Through the agency of the head.
    pub own: (PackId, PackPictureId),
    /// Through the unit above it.
    pub other: (PackId, PackPictureId),
    /// A drive of which nothing is printed but by the form.
    pub free: DriveId,
}

impl Packs {
    /// Makes them, each in a drive of its own: a second pack in the same drive would void the first.
    pub async fn new(world: &World, town: &Town) -> Self {
        let [above, agency, _] = town.units;
        let drives = world.app.pack_choices(&officer(world, town)).await.unwrap().drives;
        Self {
            own: back(world, town, (drives[1].id, agency)).await,
            other: back(world, town, (drives[2].id, above)).await,
            free: drives[0].id,
        }
    }
}

fn officer(world: &World, town: &Town) -> Caller {
    world.caller(town, Role::PersonnelOfficer)
}

async fn back(world: &World, town: &Town, (drive, through): (DriveId, UnitId)) -> (PackId, PackPictureId) {
    let choices = world.app.pack_choices(&officer(world, town)).await.unwrap();
    let unit = choices.villages[0].id;
    let due = parse_iso_date("2024-10-21").unwrap();
    let command = MakePack { drive, unit, through, due };
    let id = world.app.make_pack(&officer(world, town), command).await.unwrap();
    world.app.return_pack(&officer(world, town), id, &picture(0), &PlainPress).await.unwrap();
    (id, world.app.pack(&officer(world, town), id).await.unwrap().pictures[0].id)
}

/// The form with which a pack is made.
pub async fn form(world: &World, town: &Town, drive: DriveId) -> Vec<(&'static str, String)> {
    let choices = world.app.pack_choices(&officer(world, town)).await.unwrap();
    let day = [("kembali_day", "21"), ("kembali_month", "10"), ("kembali_year", "2024")];
    let mut pairs = vec![
        ("gerakan", drive.to_string()),
        ("desa", choices.villages[0].id.to_string()),
        ("melalui", choices.agencies[0].id.to_string()),
    ];
    pairs.extend(day.map(|(name, value)| (name, value.to_owned())));
    pairs
}

fn picture(number: u64) -> Vec<u8> {
    [b"\xff\xd8\xff\xe0 a photograph ".as_slice(), number.to_string().as_bytes(), b" \xff\xd9"].concat()
}

/// Another picture as a form sends it.
pub fn photo(number: u64) -> (String, Vec<u8>) {
    let head = "--batas\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"x.jpg\"\r\n\r\n";
    let body = [head.as_bytes(), &picture(number), b"\r\n--batas--\r\n"].concat();
    ("multipart/form-data; boundary=batas".to_owned(), body)
}
