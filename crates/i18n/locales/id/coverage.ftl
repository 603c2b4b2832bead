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
coverage-people = orang
# $share (String)
coverage-share = orang, { $share } dari yang wajib
# $count (String)
# $whole (String)
coverage-of = { $count } dari { $whole } orang
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
# $count (String)
not-yet-count = { $count } orang belum menandatangani pakta.
# $count (String)
not-yet-more = Halaman ini memuat { $count } nama pertama. Unduh daftarnya untuk melihat semua.
not-yet-nobody = Semua orang di unit ini sudah menandatangani.
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
how-password = Kata sandi, ditanyakan sekali lagi
how-passkey = Sidik jari atau kunci layar
how-own-device = Dengan akun sendiri
