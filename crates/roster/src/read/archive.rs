//! A look at a zip archive before anything in it is believed.

use crate::fault::FileFault;
use crate::limits::Limits;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// From here on the ratio of inflated to sent bytes counts; small workbooks of equal rows pack very well.
const RATIO_FROM: u64 = 8 << 20;
/// How much is inflated at a time.
const STEP: usize = 64 << 10;

/// Opens the archive, refuses what cannot be an XLSX workbook, and inflates every part once, counting,
/// so that a part that says less about its size than is true is found out before it is parsed.
pub fn inspect(bytes: &[u8], limits: &Limits) -> Result<(), FileFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileFault::Damaged)?;
    if archive.len() > limits.parts {
        return Err(FileFault::InflatesTooMuch);
    }
    let mut declared: u64 = 0;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| FileFault::Damaged)?;
        if part.encrypted() {
            return Err(FileFault::Encrypted);
        }
        declared = declared.saturating_add(part.size());
    }
    let sent = u64::try_from(bytes.len()).unwrap_or(u64::MAX).max(1);
    let most = limits.inflated_bytes.min(sent.saturating_mul(limits.ratio).max(RATIO_FROM));
    if declared > most {
        return Err(FileFault::InflatesTooMuch);
    }
    let has = |archive: &ZipArchive<Cursor<&[u8]>>, name: &str| archive.index_for_name(name).is_some();
    if has(&archive, "mimetype") {
        return Err(FileFault::OpenDocument);
    }
    if has(&archive, "xl/workbook.bin") {
        return Err(FileFault::BinaryExcel);
    }
    if !has(&archive, "[Content_Types].xml") {
        return Err(FileFault::UnknownFormat);
    }
    let mut left = most;
    let mut buffer = vec![0_u8; STEP];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| FileFault::Damaged)?;
        loop {
            let read = part.read(&mut buffer).map_err(|_| FileFault::Damaged)?;
            if read == 0 {
                break;
            }
            left = left.checked_sub(u64::try_from(read).unwrap_or(u64::MAX)).ok_or(FileFault::InflatesTooMuch)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn archive(parts: &[(&str, usize)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        for (name, zeros) in parts {
            writer.start_file(*name, options).unwrap();
            let block = vec![b' '; 1 << 16];
            for _ in 0..zeros.div_ceil(block.len()) {
                writer.write_all(&block).unwrap();
            }
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_bomb_is_refused() {
        let bomb = archive(&[("[Content_Types].xml", 1), ("xl/worksheets/sheet1.xml", 64 << 20)]);
        assert!(bomb.len() < 200_000, "{}", bomb.len());
        assert_eq!(inspect(&bomb, &Limits::default()), Err(FileFault::InflatesTooMuch));
    }

    #[test]
    fn a_bomb_that_lies_about_its_size_is_refused() {
        let mut bomb = archive(&[("[Content_Types].xml", 1), ("xl/worksheets/sheet1.xml", 64 << 20)]);
        let truth = u32::try_from(64 << 20).unwrap().to_le_bytes();
        let lie = 1_000_u32.to_le_bytes();
        let places: Vec<usize> = (0..bomb.len() - 4).filter(|at| bomb[*at..*at + 4] == truth).collect();
        assert!(!places.is_empty());
        for at in places {
            bomb[at..at + 4].copy_from_slice(&lie);
        }
        // Inflated bytes beyond the declared size are an error of the archive or a bomb, never a workbook.
        assert!(matches!(inspect(&bomb, &Limits::default()), Err(FileFault::InflatesTooMuch | FileFault::Damaged)));
    }

    #[test]
    fn the_limits_count_parts_and_bytes() {
        let small = archive(&[("[Content_Types].xml", 1), ("xl/workbook.xml", 1)]);
        assert_eq!(inspect(&small, &Limits::default()), Ok(()));
        assert_eq!(inspect(&small, &Limits { parts: 1, ..Limits::default() }), Err(FileFault::InflatesTooMuch));
        assert_eq!(
            inspect(&small, &Limits { inflated_bytes: 1000, ..Limits::default() }),
            Err(FileFault::InflatesTooMuch)
        );
    }

    #[test]
    fn other_archives_are_named() {
        assert_eq!(inspect(&archive(&[("mimetype", 1)]), &Limits::default()), Err(FileFault::OpenDocument));
        assert_eq!(inspect(&archive(&[("xl/workbook.bin", 1)]), &Limits::default()), Err(FileFault::BinaryExcel));
        assert_eq!(inspect(&archive(&[("foto.jpg", 1)]), &Limits::default()), Err(FileFault::UnknownFormat));
    }
}
