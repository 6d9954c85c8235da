/**
 * Puts a right `URL.canParse` in place of the one of Node 20, imported for that effect by what reads URLs.
 * Once V8 has compiled a call of the built-in one, it reads strings that are kept as Latin-1 as if they were UTF-8: the same text
 * (`https://bücher.example/`, or a Location field of any bytes) is a URL at first and none a thousand calls later, and the other way round,
 * so that a constructor which relied on it throws in the middle of a scan.
 */
URL.canParse = (url: string | URL, base?: string | URL): boolean => {
  try {
    return new URL(url, base).href !== '';
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};
