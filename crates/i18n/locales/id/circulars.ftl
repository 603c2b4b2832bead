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
publish-due = Batas menandatangani pakta
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
