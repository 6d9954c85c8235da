/** Polish. */
export const polish = `
stop: i, w, z, na, do, się, jest, są, nie, po, o, od, oraz, lub, jako, aby, można, dla, przez, ci, go, za, nasz*, naszym, każdej, nowy, wymagana, twój, twoje, swój, swoje, który, która, które, ten, ta, być, ze, jeśli, gdy, każdy, tylko, może, musi, zostanie, celu, ich, tym, nim, jej, jego, nad, czy, potem, konta, wybierz, kliknij, klucz, także, kluczy
key: klucz api, klucz* api, klucz*, dane uwierzytelniające, dane dostępowe, token* api, klucze api, dane logowania, klucza api, kluczy api, kluczem api, klucz dostępu, dane do api, dane autoryzacyjne, hasło aplikacji, tokeny api, token api, klucz prywatny api
token: token, tokeny, tokenu, tokena, token dostępu, tokenem, tokenów, tokeny dostępu, tokenu dostępu, tokena dostępu, access token, access_token, bearer tokenu, jwt, token jwt, token dostępowy, tokenie
client: identyfikator i sekret, identyfikator, sekret, client_id, client_secret, client id, client secret, identyfikator klienta, sekret klienta, id klienta
make: wygeneruj, generuj, utwórz, stwórz, tworz*, generow*, dodaj, zarejestruj, wygenerować, utworzyć, zarejestrować, utworzenie, stworzyć, wygenerowanie, wygenerowany, generując, generuje, dodać, nowego, nowy klucz, załóż, utworzy
find: skopiuj, znajdziesz, znajduje, zobacz, sprawdź, widoczny, zobaczysz, odczytać, znaleźć, znajdują, skopiować, wyświetl*, pojawi*, pokaż, dostępny, dostępne, widoczne, zapisz, odczytaj, zobaczyć, podejrzeć, sprawdzić
get: otrzyma*, uzyska*, pobierz, dostaniesz, pobrać, otrzymuje, otrzymujesz, pozyskać, pozyskaj, odbierz, masz
have: otrzyma*, uzyska*, pobierz, dostaniesz
click: kliknij, otwórz, przejdź, zaloguj, wybierz, wejdź, klikając, kliknąć, naciśnij, wejść, przejść, wybierając, otworzyć, zalogować się, przycisk, rozwiń, wskaż
place: panelu, panel, ustawieniach, ustawienia, koncie, konta, profilu, portalu, strefie, konsoli, zakładk*, manager, stronie, sekcji, strefa, sekcja, ustawień, zakładce, profil, konto, menu, integracje, integracji, stronę, platformie, aplikacji webowej, sekcję, dashboard, konsola, konsolę, administracj*
atonce: od razu, natychmiast, automatycznie, samodzielnie, w każdej chwili, natychmiastowo, za darmo, bezpłatnie, sam, sama, w kilka minut, w kilka sekund, jednorazowo, tylko raz, w dowolnym momencie, od ręki, zaraz po
app: aplikacj*, integracja, integrację
signup: po zarejestrowaniu, załóż konto, zarejestruj się, utwórz konto, konto dewelopera, rejestracja, zarejestrować się, założyć konto, darmowe konto, bezpłatne konto, rejestracji, utworzyć konto, konto testowe
ask: wniosek, wniosku, poproś, złóż, formularz, na życzenie, zgłoszeni*, wystąpić o, poprosić, wnioskować, wnioskuj, zgłoś, zgłosić, wypełnij, wypełnić, prośba, prośbę, formularza
contact: skontaktuj, kontakt, napisz, skontaktować, zgłoś się, kontaktu, kontaktując, napisać, wyślij e mail, wyślij mail, wyślij wiadomość, zadzwoń
approve: akceptacj*, weryfikacj*, zatwierdz*, zgod*, umow*, certyfikacj*, pozytywn*, podpisani*, zaakceptow*, zweryfik*, rozpatrz*, audyt, sprawdzeniu
vendor: my, naszym, nasz, zespołem, zespół, przyznajemy, działem, dział, opiekun*, działu, biuro obsługi, obsługa klienta, obsługi klienta, wsparcie, wsparciem, pomocą techniczną, handlowiec, handlowca, administrator, dostawca, nas
give: przyznajemy, wyślemy, otrzymasz, udostępniamy, prześlemy, przyznawany, otrzymają, przekażemy, przekazywane, przekazane, wydajemy, wydawany, wydawane, nadajemy, nadawany, przydziel*, dostarcz*, udostępnimy, aktywuj*, wysyłamy, włącza*
limitedto: tylko dla, wyłącznie, zarezerwowan*
partner: partner*
door: api, dostęp*, sandbox, produkcj*
user: użytkownik*, klient*
life: ważn*, wygasa*, wygaśni*, żywotność, czas życia, obowiązuje, żyje
never: nie wygasa*, bezterminow*, nie traci ważności, nigdy nie wygasa, nie wygasają, bez terminu ważności, nie wygasa, nigdy nie wygasają, nie tracą ważności, ważny bezterminowo, nieograniczon*, bez ograniczeń czasowych
again: nowy, nową, kolejną, ponownie, kolejny, nowego, ponowne, ponownego, kolejnego, jeszcze raz, inny, nowe, tak samo
renew: odśwież*, odnow*, odnów, przedłuż*, wygenerowanie nowego, generować nowy, generowania nowego
relogin: zalogować się ponownie, ręcznie, ponownie zalogować, ponownie się zalogować, ponownie autoryzować, wyrazić zgodę, ponownej autoryzacji, ponownie wyrazić, ponownie uwierzytelnić, ponownie udzielić, ponowna autoryzacja, ponownie połączyć, ponownego logowania
revoke: unieważni*, usuń, usunąć, cofnąć, odwoł*, anulow*, wycofać, dezaktyw*, zresetow*, usunięcie, usunięcia, cofnij, cofnięcie, wyłączyć, wyłącz, wyłączenie, zablokować, zablokuj, resetuj, zmienić klucz, regeneruj, skasować, skasuj, odebrać, odbier*, traci ważność, przestaje działać, przestanie działać
permission: uprawnieni*, uprawnień, zakres, zakresy, zakresu, prawa dostępu, poziom dostępu, dostępy
restrict: ogranicz*, wybierz, wybrać, nada*, określ*, przypisz, przypisać, skonfigur*, ustaw*, zaznacz*, zdefiniuj*
limitverb: ogranicz*, wybierz, wybrać, nada*, zawęzić, tylko do, wyłącznie do, może tylko, mogą tylko
role: rola, role
readonly: odczyt, do odczytu
send: przesłać, przesyłać, przekazać, wysłać, użyj, uwierzytelni*, przekaż, podaj, dołączania, dołączać, dołącz, dołączyć, przekazywać, przesyłany, przesyłaj, umieścić, umieść, dodaj, wysyłać, użyć, podać, podawać, poprzedzony, poprzedzając, zawierać, stosuj
header: nagłówku, nagłówek, nagłówki, nagłówka, nagłówkiem, nagłówków, header, nagłówkach
no: bez, żadn*, brak
neg: nie
support: obsług*, wspier*, wymagan*, dostępn*, potrzebn*, używa, używamy, korzysta, akceptuje*, udostępnia*, możliwe, dozwolon*, oferuje*
denied: nie obsługuje, nie jest obsługiwan*, nie jest wspieran*, nie jest dostępn*, nie jest wymagan*, nie jest już, wycofan*, nie obsługujemy, nie wspieramy, niedostępn*, nie jest możliw*, nie jest używan*, nie są obsługiwan*, nie są wspieran*, nie istnieje, nie wymaga*, nie ma możliwości, przestarzał*, zostało wycofan*, został usunięty, niedozwolon*, niewspieran*, nie udostępniamy, nie są dostępne, ignorowan*
notapi: faktur*, urlop*, płatnoś*, zamówieni*
u:1: sekund*
u:60: minut*
u:3600: godzin*
u:86400: dni, dzień, dnia
u:604800: tydzień, tygodni*
u:2592000: miesi*
u:31536000: rok, lat, lata
auto: automatycznie, od razu
refresh: token odświeżania, token odświeżający, refresh token*
code: kod autoryzacyjny, kod autoryzacji, kodu autoryzacyjnego, kod
flow: przepływ*, uwierzytelnianie, autoryzacja, grant, flow
grantword: grant, flow, przepływ*
basic: uwierzytelnianie podstawowe, http basic, basic auth*
enddate: data ważności, termin ważności, data wygaśnięcia, czas ważności
ends: wygasa, wygasł, wygaśnie, wygasają, traci ważność, wygaśnięciu
short: krótkotrwał*, tymczasow*
personact: użytkownik musi, klient musi, użytkownik będzie musiał, konieczne będzie, należy ręcznie, musisz ręcznie, konieczne jest zalogowanie
scope: zakres uprawnień, zakresy
lesson: co to jest, czym jest, różnica między, różnice między, słownik, dobre praktyki
otherkey: klucz publiczny, klucz prywatny, sekret webhooka, klucz licencyjny, klucz ssh, klucz szyfrowania, token sesji, token paginacji
wait: dni robocz*, oczekuj*
renewask: wygenerować, wygeneruj, wygenerowanie, generowania, pobrać, pobierz, uzyskać, zażądać, poprosić, zalogować, wywołać, utworzyć
program: automatycznie, aplikacja, system, skrypt, biblioteka, sdk, serwer, oprogramowanie, program
resource: zasob*, endpoint*, operacj*, moduł*
someof: wybrane, poszczególn*, konkretn*
wherefrom: domen*, sieci, podsieci*
full: pełny dostęp, pełne uprawnienia, wszystkie uprawnienia, nieograniczony dostęp, te same uprawnienia, całe konto, do wszystkiego
query: parametr zapytania, parametrze zapytania, query string, parametrze url, w adresie url, do adresu, w adresie, parametrem url
trade: wymienić, wymień, wymiana, wymienia*, zamień, zamienić
g:client_credentials: client credentials, serwer serwer, machine to machine
g:authorization_code: authorization code
other: link, linku, hasło, hasła, sesja, sesji, zaproszeni*, plik*, certyfikat ssl, faktura, oferta, oferty, kupon*, cookie*, okres próbny
define: to unikatowy, to unikalny, to standard, to protokół, oznacza
apicall: żądanie, żądania, zapytanie do api, zapytania do api, przez api, za pomocą api, poprzez api, tym wywołaniem, wywołanie api, wywołania api
error: błąd, błędu, błędy, 401, 403, 400, nieprawidłow*, brak autoryzacji, niepoprawn*
until: dopóki, do czasu, po tym jak, dopiero po, aż
if: jeśli, jeżeli, gdy, kiedy, o ile, w przypadku
only: tylko, jedynie, wyłącznie
can: nie można, nie może, nie mogą, niemożliw*
test: sandbox, testowe, testowy, środowisku testowym
authcode: kod autoryzacyjny, kod autoryzacji, kodu autoryzacyjnego, kodu autoryzacji
redirect: przekierow*
inherit: dziedzicz*, takie same uprawnienia
n:1: jeden, jedną, jednej, jedna
n:2: dwa, dwie, dwóch
n:3: trzy, trzech
n:5: pięć
n:10: dziesięć, dziesięciu
n:15: piętnaście
n:24: dwadzieścia cztery
n:30: trzydzieści, trzydziestu
n:60: sześćdziesiąt
n:90: dziewięćdziesiąt
within: w ciągu, w okresie
noauth: nie wymaga autoryzacji, nie wymaga uwierzytelnienia, bez autoryzacji, bez uwierzytelniania, bez klucza, klucz nie jest potrzebny, nie potrzeba klucza, bez rejestracji, bez konta, bez tokenu, nie wymaga klucza, rejestracja nie jest wymagana, nie trzeba się rejestrować, bez logowania, rejestracja nie jest obowiązkowa, nie wymaga rejestracji, nie wymagają autoryzacji, klucz nie jest wymagany, brak autoryzacji, nie wymaga logowania
whole: wszystkie endpointy, nasze api, to api, publiczne api, każdy, api jest
noapi: nie udostępniamy * api, nie udostępniamy api, nie mamy api, nie mamy publicznego api, brak publicznego api, nie oferujemy api, nie posiadamy api, nie oferujemy * api
cookie: ciasteczko sesyjne, ciasteczka sesyjne, ciasteczko sesji, plik cookie sesji
authverb: uwierzyteln*, autoryz*, dołącz*, przesył*, wymaga, używa, korzysta, wysył*
fixed: nie zmienia się, jest stały, pozostaje taki sam, nie ulega zmianie
static: statyczny klucz, stały klucz, stały token, statyczny token, klucz stały
paste: wklej, wklejasz, wkleić
ago: temu, przed
cookieword: ciasteczk*, cookie, cookies, ciastk*
anon: anonimow*, niezalogowan*, ogólnodostępn*, publicznie dostępn*
notoken: bez tokenów, bez tokenu, ani tokenów, brak tokenów, brak tokenu, nie wydajemy tokenów, tokenów nie ma, nie ma tokenów
bare: bez prefiksu, bez słowa
banner: w celach, strona używa, serwis używa, strona korzysta
signin: logowani*, zaloguj*, login, sesj*
calls: zapyta*, żąda*, api, dane, danych, usług*, wywoła*
nowait: bez czekania, bez oczekiwania, nie trzeba czekać, nie musisz czekać, nie trzeba na nic czekać
wegive: wydajemy, przekazujemy, wysyłamy, przesyłamy, nadajemy, generujemy, przyznajemy
reply: odpowied*
`;
