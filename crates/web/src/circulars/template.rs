//! What a fresh draft begins with. The provisions follow those that real circulars of 2023 and 2024 have in common
//! (see `law/instruments/`), in our own words; the author changes them as the region needs.

use domain::category::Category;
use domain::circular::{Addressees, Body};
use domain::provision::Provision;

/// A draft on neutrality for the regional elections.
pub fn neutrality() -> (Body, Addressees) {
    let text = |text: &str| text.to_owned();
    let body = Body {
        subject: text("Netralitas pegawai dalam pemilihan kepala daerah"),
        election: text("Pilkada"),
        opening: text(
            "Untuk menjaga agar pelayanan kepada masyarakat tidak memihak, dengan ini disampaikan hal-hal berikut.",
        ),
        provisions: [
            "Setiap pegawai menjaga netralitas sebelum, selama, dan sesudah masa kampanye, di dalam dan di luar jam kerja.",
            "Pegawai tidak memberikan dukungan kepada bakal calon atau calon mana pun, termasuk dengan surat dukungan yang disertai salinan kartu tanda penduduk.",
            "Pegawai tidak ikut dalam kegiatan kampanye dan tidak memakai atribut partai atau calon.",
            "Pegawai tidak memakai kendaraan, gedung, anggaran, atau fasilitas jabatan lain untuk kepentingan calon.",
            "Pegawai tidak membuat keputusan atau tindakan yang menguntungkan atau merugikan salah satu calon.",
            "Pegawai tidak mengadakan pertemuan, ajakan, seruan, atau pemberian barang yang mengarah kepada keberpihakan, kepada rekan kerja, keluarga, ataupun masyarakat.",
            "Pegawai memakai media sosial dengan bijak, tidak menyebarkan ujaran kebencian dan berita bohong, serta menolak politik uang dan segala bentuk pemberian.",
            "Kepala perangkat daerah, camat, lurah, dan kepala desa melakukan sosialisasi, pembinaan, dan pengawasan di lingkungannya, serta segera menyampaikan temuan kepada BKPSDM.",
        ]
        .map(Provision::proposed)
        .to_vec(),
        closing: text("Demikian untuk dilaksanakan dengan penuh tanggung jawab."),
        bases: ["uu-2023-20", "pp-2021-94", "pp-2004-42", "uu-2016-10"].map(text).to_vec(),
        copies: vec![text("Gubernur"), text("Inspektur Daerah"), text("Ketua Bawaslu setempat")],
    };
    (body, Addressees { categories: Category::ALL.to_vec(), units: Vec::new(), ..Addressees::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever begins a draft can publish it at once: its bases exist and nothing is missing.
    #[test]
    fn the_fresh_draft_is_complete() {
        let law = norms::Catalogue::embedded().unwrap();
        let (body, addressees) = neutrality();
        assert_eq!(body.flaws(&addressees), []);
        for basis in &body.bases {
            assert!(law.instrument(basis).is_some(), "{basis}");
        }
    }
}
