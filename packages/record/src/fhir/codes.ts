import type { CodeableConcept, Coding, Extension } from '@medplum/fhirtypes';
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

export const codings = (concept: CodeableConcept | undefined): Coding[] =>
  (concept?.coding ?? []).filter(
    (c) => c.code !== undefined && !NULL_FLAVOURS.test(c.system ?? ''),
  );

/** The first code of one of the systems, in the order of the systems. */
export const codeIn = (
  concept: CodeableConcept | undefined,
  ...systems: readonly string[]
): Coding | null => {
  const all = codings(concept);
  for (const system of systems) {
    const found = all.find((c) => c.system === system);
    if (found !== undefined) return found;
  }
  return null;
};

const ofCoding = (coding: Coding, words: string | undefined): Coded => ({
  system: coding.system ?? null,
  code: coding.code ?? null,
  display: clean(coding.display) ?? clean(words),
});

/** A concept as sent: its first code, with its display or else the sender's words. Null where it says nothing. */
export const coded = (
  concept: CodeableConcept | undefined,
  preferred?: Coding | null,
): Coded | null => {
  const coding = preferred ?? codings(concept)[0];
  if (coding !== undefined) return ofCoding(coding, concept?.text);
  const words = clean(concept?.text) ?? clean(concept?.coding?.find((c) => c.display)?.display);
  return words === null ? null : { system: null, code: null, display: words };
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
