readings-title = Pembacaan surat edaran
readings-lead = Surat edaran yang dibacakan di unit, dengan foto daftar hadir yang ditandatangani.
readings-none = Belum ada pembacaan yang dicatat.
reading-title = Pembacaan surat edaran di unit
reading-record = Catat pembacaan bersama
reading-record-title = Catat pembacaan surat edaran
reading-lead = Untuk yang hadir saat surat edaran dibacakan, terutama yang tanpa ponsel. Centang mereka yang menandatangani daftar hadir. Ini hanya tercatat sebagai sudah membaca; pertanyaan dan pakta tetap milik masing-masing.
reading-nothing-new = Tidak ada yang dicatat: semua yang dicentang sudah tercatat membaca.
reading-nobody = Semua orang di unit ini sudah tercatat membaca, atau tidak ada yang cocok.
# $people (Number)
# $count (String)
# $names (String)
reading-elsewhere = { $people ->
    [0] Tidak ada yang dicatat. Hari ini tidak bertugas di unit ini: { $names }. Catat mereka di unitnya sekarang.
   *[other] { $count } orang sudah dicatat bersama fotonya. Yang tidak dicatat, karena hari ini tidak bertugas di unit ini: { $names }. Catat mereka di unitnya sekarang.
}
# $people (Number)
# $count (String)
reading-found = { $people ->
   *[other] { $count } orang belum tercatat membaca. Yang tanpa ponsel lebih dulu.
}
# $people (Number)
# $count (String)
reading-people = { $people ->
   *[other] { $count } orang
}
reading-held = Hari pembacaan
reading-place = Tempat
reading-reader = Dibacakan oleh
reading-officer = Dicatat oleh
# $name (String)
# $at (String)
reading-officer-at = { $name }, { $at }
reading-there = Yang hadir
reading-photo = Foto daftar hadir yang ditandatangani
reading-save = Catat yang dicentang
reading-error-day = Hari pembacaan tidak boleh sesudah hari ini atau sebelum surat edaran terbit.
reading-error-reader = Tulis siapa yang membacakan, paling panjang 120 huruf.
reading-see-photo = Buka foto daftar hadir
reading-compare-hint = Beberapa baris diundi untuk dibandingkan BKPSDM dengan fotonya. Yang mencatat dan orangnya sendiri tidak membandingkannya.
reading-compared = Pembandingan
reading-to-compare = Menunggu dibandingkan
reading-not-drawn = Tidak diundi
reading-agreed = Ada tanda tangannya
reading-reversed = Tidak ditemukan di foto; tidak lagi dihitung membaca
reading-stays = Tidak ditemukan di foto; tetap dihitung membaca karena sudah lulus cek pemahaman
# $lines (Number)
# $count (String)
reading-waiting = { $lines ->
   *[other] { $count } baris menunggu dibandingkan
}
reading-none-waits = Sudah dibandingkan
reading-was-there = hadir saat dibacakan
# $people (Number)
# $count (String)
reading-heard = { $people ->
   *[other] { $count } orang di antaranya tercatat membaca karena hadir saat surat edaran dibacakan.
}
