import type { Extension, Reference, Resource } from '@medplum/fhirtypes';
import type { Coded } from '@nodp/record';
import { coded, type Place } from '@nodp/record/fhir';
import { regimens } from '@nodp/terminology/drugs';

/** What treatments of FHIR have in common that tells which others they belong to. */
interface Belonging {
  readonly extension?: Extension[];
  readonly code?: Parameters<typeof coded>[0];
  readonly partOf?: readonly Reference[];
  readonly basedOn?: readonly Reference[];
  readonly request?: Reference;
}

/** Extensions that name it: mCODE and its forerunners `…treatment-regimen`, Germany's oBDS `…Therapieprotokoll`. */
const NAMES_REGIMEN = /regimen|protocol|protokoll/i;

const named = (extensions: readonly Extension[] | undefined): Coded | null => {
  const found = extensions?.find(({ url }) => NAMES_REGIMEN.test(url));
  if (found === undefined) return null;
  const words = found.valueString ?? found.valueReference?.display;
  return (
    coded(found.valueCodeableConcept) ??
    coded(found.valueCoding === undefined ? undefined : { coding: [found.valueCoding] }) ??
    (words === undefined ? null : { system: null, code: null, display: words })
  );
};

const known = new Set(regimens().flatMap(({ id, label }) => [id.toUpperCase(), label.zh]));

/** `AC-T方案`, `mFOLFOX6 regimen`: letters that a word calls a regimen; a team's plan (MDT) and radiation (RT) are none. */
const CALLED_REGIMEN =
  /^(?!(?:MDT|RT|CRT|ERAS)\b)m?[A-Z][A-Za-z0-9]*(?:[-+/→][A-Za-z0-9]+)*\s*(?:方案|regimen|protocol)$/;

/** Whether words are the name of a regimen, and no more. */
export const isRegimen = (words: string): boolean => {
  const said = words.normalize('NFKC').trim();
  const upper = said.toUpperCase();
  // Variants by their number: mFOLFOX6, CHOP-21.
  const base = upper.replace(/^M(?=FOL)/, '').replace(/[-\s]?\d{1,2}$/, '');
  return known.has(upper) || known.has(base) || CALLED_REGIMEN.test(said);
};

/** A course whose own words are a regimen's name: a Procedure of the text FOLFOX. */
const byItsName = (of: Belonging | undefined): Coded | null => {
  const what = coded(of?.code);
  return what?.display != null && isRegimen(what.display) ? what : null;
};

/**
 * The regimen that a treatment is of, as it is named by itself or by the course that it is a part of; and the key of that
 * course, or of the plan or order that it is based on.
 */
export const regimenOf = (
  resource: Resource,
  place: Place,
): { readonly regimen: Coded | null; readonly partOf: string | null } => {
  const own = resource as Belonging;
  const course = (own.partOf ?? [])
    .map((reference) => place.references.find(reference) as Belonging | undefined)
    .find((found) => found !== undefined);
  const whole = [...(own.partOf ?? []), ...(own.basedOn ?? []), own.request];
  return {
    regimen:
      named(own.extension) ?? byItsName(own) ?? named(course?.extension) ?? byItsName(course),
    partOf:
      whole.map((reference) => place.references.resolve(reference)?.key).find(Boolean) ?? null,
  };
};
