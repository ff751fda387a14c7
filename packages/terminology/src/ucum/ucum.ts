import { ucum } from '@atomic-ehr/ucum';
import type { Analyte } from '../loinc/analytes.ts';
import { remembered } from '../remembered.ts';
import { UNIT_ALIASES } from './aliases.ts';
import { fromChinese } from './chinese.ts';
import { conversion } from './conversion.ts';
import { tidied } from './informal.ts';

/**
 * The UCUM writing of a unit as met in messages (`giga.l-1`, `×10⁹/L`, `mIU/mL`, `μmol/L`); null when it is no unit
 * that UCUM or the aliases know. An empty text is the unity unit `1`.
 */
export const normaliseUnit: (text: string) => string | null = remembered(resolve);

function resolve(text: string): string | null {
  // NFKC would turn 10⁹ into 109; keep the exponent. μ (U+03BC) and µ (U+00B5) are both written u in UCUM.
  const plain = text
    .trim()
    .replace(/⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (digits) => `^${digits.replace('⁻', '-').normalize('NFKC')}`)
    .normalize('NFKC')
    .replace(/[μµ]/g, 'u')
    .replace(/×/g, 'x')
    .replace(/[\u200b\s]+/g, '');
  if (plain === '') return '1';
  for (const form of [plain, withSlash(plain), fromChinese(plain)]) {
    if (form === null) continue;
    const written = tidied(form);
    const folded = written.toLowerCase();
    if (Object.hasOwn(UNIT_ALIASES, folded)) return UNIT_ALIASES[folded] ?? null;
    for (const candidate of [written, ...respelled(written)]) {
      if (isUcum(candidate)) return candidate;
    }
  }
  return null;
}

/** UCUM is ASCII; what the library cannot take apart (Chinese, `?`, a lone bracket) it throws at, and it is no unit. */
function isUcum(text: string): boolean {
  if (!/^[\x21-\x7e]+$/.test(text)) return false;
  try {
    return ucum.validate(text).valid && Number.isFinite(ucum.convert(1, text, text));
  } catch {
    return false;
  }
}

/** `ng·mL-1`, `10^9·L^-1`, `mL·min-1·1.73m-2`: a negative exponent after a dot is a division. */
function withSlash(plain: string): string | null {
  const m = /^([^·⋅•*]+?)[·⋅•*.]((?:[a-zA-Z]+|1\.73m)\^?[-−–][12](?:[·⋅•*.]|$))+$/.exec(plain);
  if (m === null) return null;
  const divisors = plain.slice(m[1]?.length).matchAll(/[·⋅•*.](1\.73m|[a-zA-Z]+)\^?[-−–]([12])/g);
  return [
    m[1],
    ...[...divisors].map(([, unit, power]) => `${unit}${power === '2' ? '2' : ''}`),
  ].join('/');
}

/** Case is significant in UCUM (l and L, dl and dL): the usual laboratory respellings, tried in turn. */
function respelled(plain: string): string[] {
  const lower = plain.toLowerCase();
  return [
    lower.replace(/\/(d|m|u|n|f)?l\b/, (_, p = '') => `/${p}L`).replace(/^fl$/, 'fL'),
    lower.replace(/^iu/, '[IU]').replace(/\/(d|m|u)?l\b/, (_, p = '') => `/${p}L`),
  ];
}

/** A value in another unit of the same dimension; null when they are not commensurable or not units. */
export function convertUnit(value: number, from: string, to: string): number | null {
  const a = normaliseUnit(from);
  const b = normaliseUnit(to);
  if (a === null || b === null) return null;
  if (a === b) return value;
  const converted = convert(value, a, b);
  return converted === null ? null : tidy(converted);
}

/** UCUM takes a mole for a number (6.02e23), so that a count of cells would be an amount of substance: it is none. */
function convert(value: number, from: string, to: string): number | null {
  if (/mol|eq/.test(from) !== /mol|eq/.test(to) && !/kat/.test(from + to)) return null;
  return conversion(from, to)?.(value) ?? null;
}

/** 12 significant digits: more than any measurement has, fewer than binary fractions blur (13.4 g/dL is 134 g/L). */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

export type AnalyteQuantity = { readonly value: number; readonly unit: string };

/**
 * A laboratory value in the analyte's canonical unit: by dimension; between mass and amount of substance by the
 * analyte's molar mass (mg/dL <-> mmol/L); from equivalents by the ion's charge (mEq/L). Null when the unit cannot
 * be that analyte's: a wrong number is worse than none. A value without unit is refused, but for pure numbers.
 */
export function toCanonical(analyte: Analyte, value: number, unit: string): AnalyteQuantity | null {
  const from = normaliseUnit(unit);
  if (from === null || !Number.isFinite(value)) return null;
  // `G/L` is giga of cells, or grams in capitals: the dimension of what is measured tells which.
  const grams = unit.trim() === 'G/L' ? inCanonical(analyte, value, 'g/L') : null;
  const converted = inCanonical(analyte, value, from) ?? grams;
  return converted === null ? null : { value: tidy(converted), unit: analyte.unit };
}

function inCanonical(analyte: Analyte, value: number, from: string): number | null {
  const to = analyte.unit;
  if (from === to) return value;
  if (analyte.id === 'haemoglobin-a1c') return haemoglobinA1c(value, from);
  // A clearance is not one of 1.73 m²: without the body's surface neither is made of the other.
  if (analyte.id === 'egfr' || from === 'mL/min/{1.73_m2}') return null;
  if (/\beq\b|meq/.test(from)) return fromEquivalents(analyte, value, from);
  if (from === '1' || from === '{INR}') return to === '{INR}' ? value : null;
  if (isArbitrary(from) || isArbitrary(to)) return arbitrary(value, from, to);
  return convert(value, from, to) ?? byMolarMass(analyte, value, from, to);
}

/** IFCC mmol/mol to NGSP %: NGSP = 0.09148 IFCC + 2.152 (IFCC Working Group, Clin Chem 2004;50:166). */
function haemoglobinA1c(value: number, from: string): number | null {
  return from === 'mmol/mol' ? 0.09148 * value + 2.152 : null;
}

/** UCUM takes one equivalent for one mole, which holds for charge 1 alone: divide by the ion's charge. */
function fromEquivalents(analyte: Analyte, value: number, from: string): number | null {
  const moles = from.replace('eq', 'mol');
  return analyte.charge === null ? null : convert(value / analyte.charge, moles, analyte.unit);
}

function isArbitrary(unit: string): boolean {
  return /\[(?:IU|arb'U)\]|(?:^|[^a-zA-Z])[kmu]?U\//.test(unit);
}

/** Units of activity: the katal converts; U, IU and arbitrary U of one assay are the same count. */
function arbitrary(value: number, from: string, to: string): number | null {
  const plain = (unit: string) => unit.replace(/\[IU\]|\[arb'U\]/, 'U');
  const [a, b] = [plain(from), plain(to)];
  if (/kat/.test(a)) return convert(value, a, b);
  if (!/U/.test(a) || !/U/.test(b)) return null;
  return a === b ? value : convert(value, a, b);
}

function byMolarMass(analyte: Analyte, value: number, from: string, to: string): number | null {
  if (analyte.molarMass === null) return null;
  const grams = convert(value, from, 'g/L');
  if (grams !== null) return convert(grams / analyte.molarMass, 'mol/L', to);
  const moles = convert(value, from, 'mol/L');
  return moles === null ? null : convert(moles * analyte.molarMass, 'g/L', to);
}
