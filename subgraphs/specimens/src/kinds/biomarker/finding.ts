import type { BiomarkerRecord } from './record.ts';

type Finding = BiomarkerRecord['finding'];

const EQUIVOCAL = /equivocal|borderline|indeterminate|可疑/i;

const FOUND =
  'detected|present|positive|mutated|amplified|rearranged|identified|found|seen|observed';
const CHANGE =
  'mutations?|variants?|rearrangements?|fusions?|amplifications?|deletions?|alterations?';
const CHANGE_ZH = '突变|变异|扩增|融合|重排|缺失';

/** Denied: not detected, no mutation was found, no ALK rearrangement, 未见融合. */
const NEGATIVE = new RegExp(
  [
    'negative|absent|wild[- ]?type|undetect(?:ed|able)|\\b(?:un|non)-?mutated',
    `\\bnot (?:\\w+ ){0,2}(?:${FOUND})\\b`,
    `\\b(?:no|none)\\b.*\\b(?:${FOUND})\\b`,
    `\\bno (?:[\\w-]+ ){0,4}(?:${CHANGE})\\b`,
    '阴性|未检出|未检测[到出]|未检见|野生型|未(?:发生)?突变',
    `未(?:见|发现).*(?:${CHANGE_ZH})|无.*(?:${CHANGE_ZH})`,
  ].join('|'),
  'i',
);

const POSITIVE = /positive|detected|present|mutated|阳性|检出|检测到|突变型|(?<!是否|有无)突变$/i;

const ofClause = (clause: string): Finding =>
  EQUIVOCAL.test(clause)
    ? 'equivocal'
    : NEGATIVE.test(clause)
      ? 'negative'
      : POSITIVE.test(clause)
        ? 'positive'
        : null;

/** The finding that words say; null where they say none, or one of one change and another of another. */
export const findingInWords = (text: string): Finding => {
  const said = new Set(text.split(/[,;，；。\n]|\.(?:\s|$)/).map(ofClause));
  said.delete(null);
  const [finding = null, ...others] = said;
  return others.length === 0 ? finding : null;
};

/** `+`, `(+++)`, `弱+`, `部分（+）` and `-` as pathologists write what a stain showed; null where the text is anything else. */
export const findingInSigns = (text: string): Finding => {
  const signs = text.normalize('NFKC').replace(/[\s()]/g, '');
  if (/^(?:弱|强|部分|灶性?|散在|局灶|个别)?(?:\+{1,4}|[1-3]\+)$/.test(signs)) return 'positive';
  return /^[-−–]$/.test(signs) ? 'negative' : null;
};

/** HL7 ObservationInterpretation: presence, detection and reactivity. */
export const INTERPRETED: Readonly<Record<string, Finding>> = {
  POS: 'positive',
  DET: 'positive',
  RR: 'positive',
  NEG: 'negative',
  ND: 'negative',
  NR: 'negative',
  IND: 'equivocal',
  E: 'equivocal',
};
