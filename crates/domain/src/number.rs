//! Identity numbers: NIP, NI PPPK and NIK.
