/** The dimensions that are scored, as data. Ids of signals and groups, and their order in a report, follow from here. */
import { security } from './security.ts';
import type { Rung } from './types.ts';

export const dimensions = [security] as const;

type AnyGroup = (typeof dimensions)[number]['groups'][number];
type Merged<T> = (T extends unknown ? (x: T) => void : never) extends (x: infer U) => void ? U : never;
/** Every ladder by its signal. */
export type Ladders = Merged<AnyGroup['ladders']>;
export type SignalId = Extract<keyof Ladders, string>;
export type GroupId = AnyGroup['id'];
type Caps = Merged<(typeof dimensions)[number]['caps']>;
export type CapId = Extract<keyof Caps, string>;
/** The rungs of one signal's ladder. */
export type RungOf<S extends SignalId> = Extract<keyof Ladders[S], string>;

/** Every group with the signals that make it up. */
export const groups = dimensions.flatMap((dimension) =>
  dimension.groups.map((group) => ({ ...group, signals: Object.keys(group.ladders) as SignalId[] })),
);
export const groupIds = groups.map((group) => group.id) as [GroupId, ...GroupId[]];
export const signalIds = groups.flatMap((group) => group.signals) as [SignalId, ...SignalId[]];
export const ladders = Object.assign({}, ...groups.map((group) => group.ladders)) as Ladders;
export const caps = Object.assign({}, ...dimensions.map((dimension) => dimension.caps)) as Record<
  CapId,
  { limit: number; meaning: string }
>;

/** What a rung is worth. @throws when the signal's ladder does not hold it: our own mistake */
export function priceOf(signal: SignalId, rung: string): Rung {
  const ladder: Record<string, Rung> = ladders[signal];
  const price = Object.hasOwn(ladder, rung) ? ladder[rung] : undefined;
  if (!price) throw new Error(`Signal ${signal} names the rung ${rung}, which its ladder does not hold.`);
  return price;
}
