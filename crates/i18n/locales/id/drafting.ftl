## Menyusun: contoh naskah, lampiran, dan peringatan
draft-template = Mulai dari contoh naskah
draft-template-which = Contoh mana yang tepat?
