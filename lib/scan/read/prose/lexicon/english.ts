/** English. A row: a tag, then the words and short phrases that carry it; an asterisk stands for any ending. */
export const english = `
key: integration's token*, api key*, apikey, apikeys, api token*, api credential*, api password, access key*, authentication key*, authentication token*, auth token*, developer token*, personal access token*, personal token*, pat, pats, app password*, application password*, bot token*, account token*, site token*, private app token*, key, keys, credential, credentials, sandbox credentials, live credentials, long lived token*, long lived access token*, permanent token*, service token*, api access token*, fine grained token*, secret, secrets, temporary credentials, per token, keyset*, key and token
token: access token*, access_token, token, tokens, accesstoken, bearer token*, jwt, jwts, json web token*, user access token*, user token*, id_token, oauth 2.0 token*
client: keys credentials, client credentials, client id, client ids, client_id, clientid, client secret*, client_secret, clientsecret, client id and secret, app id, app secret*, appid, appkey, appsecret, consumer key*, consumer secret*, application id, application key*, id and secret, identifier and secret, identifier and the secret, client identifier, oauth client credentials, instanceid
otherkey: room key*, kinds of key*, cached token*, webhook secret*, webhook key*, signing secret*, signing key*, public key*, private key*, ssh key*, gpg key*, encryption key*, decryption key*, idempotency key*, card token*, payment token*, device token*, push token*, push certificate, session key*, csrf token*, xsrf token*, state token*, upload token*, licen?e key*, product key*, primary key*, foreign key*, partition key*, object key*, site key*, verification token*, verification key*, registration token*, room token*, video token*, chat token*, participant token*, scim token*, captcha key*, recaptcha, apns key*, vapid, map key*, cache key*, map token*, customer portal, reset token*, invite token*, download token*, page token*, pagination token*, next token*, single use token*, nft*, crypto token*, tokens per, input token*, output token*, key value, keyboard, key light, key feature*, key concept*, key point*, sort key*, surrogate key*, code signing, voice token*, connection token*, webhook token*, key card, door key*, car key*, foreign token*, token generator, widget token*, client token*, ephemeral key*, request token*, csrf
refresh: refresh token*, refresh_token*, refreshtoken
authcode: authorization code*, authorisation code*, auth code*, auth codes, authorization codes
code: authorization code*, authorisation code*, auth code*, verification code*, temporary code*, code, codes, user_code, user code, device_code, device code, otp, otps, passcode*
other: keyboard, link, links, url, urls, invitation*, invite, invites, trial, trials, card, cards, quote, quotes, offer, offers, coupon*, cookie, cookies, session, sessions, subscription, subscriptions, reservation*, payment, payments, certificate, certificates, domain, domains, cache, caches, webhook, webhooks, file, files, upload, uploads, download, downloads, signature*, nonce*, challenge*, order, orders, booking*, message, messages, licen?e, licen?es, consent, consents, mandate*, voucher*, document, documents, envelope*, snapshot*, report, reports, limit, limits, quota*, data, license, connections, password, passwords, response, responses, job, jobs, export, exports, token rotation
app: app, apps, application, applications, client, clients, integration, integrations, service account*, service user*, api user*, bot, bots, project, projects
account: account, accounts, profile, workspace, workspaces
make: create, creates, created, creating, generate, generates, generated, generating, make, made, making, issue, issues, issued, add, adds, added, adding, mint, mints, set up, provision, provisioned, new, register, registered, registering, build, configure, autogenerate*
find: visible, print, prints, find, found, copy, copied, see, view, reveal, reveals, show, shown, display, displayed, displays, retrieve, retrieved, located, locate, listed, appear, appears, grab, available, kept, managed, accessed, lookup, collect, printed, presented, note, record, is on the, given, manage, viewed, seen, download, downloaded, downloads, save, take, takes, can be obtained by
get: work, works, active, arrives, arrive, sends you, replies with, provided with, get, gets, getting, obtain, obtained, obtaining, receive, receives, received, claim, acquire, acquired, gain, are assigned, ready, waiting, request a key, hand, hands, e mailed, comes
have: have, has, comes with, get, gets, receives, includes
click: click, clicks, clicking, press, tap, hit, go to, navigate, navigating, open, opening, select, selecting, choose, visit, visiting, log in, login, logging in, logged in, sign in, expand, toggle, button, hover, click on, tick, pick, launch, hovering
place: in your account, from your account, of your account, in setup, cloud manager, dashboard, dashboards, console, consoles, settings, portal, control panel, admin panel, admin center, admin interface, administration, back office, backoffice, your profile, my profile, my account, tab, menu, page, section, screen, preferences, developer center, my apps, web app, ui, marketplace, sidebar, avatar, website, under account, under profile, under api, upper right, api management, merchant center, dropdown, command line, your * account, area, workspace
atonce: appears once, after you save, after creation, once created, immediately, instantly, instant, right away, at once, automatically, straight away, on the spot, in minutes, selfserve, as soon as, yourself, on your own, the moment, shown once, only once, displayed once, any time, anytime, right here, for you, when you create, after registering, when it is created, found here, get one here, from here
signup: having registered, account verified, register on, sign up, signup, signing up, register for, create an account, create a free account, developer account, registration is free, register an account, signed up, register and, you register, register first, register to use, register in order, join the
ask: request a production, request a sandbox, to request, can request, request access, request api, request an api key, request your, request production, request one, request it, be requested, submit your, submit the, apply for, applying for, apply to become, application for, application process, ask for, asking for, fill in, fill out, petition, inquire, enquire, to apply, complete this form, requestor, requester
contact: contact, contacting, email us, write to, reach out, talk to, speak with, drop us, be in touch, hear from us, send an email, ask our, ask your
approve: explicit permission, cooperation agreement, sharing agreement, signed agreement, been onboarded, decision, decides about, evaluates, approve, approves, approved, approval, approvals, approving, review, reviewed, reviewing, reviews each, reviews the, vet, vets, vetted, vetting, certified, certification, certify, accredited, accreditation, been accepted, be accepted, whitelist*, allowlist*, preapproved, onboarding, due diligence, case by case, kyc, kyb, assessed, assessment, evaluated, evaluate, screened, questionnaire, eligib*, licensed, regulated, authorisation by, business verification, at our discretion, qualify, clearance, interview, is verified, screening, data processing agreement, validated, moderated, service agreement, commercial checks, qualified trust service, eidas, enabled for your account, nda, compliance check, account has been activated, cleared, clears
wait: waitlist, wait list, waiting list, private beta, closed beta, private preview, limited preview, closed alpha, limited beta, early access, invite only, invitation only, by invitation, invited, business days, working days, pilot program*, beta program*, developer program*, partner program*, waiting, wait for, pending, pending state, closed to
stop: the, and, a, doesn, don, does, have, has, will, use, get, at, into, no, if, they, which, must, all, any, only, may, there, their, how, so, but, was, isn, then, after, where, is, are, to, of, for, with, you, your, in, on, that, this, it, be, can, we, by, an, from, or, as, when, not, do, go, over, also, more, than, them, these, those, each, every, its, been, were
vendor: we, us, our team, support team, account manager, account team, sales, partner support, representative, integration team, partner team, partnerships, partner manager, helpdesk, staff, engagement team, api support, our compliance
give: created by, issue, issues, issued, provide, provides, provided, send, sends, sent, hand out, handed out, assign, assigns, assigned, emailed, mailed, enable, enables, enabled, activate, activates, activated, set up, supply, supplied, supplies, grant, grants, granted, shared, generated, deliver, delivers, delivered, unlock, unlocks, unlocked, provision, provisions, provisioned, give, gives, given, allocate, allocated, opened, receive, received, get, obtain, obtained, are issued, arrange, released, release, switched on
limitedto: membership, only available, only to, exclusively, open to, for partners, selected, not publicly available, invitation, selectively
partner: partner, partners, enterprise, licensed, tpp, tpps, institutions, researchers, accredited, invited, selected customers, whitelisted, affiliate*, resellers, operators, select developers
door: api, apis, access, production, sandbox, endpoints, endpoint, go live, integration, developer, developers, uat, oauth, interface, apps, beta, program, programme
user: user, users, member, members, customer, customers, merchant, merchants, seller, sellers, buyer, buyers, owner, owners, visitor*, patient*, payer*, admin, admins, administrator, administrators, shopper*, cardholder*, people, person, clinician, they, client's
consents: consents, consent, approves, accepts, authorizes, authorises, grants, agrees, confirms, approve, authorize, authorise
redirect: redirect*, callback, callback url, redirect uri, redirect url, redirect_uri, browser, authorization page, authorization url, authorization endpoint, consent screen, consent page, login page, login screen, authorize endpoint, authorize page, authorise page, returned to, sent back, comes back, dialog
trade: exchange, exchanges, exchanged, exchanging, trade, trades, traded, swap, swaps, swapped, redeem, redeems, redeemed, converted, convert
send: send, sends, sending, sent, pass, passes, passed, passing, include, includes, included, put, use, uses, used, using, provide, provided, supply, supplied, set, add, append, appended, present, presented, carry, carries, accept, accepts, accepted, expects, expect, takes, take, require, requires, required, authenticate, authenticates, authenticated, authentication, authorize, goes, transmit*, via, through, attach, attached, specify, contain*, need, needs, supports, offers, scheme, as, with, relies on
shorttime: short time
ends: token ends, it ends, expire, expires, expired, expiring, run out, lapse, lapses, lapsed, must be renewed
within: within, inside
life: keeps working, keep working, stays, ends after, accepted for, live, expire, expires, expired, expiring, expiry, expiration, expires_in, expires_at, valid, validity, lifetime, lifespan, life, last, lasts, lasting, lived, lives, ttl, good for, usable, stop working, stops working, times out, time out, lapse, lapses, lapsed, works for, invalidated, active for, reusable for, timeout, duration, be refreshed every, must be regenerated, in force, be used for
short: short lived, short term, temporary token*, limited lifetime*, limited time, limited validity
enddate: end date, expiration, expiry, expirationdate, expiresat, lifetime
never: never go stale, never expire, never expires, never expired, don't expire, doesn't expire, won't expire, never lapse, not expire, no expiry, no expiration, without expiry, without expiration, non expiring, indefinitely, unlimited lifetime, never ends, never end, valid forever, forever, for ever, permanent, permanent token*, not have an expiration*, unlimited validity, practically permanent, stay valid until, remain valid until, no longer expire
until: until, till, unless, as long as
again: again, anew, once more, another, new, fresh, next, repeat, repeating, repeated, replacement, relogin
renew: renew, renews, renewed, renewing, renewal, refresh, refreshes, refreshed, refreshing, reissue, reissued, extend, prolong, prolonged, rotated
program: sdks, library, libraries, program, programs, your backend, script, programmatically, silently, middleware, background, automatic
relogin: log in again, sign in again, re authorize, reauthorize, reauthorise, reauthorization, reauthenticate, reconnect, reconnects, reconsent, authorization flow again, visit the site, authorize it again, by hand, manually, grant authority again, relink, reconfirm, re confirm, login flow again, regrant, restart the process
revoke: revoke, revokes, revoked, revoking, revocation, withdrawn, withdraws, delete, deleted, deleting, deletes, roll, rolled, rolling, rotate, rotates, rotated, rotating, rotation, regenerate, regenerated, regenerating, reset, resets, invalidate, invalidated, invalidates, deactivate, deactivated, disable, reissue, remove, removed, cancel, cancelled, deauthorize, deauthorise, deauthorizes, de authorized, deauthorized, destroy, destroyed, unlink, uninstall, are disabled, disabling, suspend, suspended, stops working, be discarded, inactive, unusable, killed, kill, trash, retire, invalidation
scope: scope, scopes, scoped
permission: access policies, permission, permissions, access rights, rights, privileges, abilities, capabilities, acl, acls, access control list*, privilege, functional areas
restrict: choose, chosen, select, selected, selecting, tick, ticked, decide, determine, determines, control, controls, define, defines, assign, assigned, set, specify, configure, configured, grant, granted, give, given, per key, carry, carries, pick, desired, appropriate, which, what it may, limit, limits, limited, add, enter
limitverb: restrict, restricts, restricted, restricting, limit, limits, limited, limiting, scoped, scope to, narrow, narrowed, confine, confined, fine grained, granular, tied to, lock, locked, only call, only be used, only read
resource: attributes, claims, resource, resources, endpoint, endpoints, operation, operations, project, projects, zone, zones, repository, repositories, services, portfolio, locations, teams, database, databases, collection*, warehouse*, workspace, apis, table, tables, particular, what it can, what the key, what a key, only the, certain, specific, methods, stock
role: role, roles, rbac, permission group*, privilege level
readonly: read only, readonly, read write, read and write, read or write, reading only, for reading, viewer, editor, only read, may read, only reads
full: full access, full control, complete access, unrestricted access, unlimited access, total access, all permissions, everything, same permissions, same rights, whole account, entire account, anything, full privileges, full permissions, the same access, all data, complete control, complete account, any endpoint, all of your, impersonate any*, your permissions, any request, any requests, without restriction*, all operations, all endpoints, all apis, all resources, any operation, every endpoint, all methods, every operation, overall data, do anything
noscope: no per, cannot be limited, cannot be scoped, no scopes, no granular, scopes are not supported, without scopes, can't be limited, cannot be narrowed, not scoped
grantword: grant, grants, grant_type, grant_types, flow, flows, legged, granttype
flow: grant, grants, granttype, grant_type, grant_types, flow, flows, oauth2, oauth, legged, authentication, authorization, method, methods, auth, oauth2.0
callword: ring, callout
g:client_credentials: client_credentials, client credentials grant*, client credentials flow*, 2 legged, two legged, machine to machine, m2m, ccg, client credentials token, clientcredentials, 2lo
maybe-cc: client credentials, client credential, client crendentials
g:authorization_code: authorization_code, authorization code flow*, code grant, code flow, three legged, 3 legged, web server flow, web application flow, web flow, authorizationcode, oauth 2.0 authorization code, 3lo, accesscode, code exchange
g:authorization_code_pkce: pkce, proof key for code exchange, code_challenge, code_verifier, code_challenge_method, code challenge, code verifier
g:implicit: implicit grant*, implicit flow*, user agent flow, implicit oauth, implicit authentication, implicit authorization
maybe-implicit: implicit
g:password: password grant*, password flow*, resource owner password*, ropc, username password flow
maybe-password: password, username and password
g:device_code: device flow*, device grant*, device code flow*, device code grant*, device authorisation*, device authorization, device_authorization, device_authorization_endpoint, rfc 8628, user_code, limited input device*
maybe-device: device code, device_code, device
clientassertion: client_assertion, client_assertion_type, client assertion
returnjwt: jwt bearer token, bearer jwt
g:jwt_bearer: jwt bearer flow*, jwt bearer token flow*, jwt bearer, jwt grant*, jwt flow*, jwt assertion*, rfc 7523, jwt profile
g:token_exchange: token exchange, oauth token exchange, rfc 8693
sign: sign, signs, signed, signing
assertion: assertion, assertions, jwt, jwts
offline: offline_access
bearer: bearer, bearer token*, bearer auth, bearer access token*
authheader: authorization header*, authorization, header authorization, http authorization, authentication header*, authorisation header*
basic: basic auth*, http basic, basic http auth*, basic scheme, basic header, basic authorization, basic credentials, basic form, basic access auth*
maybe-basic: basic
username: username, user name
passwordword: password
blank: empty, blank, leave, dummy
header: header, headers
query: query, query string, querystring, query parameter*, query param*, url parameter*, get parameter*, get variable*, url query, query variable*, query parameters, request parameter*, url param*, query params, as a parameter, get param*, url argument*, in the query
cookie: session cookie*, login cookie*, auth cookie*, authentication cookie*, cookie auth*, cookie session*, cookie authentication, cookie based
cookieword: cookie, cookies
noapi: neither keys, keine api, no public api, not have a public api, not offer an api, no official api, not currently have a public api, have no api, no api available, not offer api keys, there are no keys
static: static api key*, static key*
no: nobody, no one, none of, no, without, neither, nor, except, excluding, lacks, lack, instead of, rather than, not a, not an, not the, not by, not with, not via, zero, other than, apart from
neg: not yet, not currently, not, n't, don't, doesn't, isn't, aren't, won't, didn't, can't, cannot, can not, never, no longer, couldn't, haven't, hasn't, unable, needn't, shouldn't, wasn't, weren't
can: no way, no endpoint, not possible, can't, cannot, can not, may not, unable, impossible, not able
passive: supported, offered, accepted, allowed, permitted, available, possible, enabled, issued, returned, implemented, used, usable, provided, needed, required, necessary, given, granted, included, taken, read, sent
support: put, pass, support, supports, supported, offer, offers, offered, provide, provides, provided, accept, accepts, accepted, allow, allows, allowed, implement*, issue, issues, issued, return, returns, returned, have, has, include, includes, included, permit, permits, permitted, enabled, enable, available, possible, usable, use, uses, used, exist, exists, give, gives, given, grant, granted, work, works, read, take, takes, taken, know, knows, understand*, need, needs, needed, require, requires, required, necessary, sent
denied: unsupported, unavailable, removed, discontinued, retired, dropped, sunset, shut down, turned off, switched off, abolished, gone, rejected, refused, was disabled, is disabled, does not exist, not available, not supported, not offered, not accepted, not allowed, not permitted, not used, not issued, not possible, currently unused, not implemented, not enabled, ignored, is unused, are unused, decommissioned, end of life, blocked, phased out, superseded
if: if, when, where, unless, whether
only: only, solely, exclusively, just
yes: yes, yep, sure, absolutely, certainly
nay: no, nope, not at this time, not yet, not currently, unfortunately not, currently not, unfortunately no, sadly no
define: is a, are a
manyproviders: specification defines, many providers, guideline*, owasp, your own api
endusers: your users sign in, sign up your users, your shoppers, login box, let your users, social login, passwordless, lets people, let people, your visitors, your patients
apicall: request to the api, requests to the api, request to our api, requests to our api, request to this api, request to an api, api request, api requests, http request*, with the api, with our api, with this api, with this call, using the api, using our api, using this api, via the api, through the api, over the api, use the api to, api call*
error: error, errors, invalid_client, invalid_grant, unauthorized_client, unsupported_grant_type, invalid_request, invalid_token, insufficient_scope, 400, 401, 403, 404, fails, failed, missing, 409, 422, expired or
outgoing: our webhooks, your webhook
operation: endpoint
assertionword: assertion, assertions
post: posting, posted
protocol: grant_type, exchange, exchanging, token endpoint, client_credentials, redirect, redirects, response, callback, locally
handling: store, stored, storing, safe, safely, secure, securely, never, leak*, compromised, exposed, lost, stolen, rate, quota, usage, counted, counts, share, vault, configuration file, limits, keep
notapi: contact centre, contacts, app center, gallery, template*, campaign*, listing, listings, listed, payout*, invoice*, expense*, loan*, card, cards, transaction*, dispute*, refund*, coupon*, filter*, discount*, gdpr, privacy, job, jobs, career*, advert*, moderation, payment, payments, newsletter, app store, marketplace, publish*, comments, article*, quotes, ticket*, holiday, purchase*, images, tag, tags, patch, budget, bank
helpme: question, questions, problem, problems, help, bug, bugs, feedback, trouble*, pricing, lost, compromised, leaked, higher, increase, increased, extended, limit, limits, quota*, volume*, downtime
accesstoken: request * api access token*, request a new token, api request*, requests per, request a new one, the request, all requests
personact: user must, user has to, users must, person must, a person, customer must, member must, user will need to, user should, customer has to, customers must, merchant must, merchant needs to, merchants must, seller must, patient must, member has to, they must, they have to, admin must, administrator must, the user again, owner must
test: sandbox, test, staging, uat, developer edition, test mode, non production, nonproduction, certification environment, developer environment, demo environment, pre production, preproduction, qa, integration environment, playground, simulator
production: production, live
option: optional, optionally, turned on, switched on, with token rotation enabled, option
plan: plan, plans, tier, tiers, paid
registration: dynamic client registration, dynamic registration, rfc 7591, register themselves, dcr
everyone: every, each
botmail: botfather, newbot
u:1: s, sec, secs, second, seconds
u:60: min, mins, minute, minutes
u:3600: h, hr, hrs, hour, hours
u:86400: d, day, days
u:604800: week, weeks
u:2592000: month, months
u:31536000: year, years
n:0.5: half an, half
n:1: a, an, one, every
n:2: two
n:3: three
n:4: four
n:5: five
n:6: six
n:7: seven
n:8: eight
n:9: nine
n:10: ten
n:12: twelve
n:14: fourteen
n:15: fifteen
n:20: twenty
n:24: twenty four
n:30: thirty
n:45: forty five
n:60: sixty
n:90: ninety
bymail: by sending an email
banner: analytics, preferences, advertising, tracking, privacy
authverb: accepted, authenticate, authenticates, authenticated, authenticating, identified, secured, protected, needs, need, requires, require, accepts, accept, takes, take, reads, used, authentication
renewask: post, request, requests, fetch, fetches, refetch, ask, call, generate, get, obtain, retrieve, acquire, mint, create, receive, repeat, exchange
acct: account, accounts
open: open, opening, opens
authword: authorize, authorization
cookieauth: login cookie
auto: automatically, automatic, instantly, immediately
apponly: app only, application only
appauth: app, apps, oauth, auth, authentication, token, flow, access, oauth 2
svc: service account*
openacct: create, open, opening, set up, register, creating
avail: support, supports, offer, offers, accept, accepts, allow, allows, implement, implements, provide, provides, use, uses, is the only
onrequest: on request, upon request, by request
everydayscope: scope of the project, scope of this
loginpair: email and password
platform: bigcloud, google, gmail, aws, amazon, azure, microsoft, github, gitlab, okta, auth0, facebook, twitter, slack, salesforce, zapier, postman, stripe, apple, keycloak, openai, anthropic, bitbucket, entra, gcp, hubspot, shopify, dropbox, linkedin, dynamics
toword: to, by
pronoun: it, they, each, them, both, this, these, those
otherlimit: rate, per day, ips, minutes, hours, partners, characters, users
accesskind: sending access, billing access, write access
personperm: members and their, users and their, their access permissions, user permissions, member permissions, team members, permissions of your team
youradmin: your admin
orword: or, and
beyond: data, scope, scopes, feature, features, permission, permissions, tier, tiers, quota, quotas
s2s: server to server
listing: listed, listing, listings, marketplace, publish*
webhook: webhook, webhooks
storage: bucket, buckets, folder, folders, aria
compromise: leak, leaked, leaks, compromised, exposed, stolen, lost
accessword: access, authorization, authorisation, consent, permission, permissions, app
prefixword: the word, prefix, prefixed, prepended, prepend
example: such as, e.g, like, including
idiom: make sure, make use, get started, getting started, openapi, open data, expired or revoked, or expired, set of, note that, openid certified, review changes, permissions tab, out of your code, waiting for you, hardcode
maker: enter the api key
withdraw: revoke, revokes, revoked, revoking, withdraw, withdraws, deauthorize, deauthorise, deauthorizes, disconnect, disconnects, remove, removes
one: one, yours
byvendor: assigned to you by, supplied by, delivered to you, sent to you by
lesson: what is a bearer, what is client credentials, explained, versus, vs, vs., best practice*, glossary, 101, which should you use, compared, comparison, myths, tutorial, quiz, terminology, concepts
grace: overlap, before it is deactivated, old keys
idsecret: client_id * client_secret, client id * secret, consumer key * secret, client id * * client secret, client id * * secret
logincall: login call, login endpoint, token request
inherit: inherit, inherits, inherited, inheriting, the permissions of the user, has the permissions of
noauth: no authentication, no api key, without authentication, without any authentication, without an api key, without a key, no credentials, unauthenticated access, without registration, no registration
whole: all endpoints, all requests, the api is, this api, everybody, everyone, anyone, anybody
`;
