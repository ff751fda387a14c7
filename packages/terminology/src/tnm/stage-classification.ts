/** How a stage was assessed: after treatment, of a recurrence, at autopsy, pathologically, clinically. */
export type StageClassification = 'y' | 'r' | 'a' | 'p' | 'c';

const CATEGORY = String.raw`T(?:is|X|\d)|N(?:X|\d)|M(?:X|\d)`;
const ROMAN = '(?:IV|I{1,3})(?![F-Zf-z])';
const ARABIC = String.raw`[0-4](?!\d)`;

/**
 * Letters that touch what they say (`ypIIA`, `PIIB`, `cT2N0M0`), or stand before it by themselves in lower case
 * (`yp stage IIA`): `C stage` is a stage C, `a stage` an article and `RAI` a name.
 */
const PREFIXES: readonly RegExp[] = [
  new RegExp(`(?<![A-Za-z0-9])((?:[ry]{1,2}|a)[cp]?|[cp])(?=TNM|${CATEGORY}|${ROMAN}|${ARABIC})`),
  new RegExp(`(?<![A-Za-z0-9])((?:[RY]{1,2}|A)[CP]?|[CP])(?=TNM|${CATEGORY}|${ROMAN})`),
  new RegExp(
    String.raw`(?<![A-Za-z0-9])([ry]{1,2}[cp]?|a[cp]|[cp])(?=[\s:-]+(?:TNM|stag|分期|${CATEGORY}|${ROMAN}|${ARABIC}))`,
  ),
];

/** A whole TNM beside a group: `ypT2N0M0`, `T2b N2 M0`. */
const TNM =
  /[yracp]{0,3}T(?:is|X|\d[a-d]?\d?)(?:\([^)]*\))?[\s,，、]*[yracp]{0,3}N(?:X|\d[a-c]?(?:mi)?)(?:\([^)]*\))*(?:[\s,，、]*[yracp]{0,3}M(?:X|\d[a-e]?))?(?:\([^)]*\))*/gi;

const prefixOf = (text: string): RegExpExecArray | null => {
  for (const prefix of PREFIXES) {
    const found = prefix.exec(text);
    if (found !== null) return found;
  }
  return null;
};

/**
 * What the letters before a written stage say of how it was assessed (UICC TNM 8th edition, introduction): a recurrence
 * before treatment before autopsy before p and c. Null where there is none.
 */
export function classificationOfStage(text: string): StageClassification | null {
  const letters = prefixOf(text.normalize('NFKC'))?.[1]?.toLowerCase() ?? '';
  for (const letter of ['r', 'y', 'a', 'p', 'c'] as const)
    if (letters.includes(letter)) return letter;
  return null;
}

/** A written stage without the letters of its classification and without categories beside it: `ypT2N0M0 IIA期` is `IIA期`. */
export function bareStage(text: string): string {
  const plain = text.normalize('NFKC');
  const group = plain.replace(TNM, ' ');
  const words = /[0-4IV]/i.test(group.replace(/stage|clinical|pathologic/gi, '')) ? group : plain;
  const found = prefixOf(words);
  return found === null
    ? words
    : words.slice(0, found.index) + words.slice(found.index + (found[1] ?? '').length);
}
