import { type Entry, of } from './entry.ts';

/** Manuals of Turkish providers in our own words. Labelled before the reader knew the language (November 2026). */
export const turkish: readonly Entry[] = [
  of(
    'developer.idefix.com',
    [
      '+self-service',
      'API KEY ve API SECRET KEY bilgilerinize satıcı panelindeki Entegrasyon Bilgileri sayfasında “Yeni API Oluştur” butonuna tıklayarak ulaşırsınız.',
    ],
    ['', 'Canlı ortamda herhangi bir IP yetkilendirmesine gerek yoktur.'],
    ['', 'Ürünler önce onay sürecinden geçer; içerik ekibi ürünü onaylayana kadar satışa açılmaz.'],
  ),
  of(
    'developer.oderopay.com.tr',
    ['+self-service', 'API anahtarlarınızı üye işyeri panelinin Profil sayfasından alabilirsiniz.'],
    ['', 'Test ortamından alınan anahtarlar canlı ortamda çalışmaz.'],
  ),
  of(
    'dev.wisecp.com',
    ['+self-service', 'Panelde Ayarlar → API Kimlik Bilgileri ekranını açın ve yeni bir anahtar oluşturun.'],
    ['+scopes', 'Anahtarın izinlerini seçin; her anahtarın yetkilerini yalnız gereken kaynaklarla sınırlayın.'],
    ['', 'Siparişlerin faturaları bu uçtan listelenir.'],
  ),
  of(
    'wespoke.ai',
    ['+never-expires', 'Son kullanma tarihi belirtilmezse anahtarın süresi dolmaz.'],
    ['', 'Geçersiz istek parametreleri için 400 hatası döner.'],
  ),
  of(
    'pratikesnaf.com',
    ['+expires=86400', 'Token 24 saat geçerlidir.'],
    ['+expires=3600', 'Erişim token’ının geçerlilik süresi 60 dakikadır.'],
  ),
  of(
    'myaidepartments.com',
    ['+self-service', 'Ayarlar > API Anahtarları bölümüne gidin ve “Yeni API Anahtarı Oluştur” butonuna tıklayın.'],
    ['+revocable', 'Kaybolan anahtarı panelden hemen iptal edebilirsiniz.', '+self-service'],
  ),
  of(
    'opencode.ai/tr',
    ['+bearer', 'Anahtarı Authorization başlığında bearer token olarak gönderin.'],
    ['', 'Anahtarınızı kimseyle paylaşmayın.'],
  ),
  of(
    'loncadev.github.io',
    ['+approval', 'API erişimi için başvuru formunu doldurun; başvurunuz ekibimiz tarafından incelenir ve onaylanır.'],
    ['+approval', 'Canlı ortam anahtarları sözleşme onaylandıktan sonra tarafımızdan gönderilir.'],
    ['+sign-up', 'Başlamak için ücretsiz hesap oluşturun.', '+self-service'],
  ),
].flat();
