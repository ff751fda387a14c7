/** Numbers of involved regional nodes that a category allows, both ends included; null: no upper end. */
export type NodeCount = readonly [from: number, to: number | null];

type Counts = Readonly<Record<string, NodeCount>>;

const THREE: Counts = { N1: [1, 3], N2: [4, null] };
const OESOPHAGUS: Counts = { N1: [1, 2], N2: [3, 6], N3: [7, null] };
const BREAST: Counts = { N1: [1, 3], N1a: [1, 3], N1mi: [1, 3], N2a: [4, 9], N3a: [10, null] };
const APPENDIX: Counts = { N1a: [1, 1], N1b: [2, 3], N2: [4, null] };

const HEAD_AND_NECK: Counts = { N1: [1, 1], N2a: [1, 1], N2b: [2, null] };
const ONE_OR_MORE = [
  'lip-oral-cavity',
  'oropharynx-p16-negative',
  'hypopharynx',
  'nasal-cavity-sinuses',
  'larynx',
  'skin-carcinoma-head-neck',
];

/**
 * Involved nodes by pathological N. Categories that the place of nodes makes (breast N2b, N3b, N3c, melanoma with
 * in-transit metastases, colon N1c) are not counted. Source: AJCC Cancer Staging Manual, 8th edition, N of each chapter.
 */
const NODE_COUNTS: Readonly<Record<string, Counts>> = {
  colorectum: { N1: [1, 3], N1a: [1, 1], N1b: [2, 3], N2: [4, null], N2a: [4, 6], N2b: [7, null] },
  appendix: APPENDIX,
  'breast-anatomic': BREAST,
  'breast-prognostic': BREAST,
  stomach: { N1: [1, 2], N2: [3, 6], N3: [7, null], N3a: [7, 15], N3b: [16, null] },
  'oesophagus-squamous': OESOPHAGUS,
  'oesophagus-adenocarcinoma': OESOPHAGUS,
  'small-intestine': { N1: [1, 2], N2: [3, null] },
  pancreas: THREE,
  gallbladder: THREE,
  'perihilar-bile-duct': THREE,
  'distal-bile-duct': THREE,
  ampulla: THREE,
  'oropharynx-p16-positive': { N1: [1, 4], N2: [5, null] },
  ...Object.fromEntries(ONE_OR_MORE.map((chapter) => [chapter, HEAD_AND_NECK])),
  'net-jejunum-ileum': { N1: [1, 11] },
  penis: { N1: [1, 2] },
  testis: { N1: [1, 5] },
  urethra: { N1: [1, 1], N2: [2, null] },
  bladder: { N1: [1, 1], N2: [2, null] },
  'renal-pelvis-ureter': { N1: [1, 1], N2: [1, null] },
  'melanoma-skin': { N1a: [1, 1], N1b: [1, 1], N2a: [2, 3], N2b: [2, 3], N3a: [4, null] },
};

/** Categories of involvement without a node: tumour deposits, in-transit and satellite metastases. */
const WITHOUT_NODES: ReadonlySet<string> = new Set(['N1c', 'N2c', 'N3c']);

/** How many involved nodes a category allows in a chapter; null where their number says nothing of it. */
export const nodeCount = (chapter: string, category: string): NodeCount | null => {
  if (/^N0/.test(category)) return [0, 0];
  const own = NODE_COUNTS[chapter]?.[category];
  if (own !== undefined) return own;
  return /^N[123]/.test(category) && !WITHOUT_NODES.has(category) ? [1, null] : null;
};
