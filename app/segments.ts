/** Parts of an address as a visitor wrote them. */

/** The number of a step as a visitor names it; 0, before the first, for anything else and for more than the database counts. */
export function stepNumber(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** A path segment as it was meant; null when it is not percent-encoded UTF-8. */
export function decodedSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
