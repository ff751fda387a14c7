import type { Label } from '@nodp/terminology';

/** What the other side cannot say, and where it stood: `LEFT_OUT` is not there, `APPROXIMATE` says nearly the same. */
export interface Note {
  readonly kind: 'LEFT_OUT' | 'APPROXIMATE';
  /** Place in what was given. */
  readonly at: string;
  readonly reason: Label;
}

export type Take = (kind: Note['kind'], at: string, en: string, zh: string) => void;

export const notebook = (): { readonly notes: Note[]; readonly take: Take } => {
  const notes: Note[] = [];
  return {
    notes,
    // A concept set that is asked twice is read twice, and named once.
    take: (kind, at, en, zh) => {
      const known = notes.some((each) => each.at === at && each.reason.en === en);
      if (!known) notes.push({ kind, at, reason: { en, zh } });
    },
  };
};
