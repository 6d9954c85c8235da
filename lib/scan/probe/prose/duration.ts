/** Spans of time as documentation writes them. */

const NUMBER_WORDS = new Map<string, number>([
  ['a', 1], ['an', 1], ['one', 1], ['two', 2], ['three', 3], ['four', 4], ['five', 5], ['six', 6], ['seven', 7], ['eight', 8], ['nine', 9], ['ten', 10], ['twelve', 12], ['fifteen', 15],
  ['twenty', 20], ['thirty', 30], ['forty-five', 45], ['sixty', 60], ['ninety', 90], ['eine', 1], ['einen', 1], ['einer', 1], ['einem', 1], ['zwei', 2], ['une', 1], ['un', 1], ['una', 1], ['deux', 2], ['dos', 2], ['uma', 1], ['um', 1], ['een', 1], ['godzinę', 1],
]);
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|milliseconds?)$/i, 0.001],
  [/^(?:s|secs?|seconds?|sekunden?|secondes?|segundos?|secondi|seconden|sekund\w*|秒钟?|초)$/i, 1],
  [/^(?:m|mins?|minutes?|minuten?|minutos?|minuti|minuut|minuut|minut\w*|分钟?|分間?|분)$/i, MINUTE],
  [/^(?:h|hrs?|hours?|stunden?|heures?|horas?|ore|ora|uur|uren|godzin\w*|小时|小時|時間|시간)$/i, HOUR],
  [/^(?:d|days?|tage?n?|jours?|días?|dias?|giorni|giorno|dag|dagen|dni|dzień|天|日間?|일)$/i, DAY],
  [/^(?:weeks?|wochen?|semaines?|semanas?|settimane?|weken|week|tygodni\w*|周|週間|주)$/i, 7 * DAY],
  [/^(?:months?|monate?n?|mois|mes|meses|mês|mesi|mese|maanden|maand|miesi\w+|个月|個月|ヶ月|か月|개월)$/i, 30 * DAY],
  [/^(?:years?|jahre?n?|ans?|années?|años?|anos?|anni|anno|jaar|jaren|lata?|rok|年間?|년)$/i, 365 * DAY],
];

/** Source of a pattern with two groups: the number and the unit. At a word boundary for Latin letters; CJK needs none. */
export const DURATION =
  '((?<!\\d)\\d{1,9}(?!\\d)(?:[.,]\\d{1,3}(?!\\d))?|\\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty-five|sixty|ninety|eine[rmn]?|zwei|une?|una|deux|dos|uma?|een)(?=[\\s-]))[\\s-]{0,2}(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|secondes?|heures?|jours?|semaines?|mois|ans|segundos?|minutos?|horas?|d[ií]as?|semanas?|meses|mes|años?|secondi|minuti|ore|ora|giorni|uur|uren|dagen|godzin\\w*|minut\\w*|dni|小时|小時|分钟|秒钟?|天|个月|個月|時間|分間?|日間?|秒|ヶ月|か月|시간|분|일|개월|(?<=\\d ?)[smhd](?![\\w]))(?![a-z])';

/** Seconds of a number and a unit as matched by `DURATION`; null when the unit is unknown. */
export function secondsOf(number: string, unit: string): number | null {
  const word = NUMBER_WORDS.get(number.toLowerCase());
  // A comma groups thousands when three digits follow, else it is a decimal comma.
  const amount = word ?? Number.parseFloat(/^\d{1,3},\d{3}$/.test(number) ? number.replace(',', '') : number.replace(',', '.'));
  if (!Number.isFinite(amount)) return null;
  const factor = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  return factor === undefined ? null : Math.round(amount * factor);
}
