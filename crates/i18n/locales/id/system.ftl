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
system-commits = Kali data disimpan sejak program dimulai
system-parked = Pekerjaan yang memerlukan Anda
system-parked-none = Tidak ada pekerjaan yang macet.
system-since = Sejak
system-attempts = Percobaan
system-fault = Sebabnya
system-retry = Coba lagi
system-backup = Cadangan dibuat dengan perintah netral backup dan diuji dengan netral restore --check. Kunci utama disimpan terpisah.
job-render-letter = Membuat surat resmi
job-render-pact = Membuat salinan pakta
job-deliver = Menyampaikan surat edaran
job-apply-import = Menerapkan daftar pegawai
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
