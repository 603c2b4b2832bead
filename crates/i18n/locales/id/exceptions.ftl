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
exception-error-exempt = Orang ini sedang dibebaskan. Cabut dulu pembebasannya.
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
