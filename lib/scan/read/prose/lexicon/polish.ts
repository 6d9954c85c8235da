/** Polish. */
export const polish = `
stop: i, w, z, na, do, się, jest, są, nie, po, o, od, oraz, lub, jako, aby, można, dla, przez, ci, go, za, nasz*, naszym, każdej, nowy, wymagana
key: klucz api, klucz* api, klucz*, dane uwierzytelniające, dane dostępowe, token* api, klucze api, klucz, klucze, dane logowania
token: token, tokeny, tokenu, tokena, token dostępu
client: client id i client secret, identyfikator i sekret, identyfikator, sekret
make: wygeneruj, generuj, utwórz, stwórz, tworz*, generow*, dodaj, zarejestruj, wygenerować, generowania, utworzyć, zarejestrować
find: skopiuj, znajdziesz, znajduje, zobacz, sprawdź, widoczny, zobaczysz, odczytać
get: otrzyma*, uzyska*, pobierz, dostaniesz, otrzymasz, uzyskasz, pobrać, otrzymać
have: otrzyma*, uzyska*, pobierz, dostaniesz, otrzymasz
click: kliknij, otwórz, przejdź, zaloguj, wybierz, wejdź, przejdź do, zaloguj się
place: panelu, panel, ustawieniach, ustawienia, koncie, konta, profilu, portalu, strefie, konsoli, moje konto, zakładk*, ustawienia konta, panel klienta, panelu klienta, manager, stronie, sekcji, strefa, sekcja
atonce: od razu, natychmiast, automatycznie, samodzielnie, w każdej chwili
app: aplikacj*
signup: po rejestracji, po zarejestrowaniu, załóż konto, zarejestruj się, utwórz konto, konto dewelopera, rejestracja
ask: wniosek, wniosku, poproś, złóż, formularz, na życzenie, zgłoszeni*, złożyć wniosek, wypełnij formularz, złóż wniosek, wystąpić o, poprosić
contact: skontaktuj, kontakt, napisz, napisz do, skontaktować, zgłoś się, kontakt z
approve: akceptacj*, weryfikacj*, zatwierdz*, zgod*, umow*, certyfikacj*, umowy, umowę, zatwierdzeni*, akceptacji, weryfikacji, pozytywn*, podpisani*, zaakceptow*
vendor: my, naszym, nasz, zespołem, zespół, przyznajemy, działem, dział, nasz zespół, dział integracji, naszego działu, opiekun*, działu
give: przyznajemy, wyślemy, otrzymasz, udostępniamy, prześlemy, przyznawany
limitedto: tylko dla, wyłącznie
partner: partner*
door: api, dostęp*, sandbox, produkcj*
user: użytkownik*, klient*
life: ważn*, wygasa*, wygaśni*, ważności, ważny, ważne, jest ważny, okres ważności, żywotność, czas życia
never: nie wygasa*, bezterminow*, nie traci ważności, bezterminowo, nigdy nie wygasa, nie wygasają, bez terminu ważności, nie ma daty ważności
again: nowy, ponownie, kolejny, nowego
renew: odśwież*, odnow*
relogin: zalogować się ponownie, ręcznie, ponownie zalogować, ponownie się zalogować, ponownie autoryzować, wyrazić zgodę, ponownej autoryzacji, ponownie wyrazić
revoke: unieważni*, usuń, usunąć, cofnąć, odwoł*, anulow*, unieważnić, wycofać, dezaktyw*, zresetow*
permission: uprawnieni*
restrict: ogranicz*, wybierz, wybrać, nada*
limitverb: ogranicz*, wybierz, wybrać, nada*
role: rola, role
readonly: tylko do odczytu, odczyt, tylko odczyt, do odczytu
send: przesłać, przesyłać, przekazać, wysłać, użyj, uwierzytelni*, przekaż, podaj
header: nagłówku, nagłówek, nagłówki
no: bez, żadn*, brak
neg: nie
support: obsług*, wspier*, wymagan*, dostępn*, potrzebn*
denied: nie obsługuje, nie jest obsługiwan*, nie jest wspieran*, nie jest dostępn*, nie jest wymagan*, nie jest już, wycofan*, nie obsługujemy, nie wspieramy, niedostępn*
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
personact: użytkownik musi, klient musi, użytkownik będzie musiał
scope: zakres uprawnień, zakresy
`;
