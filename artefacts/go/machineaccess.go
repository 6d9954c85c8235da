// Package machineaccess puts tokens beside the guard that is there (net/http, and every router that takes its handlers).
package machineaccess

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

const (
	challenge = "{{CHALLENGE}}"
	help      = "{{HELP}}"
	// The field in which today's credentials travel.
	credentialField = "{{CREDENTIAL_FIELD}}"
	// What a client may be given at all.
	knownScopes = "{{SCOPES}}"
	lifetime    = time.Hour
)

// Caller is who calls, as a token says.
type Caller struct {
	ClientID string
	Scopes   []string
}

type client struct{ ID, Name, SecretHash, Scopes string }
type token struct {
	Hash, ClientID, Scopes string
	ExpiresAt              time.Time
}
type store struct {
	Clients []client
	Tokens  []token
}

// One JSON file suits one process; for several, put read and write on your database.
var (
	mutex sync.Mutex
	file  = "machine-clients.json"
)

func read() (s store) {
	if text, err := os.ReadFile(file); err == nil {
		_ = json.Unmarshal(text, &s)
	}
	return s
}

func write(s store) error {
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file+".new", text, 0o600); err != nil {
		return err
	}
	return os.Rename(file+".new", file)
}

func sha(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func random() string {
	bytes := make([]byte, 32)
	if _, err := rand.Read(bytes); err != nil {
		panic(err)
	}
	return base64.RawURLEncoding.EncodeToString(bytes)
}

// CreateClient makes a client with these scopes, or with every known one. Its secret is told once and cannot be read again.
func CreateClient(name string, scopes ...string) (id, secret string, err error) {
	mutex.Lock()
	defer mutex.Unlock()
	s := read()
	id, secret = "machine-"+random()[:18], random()
	if len(scopes) == 0 {
		scopes = strings.Split(knownScopes, " ")
	}
	s.Clients = append(s.Clients, client{id, name, sha(secret), strings.Join(scopes, " ")})
	return id, secret, write(s)
}

// IssueToken returns a new token, or "" when the client or its secret is wrong or lacks a scope; code is the OAuth error then.
func IssueToken(id, secret, scope string) (issued, granted, code string) {
	mutex.Lock()
	defer mutex.Unlock()
	s := read()
	found := client{SecretHash: sha("")}
	for _, one := range s.Clients {
		if one.ID == id {
			found = one
		}
	}
	// Unknown ids are compared too, so that the time of an answer does not tell which exist.
	if subtle.ConstantTimeCompare([]byte(sha(secret)), []byte(found.SecretHash)) != 1 || found.ID == "" {
		return "", "", "invalid_client"
	}
	if scope == "" {
		scope = found.Scopes
	}
	for _, one := range strings.Split(scope, " ") {
		if !contains(strings.Split(found.Scopes, " "), one) {
			return "", "", "invalid_scope"
		}
	}
	issued = random()
	s.Tokens = unexpired(s.Tokens)
	s.Tokens = append(s.Tokens, token{sha(issued), id, scope, time.Now().Add(lifetime)})
	if write(s) != nil {
		return "", "", "server_error"
	}
	return issued, scope, ""
}

func unexpired(tokens []token) (left []token) {
	for _, one := range tokens {
		if time.Now().Before(one.ExpiresAt) {
			left = append(left, one)
		}
	}
	return left
}

func contains(list []string, wanted string) bool {
	for _, one := range list {
		if one == wanted {
			return true
		}
	}
	return false
}

func callerOf(authorization string) *Caller {
	scheme, sent, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return nil
	}
	mutex.Lock()
	defer mutex.Unlock()
	hash := sha(strings.TrimSpace(sent))
	for _, one := range read().Tokens {
		if one.Hash == hash && time.Now().Before(one.ExpiresAt) {
			return &Caller{one.ClientID, strings.Split(one.Scopes, " ")}
		}
	}
	return nil
}

type (
	callerKey struct{}
	heldKey   struct{}
)

// CallerOf returns the program that calls, or nil when it is a person.
func CallerOf(ctx context.Context) *Caller {
	caller, _ := ctx.Value(callerKey{}).(*Caller)
	return caller
}

// Beside lets in who holds a known token; everybody else is the guard's, as before.
func Beside(guard func(http.Handler) http.Handler) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		otherwise := Restate(guard)(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if caller := callerOf(r.Header.Get("Authorization")); caller != nil {
				next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), callerKey{}, caller)))
				return
			}
			otherwise.ServeHTTP(w, r)
		})
	}
}

// held keeps what a guard answers until it is known whether it lets the request through.
type held struct {
	http.ResponseWriter
	status int
	body   []byte
	passed bool
}

func (h *held) WriteHeader(status int) {
	if h.passed {
		h.ResponseWriter.WriteHeader(status)
		return
	}
	h.status = status
}

func (h *held) Write(bytes []byte) (int, error) {
	if h.passed {
		return h.ResponseWriter.Write(bytes)
	}
	h.body = append(h.body, bytes...)
	return len(bytes), nil
}

// Restate runs the guard. Its answers to browsers stay; what it lets through is answered as before.
func Restate(guard func(http.Handler) http.Handler) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		guarded := guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if h, ok := r.Context().Value(heldKey{}).(*held); ok {
				h.passed = true
				if w == http.ResponseWriter(h) {
					w = h.ResponseWriter // so that it can be flushed and hijacked as before
				}
			}
			next.ServeHTTP(w, r)
		}))
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			h := &held{ResponseWriter: w, status: http.StatusOK}
			guarded.ServeHTTP(h, r.WithContext(context.WithValue(r.Context(), heldKey{}, h)))
			switch {
			case h.passed:
			case mustRestate(h.status, r):
				refuse(w, r, h.body)
			default:
				w.WriteHeader(h.status)
				_, _ = w.Write(h.body)
			}
		})
	}
}

// mustRestate leaves browsers alone; who brought a credential and may not do this keeps hearing 403.
func mustRestate(status int, r *http.Request) bool {
	if r.Header.Get("Sec-Fetch-Site") != "" || r.Header.Get("Cookie") != "" || strings.Contains(r.Header.Get("Accept"), "text/html") {
		return false
	}
	return status == 401 || (status >= 300 && status < 400) || (status == 403 && r.Header.Get(credentialField) == "")
}

func refuse(w http.ResponseWriter, r *http.Request, old []byte) {
	failed := strings.HasPrefix(challenge, "Bearer") && strings.HasPrefix(strings.ToLower(r.Header.Get("Authorization")), "bearer")
	body := map[string]any{"error": "missing_token", "error_description": "Send the credential that the challenge names.", "help": help}
	header := challenge
	if failed {
		body["error"], body["error_description"] = "invalid_token", "The token is unknown, expired or revoked."
		header += ", error=\"invalid_token\""
	}
	before := map[string]any{}
	if json.Unmarshal(old, &before) == nil {
		for name, value := range before {
			body[name] = value
		}
	}
	w.Header().Del("Location")
	w.Header().Del("Content-Length")
	w.Header().Set("WWW-Authenticate", header)
	answer(w, 401, body)
}

func answer(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

func refuseToken(w http.ResponseWriter, status int, code, description string) {
	answer(w, status, map[string]any{"error": code, "error_description": description})
}

// TokenEndpoint answers client_credentials (RFC 6749 section 4.4), where there is no token endpoint yet.
func TokenEndpoint(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 8192)
	if err := r.ParseForm(); err != nil || r.Method != http.MethodPost {
		refuseToken(w, 400, "invalid_request", "Send a POST with the body as application/x-www-form-urlencoded.")
		return
	}
	for _, values := range r.PostForm {
		if len(values) > 1 {
			refuseToken(w, 400, "invalid_request", "A parameter is repeated.")
			return
		}
	}
	switch r.PostForm.Get("grant_type") {
	case "client_credentials":
	case "":
		refuseToken(w, 400, "invalid_request", "grant_type is missing.")
		return
	default:
		refuseToken(w, 400, "unsupported_grant_type", "Use client_credentials.")
		return
	}
	id, secret := r.PostForm.Get("client_id"), r.PostForm.Get("client_secret")
	if name, password, ok := r.BasicAuth(); ok {
		if secret != "" {
			refuseToken(w, 400, "invalid_request", "Send client_id and client_secret in Basic or in the body, not in both.")
			return
		}
		// RFC 6749 section 2.3.1: id and secret are form-urlencoded before base64.
		id, secret = formDecode(name), formDecode(password)
	}
	issued, granted, code := IssueToken(id, secret, r.PostForm.Get("scope"))
	switch code {
	case "":
		answer(w, 200, map[string]any{"access_token": issued, "token_type": "Bearer", "expires_in": int(lifetime.Seconds()), "scope": granted})
	case "invalid_client":
		w.Header().Set("WWW-Authenticate", "Basic realm=\"token\"")
		refuseToken(w, 401, code, "The client id or secret is wrong.")
	default:
		refuseToken(w, 400, code, "This client may not have that scope.")
	}
}

func formDecode(text string) string {
	if decoded, err := url.QueryUnescape(text); err == nil {
		return decoded
	}
	return text // a client that did not encode
}

// TokenBranch stands before the token endpoint that is there: every other grant goes on to it, with the form in r.PostForm.
func TokenBranch(before http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost && r.ParseForm() == nil && r.PostForm.Get("grant_type") == "client_credentials" {
			TokenEndpoint(w, r)
			return
		}
		before.ServeHTTP(w, r)
	})
}

// RequireScope stands inside Beside: a scope that a machine client must have. People are not limited by it.
func RequireScope(scope string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		caller := CallerOf(r.Context())
		if caller == nil || contains(caller.Scopes, scope) {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\""+scope+"\"")
		refuseToken(w, 403, "insufficient_scope", "This token lacks a scope.")
	})
}

// Registration answers RFC 7591 section 3: a program registers its own client. Put your own limit per address in front.
func Registration(w http.ResponseWriter, r *http.Request) {
	metadata := struct {
		ClientName string   `json:"client_name"`
		GrantTypes []string `json:"grant_types"`
	}{}
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 16384)).Decode(&metadata)
	for _, grant := range metadata.GrantTypes {
		if grant != "client_credentials" {
			refuseToken(w, 400, "invalid_client_metadata", "Send grant_types [\"client_credentials\"].")
			return
		}
	}
	if err != nil || len(metadata.ClientName) > 100 {
		refuseToken(w, 400, "invalid_client_metadata", "The body is not a JSON object with a client_name of at most 100 characters.")
		return
	}
	id, secret, err := CreateClient(metadata.ClientName)
	if err != nil {
		refuseToken(w, 500, "server_error", "The client could not be stored.")
		return
	}
	answer(w, 201, map[string]any{
		"client_id": id, "client_secret": secret, "client_id_issued_at": time.Now().Unix(), "client_secret_expires_at": 0,
		"client_name": metadata.ClientName, "grant_types": []string{"client_credentials"}, "token_endpoint_auth_method": "client_secret_basic",
	})
}

// Serve publishes a document from a file where the server starts, such as the metadata (RFC 8414 section 3).
func Serve(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		http.ServeFile(w, r, name)
	}
}
