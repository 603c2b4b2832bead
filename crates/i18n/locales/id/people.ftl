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

units-tree-title = Unit
units-tree-lead = Semua unit beserta masanya, juga yang sudah berakhir. Perubahan dicatat dengan surat dan tanggal berlakunya; susunan pada hari yang lalu tetap dapat dilihat.
unit-lives = Ada
unit-over = Sudah berakhir
# $name (String)
unit-successor = Dilanjutkan oleh { $name }
unit-code = Kode
unit-code-hint = Kode pada daftar pegawai Anda. Setiap unit punya kode sendiri.
unit-kind = Jenis
unit-above = Unit di atasnya
unit-top = Paling atas
unit-name = Nama unit
unit-saved = Perubahan unit sudah dicatat.
unit-changes = Riwayat unit ini
unit-related = Unit asal dan penerusnya
unit-what = Perubahan
unit-from-day = Mulai
unit-day = Berlaku mulai
unit-day-hint = Hari ini atau sebelumnya. Yang berlaku nanti dicatat pada harinya.
unit-letter = Nomor peraturan atau surat
unit-rename = Ganti nama
unit-rename-send = Catat nama baru
unit-move = Pindahkan ke bawah unit lain
unit-move-send = Catat tempat baru
unit-new-title = Unit baru
unit-new-send = Catat unit baru
unit-out-of = Pecahan dari
unit-out-of-none = Bukan pecahan
unit-out-of-hint = Bila unit ini dipecah dari unit lain. Orangnya dipindahkan lewat impor pegawai.
unit-week = Hari kerja seminggu
unit-week-hint = Tenggat yang dihitung dalam hari kerja mengikuti minggu kerja unit.
unit-week-above = Seperti unit di atasnya
unit-week-five = 5 hari, Senin sampai Jumat
unit-week-six = 6 hari, Senin sampai Sabtu
unit-turn-began = Dibentuk
# $name (String)
unit-turn-split = Dibentuk sebagai pecahan dari { $name }
# $name (String)
unit-turn-renamed = Berganti nama; sebelumnya { $name }
# $name (String)
unit-turn-moved = Dipindahkan; sebelumnya di bawah { $name }
unit-turn-moved-from-top = Dipindahkan; sebelumnya paling atas
unit-turn-ended = Berakhir
# $name (String)
unit-turn-merged = Berakhir dan digabung ke { $name }
# $name (String)
unit-related-split = { $name } dipecah dari unit ini
# $name (String)
unit-related-merged = { $name } digabung ke unit ini
unit-end-title = Akhiri unit ini
unit-end-lead = Pilih unit yang melanjutkannya. Sebelum ada yang berubah, Anda melihat siapa yang pindah.
unit-end-successor = Dilanjutkan oleh
unit-end-nobody = Tidak ada yang melanjutkan
unit-end-review = Periksa dulu
# $name (String)
unit-end-into = Dilanjutkan oleh { $name }. Ini yang terjadi:
unit-end-without = Tidak ada yang melanjutkan. Ini yang terjadi:
# $count (String)
unit-end-people = { $count } orang pindah ke unit penerus, dengan jabatan yang sama
# $count (String)
unit-end-units = { $count } unit di bawahnya menjadi unit di bawah penerus
# $count (String)
unit-end-posts = { $count } jabatan struktural di unit ini berakhir sehari sebelumnya
# $count (String)
unit-end-roles = { $count } peran atas unit ini berakhir sehari sebelumnya
unit-end-final = Tidak dapat dibatalkan sekaligus. Periksa namanya di bawah.
unit-end-send = Akhiri unit dan pindahkan semuanya
unit-end-other = Pilih yang lain
unit-end-overtaken = Sejak Anda memeriksa, ada yang masuk atau keluar dari unit ini. Periksa lagi.
unit-end-units-title = Unit yang pindah
unit-end-people-title = Orang yang pindah
unit-error-name = Tulis nama unit, paling panjang 200 huruf, yang berbeda dari namanya sekarang.
unit-error-code = Tulis kode yang belum dipakai unit lain.
unit-error-future = Tanggal itu belum tiba. Catat perubahan ini pada harinya.
unit-error-early = Tanggal itu mendahului awal unit ini atau perubahan yang sudah tercatat. Periksa riwayatnya.
unit-error-other = Pilih unit lain yang masih ada pada tanggal itu dan tidak berada di bawah unit ini.
unit-error-successor = Masih ada orang atau unit di dalamnya. Pilih unit yang melanjutkannya.
unit-error-letter = Tulis nomor peraturan atau surat, dengan tanggal yang tidak di masa depan.
unit-error-over = Unit ini sudah berakhir.
unit-error-held = Kepala daerah atau sekretaris daerah masih memangku jabatannya di unit ini. Akhiri dulu masanya di halaman Jabatan.
kind-secretariat = Sekretariat
kind-department = Dinas
kind-agency = Badan
kind-inspectorate = Inspektorat
kind-office = Kantor atau satuan
kind-district = Kecamatan
kind-urban-village = Kelurahan
kind-village = Desa
kind-health-centre = Puskesmas
kind-hospital = Rumah sakit
kind-school = Sekolah
kind-division = Bagian
kind-section = Bidang
kind-other = Lainnya
