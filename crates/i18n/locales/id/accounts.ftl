devices-title = Perangkat Anda
devices-link = Lihat perangkat Anda
devices-lead = Di perangkat ini akun Anda sedang terbuka. Yang 30 menit tidak dipakai keluar sendiri.
devices-what = Perangkat
devices-since = Masuk sejak
devices-seen = Terakhir dipakai
devices-here = Perangkat ini
devices-end = Keluarkan
devices-unknown = Ada yang bukan milik Anda? Keluarkan, lalu ganti kata sandi Anda.
devices-done-one = Perangkat itu sudah keluar.
device-android-phone = Ponsel Android
device-android-tablet = Tablet Android
device-windows = Komputer Windows
device-mac = Komputer Mac
device-linux = Komputer Linux
device-other = Perangkat lain

confirm-title = Buktikan bahwa ini Anda
confirm-lead = Langkah berikutnya penting. Kami tanyakan sekali lagi agar tidak ada yang bertindak atas nama Anda.
confirm-button = Lanjut
confirm-back = Kembali
confirm-hint = Berlaku 5 menit di perangkat ini. Sesudah ini Anda kembali ke halaman tadi dan melanjutkannya dari sana.

rescue-title = Amankan akun
rescue-link = Amankan akun seseorang
rescue-lead = Untuk orang yang ponselnya hilang atau yang akunnya dipakai orang lain.
rescue-number-hint = Orang yang akunnya diamankan.
rescue-find = Cari akun
# $devices (Number)
rescue-devices = { $devices ->
    [0] Sedang tidak masuk di perangkat mana pun.
   *[other] Sedang masuk di { $devices } perangkat.
}
rescue-no-account = Orang ini belum punya akun. Tidak ada yang perlu diamankan.
rescue-end = Keluarkan dari semua perangkat
rescue-end-hint = Orang ini perlu masuk lagi di setiap perangkat. Bila kata sandinya diketahui orang lain, cetak juga slip baru. Tindakan ini dicatat.
rescue-done-sessions = Orang itu sudah keluar dari semua perangkat.
