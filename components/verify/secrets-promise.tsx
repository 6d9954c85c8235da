/** What is done with the credentials of an owner who verifies: the same words wherever they are asked for. */
export function SecretsPromise() {
  return (
    <section className="section" aria-labelledby="secrets">
      <h2 id="secrets" className="text-xl">
        What happens to the credentials
      </h2>
      <ul className="max-w-prose list-disc space-y-2 pl-5 marker:text-rule">
        <li>
          Use a client made for this one time, with as little scope as the call needs, and delete it afterwards. That
          way nothing depends on us.
        </li>
        <li>
          They are encrypted (AES-256-GCM) as they arrive and wait so for the worker, ten minutes at most. The worker
          deletes them as it takes them; if it dies, they are gone and the verification has ended.
        </li>
        <li>
          They are sent to the hosts that you confirm, over TLS, and nowhere else. A wrong secret is tried once in each
          way in which clients authenticate, then no more.
        </li>
        <li>
          Only an operation that you name, or a GET that your API description declares, is called. What it answers with
          data is not kept.
        </li>
        <li>
          The report shows every request with the credential and each token hidden, in whatever form a server repeats
          them. Tokens are revoked at the end where your server offers that.
        </li>
      </ul>
    </section>
  );
}
