import type { Label } from '@nodp/terminology';
import type { Scale } from './scales.ts';

/** Frequency, severity, interference, presence, amount. */
export type Attribute = 'F' | 'S' | 'I' | 'P' | 'A';

export interface TermDefinition {
  /** The number of the item library: its items are 9A, 9B. */
  readonly number: number;
  readonly name: Label;
  readonly asks: string;
  /** The symptom within the question, as NCI writes it. */
  readonly within: Label;
  /** Whether the symptom is spoken of as several. */
  readonly plural: boolean;
  /** Of items that are not worded, or not scaled, as the others. */
  readonly worded: Readonly<Partial<Record<Attribute, Label>>>;
  readonly scale: Scale | null;
}

type More = {
  readonly plural?: true;
  readonly scale?: Scale;
  /** Whole questions after “In the last 7 days, ”. */
  readonly worded?: Readonly<Partial<Record<Attribute, readonly [string, string]>>>;
};

export const term = (
  number: number,
  asks: string,
  [name, within]: readonly [string, string],
  [nameZh, withinZh = nameZh]: readonly [string, string?],
  { plural, scale, worded = {} }: More = {},
): TermDefinition => ({
  number,
  asks,
  name: { en: name, zh: nameZh },
  within: { en: within, zh: withinZh },
  plural: plural ?? false,
  scale: scale ?? null,
  worded: Object.fromEntries(
    Object.entries(worded).map(([attribute, [en, zh]]) => [attribute, { en, zh }]),
  ),
});

/** A name that stands in the question as it is. */
export const upper = (name: string): readonly [string, string] => [name, name.toUpperCase()];
export const several = { plural: true } as const;
