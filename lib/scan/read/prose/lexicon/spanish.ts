/** Spanish. */
export const spanish = `
stop: el, la, los, las, de, del, un, una, y, es, son, en, para, con, por, su, sus, tu, tus, se, que, al, no, puede, lo, como, o, nuestro, nuestra, hay, sin, este, esta, te, le, e, nos, cada, ser, desde, si, más, ya, entre, sobre, deberás, debes, debe, podrás, puedes, mediante, dentro
key: clave, claves, llave*, credencial*, apikey*, tokens de integración, token de integrador
token: token, tokens, jwt, access_token
client: identificador y la clave secreta, identificador, client_id, client_secret
otherkey: clave pública, clave privada, token de sesión, clave del proyecto, clave del éxito, palabra clave, secreto del webhook, clave de firma, clave de cifrado, clave ssh, licencia
make: gener*, cree, crea, crear, crean, cread*, registr*, añad*, emita, emitir, creación, crees, regístrala
find: copi*, encuentr*, encontr*, verá, ver, consult*, aparec*, muestr*, mostrar*, verás, visualiz*, localiz*, veréis, anota, anote, obtendrás, hallar, hallarás, visible, visibles
get: obt*, consig*, recib*, conseguir, asignad*, dispon*
have: obt*, consig*, recib*
click: pulse, abra, acceda, ingres*, seleccione, vaya, entra*, pulsa, dirígete, diríjase, selecciona, elige, presiona, despliega, abre, navega, pulsar, presione, presionar, oprime, acceder, accede, inicie, dirigirte, dirigirse, botón
place: panel, configuración, ajustes, perfil, portal, cuenta, consola, menú, página, sección, escritorio, pestaña, apartado, dashboard, backoffice, plataforma, interfaz, administración, integraciones, developers
atonce: inmediat*, automátic*, al guardar, autoservicio, enseguida, gratis, gratuita, gratuitamente, fácilmente
app: aplicación, aplicaciones, app, aplicativo, integración, integraciones, apps
signup: regístrese, regístrate, registro, registrarse, registrarte
ask: solicit*, formulario, petición, pedir, rellene, pida, indicar, pídelo, pedirlas, ticket, incidencia, postul*, requerir, requerimiento
contact: contact*, escríbanos, comuníquese, contáctenos, escríbenos, comunícate, contáctanos, envíanos, escribe a, escriba, comunicarse, comunicarte, llámanos
approve: aprob*, revis*, valid*, verific*, homolog*, certific*, contrato, convenio, previa, pase a producción, firmar, habilitación, habilitad*, acreditación, evalu*, autorizad*, autorizamos, autorice*, acuerdo, firmado, cumplimiento
wait: lista de espera, días hábiles, días laborables
vendor: nuestro, nuestra, nosotros, ventas, soporte, ejecutivo, nuestros, asesor, asesores, gestor, departamento
give: entreg*, envia*, proporcion*, otorg*, emit*, habilit*, activ*, facilit*, concede*, suministr*, brind*, compart*, asign*
limitedto: exclusiv*, únicamente, reservad*
partner: socios, partners
door: api, acceso, producción, sandbox
user: usuario*, titular
life: caduc*, expir*, válid*, vigencia, validez, vence*, dura, duración, vencimiento, vigente*, duran, vida
never: no caduca*, no expira*, no vence*, nunca caduca*, nunca expira*, sin caducidad, sin vencimiento, no tienen expiración, validez indefinida, indefinid*, permanente*, nunca vence*, sin expiración, no expiran, no vencen, no caducan, nunca caducan, es permanente, son permanentes, ilimitad*
again: nuevo, nueva, otro, otra, nuevamente, nuevos, nuevas, repetir, repita, repite
renew: renov*, refresc*, actualiz*, renueva, renueve, extender, prolong*
program: programa, biblioteca, automáticamente, sdk, backend
relogin: volver a autorizar, manualmente
revoke: revoc*, elimin*, desactiv*, anul*, regener*, borr*, invalid*, cancel*, revoque, bórralo, elimínala, inhabilit*, deshabilit*, suspend*, rotar, rota, rotación, restablec*, reemplaz*, sustitu*
permission: permisos, derechos, privilegios, alcance, alcances, ámbito, ámbitos, permiso, privilegio, scopes
restrict: limit*, restring*, elij*, seleccion*, eleg*, escoj*, asign*, defin*, otorg*, configur*, conced*, establec*, indic*, especific*, determin*, control*
limitverb: limit*, restring*, elij*, seleccion*, eleg*, escoj*, asign*, acot*
resource: recursos, ciertos, ciertas, proyectos, endpoints, rutas, ruta, operaciones, servicios, módulos, colecciones, sucursal, tienda
role: rol, roles
readonly: solo lectura, sólo lectura, lectura y escritura, lectura o escritura, de lectura
full: acceso completo, acceso total, todos los permisos, mismos permisos, todas las operaciones, todos los recursos, control total, cualquier operación, toda la cuenta, todas las rutas, todos los privilegios, todos los derechos
send: enví*, envia, incluya, incluir, use, usa, utiliz*, precedid*, autentic*, pase, va, enviar, envié, enviarse, agregarlo, agregar, agrega, agregue, añadir, añade, incluye, incluido, incluida, colocar, coloca, viaja, pasar, adjuntar, adjunta, acompañ*, usar
header: cabecera*, encabezado*, header, headers
trade: intercambi*, enviando, canje*
code: código de autorización, código
maybe-password: contraseña
no: sin, ningún, ninguna, ni, no hay
neg: no, nunca
support: admit*, soport*, ofre*, acept*, requier*, necesari*, disponib*, permit*, necesit*, utilizamos, utiliza, usamos, compatible, emplea*
denied: ya no, no soport*, no admit*, no ofrec*, obsolet*, descontinuad*, eliminad*, no soporta, no soportamos, no disponible, dejó de, dejará de, deja de, no existe, no existen
notapi: factura*, vacaciones, plantilla*, pago*, presupuesto*, pedido*, comunicación
test: sandbox, pruebas, ambiente de pruebas, entorno de pruebas
noapi: no ofrecemos api, no hay claves, no hay api
u:1: segundo*
u:60: minuto*
u:3600: hora, horas
u:86400: día, días
u:604800: semana*
u:2592000: mes, meses
u:31536000: año, años
n:1: un, una, cada
n:2: dos
n:3: tres
auto: automáticamente, inmediatamente
loginpair: usuario y contraseña
refresh: token de actualización, token de refresco, refresh token*, tokens de actualización
flow: flujo, flujos, concesión, autenticación, autorización
grantword: flujo, flujos, grant, concesión
g:implicit: flujo implícito, concesión implícita, grant implícito
basic: autenticación básica, basic auth*, http basic
ends: caduca, caducan, caduque, caducado, expira, expiran, expire, expirado, vence, vencen, vencido, vencimiento
short: validez limitad*, temporal*
personact: usuario debe, usuario deberá, deberá volver, debe volver, tendrá que, usuario tiene que
lesson: explicado, glosario
renewask: solicitar, solicite, solicita, pedir, pida, pide, generar, genere, genera, obtener, obtenga, obtén, llamar, autenticarse, autenticarte, realizar, hacer, conseguir, crear
g:client_credentials: máquina a máquina, servidor a servidor, credenciales de cliente, credenciales del cliente, flujo de credenciales
g:authorization_code: flujo de código, flujo de autorización, authorization code
g:password: contraseña del propietario, credenciales de contraseña
other: enlace, enlaces, contraseña, sesión, sesiones, factura*, archivo*, invitación, invitaciones, oferta*, cotización, cotizaciones, certificado, certificados, cookie*, pedido*, suscripción
define: significa
apicall: solicitud a la api, solicitudes a la api, petición a la api, peticiones a la api, la solicitud incluye, la solicitud contiene, la petición, cada petición, solicitud http, con la api, mediante la api, a través de la api, con esta llamada, llamada a la api, llamadas a la api
error: error, errores, 401, 403, 400, inválid*
until: hasta, tras
if: si, cuando
only: solo, sólo, únicamente, exclusivamente
can: no puede, no pueden
authcode: código de autorización, códigos de autorización
redirect: redirig*, redirección, redireccion*
inherit: hereda, heredan, heredará, heredados
n:4: cuatro
n:5: cinco
n:6: seis
n:7: siete
n:8: ocho
n:10: diez
n:12: doce
n:15: quince
n:20: veinte
n:24: veinticuatro
n:30: treinta
n:60: sesenta
n:90: noventa
n:0.5: medio, media
noauth: sin autenticación, no requiere autenticación, sin clave
whole: la api es, cualquiera
`;
