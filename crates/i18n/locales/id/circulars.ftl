circulars-title = Surat edaran
circulars-none = Belum ada surat edaran. Mulailah dengan naskah baru.
circular-subject = Hal
circular-state = Keadaan
circular-published = Terbit
circular-draft = Naskah
draft-begin = Susun surat edaran baru
draft-title = Susun surat edaran
draft-number = Nomor surat
draft-number-hint = Boleh dikosongkan. Surat tetap sah tanpa nomor sampai buku agenda memberinya.
draft-election-hint = Misalnya: Pilkada 2024
draft-opening = Pembuka
draft-provisions = Butir-butir
draft-provisions-hint = Satu hal tiap butir. Butir yang dikosongkan dihapus saat disimpan.
draft-add-provision = Tambah satu butir
draft-closing = Penutup
draft-basis-hint = Pilih peraturan yang menjadi dasar surat ini.
# $title (String)
draft-basis-ended = { $title } (tidak berlaku lagi)
draft-categories = Mengikat siapa
draft-units-summary = Batasi pada unit tertentu
draft-units = Unit
draft-units-hint = Tanpa pilihan, surat ini mengikat semua unit. Unit di bawahnya selalu ikut.
draft-copies = Tembusan
draft-copies-hint = Satu penerima tiap baris.
draft-save = Simpan dan lihat hasilnya
draft-look = Lihat naskah tersimpan
draft-conflict = Orang lain menyimpan naskah ini sesudah Anda membukanya. Tulisan Anda masih ada di bawah. Bandingkan dulu dengan naskah tersimpan: kalau Anda simpan lagi, tulisan Anda menggantikannya.
draft-conflict-published = Surat edaran ini terbit sesudah Anda membukanya, jadi isinya tidak dapat diubah lagi. Tulisan Anda masih ada di bawah dan dapat Anda salin.
flaw-subject-missing = Tulis hal surat ini.
flaw-subject-long = Persingkat hal surat menjadi 200 huruf atau kurang.
flaw-election-missing = Tulis pemilihan yang dimaksud, misalnya Pilkada 2024.
flaw-provisions-missing = Tulis sedikitnya satu butir.
flaw-provisions-many = Kurangi butirnya menjadi 40 atau kurang.
flaw-text-long = Persingkat: satu bagian paling panjang 4.000 huruf.
flaw-basis-missing = Pilih sedikitnya satu dasar hukum.
flaw-categories-missing = Pilih sedikitnya satu kategori pegawai.
publish-title = Periksa, lalu terbitkan
publish-signatory = Ditandatangani oleh
publish-reaches = Sampai kepada
# $people (Number)
# $count (String)
publish-addressed = { $people ->
   *[other] { $count } orang menurut daftar pegawai hari ini
}
publish-published = Diterbitkan
publish-edit = Ubah naskah
publish-due-hint = Hari kalender terakhir untuk menyelesaikannya.
publish-due-missing = Isi tanggal, bulan, dan tahun batasnya, misalnya 18 Oktober 2024.
publish-due-past = Batasnya sudah lewat. Pilih hari ini atau sesudahnya.
publish-pass = Jawaban benar yang diminta
# $count (String)
publish-pass-mark-of = { $count } dari 5
publish-pass-mark = Pilih 3, 4, atau 5 jawaban benar.
publish-final = Sesudah terbit, isinya tidak dapat diubah lagi. Suratnya dibuat sebagai PDF dan disampaikan kepada setiap orang yang terikat.
publish-button = Tanda tangani dan terbitkan
publish-already = Surat edaran ini sudah terbit.
publish-no-signatory = Belum ada pejabat yang memegang jabatan kepala daerah hari ini. Catat dulu pejabatnya.
publish-who = Yang dapat menerbitkan: kepala daerah atau yang menjabat sebagai kepala daerah.
publish-letter = Surat resmi (PDF)
publish-public = Halaman publik
publish-coverage = Lihat ikhtisarnya
day = Tanggal
month = Bulan
year = Tahun
circular-replaced = Diganti
circular-withdrawn = Dicabut
circular-revision-draft = Naskah revisi
# $at (String)
circular-replaced-at = Surat edaran ini diganti { $at }. Yang berlaku adalah penggantinya.
# $at (String)
# $reason (String)
circular-withdrawn-at = Surat edaran ini dicabut { $at }. Alasannya: { $reason }
circular-successor = Lihat surat edaran penggantinya
# $topics (String)
draft-topics-chosen = Topik pertanyaan: { $topics }
draft-topics-none = Belum ada topik pertanyaan
# $provision (String)
draft-topics = Topik { $provision }
draft-topics-hint = Diusulkan dari kata-katanya. Periksa dan ubah bila perlu: pertanyaan dipilih menurut topik ini.
publish-revised-ended = Surat edaran yang direvisi sudah diganti atau dicabut. Susun revisi dari surat yang berlaku.
publish-replaces = Surat edaran yang lama menjadi diganti, dan yang diminta membaca lagi hanya orang yang terkena perubahannya.
revise-button = Susun revisi
changes-title = Apa yang berubah
# $circular (String)
changes-lead = Naskah ini akan menggantikan { $circular }.
changes-none = Belum ada butir yang berubah. Kalau terbit begini, tidak ada yang diminta membaca lagi.
changes-legend = Kata bergaris bawah ditambahkan, kata yang dicoret dihapus.
# $number (String)
changes-altered = Butir { $number } berubah
# $old (String)
# $new (String)
changes-altered-from = Butir { $new } berubah, dulu butir { $old }
# $number (String)
changes-added = Butir { $number } baru
# $number (String)
changes-removed = Butir { $number } yang lama dihapus
changes-whom = Bagi siapa perubahan ini mengubah yang harus dilakukan?
changes-whom-hint = Mereka diminta membaca lagi. Kosongkan semua bila hanya kata-katanya yang diperbaiki.
# $people (String)
changes-asked = Diminta membaca lagi: { $people }
changes-nobody = tidak ada
changes-save = Simpan dan periksa
changes-look = Lihat apa yang berubah
withdraw-title = Cabut surat edaran
withdraw-link = Cabut surat edaran ini
withdraw-lead = Pencabutan tidak dapat dibatalkan. Sesudah dicabut:
withdraw-tasks = Tugas yang belum selesai berakhir, dan namanya hilang dari daftar yang belum.
withdraw-letter-counts = Halaman publik dan pemeriksaan surat menyebutnya dicabut.
withdraw-pacts = Pakta yang sudah ditandatangani tetap tersimpan dan berlaku.
withdraw-before = Apa yang berlaku sesudah revisi ini dicabut?
# $circular (String)
withdraw-before-hint = Revisi ini menggantikan { $circular }.
withdraw-before-restored = Surat edaran sebelumnya berlaku lagi
# $days (String)
withdraw-before-restored-hint = Yang diminta membaca revisi ini diminta menyelesaikan surat sebelumnya, bila belum, dengan waktu sedikitnya { $days } hari kerja. Yang sudah menyelesaikannya tidak diminta lagi.
withdraw-before-withdrawn = Surat edaran sebelumnya ikut dicabut
withdraw-before-withdrawn-hint = Tidak seorang pun diminta apa-apa lagi, dan semua pengingatnya berhenti.
withdraw-before-missing = Pilih apa yang berlaku sesudah revisi ini dicabut.
withdraw-reason = Alasan pencabutan
withdraw-reason-hint = Dibaca semua orang di halaman publik. Jangan tulis nama atau data orang.
withdraw-reason-missing = Tulis alasan pencabutan, paling panjang 4.000 huruf.
withdraw-letter = Nomor dan tanggal surat pencabutan
withdraw-letter-hint = Wajib diisi: pencabutan adalah keputusan kepala daerah. Misalnya: 800/3011/2024, 20 Oktober 2024
withdraw-letter-hint-head = Boleh dikosongkan bila Anda mencabutnya di sini.
withdraw-letter-missing = Tulis nomor dan tanggal surat pencabutan dari kepala daerah.
withdraw-button = Cabut surat edaran
difficulty-title = Pertanyaan yang sulit
# $people (Number)
# $count (String)
difficulty-lead = { $people ->
   *[other] { $count } orang sudah menjawab. Yang paling sering salah pada percobaan pertama ada di atas.
}
difficulty-rule = Hanya jawaban pertama yang dihitung, tanpa nama. Kelompok di bawah 5 orang tidak ditampilkan, begitu pula angka yang dapat membukanya. Bila hampir semua tepat atau hampir semua keliru, hanya batasnya yang disebut, supaya jawaban seseorang tidak dapat diketahui.
difficulty-none = Belum ada pertanyaan yang dijawab sedikitnya 5 orang.
difficulty-export = Unduh tabelnya (XLSX)
difficulty-right = Tepat pada percobaan pertama
difficulty-all = Semua unit
difficulty-no-provision = Tidak dari satu butir tertentu
# $share (String)
# $right (String)
# $asked (String)
difficulty-share = { $share } tepat ({ $right } dari { $asked } orang)
# $share (String)
# $right (String)
# $asked (String)
difficulty-at-most = paling banyak { $share } tepat (tidak lebih dari { $right } dari { $asked } orang)
# $share (String)
# $right (String)
# $asked (String)
difficulty-at-least = sedikitnya { $share } tepat ({ $right } atau lebih dari { $asked } orang)
# $least (String)
# $most (String)
# $asked (String)
difficulty-between = antara { $least } dan { $most } tepat (dari { $asked } orang)
difficulty-right-least = Tepat, sedikitnya
difficulty-right-most = Tepat, paling banyak
difficulty-question = Pertanyaan
difficulty-provision = Butir
difficulty-asked = Ditanya
drives-title = Gerakan netralitas
drives-lead = Satu gerakan membawa satu surat edaran kepada setiap orang yang terikat, untuk satu pemilihan atau lebih.
drives-none = Belum ada gerakan. Gerakan pertama dimulai saat surat edaran terbit.
drive-circular = Surat edaran
drive-begun = Dimulai
drive-asks = Yang diminta
drive-asks-reading = Membaca
drive-asks-check = Membaca dan menjawab pertanyaan
drive-asks-pact = Membaca, menjawab, ikrar, dan pakta
drive-tries = Banyaknya percobaan menjawab
drive-tries-any = Tanpa batas
# $tries (Number)
# $count (String)
drive-tries-of = { $tries ->
   *[other] { $count } kali sehari, lalu besok lagi
}
drive-tries-wrong = Pilih 1 sampai 10 percobaan sehari, atau tanpa batas.
drive-only-changed = Untuk revisi: hanya meminta orang yang terkena perubahannya.
# $at (String)
drive-ended = Berakhir { $at } karena surat edarannya dicabut.
drive-copy = Salin untuk pemilihan berikutnya
drive-begin-for = Mulai gerakan baru dengan surat ini
drive-begin-title = Mulai gerakan baru
# $circular (String)
# $people (String)
drive-begin-lead = { $circular } disampaikan lagi kepada { $people }. Gerakan yang lama dan paktanya tetap tersimpan.
drive-name = Nama gerakan
drive-name-hint = Misalnya: Gerakan netralitas 2029
drive-name-missing = Tulis nama gerakannya.
drive-elections = Pemilihan
drive-elections-hint = Boleh lebih dari satu: satu pakta menyebut semuanya.
drive-election-other = Pemilihan lain
drive-begin = Mulai gerakan
drive-due = Batas waktu
difficulty-by-unit = Menurut unit
# $questions (Number)
difficulty-first = { $questions ->
   *[other] Di halaman ini { $questions } pertanyaan yang paling sulit. Selengkapnya ada dalam tabel.
}
drive-asks-pledge = Membaca, menjawab, dan ikrar
drive-know-by = Paling lambat mengetahui
drive-know-by-hint = Boleh dikosongkan. Hari kalender terakhir untuk membaca dan lulus pertanyaan, sebelum batas waktu. Hanya bila ikrar atau pakta juga diminta.
drive-know-by-wrong = Isi tanggal, bulan, dan tahun yang ada, misalnya 14 Oktober 2024, atau kosongkan semuanya.
drive-know-by-past = Hari untuk mengetahui sudah lewat. Pilih hari ini atau sesudahnya, atau kosongkan.
drive-know-by-late = Hari untuk mengetahui harus sebelum batas waktu. Pilih hari yang lebih awal, atau kosongkan.
drive-know-by-alone = Tanpa ikrar atau pakta hanya ada satu batas waktu. Kosongkan hari ini, atau minta juga ikrar.
