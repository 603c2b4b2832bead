stages-title = Tahapan pemilihan
stages-lead = Tahapan apa hari ini, dan apa yang berubah berikutnya. Kewajiban netral berlaku pada setiap tahapan.
# $name (String)
stages-place-lead = Tahapan pemilihan yang menyangkut { $name }. Kewajiban netral berlaku pada setiap tahapan.
# $name (String)
stages-doubt = Belum dapat dipastikan apakah pemilihan ini menyangkut { $name }: jadwal yang tercatat tidak menyebut semua daerahnya.
stages-day = Lihat tahapan pada tanggal
stages-day-hint = Biarkan tanggal hari ini, atau pilih tanggal lain.
stages-show = Tampilkan
stages-today = Kembali ke hari ini
stages-error-day = Tulis tanggal seperti 2024-10-10, dengan tahun antara 2000 dan 2100.
# $date (String)
stages-on-today = Hari ini, { $date }
# $date (String)
stages-on-day = Pada { $date }
stages-none-running = Tidak ada pemilihan yang pasti berjalan pada tanggal ini menurut jadwal yang tercatat di sini.
# $election (String)
# $phase (String)
stages-now = { $election }: { $phase }
# $election (String)
# $contests (String)
# $phase (String)
stages-now-contests = { $election }, { $contests }: { $phase }
stages-or = atau
stages-phase-open = tahapnya tidak dapat dipastikan
stages-phase-unsure = Jadwal yang tercatat tidak memastikan yang mana. Kewajiban netral berlaku pada semuanya.
stages-of-day = Tahapan pada tanggal ini
# $stage (String)
# $day (String)
# $days (String)
# $last (String)
stages-line = { $stage }: hari ke-{ $day } dari { $days }, sampai { $last }.
# $stage (String)
# $date (String)
stages-line-only = { $stage }: hanya { $date }.
# $stage (String)
# $day (String)
stages-line-open = { $stage }: hari ke-{ $day }. Hari terakhirnya tidak tercatat.
# $date (String)
stages-line-or-later = Menurut sumber lain baru mulai { $date }.
# $stage (String)
# $days (String)
stages-line-perhaps = { $stage } ({ $days }): belum pasti sudah mulai, karena sumbernya berbeda.
stages-windows = Larangan bagi kepala daerah
stages-window-transfer = Penggantian pejabat
stages-window-programme = Program dan kegiatan
stages-window-unsure = Jadwal yang tercatat tidak memastikan apakah larangan ini berlaku pada tanggal ini.
stages-next = Yang berubah berikutnya
# $days (Number)
# $count (String)
stages-left = { $days ->
   *[other] { $count } hari kalender lagi.
}
# $stage (String)
stages-turn-begins = { $stage } mulai.
# $stage (String)
stages-turn-disputed = { $stage } mulai menurut salah satu sumber.
# $stage (String)
stages-turn-over = { $stage } sudah lewat.
stages-next-none = Jadwal yang tercatat tidak menyebut perubahan berikutnya.
stages-whole = Lihat seluruh jadwalnya
stages-all = Semua jadwal
stages-all-own = Jadwal yang menyangkut daerah ini
stages-all-unsure = Belum pasti menyangkut daerah ini
stages-all-unsure-text = Daerahnya tidak tercatat semua, atau letaknya tidak tercatat.
# $elections (String)
stages-elsewhere = Tidak menyangkut daerah ini: { $elections }.
stages-election = Pemilihan
stages-voting = Pemungutan suara
stages-place = Di mana
stages-state = Keadaan
# $from (String)
# $to (String)
stages-span = { $from } sampai { $to }
# $from (String)
stages-since = Sejak { $from }; akhirnya tidak tercatat
# $to (String)
stages-until = Sampai { $to }; awalnya tidak tercatat
stages-undated = Tanggalnya tidak tercatat
# $date (String)
stages-voting-by = Paling lambat { $date }
# $date (String)
stages-or-from = Sumber lain menyebut mulai { $date }.
stages-everywhere = Seluruh Indonesia
stages-some-regions = Sebagian daerah; daftarnya tidak tercatat
# $names (String)
stages-some-regions-such-as = Sebagian daerah, antara lain { $names }
stages-state-running = Berjalan
stages-state-to-come = Belum mulai
stages-state-over = Sudah selesai
stages-state-unknown = Akhirnya tidak tercatat
stages-stage-now = Berlangsung
stages-stage-to-come = Belum mulai
stages-stage-over = Sudah lewat
stages-stage-unknown = Belum pasti
stages-stage-not-held = Tidak dilaksanakan
stages-calendar = Jadwal lengkap
stages-stage = Tahapan
stages-days = Tanggal
stages-remarks = Catatan
stages-planned = Direncanakan, tidak dilaksanakan
stages-planned-text = Rencana ini tercatat supaya jelas. Rencana ini tidak dihitung sebagai tahapan.
stages-set-by = Ditetapkan dengan
stages-repeats = Mengulang
stages-repeated = Diulang di sebagian daerah
stages-subscribe = Berlangganan jadwal
stages-subscribe-text = Salin alamat tautan ini ke aplikasi kalender Anda. Bila jadwalnya berubah, kalender Anda ikut berubah.
stages-subscribe-link = Kalender tahapan (iCalendar)
stages-link = Lihat tahapan pemilihan
stages-link-own = Lihat tahapan yang menyangkut daerah ini
stages-means-before-nomination = Kewajiban netral sudah berlaku, juga terhadap orang yang baru akan mencalonkan diri.
stages-means-after-voting = Suara dihitung dan hasilnya ditetapkan; kewajiban netral tetap berlaku.
stages-means-parties = Partai mendaftar dan diperiksa; pegawai ASN tidak menjadi anggota atau pengurusnya.
stages-means-independent-support = Calon perseorangan mengumpulkan dukungan; PNS tidak memberi surat dukungan dengan KTP.
stages-means-nomination = Pencalonan berjalan; kewajiban netral berlaku terhadap semua yang mencalonkan diri.
stages-means-determination = Bakal calon menjadi calon; sejak itu berlaku pula norma yang hanya menyebut calon.
stages-means-campaign = Calon berkampanye; pegawai tidak ikut berkampanye dan tidak memakai fasilitas negara untuk itu.
stages-means-quiet-period = Tidak ada kampanye; kewajiban netral tetap berlaku.
stages-means-voting = Anda tetap punya hak pilih; yang dilarang adalah mengarahkan pilihan orang lain.
stages-means-counting = Suara dihitung; kewajiban netral tetap berlaku.
stages-means-result = Calon terpilih ditetapkan; kewajiban netral tidak berakhir dengan itu.
stages-means-transfer-window = Kepala daerah tidak mengganti pejabat, kecuali dengan persetujuan tertulis Menteri.
stages-means-programme-window = Kepala daerah tidak memakai wewenang, program, dan kegiatan untuk menguntungkan atau merugikan salah satu calon.
stages-means-postponement = Tahapan berhenti untuk sementara; kewajiban netral tetap berlaku.
stages-means-voting-limit = Dalam jangka ini pemungutan suara harus diadakan; kewajiban netral berlaku sampai sesudahnya.
stages-feed-title = Tahapan pemilihan
# $name (String)
stages-feed-title-of = Tahapan pemilihan: { $name }
# $name (String)
stages-feed-begins = { $name } mulai
# $name (String)
stages-feed-or = { $name } mulai menurut sumber lain
# $name (String)
stages-feed-not-held = Tidak dilaksanakan: { $name }
# $citation (String)
stages-feed-set-by = Ditetapkan dengan { $citation }.
# $place (String)
stages-feed-where = Di mana: { $place }.
