// Go net/http: an app that works for people.
package main

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
)

var (
	port   = os.Getenv("PORT")
	origin = "http://127.0.0.1:" + port
	guard  = os.Getenv("GUARD")
	mutex  sync.Mutex
	// Sessions, codes and tokens of people: the name of whom each belongs to.
	held = map[string]map[string]string{"session": {}, "code": {}, "refresh": {}, "token": {}}
)

func hasServer() bool { return guard == "oauth" || guard == "bare" }

func issue(kind, name string) string {
	bytes := make([]byte, 16)
	if _, err := rand.Read(bytes); err != nil {
		panic(err)
	}
	made := hex.EncodeToString(bytes)
	mutex.Lock()
	defer mutex.Unlock()
	held[kind][made] = name
	return made
}

func of(kind, which string) string {
	mutex.Lock()
	defer mutex.Unlock()
	return held[kind][which]
}

func take(kind, which string) bool {
	mutex.Lock()
	defer mutex.Unlock()
	_, ok := held[kind][which]
	delete(held[kind], which)
	return ok
}

func signedIn(r *http.Request) bool {
	cookie, err := r.Cookie("session")
	return err == nil && of("session", cookie.Value) == "ann"
}

func file(name string) string {
	text, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	return string(text)
}

func say(w http.ResponseWriter, status int, kind, text string) {
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text))
}

func sayJSON(w http.ResponseWriter, status int, value any) {
	text, _ := json.Marshal(value)
	say(w, status, "application/json", string(text))
}

func html(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { say(w, 200, "text/html; charset=utf-8", text) }
}

func document(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { say(w, 200, "application/json", text) }
}

func requireLogin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case guard == "key":
			if r.Header.Get("X-API-Key") != "key-of-ann" {
				sayJSON(w, 403, map[string]string{"message": "The X-API-Key header is missing"})
				return
			}
		case hasServer():
			if of("token", strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")) == "" {
				w.Header().Set("WWW-Authenticate", `Bearer realm="orders"`)
				sayJSON(w, 401, map[string]string{"error": "unauthorized", "error_description": "A token is needed."})
				return
			}
		case !signedIn(r):
			http.Redirect(w, r, "/login", http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func login(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet {
		say(w, 200, "text/html", file("login.html"))
		return
	}
	if r.FormValue("name") != "ann" || r.FormValue("password") != "tulip" {
		say(w, 403, "text/html", file("login.html"))
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: issue("session", "ann"), Path: "/", HttpOnly: true})
	http.Redirect(w, r, "/", http.StatusFound)
}

func authorize(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r) {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	query := url.Values{"code": {issue("code", "ann")}, "state": {r.FormValue("state")}}
	http.Redirect(w, r, r.FormValue("redirect_uri")+"?"+query.Encode(), http.StatusFound)
}

func peopleToken(w http.ResponseWriter, r *http.Request) {
	kind, brought := "code", r.FormValue("code")
	switch r.FormValue("grant_type") {
	case "authorization_code":
	case "refresh_token":
		kind, brought = "refresh", r.FormValue("refresh_token")
	default:
		sayJSON(w, 400, map[string]string{"error": "unsupported_grant_type"})
		return
	}
	if !take(kind, brought) {
		sayJSON(w, 400, map[string]string{"error": "invalid_grant"})
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	sayJSON(w, 200, map[string]any{
		"access_token": issue("token", "ann"), "token_type": "Bearer", "expires_in": 600, "refresh_token": issue("refresh", "ann"),
	})
}

func main() {
	mux := http.NewServeMux()
	var orders http.Handler = document(`{"orders":[{"id":1}]}`)
	// ---- after the guard
	mux.HandleFunc("/", html(file("home.html")))
	mux.HandleFunc("/docs", html(file("docs.html")))
	mux.HandleFunc("/login", login)
	mux.HandleFunc("/openapi.json", document(file("openapi.json")))
	mux.HandleFunc("/v1/status", document(`{"ok":true}`))
	mux.Handle("/v1/orders", requireLogin(orders))
	if guard == "oauth" {
		mux.HandleFunc("/.well-known/oauth-authorization-server", document(file("authorization-server.json")))
	}
	var before http.Handler = http.HandlerFunc(peopleToken)
	if hasServer() {
		mux.HandleFunc("/oauth/authorize", authorize)
		mux.Handle("/oauth/token", before)
	}
	// ---- new lines go here
	log.Fatal(http.ListenAndServe("127.0.0.1:"+port, mux))
}
