register-title = Pegawai
# $count (String)
register-count = { $count } orang terdaftar hari ini.
register-words = Nama atau nomor pegawai
register-words-hint = Sebagian nama, atau NIP, NI PPPK, atau NIK lengkap.
register-unit = Unit
register-unit-all = Semua unit
register-search = Cari
register-table = Daftar pegawai
register-name = Nama
register-number = Nomor
register-unit-column = Unit
register-category = Kategori
register-position = Jabatan
register-account = Akun
register-account-yes = Sudah ada
register-account-no = Belum ada
register-none = Tidak ada pegawai yang cocok. Periksa ejaannya, atau pilih semua unit.
register-previous = Halaman sebelumnya
register-next = Halaman berikutnya
# $page (String)
register-page = Halaman { $page }
register-pages = Halaman daftar
register-import = Impor pegawai

detail-nip = NIP
detail-ni-pppk = NI PPPK
detail-nik = NIK
detail-phone = Telepon
detail-email = Email

tenure-definitive = Definitif
tenure-plt = Pelaksana tugas (Plt.)
tenure-plh = Pelaksana harian (Plh.)
tenure-pj = Penjabat (Pj.)
tenure-pjs = Penjabat sementara (Pjs.)

person-back = Semua pegawai
person-phone = Ponsel
person-phone-yes = Punya
person-phone-no = Tidak punya
person-account = Akun Netral
person-details = Nomor dan kontak
person-details-none = Belum ada nomor atau kontak.
# $date (String)
person-detail-past = Berlaku sampai { $date }
person-unmask = Tampilkan lengkap
person-unmask-hint = Setiap kali ditampilkan lengkap, nama Anda dan waktunya dicatat.
person-unmasked = Ditampilkan satu kali dan sudah dicatat
person-engagements = Riwayat penempatan
person-engagements-none = Belum ada penempatan.
person-posts = Riwayat jabatan struktural
person-since = Mulai
person-until = Sampai
person-now = Sekarang

import-title = Impor pegawai
import-lead = Unggah daftar pegawai dalam XLSX atau CSV. Tidak ada yang berubah sebelum Anda memeriksa hasilnya.
import-template = Unduh berkas contoh (XLSX)
import-template-hint = Kolom nomornya sudah berformat Teks, supaya Excel tidak merusak NIP.
import-file = Berkas pegawai
import-file-hint = Paling besar 32 MB. Kolom wajib: nomor, nama, status pegawai, unit kerja.
import-units = Unit mana yang tercakup berkas ini?
import-units-hint = Pegawai di luar unit ini tidak disentuh. Pegawai di dalamnya yang tidak ada dalam berkas kami tanyakan kepada Anda.
# $count (String)
import-unit-below = Dengan { $count } unit di bawahnya
import-category = Status pegawai, bila berkas tidak punya kolomnya
import-category-none = Ada di dalam berkas
import-send = Unggah dan periksa
import-error-file = Pilih berkas pegawai yang akan diunggah.
import-error-units = Pilih paling sedikit satu unit yang tercakup berkas ini.
import-error-unit-unknown = Unit yang dipilih tidak ada lagi. Muat ulang halaman ini, lalu pilih lagi.
import-error-broken = Berkas tidak sampai utuh. Periksa jaringan Anda, lalu unggah lagi.
import-earlier = Impor terakhir
import-earlier-file = Berkas
import-earlier-when = Diunggah
import-earlier-rows = Baris siap
import-earlier-state = Keadaan
import-state-staged = Menunggu keputusan Anda
import-state-applying = Berjalan
import-state-applied = Diterapkan
import-state-discarded = Dibuang
import-state-columns = Menunggu pilihan kolom
import-state-undoing = Pembatalan berjalan
import-state-undone = Dibatalkan

import-back = Semua impor
# $good (String)
import-all-ready = Semua { $good } baris siap.
# $faulty (String)
# $good (String)
import-summary = { $faulty } baris perlu diperbaiki. { $good } baris siap.
# $faulty (String)
import-none-ready = { $faulty } baris perlu diperbaiki. Belum ada baris yang siap.
import-nothing-yet = Belum ada yang diterapkan.
import-covered = Unit yang tercakup
import-ignored = Kolom yang tidak kami baca
# $count (String)
import-skipped = { $count } baris tanpa nomor dan nama kami lewati.
import-changes = Yang berubah
import-changes-kind = Perubahan
import-changes-count = Jumlah
import-changes-hint = Setiap orang dihitung satu kali. Pilih jenisnya untuk melihat siapa saja.
import-new = Baru
import-moved = Pindah unit
import-ended = Berhenti
import-category-changed = Status berubah
import-position-changed = Jabatan berubah
import-renamed = Nama berubah
import-corrected = Kontak atau tanggal diperbaiki
import-unchanged = Tetap
import-missing = Tidak ada di berkas ini
import-changes-all = Semua yang berubah
import-changes-who = Siapa saja yang berubah
import-changes-name = Nama
import-changes-none = Tidak ada orang yang cocok. Periksa ejaannya, atau pilih jenis yang lain.
# $total (String)
import-changes-total = { $total } orang.
import-changes-search = Tampilkan
import-changes-words = Nama
import-changes-back = Hasil pemeriksaan berkas
import-changes-not-yet = Belum ada yang diterapkan. Untuk menerapkan, kembali ke hasil pemeriksaan.
# $name (String)
import-old-name = Sebelumnya { $name }
# $line (String)
import-changes-line = Baris { $line }
# $date (String)
import-until = sampai { $date }
import-nowhere = Belum terdaftar
import-stays = Tetap terdaftar, kecuali Anda menyatakannya berhenti
import-from = Dari
import-to = Ke
# $shown (String)
# $total (String)
import-shown-of = Ditampilkan { $shown } dari { $total }.
import-faults = Baris yang perlu diperbaiki
import-line = Baris
import-column = Kolom
import-value = Nilai
import-reason = Sebab dan cara memperbaiki
import-value-hidden = Hanya terlihat oleh pengunggah
import-value-empty = Kosong
import-download = Unduh baris yang salah
import-download-hint = Perbaiki di berkas itu, lalu unggah lagi. Baris yang sudah benar tidak perlu diulang.
import-notes = Janggal, tetapi tetap diterapkan
import-leavers = Siapa yang sudah berhenti?
# $count (String)
import-leavers-lead = { $count } orang di unit ini tidak ada dalam berkas. Mereka tetap terdaftar, kecuali Anda mencentangnya.
# $unit (String)
# $position (String)
import-leaver-place = { $position }, { $unit }
import-last-day = Hari terakhir mereka bekerja
import-day = Tanggal
import-month = Bulan
import-year = Tahun
import-error-date = Tulis tanggal yang ada di kalender, misalnya 31 Oktober 2024.
import-error-date-range = Hari terakhir paling lama tiga tahun lalu dan paling jauh satu tahun lagi. Periksa tahunnya.
import-error-running = Impor lain masih berjalan. Tunggu sampai selesai, lalu terapkan yang ini.
import-error-decision = Pilih salah satu tombol di halaman ini.
# $rows (Number)
# $good (String)
import-apply = { $rows ->
   *[other] Terapkan { $good } baris
}
import-discard = Buang berkas ini
import-discard-hint = Tidak ada yang diterapkan, dan isi berkas kami hapus.
# $applied (String)
# $good (String)
import-progress = { $applied } dari { $good } baris sudah diterapkan. Anda boleh menutup halaman ini.
import-reload = Muat ulang
import-stop = Hentikan
import-stop-hint = Baris yang sudah diterapkan tetap. Sisanya tidak diterapkan.
import-done-title = Selesai
# $applied (String)
# $unchanged (String)
import-done = { $applied } baris sudah diterapkan. { $unchanged } di antaranya tidak mengubah apa pun.
import-erase = Hapus daftar baris yang salah
import-discarded = Berkas ini dibuang. Tidak ada yang diterapkan.
# $applied (String)
import-stopped = Impor ini dihentikan. { $applied } baris sudah diterapkan sebelumnya.

import-sheet = Lembar yang dibaca
import-columns-link = Perbaiki arti kolom
import-columns-title = Arti kolom
import-columns-needed = Berkas ini belum dibaca. Yang mengunggahnya perlu menunjukkan arti kolomnya.
# $missing (String)
import-columns-missing = Kami belum menemukan kolom ini: { $missing }. Tunjukkan kolomnya di bawah.
import-columns-check = Periksa arti setiap kolom. Pilihan Anda kami ingat untuk berkas berikutnya dengan judul yang sama.
import-columns-sheet = Lembar
import-columns-header = Baris judul
# $line (String)
# $text (String)
import-columns-row = Baris { $line }: { $text }
import-columns-show = Tampilkan kolomnya
import-columns-heading = Judul di berkas
import-columns-samples = Isi pertama
import-columns-meaning = Artinya
# $heading (String)
import-columns-meaning-of = Arti kolom { $heading }
# $number (String)
import-columns-nameless = Kolom { $number }, tanpa judul
import-columns-unread = Tidak dibaca
import-columns-send = Baca dengan kolom ini
import-columns-twice = Satu arti dipilih untuk dua kolom. Pilih satu kolom saja untuk setiap arti.
import-undo = Batalkan impor ini
# $people (String)
# $until (String)
import-undo-hint = Impor ini mengubah data { $people } orang. Sampai { $until } Anda dapat mengembalikan mereka persis ke keadaan sebelumnya. Orang yang datanya sudah berubah lagi, atau yang baru dan sudah punya akun, tugas, jabatan, atau peran, tidak disentuh; namanya kami tunjukkan.
import-undo-over = Impor ini tidak dapat dibatalkan lagi. Batasnya 7 hari kalender sejak diterapkan.
import-undo-not-last = Sesudah impor ini ada impor lain. Batalkan yang terakhir lebih dahulu.
# $done (String)
import-undoing = { $done } orang sudah dikembalikan. Anda boleh menutup halaman ini.
# $done (String)
import-undone = Impor ini dibatalkan. { $done } orang kembali ke keadaan sebelum impor.
# $kept (String)
import-kept = { $kept } orang tidak dikembalikan
import-kept-lead = Periksa mereka satu per satu.
import-kept-reason = Sebab
import-kept-changed = Datanya berubah lagi sesudah impor
import-kept-in-use = Datang dengan impor ini, dan sudah punya akun, tugas, jabatan, atau peran

slip-issue = Cetak slip aktivasi
slip-issue-hint = Untuk orang yang belum pernah masuk, kehilangan ponsel, atau lupa kata sandi. Cara masuknya yang lama langsung berakhir.
