ask-title = Tanya penasihat
# $place (String)
ask-lead = Ragu sebelum berbuat? Tulis keadaannya. Penasihat netralitas { $place } menjawab dengan dasar hukumnya.
ask-promise-title = Yang terjadi dengan pertanyaan Anda
ask-promise-read = Hanya penasihat yang membacanya. Atasan, Inspektorat, dan administrator tidak dapat membukanya di Netral.
ask-promise-case = Pertanyaan tidak menjadi laporan dan tidak dapat dipakai memeriksa Anda. Di luar meja penasihat hanya ada tanggalnya dan jawabannya.
ask-promise-kept = Tanya-jawab ini tersimpan. Anda dapat menunjukkannya bila kelak diperiksa.
ask-promise-network = Jaringan kantor tetap dapat mencatat alamat yang Anda buka.
ask-which = Pegawai daerah mana?
ask-which-button = Lanjut
ask-which-error = Pilih daerahnya dahulu.
ask-question = Pertanyaan Anda
ask-question-hint = Apa yang ingin Anda lakukan, kapan, dan sebagai siapa? Nama orang lain tidak perlu.
ask-facts-title = Dari Boleh atau tidak?
ask-facts-send = Kirim juga keterangan ini
ask-how = Bagaimana Anda ingin bertanya?
ask-how-name = Dengan nama saya
ask-how-name-hint = Penasihat tahu siapa yang bertanya. Anda diberi tahu bila sudah dijawab, dan menemukannya lagi di halaman ini.
ask-how-code = Tanpa nama, lewat kode
ask-how-code-hint = Kami tidak menyimpan siapa Anda. Anda mendapat kode; tanpa kode itu jawabannya tidak dapat dibuka lagi.
ask-sign-in-hint = Masuk dahulu bila ingin bertanya dengan nama. Tanpa masuk, Anda bertanya lewat kode.
# $date (String)
# $days (String)
ask-due-working = Dijawab paling lambat { $date } ({ $days } hari kerja).
# $date (String)
# $days (String)
ask-due-calendar = Dijawab paling lambat { $date } ({ $days } hari kalender).
ask-send = Kirim pertanyaan
# $place (String)
ask-closed = { $place } belum menunjuk penasihat, jadi belum ada yang dapat menjawab di sini. Tanyakan langsung kepada badan kepegawaian.
ask-own = Pertanyaan Anda sebelumnya
ask-own-none = Anda belum pernah bertanya dengan nama.
ask-own-asked = Ditanyakan
ask-own-state = Keadaan
# $date (String)
ask-own-open = Menunggu jawaban, paling lambat { $date }
# $date (String)
ask-own-answered = Dijawab { $date }
ask-by-code = Baca jawaban dengan kode
ask-published = Tanya-jawab yang diterbitkan
ask-error-short = Ceritakan sedikit lebih banyak, paling sedikit 20 huruf, agar penasihat memahami keadaannya.
ask-error-long = Pertanyaannya terlalu panjang. Ringkas menjadi paling banyak 3.000 huruf.
ask-error-how = Pilih: dengan nama Anda, atau tanpa nama lewat kode.
# $time (String)
ask-error-wait = Banyak yang bertanya sekaligus. Coba lagi pukul { $time }. Tulisan Anda masih ada di bawah ini.
ask-sent-title = Pertanyaan Anda terkirim
ask-sent-code = Kode Anda
ask-sent-once = Kode ini hanya ditampilkan sekali. Tulis sekarang; tanpa kode, jawabannya tidak dapat dibuka oleh siapa pun selain penasihat.
ask-sent-keep = Siapa pun yang memegang kode dapat membaca tanya-jawab ini. Simpan di tempat yang hanya Anda ketahui.
ask-sent-on = Baca dengan kode
question-title = Pertanyaan Anda
# $date (String)
question-asked = Ditanyakan { $date }
question-waits = Belum dijawab
question-yours = Yang Anda tulis
question-erased = Anda sudah menghapus isi pertanyaan ini. Tanggal dan jawabannya tetap ada untuk Anda.
question-withdraw = Tarik pertanyaan ini
question-withdraw-hint = Selama belum dijawab, pertanyaan dapat ditarik. Isinya dihapus dan tidak dapat dikembalikan.
question-erase = Hapus isi pertanyaan
question-erase-hint = Yang dihapus hanya yang Anda tulis. Tanggal dan jawabannya tetap dapat Anda tunjukkan. Salinan tanpa pertanyaan lebih lemah.
question-withdrawn = Pertanyaan Anda sudah ditarik dan isinya dihapus.
question-too-late = Penasihat sudah menjawab, jadi pertanyaan ini tidak dapat ditarik lagi. Isinya masih dapat Anda hapus.
question-done-erased = Isi pertanyaan sudah dihapus.
question-copy = Salinan untuk ditunjukkan
question-copy-whole = Salinan dengan isi pertanyaan
question-copy-short = Salinan tanpa isi pertanyaan
question-copy-hint = Jawaban berlaku untuk keadaan yang Anda tulis. Salinan dengan isi pertanyaan lebih kuat; Anda yang memilih.
answer-basis = Dasar hukumnya
answer-basis-none = Aturannya belum jelas, jadi jawaban ini tidak menyebut dasar.
# $date (String)
answer-on = Dijawab { $date }
# $office (String)
answer-office = Penasihat netralitas, { $office }
answer-office-none = Penasihat netralitas
answer-limit = Jawaban ini nasihat untuk keadaan yang ditulis, menurut aturan pada hari itu. Ini bukan putusan.
ruling-allowed = Boleh
ruling-with-care = Boleh, dengan syarat
ruling-unsettled = Belum pasti
ruling-not-allowed = Tidak boleh
copy-title = Salinan tanya-jawab
copy-institution = Instansi
copy-asked = Tanggal pertanyaan
copy-answered = Tanggal jawaban
copy-question = Isi pertanyaan, seperti ditulis penanya
copy-note = Salinan ini dicetak oleh penanya. Netral tidak memberikan pertanyaan ini kepada siapa pun selain penanya dan penasihat.
code-read-title = Baca jawaban dengan kode
code-read-lead = Untuk pertanyaan yang Anda kirim tanpa nama.
code-read-hint = 16 huruf dan angka, dalam empat kelompok.
code-read-button = Buka
code-read-wrong = Kode itu tidak cocok. Periksa lagi huruf dan angkanya.
# $time (String)
code-read-wait = Terlalu banyak kode yang tidak cocok. Coba lagi pukul { $time }.
adviser-title = Meja penasihat
adviser-lead = Yang Anda baca di sini hanya untuk menjawab. Setiap pembukaan dicatat, tanpa isi dan tanpa nama penanya.
adviser-open = Menunggu jawaban
adviser-open-none = Tidak ada pertanyaan yang menunggu.
adviser-answered = Sudah dijawab
adviser-answered-none = Belum ada pertanyaan yang dijawab.
adviser-due = Paling lambat
adviser-left = Sisa waktu
# $left (Number)
# $days (String)
adviser-left-working = { $left ->
    [0] Hari ini
   *[other] { $days } hari kerja
}
# $left (Number)
# $days (String)
adviser-left-calendar = { $left ->
    [0] Hari ini
   *[other] { $days } hari kalender
}
adviser-late = Terlambat
adviser-numbers = Setahun terakhir
adviser-numbers-asked = Pertanyaan
adviser-numbers-asked-unit = tidak termasuk yang ditarik
adviser-numbers-answered = Dijawab
# $count (String)
adviser-numbers-in-time = { $count } tepat waktu
adviser-numbers-median = Separuhnya dijawab dalam
adviser-numbers-median-unit = hari kalender atau kurang
adviser-alone = Anda penasihat satu-satunya. Untuk menerbitkan tanya-jawab, mintalah kepala unit Anda menjadi pembaca kedua.
adviser-to-confirm = Tanya-jawab untuk umum
adviser-question = Pertanyaan
adviser-name = Penanya
adviser-nameless = Tanpa nama
adviser-erased = Penanya sudah menghapus isi pertanyaan ini.
adviser-facts = Keterangan dari Boleh atau tidak?
adviser-answer-title = Jawab
adviser-ruling = Jawaban dibuka dengan
adviser-basis-one = Dasar pertama
adviser-basis-two = Dasar kedua
adviser-basis-three = Dasar ketiga
adviser-basis-hint = Pilih norma atau ketentuan. Boleh kosong hanya bila jawabannya Belum pasti.
adviser-basis-nothing = Tidak ada
adviser-basis-norm = Norma
adviser-text = Penjelasan
adviser-text-hint = Tulis untuk orang yang ragu: apa yang boleh, apa yang tidak, dan apa yang mengubah jawabannya. Jangan menulis nama penanya.
adviser-send = Kirim jawaban
adviser-send-hint = Jawaban yang sudah dikirim tidak dapat diubah.
adviser-error-ruling = Pilih salah satu pembuka jawaban.
adviser-error-basis = Pilih paling sedikit satu dasar, atau jawab Belum pasti.
adviser-error-text = Tulis penjelasannya, paling banyak 3.000 huruf.
adviser-error-own = Ini pertanyaan Anda sendiri. Mintalah penasihat lain menjawabnya.
adviser-error-answered = Pertanyaan ini sudah dijawab. Buka lagi untuk membaca jawabannya.
adviser-publish = Terbitkan untuk umum
adviser-publish-lead = Tulis ulang pertanyaan dan jawabannya sehingga tidak seorang pun dapat dikenali: tanpa nama, unit, tempat, tanggal, dan keadaan yang hanya dimiliki satu orang.
adviser-publish-question = Pertanyaan untuk umum
adviser-publish-answer = Jawaban untuk umum
adviser-publish-question-en = Pertanyaan dalam bahasa Inggris
adviser-publish-answer-en = Jawaban dalam bahasa Inggris
adviser-publish-english-hint = Tidak wajib. Isi keduanya atau kosongkan keduanya.
adviser-publish-send = Ajukan untuk dibaca orang kedua
adviser-publish-proposed = Menunggu dibaca orang kedua.
adviser-publish-published = Sudah diterbitkan.
adviser-publish-returned = Dikembalikan oleh orang kedua. Anda dapat mengajukan tulisan yang baru.
adviser-publish-ended = Pernah diterbitkan, kini sudah diturunkan.
adviser-publish-error-question = Tulis pertanyaannya, paling banyak 3.000 huruf.
adviser-publish-error-answer = Tulis jawabannya, paling banyak 3.000 huruf.
adviser-publish-error-english = Isi kedua teks bahasa Inggris, atau kosongkan keduanya. Masing-masing paling banyak 3.000 huruf.
adviser-publish-sent = Sudah diajukan. Sesudah orang kedua setuju, semua orang dapat membacanya.
confirm-answers-title = Tanya-jawab untuk umum
confirm-answers-lead = Bacalah seperti rekan sekantor penanya: adakah yang dapat dikenali? Bila ragu, kembalikan.
confirm-answers-none = Tidak ada yang menunggu untuk dibaca.
confirm-answers-waiting = Menunggu dibaca orang kedua
confirm-answers-published = Sudah diterbitkan
confirm-answers-own = Anda yang menulisnya, jadi orang lain yang membacanya.
confirm-answers-publish = Tidak ada yang dapat dikenali, terbitkan
confirm-answers-return = Kembalikan
confirm-answers-end = Turunkan
published-title = Tanya-jawab yang diterbitkan
# $place (String)
published-lead = Pertanyaan pegawai { $place } yang ditulis ulang tanpa nama, dengan jawaban penasihat.
published-none = Belum ada yang diterbitkan.
# $date (String)
published-on = Diterbitkan { $date }
published-ask = Tanyakan keadaan Anda sendiri
nav-desk = Pertanyaan
role-adviser = Penasihat netralitas
roles-apart = Penasihat tidak boleh sekaligus memeriksa atau memutus perkara. Cabut dulu salah satu perannya.
notice-question = Ada pertanyaan menunggu di meja penasihat.
notice-replied = Pertanyaan Anda kepada penasihat sudah dijawab.
notice-second-look = Ada tanya-jawab yang menunggu Anda baca sebelum diterbitkan.
notice-open-desk = Buka meja penasihat
notice-open-question = Lihat jawabannya
notice-open-second-look = Baca dan putuskan
mail-subject-question = Ada yang menunggu di meja Anda
mail-subject-replied = Ada kabar untuk Anda di Netral
mail-subject-second-look = Ada yang menunggu Anda baca di Netral
mail-question = Ada yang menunggu di meja Anda. Masuklah untuk melihatnya.
mail-replied = Ada kabar untuk Anda di Netral. Masuklah untuk membacanya.
mail-second-look = Ada tulisan yang menunggu Anda baca sebelum diterbitkan. Masuklah untuk melihatnya.
kind-question = Meja penasihat
kind-replied = Jawaban penasihat
kind-second-look = Pembacaan kedua
demo-who-adviser = Penasihat netralitas
demo-try-adviser = Jawab pertanyaan pegawai dengan dasar hukumnya.
