nav-packs = Desa
packs-title = Paket desa
packs-lead = Surat edaran di atas kertas untuk desa: keluar melalui perangkat daerah yang membina desa, kembali sebagai foto, dicatat satu orang, disahkan orang lain.
packs-new = Buat paket
packs-none = Belum ada paket untuk desa. Bagian kepegawaian membuatnya bila warga desa tidak dapat memakai ponsel.
# $village (String)
pack-title = Paket { $village }
# $village (String)
pack-title-follows = Lembar susulan { $village }
pack-village = Desa
pack-village-hint = Paket memuat semua orang di desa ini yang masih wajib membaca, menjawab, atau berikrar.
pack-drive = Gerakan
pack-through = Melalui
pack-through-hint = Biasanya dinas yang mengurus desa, atau kecamatan. Kepala unit ini dapat melihat, mencatat, dan mengesahkan paket.
pack-due = Kembali paling lambat
# $date (String)
pack-due-day = { $date } (hari kalender)
pack-due-hint = Hari kalender. Setelah itu paket yang belum kembali ditandai terlambat.
pack-people = Orang
pack-state = Keadaan
pack-out = Belum kembali
pack-overdue = Terlambat kembali
pack-returned = Sudah kembali, belum dicatat semua
pack-keyed = Sudah dicatat, menunggu pengesahan
pack-confirmed = Selesai
pack-replaced = Diganti paket yang lebih baru
pack-choose = Pilih
pack-make-title = Buat paket desa
pack-make-lead = Paket berisi surat edaran, lembar baca, lembar pertanyaan untuk setiap orang, dan naskah ikrar bila diminta. Setiap orang mendapat kode acak, bukan NIP atau NIK.
pack-make-voids = Bila orang yang sama sudah punya paket yang belum disahkan, kode dalam paket lama itu tidak berlaku lagi.
pack-make = Buat paket
pack-no-drive = Belum ada gerakan yang berjalan. Terbitkan surat edaran lebih dahulu.
pack-no-village = Tidak ada desa yang dapat Anda buatkan paket. Periksa jenis unit di daftar pegawai.
pack-error-drive = Pilih gerakan yang masih berjalan.
pack-error-village = Pilih desanya.
pack-error-through = Pilih melalui unit mana paket diteruskan.
pack-error-date = Isi tanggal yang ada, misalnya 21 Oktober 2024.
pack-error-due = Tanggal kembali sudah lewat. Pilih hari ini atau sesudahnya.
pack-error-nobody = Di desa ini tidak ada lagi yang dapat dilakukan di atas kertas untuk gerakan itu. Pilih desa lain.
pack-error-early = Gerakan itu baru dimulai dan belum sampai kepada semua orang di desa ini. Coba lagi beberapa menit lagi.
pack-error-many = Lebih dari 60 orang. Bagi desa itu menjadi beberapa unit, atau minta sebagian memakai ponsel atau kios.
# $count (String)
pack-error-full = Sudah ada { $count } berkas. Gabungkan halaman yang tersisa menjadi satu PDF, lalu kirimkan di paket ini juga.
pack-error-pages = Berkas itu lebih dari 100 halaman. Bagi menjadi beberapa berkas.
pack-made = Dibuat
# $name (String)
# $at (String)
pack-made-by = { $name }, { $at }
# $through (String)
# $village (String)
pack-next-out = Cetak paket dan serahkan melalui { $through } kepada { $village }. Setelah kembali, kirimkan foto atau pindaian semua lembarnya di bawah.
pack-next-key = Catat apa yang tertulis pada lembar. Sesudah itu orang lain mengesahkannya.
pack-next-settle = Baca sekali lagi lembar yang dibaca orang lain. Yang sama dari dua orang langsung berlaku.
pack-unprinted-done = Tidak ada yang perlu dicetak: semua orang yang barisnya masih terbuka sudah melakukannya lewat jalan lain, atau dikecualikan.
pack-unprinted-ended = Tidak ada yang perlu dicetak: gerakan ini sudah berakhir.
pack-unprinted-outdated = Tidak ada yang dapat dicetak: lembar yang masih terbuka memuat pertanyaan yang sudah tidak dipakai. Buat paket baru untuk desa ini.
pack-next-other = Sekarang giliran orang lain: tidak seorang pun mengesahkan catatannya sendiri atau barisnya sendiri.
pack-next-confirmed = Semua baris sudah selesai dibaca. Yang masih berkewajiban dapat mencoba lagi dengan lembar susulan, ponsel, atau kios.
pack-next-replaced = Kode dalam paket ini tidak berlaku lagi. Pakai paket yang lebih baru.
pack-print = Unduh paket (PDF)
pack-key = Catat isi lembar
pack-settle = Bandingkan dan sahkan
pack-back-title = Yang sudah kembali
pack-back-none = Belum ada foto atau pindaian.
# $number (String)
# $count (String)
pack-picture = Halaman { $number } dari { $count }
pack-send = Foto atau pindaian lembar yang sudah diisi
pack-send-hint = PDF, JPEG, atau PNG, paling besar 15 MB dan 100 halaman. Kirim satu per satu bila ada beberapa berkas.
pack-send-button = Kirim
pack-people-title = Orang dalam paket ini
pack-person = Nama
pack-code = Kode
pack-line-open = Belum dicatat
pack-line-keyed = Dicatat
# $name (String)
pack-line-keyed-by = Oleh { $name }, belum disahkan.
pack-line-differs = Berbeda
# $name (String)
pack-line-again = { $name } membacanya lain, dan melihat fotonya sekali lagi.
# $names (String)
pack-line-third = { $names } membacanya berbeda. Orang ketiga harus membaca fotonya.
pack-line-settled = Disahkan
pack-line-owes = Orangnya masih berkewajiban: sertakan dalam lembar susulan, atau arahkan ke ponsel atau kios.
pack-line-outdated = Satu pertanyaan di lembarnya sudah tidak dipakai. Catat apa yang tertulis: jawabannya tidak dinilai, yang lain tetap dicatat. Setelah itu buat lembar susulan.
# $first (String)
# $second (String)
# $third (String)
pack-line-by-three = Dibaca { $first }, { $second }, dan { $third }; yang dicatat adalah yang sama dari dua di antaranya.
pack-line-void = Kode tidak berlaku
pack-line-newer = Ada paket yang lebih baru untuk orang ini.
# $names (String)
pack-line-by = Oleh { $names }
pack-outcome-read = Membaca.
pack-outcome-judged = Lembar pertanyaan dinilai.
pack-outcome-incomplete = Lembar pertanyaan tidak lengkap.
pack-outcome-unread = Menjawab tanpa tanda sudah membaca: tidak dinilai.
pack-outcome-differing = Jawabannya dibaca berbeda oleh tiga orang: tidak dinilai.
pack-outcome-unreadable = Disisihkan: lembarnya tidak terbaca.
pack-outcome-missing = Disisihkan: lembarnya tidak ada di foto.
pack-outcome-outdated = Satu pertanyaan di lembarnya sudah tidak dipakai: jawabannya tidak dinilai.
pack-outcome-pledged = Berikrar.
pack-outcome-nothing = Tidak ada yang dicatat dari lembar ini.
pack-done-title = Tersimpan
pack-done-keyed = Semua baris yang dapat Anda catat sudah dicatat. Sekarang orang lain membacanya sekali lagi.
pack-done-settled = Semua baris yang dapat Anda baca sudah Anda baca.
# $name (String)
pack-done-key = Catatan untuk { $name } tersimpan.
# $name (String)
pack-done-compared = { $name } selesai: yang dibaca sama oleh dua orang sudah dicatat.
# $name (String)
pack-done-differs = Bacaan untuk { $name } tetap berbeda. Belum ada yang berlaku; orang ketiga harus membacanya.
# $village (String)
pack-key-title = Catat isi lembar, { $village }
pack-key-lead = Salin apa yang tertulis untuk orang ini, juga bila kelihatannya keliru. Yang Anda lewati dapat dicatat nanti.
pack-key-early = Belum ada foto atau pindaian. Kirimkan dulu di halaman paket, supaya orang kedua dapat membandingkan.
pack-key-nobody = Tidak ada baris yang dapat Anda catat. Baris Anda sendiri dan yang sudah dicatat orang lain tidak ditampilkan.
# $village (String)
pack-settle-title = Bandingkan dan sahkan, { $village }
pack-settle-lead = Baca fotonya sendiri dan isi apa yang tertulis. Catatan orang pertama sengaja tidak ditampilkan. Bila keduanya sama, langsung berlaku; bila berbeda, Anda melihat sekali lagi hanya yang berbeda; bila tetap berbeda, orang ketiga membacanya.
pack-third-lead = Dua orang membaca baris ini berbeda. Baca fotonya sendiri dan isi apa yang tertulis; bacaan mereka sengaja tidak ditampilkan. Yang sama dari dua orang langsung berlaku.
pack-settle-nobody = Tidak ada baris yang dapat Anda baca. Yang sudah Anda baca dan baris Anda sendiri dibaca orang lain.
# $number (String)
# $count (String)
pack-place = Orang { $number } dari { $count }
pack-save-next = Simpan dan lanjut
pack-skip = Lewati dulu
pack-again-lead = Bacaan Anda berbeda dari bacaan orang pertama pada isian di bawah ini. Lihat lagi fotonya, lalu isi sekali lagi. Bacaan orang pertama sengaja tidak ditampilkan.
pack-sheet = Apakah lembar orang ini dapat dibaca?
pack-sheet-there = Ya, isilah di bawah
pack-sheet-unreadable = Tidak, tidak terbaca
pack-sheet-missing = Lembarnya tidak ada di foto
pack-sheet-aside-hint = Bila tidak terbaca atau tidak ada, isian lain tidak perlu. Bila dua orang mengatakannya, lembar itu disisihkan.
pack-sheet-on = Lembar pertanyaan orang ini ada pada
pack-sheet-on-hint = Tidak wajib. Orang kedua melihat halaman itu lebih dulu.
pack-sheet-unknown = Tidak ditentukan
pack-pictures-title = Foto dan pindaian
pack-read = Sudah membaca, dengan tanda tangan?
pack-pledged = Sudah berikrar, dengan tanda tangan?
pack-yes = Ya
pack-no = Tidak
# $number (String)
pack-answer = Jawaban { $number }
pack-answer-hint = A, B, atau C; tulis - bila kosong atau bertanda dua.
# $number (String)
pack-error-answer = Isi jawaban { $number } dengan huruf A, B, C, atau tanda -.
pack-answers = Jawaban 1 sampai 5
pack-answers-hint = Jawaban ditulis sebagai lima huruf berurutan, misalnya ABCAB. Tulis - untuk yang kosong atau bertanda dua.
pack-code-typed = Empat huruf atau angka terakhir kode pada lembar
pack-code-hint = Kode dibaca dari lembar di foto. Kode yang lain berarti lembar orang lain atau lembar paket lama, yang tidak berlaku.
# $name (String)
pack-error-code = Kode { $name } tidak cocok. Ketik empat huruf atau angka terakhir yang tercetak pada lembar. Bila kodenya memang lain, lembar itu bukan dari paket ini: jangan dicatat.
# $name (String)
pack-error-read = Pilih apakah { $name } sudah membaca.
# $name (String)
pack-error-answers = Isi lima jawaban { $name } dengan huruf A, B, C, atau tanda -.
# $name (String)
pack-error-pledged = Pilih apakah { $name } sudah berikrar.
pack-follow-title = Lembar susulan
# $people (Number)
pack-follow-lead = { $people ->
    *[other] { $people } orang di paket ini masih harus menjawab, membaca, atau berikrar. Lembar susulan memuat penjelasan pertanyaan yang lalu, pertanyaan lain, dan kode baru untuk mereka. Serahkan kepada orangnya sendiri.
}
pack-follow = Buat lembar susulan
pack-follow-other = Bagian kepegawaian yang membuat lembar susulan.
pack-error-tomorrow = Batas percobaan hari ini sudah tercapai untuk semua orang itu. Buat lembar susulan besok.
pack-error-followed = Tidak ada lagi yang memerlukan lembar susulan.
pack-note-unreadable = Lembar Anda yang lalu tidak terbaca pada foto, jadi belum dicatat.
pack-note-missing = Lembar Anda yang lalu tidak ada di antara foto yang diterima, jadi belum dicatat.
pack-note-differing = Jawaban pada lembar Anda yang lalu dibaca berbeda oleh tiga petugas, jadi tidak dinilai.
pack-note-incomplete = Pada lembar Anda yang lalu ada pertanyaan tanpa jawaban atau dengan dua jawaban, jadi tidak dinilai.
pack-note-unread = Pada lembar Anda yang lalu belum ada tanda sudah membaca, jadi jawabannya tidak dinilai.
pack-note-outdated = Satu pertanyaan di lembar Anda yang lalu sudah tidak dipakai, jadi jawabannya tidak dinilai. Itu bukan kesalahan Anda.
pack-note-ways = Anda masih perlu melakukannya. Isi lembar susulan ini dengan jelas, atau lakukan lewat ponsel atau di kios; tanyakan tempatnya kepada yang menyerahkan lembar ini.
