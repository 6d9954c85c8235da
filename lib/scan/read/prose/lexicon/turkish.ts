/** Turkish. Endings pile up on a word, so that most rows are beginnings of words. */
export const turkish = `
stop: ve, bir, bu, için, olarak, veya, değil, gibi, sonra, üzerinden, olan, tüm, göre, kadar, ancak, yalnızca, sadece, edilir, nasıl, ya da, gerekir, gerekmektedir, altında, yapılır, geçerlidir, dakikadır, saattir, anahtarı, anahtarın, anahtarını, anahtarınızı, anahtarlarınızı, hemen, panelden, edebilirsiniz, alabilirsiniz, bulunur, gönderilir, tıklayın, gidin, seçin, belirtilmezse, dolmaz, kendi, ayrıca
key: api anahtar*, anahtar*, api key*, api bilgi*, api kimlik bilgi*, kimlik bilgi*, erişim anahtar*, gizli anahtar*, api secret*, secret key*, entegrasyon bilgi*, api şifre*
token: token*, erişim token*, belirteç*, erişim belirtec*, jeton*, jwt
client: istemci kimliği, istemci id, istemci secret, istemci gizli anahtar*, client id, client secret
otherkey: açık anahtar*, özel anahtar*, şifreleme anahtar*, ssh anahtar*, webhook anahtar*, imza anahtar*, lisans anahtar*
make: oluştur*, üret*, yarat*, tanımla*, ekle*
find: kopyala*, bulabil*, bulun*, görüntüle*, göster*, ulaş*, yer alır, yer alan, hazır bulunur
get: alın, alınız, alırsınız, alabilirsiniz, alıp, alarak, almak, alması, alınır, edinin, edinebilirsiniz, edinmek, temin*, elde ed*
click: tıkla*, basın, basarak, seçin, gidin, girin, giriş yap*, açın, düğme*, buton*
place: panel*, hesab*, hesap*, ayarlar*, profil*, sayfası*, menü*, sekme*, bölüm*, konsol*, portal*, ekran*
atonce: hemen, anında, otomatik, ücretsiz, bir kez, hazır bulunur, kendiniz, oluşturulduğu anda
signup: üye olun, üye olup, üye olduktan, kayıt ol*, kaydol*, hesap aç*, hesap oluştur*, ücretsiz hesap
ask: talep*, başvur*, formu doldur*, formunu doldur*
contact: iletişime geç*, bize yaz*, arayın, bize ulaş*, e posta gönderin
approve: onay*, incelen*, inceleriz, incelemesi*, değerlendir*, sözleşme*, uygun bulun*
vendor: ekibimiz*, ekibi, destek ekib*, satış ekib*, müşteri temsilci*, çağrı merkez*, biz, tarafımız*
give: verilir, veriyoruz, veririz, gönderilir, gönderiyoruz, iletilir, paylaşılır, tanımlanır
partner: iş ortağ*, iş ortak*, çözüm ortağ*
door: api*, erişim*, canlı ortam*, test ortam*, entegrasyon*
user: kullanıcı*, müşteri*, satıcı*
life: geçerli*, geçerlilik*, süre*, ömr*
ends: süresi dol*, sona er*, geçerliliğini yitir*
never: süresi dolmaz, süresiz*, süresi yok*, sona ermez
until: edilene kadar, olana kadar, edilinceye kadar
again: yeniden, tekrar, yeni
renew: yenile*
revoke: iptal*, silin*, silebil*, devre dışı*, geçersiz kıl*, kaldır*
permission: izin*, yetki*
restrict: sınırla*, kısıtla*, seçin, belirle*
limitverb: sınırla*, kısıtla*
wherefrom: alan ad*, ağ, ağlar*
role: rol, rolü, roller*
readonly: salt okunur, okuma
send: gönder*, ilet*, eklen*, taşı*
header: başlığ*, başlık*, header*
no: yok, olmadan
neg: değil, gerekmez, gerekmiyor
support: destekle*, gerek*
denied: desteklenmez, desteklenmiyor, desteklemez, kullanılmaz, yoktur, yok sayılır
basic: basic authentication, basic auth*, temel kimlik doğrulama
query: sorgu parametre*, url parametre*
app: uygulama*
test: test ortam*, sandbox, test hesab*, stage
production: canlı ortam*, canlıya, prod
error: hata*, 401, 403, geçersiz
refresh: yenileme token*, refresh token*
trade: takas*, değiştirilir
u:1: saniye*
u:60: dakika*
u:3600: saat*
u:86400: gün, günlük, gündür, günde
u:604800: hafta, haftalık, haftadır
u:2592000: ay, aylık, aydır
u:31536000: yıl*
within: içinde
noauth: anahtar gerekmez, anahtarı gerekmez, kimlik doğrulama gerekmez, kayıt gerekmez, token gerekmez
cookieword: çerez*
notapi: sipariş*, ürün*, fatura*, mağaza*, webhook*
nowait: beklemeden, beklemek gerekmez, beklemeniz gerekmez, beklemeye gerek yok
wegive: veriyoruz, gönderiyoruz, iletiyoruz, oluşturuyoruz
reply: yanıt*, cevap*, cevab*
`;
