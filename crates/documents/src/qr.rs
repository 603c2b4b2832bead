use crate::RenderError;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// The longest address, in bytes, that may stand behind a QR code.
///
/// It gives version 10 at error correction M: 65 modules with the quiet zone, which on 22 mm leaves 0.34 mm
/// for a module, about the least that cheap telephones read from office paper.
pub const MAX_ADDRESS_BYTES: usize = 213;

/// Draws `address` as an SVG image with the quiet zone of four modules that the standard demands.
pub(crate) fn svg(address: &str) -> Result<String, RenderError> {
    let length = address.len();
    if length > MAX_ADDRESS_BYTES {
        return Err(RenderError::AddressTooLong { length, limit: MAX_ADDRESS_BYTES });
    }
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|e| RenderError::Qr(e.to_string()))?;
    Ok(code
        .render::<svg::Color<'_>>()
        .quiet_zone(true)
        .module_dimensions(4, 4)
        .dark_color(svg::Color("#000000"))
        .light_color(svg::Color("#ffffff"))
        .build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_that_of_version_ten() {
        let longest = "x".repeat(MAX_ADDRESS_BYTES);
        let code = QrCode::with_error_correction_level(&longest, EcLevel::M).unwrap();
        assert_eq!(code.version(), qrcode::Version::Normal(10));
        assert!(svg(&longest).is_ok());
        let error = svg(&format!("{longest}x")).unwrap_err();
        assert!(matches!(error, RenderError::AddressTooLong { length: 214, limit: 213 }), "{error}");
    }

    #[test]
    fn an_empty_address_still_gives_a_picture() {
        assert!(svg("").unwrap().contains("<svg"));
    }
}
