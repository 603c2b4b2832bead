way-own-account = Dengan akun sendiri
# $name (String)
way-kiosk = Di komputer kios yang dibuka { $name }
# $name (String)
way-reading = Hadir saat pembacaan bersama, dicatat { $name }
# $name (String)
way-paper = Di atas kertas, dinyatakan benar oleh { $name }
assurance = Cara menandatangani
assurance-own-device = Di perangkat sendiri
assurance-shared-device = Di perangkat yang dipakai bersama
assurance-kiosk = Di komputer kios
assurance-paper = Di atas kertas
proof-password = kata sandi ditanyakan sekali lagi
proof-passkey = dengan sidik jari, wajah, atau kunci layar
