import type { Label } from '../label.ts';

/** Broad stage, the unit of statistics and of colours. */
export type BroadStage = '0' | 'I' | 'II' | 'III' | 'IV' | 'unknown';

export const BROAD_STAGES: readonly BroadStage[] = ['0', 'I', 'II', 'III', 'IV', 'unknown'];

/** A stage group in canonical writing: `0`, `IA`, `IA1`, `IIIC`, `IVB`; `broad` is what it counts as. */
export type StageGroup = {
  readonly code: string;
  readonly broad: Exclude<BroadStage, 'unknown'>;
  readonly subdivision: string;
};

const ROMAN: Readonly<Record<string, Exclude<BroadStage, 'unknown'>>> = {
  '0': '0',
  '1': 'I',
  '2': 'II',
  '3': 'III',
  '4': 'IV',
  I: 'I',
  II: 'II',
  III: 'III',
  IV: 'IV',
  Ⅰ: 'I',
  Ⅱ: 'II',
  Ⅲ: 'III',
  Ⅳ: 'IV',
};

/** Words around the group that carry no stage of their own. */
const NOISE =
  /AMERICAN JOINT COMM(?:ITTEE|ISSION) ON CANCER|\(?(?:QUALIFIER VALUE|FINDING|DISORDER|TUMOR STAGING)\)?|(?:AJCC|UICC|TNM)[\s,]*(?:第?V?[6-9](?:\s*(?:TH|版))?(?!\d))?|FIGO|(?<!\d)(?:19|20)\d\d(?:年版?|版)?(?!\d)|V?[6-9](?:TH|版)|EDITION|ANATOMIC|PROGNOSTIC|CLINICAL|PATHOLOGIC(?:AL)?|STAGE|GROUP|临床|病理|分期|期|第|[:：]/g;

/**
 * Normalises a written stage group: `IIIA`, `Stage 3A`, `3a`, `stage IIIA (AJCC 8th)`, `Ⅲ A期`, `IA1`.
 * Null when it is not a stage group of the 0 to IV kind (Binet B, ISUP grade groups, `unknown`).
 */
export function parseStageGroup(text: string): StageGroup | null {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(NOISE, ' ')
    .replace(/[()\s,_-]+/g, '');
  const m = /^[CPY]{0,2}(0|IV|I{1,3}|[1-4])(?:([A-E])([1-3])?(I{1,2})?|(IS|S))?(BULKY)?$/.exec(
    bare,
  );
  if (!m) return null;
  const broad = ROMAN[m[1] ?? ''];
  if (!broad) return null;
  const kind = m[5]
    ? m[5].replace('IS', 'is')
    : `${m[2] ?? ''}${m[3] ?? ''}${m[4] ? `(${m[4].toLowerCase()})` : ''}`;
  const suffix = kind + (m[6] ? ' bulky' : '');
  if (suffix.startsWith('S') !== (broad === 'I' && suffix === 'S')) return null;
  if (suffix.includes('is') && broad !== '0') return null;
  if (broad === '0') return zero(suffix);
  return { code: broad + suffix, broad, subdivision: suffix };
}

/** Stage 0 has but two subdivisions, 0a and 0is (urothelial carcinoma), written in lower case. */
function zero(suffix: string): StageGroup | null {
  if (!['', 'A', 'is'].includes(suffix)) return null;
  const subdivision = suffix.toLowerCase();
  return { code: `0${subdivision}`, broad: '0', subdivision };
}

/** The broad stage of a written stage group; `unknown` where there is none. */
export function broadStageOf(text: string | null | undefined): BroadStage {
  return (text ? parseStageGroup(text)?.broad : undefined) ?? 'unknown';
}

/** What a person reads: `Stage IIIA`, `ⅢA期`. */
export function stageLabel(stage: string): Label {
  if (stage === 'unknown') return { en: 'Stage unknown', zh: '分期不详' };
  const han = stage
    .replace(/^IV/, 'Ⅳ')
    .replace(/^III/, 'Ⅲ')
    .replace(/^II/, 'Ⅱ')
    .replace(/^I(?!s)/, 'Ⅰ');
  return { en: `Stage ${stage}`, zh: `${han}期` };
}

/** Orders stage groups as they advance, 0 first and unknown last: for sorting and for axes. */
export function compareStages(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function rank(stage: string): number {
  return BROAD_STAGES.indexOf(broadStageOf(stage));
}
