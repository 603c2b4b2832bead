absence-leave = Cuti
absence-study = Tugas belajar
absence-long-illness = Sakit lama
absence-seconded-out = Diperbantukan ke instansi lain
absence-seconded-in = Diperbantukan dari instansi lain
due-reason-joined = surat edaran diterima kemudian
due-reason-away = tidak di tempat pada batas waktu umum
due-reason-seconded = diperbantukan
# $date (String)
# $why (String)
due-own = { $date } ({ $why })
# $why (String)
due-later = Ditentukan setelah kembali ({ $why })
# $why (String)
due-own-why = Batas waktu Anda sendiri: { $why }.
due-own-label = Batas waktu
# $date (String)
due-own-by = Batas waktu sendiri: { $date }
due-own-later = Batas waktu setelah kembali
# $people (Number)
# $count (String)
coverage-later = { $people ->
   *[other] { $count } orang yang belum punya batas waktu sendiri yang belum lewat: tidak di tempat, diperbantukan, atau baru bergabung. Mereka belum terlambat.
}
absence-title = Masa tidak di tempat
absence-lead = Catat cuti, tugas belajar, sakit lama, dan penugasan di instansi lain. Dari tanggalnya dihitung batas waktu orang ini. Jangan menulis diagnosis.
absence-link = Masa tidak di tempat
absence-open = Batas waktu tugas yang terbuka
absence-periods = Masa yang tercatat
absence-none = Belum ada masa tidak di tempat yang dicatat.
absence-kind = Jenis
absence-kind-hint = Pilih yang paling tepat.
absence-letter = Nomor surat
absence-letter-label = Nomor surat (jika ada)
absence-record = Dicatat oleh
absence-until-open = Belum diketahui
# $name (String)
# $at (String)
absence-struck = Dicoret oleh { $name }, { $at }
absence-correct = Perbaiki
absence-strike = Coret
absence-new = Catat masa tidak di tempat
absence-correct-title = Perbaiki masa tidak di tempat
absence-since = Hari pertama
absence-until = Hari terakhir
absence-until-hint = Kosongkan jika belum diketahui. Selama itu tidak ada yang dianggap terlambat.
absence-save = Simpan
absence-saved-title = Tersimpan
absence-saved = Batas waktu tugas yang terbuka sudah dihitung lagi.
absence-error-kind = Pilih jenis masa tidak di tempat.
absence-error-oneself = Anda tidak dapat mencatat tentang diri sendiri. Minta rekan Anda melakukannya.
absence-error-since = Hari pertama lebih dari sepuluh tahun dari hari ini. Periksa tahunnya.
absence-error-until = Hari terakhir tidak boleh sebelum hari pertama atau lebih dari sepuluh tahun dari hari ini.
absence-error-letter = Tulis nomor surat paling panjang 120 huruf.
absence-rules = Cara batas waktu dihitung
# $days (Number)
# $count (String)
absence-rule-return = { $days ->
   *[other] Yang tidak di tempat pada batas waktu mendapat { $count } hari kerja, dihitung sejak hari pertama kembali.
}
# $days (Number)
# $count (String)
absence-rule-joined = { $days ->
   *[other] Yang menerima surat edaran sesudah hari terbitnya mendapat { $count } hari kerja sesudah menerimanya, jika itu lebih lambat daripada batas waktu umum.
}
absence-rule-there = Yang diperbantukan berkewajiban di tempat ia bertugas.
absence-rule-home = Yang diperbantukan berkewajiban di instansi asalnya.
absence-rule-whose = Ini aturan instansi Anda, yang diatur pengelola program. Kami tidak menemukan peraturan yang menentukannya.
