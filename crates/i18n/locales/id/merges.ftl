merge-alike-title = Catatan kembar
merge-alike-lead = Kadang satu orang tercatat dua kali, misalnya sekali dengan NIP dan sekali dengan NIK. Anda membandingkan dan mengusulkan; petugas lain yang mengesahkan.
merge-alike-found = Mungkin orang yang sama
merge-alike-none = Tidak ada catatan yang mungkin kembar.
merge-alike-more = Yang ditampilkan 50 pasangan pertama. Yang lain muncul setelah ini diselesaikan.
merge-alike-compare = Bandingkan
# $one (String)
# $other (String)
merge-alike-both = { $one } dan { $other }
merge-alike-one = Catatan pertama
merge-alike-other = Catatan kedua
merge-same = Yang sama
merge-same-name = nama
merge-same-birth = tanggal lahir di nomornya
merge-same-phone = telepon
merge-same-email = surel
merge-same-kind = satu dengan nomor pegawai, satu dengan NIK
merge-all = Penyatuan
merge-all-none = Belum ada penyatuan.
merge-kept = Dipertahankan
merge-ended = Disatukan ke dalamnya
merge-proposed-at = Diusulkan pada
merge-proposed-by = Diusulkan oleh
merge-decided-at = Diputuskan pada
merge-decided-by = Diputuskan oleh
merge-parted-at = Dipisahkan pada
merge-parted-by = Dipisahkan oleh
merge-parted-reason = Alasan pemisahan
merge-state = Keadaan
merge-state-proposed = Menunggu petugas kedua
merge-state-done = Disatukan
merge-state-refused = Ternyata dua orang
merge-state-called-off = Usulan ditarik
merge-state-undone = Dipisahkan lagi
merge-link = Satukan dengan catatan lain
# $state (String)
# $date (String)
merge-of-record = Penyatuan, diusulkan { $date }: { $state }
merge-was-merged = Catatan yang Anda buka sudah disatukan ke dalam catatan ini.
merge-find-title = Satukan dengan catatan lain
# $name (String)
merge-find-lead = Tulis nomor yang tercatat pada catatan lain dari { $name }. Anda membandingkan keduanya dulu; belum ada yang berubah.
merge-find-number = Nomor pada catatan lain
merge-find-hint = NIP, NI PPPK, atau NIK, lengkap.
merge-find = Bandingkan
merge-review-title = Bandingkan dua catatan
merge-swap = Pertahankan catatan yang lain
merge-what = Isi
merge-name = Nama
merge-roles = Peran yang diberikan
merge-absences = Tidak di tempat
merge-nothing = Tidak ada
merge-drives = Yang sudah dikerjakan
merge-drive = Gerakan
merge-after = Setelah disatukan
# $step (String)
# $moment (String)
merge-step = { $step }: { $moment }
# $step (String)
# $moment (String)
# $way (String)
merge-step-way = { $step }: { $moment } ({ $way })
# $number (String)
merge-pact = Pakta { $number }
merge-rules = Yang terjadi bila disahkan
merge-rule-rows = Nomor, kontak, penempatan, jabatan, dan masa tidak di tempat pindah ke catatan yang dipertahankan. Bila keduanya punya nomor atau kontak sejenis, yang dipertahankan tetap berlaku dan yang lain menjadi riwayat.
merge-rule-proofs = Pakta dan bukti lain tetap seperti saat diberikan dan dihitung untuk catatan yang dipertahankan. Dari tiap langkah berlaku waktu yang paling awal.
merge-rule-account = Akun catatan yang disatukan ditutup saat itu juga. Kedua nomor lalu membuka akun catatan yang dipertahankan.
merge-rule-parted = Selama 30 hari kalender keduanya masih dapat dipisahkan lagi.
merge-reason = Mengapa keduanya orang yang sama?
merge-reason-hint = Paling banyak 500 huruf. Sebut apa yang Anda cocokkan, misalnya SK atau KTP.
merge-propose = Usulkan penyatuan
merge-blocked = Belum dapat disatukan
merge-block-proposed = Salah satu catatan ada dalam usulan penyatuan lain. Putuskan dulu usulan itu.
merge-block-merged-away = Salah satu catatan sudah disatukan ke catatan lain. Buka catatan yang dipertahankan.
merge-block-account = Hanya catatan kedua yang punya akun. Pertahankan catatan itu.
merge-block-post = Keduanya memegang jabatan yang sama pada waktu yang sama. Perbaiki dulu di halaman Jabatan.
merge-block-role = Catatan kedua memegang peran. Minta administrator mengakhirinya dulu, atau pertahankan catatan itu.
merge-block-duty = Catatan kedua memegang jabatan yang memberi wewenang: kepala daerah, sekretaris daerah, atau kepala unit. Pertahankan catatan itu, atau akhiri dulu jabatannya.
merge-block-delegation = Ada pelimpahan dari atau kepada catatan kedua yang belum berakhir. Akhiri dulu pelimpahan itu.
merge-block-handover = Ada serah terima dari atau kepada catatan kedua yang menunggu jawaban. Selesaikan dulu serah terima itu.
merge-block-exception = Catatan kedua tercatat dibebaskan atau menolak. Akhiri dulu catatan itu, lalu catat lagi pada yang dipertahankan.
merge-block-pact = Ada pakta yang menunggu kepala unit memastikan penanda tangannya. Pastikan dulu.
merge-block-check = Ada tanda tangan yang masih diperiksa. Putuskan dulu pemeriksaannya.
merge-block-sheet = Ada lembar apel, daftar hadir pembacaan, atau paket desa yang belum selesai dicatat atau dicocokkan. Selesaikan dulu.
merge-error-same = Itu nomor catatan yang sama. Tulis nomor pada catatan yang lain.
merge-error-oneself = Salah satunya catatan Anda sendiri. Minta petugas lain mengerjakannya.
merge-error-second = Anda yang mengusulkan. Minta petugas lain mengesahkannya.
merge-error-reason = Tulis alasannya, paling banyak 500 huruf.
merge-error-over = Usulan ini sudah diputuskan.
merge-error-late = Sudah lewat 30 hari kalender, jadi penyatuan ini tetap.
merge-error-since = Catatan yang dipertahankan sudah disatukan lagi ke catatan lain. Pisahkan dulu penyatuan yang itu.
merge-one-title = Penyatuan dua catatan
merge-one-reason = Alasan
merge-saved = Usulan tersimpan. Petugas lain sekarang dapat mengesahkannya.
merge-confirmed = Kedua catatan sekarang satu.
merge-closed = Usulan ditutup. Tidak ada yang berubah.
merge-parted = Kedua catatan sudah terpisah lagi.
merge-wait-other = Yang mengesahkan petugas lain, bukan Anda.
merge-confirm-lead = Dengan mengesahkan, Anda menyatakan sudah membandingkan kedua catatan dan keduanya orang yang sama.
merge-confirm = Sahkan penyatuan
merge-refuse = Keduanya orang yang berbeda
merge-call-off = Tarik usulan
merge-moved = Yang dipindahkan
merge-moved-rows = Baris data pegawai
merge-moved-tasks = Gerakan yang dihitung bersama
# $date (String)
merge-part-until = Dapat dipisahkan sampai { $date } (30 hari kalender sejak disahkan).
merge-final = Lewat 30 hari kalender sejak disahkan: penyatuan ini tetap.
merge-part-title = Pisahkan lagi
merge-part-lead = Yang dipindahkan kembali ke catatan semula. Pemiliknya memerlukan slip aktivasi baru untuk masuk.
merge-part-stays = Yang dikerjakan setelah disatukan tetap pada catatan yang dipertahankan:
# $drive (String)
# $steps (String)
merge-part-stay = { $drive }: { $steps }
merge-part-reason = Mengapa dipisahkan?
merge-part = Pisahkan kedua catatan
merge-joined = Juga tercatat sebagai
import-former-number = Cocok lewat nomor lama orang ini
