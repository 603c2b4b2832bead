may-title = Boleh atau tidak?
may-preview = Tanya sebelum bertindak: apa kata aturan netralitas, dengan dasar hukumnya. Tanpa masuk.
may-lead = Tanya dulu sebelum bertindak. Kami menjawab menurut aturan yang berlaku pada harinya, dengan dasar hukumnya.
may-search = Tulis yang ingin Anda lakukan
may-search-hint = Misalnya: boleh like status calon?
may-search-button = Cari
may-kept = Tanpa masuk. Kami tidak menyimpan siapa Anda dan apa yang Anda tanyakan; yang dihitung hanya berapa jawaban per hari. Pilihan Anda berada di alamat halaman saja. Jaringan kantor tetap dapat mencatat alamat yang Anda buka.
may-found = Yang mungkin Anda maksud
may-found-none = Belum ada yang cocok. Tulis dengan kata lain, atau pilih dari daftar di bawah ini.
may-found-acts = Pilih perbuatan yang paling dekat. Setelah itu kami tanyakan yang masih menentukan.
may-found-situations = Contoh yang mirip
may-common = Yang sering ditanyakan
may-all = Semua perbuatan
may-examples-title = Contoh sehari-hari
may-examples-link = Baca contoh sehari-hari dengan jawabannya
# $count (String)
may-examples-lead = Ada { $count } kejadian yang sering ditanyakan, masing-masing dengan jawaban, alasan, dan apa yang sebaiknya dilakukan.
# $date (String)
may-example-on = Dijawab menurut aturan yang berlaku pada { $date }.
may-example-why = Lihat dasar hukum dan alasannya
may-alike = Contoh yang mirip
may-own = Tanyakan keadaan Anda sendiri
may-other = Tanya hal lain
may-unknown = Saya tidak tahu
may-next = Lanjut
may-change = Ubah
may-said = Yang Anda jawab
may-when = Kapan?
may-when-label = Waktu
may-when-hint = Tanggal perbuatan itu. Biarkan tanggal hari ini kalau belum dilakukan.
may-when-today = Saya tidak tahu, pakai hari ini
may-which = Pemilihan yang mana?
# $date (String)
may-which-none = Pada { $date } tidak ada pemilihan yang berjalan menurut jadwal yang tercatat di sini.
may-which-general = Pemilu yang jadwalnya belum ada di sini
may-which-regional = Pilkada yang jadwalnya belum ada di sini
may-error-choice = Pilih satu jawaban. Kalau ragu, pilih Saya tidak tahu.
may-error-day = Tulis tanggal yang ada, dengan tahun antara 2000 dan 2100.
# $count (Number)
may-left = { $count ->
   *[other] Paling banyak { $count } pertanyaan lagi.
}
may-wrong-title = Tautan ini belum dapat dijawab
may-wrong-unknown = Ada pilihan dalam tautan ini yang tidak kami kenal. Mungkin tautannya terpotong sewaktu disalin.
may-wrong-day = Tanggal dalam tautan ini tidak ada. Mungkin tautannya terpotong sewaktu disalin.
may-wrong-no-act = Tautan ini tidak menyebut perbuatannya.
# $element (String)
may-wrong-contradiction = Jawaban-jawaban ini tidak dapat benar bersama. Periksa lagi: { $element }. Misalnya, sebelum penetapan oleh KPU seseorang masih bakal calon.
may-wrong-anew = Mulai dari awal
may-wrong-again = Jawab lagi pertanyaan itu
may-allowed = Boleh
may-with-care = Boleh, dengan syarat
may-unsettled = Belum pasti. Tanya dulu
may-not-allowed = Tidak boleh
# $act (String)
may-says-allowed = Anda boleh { $act }.
# $act (String)
may-says-with-care = Anda boleh { $act }, asal keadaannya seperti yang Anda jawab.
may-says-disputed = Aturannya ditafsirkan berbeda. Yang paling aman: jangan dulu.
may-says-both = Satu aturan melarangnya dan aturan lain membolehkannya. Yang paling aman: jangan dulu.
may-says-open = Jawabannya bergantung pada hal yang belum Anda ketahui. Yang paling aman: jangan dulu.
# $act (String)
may-says-criminal = { $act } dinilai sebagai dugaan tindak pidana pemilihan.
# $act (String)
may-says-ethics = { $act } dinilai sebagai pelanggaran kode etik.
# $act (String)
may-says-discipline = { $act } dinilai sebagai pelanggaran disiplin.
# $act (String)
may-says-barred = { $act } termasuk yang dilarang.
may-do-allowed = Tidak ada aturan yang tercatat di sini yang melarangnya bagi Anda.
may-do-with-care = Kalau satu hal saja berbeda, jawabannya dapat berubah. Lihat di bawah apa saja itu.
may-do-ask = Tanyakan dulu kepada bagian kepegawaian atau Inspektorat sebelum melakukannya.
may-do-ask-done = Tanyakan kepada bagian kepegawaian atau Inspektorat. Sampai jelas, jangan diulangi.
may-do-mend = Ini belum putusan tentang Anda. Yang memutuskan pejabat yang berwenang, sesudah Anda didengar. Di bawah ini yang dapat Anda lakukan sekarang.
may-do-not-but-vote = Jangan dilakukan. Anda tetap punya hak pilih; yang dilarang adalah menunjukkan atau membantu satu pihak.
may-do-not = Jangan dilakukan.
may-open = Yang masih menentukan
may-mend = Kalau sudah terlanjur
may-mend-link = Kalau sudah terlanjur
may-mend-online = Batalkan atau hapus sekarang. Simpan dulu tangkapan layar sebelum dan sesudahnya.
may-mend-photo = Jangan sebarkan fotonya. Kalau orang lain sudah menyebarkannya, minta mereka menghapusnya.
may-mend-money = Kembalikan sekarang dan minta tanda terima. Kalau tidak bisa, laporkan kepada Inspektorat.
may-mend-withdraw = Tarik kembali secara tertulis, dan simpan salinan suratnya.
may-mend-material = Lepaskan sekarang, dan simpan foto sebelum dan sesudahnya.
may-mend-stop = Hentikan sekarang dan jangan diulangi.
may-mend-note = Catat kapan, di mana, dan bagaimana terjadinya, selagi masih ingat.
may-mend-ask = Sampaikan sendiri kepada atasan langsung atau bagian kepegawaian, dan minta nasihat.
may-mend-quiet = Halaman ini tidak melaporkan Anda kepada siapa pun.
may-basis = Dasar hukumnya
# $date (String)
may-in-force = Menurut aturan yang berlaku pada { $date }.
# $count (Number)
may-more-basis = { $count ->
   *[other] { $count } dasar hukum lain
}
may-no-norm = Tidak ada larangan yang tercatat di sini untuk keadaan ini.
may-because = Mengapa jawabannya begitu
may-disputed = Yang ditafsirkan berbeda
may-idle-disputes = Yang ditafsirkan berbeda, tetapi tidak mengubah jawaban ini
may-reading-applies = Menurut bacaan ini: tidak boleh.
may-reading-free = Menurut bacaan ini: tidak dilarang.
may-reading-open = Menurut bacaan ini: bergantung pada hal lain.
may-changes = Apa yang mengubah jawaban ini
# $count (Number)
may-more-changes = { $count ->
   *[other] { $count } hal lain yang mengubahnya
}
may-sanctions = Apa sanksinya bila terbukti?
may-sanctions-lead = Sanksi hanya dijatuhkan bila terbukti, oleh pejabat yang berwenang, sesudah Anda didengar.
# $what (String)
may-awaits = Belum dapat dijatuhkan. Masih menunggu: { $what }
may-authorities = Yang memutuskan
may-tracks = Yang terjadi bila dilaporkan
may-print = Cetak
may-link = Tautan jawaban ini
may-link-hint = Salin untuk dibagikan. Isinya pilihan yang Anda jawab, tanpa nama dan tanpa tulisan Anda.
may-no-decision-title = Ini bukan putusan
may-no-decision = Jawaban ini membantu Anda memahami aturan. Kalau ada perkara, yang memutuskan adalah pejabat yang berwenang, dengan fakta yang diperiksa.
# $law (String)
# $answer (String)
may-version = Versi aturan { $law }, sidik jawaban { $answer }.
# $moment (String)
may-printed = Dicetak dari Netral, { $moment }.
may-home = Ragu apakah sesuatu boleh? Tanya dulu
may-after-signing = Ragu suatu saat? Tanya dulu di Boleh atau tidak?
