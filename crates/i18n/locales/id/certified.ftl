certified-title = Tanda tangan elektronik tersertifikasi
certified-lead = Surat ini sudah terbit dan bersegel. Di sini Anda membubuhkan tanda tangan elektronik tersertifikasi Anda pada surat resminya.
certified-untried = Sambungan ini dibuat dari keterangan yang terbuka untuk umum dan belum pernah dicoba dengan layanan BSrE yang sebenarnya. Buka hasilnya dan periksa sebelum Anda edarkan.
certified-server = Server yang dihubungi
certified-nik = NIK Anda
certified-nik-hint = 16 angka, seperti yang terdaftar di BSrE.
certified-nik-wrong = NIK terdiri atas 16 angka. Tulis lagi NIK dan passphrase Anda.
certified-passphrase = Passphrase tanda tangan elektronik Anda
certified-passphrase-hint = NIK dan passphrase dipakai sekali untuk surat ini. Keduanya tidak disimpan dan tidak dicatat.
certified-passphrase-wrong = Tulis passphrase Anda, paling panjang 200 huruf. NIK juga perlu ditulis lagi.
certified-once = Surat dikirim satu kali. Jawabannya dapat memakan waktu satu menit. Kalau halaman ini tertutup, hasilnya tetap tercatat di sini.
certified-send = Tanda tangani surat ini
certified-again = Periksa dahulu pada layanan BSrE Anda apakah surat ini sudah ditandatangani. Sesudah itu Anda sendiri yang memutuskan apakah dicoba lagi.
certified-sent = Dikirim, menunggu jawaban
# $when (String)
certified-sent-at = Dikirim { $when }. Muat ulang halaman ini untuk melihat hasilnya.
certified-signed = Sudah ditandatangani
certified-refused = Tidak ditandatangani
certified-unknown = Belum pasti
certified-why-unreachable = Server tidak dapat dihubungi, jadi surat tidak terkirim. Beri tahu administrator, lalu coba lagi.
certified-why-not-us = Server menolak nama atau kata sandi instansi. Beri tahu administrator.
certified-why-passphrase = Passphrase Anda tidak diterima. Netral tidak mencobanya lagi sendiri. Pastikan dahulu passphrase Anda: berapa kali boleh salah, BSrE yang menentukan.
certified-why-signer = NIK itu belum terdaftar, atau sertifikatnya belum ada. Tanyakan kepada pengelola sertifikat elektronik instansi.
certified-why-other = Server menolak permintaan ini.
# $words (String)
certified-words = Kata server: { $words }
certified-why-broken-off = Sambungan terputus sesudah surat dikirim. Mungkin surat sudah ditandatangani, mungkin belum.
certified-why-silence = Jawabannya tidak pernah tercatat, mungkin karena program berhenti. Mungkin surat sudah ditandatangani, mungkin belum.
certified-why-unreadable = Jawaban server tidak berisi surat bertanda tangan yang dapat dibaca. Mungkin surat sudah ditandatangani, mungkin belum.
certified-why-not-kept = Surat kembali dengan tanda tangan, tetapi tidak dapat disimpan. Beri tahu administrator.
certified-not-in-force = Surat edaran ini masih naskah, atau tidak berlaku lagi. Yang ditandatangani hanya surat yang berlaku.
certified-no-letter = Surat resminya belum siap, atau sudah ditandatangani di atas kertas. Kalau surat ini baru terbit, muat ulang halaman ini sebentar lagi.
certified-not-signatory = Tanda tangan ini hanya dapat dibubuhkan oleh yang namanya tertulis pada surat.
certified-signer = Nama pada sertifikat
certified-signer-unknown = tidak terbaca
certified-received = Diterima
certified-seal = Segel instansi
certified-seal-kept = Tetap berlaku. Surat bersegel utuh di dalam berkas ini; tanda tangan ditambahkan di belakangnya.
certified-seal-rewritten = Server menulis ulang berkasnya. Segel berlaku pada surat bersegel, yang tetap tersedia.
certified-behind = Di belakang tanda tangan
# $bytes (String)
certified-behind-bytes = { $bytes } bita yang tidak tercakup tanda tangan, misalnya data untuk pemeriksaan
certified-unchecked = Netral mencocokkan tanda tangan ini dengan isi berkasnya, tetapi tidak memeriksa sertifikatnya ke BSrE. Keabsahannya dapat diperiksa siapa pun pada layanan pemeriksaan BSrE.
certified-open = Buka surat bertanda tangan elektronik tersertifikasi (PDF)
# $signer (String)
# $when (String)
certified-public = Nama pada sertifikat: { $signer }. Diterima { $when }.
certified-history = Percobaan sebelumnya
# $when (String)
# $state (String)
# $why (String)
certified-history-line = { $when }: { $state }. { $why }
# $host (String)
certified-system = { $host }. Belum pernah dicoba dengan layanan BSrE yang sebenarnya.
