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
departures-title = Periksa dasar hukumnya
departures-lead = Ini peringatan, bukan larangan. Yang dibandingkan hanya peraturan dan kalender yang tercatat di Netral.
# $count (String)
departures-wider = Ketentuan yang lebih luas daripada dasar hukumnya: { $count }
# $count (String)
departures-disputed = Sumber berbeda pendapat, Anda yang memutuskan: { $count }
# $basis (String)
# $date (String)
departure-ended = { $basis } hanya berlaku sampai { $date }. Ganti atau hapus dasar hukum itu.
departure-replaced = Penggantinya:
# $basis (String)
# $date (String)
departure-not-begun = { $basis } baru berlaku mulai { $date }. Hapus dari dasar hukum surat ini.
# $basis (String)
# $matter (String)
departure-disputed = Tentang { $basis } sumber berbeda pendapat: { $matter }. Putuskan apakah surat ini mendasarkan diri padanya.
# $categories (String)
departure-unbound = Tidak ada dasar hukum pilihan Anda yang mengikat kategori ini: { $categories }. Tambahkan dasarnya, atau hapus kategorinya.
# $number (String)
departure-untold = Butir { $number } belum bertopik, jadi dasarnya tidak dapat dibandingkan. Pilih topiknya di bawah butir itu.
# $number (String)
# $topics (String)
departure-without-basis = Butir { $number } ({ $topics }): dalam dasar hukum pilihan Anda tidak ada ketentuan tentang hal ini bagi mereka yang dituju.
# $categories (String)
# $number (String)
# $topics (String)
departure-wider = Butir { $number } ({ $topics }): dasar hukum pilihan Anda tidak mengikat kategori ini dalam hal itu: { $categories }.
departure-could = Yang tercatat dan belum dikutip, periksa apakah cocok:
departure-nothing-known = Ketentuan lain tentang hal ini bagi mereka tidak tercatat di Netral.
# $categories (String)
# $name (String)
# $number (String)
departure-sanction = Butir { $number } menyebut { $name }. Dasar hukum pilihan Anda tidak mengenalnya bagi kategori ini: { $categories }.
departure-sanction-known = Yang mengenalnya:
# $instead (String)
# $name (String)
# $number (String)
departure-word = Butir { $number } menyebut { $name }. Tidak ada ketentuan tercatat yang memakai kata itu. { $instead }
# $matter (String)
# $number (String)
departure-sanction-disputed = Sanksi dalam butir { $number }: { $matter }. Putuskan bacaan mana yang dipakai.
# $date (String)
# $election (String)
departure-election-over = Pemungutan suara { $election } selesai pada { $date }. Periksa nama pemilihannya.
# $day (String)
# $election (String)
# $from (String)
# $number (String)
# $stage (String)
# $to (String)
departure-outside = Butir { $number } menyebut { $day }. Menurut kalender { $election }, { $stage } berlangsung { $from } sampai { $to }. Periksa tanggalnya.
departure-see = Lihat:
departure-time-before = sebelum
departure-time-during = selama
departure-time-after = sesudah
# $first (String)
# $second (String)
departure-times-two = { $first } dan { $second }
# $first (String)
# $second (String)
# $third (String)
departure-times-three = { $first }, { $second }, dan { $third }
# $number (String)
# $times (String)
departure-says-less = Butir { $number } membatasi waktunya. Norma yang terkait juga berlaku { $times } masa kampanye. Lengkapi waktunya, atau hapus batas itu.
# $number (String)
# $times (String)
departure-says-more = Butir { $number } menyebut waktu { $times } masa kampanye. Pada waktu itu tidak ada norma terkait yang berlaku. Periksa waktunya, atau kaitkan norma lain.
# $categories (String)
# $number (String)
departure-tied-others = Norma yang terkait dengan butir { $number } tidak mengikat kategori ini: { $categories }. Kaitkan norma yang mengikat mereka, atau periksa siapa yang dituju butir itu.
# $categories (String)
# $number (String)
departure-left-out = Butir { $number } tidak menyebut kategori ini: { $categories }. Norma yang terkait juga mengikat mereka, dan surat ini ditujukan kepada mereka.
# $date (String)
# $norm (String)
# $number (String)
departure-norm-ended = Butir { $number } terkait norma yang hanya berlaku sampai { $date }: { $norm }. Ganti kaitan itu.
# $date (String)
# $norm (String)
# $number (String)
departure-norm-not-begun = Butir { $number } terkait norma yang baru berlaku mulai { $date }: { $norm }. Hapus kaitan itu.
# $matter (String)
# $norm (String)
# $number (String)
departure-norm-disputed = Butir { $number } terkait norma yang ditafsirkan berbeda ({ $norm }): { $matter }. Putuskan bacaan mana yang dipakai surat ini.
# $provision (String)
draft-norms = Norma untuk { $provision }
draft-norms-hint = Centang norma yang diulang oleh butir ini. Naskah dibandingkan dengan norma itu, dan pertanyaan pemahaman tentangnya didahulukan.
# $norms (String)
draft-norms-chosen = Norma terkait: { $norms }
# $count (String)
draft-norms-proposed = Belum terkait norma, usulan: { $count }
draft-norms-none = Belum terkait norma
draft-norms-more = Norma lain
draft-norms-more-hint = Tulis kodenya, misalnya PP94-5N5. Pisahkan beberapa kode dengan koma.
draft-norms-list = Cari di daftar norma
# $codes (String)
# $number (String)
draft-norms-unknown = Butir { $number }: norma dengan kode { $codes } tidak ada. Periksa kodenya di daftar norma, atau hapus.
