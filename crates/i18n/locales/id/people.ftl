slips-order = Pesan slip aktivasi untuk unit ini
batch-title = Slip untuk banyak orang
batch-lead = Siapa memegang slip dapat masuk atas nama pemiliknya. Karena itu slip untuk banyak orang dibuat oleh dua orang: yang satu memesan, yang lain memeriksa, melepas, dan mencetaknya.
batch-order-link = Pesan slip
batch-none = Belum ada pesanan slip.
batch-unit = Unit
batch-people = Jumlah orang
batch-ordered = Dipesan
batch-state = Keadaan
# $name (String)
# $moment (String)
batch-by = { $moment } oleh { $name }
batch-waiting = Menunggu orang kedua
batch-printing = Siap dicetak
batch-done = Selesai
batch-called-off = Dibatalkan
batch-lapsed = Lewat waktu
batch-back = Semua pesanan slip

order-title = Pesan slip aktivasi
order-lead = Pilih unit. Kami tampilkan orang di sana yang belum pernah masuk.
order-unit = Unit
order-unit-choose = Pilih unit
order-below = Sertakan unit di bawahnya
order-show = Tampilkan
order-none = Semua orang di unit ini sudah pernah masuk, atau perannya tidak boleh Anda beri slip. Tidak ada slip yang perlu dibuat.
order-who = Siapa yang mendapat slip?
# $count (String)
order-who-hint = { $count } orang belum pernah masuk. Hapus centang dari orang yang tidak perlu.
# $max (String)
order-who-most = Paling banyak { $max } orang sekali pesan. Sisanya dapat dipesan sesudah ini dicetak.
order-send = Pesan slip
order-error-nobody = Centang paling sedikit satu orang.
order-error-unit = Pilih unit yang orangnya perlu slip.

batch-done-title = Berhasil
batch-sent = Pesanan tersimpan. Minta orang lain yang berwenang memeriksa dan melepasnya.
batch-own = Pesanan ini menunggu orang kedua: kepala unit, petugas kepegawaian, atau administrator yang bukan Anda.
# $date (String)
batch-until = Tanpa orang kedua, pesanan ini berakhir { $date } (14 hari kalender sejak dipesan).
batch-ordered-by = Pemesan
batch-decided-by = Orang kedua
batch-printed = Slip pada cetakan terakhir
batch-printed-none = Belum dicetak
batch-names = Untuk siapa
batch-name = Nama
batch-account = Akun
batch-account-yes = Sudah punya, tidak dicetak
batch-account-no = Belum punya
batch-release = Lepas slip ini
batch-release-hint = Periksa nama-nama di bawah. Sesudah dilepas, hanya Anda yang dapat mencetaknya, selama 24 jam.
batch-call-off = Batalkan pesanan
batch-refuse = Tolak pesanan
batch-print = Cetak slip (PDF)
# $until (String)
batch-print-hint = Dapat dicetak sampai { $until }. Setiap cetakan membuat kode baru, dan kode cetakan sebelumnya tidak berlaku lagi. Setiap orang diberi tahu bahwa slipnya dibuat.
batch-late = Keadaan pesanan ini sudah berubah. Lihat keadaannya yang baru di bawah.

account-slips = Slip aktivasi
account-slips-lead = Slip yang terakhir dibuat untuk Anda. Bila ada yang tidak Anda ketahui, hubungi petugas kepegawaian.
# $moment (String)
account-slip-used = Dipakai { $moment }
# $moment (String)
account-slip-living = Berlaku sampai { $moment }
account-slip-dead = Tidak berlaku lagi

account-delegations-text = Sedang cuti atau bertugas di luar? Limpahkan peran Anda kepada orang lain untuk sementara.
account-delegations-link = Pelimpahan peran
delegation-title = Pelimpahan peran
# $days (String)
delegation-lead = Orang lain bertindak atas nama Anda untuk sementara, dengan surat. Yang ia lakukan tercatat dengan dua nama: namanya dan nama Anda. Paling lama { $days } hari kalender; sesudah itu berakhir sendiri.
delegation-nothing = Anda tidak memegang peran yang dapat dilimpahkan.
delegation-role = Peran
# $role (String)
# $unit (String)
delegation-role-in = { $role } di { $unit }
delegation-number = Nomor pegawai penerima
delegation-since = Mulai
delegation-until = Sampai
delegation-until-hint = Hari terakhir, termasuk hari itu.
delegation-letter = Nomor surat
delegation-letter-hint = Surat perintah atau surat tugas yang mendasarinya.
delegation-letter-date = Tanggal surat
delegation-letter-column = Surat
# $number (String)
# $date (String)
delegation-letter-of = Nomor { $number }, { $date }
delegation-send = Limpahkan
delegation-done = Peran itu sudah dilimpahkan.
delegation-ended = Pelimpahan itu sudah berakhir.
delegation-bound = Yang tidak dapat dilimpahkan
bound-follows-post = Melekat pada jabatan. Siapa pun yang bertindak atas nama pemegangnya dicatat sebagai Plt., Plh., Pj., atau Pjs.
bound-gives-access = Membuka akses bagi orang lain. Administrator lain dapat memberikan peran ini langsung kepada penggantinya.
bound-named-person = Membuka data pribadi bagi satu orang yang ditunjuk. Minta administrator menunjuk orang lain.
bound-oversees = Mengawasi orang lain dan harus mandiri. Minta administrator menunjuk orang lain.
delegation-given = Yang Anda limpahkan
delegation-received = Yang dilimpahkan kepada Anda
delegation-to = Penerima
delegation-from = Dari
delegation-when = Waktu
# $since (String)
# $until (String)
delegation-span = { $since } sampai { $until }
delegation-take-back = Tarik kembali
delegation-give-back = Kembalikan
delegation-state-running = Berlaku
delegation-state-coming = Belum mulai
delegation-state-over = Selesai
delegation-state-ended = Ditarik atau dikembalikan
delegation-error-role = Pilih peran yang Anda pegang sendiri. Peran yang dilimpahkan kepada Anda tidak dapat dilimpahkan lagi.
delegation-error-oneself = Tulis nomor orang lain. Peran tidak dilimpahkan kepada diri sendiri.
delegation-error-past = Hari pertama sudah lewat. Tulis hari ini atau sesudahnya.
delegation-error-order = Hari terakhir mendahului hari pertama. Periksa kedua tanggalnya.
# $days (String)
delegation-error-long = Paling lama { $days } hari kalender. Pilih hari terakhir yang lebih awal.
delegation-error-letter = Tulis nomor surat yang mendasari pelimpahan ini.
delegation-error-letter-date = Surat itu bertanggal di masa depan. Periksa tanggalnya.
# $role (String)
acting-for = { $role } (dilimpahkan)
