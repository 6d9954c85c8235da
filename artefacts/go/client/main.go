// go run ./machineaccess/client NAME [SCOPE…]: makes a client, and a first token. The secret is told once.
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"yourapp/machineaccess" // yourapp is the module of your go.mod
)

func main() {
	if len(os.Args) < 2 {
		log.Fatal("Say a name, and scopes after it if it is not to have all of them.")
	}
	id, secret, err := machineaccess.CreateClient(os.Args[1], os.Args[2:]...)
	if err != nil {
		log.Fatal(err)
	}
	token, _, code := machineaccess.IssueToken(id, secret, "")
	fmt.Println(strings.TrimSpace("CLIENT_ID=" + id + "\nCLIENT_SECRET=" + secret + "\nTOKEN=" + token + "\n" + code))
}
