import type { CodeableConcept, Coding, Extension } from '@medplum/fhirtypes';
import { remembered } from '@nodp/terminology/remembered';
import type { Coded } from '../values.ts';

export const SNOMED = 'http://snomed.info/sct';
export const LOINC = 'http://loinc.org';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const ATC = 'http://www.whocc.no/atc';
export const ICD_O_3 = 'http://terminology.hl7.org/CodeSystem/icd-o-3';
const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-';

/** Senders write invisible characters into displays (zero-width spaces); nobody means them. */
const clean = (text: string | undefined): string | null =>
  text?.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim() || null;

const NULL_FLAVOURS = /NullFlavor|data-absent-reason/;

/**
 * The names under which nations and HL7 v3 senders send the same code systems: OIDs (HL7 OID registry), and the
 * editions of Germany's BfArM (formerly DIMDI) and others whose codes are those of WHO.
 */
const SAME_SYSTEM: readonly (readonly [RegExp, string])[] = [
  [/^(urn:oid:)?2\.16\.840\.1\.113883\.6\.96$/, SNOMED],
  [/^(urn:oid:)?2\.16\.840\.1\.113883\.6\.1$/, LOINC],
  [/^(urn:oid:)?2\.16\.840\.1\.113883\.6\.88$/, RXNORM],
  // A nation's or a hospital's own edition too: …/bfarm/atc, ATC-CN, who_atc/2024, atc-codes.
  [/^(urn:oid:)?2\.16\.840\.1\.113883\.6\.73$|(?:^|[^a-z]|who)atc(?:ddd|codes?)?(?![a-z])/i, ATC],
  [/^(urn:oid:)?2\.16\.840\.1\.113883\.6\.43(\.1)?$|icd-?o-?3/i, ICD_O_3],
];

/** Registries of Germany (1.2.276.0.76) and China (2.16.156) name code systems by OIDs of their own, edition by edition. */
const NATIONAL = /^(urn:oid:)?(1\.2\.276\.0\.76|2\.16\.156)\./;
/** Codes that look like those of no other system: ATC with all its five levels, ICD-O-3 with its behaviour. */
const BY_FORM: readonly (readonly [RegExp, string])[] = [
  [/^[A-DGHJ-NPRSV]\d{2}[A-Z]{2}\d{2}$/i, ATC],
  [/^\d{4}\/\d$/, ICD_O_3],
];

/** The system by the name under which the platform knows it; unknown ones as they are. */
const systemOf = remembered(
  (sent) => SAME_SYSTEM.find(([pattern]) => pattern.test(sent))?.[1] ?? sent,
);

const isNational = remembered((system: string) => NATIONAL.test(system));

const systemOfCode = (sent: string, code: string): string =>
  (isNational(sent) ? BY_FORM.find(([form]) => form.test(code))?.[1] : undefined) ?? systemOf(sent);

/** A coding that has a code, under the system's usual name; `sent` is the name it came under. */
export type KnownCoding = Coding & { readonly code: string; readonly sent?: string };

/** The codes of a concept that say something, each under the usual name of its system. */
export const codings = (concept: CodeableConcept | undefined): KnownCoding[] =>
  (concept?.coding ?? [])
    .filter((c): c is KnownCoding => c.code !== undefined && !NULL_FLAVOURS.test(c.system ?? ''))
    .map((c) => {
      const system = c.system === undefined ? undefined : systemOfCode(c.system, c.code);
      return system === undefined || system === c.system
        ? c
        : { ...c, system, sent: c.system as string };
    });

/** The first code of one of the systems, in the order of the systems. */
export const codeIn = (
  concept: CodeableConcept | undefined,
  ...systems: readonly string[]
): KnownCoding | null => {
  const all = codings(concept);
  for (const system of systems) {
    const found = all.find((c) => c.system === system);
    if (found !== undefined) return found;
  }
  return null;
};

/** A coding as sent, with its display or else the sender's words. */
export const codedBy = (
  coding: KnownCoding,
  words: string | undefined,
): Coded & { readonly code: string } => ({
  system: coding.sent ?? coding.system ?? null,
  code: coding.code,
  display: clean(coding.display) ?? clean(words),
});

/** A concept as sent: its first code, with its display or else the sender's words. Null where it says nothing. */
export const coded = (
  concept: CodeableConcept | undefined,
  preferred?: KnownCoding | null,
): Coded | null => {
  const coding = preferred ?? codings(concept)[0];
  if (coding !== undefined) return codedBy(coding, concept?.text);
  const words = clean(concept?.text) ?? clean(concept?.coding?.find((c) => c.display)?.display);
  return words === null ? null : { system: null, code: null, display: words };
};

/** How a concept reads in the sender's words, or its code where it has none; null where it says nothing. */
export const sentWords = (concept: CodeableConcept | undefined): string | null => {
  const said = coded(concept);
  return said?.display ?? said?.code ?? null;
};

export const nothing: Coded = { system: null, code: null, display: null };

/** Why a value is absent, where the sender says so instead of giving one. */
export const isAbsent = (concept: CodeableConcept | undefined): boolean =>
  concept !== undefined && codings(concept).length === 0 && !concept.text;

/** The value of an mCODE extension, by the end of its address. */
export const mcode = (
  of: { extension?: Extension[] | undefined } | undefined,
  name: string,
): Extension | undefined => of?.extension?.find((e) => e.url === MCODE + name);

export const mcodeAll = (
  of: { extension?: Extension[] | undefined } | undefined,
  name: string,
): Extension[] => of?.extension?.filter((e) => e.url === MCODE + name) ?? [];

/** Whether a resource claims an mCODE profile. */
export const claims = (
  resource: { meta?: { profile?: string[] | undefined } | undefined },
  ...names: readonly string[]
): boolean =>
  resource.meta?.profile?.some((p) => names.some((n) => p.split('|')[0] === MCODE + n)) ?? false;
