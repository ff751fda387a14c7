/** Whether the text has the form and check digit (modulus 10) of a LOINC code. Source: LOINC Users' Guide, appendix C. */
export function isLoincCode(text: string): boolean {
  const m = /^(\d{1,7})-(\d)$/.exec(text);
  if (!m?.[1]) return false;
  const digits = [...m[1]].reverse();
  const odd = digits.filter((_, i) => i % 2 === 0).join('');
  const even = digits.filter((_, i) => i % 2 === 1).join('');
  const sum = [...`${Number(odd) * 2}${even}`].reduce((total, digit) => total + Number(digit), 0);
  return (10 - (sum % 10)) % 10 === Number(m[2]);
}
