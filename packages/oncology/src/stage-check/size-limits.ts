/** Sizes in millimetres that a category allows: over the first, up to the second; null where it has no such limit. */
export type SizeLimit = readonly [over: number | null, upTo: number | null];

/** A limit holds where a category is defined by size alone on that side: T3 and T4 of most chapters are not. */
type Limits = Readonly<Record<string, SizeLimit>>;

const TWO_FIVE: Limits = { T1: [null, 20], T2: [20, 50], T3: [50, null] };
const TWO_FOUR: Limits = { T1: [null, 20], T2: [20, 40] };

const BREAST: Limits = {
  T1: [null, 20],
  T1mi: [null, 1],
  T1a: [1, 5],
  T1b: [5, 10],
  T1c: [10, 20],
  T2: [20, 50],
  T3: [50, null],
};
const LUNG: Limits = {
  T1: [null, 30],
  T1mi: [null, 30],
  T1a: [null, 10],
  T1b: [10, 20],
  T1c: [20, 30],
  T2: [null, 50],
  T2a: [null, 40],
  T2b: [40, 50],
  T3: [null, 70],
};
const THYROID: Limits = {
  T1: [null, 20],
  T1a: [null, 10],
  T1b: [10, 20],
  T2: [20, 40],
  T3a: [40, null],
};

/**
 * Sizes that the T categories of a chapter allow. Categories that extension can also make have no lower limit. Source:
 * AJCC Cancer Staging Manual, 8th edition, T of each chapter; lung and cervix also of Version 9, whose sizes are the same
 * but for T1b of the cervix.
 */
const SIZE_LIMITS: Readonly<Record<string, Limits>> = {
  'breast-anatomic': BREAST,
  'breast-prognostic': BREAST,
  lung: LUNG,
  kidney: {
    T1: [null, 70],
    T1a: [null, 40],
    T1b: [40, 70],
    T2: [70, null],
    T2a: [70, 100],
    T2b: [100, null],
  },
  liver: { T1a: [null, 20], T1b: [20, null], T3: [50, null] },
  'intrahepatic-bile-duct': { T1a: [null, 50], T1b: [50, null] },
  'thyroid-differentiated': THYROID,
  'thyroid-anaplastic': THYROID,
  'thyroid-medullary': THYROID,
  'lip-oral-cavity': { T1: [null, 20], T2: [null, 40] },
  'oropharynx-p16-negative': TWO_FOUR,
  'oropharynx-p16-positive': TWO_FOUR,
  'salivary-glands': TWO_FOUR,
  'skin-carcinoma-head-neck': { T1: [null, 20], T2: [null, 40] },
  pancreas: {
    T1: [null, 20],
    T1a: [null, 5],
    T1b: [5, 10],
    T1c: [10, 20],
    T2: [20, 40],
    T3: [40, null],
  },
  'net-pancreas': { T1: [null, 20], T2: [20, 40] },
  'net-appendix': { T1: [null, 20], T2: [20, 40] },
  'net-stomach': { T1: [null, 10] },
  'net-duodenum': { T1: [null, 10] },
  'net-jejunum-ileum': { T1: [null, 10] },
  'net-colorectum': { T1: [null, 20], T1a: [null, 10], T1b: [10, 20] },
  anus: TWO_FIVE,
  'merkel-cell': TWO_FIVE,
  'soft-tissue-trunk-extremities': {
    T1: [null, 50],
    T2: [50, 100],
    T3: [100, 150],
    T4: [150, null],
  },
  retroperitoneum: { T1: [null, 50], T2: [50, 100], T3: [100, 150], T4: [150, null] },
  bone: { T1: [null, 80], T2: [80, null] },
  'gist-stomach': { T1: [null, 20], T2: [20, 50], T3: [50, 100], T4: [100, null] },
  'gist-other': { T1: [null, 20], T2: [20, 50], T3: [50, 100], T4: [100, null] },
  'adrenal-cortex': { T1: [null, 50], T2: [50, null] },
  vulva: { T1a: [null, 20] },
};

const CERVIX_BY_EDITION: Readonly<Record<number, Limits>> = {
  8: { T1b1: [null, 40], T1b2: [40, null], T2a1: [null, 40], T2a2: [40, null] },
  9: {
    T1b1: [null, 20],
    T1b2: [20, 40],
    T1b3: [40, null],
    T2a1: [null, 40],
    T2a2: [40, null],
  },
};

/** The sizes a category allows in a chapter; null where size says nothing of it. */
export const sizeLimit = (chapter: string, edition: number, category: string): SizeLimit | null =>
  (chapter === 'cervix' ? CERVIX_BY_EDITION[edition] : SIZE_LIMITS[chapter])?.[category] ?? null;
