seal-title = Segel
seal-text = Berkas PDF surat dan pakta membawa segel instansi. Dengan sertifikat ini siapa pun dapat memastikan sendiri, tanpa bertanya kepada kami, bahwa berkas itu asli dan tidak berubah.
# $day (String)
seal-now = Sidik kunci sejak { $day }
# $from (String)
# $until (String)
seal-before = Sidik kunci lama, { $from } sampai { $until }
seal-download = Unduh sertifikat (PEM)

# $name (String)
# $moment (String)
seal-verdict-intact = Utuh. Berkas ini tidak berubah sejak disegel oleh { $name } pada { $moment }.
# $name (String)
# $moment (String)
seal-verdict-whole = Utuh, tetapi kuncinya belum dipastikan. Berkas ini tidak berubah sejak disegel pada { $moment } dengan kunci bernama { $name }. Nama itu dapat ditulis siapa saja. Cocokkan sidik kuncinya dengan yang ada di halaman instansi, atau periksa lagi dengan --key segel.pem.
# $bytes (String)
# $name (String)
seal-verdict-appended = Tidak utuh. Bagian yang disegel { $name } masih asli, tetapi sesudahnya ditambahkan { $bytes } bita. Yang Anda lihat mungkin berasal dari tambahan itu. Mintalah berkas yang asli kepada instansi.
# $name (String)
seal-verdict-other-key = Bukan segel yang Anda percaya. Berkas ini disegel dengan kunci lain yang bernama { $name }. Mintalah berkas yang asli kepada instansi, atau cocokkan sidik kuncinya bila instansi pernah mengganti kunci.
seal-verdict-altered = Tidak utuh. Berkas ini bersegel, tetapi isinya bukan lagi yang disegel. Mintalah berkas yang asli kepada instansi.
seal-verdict-none = Tidak bersegel. Di dalam berkas ini tidak ada segel Netral. Pastikan ini berkas PDF yang asli, bukan hasil pindai atau simpan ulang.
# $fingerprint (String)
seal-fingerprint-line = Sidik kunci: { $fingerprint }
# $name (String)
# $number (String)
seal-passkey-over-this = Kunci masuk { $name } menandatangani naskah pakta ini, nomor { $number }.
# $name (String)
# $number (String)
seal-passkey-over-another = Kunci masuk { $name } menandatangani naskah pakta nomor { $number }, tetapi sidik jari naskah itu tidak ada di dalam berkas ini. Periksa apakah berkas dan buktinya sepasang.
seal-passkey-wrong = Kunci masuk di dalam bukti tidak menandatangani naskah yang menyertainya. Mintalah bukti yang asli kepada penandatangan.
seal-passkey-unreadable = Berkas bukti kunci masuk tidak terbaca. Pakailah berkas bukti-kunci-masuk.json sebagaimana diunduh.
