exempt-left = Tidak lagi bertugas sebelum batas waktu
exempt-long-illness = Sakit lama
exempt-unpaid-leave = Cuti di luar tanggungan negara
exempt-elsewhere = Bertugas di instansi lain dan wajib di sana
exempt-died = Meninggal dunia
exempt-other = Alasan lain
refused-read = Menolak membaca surat edaran
refused-passed = Menolak menjawab pertanyaan
refused-signed = Menolak menandatangani pakta
# $reason (String)
exception-choice-exempt = Dibebaskan: { $reason }
exception-exempt = Dibebaskan
exception-refused = Menolak
# $date (String)
exception-since = Sejak { $date }
# $date (String)
exception-on = Pada { $date }
# $name (String)
# $at (String)
exception-by = Dicatat oleh { $name }, { $at }.
# $name (String)
exception-witness = Disaksikan { $name }.
# $words (String)
exception-note = Keterangan: { $words }
# $words (String)
exception-said = Yang dikatakan: { $words }
# $words (String)
# $at (String)
exception-answer = Tanggapan, { $at }: { $words }
# $name (String)
# $at (String)
exception-ended = Dicabut oleh { $name }, { $at }.
# $at (String)
exception-done = Dilakukan juga pada { $at }. Penolakan ini berakhir, catatannya tetap ada.
exception-holds = Masih berlaku
exception-over = Sudah berakhir
exceptions-title = Dibebaskan atau menolak
exceptions-none = Belum ada catatan bahwa orang ini dibebaskan atau menolak.
exception-record = Catat bahwa ia dibebaskan atau menolak
exception-end = Cabut catatan ini
exception-form-title = Catat dibebaskan atau menolak
# $election (String)
exception-form-lead = Catatan ini untuk gerakan { $election }. Orangnya diberi tahu dan dapat menanggapi. Kepala unit di atasnya dan bagian kepegawaian dapat membacanya.
exception-what = Apa yang dicatat?
exception-what-hint = Yang dibebaskan tidak dihitung. Yang menolak tetap ditunggu dan masih dapat melakukannya.
exception-date = Tanggal
exception-date-hint = Sejak kapan dibebaskan, atau hari ia menolak.
exception-witness-label = Siapa yang menyaksikan?
exception-witness-hint = Nama dan jabatan. Hanya bila menolak.
exception-note-label = Keterangan singkat
exception-note-hint = Bila menolak: apa yang dikatakannya. Jangan menulis diagnosis penyakit. Paling banyak 500 huruf.
exception-save = Simpan catatan
exception-saved-title = Catatan tersimpan
exception-saved = Orangnya diberi tahu di halamannya.
exception-error-what = Pilih apa yang dicatat.
exception-error-date = Isi tanggal yang ada, misalnya 14 Oktober 2024.
exception-error-day = Hari menolak tidak boleh sebelum tugasnya diterima atau sesudah hari ini; pembebasan tidak boleh mulai sesudah batas waktu.
exception-error-note = Isi keterangan, paling banyak 500 huruf.
exception-error-witness = Isi siapa yang menyaksikan, paling banyak 500 huruf.
exception-error-step = Langkah itu tidak diminta gerakan ini, atau sudah dilakukannya.
exception-error-oneself = Anda tidak dapat mencatat tentang diri sendiri. Minta bagian kepegawaian mencatatnya.
exception-error-exempt = Orang ini sudah dibebaskan. Cabut dulu pembebasannya.
excepted-title = Yang dibebaskan dan yang menolak
# $refused (String)
# $exempt (String)
excepted-count = Menolak: { $refused } orang, tetap dihitung sebagai belum. Dibebaskan: { $exempt } orang, tidak dihitung.
excepted-none = Belum ada yang dibebaskan atau menolak.
excepted-kind = Catatan
excepted-date = Tanggal
excepted-pages = Halaman daftar yang dibebaskan dan menolak
# $exempt (String)
# $refused (String)
excepted-line = Dibebaskan { $exempt } orang (tidak dihitung), menolak { $refused } orang.
excepted-see = Lihat siapa
own-exception-title = Catatan tentang Anda
# $date (String)
own-exception-exempt = Anda dicatat dibebaskan dari tugas ini sejak { $date }. Tidak ada yang perlu Anda lakukan.
# $date (String)
own-exception-read = Dicatat bahwa Anda menolak membaca surat edaran pada { $date }. Anda tetap dapat membacanya.
# $date (String)
own-exception-passed = Dicatat bahwa Anda menolak menjawab pertanyaan pada { $date }. Anda tetap dapat menjawabnya.
# $date (String)
own-exception-signed = Dicatat bahwa Anda menolak menandatangani pakta pada { $date }. Anda tetap dapat menandatanganinya.
own-exception-see = Lihat dan tanggapi
own-exception-lead = Ini yang dicatat tentang Anda. Catatan dan tanggapan Anda disimpan bersama, dan tidak ada yang dihapus diam-diam.
own-exception-answer = Tanggapan Anda
own-exception-answer-hint = Paling banyak 500 huruf. Setelah dikirim tidak dapat diubah. Kepala unit Anda dan bagian kepegawaian dapat membacanya.
own-exception-send = Kirim tanggapan
own-exception-error = Tulis tanggapan Anda, paling banyak 500 huruf.
own-exception-take-part = Saya tetap ikut
own-exception-take-part-hint = Pembebasan berakhir, dan tugas ini kembali ke halaman Anda.
own-exception-none = Tidak ada catatan tentang Anda untuk tugas ini.
notice-excepted = Ada catatan baru tentang Anda: dibebaskan atau menolak. Bacalah di bagian “Catatan tentang Anda”.
exempt-recognised = Sudah menandatangani pakta di instansi lain
recognise-link = Ia sudah menandatangani pakta di instansi lain? Akui pakta itu
recognise-title = Akui pakta dari instansi lain
# $election (String)
recognise-lead = Pakta yang diakui menggantikan pakta dalam gerakan { $election }. Orangnya diberi tahu dan tetap boleh menandatangani di sini.
recognise-what = Segel pada berkas diperiksa sekarang. Berkasnya tidak disimpan; yang dicatat hanya nama instansi, waktu segel, dan sidik keduanya.
recognise-paper = Pakta dari instansi lain (PDF)
recognise-paper-hint = Berkas asli seperti diunduh, bukan pindaian atau foto. Paling besar 4 MB.
recognise-key = Kunci segel instansi itu (segel.pem)
recognise-key-hint = Hanya bila instansi itu tidak memakai Netral yang ini. Ambil dari halaman publiknya.
recognise-compared = Saya sudah membaca pakta itu: nama, nomor pegawai, dan pemilihannya sesuai dengan orang ini. Alamat periksa pada kertas itu menyatakan pakta masih berlaku.
recognise-send = Periksa segel dan akui
recognise-error-missing = Pilih berkas pakta (PDF).
recognise-error-size = Berkasnya terlalu besar atau terputus. Pilih PDF paling besar 4 MB.
recognise-error-compared = Baca dulu pakta itu dan periksa kodenya, lalu centang bahwa isinya sesuai dan masih berlaku.
recognise-error-unsealed = Berkas ini tidak bersegel. Minta berkas asli yang diunduh dari instansi itu.
recognise-error-altered = Berkas ini tidak utuh lagi sejak disegel. Minta berkas aslinya.
recognise-error-unknown = Segelnya bukan dari kunci yang dikenal. Unggah segel.pem dari halaman publik instansi yang membuat pakta ini.
recognise-error-key = Berkas ini bukan kunci segel. Ambil segel.pem dari halaman publik instansi itu.
recognise-error-own = Pakta ini dibuat instansi ini sendiri. Yang diakui di sini hanya pakta dari instansi lain.
recognise-error-kind = Berkas ini bersegel, tetapi bukan pakta integritas. Minta pakta yang ditandatangani orang ini.
recognise-error-taken = Pakta ini sudah diakui untuk orang lain. Baca lagi nama di dalamnya dan minta berkas orang ini.
recognise-error-not-in-force = Pakta ini tidak berlaku, atau belum dipastikan, di instansi yang membuatnya. Buka alamat periksa pada kertas itu, lalu tanyakan kepada instansinya.
recognise-error-owed = Pakta tidak diminta dalam gerakan ini, atau orang ini sudah menandatanganinya.
recognise-error-day = Pakta ini terlalu lama: disegel lebih dari lima tahun sebelum gerakan ini, atau tanggalnya di depan.
# $issuer (String)
# $at (String)
recognised-sealed = Disegel oleh { $issuer }, { $at }.
# $key (String)
# $file (String)
recognised-prints = Sidik kunci: { $key }. Sidik berkas (SHA-256): { $file }.
recognise-fingerprint = Empat kelompok pertama sidik kunci itu
recognise-fingerprint-hint = Hanya bila Anda mengunggah kunci. Minta instansi itu membacakannya lewat telepon, misalnya 3F2A 90C1 77DE 04B8. Pakai nomor yang Anda cari sendiri.
recognise-error-fingerprint = Sidik kunci belum diisi atau tidak sama. Minta instansi yang membuat pakta ini membacakan empat kelompok pertamanya lewat telepon.
refused-pledged = Menolak berikrar
# $date (String)
own-exception-pledged = Dicatat bahwa Anda menolak berikrar pada { $date }. Anda tetap dapat berikrar.
