import type { BroadStage } from './stage-group.ts';

/**
 * Ann Arbor stage with Cotswolds and Lugano designations. Source: Carbone et al., Cancer Res 1971;31:1860;
 * Lister et al., J Clin Oncol 1989;7:1630; Cheson et al., J Clin Oncol 2014;32:3059. II1 and II2 are those of
 * lymphomas of the gut: Rohatiner et al., Ann Oncol 1994;5:397.
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

/** Words around a lymphoma's stage that carry no stage of their own. */
const NOISE =
  /ANN ARBOR|LUGANO|COTSWOLDS|MODIFI(?:ED|CATION)|CLASSIFICATION|STAGING|SYSTEM|LYMPHOMA|STAGE|\((?:FINDING|BULKY)\)|BULKY|(?<!\d)(?:19|20)\d\d(?!\d)|改良|淋巴瘤|分期|期|组/g;

/** Parses `IIIE`, `Stage IIBX`, `IVA`, `2E`, `Lymphoma stage IIIe (finding)`, `Lugano分期:Ⅲ期B`; null when not of the form. */
export function parseAnnArbor(text: string): AnnArborStage | null {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(NOISE, ' ')
    .replace(/[\s,:()_-]+/g, '');
  const m = /^(IV|I{1,3}|[1-4])((?<=^II)[12])?([ABESX]*)$/.exec(bare);
  if (!m) return null;
  const extent = m[2] ?? '';
  const marks = m[3] ?? '';
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
    code: `${broad}${extent}${symptoms ?? ''}${has('E') ? 'E' : ''}${has('S') ? 'S' : ''}${bulky ? 'X' : ''}`,
  };
}
