import { ATC, type KnownCoding, RXNORM, SNOMED } from '@nodp/record/fhir';
import {
  type Drug,
  drugOfAtc,
  drugOfName,
  drugOfRxnorm,
  drugOfSnomed,
} from '@nodp/terminology/drugs';

export const ATC_FORM = /^[A-DGHJ-NPRSV]\d{2}[A-Z]{2}\d{2}$/i;

/** Of drugs that share a code the one that the words name: the code of paclitaxel is that of nab-paclitaxel too. */
const inItsForm = (known: Drug, words: readonly (string | null | undefined)[]): Drug => {
  const named = words.map((text) => (text ? drugOfName(text) : null));
  return named.find((drug) => drug?.atc === known.atc && drug.atc.length === 7) ?? known;
};

const drugOfCode = (system: string | undefined, code: string): Drug | null => {
  switch (system) {
    case RXNORM:
      return drugOfRxnorm(code);
    case SNOMED:
      return drugOfSnomed(code);
    case ATC:
      return drugOfAtc(code.toUpperCase());
    default:
      return null;
  }
};

/** A code of ATC with all its levels looks like that of no other system, whatever it is sent under. */
const drugByForm = (code: string): Drug | null =>
  ATC_FORM.test(code) ? drugOfAtc(code.toUpperCase()) : null;

/** The cancer drug, or drug given with cancer drugs, that codes or words name. */
export const drugOf = (sent: readonly KnownCoding[], words: string | null): Drug | null => {
  for (const { system, code } of sent) {
    const known = drugOfCode(system, code);
    if (known !== null) return inItsForm(known, [...sent.map(({ display }) => display), words]);
  }
  for (const { display } of sent) {
    const named = display ? drugOfName(display) : null;
    if (named !== null) return named;
  }
  const named = words ? drugOfName(words) : null;
  return named ?? sent.map(({ code }) => drugByForm(code)).find((drug) => drug !== null) ?? null;
};
