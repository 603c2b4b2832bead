paper-title = Surat yang ditandatangani di atas kertas
paper-back = Surat edaran ini
paper-lead = Unggah pindaian surat yang sudah ditandatangani. Surat edaran baru terbit sesudah orang lain mencocokkannya dengan naskah di sini.
paper-file = Pindaian surat
paper-file-hint = PDF, JPEG, atau PNG. Paling besar 15 MB dan 20 halaman. Semua orang kelak dapat melihatnya.
paper-as-written = Seperti tertulis pada kertas
paper-number-hint = Boleh dikosongkan kalau di kertas belum ada nomornya.
paper-dated = Tanggal surat
paper-dated-missing = Isi tanggal, bulan, dan tahun surat seperti pada kertas.
paper-dated-later = Tanggal surat belum tiba. Cocokkan lagi dengan kertasnya.
paper-tenure = Menjabat sebagai
paper-office = Jabatan penanda tangan
paper-name = Nama penanda tangan
paper-signatory-missing = Tulis jabatan dan nama penanda tangan seperti pada kertas.
paper-decided = Yang ditetapkan dengan surat ini
paper-next = Sesudah ini, orang lain harus mencocokkan pindaian dengan naskah. Anda tidak dapat mencocokkan unggahan Anda sendiri.
paper-send = Unggah pindaian
# $office (String)
# $when (String)
paper-returned = Pindaian terakhir dikembalikan oleh { $office }, { $when }
paper-another-waiting = Satu pindaian surat ini sudah menunggu dicocokkan.
paper-not-waiting = Pindaian ini sudah diputuskan. Muat ulang halaman ini untuk melihat hasilnya.
paper-same-person = Pindaian dicocokkan oleh orang lain, bukan oleh pengunggahnya.
paper-draft-changed = Naskah diubah sesudah pindaian diunggah. Kembalikan pindaian ini, lalu unggah lagi.
paper-compare-title = Cocokkan surat dengan naskah
# $office (String)
# $when (String)
paper-submitted-by = Diunggah oleh { $office }, { $when }.
paper-compare-lead = Baca keduanya dari awal sampai akhir. Terbitkan hanya kalau semuanya sama.
paper-wait-other = Orang lain yang berwenang harus mencocokkannya.
paper-side-text = Naskah di sini
paper-side-scan = Pindaian surat
# $page (String)
# $count (String)
paper-page-of = Pindaian surat, halaman { $page } dari { $count }
paper-open-scan = Buka pindaian seperti diunggah
# $holder (String)
paper-signatory-differs = Menurut daftar jabatan, pada tanggal surat itu yang menjabat: { $holder }. Periksa nama penanda tangannya.
paper-signatory-unknown = Menurut daftar jabatan, pada tanggal surat itu tidak ada yang memegang jabatan kepala daerah. Periksa nama penanda tangannya.
paper-tick = Saya sudah membandingkan setiap bagian: isi, nomor, tanggal, dan tanda tangannya sama dengan kertas.
paper-tick-missing = Centang pernyataan itu kalau keduanya sudah Anda bandingkan.
paper-final = Sesudah terbit, isinya tidak dapat diubah lagi. Semua orang yang terikat menerimanya, dan pindaiannya tampil pada halaman publik.
paper-publish = Terbitkan surat edaran
paper-return-title = Ada yang tidak cocok?
paper-return-hint = Tulis apa yang berbeda, supaya pengunggah dapat memperbaikinya.
paper-return = Kembalikan pindaian
paper-take-back-title = Salah unggah?
paper-take-back = Tarik pindaian ini
paper-waits = Pindaian surat ini menunggu dicocokkan.
paper-link = Suratnya sudah ditandatangani di atas kertas? Unggah pindaiannya
paper-link-compare = Lihat pindaian yang menunggu dicocokkan
# $submitted (String)
# $confirmed (String)
paper-published = Ditandatangani di atas kertas. Pindaian diunggah oleh { $submitted }, dicocokkan oleh { $confirmed }.
paper-how = Cara terbit
paper-scan-public = Buka surat yang ditandatangani (pindaian)
reason = Alasan
reason-missing = Tulis alasannya, paling panjang 500 huruf.
upload-missing = Pilih berkasnya. Kalau tidak ada yang terkirim, coba unggah lagi.
upload-kind = Berkas itu bukan PDF, JPEG, atau PNG yang utuh. Pindai atau simpan ulang, lalu unggah lagi.
upload-size = Berkas itu lebih besar dari 15 MB. Pindai dengan mutu yang lebih rendah.
upload-pages = Berkas itu lebih dari 20 halaman. Unggah suratnya saja.
upload-unreadable = Isi berkas itu tidak dapat ditampilkan. Mungkin rusak atau terkunci kata sandi. Simpan ulang tanpa kata sandi.
number-title = Nomor surat
number-now = Nomor sekarang
number-register = Nomor dari buku agenda
number-register-hint = Tulis nomornya lengkap seperti pada surat.
# $pattern (String)
number-register-hint-pattern = Cukup nomor urutnya, misalnya 343. Ditulis menurut pola { $pattern }. Nomor lengkap juga boleh.
number-look = Lihat nomor lengkapnya
number-becomes = Nomornya menjadi
number-reason-hint = Nomor yang lama tetap tercatat bersama alasan ini.
# $subjects (String)
number-taken = Nomor ini sudah dipakai surat lain pada tahun yang sama: { $subjects }.
number-meant = Nomor yang sama ini memang benar.
number-duplicate = Nomor ini sudah dipakai pada tahun yang sama. Periksa buku agenda, atau centang kalau memang benar.
number-letter-stays = PDF surat yang sudah beredar tidak berubah. Nomornya tampil pada halaman publik dan saat surat diperiksa dengan kodenya.
number-enter = Catat nomor
number-history = Riwayat nomor
# $number (String)
# $office (String)
# $when (String)
number-given = { $number }, dicatat { $office }, { $when }
# $number (String)
# $office (String)
# $reason (String)
# $when (String)
number-corrected = { $number }, dicatat { $office }, { $when }. Alasan mengganti nomor sebelumnya: { $reason }
number-draft = Surat ini masih naskah. Nomornya diisi pada naskah.
number-missing = Tulis nomornya, paling panjang 60 huruf.
number-long = Persingkat menjadi 60 huruf atau kurang.
number-same = Surat ini sudah bernomor itu.
number-link = Catat atau perbaiki nomor surat
pattern-title = Pola nomor surat
pattern-lead = Begini nomor surat edaran instansi ini ditulis. Dengan pola, cukup nomor urut dari buku agenda yang dicatat.
pattern-word-number = nomor urut dari buku agenda
pattern-word-year = tahun pada tanggal surat
pattern-word-month = bulan pada tanggal surat, dalam angka Romawi
pattern-label = Pola
pattern-hint = Kosongkan kalau nomor selalu ditulis lengkap.
pattern-preview = Contoh surat hari ini dengan nomor urut 343:
pattern-save = Simpan dan lihat contohnya
pattern-change = Ubah pola nomor surat
pattern-number-once = Tulis kata nomor dalam kurung kurawal tepat satu kali, tempat nomor urutnya.
# $what (String)
pattern-unknown = Bagian { $what } tidak dikenal. Pakai hanya kata nomor, tahun, dan bulan dalam kurung kurawal.
duty-head-of-region = Kepala daerah
duty-regional-secretary = Sekretaris daerah
duty-head-of-unit = Kepala unit kerja
draft-narrow-summary = Hanya pemegang jabatan tertentu, atau kecuali unit tertentu
draft-posts = Hanya pemegang jabatan ini
draft-posts-hint = Kalau tidak ada jabatan yang dipilih, di sini maupun lewat pencarian di bawah, surat ini mengikat semua orang dari kategori di atas. Pelaksana tugas dihitung di unit jabatannya.
titles-also = Dan pemegang jabatan ini
titles-chosen = Jabatan yang dituju
titles-chosen-hint = Hilangkan centangnya untuk membatalkan. Yang kelak memegang jabatan ini ikut terikat, juga bila jabatannya baru dicatat nanti.
titles-search = Cari jabatan di data pegawai
titles-search-hint = Misalnya: camat. Huruf besar dan spasi tidak berpengaruh. Tanpa kata, semua jabatan ditampilkan.
titles-search-button = Cari jabatan
# $titles (Number)
# $count (String)
titles-found = { $titles ->
   *[other] { $count } jabatan ditemukan. Centang yang dituju.
}
# $count (String)
# $shown (String)
titles-found-first = { $count } jabatan ditemukan, ini { $shown } yang pertama. Tambahkan kata untuk mempersempitnya.
titles-none = Tidak ada jabatan lain yang cocok di data pegawai. Periksa ejaannya, atau coba kata yang lebih pendek.
# $count (String)
titles-add-all = Tambah semua yang ditemukan ({ $count })
# $people (Number)
# $count (String)
title-held = { $people ->
   *[other] Dipegang { $count } orang hari ini
}
# $posts (Number)
# $count (String)
title-vacant = { $posts ->
   *[other] { $count } jabatan kosong
}
title-unheld = Hari ini tidak ada yang memegangnya
# $titles (String)
titles-unheld = Hari ini tidak ada yang memegang jabatan ini: { $titles }. Surat tetap dapat terbit dan akan mengikat siapa pun yang kelak memegangnya. Kalau bukan itu maksudnya, periksa ejaannya.
flaw-titles-many = Kurangi jabatan yang dituju menjadi 200 atau kurang.
changes-posts = Jabatan yang dituju
# $posts (String)
changes-posts-only = Surat yang baru hanya mengikat pemegang jabatan ini: { $posts }
# $posts (String)
changes-posts-all = Surat yang baru tidak lagi terbatas pada pemegang jabatan ini: { $posts }
# $posts (String)
changes-posts-added = Ditambahkan: { $posts }
# $posts (String)
changes-posts-removed = Tidak dituju lagi: { $posts }
draft-except = Kecuali unit
draft-except-hint = Unit di bawahnya ikut dikecualikan.
