way-own-account = Dengan akun sendiri
# $name (String)
way-kiosk = Di komputer kios yang dibuka { $name }
# $name (String)
way-reading = Hadir saat pembacaan bersama, dicatat { $name }
# $name (String)
way-paper = Di atas kertas, dinyatakan benar oleh { $name }
assurance = Cara menandatangani
assurance-own-device = Di perangkat sendiri
assurance-shared-device = Di perangkat yang dipakai bersama
assurance-kiosk = Di komputer kios
assurance-paper = Di atas kertas
proof-password = kata sandi ditanyakan sekali lagi
proof-passkey = dengan sidik jari, wajah, atau kunci layar
checks-title = Tanda tangan yang perlu dipastikan
checks-lead = Pastikan dulu bahwa orangnya sendiri yang menandatangani. Setiap orang yang membuka halaman ini tercatat.
checks-none = Tidak ada yang menunggu. Tanda tangan muncul di sini bila lebih dari tiga orang memakai satu perangkat, atau bila seseorang menyatakan bukan dia yang menandatangani.
checks-elsewhere = Ini tanda tangan Anda sendiri, jadi orang lain yang memastikannya.
checks-decided = Sudah diputuskan
checks-outcome = Hasilnya
# $number (String)
# $signed (String)
# $unit (String)
check-about = Pakta { $number }, ditandatangani { $signed }, { $unit }.
# $others (Number)
# $count (String)
check-crowded = { $others ->
   *[other] { $count } orang lain juga menandatangani di perangkat ini. Tanda tangan ini belum dihitung sampai dipastikan.
}
check-not-me = Orangnya menyatakan bukan dia yang menandatangani.
check-doubted = Kepala unit atau orangnya tidak dapat memastikan tanda tangan ini.
check-confirm = Benar, orangnya sendiri
check-doubt = Saya tidak dapat memastikan
check-void = Batalkan pakta ini
check-void-hint = Bila dibatalkan, kertasnya dicabut, orangnya wajib menandatangani lagi, dan semua yang masuk dengan akunnya dikeluarkan. Beri dia slip aktivasi baru.
# $at (String)
# $name (String)
check-was-confirmed = Dipastikan { $name }, { $at }
# $at (String)
# $name (String)
check-was-doubted = Tidak dapat dipastikan { $name }, { $at }
# $at (String)
# $name (String)
check-was-voided = Dibatalkan { $name }, { $at }
disown-title = Bukan Anda yang menandatangani?
# $at (String)
# $how (String)
# $number (String)
disown-lead = Pakta { $number } ditandatangani atas nama Anda { $at }. Caranya: { $how }.
disown-text = Kalau bukan Anda, katakan di sini. Petugas kepegawaian memeriksanya. Hasilnya tampil di beranda Anda.
disown-button = Bukan saya yang menandatangani
disown-told = Sudah kami catat. Petugas kepegawaian akan memeriksanya, dan hasilnya tampil di beranda Anda.
disown-password = Kalau ada yang tahu kata sandi Anda, gantilah sekarang.
not-you = Bukan Anda?
pact-waiting = Menunggu kepastian dari kepala unit
pact-waiting-text = Anda sudah menandatangani. Lebih dari tiga orang memakai perangkat itu, jadi kepala unit memastikannya dulu. Anda tidak perlu menandatangani lagi.
pact-checked = Sedang diperiksa petugas kepegawaian
pact-void = Dibatalkan
nav-signatures = Tanda tangan
