import { ATC, type KnownCoding, RXNORM } from '@nodp/record/fhir';
import { type Drug, drugOfAtc, drugOfName, drugOfRxnorm } from '@nodp/terminology/drugs';

/** The cancer drug, or drug given with cancer drugs, that codes or words name. */
export const drugOf = (sent: readonly KnownCoding[], words: string | null): Drug | null => {
  for (const { system, code } of sent) {
    const known =
      system === RXNORM
        ? drugOfRxnorm(code)
        : system === ATC
          ? drugOfAtc(code.toUpperCase())
          : null;
    if (known !== null) return known;
  }
  for (const { display } of sent) {
    const named = display ? drugOfName(display) : null;
    if (named !== null) return named;
  }
  return words ? drugOfName(words) : null;
};
