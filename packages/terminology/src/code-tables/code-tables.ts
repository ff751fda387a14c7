/** What a hospital's own codes can be mapped to: which code systems, which codes, and which of them a name most likely means. */
import { biomarkers } from '../biomarkers/biomarkers.ts';
import { drugOfAtc, drugOfName, drugs } from '../drugs/index.ts';
import { icd10Categories, icd10Label, icd10SpreadCodes, parseIcd10 } from '../icd-10/icd-10.ts';
import { parseMorphology } from '../icd-o-3/codes.ts';
import { morphologies, morphologyLabel } from '../icd-o-3/morphology.ts';
import { topographies, topographyLabel } from '../icd-o-3/topography.ts';
import type { Label } from '../label.ts';
import { analytes, isLoincCode, observationTerms } from '../loinc/index.ts';
import { labelOf } from '../lookup/labels.ts';
import { once } from '../rows.ts';
import { finder } from '../search/search.ts';
import { likeness } from './likeness.ts';

/** What a code of a hospital's own names. */
export const CODE_DOMAINS = ['TEST', 'DIAGNOSIS', 'SITE', 'DRUG'] as const;
export type CodeDomain = (typeof CODE_DOMAINS)[number];

export const isCodeDomain = (text: string): text is CodeDomain =>
  (CODE_DOMAINS as readonly string[]).includes(text);

const LOINC = 'http://loinc.org';
const ICD_10 = 'http://hl7.org/fhir/sid/icd-10';
const ICD_O_3 = 'http://terminology.hl7.org/CodeSystem/icd-o-3';
const ATC = 'http://www.whocc.no/atc';

/** Short names of the systems that codes are mapped to, as tables of codes write them. */
export const TARGET_SYSTEMS: Readonly<Record<CodeDomain, readonly (readonly [string, string])[]>> =
  {
    TEST: [['LOINC', LOINC]],
    DIAGNOSIS: [
      ['ICD-10', ICD_10],
      ['ICD-O-3', ICD_O_3],
    ],
    SITE: [['ICD-O-3', ICD_O_3]],
    DRUG: [['ATC', ATC]],
  };

/** A code of a standard system; `label` is null where the platform does not know it by name. */
export interface Target {
  readonly system: string;
  readonly code: string;
  readonly label: Label | null;
}

interface Entry extends Target {
  readonly label: Label;
  /** What else it is called. */
  readonly names: readonly string[];
}

const entry = (
  system: string,
  code: string,
  label: Label,
  names: readonly string[] = [],
): Entry => ({ system, code, label, names });

const tables: Readonly<Record<CodeDomain, () => readonly Entry[]>> = {
  TEST: once(() => [
    ...analytes().map(({ id, loinc, label }) => entry(LOINC, loinc[0] ?? '', label, [id])),
    ...biomarkers()
      .filter(({ loinc }) => loinc.length > 0)
      .map(({ id, loinc, label, aliases }) =>
        entry(LOINC, loinc[0] ?? '', label, [id, ...aliases]),
      ),
    ...observationTerms().map(({ code, label }) => entry(LOINC, code, label)),
  ]),
  DIAGNOSIS: once(() => [
    ...icd10Categories().map(({ code, label }) => entry(ICD_10, code, label)),
    ...icd10SpreadCodes().flatMap((code) => {
      const label = icd10Label(code);
      return label === null ? [] : [entry(ICD_10, code, label)];
    }),
    ...morphologies().map(({ code, en, zh }) => entry(ICD_O_3, code, { en, zh: zh ?? en })),
  ]),
  SITE: once(() => topographies().map(({ code, label }) => entry(ICD_O_3, code, label))),
  DRUG: once(() =>
    drugs()
      .filter(({ atc }) => atc.length === 7)
      .map(({ atc, label, aliases }) => entry(ATC, atc, label, aliases)),
  ),
};

/** The code as the platform writes it; null where its system has no such code. */
const written = (domain: CodeDomain, system: string, code: string): string | null => {
  const text = code.trim();
  switch (system) {
    case LOINC:
      return isLoincCode(text) ? text : null;
    case ICD_10:
      return parseIcd10(text)?.code ?? null;
    case ICD_O_3:
      return domain === 'SITE'
        ? topographyLabel(text) === null
          ? null
          : text.toUpperCase()
        : (parseMorphology(text)?.code ?? null);
    case ATC: {
      const atc = text.toUpperCase();
      return /^[A-DGHJ-NPRSV]\d{2}[A-Z]{2}\d{2}$/.test(atc) ? atc : null;
    }
  }
  return null;
};

/**
 * What a code of a standard system is, so that codes can be mapped to it; null where none of the domain's systems has such a code.
 * A code that is well formed and unknown by name counts: the platform knows parts of LOINC, ICD-10 and ATC.
 */
export const targetOf = (domain: CodeDomain, system: string, code: string): Target | null => {
  const known = TARGET_SYSTEMS[domain].find(
    ([name, url]) => url === system || name.toUpperCase() === system.trim().toUpperCase(),
  )?.[1];
  const as = known === undefined ? null : written(domain, known, code);
  if (known === undefined || as === null) return null;
  const label = known === ICD_O_3 && domain === 'DIAGNOSIS' ? morphologyLabel(as) : null;
  return { system: known, code: as, label: label ?? labelOf(known, as) };
};

const find = finder<Entry>(({ label, names, code }) => ({
  names: [label.zh, label.en, ...names],
  codes: [code],
}));

const asTarget = ({ system, code, label }: Entry): Target => ({ system, code, label });

/** A code typed whole, which the platform may not know by name. */
const typedOf = (domain: CodeDomain, typed: string): Target[] =>
  TARGET_SYSTEMS[domain].flatMap(([, system]) => targetOf(domain, system, typed) ?? []);

/** The codes that answer to what was typed, the best first. */
export const searchTargets = (domain: CodeDomain, typed: string, most: number): Target[] => {
  const found = find(tables[domain](), typed).map(asTarget);
  const whole = typedOf(domain, typed).filter(
    (one) => !found.some(({ system, code }) => system === one.system && code === one.code),
  );
  return [...found, ...whole].slice(0, most);
};

/** Below this two names have too little in common to be offered. */
const LEAST_LIKENESS = 0.35;

/** What a code of a hospital's own most likely means, by the words and the code that it came with, the likeliest first. */
export const candidatesFor = (
  domain: CodeDomain,
  { code, display }: { readonly code: string; readonly display: string | null },
  most: number,
): Target[] => {
  const words = [display, code].filter((text) => text !== null && text.trim() !== '') as string[];
  const drug = domain === 'DRUG' ? (words.map(drugOfName).find(Boolean) ?? null) : null;
  const ranked = tables[domain]()
    .map((one) => ({
      one,
      like: Math.max(
        ...words.flatMap((text) =>
          [one.label.zh, one.label.en, ...one.names].map((name) => likeness(text, name)),
        ),
        drug !== null && drugOfAtc(one.code) === drug ? 1 : 0,
      ),
    }))
    .filter(({ like }) => like >= LEAST_LIKENESS)
    .sort((a, b) => b.like - a.like);
  return ranked.slice(0, most).map(({ one }) => asTarget(one));
};
