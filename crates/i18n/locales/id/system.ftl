system-title = Kelola
system-store = Basis data
system-waiting = Pekerjaan menunggu
system-done = Pekerjaan selesai
# $jobs (Number)
# $count (String)
system-jobs = { $jobs ->
   *[other] { $count } pekerjaan
}
system-events = Peristiwa tercatat dalam 30 hari terakhir
system-self-checks = Jawaban Boleh atau tidak? dalam 30 hari terakhir, seluruh instalasi
system-commits = Kali data disimpan sejak program dimulai
system-parked = Pekerjaan yang memerlukan Anda
system-parked-none = Tidak ada pekerjaan yang macet.
system-since = Sejak
system-attempts = Percobaan
system-fault = Sebabnya
system-retry = Coba lagi
system-backup = Setiap cadangan dibaca ulang sampai akhir sebelum diberi nama. Uji juga salinannya di gedung lain dengan perintah netral restore --check. Kunci utama disimpan terpisah dan tidak ada di dalamnya.
system-holidays = Hari libur
# $year (String)
system-holidays-missing = Hari libur nasional tahun { $year } belum ada di versi ini. Sampai pembaruan terpasang, orang melihat hari kalender, dan tenggat yang dihitung dalam hari kerja tidak memperhitungkan hari libur tahun itu.
system-retry-all = Coba semua lagi
# $all (String)
# $shown (String)
system-parked-more = Ada { $all } pekerjaan yang berhenti. Di bawah ini { $shown } yang paling lama menunggu.
system-fault-restored = Dihentikan karena data dipulihkan dari cadangan. Periksa dulu apakah hasilnya sudah ada, lalu coba lagi.
backup-title = Cadangan
backup-nightly = Dibuat sendiri setiap hari
backup-nightly-off = Tidak pada instalasi ini
backup-last = Cadangan baik yang terakhir
backup-age = Umurnya
# $hours (Number)
# $count (String)
backup-hours = { $hours ->
    [0] kurang dari satu jam
   *[other] { $count } jam
}
backup-holds = Isinya
# $rows (String)
# $files (String)
backup-rows-and-files = { $rows } baris data, { $files } berkas, tersandi
backup-failed = Gagal terakhir
backup-is-late = Cadangan baik yang terakhir lebih tua dari 36 jam. Periksa ruang disk dan catatan program di server.
backup-none = Belum ada cadangan yang baik. Yang pertama dibuat beberapa menit setelah program dimulai; kalau tetap tidak ada, periksa ruang disk dan catatan program di server.
job-render-letter = Membuat surat resmi
job-render-pact = Membuat salinan pakta
job-deliver = Menyampaikan surat edaran
job-restore = Menyampaikan lagi surat edaran yang berlaku lagi
job-tend = Mencari pegawai baru yang belum menerima surat edaran
job-apply-import = Menerapkan daftar pegawai
job-undo-import = Membatalkan impor
job-render-minutes = Berita acara ikrar
roles-title = Peran
roles-lead = Kepala unit dan kepala daerah tidak diatur di sini: perannya mengikuti jabatan.
roles-number = NIP, NI PPPK, atau NIK
roles-number-hint = Orang yang diberi peran.
roles-number-unknown = Nomor itu tidak ada di daftar pegawai. Periksa lagi angkanya.
roles-role = Peran
roles-grant = Beri peran
roles-not-granted = Peran itu mengikuti jabatan dan tidak dapat diberikan di sini.
roles-has-left = Orang ini sudah tidak bekerja di sini, jadi perannya tidak akan berlaku. Perbarui dulu daftar pegawai.
roles-held = Yang memegang peran
roles-none = Belum ada peran yang diberikan.
roles-since = Sejak
roles-end = Akhiri
roles-end-column = Tindakan
