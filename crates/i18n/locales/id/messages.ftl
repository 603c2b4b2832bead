notices-title = Pemberitahuan untuk Anda
notices-read = Tandai sudah dibaca
notices-before = Pemberitahuan yang sudah dibaca
# $date (String)
notice-published = Surat edaran baru untuk Anda. Selesaikan tugasnya paling lambat { $date }.
# $date (String)
notice-due-soon = Tugas Anda menunggu. Selesaikan paling lambat { $date }.
# $date (String)
notice-late = Batas tugas Anda, { $date }, sudah lewat. Anda tetap dapat menyelesaikannya sekarang.
# $date (String)
notice-asked = Unit Anda mengingatkan: tugas Anda menunggu. Batasnya { $date }.
# $people (Number)
# $count (String)
# $date (String)
notice-late-count = { $people ->
   *[other] { $count } orang di unit Anda belum menyelesaikan tugasnya. Batasnya { $date }.
}
# $moment (String)
notice-slip = Slip aktivasi dicetak untuk Anda pada { $moment }. Bukan permintaan Anda? Beri tahu BKPSDM.
# $moment (String)
notice-signed = Pakta ditandatangani atas nama Anda pada { $moment }. Bukan Anda? Katakan di bawah ini, pada dokumen itu.
# $moment (String)
notice-pledged = Ikrar dicatat atas nama Anda pada { $moment }. Bukan Anda? Katakan di bawah ini, pada ikrar itu.
notice-appointed = Jabatan Anda di Netral berubah: Anda tercatat memangku, atau selesai memangku, suatu jabatan. Bila keliru, beri tahu BKPSDM.
notice-open-unit = Lihat unit saya
later-published = Surat edaran baru untuk Anda. Batas waktunya setelah Anda kembali.
later-waiting = Tugas Anda menunggu. Batas waktunya setelah Anda kembali.
later-asked = Unit Anda mengingatkan: tugas Anda menunggu. Batas waktunya setelah Anda kembali.
remind-all = Ingatkan semua
remind-all-hint = Mereka mendapat pemberitahuan di beranda. Yang sudah mendapat hari ini tidak diingatkan lagi.
remind-done-title = Sudah
# $people (Number)
# $count (String)
remind-done = { $people ->
   *[other] { $count } orang diingatkan.
}
# $people (Number)
# $count (String)
remind-already = { $people ->
   *[other] { $count } orang sudah diberi tahu hari ini, jadi tidak diingatkan lagi.
}
remind-nobody = Tidak ada yang perlu diingatkan sekarang.
job-remind = Mengingatkan yang belum
mail-greeting = Yth. Bapak/Ibu,
mail-subject-published = Surat edaran baru untuk Anda
mail-subject-due-soon = Tugas Anda menunggu
mail-subject-know-soon = Surat edaran menunggu Anda baca
mail-subject-late = Batas tugas Anda sudah lewat
mail-subject-asked = Unit Anda mengingatkan: tugas Anda menunggu
mail-subject-late-count = Unit Anda belum selesai
mail-subject-slip = Slip aktivasi dicetak untuk Anda
mail-subject-signed = Ditandatangani atas nama Anda
mail-subject-excepted = Ada catatan tentang Anda
mail-subject-handover = Serah terima peran yang menyangkut Anda
mail-subject-pledged = Ikrar dicatat atas nama Anda
mail-subject-appointed = Catatan jabatan Anda berubah
# $date (String)
mail-published = Ada surat edaran baru untuk Anda. Selesaikan tugasnya paling lambat { $date }.
# $date (String)
# $days (Number)
# $count (String)
mail-due-soon = { $days ->
    [0] Tugas Anda menunggu. Batasnya hari ini, { $date }.
   *[other] Tugas Anda menunggu. Batasnya { $date }, { $count } hari kalender lagi.
}
# $date (String)
mail-late = Batas tugas Anda, { $date }, sudah lewat. Anda tetap dapat menyelesaikannya sekarang.
# $date (String)
mail-asked = Unit Anda mengingatkan: tugas Anda menunggu. Batasnya { $date }.
# $date (String)
mail-late-count = Masih ada orang di unit Anda yang belum menyelesaikan tugasnya. Batasnya { $date }.
mail-slip = Slip aktivasi dicetak untuk Anda. Bukan permintaan Anda? Beri tahu BKPSDM.
mail-signed = Pakta ditandatangani atas nama Anda. Bukan Anda? Beri tahu BKPSDM.
mail-excepted = Ada catatan tentang tugas Anda. Baca di beranda; Anda dapat menanggapinya.
mail-handover = Ada serah terima peran yang menyangkut Anda. Masuklah untuk melihatnya.
mail-pledged = Ikrar dicatat atas nama Anda. Bukan Anda? Masuk dan katakan di beranda, atau beri tahu BKPSDM.
mail-appointed = Catatan jabatan Anda berubah. Masuklah untuk melihatnya. Bila keliru, beri tahu BKPSDM.
mail-open = Buka:
# $institution (String)
mail-foot = { $institution } mengirim surel ini secara otomatis lewat Netral. Kami tidak pernah meminta kata sandi atau kode lewat surel.
mail-stop = Berhenti menerima surel ini:
mail-example = Contoh rekaan: orang dan pemerintah di sini tidak sungguhan.
channel-email = Surel
channel-whatsapp = WhatsApp
nav-sent = Pesan keluar
sent-title = Pesan keluar
sent-lead = Pengingat yang keluar dari Netral dalam 30 hari kalender terakhir. Yang tampil hanya angka, tanpa nama.
sent-closed = Instalasi ini belum mengirim pesan keluar. Pengingat tampil di beranda setiap orang. Pengelola server dapat membukanya dengan pengaturan mail_server.
sent-channels = Jalur yang dibuka
quiet-hours = Jam tenang
quiet-none = Tidak ada
# $from (String)
# $until (String)
# $zone (String)
quiet-from-until = { $from } sampai { $until } { $zone }
sent-most = Paling banyak
# $most (Number)
# $count (String)
sent-most-a-day = { $most ->
   *[other] { $count } pengingat per orang per jalur dalam satu hari kalender
}
sent-parked-title = Gagal terkirim
# $messages (Number)
# $count (String)
# $tries (String)
sent-parked = { $messages ->
   *[other] { $count } pesan berhenti setelah dicoba { $tries } kali, atau dihentikan karena data dipulihkan dari cadangan. Perbaiki sebabnya, lalu kirim lagi.
}
sent-resend = Kirim lagi
sent-unclear-title = Tidak jelas sampai atau tidak
# $messages (Number)
# $count (String)
sent-unclear = { $messages ->
   *[other] { $count } pesan terputus saat diserahkan. Bila dikirim lagi, sebagian orang mungkin menerimanya dua kali.
}
sent-resend-unclear = Kirim lagi yang tidak jelas
# $messages (Number)
# $count (String)
sent-again = { $messages ->
   *[other] { $count } pesan akan dikirim lagi.
}
sent-counts = Jumlah menurut keadaan
sent-nothing = Belum ada pesan.
sent-about = Tentang
sent-channel = Jalur
sent-state = Keadaan
sent-reason = Sebab
sent-count = Jumlah
sent-last = Terakhir
kind-published = Surat edaran baru
kind-due-soon = Batas mendekat
kind-late = Batas terlewat
kind-late-count = Jumlah yang terlambat, untuk kepala unit
kind-asked = Diminta diingatkan
kind-slip = Slip aktivasi
kind-signed = Ditandatangani
kind-excepted = Catatan tentang orangnya
kind-handover = Serah terima peran
kind-pledged = Ikrar dicatat
kind-appointed = Jabatan dicatat
dispatch-waiting = Menunggu
dispatch-sending = Dalam pengiriman
dispatch-sent = Terkirim
dispatch-dropped = Tidak perlu dikirim
dispatch-refused = Ditolak
dispatch-parked = Gagal
dispatch-unclear = Tidak jelas
mishap-unreachable = Server tidak dapat dihubungi dengan aman
mishap-sign-in = Server menolak nama, kata sandi, atau alamat pengirim kita
mishap-later = Server meminta dicoba lagi nanti
mishap-too-many = Server meminta lebih sedikit pesan
mishap-refused = Server menolak penerima atau pesannya
mishap-address = Alamat di daftar pegawai tidak dapat dipakai
mishap-broken-off = Sambungan terputus saat diserahkan
mishap-restored = Berasal dari cadangan yang dipulihkan
mishap-done = Tugasnya sudah selesai
mishap-switched-off = Orangnya memilih tidak diingatkan lewat jalur ini
mishap-no-contact = Tidak ada lagi alamat di daftar pegawai
mishap-too-old = Tidak dikirim: sudah lewat tiga hari kalender
reminders-title = Pengingat
reminders-lead = Pengingat selalu tampil di beranda Anda. Pilih lewat apa lagi Anda ingin diingatkan.
reminders-always = Yang menyangkut keamanan Anda selalu dikirim ke surel Anda, apa pun pilihan di bawah ini: slip aktivasi dicetak untuk Anda, atau ikrar atau pakta dicatat atas nama Anda.
# $hours (String)
reminders-quiet = Pukul { $hours } Anda tidak diingatkan.
reminders-closed = Instalasi ini belum mengirim pengingat ke luar.
reminders-ways = Ingatkan saya juga lewat
reminders-email-hint = Ke alamat surel Anda di daftar pegawai.
reminders-whatsapp-hint = Ke nomor telepon Anda di daftar pegawai.
reminders-no-contact = Daftar pegawai belum memuat alamat Anda. Minta BKPSDM melengkapinya.
reminders-language = Bahasa pengingat
reminders-save = Simpan
reminders-saved = Pilihan Anda disimpan.
reminders-account-text = Atur lewat apa dan dalam bahasa apa Anda diingatkan.
reminders-account-link = Atur pengingat
# $channel (String)
stop-title = Berhenti diingatkan lewat { $channel }?
stop-text = Pengingat tetap tampil di beranda Netral, dan batas waktu tugas tidak berubah.
stop-always = Yang menyangkut keamanan akun tetap dikirim lewat surel: slip aktivasi dicetak, atau ikrar atau pakta dicatat atas nama penerima.
stop-button = Ya, berhenti
stop-done-title = Sudah berhenti
# $channel (String)
stop-done = Netral tidak lagi mengirim pengingat lewat { $channel } kepada penerima pesan itu.
stop-again = Berubah pikiran? Masuk, lalu buka
# $date (String)
notice-know-soon = Baca surat edaran dan jawab pertanyaannya paling lambat { $date }.
# $date (String)
mail-know-soon = Tugas Anda menunggu. Baca surat edaran dan jawab pertanyaannya paling lambat { $date }.
kind-know-soon = Batas mengetahui mendekat
