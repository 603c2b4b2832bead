//! The attachment of the demo's circular: one page of examples, as a PDF that an office program could have written.

/// What it is called on the letter.
pub const TITLE: &str = "Contoh perbuatan yang tidak netral";

/// The page, line by line. Plain letters only: the font of the file has no others.
const LINES: [&str; 11] = [
    "CONTOH - REKAAN",
    "",
    "Lampiran surat edaran tentang netralitas",
    "",
    "1. Membagikan kiriman calon di grup keluarga atau grup kantor.",
    "2. Berfoto dengan isyarat tangan nomor urut calon.",
    "3. Memakai kendaraan dinas untuk mengantar alat peraga.",
    "4. Meminta rekan kerja menghadiri kampanye.",
    "5. Menjanjikan layanan lebih cepat kepada pendukung satu calon.",
    "",
    "Siapa yang ragu bertanya dahulu kepada atasan langsung.",
];

/// The bytes of the PDF.
pub fn pdf() -> Vec<u8> {
    let lines: String = LINES.iter().map(|line| format!("({line}) ' ")).collect();
    let page = format!("BT /F 12 Tf 20 TL 72 760 Td {lines}ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (id) >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (n, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{n} 0 obj\n{object}\nendobj\n"));
    }
    let (start, count) = (file.len(), objects.len() + 1);
    let table: String = places.into_iter().map(|place| format!("{place:010} 00000 n \n")).collect();
    file.push_str(&format!("xref\n0 {count}\n0000000000 65535 f \n{table}"));
    file.push_str(&format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}
