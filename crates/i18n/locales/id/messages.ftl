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
notice-open-unit = Lihat unit saya
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
