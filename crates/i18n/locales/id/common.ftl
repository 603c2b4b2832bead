language-name = Indonesia
netral = Netral
skip-to-content = Lewati ke isi
other-language = English
other-language-code = en
menu-label = Menu
back-landmark = Kembali
footer-label = Tautan kaki halaman
footer-help = Bantuan
footer-privacy = Privasi
footer-accessibility = Aksesibilitas
footer-verify = Periksa dokumen
footer-no-institution = Setiap daerah mengurus Netral-nya sendiri. Bantuan ada di halaman daerah Anda.
ribbon-demo = Contoh. Semua nama, tempat, dan angka di Kabupaten Sukamaju rekaan.
sign-out = Keluar
own-tasks = Tugas saya
sign-in = Masuk
home = Beranda
yes = Ya
no = Belum
none = Tidak ada
print = Cetak
save = Simpan
not-known = Tidak diketahui
# $count (Number)
errors-title = { $count ->
   *[other] Ada { $count } hal yang perlu diperbaiki
}
status-belum = Belum
status-dimulai = Dimulai
status-sudah = Sudah
status-terlambat = Terlambat

category-pns = PNS
category-cpns = CPNS
category-pppk = PPPK
category-pppk-part-time = PPPK paruh waktu
category-non-asn = Non-ASN
category-village-head = Kepala desa
category-village-apparatus = Perangkat desa
category-village-council-member = Anggota BPD
category-regional-enterprise-staff = Pegawai BUMD

role-public = Umum
role-employee = Pegawai
role-head-of-unit = Kepala unit
role-personnel-officer = Petugas kepegawaian
role-inspector = Inspektorat
role-examiner = Tim pemeriksa
role-deciding-authority = Pejabat berwenang
role-prepares-for-authority = Penyiap naskah
role-legal-officer = Bagian hukum
role-identity-custodian = Pemegang data identitas
role-data-protection-officer = Pejabat pelindungan data
role-outside-seat = Pengawas luar
role-institution-administrator = Administrator
role-platform-operator = Operator
role-system = Sistem

nav-coverage = Ikhtisar
nav-people = Pegawai
nav-circulars = Surat edaran
nav-units = Unit saya
nav-system = Kelola
nav-roles = Peran
nav-import = Impor

problem-denied-title = Anda tidak dapat membuka halaman ini
problem-denied-text = Peran Anda tidak mencakup halaman ini. Bila menurut Anda keliru, minta petugas kepegawaian memeriksa peran Anda.
problem-not-found-title = Halaman ini tidak ada
problem-not-found-text = Periksa lagi alamatnya. Bila Anda mengikuti tautan, halaman itu mungkin sudah dipindahkan.
problem-conflict-title = Ada yang lebih dulu mengubahnya
problem-conflict-text = Kami tidak menyimpan perubahan Anda, supaya perubahan orang lain tidak hilang. Buka lagi halamannya, lalu ulangi.
problem-busy-title = Kami sedang sibuk
problem-busy-text = Belum ada yang tersimpan dari langkah terakhir. Coba lagi dalam beberapa detik.
problem-unexpected-title = Maaf, halaman ini gagal dimuat
# $code (String)
problem-unexpected-text = Coba lagi. Bila tetap gagal, sebutkan kode { $code } kepada bantuan di kaki halaman.
problem-request-title = Permintaan ini tidak dapat kami baca
problem-request-text = Kembali ke halaman sebelumnya, muat ulang, lalu isi lagi.
problem-cross-site-title = Kiriman ini tidak berasal dari Netral
problem-cross-site-text = Demi keamanan Anda, kami menolaknya. Buka Netral lagi, lalu ulangi dari sana.
