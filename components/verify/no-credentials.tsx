/** Said where this installation cannot keep a credential. */
export const NoCredentials = () => (
  <p className="mt-4 max-w-prose text-soft">
    This site does not take credentials: its operator has set no key to protect them with. You can verify from the
    command line instead: <code className="text-sm">npm run -s scan -- verify api.example.com</code>.
  </p>
);
