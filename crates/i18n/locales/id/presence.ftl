way-own-account = Dengan akun sendiri
# $one (String)
# $other (String)
two-names = { $one } dan { $other }
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
proof-password = dengan kata sandi, yang diberikan paling lama lima menit sebelumnya
proof-passkey = dengan sidik jari, wajah, atau kunci layar
proof-passkey-text = dengan sidik jari, wajah, atau kunci layar, yang menandatangani naskah itu sendiri
checks-title = Tanda tangan yang perlu dipastikan
checks-lead = Pastikan dulu bahwa orangnya sendiri yang menandatangani. Setiap orang yang membuka halaman ini tercatat.
checks-none = Tidak ada yang menunggu. Ikrar dan tanda tangan muncul di sini bila lebih dari tiga orang memakai satu perangkat, atau bila seseorang menyatakan itu bukan dia.
checks-elsewhere = Ini tanda tangan Anda sendiri, jadi orang lain yang memastikannya.
checks-decided = Sudah diputuskan
checks-outcome = Hasilnya
checks-given = Ikrar atau pakta
# $number (String)
# $signed (String)
# $unit (String)
check-about = Pakta { $number }, ditandatangani { $signed }, { $unit }.
# $given (String)
# $unit (String)
check-about-pledge = Ikrar, { $given }, { $unit }.
# $others (Number)
# $count (String)
check-crowded = { $others ->
   *[other] { $count } orang lain juga berikrar atau menandatangani di perangkat ini. Yang ini belum dihitung sampai dipastikan.
}
check-not-me = Orangnya menyatakan itu bukan dia.
check-doubted = Kepala unit atau orangnya tidak dapat memastikan tanda tangan ini.
check-confirm = Benar, orangnya sendiri
check-doubt = Saya tidak dapat memastikan
check-void = Batalkan pakta ini
check-void-hint = Bila dibatalkan, kertasnya dicabut, orangnya wajib menandatangani lagi, dan semua yang masuk dengan akunnya dikeluarkan. Beri dia slip aktivasi baru.
check-void-pledge = Batalkan ikrar ini
check-void-pledge-hint = Bila dibatalkan, ikrar ini tidak dihitung dan orangnya wajib berikrar lagi. Bila diucapkan dengan akunnya, semua yang masuk dengan akun itu dikeluarkan: beri dia slip aktivasi baru.
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
disown-pledge-title = Bukan Anda yang berikrar?
# $at (String)
# $how (String)
disown-pledge-lead = Ikrar dicatat atas nama Anda { $at }. Caranya: { $how }.
disown-pledge-button = Bukan saya yang berikrar
disown-text = Kalau bukan Anda, katakan di sini. Petugas kepegawaian memeriksanya. Hasilnya tampil di beranda Anda.
disown-button = Bukan saya yang menandatangani
disown-told = Sudah kami catat. Petugas kepegawaian akan memeriksanya, dan hasilnya tampil di beranda Anda.
disown-password = Kalau ada yang tahu kata sandi Anda, gantilah sekarang.
not-you = Bukan Anda?
my-pledges = Ikrar atas nama Anda
pledged-at = Waktu berikrar
pledged-how = Cara berikrar
pact-waiting = Menunggu kepastian dari kepala unit
pact-waiting-text = Anda sudah menandatangani. Lebih dari tiga orang memakai perangkat itu, jadi kepala unit memastikannya dulu. Anda tidak perlu menandatangani lagi.
pact-checked = Menunggu pemeriksaan petugas kepegawaian
pact-void = Dibatalkan
nav-signatures = Tanda tangan
nav-kiosks = Kios
kiosk-title = Masuk di kios ini
# $operator (String)
kiosk-lead = Komputer ini dibuka { $operator } untuk dipakai bergantian. Sesudah selesai, layar ini dibersihkan.
# $operator (String)
kiosk-bar = Kios, dibuka { $operator }
kiosk-leave = Selesai, tutup layar saya
kiosk-next = Selesai. Giliran orang berikutnya.
kiosk-signed = Tanda tangan Anda tersimpan. Salinannya dapat diunduh bila Anda masuk di perangkat sendiri.
kiosk-pledged = Ikrar Anda tersimpan. Catatannya dapat dibuka bila Anda masuk di perangkat sendiri.
kiosk-signed-out = Layar orang sebelumnya sudah ditutup.
kiosk-idle-over = Layar sebelumnya ditutup karena tidak dipakai selama 1 menit. Yang sudah dijawab tetap tersimpan.
kiosk-idle-hint = Layar ditutup sendiri bila 1 menit tidak dipakai.
kiosk-still-title = Masih di sini?
kiosk-still-text = Kalau tidak, kami tutup layar ini sebentar lagi demi keamanan Anda.
kiosk-still-here = Ya, saya masih di sini
kiosk-still-seconds = Kalau tidak, kami tutup layar ini demi keamanan Anda. Sisa waktu dalam detik:
kiosk-end = Tutup kios
kiosk-end-title = Tutup kios ini?
kiosk-end-text = Komputer ini kembali seperti biasa. Orang tidak dapat lagi masuk di sini sebagai kios.
kiosks-title = Kios: komputer yang dipakai bergantian
kiosks-lead = Untuk pegawai tanpa ponsel atau sinyal. Mereka masuk satu per satu di komputer ini dengan kata sandi atau kode slip, membaca, menjawab, dan menandatangani, sementara Anda mendampingi.
kiosks-signs-out = Anda keluar dari komputer ini. Orang berikutnya tidak menemukan apa pun dari Anda.
kiosks-named = Nama Anda tercatat pada setiap langkah dan tanda tangan di kios ini. Pastikan orangnya sendiri yang menandatangani.
kiosks-idle = Layar seseorang ditutup sendiri sesudah ia menandatangani, atau bila 1 menit tidak dipakai.
kiosks-end = Untuk menutup kios, masuklah di kios itu dengan akun Anda, atau buka halaman ini di perangkat lain. Sesudah 12 jam kios tutup sendiri.
kiosks-open = Jadikan komputer ini kios
kiosks-yours = Kios Anda yang masih terbuka
kiosks-opened = Dibuka
kiosks-until = Tutup sendiri
kiosk-elsewhere = Kios ini untuk pegawai instansi lain. Masuklah di perangkat lain.
problem-kiosk-title = Tidak dibuka di kios
problem-kiosk-text = Halaman ini tidak dibuka di komputer yang dipakai bergantian. Bukalah di perangkat Anda sendiri.
ways-title = Bagaimana pakta ditandatangani
ways-people = Orang
ways-waiting = Menunggu kepastian, belum dihitung
