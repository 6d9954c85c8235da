/**
 * Whether a word of Authorization is a scheme of signed requests: the secret is never sent, and each call carries a signature made with it. A word
 * that names a digest is one, whoever made it up.
 */
export const isSigningScheme = (word: string): boolean =>
  /^(?:aws[\w-]*|signature|hawk|sharedkey\w*|sig|wsse|acs[\d-]*|edgegrid|eg1-[\w-]*)$|hmac|sha-?\d|\drsa|rsa\d/i.test(
    word,
  );

/** A word of Authorization that stands before no token: a signature, or another proof. */
export const isProof = (word: string): boolean =>
  isSigningScheme(word) || /^(?:digest|negotiate|ntlm|vapid|dpop)$/i.test(word);
