## Menyusun: contoh naskah, lampiran, dan peringatan
draft-template = Mulai dari contoh naskah
draft-template-which = Contoh mana yang tepat?
attachments-title = Lampiran
attachments-arrange = Atur lampiran
attachments-lead = Berkas di sini menjadi bagian surat. Sesudah terbit, semua orang dapat mengunduhnya dan tidak ada yang dapat diubah lagi. Jangan unggah berkas dengan data pribadi.
attachments-none = Belum ada lampiran.
attachments-full = Paling banyak 10 lampiran. Hapus satu dahulu, atau gabungkan beberapa berkas.
attachments-conflict = Naskah ini berubah sementara itu. Periksa daftar lampiran di bawah, lalu ulangi kalau masih perlu.
attachments-done = Lihat naskahnya
# $number (String)
attachment = Lampiran { $number }
attachment-title = Judul lampiran
attachment-title-hint = Misalnya: Contoh perbuatan yang dilarang
attachment-title-missing = Tulis judul lampiran, paling panjang 200 huruf.
attachment-file = Berkas lampiran
attachment-file-hint = PDF, JPEG, atau PNG. Paling besar 10 MB dan 100 halaman.
attachment-size = Berkas itu lebih besar dari 10 MB. Kecilkan dahulu, atau bagi menjadi dua lampiran.
attachment-pages = Berkas itu lebih dari 100 halaman. Bagi menjadi beberapa lampiran.
attachment-more = Tambah lampiran
attachment-send = Unggah lampiran
attachment-rename = Simpan judul
attachment-up = Naikkan
attachment-remove = Hapus
# $number (String)
attachment-added = Lampiran { $number } baru
# $number (String)
attachment-removed = Lampiran { $number } yang lama dihapus
# $number (String)
attachment-renamed = Judul lampiran { $number } berubah
