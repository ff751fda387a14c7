const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Diacritic}/gu, '');

/** What hospitals write around the name of a test or a drug. */
const AROUND =
  /测定|检测|检查|定量|定性|试验|注射用|注射液|片|胶囊|颗粒|血清|\(.*?\)|\[.*?\]|[\s*·,，、:：_/-]/g;

const bare = (text: string): string => fold(text).replaceAll(AROUND, '');

const inBrackets = (text: string): string[] =>
  [...fold(text).matchAll(/[([]([^)\]]+)[)\]]/g)].map(([, inner = '']) => bare(inner));

const pairs = (text: string): string[] =>
  text.length < 2
    ? [text]
    : Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));

/** The share of neighbouring signs that two texts have in common (Dice), 0 to 1. */
const dice = (a: string, b: string): number => {
  const [left, right] = [pairs(a), pairs(b)];
  const rest = new Map<string, number>();
  for (const pair of right) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of left) {
    const n = rest.get(pair) ?? 0;
    if (n === 0) continue;
    common++;
    rest.set(pair, n - 1);
  }
  return (2 * common) / (left.length + right.length);
};

/**
 * How far a hospital's own words are the name of a term, 0 to 1: 1 where one is the other but for what hospitals write around it
 * (`癌胚抗原(CEA)测定`), or where the abbreviation in brackets is the same; else by the signs they have in common.
 */
export const likeness = (words: string, name: string): number => {
  const [a, b] = [bare(words), bare(name)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [shortA, shortB] = [inBrackets(words), inBrackets(name)];
  if (shortB.includes(a) || shortA.includes(b) || shortA.some((one) => shortB.includes(one)))
    return 0.95;
  return dice(a, b) * 0.9;
};
