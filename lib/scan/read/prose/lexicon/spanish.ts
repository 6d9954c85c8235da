/** Spanish. */
export const spanish = `
stop: el, la, los, las, de, del, un, una, y, es, son, en, para, con, por, su, sus, tu, tus, se, que, al, no, puede, lo, como, o, nuestro, nuestra, hay, sin
key: clave api, clave de api, claves de api, clave de la api, clave del api, claves api, clave, claves, llave*, credencial*, clave secreta, claves secretas, token personal, token de api, tokens de api, clave privada de api, api key*, apikey*, llave de acceso, claves de acceso, credenciales de api, llaves, credenciales de acceso
token: token de acceso, tokens de acceso, token, tokens
client: identificador y la clave secreta, identificador, client id
otherkey: clave pública, clave privada, token de sesión, clave del proyecto, clave del éxito, palabra clave
make: gener*, cree, crea, crear, crean, cread*, registr*, añad*
find: copi*, encuentr*, encontr*, verá, ver, consult*, aparec*, muestr*, mostrar*, copia, copie, encontrarás, verás, visualiz*, localiz*, veréis
get: obt*, consig*, recib*
have: obt*, consig*, recib*
click: haga clic, haz clic, pulse, abra, acceda, ingres*, inicie sesión, seleccione, vaya, ve a, entra*, haz click, pulsa, entra en, accede a, dirígete, diríjase, selecciona, elige, presiona, inicia sesión, despliega, abre, navega
place: panel, configuración, ajustes, perfil, portal, cuenta, consola, menú, página, sección, escritorio, área de clientes, panel de control, mis aplicaciones, configuración de, perfil de usuario, mi cuenta, portal de desarrolladores, pestaña, panel de administración, apartado, menú lateral
atonce: inmediat*, al instante, automátic*, usted mismo, al guardar, en el momento, en cualquier momento, autoservicio, al crear, al registrar
app: aplicación, aplicaciones, app
signup: regístrese, regístrate, crea una cuenta, cree una cuenta, crear una cuenta, crea tu cuenta, cuenta de desarrollador, registro, crear cuenta, date de alta, darse de alta, alta de desarrollador, registrarse, registro gratuito
ask: solicit*, formulario, bajo petición, petición, pedir, solicite, solicitar, solicitud, rellene, complete el formulario, llene el formulario, pida, indicar
contact: contact*, póngase en contacto, ponte en contacto, escríbanos, comuníquese, contáctenos, escriba a, escríbenos, comunícate, ponerse en contacto, correo a
approve: aprob*, revis*, valid*, verific*, homolog*, certific*, contrato, autoriza*, convenio, previa, pase a producción, firma del contrato, firmar, habilitación, habilitad*, acreditación, autorización previa, previa autorización, aprobación, evalu*
wait: lista de espera, días hábiles, días laborables
vendor: nuestro equipo, nuestro, nuestra, nosotros, equipo comercial, ventas, soporte, ejecutivo, el banco, su ejecutivo, ejecutivo de cuenta, equipo de soporte, área comercial, nuestros, nuestro soporte
give: entreg*, envia*, enviar*, proporcion*, otorg*, emit*, habilit*, activ*, facilit*, concede*, proporcionará, entregará, enviará, asignará, se le, le enviaremos, le proporcion*, te enviaremos, te proporcion*
limitedto: solo para, exclusiv*, únicamente, reservad*
partner: socios, partners, clientes empresariales
door: api, acceso, producción, sandbox, la api, entorno de producción, ambiente de producción, en producción, acceder a la api, uso de la api
user: usuario*, cliente, clientes
life: caduc*, expir*, válid*, vigencia, validez, vence*, dura, duración, tiempo de vida, vencimiento, validez de, expiración, vigente*, duran
never: no caduca*, no expira*, no vence*, nunca caduca*, nunca expira*, sin caducidad, sin vencimiento, sin fecha de*, no tienen expiración, no tiene expiración, no tienen vencimiento, no tiene vencimiento, no tiene caducidad, no tienen caducidad, validez indefinida, indefinid*, no tiene fecha, permanente*, nunca vence*
again: nuevo, nueva, otro, otra, nuevamente, de nuevo, misma manera, misma forma, mismo modo
renew: renov*, refresc*, actualiz*
program: programa, biblioteca
relogin: volver a iniciar sesión, iniciar sesión de nuevo, volver a autorizar, manualmente, autorizar de nuevo, autorizar nuevamente, volver a conectar, volver a dar, volver a autenticarse, nuevo consentimiento, iniciar sesión nuevamente
revoke: revoc*, elimin*, desactiv*, anul*, regener*, borr*, revocar, eliminar, regenerar, invalid*, cancel*, dar de baja
permission: permisos, derechos, privilegios, alcance, alcances, ámbito, ámbitos, permiso, privilegio
restrict: limit*, restring*, elij*, seleccion*, eleg*, escoj*, asign*
limitverb: limit*, restring*, elij*, seleccion*, eleg*, escoj*, asign*
resource: recursos, ciertos, ciertas, proyectos, endpoints
role: rol, roles
readonly: solo lectura, sólo lectura, lectura y escritura, lectura o escritura, de lectura
full: acceso completo, acceso total
send: envíe*, enví*, envia, incluya, incluir, use, usa, utiliz*, precedid*, autentic*, pase, va
header: cabecera*, encabezado*, header
trade: intercambi*, enviando, canje*
code: código de autorización, código
maybe-password: contraseña
no: sin, ningún, ninguna, ni, no hay
neg: no, nunca
support: admit*, soport*, ofre*, acept*, requier*, necesari*, disponib*, permit*, hace falta, necesit*
denied: no se admite*, no está soportad*, no se soporta*, no es compatible, no está disponible, no se requiere, no se ofrece*, no se usa*, ya no, no soport*, no admit*, no ofrec*, obsolet*, descontinuad*, eliminad*, no hace falta, no es necesari*, no se necesita
notapi: factura*, vacaciones, plantilla*, pago*, presupuesto*, pedido*, datos personales, comunicación
test: sandbox, pruebas, ambiente de pruebas, entorno de pruebas
noapi: no ofrecemos una api, no ofrecemos api, no disponemos de api, no hay claves, no hay api
u:1: segundo*
u:60: minuto*
u:3600: hora, horas
u:86400: día, días
u:604800: semana*
u:2592000: mes, meses
u:31536000: año, años
n:1: un, una
n:2: dos
n:3: tres
auto: automáticamente, inmediatamente
loginpair: usuario y contraseña
refresh: token de actualización, token de refresco, refresh token*, tokens de actualización
flow: flujo, flujos, concesión, autenticación, autorización, tipo de concesión
grantword: flujo, flujos, grant, tipo de concesión, concesión
g:implicit: flujo implícito, concesión implícita, grant implícito
basic: autenticación básica, basic auth*, http basic
enddate: fecha de expiración, fecha de vencimiento, fecha de caducidad, período de validez, periodo de validez
ends: caduca, caducan, caduque, caducado, expira, expiran, expire, expirado, vence, vencen, vencido, vencimiento
short: corta duración, vida corta, validez limitad*, período limitado, temporal*
personact: usuario debe, usuario deberá, deberá volver, debe volver, tendrá que, usuario tiene que
`;
