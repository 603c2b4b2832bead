nav-assemblies = Ikrar
assemblies-title = Ikrar pada apel
assemblies-lead = Rencanakan apel, tampilkan layar, dan catat siapa yang mengucapkan ikrar.
assemblies-new = Rencanakan apel
assemblies-none = Belum ada apel yang direncanakan. Rencanakan apel pertama, lalu buka layarnya pada hari itu.
assemblies-no-drive = Belum ada gerakan netralitas. Apel direncanakan setelah surat edaran terbit.
assembly-when = Waktu
assembly-where = Tempat
assembly-unit = Unit kerja
assembly-whole = Seluruh unit kerja
assembly-drive = Gerakan
assembly-phase = Keadaan
phase-planned = Belum dimulai
phase-join = Gabung
# $point (String)
phase-read = Baca, butir { $point }
phase-leaders = Pimpinan menandatangani
phase-sign = Tanda tangan
phase-done = Selesai
# $point (Number)
point-title = { $point ->
    [1] Butir kesatu
    [2] Butir kedua
    [3] Butir ketiga
   *[other] Butir keempat
}

plan-title = Rencanakan apel
plan-lead = Empat butir ikrar dan pemilihannya mengikuti gerakan yang Anda pilih.
plan-drive = Gerakan netralitas
plan-unit = Untuk siapa apel ini
plan-unit-hint = Unit yang dipilih dan semua unit di bawahnya.
plan-date = Tanggal
plan-time = Pukul
plan-time-hint = Dua angka jam, dua angka menit. Contoh: 07.00
plan-place = Tempat
plan-leader = Pemimpin ikrar
plan-leader-hint = Nama dan jabatan. Tertulis di berita acara.
plan-witnesses = Saksi
plan-witnesses-hint = Satu baris satu saksi: nama, koma, jabatan. Contoh: Ketut Wirawan, Ketua Bawaslu. Boleh dikosongkan.
plan-leaders-first = Pimpinan menandatangani dulu, baru pegawai lain
plan-save = Simpan rencana
plan-error-drive = Pilih gerakannya.
plan-error-unit = Pilih unit yang Anda pimpin.
plan-error-date = Tulis tanggal yang ada di kalender: tanggal, bulan, dan tahun.
plan-error-time = Tulis jam antara 00.00 dan 23.59, contoh 07.00.
plan-error-place = Tulis tempatnya, paling panjang 120 huruf.
plan-error-leader = Tulis siapa yang memimpin ikrar, paling panjang 120 huruf.
plan-error-witnesses = Setiap saksi ditulis dengan nama, koma, dan jabatan. Paling banyak 10 saksi.

assembly-caption = Ikrar netralitas
# $place (String)
assembly-title = Apel di { $place }
assembly-moved-elsewhere = Orang lain sudah memindahkan tahapnya. Di bawah ini keadaan sekarang.
assembly-now = Sekarang
# $phase (String)
assembly-on = Lanjut ke { $phase }
# $phase (String)
assembly-back = Kembali ke { $phase }
assembly-close-warning = Setelah ditutup, tahapnya tidak dapat dibuka lagi. Berita acara dibuat dari angka pada saat itu.
# $people (Number)
# $count (String)
assembly-still-joined = { $people ->
   *[other] { $count } orang sudah bergabung dan belum berikrar.
}
assembly-screen = Buka layar untuk hadirin
assembly-screen-hint = Buka di komputer yang tersambung ke proyektor. Tahapnya Anda pindahkan dari halaman ini, juga dari ponsel.
assembly-numbers = Angka sementara
assembly-numbers-final = Angka saat ditutup
assembly-pledged = Sudah berikrar
assembly-came = Hadir di apel ini
assembly-by-phone = Berikrar di ponsel
assembly-by-sheet = Dicatat dari lembar
# $people (Number)
# $count (String)
# $whole (String)
assembly-share = { $people ->
   *[other] { $count } dari { $whole } orang
}
assembly-units = Menurut unit kerja
assembly-desk = Meja petugas: catat yang tanpa ponsel
assembly-absent = Lihat siapa yang belum berikrar
assembly-absent-hint = Ikrar satu per satu tetap terbuka di Beranda masing-masing, bersama paktanya.
assembly-leaders-first = Pimpinan menandatangani lebih dahulu, lalu semua.
# $time (String)
assembly-leaders-then = Pimpinan menandatangani lebih dahulu. Semua menandatangani sejak { $time }.
# $people (Number)
# $count (String)
assembly-waiting = { $people ->
   *[other] { $count } orang berikrar di perangkat yang dipakai lebih dari tiga orang. Ikrarnya dihitung setelah kepala unit memastikannya.
}
assembly-waiting-link = Pastikan sekarang
assembly-missing-title = Yang belum berikrar
# $people (Number)
# $count (String)
# $date (String)
assembly-missing = { $people ->
   *[other] { $count } orang belum berikrar. Ikrar tetap terbuka di Beranda masing-masing, bersama paktanya, paling lambat { $date }. Yang cuti atau diperbantukan punya batas sendiri; batas setiap orang ada di daftar.
}
# $people (Number)
# $count (String)
assembly-followed = { $people ->
   *[other] { $count } orang menyusul sejak apel ditutup.
}
assembly-remind = Ingatkan sekarang
assembly-remind-hint = Semua di sini yang belum menyelesaikan tugasnya mendapat pemberitahuan di beranda. Yang sudah mendapat hari ini tidak diingatkan lagi.
# $lines (Number)
# $count (String)
assembly-sample = { $lines ->
   *[other] Bandingkan { $count } baris dengan foto lembarnya
}
assembly-sample-done = Semua baris contoh sudah dibandingkan.
# $lines (Number)
# $count (String)
assembly-reversed = { $lines ->
   *[other] { $count } baris tidak ada pada foto dan tidak dihitung lagi.
}
assembly-minutes = Unduh berita acara (PDF)
assembly-minutes-soon = Berita acara sedang dibuat. Muat ulang halaman ini sebentar lagi.
assembly-witness = Saksi
assembly-leader = Pemimpin ikrar

hall-title = Ikrar Netralitas Pegawai
# $when (String)
# $place (String)
hall-sub = Apel { $when }. { $place }
hall-scan = Pindai, atau buka
hall-then = lalu ketik
hall-qr = Kode QR untuk bergabung
# $date (String)
# $time (String)
# $place (String)
hall-planned = { $date }, { $time }. { $place }
hall-planned-title = Ikrar dimulai sebentar lagi
hall-join-title = Mari bergabung
hall-joined = Sudah bergabung
hall-step-scan = Pindai kode di samping dengan kamera ponsel.
hall-step-sign-in = Masuk dengan akun Anda sendiri.
hall-step-slip = Belum pernah masuk? Pakai kode pada slip aktivasi.
hall-pledged = Sudah berikrar
hall-read-along = Bacalah bersama pemimpin ikrar.
# $count (Number)
people-in-words = { $count ->
    [0] belum ada
    [1] satu orang
    [2] dua orang
    [3] tiga orang
    [4] empat orang
    [5] lima orang
    [6] enam orang
    [7] tujuh orang
    [8] delapan orang
   *[other] sembilan orang
}
# $whole (String)
hall-of = dari { $whole }
# $count (String)
hall-people = { $count } orang
# $people (String)
hall-sheet = Tanpa ponsel: { $people }, sudah dicatat dan ikut dihitung.
# $offices (String)
hall-witnesses = Saksi: { $offices }.
hall-bar-join = Sekarang: gabung dengan ponsel.
hall-bar-read = Sekarang: baca bersama.
hall-bar-leaders = Sekarang: pimpinan menandatangani di ponsel.
hall-bar-sign = Sekarang: tanda tangani di ponsel.
hall-bar-done = Terima kasih.
hall-bar-desk = Tidak membawa ponsel? Isi daftar di meja petugas. Semua dihitung sama.
hall-bar-wait = Yang lain menyusul sesudahnya.
hall-bar-absent = Yang belum berikrar tetap dapat berikrar sendiri di Netral.
hall-done-title = Ikrar sudah diucapkan
hall-done-minutes = Berita acara dapat diunduh petugas.
hall-back = Kembali ke halaman apel

door-title = Gabung ke apel
door-lead = Tulis dua kata yang ada di layar.
door-words = Dua kata di layar
door-words-hint = Contoh: melati sawah
door-open = Gabung
door-unknown = Dua kata itu tidak cocok. Lihat lagi layarnya: katanya berganti setiap menit.
door-changed = Kata di layar sudah berganti. Tulis dua kata yang tampil sekarang.
door-over = Apel itu sudah selesai. Anda tetap dapat berikrar sendiri dari Beranda.
door-not-on-roster = Nama Anda tidak ada dalam daftar apel ini. Tunjukkan halaman ini di meja petugas.
# $time (String)
door-wait = Terlalu banyak percobaan. Coba lagi { $time }, atau datang ke meja petugas.
# $place (String)
door-question = Ikrar di { $place }
# $name (String)
door-you = Anda { $name }?
door-yes = Ya, itu saya
door-not-me = Bukan saya
door-not-me-hint = Anda keluar dari akun ini, lalu masuk dengan akun Anda sendiri.

part-title = Ikrar netralitas
# $place (String)
part-joined = Anda sudah bergabung. Apel di { $place }.
part-wait = Layar ini mengikuti apel. Bila tidak berubah, muat ulang halaman.
part-read = Bacalah bersama pemimpin ikrar.
part-points = Empat butir ikrar
part-leaders-wait = Pimpinan menandatangani dulu. Giliran Anda sesudahnya, di halaman ini.
part-sign-title = Tanda tangani ikrar Anda
part-declare = Saya mengucapkan keempat butir itu sebagai ikrar
part-with-pact = Saya juga menandatangani pakta integritas, dengan sadar dan tanpa paksaan
part-with-pact-hint = Anda sudah membaca surat edaran dan menjawab pertanyaannya, jadi pakta dapat Anda tandatangani sekarang juga. Baca dulu isinya. Bila tidak dicentang, pakta ditandatangani nanti dari Beranda.
part-pact-title = Pakta integritas Anda
part-button = Saya berikrar
part-declare-missing = Centang pernyataan ikrar, lalu kirim lagi.
part-again = Kirim lagi
part-not-sent = Belum terkirim. Ponsel Anda akan mencoba lagi sendiri. Jangan tutup halaman ini.
# $time (String)
part-done-title = Ikrar Anda tercatat { $time }
part-done-pact = Pakta integritas Anda juga sudah ditandatangani.
part-done-left = Yang masih Anda selesaikan sendiri:
part-left-read = Membaca surat edaran
part-left-check = Menjawab lima pertanyaan
part-left-pact = Menandatangani pakta integritas
part-continue = Lanjutkan sekarang
part-home = Ke Beranda
part-over-title = Ikrar bersama sudah ditutup
part-over = Anda belum berikrar. Anda tetap dapat berikrar sendiri bersama pakta Anda.
part-not-now = Tahapnya baru saja berganti. Tunggu sampai tanda tangan dibuka.
part-shown-paper = Tercatat dari lembar tanda tangan oleh petugas. Bukan Anda? Katakan di Beranda, pada ikrar itu.
part-waiting = Lebih dari tiga orang memakai perangkat ini, jadi kepala unit memastikannya dulu. Ikrar Anda dihitung sesudahnya, sejak pukul di atas. Anda tidak perlu mengulang.

desk-title = Meja petugas
desk-absent-title = Belum berikrar
desk-lead = Centang yang hadir dan mengucapkan ikrar tanpa ponsel, lalu foto lembar yang mereka tandatangani. Anda bertanggung jawab atas kebenarannya.
desk-early = Pencatatan dibuka saat ikrar ditandatangani.
desk-search = Cari nama
desk-unit = Unit kerja
desk-all = Semua unit
desk-find = Cari
desk-here = Hadir dan mengucapkan
desk-photo = Foto daftar hadir
desk-photo-hint = Foto lembar bertanda tangan: JPEG, PNG, atau PDF, paling besar 8 MB.
desk-name = Nama
desk-left = Masih harus
desk-joined = Sudah bergabung
desk-no-phone = Tanpa ponsel
desk-record = Catat yang dicentang
# $count (String)
desk-record-count = Catat { $count } orang
# $people (Number)
# $count (String)
desk-found = { $people ->
   *[other] { $count } orang belum berikrar
}
desk-nobody = Semua sudah berikrar.
desk-none = Tidak ada yang cocok. Periksa ejaannya, atau pilih unit lain.
desk-pages = Halaman daftar
desk-error-people = Centang sedikitnya satu orang.
desk-error-photo = Pilih foto lembar yang bertanda tangan.
desk-error-kind = Foto itu tidak dapat dibaca. Kirim JPEG, PNG, atau PDF.
desk-error-large = Foto itu lebih besar dari 8 MB. Kirim yang lebih kecil.
# $count (String)
# $names (String)
desk-elsewhere = { $count } orang sudah dicatat bersama fotonya. Yang tidak dicatat, karena hari ini tidak bertugas di unit ikrar ini: { $names }. Catat mereka di unitnya sekarang.
desk-recorded-title = Tercatat
# $people (Number)
# $count (String)
desk-recorded = { $people ->
   *[other] { $count } orang dicatat dari lembar.
}
desk-recorded-none = Semua orang yang dicentang sudah tercatat sebelumnya.
desk-left-read = membaca
desk-left-check = menjawab
desk-left-pledge = ikrar
desk-left-pact = pakta

sample-title = Bandingkan dengan lembarnya
sample-lead = Beberapa baris dipilih secara acak. Buka fotonya, lalu katakan apakah tanda tangannya ada.
sample-none = Belum ada baris untuk dibandingkan. Baris dipilih ketika petugas mencatat lembar.
sample-photo = Buka foto lembar
sample-agree = Ada pada lembar
sample-disagree = Tidak ada pada lembar
sample-agreed = Ada pada lembar
sample-reversed = Tidak ada pada lembar; ikrarnya tidak dihitung
sample-own = Anda sendiri yang mencatatnya, atau baris ini tentang Anda. Rekan Anda yang membandingkan.
sample-result = Hasil

# $name (String)
public-minutes-valid = Berita acara ini dibuat di { $name } dan belum dicabut.
# $name (String)
public-minutes-replaced = Berita acara ini dibuat di { $name }. Penggantinya sudah ada: minta yang terbaru.
# $name (String)
public-minutes-withdrawn = Berita acara ini dibuat di { $name }, lalu dicabut. Jangan dipakai lagi.
public-verified-minutes = Berita acara ikrar
public-verified-closed = Apel ditutup

# $when (String)
sign-pledged-before = Ikrar Anda ucapkan pada apel, { $when }.
part-pass-first = Dalam gerakan ini ikrar diucapkan setelah lulus pertanyaan. Jawab dulu, lalu berikrarlah di sini atau sendiri dari Beranda.
part-over-alone = Anda belum berikrar. Anda tetap dapat berikrar sendiri dari Beranda.
desk-pass-first = Belum lulus pertanyaan. Sesudahnya ia berikrar sendiri, atau dicatat di sini.
