import type { Label } from '@nodp/terminology';
import { millimetres, type Tenths } from '../recist/millimetres.ts';

/** Raised whenever the same input gives another answer. */
export const TARGET_CHOICE_VERSION = 1;

/** A lesion at the baseline, as it may be chosen to be measured. */
export interface Candidate {
  readonly id: string;
  /** A lymph node is measured by its short axis. */
  readonly node: boolean;
  /** Null where it was not measured. */
  readonly tenths: Tenths | null;
  /** The organ it counts in; null where it is not said. */
  readonly organ: string | null;
  /** The organ in words; null where it is not said. */
  readonly organWords: Label | null;
  /** DICOM modality; null where not said. */
  readonly modality: string | null;
  /** Thickness of the slices; null where not said. */
  readonly slice: Tenths | null;
  /** Whether it lies where radiation was given before; null where not known. */
  readonly irradiated: boolean | null;
  /** Whether it grew since then; null where not known. */
  readonly grownSince: boolean | null;
}

export type CandidateClass = 'measurable' | 'pathological node' | 'normal node' | 'not measurable';

const RADIOGRAPHS = new Set(['CR', 'DX', 'RG', 'RF']);
const MOST_TARGETS = 5;
const MOST_OF_AN_ORGAN = 2;

/**
 * The least length in tenths of a millimetre at which a lesion is measurable: of a node's short axis 15 mm, on a radiograph 20 mm,
 * else 10 mm, and twice the slices where they are thicker than 5 mm.
 */
const leastOf = ({ node, modality, slice }: Candidate): Tenths => {
  if (node) return 150;
  const least = modality !== null && RADIOGRAPHS.has(modality.toUpperCase()) ? 200 : 100;
  return slice !== null && slice > 50 ? Math.max(least, 2 * slice) : least;
};

/** What RECIST 1.1 calls a lesion of this size; null where it was not measured. */
export const classOf = (candidate: Candidate): CandidateClass | null => {
  const { node, tenths } = candidate;
  if (tenths === null) return null;
  if (tenths >= leastOf(candidate)) return 'measurable';
  if (!node) return 'not measurable';
  return tenths >= 100 ? 'pathological node' : 'normal node';
};

const ofSize = (candidate: Candidate): Label[] => {
  const { id, node, tenths, slice, modality } = candidate;
  const least = leastOf(candidate);
  if (tenths === null || tenths >= least) return [];
  const size = millimetres(tenths);
  if (node)
    return [
      {
        en: `${id} measures ${size} mm at baseline: a target node has 15 mm of short axis at least${tenths >= 100 ? '; from 10 mm on it is a non-target' : '; under 10 mm it is normal'}.`,
        zh: `${id}基线为${size} mm：靶淋巴结短径至少15 mm${tenths >= 100 ? '；10 mm及以上为非靶病灶' : '；不足10 mm为正常淋巴结'}。`,
      },
    ];
  const why =
    least === 100
      ? { en: '', zh: '' }
      : slice !== null && least === 2 * slice
        ? {
            en: `, twice the slices of ${millimetres(slice)} mm`,
            zh: `（层厚${millimetres(slice)} mm的2倍）`,
          }
        : { en: ` on a radiograph (${modality})`, zh: `（X线摄影${modality}）` };
  return [
    {
      en: `${id} measures ${size} mm at baseline: a target lesion has ${millimetres(least)} mm at least${why.en}.`,
      zh: `${id}基线为${size} mm：靶病灶至少${millimetres(least)} mm${why.zh}。`,
    },
  ];
};

const ofMethod = (candidates: readonly Candidate[]): Label[] => {
  const seen = candidates.flatMap(({ id, modality }) =>
    modality?.toUpperCase() === 'US' ? [id] : [],
  );
  return seen.length === 0
    ? []
    : [
        {
          en: `${seen.join(', ')} ${seen.length === 1 ? 'was' : 'were'} measured by ultrasound, which RECIST does not take as a method of measurement.`,
          zh: `${seen.join('、')}以超声测量：RECIST不以超声作为测量方法。`,
        },
      ];
};

const ofRadiation = ({ id, irradiated, grownSince }: Candidate): Label[] =>
  irradiated === true && grownSince !== true
    ? [
        {
          en: `${id} was irradiated before: it is a target only after it grew since${grownSince === null ? ', which is not recorded' : ''}.`,
          zh: `${id}曾受照射：此后增大方可作为靶病灶${grownSince === null ? '（未记录）' : ''}。`,
        },
      ]
    : [];

const ofOrgans = (candidates: readonly Candidate[]): Label[] =>
  [
    ...Map.groupBy(
      candidates.filter(({ organ }) => organ !== null),
      ({ organ }) => organ,
    ),
  ].flatMap(([organ, within]) => {
    if (within.length <= MOST_OF_AN_ORGAN) return [];
    const words =
      organ === 'lymph nodes'
        ? { en: 'lymph nodes', zh: '淋巴结' }
        : (within[0]?.organWords ?? { en: organ ?? '', zh: organ ?? '' });
    return [
      {
        en: `More than two target lesions of ${words.en}.`,
        zh: `${words.zh}的靶病灶超过2个。`,
      },
    ];
  });

/**
 * What of the choice of target lesions RECIST 1.1 would have otherwise; empty where nothing. Nothing is refused: who reads the
 * images decides. Source: Eisenhauer EA et al., Eur J Cancer 2009;45:228–247, 3.1 and 4.2; Schwartz LH et al., Eur J Cancer
 * 2016;62:132–137.
 */
export const doubtsOfTargets = (targets: readonly Candidate[]): Label[] => [
  ...targets.flatMap((one) => [...ofSize(one), ...ofRadiation(one)]),
  ...ofMethod(targets),
  ...(targets.length > MOST_TARGETS
    ? [{ en: 'More than five target lesions.', zh: '靶病灶超过5个。' }]
    : []),
  ...ofOrgans(targets),
];
