import type { BroadStage } from './stage-group.ts';

/**
 * Ann Arbor stage with Cotswolds and Lugano designations. Source: Carbone et al., Cancer Res 1971;31:1860;
 * Lister et al., J Clin Oncol 1989;7:1630; Cheson et al., J Clin Oncol 2014;32:3059.
 */
export type AnnArborStage = {
  readonly broad: Exclude<BroadStage, '0' | 'unknown'>;
  /** A: no B symptoms, B: fever, night sweats or weight loss; null where not stated. */
  readonly symptoms: 'A' | 'B' | null;
  readonly extralymphatic: boolean;
  readonly spleen: boolean;
  readonly bulky: boolean;
  readonly code: string;
};

/** Parses `IIIE`, `Stage IIBX`, `IVA`, `2E`, `Lymphoma stage IIIe (finding)`; null when not of the form. */
export function parseAnnArbor(text: string): AnnArborStage | null {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/ANN ARBOR|LUGANO|COTSWOLDS|LYMPHOMA|STAGE|\((?:FINDING|BULKY)\)|BULKY|期/g, ' ')
    .replace(/[\s,()_-]+/g, '');
  const m = /^(IV|I{1,3}|[1-4])([ABESX]*)$/.exec(bare);
  if (!m) return null;
  const marks = m[2] ?? '';
  if (new Set(marks).size !== marks.length || (marks.includes('A') && marks.includes('B')))
    return null;
  const roman = { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' } as const;
  const head = m[1] ?? '';
  const broad = (roman[head as '1'] ?? head) as AnnArborStage['broad'];
  const has = (mark: string) => marks.includes(mark);
  const bulky = has('X') || /BULKY/i.test(text);
  const symptoms = has('A') ? 'A' : has('B') ? 'B' : null;
  return {
    broad,
    symptoms,
    extralymphatic: has('E'),
    spleen: has('S'),
    bulky,
    code: `${broad}${symptoms ?? ''}${has('E') ? 'E' : ''}${has('S') ? 'S' : ''}${bulky ? 'X' : ''}`,
  };
}
