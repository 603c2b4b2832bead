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
not-yet-none = Mungkin orang itu sudah selesai, ada di unit lain, atau ejaan namanya lain.
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
coverage-filter-day = Keadaan pada akhir tanggal
coverage-filter-drive = Gerakan
coverage-filter-category-all = Semua kategori
coverage-filter-show = Tampilkan
# $date (String)
coverage-as-of = Keadaan pada akhir { $date }
coverage-today-link = Kembali ke hari ini
coverage-figures-export = Unduh angkanya (XLSX)
coverage-categories = Menurut kategori
coverage-progress = Dari hari ke hari
coverage-days = Angka tiap hari
coverage-day = Tanggal
coverage-day-done = Selesai hari itu
# $from (String)
# $to (String)
# $step (String)
# $begun (String)
# $done (String)
coverage-chart-described = Dari { $from } sampai { $to }. Pada akhirnya: { $step } { $begun }, selesai { $done }.
# $name (String)
# $share (String)
coverage-chart-end = { $name } { $share }
coverage-chart-today = Hari ini
# $date (String)
coverage-chart-due = Batas { $date }
# $days (Number)
# $what (String)
# $to (String)
# $count (String)
coverage-chart-same = { $days ->
   *[other] { $what } tetap { $to } selama { $count } hari kalender terakhir
}
# $days (Number)
# $what (String)
# $from (String)
# $to (String)
# $count (String)
coverage-chart-rose = { $days ->
   *[other] { $what } naik dari { $from } menjadi { $to } dalam { $count } hari kalender terakhir
}
# $days (Number)
# $what (String)
# $from (String)
# $to (String)
# $count (String)
coverage-chart-fell = { $days ->
   *[other] { $what } turun dari { $from } menjadi { $to } dalam { $count } hari kalender terakhir, karena yang wajib bertambah atau yang sudah selesai pindah
}
# $low (String)
# $high (String)
# $from (String)
# $to (String)
coverage-forecast = Perkiraan pada akhir batas waktu: { $low } sampai { $high } orang ({ $from } sampai { $to }).
# $people (Number)
# $count (String)
coverage-forecast-one = { $people ->
   *[other] Perkiraan pada akhir batas waktu: semua { $count } orang.
}
# $days (Number)
# $count (String)
# $left (String)
coverage-forecast-method = { $days ->
   *[other] Dihitung dari { $count } hari kalender terakhir: bila { $left } hari kalender yang tersisa seperti separuh hari yang sepi, dan bila seperti separuh hari yang ramai. Ini bukan janji.
}
coverage-forecast-none = Perkiraan belum dapat dibuat. Diperlukan sedikitnya lima hari kalender yang sudah berlalu dan 20 orang yang selesai.
# $unit (String)
# $share (String)
# $people (Number)
# $count (String)
coverage-lags = { $people ->
   *[other] Paling tertinggal: { $unit }, { $share } dari { $count } orang sudah selesai.
}
# $units (Number)
# $count (String)
coverage-lags-none = { $units ->
   *[other] Di { $count } unit belum ada seorang pun yang selesai.
}
coverage-done = Sudah selesai
coverage-drive-over = Surat edarannya dicabut. Tidak ada yang ditunggu lagi.
# $people (Number)
# $count (String)
not-yet-open = { $people ->
   *[other] { $count } orang belum selesai.
}
coverage-chart-pacts = Pakta
coverage-chart-done = Yang sudah selesai
record-not-asked = Tidak diminta
record-revises = Menggantikan
record-addressed = Disampaikan sebagai
record-due = Batas waktu
record-ended = Tidak ditunggu lagi sejak
own-record-title = Riwayat Anda
own-record-account = Apa yang diminta dari Anda di setiap gerakan netralitas, dan kapan serta bagaimana Anda melakukannya.
own-record-link = Lihat riwayat Anda
own-record-none = Belum ada yang diminta dari Anda.
own-record-seen = Kepala unit Anda, petugas kepegawaian, dan inspektorat dapat melihat catatan yang sama. Setiap kali mereka membukanya, itu tercatat.
# $date (String)
coverage-know-by = Paling lambat mengetahui { $date }
record-know = Paling lambat mengetahui
has-passed-pledge = Lulus, belum berikrar
# $date (String)
know-own-by = Batas mengetahui sendiri: { $date }
know-own-later = Batas mengetahui setelah kembali
coverage-percent-done = Selesai, persen
