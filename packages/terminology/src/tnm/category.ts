/** Reading of single T, N and M categories. Source: UICC TNM Classification of Malignant Tumours, 8th edition, introduction. */

export type TnmAxis = 'T' | 'N' | 'M';
/** `c` clinical, `p` pathological, `a` first found at autopsy. */
export type TnmClassification = 'c' | 'p' | 'a';

export type TnmCategory = {
  readonly axis: TnmAxis;
  /** Null where no prefix was written. */
  readonly classification: TnmClassification | null;
  /** y: assessed during or after multimodality treatment. */
  readonly afterTreatment: boolean;
  /** r: recurrent tumour after a disease-free interval. */
  readonly recurrent: boolean;
  /** Canonical, without prefixes and multiplicity: `T2a`, `Tis(DCIS)`, `N0(i+)`, `NX`, `M1c`. */
  readonly category: string;
  /** The first part of the category: `X`, `is`, `a`, `0` to `4`. */
  readonly level: string;
  /** The subdivision, lower case: `a`, `mi`, `c2`; empty where there is none. */
  readonly subdivision: string;
  /** (m) or (sn) and the like, lower case, without brackets: `m`, `3`, `sn`, `i+`, `dcis`. */
  readonly annotations: readonly string[];
};

const PATTERN =
  /^(?:([ry]{0,2})([cpa]?)|([cpa])([ry]{1,2}))(T|N|M)(X|is|a|[0-4])((?:mi|[a-e](?:\d|i{1,3})?|\d[a-e]?)*)((?:\([a-z0-9+\-. ]+\))*)$/i;

/** Subdivisions that only exist for one axis would need the site; only the levels are checked here. */
const LEVELS: Readonly<Record<TnmAxis, string>> = {
  T: 'X|is|a|0|1|2|3|4',
  N: 'X|0|1|2|3',
  M: 'X|0|1',
};

/**
 * Parses one category: `ypT2a(m)`, `cN0`, `pN1mi(sn)`, `T1c2`, `rpM1`, `Tis(DCIS)`, `cM0(i+)`.
 * Null when it is not of the form (a wrong category is never guessed at).
 */
export function parseCategory(text: string): TnmCategory | null {
  const m = PATTERN.exec(text.replace(/\s+/g, ''));
  if (!m) return null;
  const marks = (m[1] || m[4] || '').toLowerCase();
  if (marks === 'yy' || marks === 'rr') return null;
  const classification = ((m[2] || m[3] || '').toLowerCase() || null) as TnmClassification | null;
  const axis = (m[5] ?? '').toUpperCase() as TnmAxis;
  const raw = m[6] ?? '';
  const level = raw.toUpperCase() === 'X' ? 'X' : raw.toLowerCase();
  if (!LEVELS[axis].split('|').includes(level)) return null;
  const subdivision = (m[7] ?? '').toLowerCase();
  if (subdivision !== '' && !divides(axis, level, subdivision)) return null;
  const annotations = [...(m[8] ?? '').matchAll(/\(([^)]*)\)/g)].map((a) =>
    (a[1] ?? '').toLowerCase(),
  );
  const retained = annotations
    .filter((a) => !/^(m|\d+|sn|f)$/.test(a))
    .map((a) => `(${canonical(a)})`);
  return {
    axis,
    classification,
    afterTreatment: marks.includes('y'),
    recurrent: marks.includes('r'),
    category: axis + level + subdivision + retained.join(''),
    level,
    subdivision,
    annotations,
  };
}

/** X, is and a have no subdivisions; of the zeros only N0a and N0b exist (thyroid, AJCC 8th edition). */
function divides(axis: TnmAxis, level: string, subdivision: string): boolean {
  if (level === '0') return axis === 'N' && (subdivision === 'a' || subdivision === 'b');
  return /^[1-4]$/.test(level);
}

/** In situ kinds are written in capitals by UICC and AJCC: Tis(DCIS), Tis(LAMN). */
function canonical(annotation: string): string {
  if (annotation === 'paget') return 'Paget';
  return /^[a-z]{3,}$/.test(annotation) ? annotation.toUpperCase() : annotation;
}

/** Writes a category with its prefixes: `ypT2a`. */
export function formatCategory(c: TnmCategory): string {
  return `${c.recurrent ? 'r' : ''}${c.afterTreatment ? 'y' : ''}${c.classification ?? ''}${c.category}`;
}

export type Tnm = {
  readonly t: TnmCategory | null;
  readonly n: TnmCategory | null;
  readonly m: TnmCategory | null;
};

/**
 * Parses a whole TNM as written in a report: `pT3N1aM0`, `cT2 N0 M0`, `ypT0, ypN0, cM0`. Prefixes of
 * T carry over to an N and M that have none, except that M0 after p is clinical (pM0 does not exist,
 * UICC 8th edition). `T1cN0M0` is T1c and `cT1cN0cM0` is T1: a letter between two axes belongs where it
 * makes prefixes stand on every axis, or on the first alone. Null when any part is unreadable, an axis
 * comes twice, or two readings stay possible (`pT1cN0`).
 */
export function parseTnm(text: string): Tnm | null {
  const words = text
    .trim()
    .replace(/^TNM\s*:?\s*(?=[rycpa]*T)/i, '')
    .split(/[\s,;/]+/)
    .filter(Boolean);
  let readings: TnmCategory[][] = [[]];
  for (const word of words) {
    const heads = readings;
    readings = readingsOf(word).flatMap((tail) => heads.map((head) => [...head, ...tail]));
  }
  readings = readings.filter(
    (r) => r.length > 0 && new Set(r.map((c) => c.axis)).size === r.length,
  );
  if (readings.length > 1) readings = readings.filter(prefixesStandEvenly);
  const [only, other] = readings;
  if (!only || other) return null;
  const on = (axis: TnmAxis): TnmCategory | null => {
    const c = only.find((category) => category.axis === axis);
    return c && only[0] && bare(c) ? inherit(c, only[0]) : (c ?? null);
  };
  return { t: on('T'), n: on('N'), m: on('M') };
}

/** Every way to cut one word into categories. */
function readingsOf(word: string): TnmCategory[][] {
  if (word === '') return [[]];
  const found: TnmCategory[][] = [];
  for (let end = 2; end <= Math.min(word.length, 20); end++) {
    const c = parseCategory(word.slice(0, end));
    if (c) for (const rest of readingsOf(word.slice(end))) found.push([c, ...rest]);
  }
  return found;
}

function bare(c: TnmCategory): boolean {
  return c.classification === null && !c.afterTreatment && !c.recurrent;
}

function prefixesStandEvenly(categories: readonly TnmCategory[]): boolean {
  const rest = categories.slice(1);
  return rest.every(bare) || categories.every((c) => !bare(c));
}

function inherit(c: TnmCategory, from: TnmCategory): TnmCategory {
  const clinicalM = c.axis === 'M' && c.level !== '1' && from.classification === 'p';
  return {
    ...c,
    classification: clinicalM ? 'c' : from.classification,
    afterTreatment: from.afterTreatment,
    recurrent: from.recurrent,
  };
}
