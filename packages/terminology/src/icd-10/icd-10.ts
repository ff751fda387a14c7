import type { Behaviour } from '../icd-o-3/behaviour.ts';
import type { Label, Term } from '../label.ts';
import { once, rows } from '../rows.ts';
import { ICD_10_ROWS, ICD_10_SPREAD_ROWS } from './icd-10-rows.ts';

const table = once(
  () =>
    new Map(
      rows(ICD_10_ROWS).map(([code = '', en = '', zh = '']) => [code, { code, label: { en, zh } }]),
    ) as ReadonlyMap<string, Term>,
);

const spread = once(
  () =>
    new Map(rows(ICD_10_SPREAD_ROWS).map(([code = '', en = '', zh = '']) => [code, { en, zh }])),
);

/** Every four-character code of C76 to C80. */
export const icd10SpreadCodes = (): readonly string[] => [...spread().keys()];

/** Reads `C34.1`, `C341`, `c34.101`, `C50.811`, `C34.900x001` (national extensions): category C34, full code C34.101. */
export function parseIcd10(
  text: string,
): { readonly category: string; readonly code: string } | null {
  const m = /^([A-Z]\d\d)(?:\.?([0-9A-Zx]{1,7}))?[+*†]?$/i.exec(text.normalize('NFKC').trim());
  if (!m?.[1]) return null;
  const category = m[1].toUpperCase();
  return { category, code: m[2] === undefined ? category : `${category}.${m[2].toUpperCase()}` };
}

/** Every three-character neoplasm category C00 to D48. */
export function icd10Categories(): readonly Term[] {
  return [...table().values()];
}

/**
 * The label of a neoplasm code: to the fourth character for C76 to C80 (C78.0 and its extensions: lung), else that
 * of its three-character category; null for other chapters.
 */
export function icd10Label(text: string): Label | null {
  const parsed = parseIcd10(text);
  if (!parsed) return null;
  return spread().get(parsed.code.slice(0, 5)) ?? table().get(parsed.category)?.label ?? null;
}

/** The behaviour chapter II gives a code: C 3 (C77 to C79: 6), D00-D09 2, D10-D36 0, D37-D48 1; D45, D46, D47.1, D47.3 to D47.5 3 as ICD-O-3 has them. */
export function icd10Behaviour(text: string): Behaviour | null {
  const parsed = parseIcd10(text);
  if (!parsed || !table().has(parsed.category)) return null;
  const { category, code } = parsed;
  if (/^C7[789]$/.test(category)) return '6';
  if (category.startsWith('C') || /^D(45|46|47\.[1345])/.test(code)) return '3';
  if (category <= 'D09') return '2';
  return category <= 'D36' ? '0' : '1';
}

/**
 * Benign neoplasms of the central nervous system, with the pituitary and pineal glands: cancer registries record them
 * (IARC/ENCR), so that they are tumours here, and counted only where they are asked for.
 */
export function isBenignNervousSystem(text: string): boolean {
  const parsed = parseIcd10(text);
  return parsed !== null && /^D(32|33|35\.[234])/.test(parsed.code);
}

/** A malignant neoplasm as incidence counts it: C00 to C97 but secondary sites, and ICD-O-3's malignant D45 to D47. */
export function isPrimaryMalignancy(text: string): boolean {
  return icd10Behaviour(text) === '3';
}

/** What ICD-10 says of topography and morphology together. `morphology` is null where ICD-10 gives none. */
export type IcdOOfIcd10 = { readonly topography: string; readonly morphology: string | null };

/** Four-character codes first; then the category; patterns in this order. Morphology only where ICD-10 fixes it. */
const TO_ICD_O: readonly (readonly [
  RegExp,
  string | ((fourth: string) => string),
  string | null,
])[] = [
  [/^C43/, (d) => `C44.${d}`, '8720/3'],
  [/^C450/, 'C38.4', '9050/3'],
  [/^C451/, 'C48.2', '9050/3'],
  [/^C452/, 'C38.0', '9050/3'],
  [/^C45/, 'C80.9', '9050/3'],
  [/^C460/, 'C44.9', '9140/3'],
  [/^C461/, 'C49.9', '9140/3'],
  [/^C462/, 'C05.9', '9140/3'],
  [/^C463/, 'C77.9', '9140/3'],
  [/^C46/, 'C80.9', '9140/3'],
  [/^C261/, 'C42.2', null],
  [/^C220/, 'C22.0', '8170/3'],
  [/^C221/, 'C22.1', '8160/3'],
  [/^C222/, 'C22.0', '8970/3'],
  [/^C223/, 'C22.0', '9120/3'],
  [/^C22/, 'C22.0', null],
  [/^C81/, 'C77.9', '9650/3'],
  [/^C82/, 'C77.9', '9690/3'],
  [/^C831/, 'C77.9', '9673/3'],
  [/^C833/, 'C77.9', '9680/3'],
  [/^C837/, 'C77.9', '9687/3'],
  [/^C835/, 'C77.9', '9727/3'],
  [/^C83/, 'C77.9', '9591/3'],
  [/^C840/, 'C44.9', '9700/3'],
  [/^C841/, 'C44.9', '9701/3'],
  [/^C84[67]/, 'C77.9', '9714/3'],
  [/^C84/, 'C77.9', '9702/3'],
  [/^C852/, 'C38.3', '9679/3'],
  [/^C860/, 'C77.9', '9719/3'],
  [/^C861/, 'C77.9', '9716/3'],
  [/^C862/, 'C17.9', '9717/3'],
  [/^C863/, 'C49.9', '9708/3'],
  [/^C865/, 'C77.9', '9705/3'],
  [/^C866/, 'C44.9', '9718/3'],
  [/^C8[56]/, 'C77.9', '9591/3'],
  [/^C880/, 'C42.0', '9761/3'],
  [/^C884/, 'C77.9', '9699/3'],
  [/^C88/, 'C42.4', '9760/3'],
  [/^C900/, 'C42.1', '9732/3'],
  [/^C901/, 'C42.1', '9733/3'],
  [/^C902/, 'C49.9', '9734/3'],
  [/^C903/, 'C41.9', '9731/3'],
  [/^C90/, 'C42.1', '9732/3'],
  [/^C910/, 'C42.1', '9835/3'],
  [/^C911/, 'C42.1', '9823/3'],
  [/^C914/, 'C42.1', '9940/3'],
  [/^C915/, 'C42.1', '9827/3'],
  [/^C916/, 'C42.1', '9834/3'],
  [/^C918/, 'C42.1', '9826/3'],
  [/^C91/, 'C42.1', '9820/3'],
  [/^C920/, 'C42.1', '9861/3'],
  [/^C921/, 'C42.1', '9875/3'],
  [/^C924/, 'C42.1', '9866/3'],
  [/^C925/, 'C42.1', '9867/3'],
  [/^C92/, 'C42.1', '9860/3'],
  [/^C930/, 'C42.1', '9891/3'],
  [/^C931/, 'C42.1', '9945/3'],
  [/^C9[34]/, 'C42.1', '9800/3'],
  [/^C950/, 'C42.1', '9801/3'],
  [/^C95/, 'C42.1', '9800/3'],
  [/^C962/, 'C42.4', '9741/3'],
  [/^C96/, 'C42.4', null],
  [/^C97/, 'C80.9', null],
  [/^C7[89]/, 'C80.9', null],
  [/^D45/, 'C42.1', '9950/3'],
  [/^D46/, 'C42.1', '9989/3'],
  [/^D471/, 'C42.1', '9960/3'],
  [/^D473/, 'C42.1', '9962/3'],
  [/^D474/, 'C42.1', '9961/3'],
  [/^D475/, 'C42.1', '9964/3'],
  [/^D000/, 'C06.9', null],
  [/^D001/, 'C15.9', null],
  [/^D002/, 'C16.9', null],
  [/^D010/, 'C18.9', null],
  [/^D011/, 'C19.9', null],
  [/^D012/, 'C20.9', null],
  [/^D013/, 'C21.0', null],
  [/^D014/, 'C26.0', null],
  [/^D015/, 'C22.0', null],
  [/^D01/, 'C26.9', null],
  [/^D020/, 'C32.9', null],
  [/^D021/, 'C33.9', null],
  [/^D022/, 'C34.9', null],
  [/^D02/, 'C39.9', null],
  [/^D03/, (d) => `C44.${d}`, '8720/2'],
  [/^D04/, (d) => `C44.${d}`, null],
  [/^D050/, 'C50.9', '8520/2'],
  [/^D051/, 'C50.9', '8500/2'],
  [/^D05/, 'C50.9', null],
  [/^D060/, 'C53.0', null],
  [/^D061/, 'C53.1', null],
  [/^D06/, 'C53.9', null],
  [/^D070/, 'C54.1', null],
  [/^D071/, 'C51.9', null],
  [/^D072/, 'C52.9', null],
  [/^D073/, 'C57.9', null],
  [/^D074/, 'C60.9', null],
  [/^D075/, 'C61.9', null],
  [/^D076/, 'C63.9', null],
  [/^D090/, 'C67.9', null],
  [/^D091/, 'C68.9', null],
  [/^D092/, 'C69.9', null],
  [/^D093/, 'C73.9', null],
  [/^D370/, 'C14.8', null],
  [/^D371/, 'C16.9', null],
  [/^D372/, 'C17.9', null],
  [/^D373/, 'C18.1', null],
  [/^D374/, 'C18.9', null],
  [/^D375/, 'C20.9', null],
  [/^D376/, 'C22.0', null],
  [/^D37/, 'C26.9', null],
  [/^D380/, 'C32.9', null],
  [/^D381/, 'C34.9', null],
  [/^D382/, 'C38.4', null],
  [/^D383/, 'C38.3', null],
  [/^D384/, 'C37.9', null],
  [/^D38/, 'C39.9', null],
  [/^D390/, 'C55.9', null],
  [/^D391/, 'C56.9', null],
  [/^D392/, 'C58.9', '9100/1'],
  [/^D39/, 'C57.9', null],
  [/^D400/, 'C61.9', null],
  [/^D401/, 'C62.9', null],
  [/^D40/, 'C63.9', null],
  [/^D410/, 'C64.9', null],
  [/^D411/, 'C65.9', null],
  [/^D412/, 'C66.9', null],
  [/^D413/, 'C68.0', null],
  [/^D414/, 'C67.9', null],
  [/^D41/, 'C68.9', null],
  [/^D440/, 'C73.9', null],
  [/^D441/, 'C74.9', null],
  [/^D442/, 'C75.0', null],
  [/^D446/, 'C75.4', null],
  [/^D447/, 'C75.5', null],
  [/^D448/, 'C75.8', null],
  [/^D449/, 'C75.9', null],
  [/^D480/, 'C41.9', null],
  [/^D481/, 'C49.9', null],
  [/^D482/, 'C47.9', null],
  [/^D483/, 'C48.0', null],
  [/^D484/, 'C48.2', null],
  [/^D485/, 'C44.9', null],
  [/^D486/, 'C50.9', null],
  [/^D320/, 'C70.0', '9530/0'],
  [/^D321/, 'C70.1', '9530/0'],
  [/^D32/, 'C70.9', '9530/0'],
  [/^D33[34]/, (d) => (d === '3' ? 'C72.5' : 'C72.0'), null],
  [/^D33/, 'C71.9', null],
  [/^D420/, 'C70.0', '9530/1'],
  [/^D421/, 'C70.1', '9530/1'],
  [/^D42/, 'C70.9', '9530/1'],
  [/^D43[34]/, (d) => (d === '3' ? 'C72.5' : 'C72.0'), null],
  [/^D43/, 'C71.9', null],
  [/^D(?:352|443)/, 'C75.1', null],
  [/^D(?:353|444)/, 'C75.2', null],
  [/^D(?:354|445)/, 'C75.3', null],
];

/** Categories of ICD-10 whose subsites ICD-O-3 numbers alike: C00 to C76 and C80 but those handled above. */
const SAME = /^C(0\d|1[0-9]|2[0134-6]|3[0-478]|39|4[01479]|48|5\d|6\d|7[0-6]|77|80)/;
/** Sites of a single subsite, or without a `.9`: what the bare category stands for. */
const BARE: Readonly<Record<string, string>> = {
  C14: 'C14.0',
  C21: 'C21.0',
  C30: 'C30',
  C38: 'C38',
  C48: 'C48.2',
  C76: 'C76.7',
};

/**
 * The ICD-O-3 topography (and, where ICD-10 fixes it, morphology) of an ICD-10 neoplasm code; null when the
 * code is no neoplasm or says no site. Lymphomas stand at C77.9 (ICD-O-3 rule D: nodal unless stated), leukaemias
 * at C42.1. After IARC's ICD-10 to ICD-O-3 conversion (IARC Technical Report No. 42, 2005).
 */
export function icdOOfIcd10(text: string): IcdOOfIcd10 | null {
  const parsed = parseIcd10(text);
  if (!parsed || !table().has(parsed.category)) return null;
  const { category, code } = parsed;
  const fourth = /^\d$/.test(code.charAt(4)) ? code.charAt(4) : '9';
  const compact = category + (code.length > 3 ? fourth : '');
  const rule = TO_ICD_O.find(([pattern]) => pattern.test(compact));
  if (rule) {
    const [, to, morphology] = rule;
    return { topography: typeof to === 'string' ? to : to(fourth), morphology };
  }
  if (!SAME.test(category)) return null;
  if (code.length === 3) return { topography: BARE[category] ?? `${category}.9`, morphology: null };
  return { topography: singleSubsite(category) ?? `${category}.${fourth}`, morphology: null };
}

/** Sites with one subsite in ICD-O-3 whatever ICD-10 or a national extension writes (C61, C73, C56.1, C64.2). */
function singleSubsite(category: string): string | null {
  return /^C(01|07|12|19|20|23|33|37|52|55|56|58|61|64|65|66|73|80)$/.test(category)
    ? `${category}.9`
    : null;
}
