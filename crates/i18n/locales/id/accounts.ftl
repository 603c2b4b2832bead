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
    [0] Tidak masuk di perangkat mana pun.
   *[other] Masuk di { $devices } perangkat.
}
rescue-no-account = Orang ini belum punya akun. Tidak ada yang perlu diamankan.
rescue-end = Keluarkan dari semua perangkat
rescue-end-hint = Orang ini perlu masuk lagi di setiap perangkat. Bila kata sandinya diketahui orang lain, cetak juga slip baru. Tindakan ini dicatat.
rescue-done-sessions = Orang itu sudah keluar dari semua perangkat.
rescue-code = Hapus kode masuk
rescue-code-hint = Bila ponsel dan kode cadangannya hilang. Pada saat masuk berikutnya orang ini memasang kode baru. Pastikan dulu bahwa ini benar orangnya. Tindakan ini dicatat.
rescue-done-code = Kode masuk orang itu sudah dihapus, dan ia sudah keluar dari semua perangkat.

code-title = Kode masuk
code-account-text = Dengan kode masuk, kata sandi Anda saja tidak cukup bagi orang lain. Kodenya dari aplikasi di ponsel Anda.
code-account-link = Atur kode masuk
code-set-up-title = Pasang kode masuk
code-set-up-needed = Peran Anda membuka data banyak orang. Karena itu, selain kata sandi Anda perlu kode dari ponsel setiap kali masuk.
code-set-up-lead = Sesudah ini, selain kata sandi Anda perlu kode dari ponsel setiap kali masuk.
code-step-app = Pasang aplikasi autentikator di ponsel Anda, misalnya Aegis, FreeOTP, atau Google Authenticator.
code-step-scan = Pindai gambar ini dengan aplikasi itu.
code-step-type = Ketik enam angka yang ditampilkan aplikasi.
code-picture = Kode QR untuk aplikasi autentikator
code-by-hand = Tidak dapat memindai? Ketik ini di aplikasi:
code-label = Kode masuk
code-hint = Enam angka. Berganti setiap 30 detik.
code-or-recovery-hint = Enam angka dari aplikasi di ponsel Anda, atau satu kode cadangan.
code-button = Lanjut
code-give-title = Masukkan kode masuk
code-give-lead = Kata sandi Anda cocok. Sekarang buka aplikasi autentikator di ponsel Anda.
code-lost = Ponsel hilang? Pakai kode cadangan. Bila itu juga hilang, datanglah ke administrator atau pemegang data identitas.
code-cancel = Keluar
code-wrong = Kode ini tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu ketik yang baru. Periksa juga jam ponsel Anda.
code-first = Akun ini memakai kode masuk. Buat kata sandi dulu, masuk dengan kode itu, lalu tambahkan sidik jari di halaman Akun.
code-needed = Peran Anda mewajibkan kode masuk, jadi tidak dapat dimatikan.
code-not-oneself = Kode masuk sendiri tidak dapat dihapus dari sini. Minta orang lain yang berwenang melakukannya.
code-is-on = Kode masuk sudah terpasang. Kami menanyakannya setiap kali Anda masuk dengan kata sandi.
code-since = Terpasang sejak
code-left = Kode cadangan yang tersisa
code-new-recovery = Buat kode cadangan baru
code-new-recovery-hint = Kode cadangan yang lama tidak berlaku lagi.
code-off = Matikan kode masuk
code-done-off = Kode masuk sudah dimatikan.
recovery-title = Kode cadangan Anda
recovery-done = Kode masuk sudah siap.
recovery-lead = Tulis atau cetak sepuluh kode ini sekarang dan simpan di tempat aman, bukan di ponsel. Kami tidak menampilkannya lagi. Setiap kode dapat dipakai satu kali bila ponsel Anda hilang.
recovery-on = Sudah saya simpan, lanjut
