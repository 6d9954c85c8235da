/** Polish. */
export const polish = `
stop: i, w, z, na, do, się, jest, są, nie, po, o, od, oraz, lub, jako, aby, można, dla, przez, ci, go, za, nasz*, naszym, każdej, nowy, wymagana, twój, twoje, swój, swoje, który, która, które, ten, ta, być, ze, jeśli, gdy, każdy, tylko, może, musi, zostanie, celu, ich, tym, nim, jej, jego, nad, czy, potem, konta, wybierz, kliknij, klucz, także, kluczy
key: klucz*, token api
token: token, tokeny, tokenu, tokena, tokenem, tokenów, access_token, jwt
client: identyfikator, sekret, client_id, client_secret
make: wygeneruj, generuj, utwórz, stwórz, tworz*, generow*, dodaj, zarejestruj, wygenerować, utworzyć, zarejestrować, utworzenie, stworzyć, wygenerowanie, wygenerowany, generując, generuje, dodać, nowego, załóż, utworzy
find: skopiuj, znajdziesz, znajduje, zobacz, sprawdź, widoczny, zobaczysz, odczytać, znaleźć, znajdują, skopiować, wyświetl*, pojawi*, pokaż, dostępny, dostępne, widoczne, zapisz, odczytaj, zobaczyć, podejrzeć, sprawdzić
get: otrzyma*, uzyska*, pobierz, dostaniesz, pobrać, otrzymuje, otrzymujesz, pozyskać, pozyskaj, odbierz, masz
have: otrzyma*, uzyska*, pobierz, dostaniesz
click: kliknij, otwórz, przejdź, zaloguj, wybierz, wejdź, klikając, kliknąć, naciśnij, wejść, przejść, wybierając, otworzyć, przycisk, rozwiń, wskaż
place: panelu, panel, ustawieniach, ustawienia, koncie, konta, profilu, portalu, strefie, konsoli, zakładk*, manager, stronie, sekcji, strefa, sekcja, ustawień, zakładce, profil, konto, menu, integracje, integracji, stronę, platformie, sekcję, dashboard, konsola, konsolę, administracj*
atonce: od razu, natychmiast, automatycznie, samodzielnie, w każdej chwili, natychmiastowo, bezpłatnie, sam, sama, jednorazowo
app: aplikacj*, integracja, integrację
signup: rejestracja, rejestracji
ask: wniosek, wniosku, poproś, złóż, formularz, zgłoszeni*, poprosić, wnioskować, wnioskuj, zgłoś, zgłosić, wypełnij, wypełnić, prośba, prośbę, formularza
contact: skontaktuj, kontakt, napisz, skontaktować, kontaktu, kontaktując, napisać, zadzwoń
approve: akceptacj*, weryfikacj*, zatwierdz*, zgod*, umow*, certyfikacj*, pozytywn*, podpisani*, zaakceptow*, zweryfik*, rozpatrz*, audyt, sprawdzeniu
vendor: my, naszym, nasz, zespołem, zespół, przyznajemy, działem, dział, opiekun*, działu, wsparcie, wsparciem, handlowiec, handlowca, administrator, dostawca, nas
give: przyznajemy, wyślemy, otrzymasz, udostępniamy, prześlemy, przyznawany, otrzymają, przekażemy, przekazywane, przekazane, wydajemy, wydawany, wydawane, nadajemy, nadawany, przydziel*, dostarcz*, udostępnimy, aktywuj*, wysyłamy
limitedto: wyłącznie, zarezerwowan*
partner: partner*
door: api, dostęp*, sandbox, produkcj*
user: użytkownik*, klient*
life: ważn*, wygasa*, wygaśni*, żywotność, obowiązuje, żyje
never: nie wygasa*, bezterminow*, nie wygasają, nie wygasa, ważny bezterminowo, nieograniczon*
again: nowy, ponownie, kolejny, nowego, ponowne, ponownego, kolejnego, inny, nowe
renew: odśwież*, odnow*, odnów, przedłuż*
relogin: ręcznie, wyrazić zgodę
revoke: unieważni*, usuń, usunąć, cofnąć, odwoł*, anulow*, wycofać, dezaktyw*, zresetow*, usunięcie, usunięcia, cofnij, cofnięcie, wyłączyć, wyłącz, wyłączenie, zablokować, zablokuj, resetuj, regeneruj, skasować, skasuj
permission: uprawnieni*, uprawnień, zakres, zakresy, zakresu, dostępy
restrict: ogranicz*, wybierz, wybrać, nada*, określ*, przypisz, przypisać, skonfigur*, ustaw*, zaznacz*, zdefiniuj*
limitverb: ogranicz*, wybierz, wybrać, nada*, zawęzić
role: rola, role
readonly: tylko do odczytu, odczyt, tylko odczyt, do odczytu
send: przesłać, przesyłać, przekazać, wysłać, użyj, uwierzytelni*, przekaż, podaj, dołączania, dołączać, dołącz, dołączyć, przekazywać, przesyłany, przesyłaj, umieścić, umieść, dodaj, wysyłać, użyć, podać, podawać, poprzedzony, poprzedzając, zawierać, stosuj
header: nagłówku, nagłówek, nagłówki, nagłówka, nagłówkiem, nagłówków, header
no: bez, żadn*, brak
neg: nie
support: obsług*, wspier*, wymagan*, dostępn*, potrzebn*, używa, używamy, korzysta, akceptuje*, udostępnia*, możliwe, dozwolon*, oferuje*
denied: nie obsługuje, wycofan*, nie obsługujemy, nie wspieramy, niedostępn*, nie istnieje, nie wymaga*, przestarzał*, zostało wycofan*, został usunięty, niedozwolon*, niewspieran*
notapi: faktur*, urlop*, płatnoś*, zamówieni*
u:1: sekund*
u:60: minut*
u:3600: godzin*
u:86400: dni, dzień, dnia
u:604800: tydzień, tygodni*
u:2592000: miesi*
u:31536000: rok, lat, lata
auto: automatycznie
refresh: token odświeżania, token odświeżający, refresh token*
code: kod autoryzacyjny, kod autoryzacji, kodu autoryzacyjnego, kod
flow: przepływ*, uwierzytelnianie, autoryzacja, grant, flow
grantword: grant, flow, przepływ*
basic: uwierzytelnianie podstawowe, http basic, basic auth*
ends: wygasa, wygasł, wygaśnie, wygasają, wygaśnięciu
short: krótkotrwał*, tymczasow*
personact: użytkownik musi, klient musi, użytkownik będzie musiał, konieczne będzie, należy ręcznie, musisz ręcznie, konieczne jest zalogowanie
scope: zakresy
lesson: słownik
otherkey: klucz publiczny, klucz prywatny, sekret webhooka, klucz licencyjny, klucz ssh, klucz szyfrowania, token sesji
wait: dni robocz*, lista oczekujących, oczekuj*
renewask: wygenerować, wygeneruj, wygenerowanie, generowania, pobrać, pobierz, uzyskać, zażądać, poprosić, zalogować, wywołać, utworzyć
program: automatycznie, aplikacja, system, skrypt, biblioteka, sdk, serwer, oprogramowanie, program
resource: zasob*, endpoint*, operacj*, moduł*, wybrane, poszczególn*, konkretn*
full: pełny dostęp, pełne uprawnienia, wszystkie uprawnienia, nieograniczony dostęp, te same uprawnienia, całe konto, do wszystkiego
query: parametr zapytania, parametrze zapytania, query string, parametrze url, w adresie url
trade: wymienić, wymień, wymiana, wymienia*, zamień, zamienić
g:client_credentials: client credentials, serwer serwer, machine to machine
g:authorization_code: authorization code
other: link, linku, hasło, hasła, sesja, sesji, zaproszeni*, plik*, faktura, oferta, oferty, kupon*, cookie*
define: oznacza
apicall: żądanie, żądania, zapytanie do api, zapytania do api, przez api, za pomocą api, poprzez api, tym wywołaniem, wywołanie api, wywołania api
error: błąd, błędu, błędy, 401, 403, 400, nieprawidłow*, niepoprawn*
until: dopóki, aż
if: jeśli, jeżeli, gdy, kiedy
only: tylko, jedynie, wyłącznie
can: nie można, nie może, nie mogą, niemożliw*
test: sandbox, testowe, testowy, środowisko testowe, środowisku testowym
authcode: kod autoryzacyjny, kod autoryzacji, kodu autoryzacyjnego, kodu autoryzacji
redirect: przekierow*
inherit: dziedzicz*
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
noauth: bez autoryzacji, bez uwierzytelniania, bez klucza
whole: każdy
`;
