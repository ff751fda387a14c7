/** UCUM spellings that differ from what is printed on a laboratory report. */
const printed: [RegExp, string][] = [
  [/\{1\.73_m2\}/g, '1.73 m2'],
  // An annotation is the unit only where nothing else is: `{INR}`, but not `10*3{cells}/uL`.
  [/(?<=[^/.])\{[^}]*\}|\{(?:score|nominal|ratio|#)\}/g, ''],
  [/\{([^}]*)\}/g, '$1'],
  [/\[iU\]/gi, 'IU'],
  [/\[arb'U\]/g, 'U'],
  [/\[AU\]/g, 'AU'],
  [/mm\[Hg\]/g, 'mmHg'],
  [/\[degF\]/g, '°F'],
  [/\bCel\b/g, '°C'],
  [/\[pH\]/g, ''],
  [/\[([HL]PF)\]/g, '$1'],
  [/\[H2O\]/g, 'H₂O'],
  [/\[drp\]/g, 'gtt'],
  [/\[in_i\]/g, 'in'],
  [/\[lb_av\]/g, 'lb'],
  [/\bu(?=(?:L|mol|g|m|U|IU)\b)/g, 'µ'],
  [/^(50{1,2})\.g\b/, '×$1 g'],
  [/(?<=10\*\d+)\./g, ' '],
  [/10\*(-?\d+)/g, '10^$1'],
];

const superscripts: Record<string, string> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** A UCUM code as printed: `10*9/L` → `10⁹/L`, `ug/L` → `µg/L`; empty for a number without unit. */
export function printedUnit(ucum: string | null | undefined): string {
  if (!ucum || ucum === '1') return '';
  let unit = ucum;
  for (const [pattern, by] of printed) unit = unit.replace(pattern, by);
  unit = unit.replace(/\^(-?\d+)/g, (_, digits: string) =>
    [...digits].map((c) => superscripts[c] ?? c).join(''),
  );
  unit = unit.replace(/(?<=[a-zµ])2(?=$|[./])/g, '²');
  return unit.trim();
}
