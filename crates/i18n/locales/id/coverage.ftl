coverage-title = Ikhtisar
units-title = Unit saya
coverage-nothing = Belum ada gerakan netralitas. Ikhtisar terisi setelah surat edaran pertama terbit.
# $date (String)
coverage-due = Paling lambat { $date }
# $date (String)
coverage-due-passed = Batasnya { $date }, sudah lewat
coverage-owing = Wajib
coverage-signed = Sudah menandatangani
coverage-not-yet = Belum
# $people (Number)
coverage-people = { $people ->
   *[other] orang
}
# $people (Number)
# $share (String)
coverage-share = { $people ->
   *[other] orang, { $share } dari yang wajib
}
# $people (Number)
# $count (String)
# $whole (String)
coverage-of = { $people ->
   *[other] { $count } dari { $whole } orang
}
coverage-steps = Sejauh mana kita
coverage-who = Lihat siapa yang belum
coverage-export = Unduh daftarnya (XLSX)
coverage-units = Unit, yang tertinggal lebih dulu
coverage-percent = Pakta, persen
coverage-other-drives = Gerakan lain
step-delivered = Diterima
step-opened = Dibuka
step-read = Dibaca
step-passed = Lulus pertanyaan
step-pledged = Berikrar
step-signed = Pakta
state-complete = Lengkap
state-running = Berjalan
unit = Unit
category = Kategori
position = Jabatan
person-name = Nama
progress = Sejauh ini
phone = Ponsel
no-phone = Tanpa ponsel
not-yet-title = Siapa yang belum
# $place (String)
not-yet-in = Siapa yang belum di { $place }
# $people (Number)
# $count (String)
not-yet-count = { $people ->
   *[other] { $count } orang belum menandatangani pakta.
}
# $people (Number)
# $count (String)
# $place (String)
not-yet-count-in = { $people ->
   *[other] { $count } orang di { $place } belum menandatangani pakta.
}
not-yet-words = Nama
# $people (Number)
# $count (String)
not-yet-found = { $people ->
   *[other] { $count } orang cocok dengan yang Anda cari.
}
not-yet-none = Mungkin orang itu sudah menandatangani, ada di unit lain, atau ejaan namanya lain.
# $page (String)
# $pages (String)
not-yet-page = Halaman { $page } dari { $pages }
not-yet-pages = Halaman daftar yang belum
not-yet-nobody = Tidak ada lagi yang ditunggu di unit ini.
has-passed = Lulus, belum menandatangani
has-read = Sudah membaca
has-opened = Baru membuka
has-nothing = Belum membuka
record-title = Catatan per orang
record-step = Langkah
record-at = Waktu
record-how = Caranya
record-pdf = Unduh catatan ini (PDF)
record-traced = Setiap orang yang membuka halaman ini tercatat.
coverage-done = Sudah selesai
coverage-drive-over = Surat edarannya dicabut. Tidak ada yang ditunggu lagi.
# $people (Number)
# $count (String)
not-yet-open = { $people ->
   *[other] { $count } orang belum selesai.
}
