kept-title = Isian Anda masih ada
kept-lead = Isian ini belum terkirim, karena kami perlu memastikan lebih dahulu bahwa ini Anda. Periksa sebentar, lalu kirim.
# $time (String)
kept-typed = Terputus pada { $time }. Dapat dikirim dalam 2 jam sesudahnya.
kept-look = Yang Anda ketik
# $name (String)
kept-file = Pilih lagi berkas { $name }
kept-file-hint = Berkas tidak ikut disimpan.
kept-secrets = Kata sandi tidak ikut disimpan. Bila perlu, kami tanyakan lagi.
kept-send = Kirim isian ini
kept-back = Kembali ke halamannya tanpa mengirim
kept-waits = Sesi Anda berakhir sebelum isian Anda terkirim. Isian itu tidak hilang: masuk lagi di halaman ini dalam 2 jam, lalu kirim.
kept-waits-still = Isian Anda belum terkirim dan tidak hilang. Sesudah langkah ini Anda dapat mengirimnya.
kept-gone-title = Isian itu tidak dapat dibuka
kept-gone-text = Isian yang terputus hanya dapat dibuka oleh orang yang mengetiknya, paling lama 2 jam sesudahnya. Buka lagi halamannya, lalu isi sekali lagi.
kept-lost-title = Salin dahulu isian Anda
kept-lost-large = Isian ini belum terkirim dan terlalu besar untuk kami bawa. Salin teks di bawah ini, lanjutkan di tab baru, buka lagi halamannya, lalu tempel.
kept-lost-ended = Isian ini belum terkirim. Sesi Anda sudah diakhiri, jadi kami tidak tahu lagi siapa yang mengetiknya. Salin teks di bawah ini, lanjutkan di tab baru, buka lagi halamannya, lalu tempel.
# $number (Number)
kept-lost-text = Isian { $number }
kept-lost-on = Lanjutkan di tab baru
