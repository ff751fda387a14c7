import { ATC, type KnownCoding, RXNORM } from '@nodp/record/fhir';
import { type Drug, drugOfAtc, drugOfName, drugOfRxnorm } from '@nodp/terminology/drugs';

/** Of drugs that share a code the one that the words name: the code of paclitaxel is that of nab-paclitaxel too. */
const inItsForm = (known: Drug, words: readonly (string | null | undefined)[]): Drug => {
  const named = words.map((text) => (text ? drugOfName(text) : null));
  return named.find((drug) => drug?.atc === known.atc && drug.atc.length === 7) ?? known;
};

/** The cancer drug, or drug given with cancer drugs, that codes or words name. */
export const drugOf = (sent: readonly KnownCoding[], words: string | null): Drug | null => {
  for (const { system, code } of sent) {
    const known =
      system === RXNORM
        ? drugOfRxnorm(code)
        : system === ATC
          ? drugOfAtc(code.toUpperCase())
          : null;
    if (known !== null) return inItsForm(known, [...sent.map(({ display }) => display), words]);
  }
  for (const { display } of sent) {
    const named = display ? drugOfName(display) : null;
    if (named !== null) return named;
  }
  return words ? drugOfName(words) : null;
};
