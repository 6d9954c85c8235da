/** A number with its noun: `1 scope`, `14 scopes`, `12,400 requests`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
