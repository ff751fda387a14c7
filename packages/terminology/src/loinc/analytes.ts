import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';
import { ANALYTE_ROWS } from './analyte-rows.ts';

export type AnalyteCategory =
  | 'haematology'
  | 'chemistry'
  | 'liver'
  | 'coagulation'
  | 'endocrine'
  | 'tumour-marker'
  | 'stool';

/** Both ends belong to the range; null where it is open. In the analyte's canonical unit. */
export type Range = { readonly low: number | null; readonly high: number | null };

export type Analyte = {
  /** Stable name used in addresses and the warehouse: `ca-19-9`. */
  readonly id: string;
  /** LOINC codes that mean this analyte, the commonest first. */
  readonly loinc: readonly string[];
  /** Canonical UCUM unit. */
  readonly unit: string;
  readonly category: AnalyteCategory;
  readonly label: Label;
  /** g/mol; null where mass and amount of substance are not converted into one another. */
  readonly molarMass: number | null;
  /** Charge of the ion, by which equivalents divide; null where equivalents make no sense. */
  readonly charge: number | null;
  /** Usual adult range; null where none is well established. */
  readonly reference: {
    /** Of adults younger than those below. */
    readonly male: Range | null;
    readonly female: Range | null;
    /** Of older ages, from a completed age on, the oldest last. */
    readonly older: readonly {
      readonly sex: 'male' | 'female';
      readonly from: number;
      readonly range: Range;
    }[];
    readonly source: string;
  } | null;
};

export const ANALYTE_CATEGORIES: Readonly<Record<AnalyteCategory, Label>> = {
  haematology: { en: 'Haematology', zh: '血液学' },
  chemistry: { en: 'Chemistry', zh: '临床生化' },
  liver: { en: 'Liver function', zh: '肝功能' },
  coagulation: { en: 'Coagulation', zh: '凝血' },
  endocrine: { en: 'Endocrine', zh: '内分泌' },
  'tumour-marker': { en: 'Tumour markers', zh: '肿瘤标志物' },
  stool: { en: 'Stool', zh: '粪便' },
};

const CATEGORIES: Readonly<Record<string, AnalyteCategory>> = {
  h: 'haematology',
  c: 'chemistry',
  l: 'liver',
  g: 'coagulation',
  n: 'endocrine',
  t: 'tumour-marker',
  s: 'stool',
};

const SOURCES: Readonly<Record<string, string>> = {
  A: 'WS/T 405-2012',
  B: 'WS/T 404',
  C: 'conventional decision limit',
};

function range(text: string | undefined): Range | null {
  if (!text) return null;
  const [low = '', high = ''] = text.split('-');
  return { low: low === '' ? null : Number(low), high: high === '' ? null : Number(high) };
}

function reference(text: string, source: string): Analyte['reference'] {
  if (text === '') return null;
  const name = SOURCES[source] ?? source;
  if (!/^[mf]/.test(text))
    return { male: range(text), female: range(text), older: [], source: name };
  const parts = text.split(' ');
  const of = (sex: string) =>
    range(parts.find((part) => part.startsWith(sex) && !part.includes(':'))?.slice(1));
  const older = parts.flatMap((part) => {
    const [, letter, from, bounds] = /^([mf])(\d+):(.+)$/.exec(part) ?? [];
    const found = range(bounds);
    if (found === null) return [];
    return [
      {
        sex: letter === 'm' ? ('male' as const) : ('female' as const),
        from: Number(from),
        range: found,
      },
    ];
  });
  return { male: of('m'), female: of('f'), older, source: name };
}

const table = once(() =>
  rows(ANALYTE_ROWS).map(
    ([
      id = '',
      loinc = '',
      unit = '',
      category = '',
      molar = '',
      charge = '',
      ref = '',
      source = '',
      en = '',
      zh = '',
    ]): Analyte => ({
      id,
      loinc: loinc.split(' '),
      unit,
      category: CATEGORIES[category] ?? 'chemistry',
      label: { en, zh },
      molarMass: molar === '' ? null : Number(molar),
      charge: charge === '' ? null : Number(charge),
      reference: reference(ref, source),
    }),
  ),
);

const byId = once(() => new Map(table().map((analyte) => [analyte.id, analyte])));
const byLoinc = once(
  () =>
    new Map(table().flatMap((analyte) => analyte.loinc.map((code) => [code, analyte] as const))),
);

/** Every analyte of the subset, in the order a report shows them. */
export function analytes(): readonly Analyte[] {
  return table();
}

export function analyte(id: string): Analyte | null {
  return byId().get(id) ?? null;
}

/** The analyte a LOINC code measures; null when not of the subset. */
export function analyteOfLoinc(code: string): Analyte | null {
  return byLoinc().get(code) ?? null;
}

export type Interpretation = 'low' | 'normal' | 'high';

/** Where a value in the canonical unit lies; null without a range, or where sexes differ and the sex is not known. */
export function interpret(
  of: Analyte,
  value: number,
  sex: 'male' | 'female' | null,
): Interpretation | null {
  const { male, female } = of.reference ?? {};
  const same = male?.low === female?.low && male?.high === female?.high;
  const limits = sex === 'male' || (sex === null && same) ? male : sex === 'female' ? female : null;
  if (!limits) return null;
  if (limits.low !== null && value < limits.low) return 'low';
  return limits.high !== null && value > limits.high ? 'high' : 'normal';
}
