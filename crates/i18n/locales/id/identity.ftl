sign-in-title = Masuk
sign-in-joining = Anda akan bergabung dengan ikrar bersama. Masuk dengan akun Anda sendiri.
sign-in-number = Nomor pegawai
sign-in-number-hint = NIP, NI PPPK, atau NIK Anda.
sign-in-password = Kata sandi
password-show = Tampilkan
password-hide = Sembunyikan
sign-in-button = Masuk
sign-in-passkey = Pakai sidik jari
sign-in-first = Belum pernah masuk?
sign-in-first-link = Pakai kode pada slip aktivasi
sign-in-lost = Ponsel hilang atau ganti? Lupa kata sandi? Minta slip baru kepada operator unit.
sign-in-number-missing = Tulis nomor pegawai Anda.
sign-in-password-missing = Tulis kata sandi Anda.
sign-in-wrong = Nomor dan kata sandi belum cocok. Coba lagi, atau minta slip baru kepada operator unit.
# $time (String)
sign-in-wait = Terlalu banyak percobaan. Coba lagi { $time }, atau minta operator unit membuka akun Anda.
signed-out-text = Anda sudah keluar.
session-over-text = Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan.
done = Selesai

passkey-cancelled = Belum jadi: perangkat tidak mengenali Anda atau Anda membatalkannya. Coba lagi, atau pakai kata sandi.
passkey-failed = Belum berhasil. Muat ulang halaman ini, lalu coba lagi atau pakai kata sandi.
passkey-refused = Kunci di perangkat ini tidak kami kenal. Pakai kata sandi, atau minta slip baru kepada operator unit.
passkey-over = Waktunya habis. Muat ulang halaman ini, lalu coba lagi.
passkey-sign-in-again = Demi keamanan, keluar lalu masuk lagi. Dalam 10 menit sesudah itu Anda dapat menambah cara masuk.

activation-title = Pakai kode aktivasi
activation-lead = Kode ada pada slip dari operator unit Anda. Sesudah ini Anda masuk tanpa slip.
activation-code = Kode pada slip
activation-code-hint = Misalnya AB12-CD34-EF56: 12 huruf dan angka. Huruf besar dan kecil sama saja.
activation-code-missing = Tulis kode pada slip Anda.
activation-code-invalid = Kode ini tidak dapat dipakai. Periksa lagi hurufnya. Kode berlaku 14 hari dan hanya sekali. Bila tetap tidak bisa, minta slip baru kepada operator unit.
activation-button = Lanjut
activation-back = Masuk dengan kata sandi

# $name (String)
choose-title = Anda { $name }?
choose-how = Pilih cara masuk. Lain kali Anda masuk dengan cara ini.
choose-passkey = Pakai sidik jari atau kunci layar
choose-password-title = Buat kata sandi
choose-password-text = Ini cara yang tepat di komputer bersama.
choose-password-button = Simpan dan masuk
choose-other = Bukan Anda? Jangan lanjutkan. Kembalikan slip ini kepada operator unit.
choose-other-link = Pakai kode lain

new-password = Kata sandi baru
new-password-hint = Paling sedikit 10 huruf, angka, atau tanda. Tiga kata yang hanya Anda tahu mudah diingat.
new-password-short = Kata sandi terdiri dari 10 sampai 250 huruf, angka, atau tanda. Tambahkan satu atau dua kata.

account-title = Akun Anda
account-link = Akun
account-name = Nama
account-password = Kata sandi
account-password-set = Ada
account-password-none = Belum ada
account-password-change = Ganti kata sandi
account-password-add = Buat kata sandi
account-passkeys = Sidik jari atau kunci layar
# $count (Number)
account-passkey-count = { $count ->
   *[other] { $count } perangkat
}
account-passkey-none = Belum ada
account-passkey-text = Dengan sidik jari atau kunci layar Anda masuk tanpa kata sandi. Tambahkan hanya di perangkat Anda sendiri. Sidik jari tidak pernah kami terima.
account-passkey-add = Tambah perangkat ini
account-session = Masuk kali ini
account-before = Masuk sebelumnya
account-before-none = Belum pernah
account-sessions-title = Perangkat lain
account-sessions-text = Bila Anda lupa keluar di tempat lain, keluarkan semuanya dari sini.
account-sessions-button = Keluarkan perangkat lain
account-done-password = Kata sandi Anda sudah diganti. Perangkat lain sudah keluar.
account-done-passkey = Perangkat ini sudah ditambahkan.
account-done-sessions = Semua perangkat lain sudah keluar.

change-password-title = Ganti kata sandi
change-password-lead = Sesudah diganti, perangkat lain keluar dan perlu masuk lagi.
change-password-current = Kata sandi sekarang
change-password-wrong = Kata sandi sekarang belum cocok. Coba lagi, atau minta slip baru kepada operator unit.
change-password-button = Simpan kata sandi
