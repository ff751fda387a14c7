/** Code systems of the platform's own for a round of screening, since no terminology names national programmes. */
export const SCREENING_PROGRAMME = 'urn:nodp:screening-programme';
export const SCREENING_TEST = 'urn:nodp:screening-test';
export const SCREENING_RESULT = 'urn:nodp:screening-result';
export const SCREENING_EVENT = 'urn:nodp:screening-event';
