public-front-title = Menjaga netralitas aparatur dalam pemilihan
public-front-lead = Pegawai daerah wajib melayani semua warga tanpa memihak. Di sini Anda dapat membaca surat edarannya dan memeriksa dokumennya.
public-front-ours = Daerah yang memakai Netral di sini
public-front-ours-none = Belum ada daerah yang disiapkan. Administrator menambahkannya lewat perintah di server.
public-front-reported = Contoh nyata dari berita
public-front-reported-text = Surat edaran dan arahan pemerintah daerah berikut ini kami susun dari artikel berita. Pemerintah ini tidak memakai Netral.
public-can-do = Yang dapat Anda lakukan
public-can-sign-in = Masuk sebagai pegawai
public-can-activate = Pakai kode dari slip aktivasi
public-can-verify = Periksa keaslian dokumen
public-can-rules = Baca aturan netralitas
public-can-help = Minta bantuan
# $stage (String)
# $election (String)
public-stage = { $stage } { $election }
# $day (String)
public-stage-day = Hari ke-{ $day }.
# $stage (String)
# $date (String)
public-stage-next = { $stage } mulai { $date }.

# $name (String)
public-place-title = Menjaga netralitas di { $name }
public-place-lead = Pegawai daerah wajib melayani semua warga tanpa memihak. Halaman ini memuat surat edaran yang mengikat mereka.
# $name (String)
public-place-reported-title = Netralitas di { $name } menurut berita
public-place-circulars = Surat edaran
public-place-circulars-none = Belum ada surat edaran yang diterbitkan di sini.
public-place-instruments = Surat edaran, arahan, dan ikrar
public-place-also-reported = Yang juga diberitakan
public-place-agencies = Siapa berbuat apa, menurut berita
public-place-agency = Perangkat daerah
public-place-agency-role = Yang disebut dalam berita
public-reported-title = Contoh nyata dari berita
public-reported-text = Pemerintah ini tidak memakai Netral. Isi halaman ini hanya yang tertulis dalam artikel berita. Yang tidak disebut di sana dibiarkan kosong.
# $name (String)
public-reported-place = Disusun dari berita tentang { $name }. Pemerintah itu tidak memakai Netral dan tidak menulis halaman ini.

public-circular = Surat edaran
public-number = Nomor
public-date = Tanggal
public-issuers = Dikeluarkan oleh
public-signatory = Tanda tangan
public-signatory-directive = Diberikan oleh
public-signatory-assembly = Dipimpin oleh
public-addressees = Ditujukan kepada
public-units = Unit
public-units-all = Semua unit
public-election = Pemilihan
public-in-force = Keberlakuan
public-copies = Tembusan
public-number-not-reported = Nomornya tidak disebut dalam berita.
public-number-later = Belum ada nomor
public-date-not-reported = Tanggalnya tidak disebut dalam berita.
public-date-not-known = Tanggalnya belum kami ketahui.
public-date-disputed = Sumbernya menyebut tanggal yang berbeda; lihat yang ditafsirkan berbeda.
# $date (String)
public-reported-on = Diberitakan { $date }.
public-signatory-not-reported = Penandatangannya tidak disebut dalam berita.
# $number (String)
# $issuer (String)
public-number-of = { $issuer }: { $number }
# $name (String)
# $office (String)
public-signed-by = { $name }, { $office }
# $office (String)
public-capacity-plt = Pelaksana Tugas (Plt.) { $office }
# $office (String)
public-capacity-plh = Pelaksana Harian (Plh.) { $office }
# $office (String)
public-capacity-pj = Penjabat (Pj.) { $office }
# $office (String)
public-capacity-pjs = Penjabat Sementara (Pjs.) { $office }
# $from (String)
public-force-since = Berlaku sejak { $from }.
# $from (String)
# $to (String)
public-force-between = Berlaku { $from } sampai { $to }.
# $from (String)
public-force-from-future = Mulai berlaku { $from }.
# $to (String)
public-force-until = Berlaku sampai { $to }.
public-force-ended = Tidak berlaku lagi; sejak kapan belum kami ketahui.
public-force-not-known = Mulai berlakunya belum kami ketahui.
public-replaced-by = Diganti oleh
public-replaces = Menggantikan
public-amended-by = Diubah dengan
public-amends = Mengubah
public-reviewed-by = Diuji dengan
public-reviews = Menguji

public-provisions = Ketentuan
public-whole = Seluruhnya
public-provisions-lead = Dengan kata-kata kami sendiri, bukan kutipan.
public-provisions-none = Isinya tidak kami miliki.
# $number (String)
public-point = Butir { $number }
public-binds = Mengikat:
public-above = Aturan di atasnya:
public-disputed = Ditafsirkan berbeda:
public-source = Sumber:
public-bases = Dasar hukum
public-bases-drawn-title = Aturan di atasnya
public-bases-drawn = Berita tidak menyebut dasar hukum tiap butir. Kaitannya kami susun dari isi butir, dengan aturan yang berlaku waktu itu.
public-disputes = Yang ditafsirkan berbeda
public-disputes-lead = Kami menulis semua tafsir beserta dasarnya.
public-support = Dasarnya
public-treatment = Sementara ini:
public-notes = Catatan
public-sources = Sumber
public-source-page = Buka sumber
public-letter = Surat resmi
public-letter-pdf = Buka surat resmi (PDF)
public-letter-wait = Surat resminya (PDF) sedang disiapkan.
public-letter-code = Kode surat
public-letter-check = Periksa keaslian surat ini

public-certainty-verified = Teksnya, atau halaman yang mengutipnya, sudah dibaca.
public-certainty-partial = Baru sebagian dibaca, atau dari sumber kedua.
public-certainty-memory = Ditulis dari pengetahuan; sumbernya belum dibaca.

public-kind-law = Undang-undang
public-kind-court-decision = Putusan Mahkamah Konstitusi
public-kind-government-regulation = Peraturan pemerintah
public-kind-presidential-regulation = Peraturan presiden
public-kind-election-commission-regulation = Peraturan KPU
public-kind-agency-regulation = Peraturan menteri dan lembaga
public-kind-joint-decree = Keputusan bersama
public-kind-circular = Surat edaran
public-kind-letter = Surat dinas
public-kind-guideline = Pedoman
public-kind-statement = Pernyataan
public-kind-directive = Arahan
public-kind-pledge-assembly = Ikrar dan pakta

public-role-head-of-unit = kepala perangkat daerah
public-role-camat = camat
public-role-lurah = lurah
public-role-direct-superior = atasan langsung
public-role-appointing-authority = pejabat pembina kepegawaian
public-role-regional-head = kepala daerah
public-role-asn-official = pejabat ASN
public-role-campaign-side = peserta dan pelaksana kampanye
public-role-election-supervisor = Bawaslu

public-topic-support = Dukungan
public-topic-campaign-attributes = Kampanye dan atribut
public-topic-social-media = Media sosial
public-topic-support-letter-ktp = Surat dukungan dan KTP
public-topic-state-facilities = Fasilitas negara
public-topic-decisions = Keputusan dan tindakan
public-topic-appeals-gifts = Ajakan dan pemberian
public-topic-voting-right = Hak pilih
public-topic-duty-of-head = Kewajiban pimpinan
public-topic-non-asn = Pegawai non-ASN
public-topic-village = Pemerintahan desa
public-topic-money-politics = Politik uang
public-topic-reporting = Pelaporan dan pengawasan
public-topic-pledge = Ikrar dan pakta

public-rules-title = Aturan netralitas
public-rules-lead = Aturan netralitas dari yang tertinggi, lalu surat dan pernyataan yang menjelaskannya. Kami menuliskan isinya dengan kata-kata sendiri.
public-rules-all = Semua aturan
public-rules-name = Aturan
public-rules-about = Tentang
public-rules-state = Keberlakuan
# $date (String)
public-rules-ended = Tidak berlaku lagi sejak { $date }
public-rules-in-force = Berlaku
public-rules-not-yet = Belum berlaku
public-rules-gone = Tidak berlaku lagi
public-rules-not-known = Mulai berlakunya belum kami ketahui

public-verify-title = Periksa dokumen
public-verify-lead = Surat edaran dan pakta dari Netral punya kode di bawahnya. Pindai kode QR-nya dengan ponsel, atau ketik kodenya di sini.
public-verify-code = Kode pada kertas
public-verify-hint = Misalnya 7K3QD-0V9AM-X2C4R-TB81N: 20 huruf dan angka. Huruf besar dan kecil sama saja.
public-verify-button = Periksa
public-verify-empty = Ketik kode yang tercetak di bawah kertas Anda.
# $count (String)
public-verify-length = Kode terdiri dari 20 huruf dan angka. Yang Anda tulis { $count }.
public-verify-letters = Kode hanya berisi angka dan huruf A sampai Z tanpa I, L, O, dan U. Cocokkan lagi dengan kertas Anda.
public-verified-genuine = Dokumen ini asli
public-verified-waiting-title = Dokumen ini asli, tetapi belum berlaku
public-verified-replaced-title = Dokumen ini asli, tetapi sudah diganti
public-verified-withdrawn-title = Dokumen ini asli, tetapi sudah dicabut
public-verified-unknown-title = Kode ini tidak kami kenal
public-state-valid = Berlaku
public-state-waiting = Belum berlaku
public-state-replaced = Diganti
public-state-withdrawn = Dicabut
public-state-unknown = Tidak dikenal
# $name (String)
public-letter-valid = Surat edaran ini diterbitkan { $name } dan belum dicabut.
# $name (String)
public-letter-replaced = Surat edaran ini diterbitkan { $name }. Penggantinya sudah ada: minta yang terbaru.
# $name (String)
public-letter-withdrawn = Surat edaran ini diterbitkan { $name }, lalu dicabut. Jangan dipakai lagi.
# $name (String)
public-pact-valid = Pakta ini ditandatangani di { $name } dan belum dicabut.
# $name (String)
public-pact-waiting = Pakta ini ditandatangani di { $name } pada perangkat yang dipakai banyak orang. Kepala unitnya belum memastikan siapa yang menandatangani, jadi pakta ini belum dihitung.
# $name (String)
public-pact-replaced = Pakta ini ditandatangani di { $name }. Penggantinya sudah ada: minta yang terbaru.
# $name (String)
public-pact-withdrawn = Pakta ini ditandatangani di { $name }, lalu dicabut. Jangan dipakai lagi.
public-unknown-text = Kode ini tidak ada pada kami. Periksa lagi ketikannya. Kalau benar, kertas itu bukan dari kami.
public-wait-title = Terlalu banyak kode yang tidak dikenal
public-state-wait = Belum diperiksa
# $time (String)
public-wait-text = Dari jaringan Anda datang banyak kode yang tidak ada pada kami. Tunggu sebentar, lalu periksa lagi { $time }.
public-verified-kind = Jenis
public-verified-letter = Surat edaran
public-verified-pact = Pakta integritas netralitas
public-verified-institution = Instansi
public-verified-initials = Nama
public-verified-signed = Ditandatangani
public-verified-date = Tanggal pada kertas
public-verified-subject = Tentang
public-verified-code = Kode
public-verified-no-number = Belum ada nomor
public-verified-compare = Cocokkan dengan kertas di tangan Anda.
public-verified-compare-text = Bila nomor, tanggal, atau huruf awal namanya berbeda, jangan percaya kertas itu.
# $help (String)
public-verified-mismatch = Kertasnya tidak cocok? { $help }
public-verified-limit = Halaman ini membuktikan bahwa instansi menerbitkan dokumen dengan kode ini. Kertas palsu dapat meniru kode yang asli, jadi isinya harus Anda cocokkan.
public-verified-read = Baca surat edarannya
public-verified-another = Periksa dokumen lain

public-help-title = Bantuan
public-help-lead = Kebanyakan hal selesai dalam satu menit lewat operator di unit Anda.
public-help-first = Saya belum pernah masuk
public-help-first-text = Minta slip aktivasi dari operator di unit Anda. Slip berlaku 14 hari dan dipakai sekali. Ketik kodenya di halaman aktivasi, lalu buat kata sandi atau pakai kunci ponsel.
public-help-lost = Kata sandi lupa, atau ponsel hilang
public-help-lost-text = Minta slip aktivasi baru dari operator di unit Anda. Begitu slip baru dicetak, cara masuk yang lama tidak berlaku lagi.
public-help-wait = Terlalu banyak percobaan
public-help-wait-text = Tunggu sampai waktu yang tertulis, lalu coba lagi. Akun Anda tidak dikunci.
public-help-paper = Kertas ini asli atau tidak
public-help-paper-text = Pindai kode QR di bawahnya, atau ketik kodenya. Anda tidak perlu masuk.
public-help-may = Boleh atau tidak
public-help-may-text = Baca surat edaran daerah Anda dan aturan di atasnya. Bila masih ragu, jangan dulu, dan tanyakan kepada bagian kepegawaian.
public-help-contact = Hubungi daerah Anda
public-help-contact-none = Belum ada daerah yang disiapkan di sini.
public-help-activate = Pakai kode aktivasi

public-privacy-title = Privasi
public-privacy-lead = Kami menyimpan yang perlu untuk membuktikan siapa sudah menerima, membaca, memahami, dan menandatangani edaran. Tidak lebih.
public-privacy-kept = Yang disimpan tentang pegawai
public-privacy-kept-name = Nama, unit, jabatan, dan kategori pegawai, dari daftar pegawai instansi.
public-privacy-kept-number = Nomor pegawai. NIK hanya bila tidak ada nomor pegawai. Nomor dan kontak disimpan terenkripsi.
public-privacy-kept-steps = Kapan edaran diterima, dibuka, dan dibaca; jawaban cek pemahaman; kapan ikrar dan pakta ditandatangani.
public-privacy-kept-pact = Isi pakta yang ditandatangani.
public-privacy-kept-access = Sandi dalam bentuk yang tidak dapat dibaca kembali, atau kunci publik ponsel. Sidik jari dan wajah tidak pernah sampai kepada kami.
public-privacy-kept-trail = Catatan siapa membuka data orang lain, kapan, dan dalam peran apa.
public-privacy-not = Yang tidak dilakukan
public-privacy-not-watch = Netral tidak menelusuri media sosial dan tidak memberi nilai kepada orang.
public-privacy-not-decide = Netral tidak memutuskan apa pun sendiri. Yang memutuskan adalah pejabat yang disebut namanya.
public-privacy-not-count = Tidak ada penghitung pengunjung dan tidak ada layanan dari situs lain. Dari Boleh atau tidak? kami hanya menghitung berapa jawaban per hari, bukan siapa yang bertanya dan tentang apa.
public-privacy-why = Untuk apa
public-privacy-why-text = Instansi wajib membina dan mengawasi netralitas pegawainya. Data dipakai untuk kewajiban itu, dan tidak untuk hal lain.
public-privacy-long = Berapa lama
public-privacy-long-session = Sesi masuk berakhir setelah 30 menit tanpa kegiatan, dan paling lama setelah 12 jam.
public-privacy-long-slip = Kode slip aktivasi mati setelah 14 hari atau setelah dipakai.
public-privacy-long-cookie = Pilihan bahasa diingat peramban Anda selama setahun. Bahwa Anda pernah masuk di perangkat ini diingatnya 400 hari, supaya percobaan orang lain dengan nomor Anda tidak menghalangi Anda.
public-privacy-long-rest = Jangka simpan pakta dan catatan ditetapkan instansi Anda menurut aturan kearsipan. Netral belum menghapusnya sendiri. Tanyakan jangkanya kepada instansi Anda.
public-privacy-public = Yang dapat dilihat umum
public-privacy-public-text = Surat edaran yang sudah terbit, dengan nama dan jabatan penandatangannya. Siapa pun yang memegang kode pakta melihat nomor, tanggal, dan huruf awal nama. Pemeriksaan itu dicatat tanpa mencatat siapa yang memeriksa.
public-privacy-cookies = Kuki
public-privacy-cookies-text = Hanya yang perlu: supaya Anda masuk dengan aman, dan untuk mengingat bahasa. Tidak ada yang dibagikan.
public-privacy-rights = Hak Anda
public-privacy-rights-text = Undang-undang Pelindungan Data Pribadi (UU 27/2022, Pasal 5 sampai 13) memberi Anda hak-hak ini. Pasal 15 menyebut pengecualiannya.
public-privacy-right-know = Tahu data apa yang dipakai, untuk apa, dan atas dasar apa.
public-privacy-right-mend = Meminta data yang salah diperbaiki atau dilengkapi.
public-privacy-right-copy = Melihat data Anda dan mendapat salinannya.
public-privacy-right-end = Meminta pemrosesan diakhiri, ditunda, atau dibatasi, dan data dihapus, menurut undang-undang.
public-privacy-right-sue = Menggugat dan menerima ganti rugi bila data Anda diproses melanggar undang-undang.
public-privacy-ask = Kepada siapa
public-privacy-ask-text = Instansi Anda yang bertanggung jawab atas data pegawainya. Mintalah kepada bagian kepegawaian, atau kepada pejabat pelindungan data instansi Anda. Kontak setiap daerah ada di halaman Bantuan.

public-access-title = Aksesibilitas
public-access-lead = Setiap orang harus dapat memakai Netral: dengan ponsel murah, tanpa tetikus, dengan pembaca layar, atau dengan huruf besar.
public-access-goal = Yang kami tuju
public-access-goal-text = Pedoman WCAG 2.2 tingkat AA.
public-access-works = Yang sudah diuji
public-access-works-axe = Pemeriksaan otomatis dengan axe, pada lebar ponsel dan komputer.
public-access-works-keys = Tugas utama dengan papan ketik saja: masuk, membaca, menjawab, berikrar, dan menandatangani.
public-access-works-script = Pemakaian tanpa JavaScript.
public-access-works-pdf = Surat dan pakta berupa PDF bertanda, menurut standar PDF/UA-1.
public-access-open = Yang belum diuji
public-access-open-reader = Pembaca layar seperti TalkBack dan NVDA.
public-access-open-people = Pemakaian oleh orang dengan disabilitas.
public-access-open-phone = Berbagai ponsel murah yang sebenarnya.
public-access-tell = Ada hambatan
public-access-tell-text = Beri tahu daerah Anda lewat kontak di halaman Bantuan. Sebutkan halamannya dan apa yang menghambat Anda.
# $date (String)
public-circular-replaced = Surat edaran ini diganti pada { $date }.
# $date (String)
public-circular-withdrawn = Surat edaran ini dicabut pada { $date }.
# $date (String)
# $letter (String)
public-circular-withdrawn-by = Surat edaran ini dicabut pada { $date } dengan surat { $letter }.
public-circular-before-restored = Surat edaran yang pernah digantikannya berlaku lagi.
public-circular-before-withdrawn = Surat edaran yang pernah digantikannya ikut dicabut.
public-circular-replaces = Surat edaran ini menggantikan yang sebelumnya.
public-circular-before = Lihat surat yang diganti
public-place-coverage = Sudah sejauh mana pegawainya?
public-place-coverage-link = Lihat cakupan gerakan netralitas
public-front-coverage = Cakupan
public-coverage-title = Cakupan gerakan netralitas
public-coverage-nothing = Belum ada angka yang dapat ditampilkan. Angka pertama terbit sehari setelah gerakan dimulai, bila orang yang wajib cukup banyak.
# $date (String)
public-coverage-as-of = Keadaan pada akhir { $date }.
# $date (String)
public-coverage-due = Batas waktu: { $date }.
public-coverage-people = Orang yang wajib
public-coverage-people-unit = orang
public-coverage-read = Sudah membaca
public-coverage-done = Sudah selesai
public-coverage-share = Bagian yang selesai
public-coverage-group = Kelompok unit
public-coverage-groups = Menurut kelompok unit
public-coverage-categories = Menurut kategori
public-coverage-rest = Kelompok kecil, digabung
public-coverage-why-title = Mengapa bukan angka tepat?
public-coverage-why = Agar tidak seorang pun dapat menebak siapa yang belum, setiap angka disebut dalam puluhan dan kelompok kecil digabung. Jumlah di atasnya adalah penjumlahan dari angka-angka itu, jadi rentangnya lebih lebar.
public-coverage-frozen = Angka terbit sekali untuk setiap hari kalender yang sudah berlalu dan tidak diubah lagi.
public-coverage-open = Data terbuka
public-coverage-open-text = Semua hari kalender, menurut kelompok unit dan kategori, seperti yang tampil di halaman ini.
public-coverage-csv = Unduh tabel (CSV)
public-coverage-json = Unduh untuk program (JSON)
unit-group-secretariats = Sekretariat
unit-group-departments = Dinas
unit-group-agencies = Badan
unit-group-inspectorates = Inspektorat
unit-group-offices = Kantor dan satuan
unit-group-districts = Kecamatan
unit-group-urban-villages = Kelurahan
unit-group-villages = Desa
unit-group-health-centres = Puskesmas
unit-group-hospitals = Rumah sakit
unit-group-schools = Sekolah
unit-group-others = Unit lain
