/** Spanish. */
export const spanish = `
stop: el, la, los, las, de, del, un, una, y, es, son, en, para, con, por, su, sus, tu, tus, se, que, al, no, puede, lo, como, o, nuestro, nuestra, hay, sin, este, esta, te, le, e, nos, cada, ser, desde, si, más, ya, entre, sobre, deberás, debes, debe, podrás, puedes, mediante, dentro
key: clave api, clave de api, claves de api, clave del api, claves api, clave, claves, llave*, credencial*, clave secreta, claves secretas, token personal, token de api, tokens de api, api key*, apikey*, llave de acceso, claves de acceso, credenciales de api, credenciales de acceso, llave de api, llaves de api, clave de acceso, claves de producción, token de integración, tokens de integración, token de integrador, contraseña de aplicación, clave y secreto
token: token de acceso, tokens de acceso, token, tokens, jwt, access token, access_token
client: identificador y la clave secreta, identificador, client id, client_id, client_secret, identificador de cliente, secreto de cliente, id de cliente, id y secreto, consumer key
otherkey: clave pública, clave privada, token de sesión, clave del proyecto, clave del éxito, palabra clave, secreto del webhook, clave de firma, clave de cifrado, clave ssh, licencia, token de búsqueda, token de paginación, token de referencia, clave de licencia
make: gener*, cree, crea, crear, crean, cread*, registr*, añad*, emita, emitir, creación, crees, dar de alta, regístrala
find: copi*, encuentr*, encontr*, verá, ver, consult*, aparec*, muestr*, mostrar*, verás, visualiz*, localiz*, veréis, anota, anote, obtendrás, hallar, hallarás, visible, visibles, disponible en, están en, está en
get: obt*, consig*, recib*, conseguir, te asignamos, asignad*, dispon*
have: obt*, consig*, recib*
click: haga clic, haz clic, pulse, abra, acceda, ingres*, seleccione, vaya, ve a, entra*, haz click, pulsa, dirígete, diríjase, selecciona, elige, presiona, inicia sesión, despliega, abre, navega, clic en, hacer clic, pulsar, presione, presionar, oprime, acceder, accede, inicie, dirigirte, dirigirse, ir a, dale clic, botón
place: panel, configuración, ajustes, perfil, portal, cuenta, consola, menú, página, sección, escritorio, área de clientes, mis aplicaciones, pestaña, apartado, dashboard, backoffice, back office, zona de usuario, zona privada, área privada, área personal, mis apps, plataforma, interfaz, sitio de desarrolladores, administración, integraciones, developers
atonce: inmediat*, al instante, automátic*, usted mismo, al guardar, en el momento, en cualquier momento, autoservicio, al crear, al registrar, enseguida, por ti mismo, tú mismo, sin esperas, una única vez, solo una vez, una sola vez, gratis, gratuita, gratuitamente, fácilmente, nada más, en segundos, en minutos, una vez registrado, tras registrarte
app: aplicación, aplicaciones, app, aplicativo, integración, integraciones, apps
signup: regístrese, regístrate, crea una cuenta, cree una cuenta, crear una cuenta, crea tu cuenta, cuenta de desarrollador, registro, crear cuenta, date de alta, darse de alta, alta de desarrollador, registrarse, registrarte, te hayas registrado, una vez registrado, abrir una cuenta, abre una cuenta, cuenta gratuita, crear tu cuenta, te registras, darte de alta
ask: solicit*, formulario, petición, pedir, rellene, pida, indicar, pídelo, pedirlas, ticket, incidencia, postul*, requerir, requerimiento
contact: contact*, escríbanos, comuníquese, contáctenos, escríbenos, comunícate, correo a, contáctanos, envíanos, envíe un correo, envía un correo, enviar un correo, escribe a, escriba, escribir a, hable con, habla con, comunicarse, comunicarte, llámanos
approve: aprob*, revis*, valid*, verific*, homolog*, certific*, contrato, convenio, previa, pase a producción, firmar, habilitación, habilitad*, acreditación, evalu*, autorizad*, autorizamos, autorice*, sujeto a, acuerdo, firmado, alta comercial, paso a producción, visto bueno, cumplimiento, due diligence
wait: lista de espera, días hábiles, días laborables
vendor: nuestro, nuestra, nosotros, equipo comercial, ventas, soporte, ejecutivo, el banco, su ejecutivo, ejecutivo de cuenta, área comercial, nuestros, mesa de ayuda, servicio al cliente, atención al cliente, área de integraciones, equipo de integraciones, gerente de cuenta, asesor, asesores, gestor, administrador del sistema, departamento
give: entreg*, envia*, proporcion*, otorg*, emit*, habilit*, activ*, facilit*, concede*, se le, suministr*, brind*, compart*, te será, te serán, le será, le serán, haremos llegar, asign*, te daremos, le daremos
limitedto: solo para, exclusiv*, únicamente, reservad*
partner: socios, partners, clientes empresariales
door: api, acceso, producción, sandbox, la api
user: usuario*, cliente final, clientes finales, sus clientes, tus clientes, titular
life: caduc*, expir*, válid*, vigencia, validez, vence*, dura, duración, vencimiento, vigente*, duran, vida
never: no caduca*, no expira*, no vence*, nunca caduca*, nunca expira*, sin caducidad, sin vencimiento, sin fecha de*, no tienen expiración, no tiene expiración, no tienen vencimiento, no tiene vencimiento, no tiene caducidad, no tienen caducidad, validez indefinida, indefinid*, no tiene fecha, permanente*, nunca vence*, no tienen fecha, sin expiración, no expiran, no vencen, no caducan, nunca caducan, de forma indefinida, es permanente, son permanentes, ilimitad*
again: nuevo, nueva, otro, otra, nuevamente, misma manera, misma forma, mismo modo, nuevos, nuevas, volver a, vuelva a, vuelve a, repetir, repita, repite
renew: renov*, refresc*, actualiz*, renueva, renueve, regenerar el token, extender, prolong*
program: programa, biblioteca, automáticamente, tu aplicación, su aplicación, tu sistema, su sistema, tu servidor, su servidor, cliente http, sdk, backend
relogin: volver a autorizar, manualmente, autorizar de nuevo, autorizar nuevamente, volver a conectar, volver a dar, volver a autenticarse, nuevo consentimiento, iniciar sesión nuevamente, volver a autenticar, nueva autorización, autenticarse de nuevo, volver a otorgar, volver a iniciar sesión, autorizar otra vez, renovar el consentimiento, otorgar de nuevo, volver a vincular
revoke: revoc*, elimin*, desactiv*, anul*, regener*, borr*, invalid*, cancel*, dar de baja, revoque, bórralo, elimínala, inhabilit*, deshabilit*, suspend*, rotar, rota, rotación, restablec*, reemplaz*, sustitu*, revocar*, revócala, revócalo, revóquela
permission: permisos, derechos, privilegios, alcance, alcances, ámbito, ámbitos, permiso, privilegio, scopes, nivel de acceso, niveles de acceso
restrict: limit*, restring*, elij*, seleccion*, eleg*, escoj*, asign*, defin*, otorg*, configur*, conced*, establec*, indic*, especific*, determin*, control*, permisos específicos
limitverb: limit*, restring*, elij*, seleccion*, eleg*, escoj*, asign*, acot*, solo funcionan, sólo funcionan, solo para, únicamente a, solo puede, sólo puede, solo pueden, sólo pueden
resource: recursos, proyectos, endpoints, rutas, ruta, operaciones, servicios, módulos, colecciones, sucursal, tienda
someof: ciertos, ciertas
wherefrom: dominio*, origen, orígenes, red, redes, subred*
role: rol, roles
readonly: solo lectura, sólo lectura, lectura y escritura, lectura o escritura, de lectura
full: acceso completo, acceso total, todos los permisos, mismos permisos, todas las operaciones, todos los recursos, control total, cualquier operación, toda la cuenta, todas las rutas, todos los privilegios, todos los derechos
send: enví*, envia, incluya, incluir, use, usa, utiliz*, precedid*, autentic*, pase, va, enviar, envié, enviarse, agregarlo, agregar, agrega, agregue, añadir, añade, incluye, incluido, incluida, colocar, coloca, viaja, pasar, adjuntar, adjunta, acompañ*, usar
header: cabecera*, encabezado*, header, headers
trade: intercambi*, enviando, canje*, cambia el código
code: código de autorización, código
maybe-password: contraseña
no: sin, ningún, ninguna, ni, no hay
neg: no, nunca
support: admit*, soport*, ofre*, acept*, requier*, necesari*, disponib*, permit*, hace falta, necesit*, utilizamos, utiliza, usamos, compatible, emplea*
denied: no se admite*, no está soportad*, no se soporta*, no es compatible, no está disponible, no se requiere, no se ofrece*, no se usa*, ya no, no soport*, no admit*, no ofrec*, obsolet*, descontinuad*, eliminad*, no hace falta, no es necesari*, no se necesita, no soporta, no soportamos, no está permitid*, no se permite*, no disponible, dejó de, dejará de, deja de, no se utiliza, no se usa, no existe, no existen, queda retirad*, quedan retirad*, fue retirad*, no está habilitad*, no están permitid*, no se permiten, ignorado, ignorada, ignorados, ignoradas, se ignora, se ignoran
notapi: factura*, vacaciones, plantilla*, pago*, presupuesto*, pedido*, datos personales, comunicación
test: sandbox, pruebas
noapi: no ofrecemos api, no hay claves, no hay api, no disponemos de una api, no disponemos de api, no tenemos api, no contamos con una api, no existe una api, ninguna api pública, aún no hay api, no ofrecemos una api
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
refresh: token de actualización, token de refresco, refresh token*, tokens de actualización, tokens de refresco, los de actualización
flow: flujo, flujos, concesión, autenticación, autorización
grantword: flujo, flujos, grant, concesión
g:implicit: flujo implícito, concesión implícita, grant implícito
basic: autenticación básica, basic auth*, http basic
enddate: fecha de expiración, fecha de vencimiento, fecha de caducidad, período de validez, periodo de validez
ends: caduca, caducan, caduque, caducado, expira, expiran, expire, expirado, vence, vencen, vencido, vencimiento
short: corta duración, vida corta, validez limitad*, período limitado, temporal*
personact: usuario debe, usuario deberá, deberá volver, debe volver, tendrá que, usuario tiene que
lesson: qué es, qué son, diferencia entre, diferencias entre, explicado, glosario, buenas prácticas, conceptos básicos
renewask: solicitar, solicite, solicita, pedir, pida, pide, generar, genere, genera, obtener, obtenga, obtén, llamar, autenticarse, autenticarte, realizar, hacer, conseguir, crear
g:client_credentials: máquina a máquina, servidor a servidor, credenciales de cliente, credenciales del cliente, flujo de credenciales
g:authorization_code: flujo de código, flujo de autorización, authorization code
g:password: contraseña del propietario, credenciales de contraseña
other: enlace, enlaces, contraseña, sesión, sesiones, factura*, archivo*, invitación, invitaciones, oferta*, cotización, cotizaciones, prueba gratuita, certificado, certificados, cookie*, pedido*, suscripción
define: es una combinación, es un estándar, se refiere a, es un protocolo, significa, es el proceso
apicall: solicitud a la api, solicitudes a la api, petición a la api, peticiones a la api, la solicitud incluye, la solicitud contiene, la petición, cada petición, solicitud http, con la api, mediante la api, a través de la api, con esta llamada, llamada a la api, llamadas a la api
error: error, errores, 401, 403, 400, inválid*, no autorizado
until: hasta, una vez que, tras
if: si, cuando, en caso de
only: solo, sólo, únicamente, exclusivamente
can: no es posible, no se puede, no puede, no pueden
authcode: código de autorización, códigos de autorización
redirect: redirig*, redirección, redireccion*
inherit: hereda, heredan, heredará, heredados, mismos permisos que
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
within: dentro de
noauth: sin autenticación, no requiere autenticación, no necesita autenticación, sin clave, no requiere clave, sin api key, sin registro, no hay que registrarse, no es necesario registrarse, sin necesidad de clave, no hace falta clave, no necesita clave, no se necesita clave, libre acceso, sin token, no precisa registro, no requiere registro, no requieren usuario, ni clave, ni token, no precisa clave, no hace falta registrarse, sin usuario, sin contraseña, ni alta previa, no requieren autenticación, no requieren clave
whole: todos los endpoints, la api es, esta api, nuestra api, api pública, api abierta, cualquiera, todas las rutas, los datos se, libre acceso, acceso libre, abierta a todos, los datos son
cookie: cookie de sesión, cookies de sesión
authverb: autentic*, enviar, envíe, utiliza, usa, incluir, requiere, requieren, identific*
fixed: no cambia, no cambian, no varía, sigue siendo la misma, es siempre el mismo, es siempre la misma
static: clave estática, claves estáticas, token estático, clave fija, token fijo
paste: pega, pegue, péguela, péguelo, pegar, pégala, pégalo, introduzca en
ago: hace, antes
cookieword: cookie, cookies
anon: anónim*, acceso libre, libre acceso, acceso abierto, libremente, datos abiertos
notoken: ningún token, no hay token, no hay tokens, no usamos tokens, sin token, sin tokens, ni tokens, no emitimos tokens
bare: sin prefijo, sin la palabra
banner: este sitio, sitio web utiliza
signin: iniciar sesión, inicio de sesión, login, sesión, autentic*
calls: consulta*, petición, peticiones, llamada*, api, datos, acceso, servicio*
nowait: sin espera, sin esperas, sin esperar, sin tener que esperar, no hay que esperar, no tiene que esperar, no tienes que esperar, nada que esperar
wegive: emitimos, entregamos, enviamos, facilitamos, proporcionamos, generamos, expedimos
reply: respuesta*
`;
