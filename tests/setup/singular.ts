// Words that end in s and are no plural.
const singular = /^(?:ms|s|is|was|has|does|this|its|address|access|status|process)$/;

/** Where a text counts one in the plural: `1 requests`, `all 1 exchange`, `1 of 1 probes were`. */
export function pluralsOfOne(text: string): string[] {
  const counted = [...text.matchAll(/(?<![\d.,–:/-]|of |version |§)\b1 (?:more |further |new )?([a-z]+s)\b/g)]
    .filter(([, word = '']) => !singular.test(word))
    .map(([said]) => said);
  return [...counted, ...(text.match(/\ball 1\b|\b1 of 1 [a-z]+ were\b/gi) ?? [])];
}

/** What a reader sees of a page: its text without what is to be pasted, with a space between its elements. */
export function textOf(html: string): string {
  return html
    .replace(/<(style|script|pre|svg)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:span|a|code|em|b)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replace(/\s+/g, ' ');
}
