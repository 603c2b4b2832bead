# $name (String)
greeting-morning = Selamat pagi, { $name }
# $name (String)
greeting-noon = Selamat siang, { $name }
# $name (String)
greeting-afternoon = Selamat sore, { $name }
# $name (String)
greeting-evening = Selamat malam, { $name }
# $date (String)
stage-until = Sampai { $date }.
# $election (String)
task-title = Selesaikan pakta Anda: { $election }
# $date (String)
due-by = Paling lambat { $date }
# $left (Number)
# $days (String)
due-left = { $left ->
   *[other] Masih { $days } hari kerja. Waktunya sekitar 6 menit.
}
# $left (Number)
# $days (String)
due-left-calendar = { $left ->
    [0] Hari ini hari terakhir. Waktunya sekitar 6 menit.
   *[other] Masih { $days } hari kalender. Waktunya sekitar 6 menit.
}
due-today = Hari ini hari kerja terakhir. Waktunya sekitar 6 menit.
due-no-working-day = Tidak ada hari kerja lagi sampai batasnya. Waktunya sekitar 6 menit.
due-passed = Batasnya sudah lewat. Anda tetap dapat menyelesaikannya sekarang.
task-delivered = Surat edaran Anda terima
task-read = Baca surat edaran
task-read-hint = 4 menit
task-check = Jawab 5 pertanyaan
task-check-hint = Boleh diulang
task-sign = Ikrar dan pakta
begin-reading = Mulai membaca
go-on-reading = Lanjut membaca
go-on-check = Lanjut ke pertanyaan
go-on-sign = Lanjut ke ikrar dan pakta
nothing-to-do-title = Tidak ada yang menunggu Anda
nothing-to-do = Bila ada surat edaran baru untuk Anda, tugasnya muncul di sini dengan tanggalnya.
my-papers = Dokumen saya
pact-number = Nomor pakta
election = Pemilihan
signed-at = Ditandatangani
more = Lainnya
account = Akun dan cara masuk

read-title = Baca surat edaran
# $of (Number)
read-step = { $of ->
    [1] Membaca
   *[other] Langkah 1 dari { $of }: Membaca
}
circular-number = Nomor
circular-number-none = Belum ada nomor
circular-date = Tanggal
circular-from = Dari
# $category (String)
core-title = Intinya untuk Anda ({ $category })
core-right = Anda tetap punya hak pilih. Pilihan Anda rahasia.
core-duty = Yang dilarang adalah menunjukkan atau menggalang keberpihakan, juga di media sosial.
core-ask = Ragu? Tanya dulu kepada BKPSDM sebelum berbuat.
# $number (String)
provision = Butir { $number }
legal-basis = Dasar hukumnya
read-confirm = Sudah saya baca, lanjut
read-not-timed = Kami mencatat bahwa Anda menyatakan sudah membaca. Lamanya membaca tidak diukur.

check-title = Jawab lima pertanyaan
# $of (Number)
check-step = Langkah 2 dari { $of }: Menjawab
check-lead = Lima pertanyaan. Boleh diulang. Siapa yang salah menjawab tidak dilaporkan kepada siapa pun; BKPSDM hanya melihat jumlahnya per pertanyaan.
check-again = Pertanyaannya kali ini lain dari sebelumnya.
check-send = Periksa jawaban saya
# $number (String)
answer-missing = Pilih satu jawaban untuk pertanyaan { $number }.
# $correct (String)
# $asked (String)
result-title = { $correct } dari { $asked } benar
result-passed = Cukup. Bacalah penjelasannya bila perlu, lalu lanjutkan.
result-not-yet = Belum cukup. Baca penjelasan di bawah, lalu coba dengan pertanyaan lain.
result-again = Coba lagi
# $basis (String)
result-basis = Baca { $basis }
answer-right = Tepat
answer-not-right = Belum tepat
answer-yours = Jawaban Anda
answer-correct = Yang tepat

sign-title = Ikrar dan pakta integritas
sign-step = Langkah 3 dari 3: Ikrar dan pakta
signed-in-indonesian = Pakta ini ditandatangani dalam bahasa Indonesia.
sign-pledge = Saya mengucapkan keempat butir itu sebagai ikrar
sign-freely = Saya menandatangani pakta ini dengan sadar dan tanpa paksaan
sign-pledge-missing = Centang pernyataan ikrar bila Anda sudah mengucapkannya.
sign-freely-missing = Centang pernyataan bahwa Anda menandatangani dengan sadar dan tanpa paksaan.
sign-password = Kata sandi Anda
sign-password-hint = Kami tanyakan sekali lagi agar tidak ada yang bisa menandatangani atas nama Anda.
sign-password-missing = Tulis kata sandi Anda, atau pakai sidik jari atau kunci layar.
sign-password-wrong = Kata sandi belum cocok. Coba lagi, atau minta kode baru kepada operator unit.
# $time (String)
sign-wait = Terlalu banyak percobaan. Coba lagi { $time }.
sign-proof-over = Bukti dari kunci layar sudah lewat waktunya. Ulangi, atau tulis kata sandi Anda.
sign-proved = Anda sudah membuktikan diri dengan kunci layar. Centang kedua pernyataan, lalu tanda tangani.
sign-lately = Anda memberikan kata sandi kurang dari lima menit yang lalu, jadi tidak kami tanyakan lagi.
sign-button = Ucapkan ikrar dan tanda tangani
sign-passkey = Pakai sidik jari atau kunci layar
sign-passkey-cancelled = Kunci layar dibatalkan. Coba lagi, atau tulis kata sandi Anda.
sign-passkey-refused = Kunci layar tidak diterima. Tulis kata sandi Anda.
sign-after = Sesudah Anda menandatangani
sign-after-copy = Anda mendapat salinan bernomor.
sign-after-fixed = Isi pakta tidak dapat diubah lagi oleh siapa pun.
sign-after-check = Keasliannya dapat diperiksa lewat kode QR.
sign-not-now = Saya belum bisa menandatangani

done-title = Terima kasih. Pakta Anda sudah ditandatangani.
done-lead = Tidak ada lagi yang harus Anda lakukan untuk surat edaran ini.
done-copy = Unduh salinan (PDF)
done-copy-coming = Salinan sedang dibuat. Anda boleh menutup halaman ini; salinannya ada di beranda Anda.
done-look-again = Lihat lagi apakah salinan sudah ada
done-evidence = Unduh bukti kunci masuk
done-evidence-hint = Berkas untuk ahli: dengannya siapa pun dapat membuktikan bahwa perangkat Anda menandatangani naskah ini, tanpa bertanya kepada kami.
done-verify = Lihat halaman pemeriksaan keaslian

not-now-title = Saya belum bisa menandatangani
not-now-lead = Tidak apa-apa. Cari keadaan Anda di bawah ini. Di situ tertulis siapa yang dapat membantu.
not-now-nowhere = Hari ini Anda tidak tercatat bertugas di satu unit pun, jadi pakta belum dapat disusun. Minta petugas kepegawaian memeriksa unit dan jabatan Anda.
not-now-leave = Saya sedang cuti
not-now-leave-text = Tugas ini tetap menunggu. Selesaikan setelah Anda kembali, dan beri tahu kepala unit kapan Anda kembali.
not-now-data = Data saya salah
not-now-data-text = Jangan tanda tangani dulu. Minta petugas kepegawaian memperbaiki nama, jabatan, atau unit Anda.
not-now-unclear = Ada isi yang tidak saya mengerti
not-now-unclear-text = Tanyakan kepada BKPSDM sebelum menandatangani. Cara menghubunginya ada di bagian bawah halaman ini.
not-now-pressed = Saya ditekan
not-now-pressed-text = Pakta ini hanya sah bila Anda menandatanganinya tanpa paksaan. Hubungi Inspektorat, bukan atasan Anda.
not-now-refuse = Saya menolak
not-now-refuse-text = Sampaikan alasan Anda secara tertulis kepada BKPSDM. Kewajiban netralitas tetap berlaku tanpa tanda tangan.
# $election (String)
task-title-read = Baca surat edaran: { $election }
task-read-again = Baca lagi: ada perubahan
go-on = Lanjut
read-changes = Yang berubah
read-over = Surat edaran ini sudah dicabut atau diganti, jadi tidak ada yang harus Anda lakukan di sini.
read-done = Anda sudah menyatakan membaca. Tidak ada lagi yang harus Anda lakukan untuk surat edaran ini.
# $number (String)
result-provision = Dari butir { $number } surat edaran
result-done = Cukup. Tidak ada lagi yang harus Anda lakukan untuk surat edaran ini.
result-tomorrow = Belum cukup. Baca penjelasan di bawah, lalu coba lagi besok dengan pertanyaan lain.
# $tries (Number)
# $count (String)
result-tries = { $tries ->
   *[other] Percobaan dibatasi { $count } kali sehari (hari kalender).
}
# $election (String)
task-title-pledge = Selesaikan ikrar Anda: { $election }
task-pledge = Ikrar
go-on-pledge = Lanjut ke ikrar
# $date (String)
know-by = Baca dan jawab paling lambat { $date }
# $date (String)
due-all = Seluruhnya paling lambat { $date }
know-passed = Batas membaca dan menjawab sudah lewat. Anda tetap dapat melakukannya sekarang.
late-knowing = Terlambat mengetahui
# $date (String)
read-know-by = Baca dan jawab pertanyaannya paling lambat { $date }.
pledge-title = Ikrar netralitas
pledge-step = Langkah 3 dari 3: Ikrar
# $election (String)
pledge-lead = Bacalah keempat butir ini, lalu ucapkan sebagai ikrar Anda untuk { $election }.
pledge-password-hint = Kami tanyakan sekali lagi agar tidak ada yang bisa berikrar atas nama Anda.
pledge-proved = Anda sudah membuktikan diri dengan kunci layar. Centang pernyataan ikrar, lalu berikrarlah.
pledge-not-now = Saya belum bisa berikrar
pledge-done-title = Terima kasih. Ikrar Anda tercatat.
pledge-unclear-text = Tanyakan kepada BKPSDM sebelum berikrar. Cara menghubunginya ada di bagian bawah halaman ini.
pledge-pressed-text = Ikrar hanya berarti bila Anda mengucapkannya tanpa paksaan. Hubungi Inspektorat, bukan atasan Anda.
pledge-refuse-text = Sampaikan alasan Anda secara tertulis kepada BKPSDM. Kewajiban netralitas tetap berlaku tanpa ikrar.
