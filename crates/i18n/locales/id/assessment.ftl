nav-assessment = Penilaian
assessment-title = Penilaian
assessment-lead = Pilih perbuatan dan fakta yang sudah terbukti. Hasilnya usulan dengan alasannya: ketentuannya, tafsir yang berbeda, yang masih perlu dicari, dan akibatnya.
assessment-nothing-kept = Isian ini tidak disimpan dan tidak menyebut siapa pun.
assessment-proposal = Ini usulan. Manusia yang memutuskan.
assessment-day = Tanggal perbuatan
assessment-day-hint = Dinilai menurut hukum pada tanggal ini.
assessment-election = Pemilihan yang bersangkutan
assessment-election-none = Belum diketahui, atau tidak menyangkut satu pemilihan
assessment-elections-now = Sekitar tanggal ini
assessment-elections-other = Pemilihan lain
assessment-acts = Perbuatan
assessment-acts-hint = Boleh lebih dari satu. Fakta yang lain berlaku untuk semuanya.
assessment-begin = Lanjut ke fakta
assessment-change = Ubah tanggal, pemilihan, atau perbuatan
assessment-facts-norms = Fakta yang menentukan ketentuannya
assessment-facts-norms-none = Tidak ada fakta lain yang dapat mengubah ketentuannya.
assessment-facts-consequences = Fakta yang hanya menentukan akibatnya
assessment-facts-kept = Sudah dijawab, tetapi tidak menentukan
assessment-unknown = belum diketahui
assessment-assess = Perbarui usulan
assessment-again = Mulai penilaian baru
assessment-error-day = Tanggal perbuatan belum benar. Isi tanggal, bulan, dan tahun antara 2000 dan 2100.
assessment-error-acts = Perbuatan belum dipilih. Pilih paling sedikit satu.
# $element (String)
assessment-error-contradiction = Jawaban untuk “{ $element }” bertentangan dengan jawaban lain, tanggal, atau pemilihannya. Periksa keduanya, atau pilih “belum diketahui”.
assessment-error-unknown = Alamat ini memuat pilihan yang tidak dikenal. Isi formulir ini dari awal.
assessment-result = Usulan penilaian
assessment-facts-title = Yang dinilai
assessment-download = Unduh lembar kerja (PDF)
assessment-fingerprint = Sidik penilaian
assessment-law = Versi hukum
assessment-fingerprint-hint = Hukum, tanggal, dan fakta yang sama selalu memberi sidik dan usulan yang sama.
assessment-gravest = Terberat menurut semua tafsir
assessment-gravest-none = Tidak ada yang berlaku menurut semua tafsir
assessment-next = Pertanyaan yang paling menentukan sekarang
assessment-next-go = Jawab di formulir
assessment-next-none = Tidak ada jawaban lain yang dapat mengubah ketentuan atau tingkatnya.
assessment-applies = Berlaku
assessment-applies-lead = Menurut semua tafsir yang tercatat, bila faktanya terbukti.
assessment-applies-none = Tidak ada ketentuan yang berlaku menurut semua tafsir.
assessment-disputed = Bergantung pada tafsir
assessment-disputed-lead = Berlaku menurut sebagian tafsir saja. Aplikasi ini tidak memilih.
assessment-disputed-none = Tidak ada ketentuan yang bergantung pada tafsir saja.
assessment-open = Bergantung pada fakta
assessment-open-lead = Fakta yang belum diketahui menentukan apakah ketentuan ini berlaku.
assessment-open-none = Tidak ada ketentuan yang masih menunggu fakta.
assessment-permits = Yang membolehkan
assessment-permits-lead = Ketentuan yang berbicara untuk perbuatan ini. Timbang di samping larangannya.
assessment-permits-none = Tidak ada ketentuan yang membolehkan perbuatan ini.
assessment-near = Nyaris berlaku
assessment-near-lead = Berlaku bila satu fakta lain dari yang diisi. Periksa apakah fakta itu benar.
assessment-near-none = Tidak ada.
assessment-near-with = Berlaku bila
assessment-exceptions = Dikecualikan
assessment-exceptions-lead = Berlaku seandainya tidak ada pengecualian ini.
assessment-exceptions-none = Tidak ada pengecualian yang terpenuhi.
assessment-exceptions-because = Sebab
assessment-consequences = Akibat menurut kategori
assessment-consequences-lead = Kode etik dapat berjalan di samping disiplin. Pidana tidak menggantikan keduanya.
assessment-consequences-none = Tidak ada akibat yang mengikuti dari ketentuan di atas.
assessment-circumstances = Yang ikut ditimbang
assessment-circumstances-lead = Keadaan di samping perbuatannya, sejauh ada faktanya.
assessment-circumstances-none = Tidak ada keadaan yang tercatat.
assessment-precedents = Kasus yang pernah diputus
assessment-precedents-lead = Perbuatan dan status yang sama, yang paling mirip lebih dahulu. Ini bukan patokan: setiap kasus dinilai sendiri.
assessment-precedents-none = Tidak ada kasus serupa yang tercatat.
assessment-category = Kategori
assessment-basis = Dasar
assessment-says = Isi ringkas
assessment-because = Karena
assessment-missing = Belum diketahui
assessment-circulars = Edaran instansi yang mengulangnya
# $provision (String)
# $text (String)
assessment-circular-provision = Butir { $provision }: { $text }
assessment-own-penalties = Hukuman khusus
assessment-checked = Pemeriksaan sumber
assessment-note = Catatan
assessment-certainty-verified = naskahnya sudah dibaca
assessment-certainty-partial = baru sebagian diperiksa
assessment-certainty-memory = belum diperiksa pada sumbernya
assessment-part-norm = norma
assessment-part-sanction = sanksi
# $letter (String)
assessment-reading = Tafsir { $letter }
# $support (String)
assessment-reading-support = Didukung: { $support }
assessment-reading-applies = Untuk fakta ini: berlaku.
assessment-reading-not = Untuk fakta ini: tidak berlaku.
assessment-reading-open = Untuk fakta ini: bergantung pada fakta yang belum diketahui.
# $category (String)
assessment-reading-category = Kategorinya: { $category }.
assessment-decides = Tafsirnya menentukan untuk fakta ini.
assessment-decides-not = Tafsirnya tidak mengubah apa pun untuk fakta ini.
assessment-decides-penalty = Tafsirnya menentukan apakah hukuman ini dapat dipakai.
assessment-adopted-word = dipakai instansi ini
assessment-adopted-none = Instansi ini belum menetapkan tafsir yang dipakai.
# $reading (String)
# $reason (String)
# $name (String)
# $office (String)
# $day (String)
assessment-adopted = Instansi ini memakai { $reading }. Alasan: { $reason } Ditetapkan { $name }, { $office }, { $day }.
# $reason (String)
# $name (String)
# $office (String)
# $day (String)
assessment-adopted-open = Instansi ini memutuskan tidak memilih tafsir. Alasan: { $reason } Ditetapkan { $name }, { $office }, { $day }.
assessment-holds-applies = berlaku
assessment-holds-disputed = bergantung pada tafsir
assessment-holds-open = bergantung pada fakta
assessment-otherwise = Bagi yang lain
assessment-from = Berasal dari
assessment-penalties = Hukuman yang tersedia
assessment-penalties-not = Belum dapat dijatuhkan
assessment-authorities = Yang dapat menjatuhkan
assessment-perhaps = bergantung pada fakta yang belum diketahui
# $penalties (String)
assessment-only-for = hanya untuk { $penalties }
assessment-tracks = Jalur dan tenggat
# $clock (String)
assessment-clock = Tenggat: { $clock }
assessment-effect-heavier = memberatkan
assessment-effect-lighter = meringankan
assessment-effect-none-stated = bobotnya tidak diatur; manusia yang menimbang
assessment-effect-rule = aturan yang harus dipegang
assessment-what = Yang berlaku
assessment-case-outcome = Putusan
assessment-case-stage = Sejauh mana
assessment-case-day = Tanggal
assessment-case-cited = Dasar yang disebut putusan
assessment-case-departs = Beda dari ketentuan
assessment-case-doubt = Keraguan pada sumber
# $day (String)
assessment-case-day-act = perbuatan, { $day }
# $day (String)
assessment-case-day-approximate = perbuatan, sekitar { $day }
# $day (String)
assessment-case-day-decision = putusan, { $day }
# $day (String)
assessment-case-day-news = pemberitaan, { $day }
assessment-outcome-none-proved = tidak terbukti
assessment-outcome-recommendation = rekomendasi; tindak lanjutnya tidak diketahui
assessment-outcome-moral-open = sanksi moral terbuka
assessment-outcome-moral-unstated = sanksi moral; bentuknya tidak disebut
assessment-outcome-discipline-light = hukuman disiplin ringan
assessment-outcome-discipline-medium = hukuman disiplin sedang
assessment-outcome-discipline-heavy = hukuman disiplin berat
assessment-outcome-discipline-unstated = hukuman disiplin; tingkatnya tidak disebut
assessment-outcome-criminal = pidana
assessment-outcome-criminal-not-proved = pidana tidak terbukti
assessment-outcome-village-administrative = sanksi menurut aturan desa
assessment-outcome-reprimand = teguran; aturannya tidak disebut
assessment-outcome-contract-reprimand = teguran menurut perjanjian kerja
assessment-outcome-contract-end = perjanjian kerja diakhiri
assessment-outcome-pending = belum diputus
assessment-outcome-not-acted-on = tidak ditindaklanjuti
assessment-outcome-other = lain-lain
assessment-stage-sanction-reported = hukumannya diberitakan sudah dijatuhkan
assessment-stage-recommendation = ada rekomendasi
assessment-stage-court = putusan pengadilan
assessment-stage-bawaslu = putusan Bawaslu atau Sentra Gakkumdu
assessment-stage-pending = masih berjalan
assessment-stage-recommendation-only = hanya rekomendasinya yang diketahui
assessment-stage-other = lain-lain
assessment-stage-not-acted-on = tidak ditindaklanjuti
assessment-outcome-unclear = Sumbernya tidak menyebut hasilnya dengan jelas.

nav-adoptions = Tafsir
adoptions-title = Tafsir yang dipakai
adoptions-lead = Titik hukum yang tafsirnya berbeda, dan keputusan instansi ini. Semua tafsir tetap ditampilkan pada setiap penilaian; hasil penilaian tidak berubah.
adoptions-matter = Yang berbeda tafsirnya
adoptions-touches = Menyangkut
adoptions-state = Yang dipakai
adoptions-day = Tanggal keputusan
adoptions-waits = Menunggu orang kedua
adoptions-undecided = Belum diputuskan
adoptions-none-chosen = Tidak memilih tafsir
adoptions-none-hint = Semua tafsir ditimbang dalam setiap kasus.
adoptions-confirmed = Disahkan
adoptions-refused = Ditolak atau ditarik kembali
adoptions-one-lead = Keputusan diambil pejabat instansi ini, dengan alasan. Aplikasi tidak memutuskan dan tidak mengusulkan tafsir.
adoptions-treatment = Cara aplikasi memperlakukannya
adoptions-history = Keputusan instansi ini
adoptions-reason = Alasan
adoptions-reason-hint = Mengapa dibaca begitu. Tampil pada setiap penilaian dan lembar kerja.
adoptions-decided = Diputuskan
# $name (String)
# $office (String)
# $day (String)
adoptions-decided-by = { $name }, { $office }, { $day }
adoptions-entered = Dicatat
adoptions-confirm = Sahkan
adoptions-refuse = Tolak
adoptions-take-back = Tarik kembali
adoptions-enter = Catat keputusan
adoptions-enter-lead = Keputusan baru menggantikan yang lama; yang lama tetap terbaca. Berlaku setelah disahkan orang kedua.
adoptions-which = Tafsir mana yang dipakai?
adoptions-signatory = Nama yang memutuskan
adoptions-office = Jabatannya
adoptions-office-hint = Misalnya Sekretaris Daerah.
adoptions-save = Simpan dan minta pengesahan
adoptions-said = Keputusan sudah tersimpan.
adoptions-error-reading = Tafsirnya belum dipilih. Pilih satu, atau pilih tidak memilih tafsir.
adoptions-error-reason = Alasannya belum sesuai. Tulis paling banyak 2.000 huruf.
adoptions-error-signatory = Nama yang memutuskan belum sesuai. Tulis paling banyak 200 huruf.
adoptions-error-office = Jabatan yang memutuskan belum sesuai. Tulis paling banyak 200 huruf.
adoptions-error-day = Tanggal keputusan belum benar. Isi tanggal yang sudah lewat atau hari ini.
adoptions-error-waits = Ada keputusan lain tentang titik ini yang menunggu orang kedua. Tunggu atau tarik kembali yang itu.
adoptions-error-second = Keputusan ini Anda catat sendiri, atau Anda bertindak bagi yang mencatatnya. Mintalah orang lain mengesahkannya.
adoptions-error-decided = Keputusan ini sudah disahkan atau ditolak orang lain. Baca riwayatnya.
