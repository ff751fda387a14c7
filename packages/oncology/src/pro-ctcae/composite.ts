/** Raised whenever the same input gives another answer. */
export const PRO_CTCAE_VERSION = 1;

/** Attributes of a term that a composite grade is made of, in the order in which they are asked. */
export type Part = 'frequency' | 'severity' | 'interference';
export const PARTS: readonly Part[] = ['frequency', 'severity', 'interference'];

const SHORT = { frequency: 'frq', severity: 'sev', interference: 'int' } as const;

/**
 * Grades by the parts of a term, each part counting 0 to 4 and the last fastest; where the first part is 0 the grade is 0
 * and the table does not go on.
 */
const GRADES = {
  'frq sev int': [
    '0112211122122232223322333',
    '0112211122222332223322333',
    '1112211122222332233322333',
    '1112211223222332233322333',
  ],
  'frq sev': ['11122', '11222', '11233', '11233'],
  'frq int': ['11122', '11122', '11233', '11233'],
  'sev int': ['11122', '11223', '12233', '22233'],
  frq: ['1', '1', '2', '3'],
  sev: ['1', '2', '3', '3'],
  int: ['1', '1', '2', '2'],
} as const satisfies Record<string, readonly string[]>;

export type PartsGroup = keyof typeof GRADES;
export const PARTS_GROUPS = Object.keys(GRADES) as PartsGroup[];

/** The parts of a group, in order. */
export const partsOf = (group: PartsGroup): readonly Part[] =>
  PARTS.filter((part) => group.split(' ').includes(SHORT[part]));

/** The group of a term that asks these parts; null where it has none of them. */
export const groupOf = (parts: readonly Part[]): PartsGroup | null => {
  const name = PARTS.filter((part) => parts.includes(part))
    .map((part) => SHORT[part])
    .join(' ');
  return PARTS_GROUPS.find((group) => group === name) ?? null;
};

/**
 * The composite grade, 0 to 3, by the published table (Basch E et al. Clin Trials 2021;18:104).
 * @param answers 0 to 4 of each part of the group in order; null where it is not known
 * @returns null where a part that the table needs is missing
 */
export const compositeGrade = (
  group: PartsGroup,
  answers: readonly (number | null)[],
): 0 | 1 | 2 | 3 | null => {
  const [first = null, ...rest] = answers;
  if (first === 0) return 0;
  if (first === null || rest.length !== partsOf(group).length - 1) return null;
  let at = 0;
  for (const answer of rest) {
    if (answer === null) return null;
    at = at * 5 + answer;
  }
  const grade = GRADES[group][first - 1]?.[at];
  return grade === undefined ? null : (Number(grade) as 0 | 1 | 2 | 3);
};
