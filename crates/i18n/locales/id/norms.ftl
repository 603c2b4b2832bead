rules-norms-link = Lihat semua norma
rules-changes-link = Lihat yang berubah di antara dua tanggal
rules-search = Cari kata
rules-search-hint = Misalnya: kampanye fasilitas. Semua kata harus ada.
rules-day = Berlaku pada tanggal
rules-show = Tampilkan
rules-all = Tampilkan semua aturan
rules-none = Belum ada yang cocok. Kurangi katanya, atau pakai kata lain.
# $date (String)
rules-on = Yang berlaku pada { $date }, termasuk yang keberlakuannya belum kami ketahui.
# $count (String)
rules-more = Ada { $count } lagi. Tambah kata supaya lebih sedikit.
norms-title = Norma
norms-lead = Setiap norma dengan dasar, keadaan berlakunya, dan tafsirnya. Norma diambil dari aturan, dengan kata-kata kami sendiri.
norms-all = Semua norma
norms-norm = Norma
norms-id = Kode
norms-kind = Jenis
norms-category = Kategori
norms-no-category = Tanpa kategori
norms-all-categories = Semua kategori
norms-all-instruments = Semua aturan
norms-reach = Berlaku surut
norms-reaches-back = Menjangkau juga perbuatan sebelum mulai berlakunya, menurut keadaan di bawah.
norms-penalties = Sanksi yang disebut
norms-certainty = Keyakinan
norms-pages = Halaman norma
# $page (String)
# $pages (String)
norms-page = Halaman { $page } dari { $pages }
# $norms (Number)
# $count (String)
norms-count = { $norms ->
   *[other] { $count } norma
}
norms-part-norm = Dasar norma.
norms-part-sanction = Dasar sanksi.
norms-no-act = Bukan tentang perbuatan
norms-when = Kapan berlaku
norms-when-lead = Semua baris harus terpenuhi; setiap baris terpenuhi oleh salah satu jawabannya.
norms-or-when = Atau bila
norms-except = Kecuali
norms-degrees = Kategori menurut keadaan
norms-degrees-lead = Yang pertama terpenuhi menentukan kategorinya.
norms-reading-never = Menurut tafsir ini norma ini tidak berlaku.
# $category (String)
norms-reading-category = Menurut tafsir ini kategorinya: { $category }.
norms-reading-same = Menurut tafsir ini norma ini berlaku seperti tertulis di atas.
norms-reading-limits = Menurut tafsir ini norma ini berlaku hanya bila:
norms-examples = Contoh
norms-example-applies = Norma ini berlaku.
norms-example-not = Norma ini tidak berlaku.
norms-example-disputed = Tafsirnya berbeda.
norms-example-open = Belum pasti, bergantung pada yang belum diketahui.
norms-no-decision = Halaman ini bukan putusan. Yang memutuskan adalah pejabat berwenang, sesudah orangnya didengar.
norms-of-provision = Normanya:
norms-kind-principle = Asas
norms-kind-duty = Kewajiban
norms-kind-prohibition = Larangan
norms-kind-permission = Kebolehan
norms-kind-requirement = Syarat
norms-kind-sanction = Sanksi
norms-kind-power = Kewenangan
norms-kind-procedure = Prosedur
norms-kind-scope = Cakupan
norms-kind-instrument = Aturan secara utuh
rule-changes-title = Perubahan aturan
rule-changes-lead = Aturan, norma, dan sanksi yang mulai berlaku, berubah, atau berakhir. Yang harinya tidak tercatat tidak ada di sini.
rule-changes-from = Dari tanggal
rule-changes-to = Sampai tanggal
# $from (String)
# $to (String)
rule-changes-between = Dari { $from } sampai { $to }
rule-changes-none = Tidak ada perubahan yang tercatat di antara kedua tanggal itu.
rule-changes-error-order = Pilih tanggal awal yang tidak lebih lambat daripada tanggal akhir.
