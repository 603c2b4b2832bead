nav-offices = Jabatan
office-title = Jabatan
office-lead = Siapa memangku jabatan apa, sejak dan sampai kapan. Peran kepala unit, sekretaris daerah, dan kepala daerah mengikuti catatan ini.
# $count (String)
office-vacancies = { $count } jabatan atau unit tanpa pemangku hari ini. Daftar unit tanpa kepala tidak sampai kepada siapa pun.
office-vacancies-none = Semua jabatan terisi, dan setiap unit punya kepala.
office-words = Jabatan, unit, atau nama pemangku
office-words-hint = Sebagian katanya cukup.
office-only-vacant = Hanya yang lowong
office-none = Tidak ada jabatan yang cocok. Periksa ejaannya, atau pilih semua unit.
office-column = Jabatan
office-duty = Tugas
office-holder-column = Pemangku hari ini
office-held = Terisi
office-vacant = Lowong
office-holder-left = Pemangku sudah tidak bekerja di sini
office-no-head = Belum ada jabatan kepala unit
office-duty-head-of-region = Kepala daerah
office-duty-regional-secretary = Sekretaris daerah
office-duty-head-of-unit = Kepala unit
office-duty-other = Jabatan lain
office-duty-hint = Kepala unit melihat daftar unitnya dan semua unit di bawahnya. Kepala daerah menerbitkan surat edaran.
office-new-title = Jabatan baru
office-new-send = Catat jabatan
office-choose-unit = Pilih unit
office-name = Nama jabatan
office-name-hint = Seperti tertulis pada surat, misalnya Camat Melati.
office-waiting-title = Menunggu orang kedua
# $name (String)
# $tenure (String)
# $since (String)
office-turn-begins = { $name }: { $tenure }, sejak { $since }
# $name (String)
# $tenure (String)
# $since (String)
# $until (String)
office-turn-begins-until = { $name }: { $tenure }, sejak { $since } sampai { $until }
# $name (String)
# $until (String)
office-turn-ends = { $name } memangku jabatan ini sampai { $until }
# $name (String)
office-turn-never = { $name } ternyata tidak pernah memangku jabatan ini
office-two = Dengan jabatan ini orang dapat menerbitkan atau memutuskan. Karena itu Anda mengusulkan, dan petugas atau administrator lain yang mengesahkan.
office-appoint-title = Catat pemangku
# $title (String)
# $unit (String)
office-appoint-lead = { $title }, { $unit }
office-found = Pilih orangnya
office-found-more = Masih ada yang lain. Tulis namanya lebih lengkap, atau nomornya.
office-found-none = Tidak ada pegawai yang cocok. Periksa ejaannya, atau tulis nomornya lengkap.
# $position (String)
# $unit (String)
office-works = { $position }, { $unit }
office-works-as = Bekerja sebagai
office-person = Pemangku
office-other-person = Pilih orang lain
office-tenure = Cara memangku
office-since = Hari pertama
office-since-hint = Seperti pada surat. Boleh sudah lewat, atau paling jauh satu tahun lagi.
office-until-open = Hari terakhir, bila sudah ditetapkan
office-until-open-hint = Kosongkan bila suratnya tidak menyebut hari terakhir. Hari itu masih termasuk.
office-letter-hint = Surat keputusan atau surat perintah yang mendasarinya.
office-appoint-send = Catat pemangku
office-propose = Usulkan
office-holders = Pemangku
office-holders-none = Belum ada yang tercatat memangku jabatan ini.
office-holds = Memangku
# $title (String)
# $unit (String)
# $tenure (String)
# $since (String)
office-held-since = { $title }, { $unit } ({ $tenure }), sejak { $since }
# $title (String)
# $unit (String)
# $tenure (String)
# $since (String)
# $until (String)
office-held-until = { $title }, { $unit } ({ $tenure }), { $since } sampai { $until }
office-state-holds = Memangku
office-state-coming = Belum mulai
office-state-over = Selesai
office-state-never = Keliru dicatat, tidak berlaku
# $letter (String)
office-letter-begun = Mulai: { $letter }
# $letter (String)
office-letter-ended = Berakhir: { $letter }
office-until = Hari terakhir
office-end = Akhiri
# $name (String)
office-end-title = Akhiri masa { $name }
office-end-send = Catat berakhirnya
office-mistake = Catatan ini keliru: ia tidak pernah memangku jabatan ini. Tanggal dan surat tidak perlu diisi.
office-retitle = Perbaiki nama jabatan
office-retitle-hint = Surat yang sudah terbit tetap dengan nama jabatan saat itu.
office-retitle-send = Simpan nama jabatan
office-confirm-lead = Dengan mengesahkan, Anda menyatakan sudah membaca suratnya.
office-confirm = Sahkan
office-refuse = Tolak usulan
office-wait-other = Yang mengesahkan orang lain, bukan Anda.
office-said-new = Jabatan sudah dicatat. Sekarang catat pemangkunya.
office-said-title = Nama jabatan sudah diperbaiki.
office-said-begun = Pemangku sudah dicatat. Perannya berlaku mulai hari pertamanya.
office-said-ended = Berakhirnya sudah dicatat.
office-said-proposed = Usulan tersimpan. Petugas atau administrator lain sekarang dapat mengesahkannya.
office-said-confirmed = Usulan sudah disahkan dan berlaku.
office-said-closed = Usulan ditutup. Tidak ada yang berubah.
office-error-title = Tulis nama jabatan, paling banyak 200 huruf.
office-error-title-taken = Unit ini sudah punya jabatan dengan nama itu. Buka jabatan itu, atau tulis nama lain.
office-error-unit = Pilih unit yang masih ada.
office-error-only-one = Jabatan itu hanya satu dan sudah tercatat. Cari di daftar jabatan, lalu catat pemangkunya di sana.
office-error-head-taken = Unit ini sudah punya jabatan kepala. Buka jabatan itu, lalu catat pemangkunya di sana.
office-error-duty = Pilih tugas jabatan ini.
office-error-person = Pilih orangnya. Cari dengan nama atau nomor.
office-error-oneself = Anda tidak dapat mencatat diri sendiri. Minta petugas lain mengerjakannya.
office-error-has-left = Orang ini sudah tidak bekerja di sini. Periksa namanya, atau perbaiki dulu data pegawainya.
office-error-tenure = Penjabat hanya untuk kepala daerah dan kepala desa, penjabat sementara hanya untuk kepala daerah. Pilih cara yang lain.
office-error-tenure-missing = Pilih cara memangkunya.
office-error-order = Hari terakhir mendahului hari pertama. Periksa kedua tanggalnya.
office-error-far = Paling jauh satu tahun lagi. Periksa tahunnya.
office-error-until-far = Hari terakhir paling jauh sepuluh tahun lagi. Periksa tahunnya.
# $date (String)
office-error-held = Sejak { $date } jabatan ini sudah dipegang orang pada hari-hari itu. Akhiri dulu masanya, atau pilih tanggal lain.
office-error-no-definitive = Plh. dan Pjs. hanya mendampingi pejabat definitif pada semua harinya. Bila jabatan kosong, pilih Plt.; bila masa definitifnya berakhir, tulis hari terakhir yang tidak melewatinya.
office-error-over = Masa itu sudah berakhir sebelumnya. Periksa riwayat pemangku.
office-error-letter = Tulis nomor surat, dan tanggal surat yang tidak lebih dari hari ini.
office-error-waits = Ada usulan tentang jabatan ini yang menunggu orang kedua. Selesaikan dulu usulan itu.
office-error-second = Anda yang mengusulkan, atau usulan ini tentang Anda. Minta orang lain mengesahkannya.
office-error-decided = Usulan ini sudah diputuskan.
office-heads-title = Catat banyak pemangku sekaligus
office-heads-lead = Isi satu berkas untuk semua unit yang hari ini tanpa kepala, lengkap dengan surat setiap orang, lalu kirim di sini. Tidak ada yang dicatat sebelum Anda memeriksa hasilnya.
office-heads-form = Unduh berkas isian (XLSX)
office-heads-form-hint = Satu baris untuk setiap unit tanpa kepala. Baris yang tidak diisi dilewati.
office-heads-two = Kepala daerah dan sekretaris daerah tidak lewat berkas ini: keduanya dicatat di halaman jabatannya oleh dua orang.
office-heads-file = Berkas pemangku
# $count (String)
office-heads-file-hint = XLSX atau CSV, paling besar 32 MB. Paling banyak { $count } pemangku sekali kirim.
office-heads-other = Kirim berkas lain
office-heads-mended = Kirim berkas yang sudah diperbaiki
# $count (String)
office-heads-ready = { $count } pemangku siap dicatat. Periksa nama dan suratnya lebih dahulu.
# $count (String)
office-heads-faulty = { $count } baris perlu diperbaiki. Tidak ada yang dicatat. Perbaiki berkasnya, lalu kirim lagi.
office-heads-nothing = Semua pemangku di berkas ini sudah tercatat. Tidak ada yang berubah.
# $count (String)
office-heads-skipped = { $count } baris yang tidak diisi dilewati.
# $count (String)
office-heads-record = Catat { $count } pemangku
office-heads-to-mend = Perlu diperbaiki
office-heads-sound = Tidak perlu diperbaiki
office-heads-place = Unit dan jabatan
office-heads-time = Cara dan masa memangku
# $since (String)
office-heads-since = sejak { $since }
# $since (String)
# $until (String)
office-heads-until = { $since } sampai { $until }
office-heads-state-ready = Siap dicatat
office-heads-state-known = Sudah tercatat
# $count (String)
office-heads-said = { $count } pemangku sudah dicatat. Perannya berlaku mulai hari pertamanya.
office-heads-said-none = Semua pemangku itu sudah tercatat sebelumnya. Tidak ada yang berubah.
office-heads-error-file = Pilih berkas pemangku yang akan dikirim.
office-heads-error-again = Isi halaman tadi tidak sampai utuh. Tidak ada yang dicatat. Kirim berkasnya sekali lagi.
office-heads-error-changed = Ada yang berubah sejak Anda memeriksa. Tidak ada yang dicatat. Perbaiki berkasnya, lalu kirim lagi.
# $line (String)
# $column (String)
# $reason (String)
office-heads-error-line = Baris { $line }, { $column }: { $reason }
office-heads-error-outside = Unit ini bukan unit yang Anda urus. Hapus baris ini.
office-heads-error-unit = Unit ini sudah tidak ada. Hapus baris ini.
office-heads-error-nobody = Tidak ada pegawai dengan nomor ini. Periksa nomornya, atau tambahkan dulu pegawainya.
office-heads-error-title = Jabatan kepala unit ini sudah tercatat dengan nama lain. Tulis nama itu, atau kosongkan selnya.
