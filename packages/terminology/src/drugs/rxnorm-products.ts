/**
 * RxNorm products (clinical drugs) to the ingredient's English name. Source: RxNorm (US National Library of Medicine);
 * the products of mCODE STU4's and Synthea's records. Other products come by their display, `drugOfName`.
 */
export const RXNORM_PRODUCTS: Readonly<Record<string, string>> = {
  '1736854': 'cisplatin',
  '309311': 'cisplatin',
  '583214': 'paclitaxel',
  '1803932': 'calcium folinate',
  '1736776': 'oxaliplatin',
  '1860480': 'docetaxel',
  '752899': 'leuprorelin',
  '1790099': 'doxorubicin',
};
