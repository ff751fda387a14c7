/** Verhoeff's dihedral check: multiplication in D5 and the permutation of positions. Source: SNOMED CT Release File Specification, SCTID check digit. */
const D5 = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const POSITION = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Whether the text has the form and check digit of a SNOMED CT identifier: catches mistyped codes. */
export function isSctId(text: string): boolean {
  if (!/^[1-9]\d{5,17}$/.test(text)) return false;
  let check = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = Number(text.charAt(text.length - 1 - i));
    check = Number(D5[check]?.charAt(Number(POSITION[i % 8]?.charAt(digit))));
  }
  return check === 0;
}
