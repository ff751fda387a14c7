import type { Label } from '@nodp/terminology';

/** A serum marker of germ cell tumours, in the unit of its band. */
export interface SerumMarker {
  readonly marker: 'afp' | 'hcg' | 'lactate-dehydrogenase';
  /** AFP in ng/mL, hCG in IU/L (mIU/mL), LDH in U/L. */
  readonly value: number;
  /** Whether the value is only known to be below this. */
  readonly below: boolean;
  /** The laboratory's own upper limit in that unit; null where it sent none. */
  readonly upper: number | null;
  /** YYYY-MM-DD. */
  readonly day: string;
}

interface Band {
  readonly name: string;
  readonly unit: string;
  /** The upper limit of normal where the laboratory sent none. */
  readonly upper: number;
  /** The highest of S1 and of S2; of LDH in multiples of the upper limit. */
  readonly s1: number;
  readonly s2: number;
  readonly multiples: boolean;
}

/** Source: AJCC Cancer Staging Manual, 8th edition, chapter 59 (testis); usual limits: WS/T 404 (LDH), limits of decision (AFP, hCG). */
const BANDS: Readonly<Record<SerumMarker['marker'], Band>> = {
  afp: { name: 'AFP', unit: 'ng/mL', upper: 20, s1: 1_000, s2: 10_000, multiples: false },
  hcg: { name: 'hCG', unit: 'IU/L', upper: 5, s1: 5_000, s2: 50_000, multiples: false },
  'lactate-dehydrogenase': {
    ...{ name: 'LDH', unit: 'U/L', upper: 250, s1: 1.5, s2: 10, multiples: true },
  },
};

/** How high a marker is, 0 to 3; null where only a limit above normal is known that it is below. */
const levelOf = ({ marker, value, below, upper }: SerumMarker): number | null => {
  const { upper: usual, s1, s2, multiples } = BANDS[marker];
  const limit = upper ?? usual;
  if (value <= limit) return 0;
  if (below) return null;
  const measured = multiples ? value / limit : value;
  // S1 is below its highest, S2 reaches its own.
  return measured < s1 ? 1 : measured <= s2 ? 2 : 3;
};

const DAY = 86_400_000;
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** How long after the orchiectomy a marker still says S where no other treatment began. */
const LATEST_DAYS = 120;

export interface SerumCategory {
  /** `S0` to `S3`. */
  readonly value: string;
  /** The markers that it rests on, each with its day. */
  readonly source: Label;
}

/**
 * The S category from serum markers after orchiectomy and before any other treatment: of each marker the last there is. All three
 * have to be known, but for S3, which one of them makes. Null where it cannot be said.
 * @param orchiectomy the day of the operation; @param treated the day on which other treatment began; null where none did
 */
export const serumCategory = (
  markers: readonly SerumMarker[],
  orchiectomy: string,
  treated: string | null,
): SerumCategory | null => {
  const latest = (['afp', 'hcg', 'lactate-dehydrogenase'] as const).flatMap(
    (marker) =>
      markers
        .filter(
          (one) =>
            one.marker === marker &&
            one.day > orchiectomy &&
            (treated === null ? days(orchiectomy, one.day) <= LATEST_DAYS : one.day <= treated),
        )
        .toSorted((a, b) => (a.day < b.day ? -1 : 1))
        .at(-1) ?? [],
  );
  const levels = latest.map(levelOf);
  const highest = levels.includes(3)
    ? 3
    : latest.length < 3 || levels.includes(null)
      ? null
      : Math.max(...levels.map((level) => level ?? 0));
  if (highest === null) return null;
  const each = latest
    .map(({ marker, value, below, upper, day }) => {
      const { name, unit, upper: usual } = BANDS[marker];
      return `${name} ${below ? '<' : ''}${value} ${unit} (≤${upper ?? usual}), ${day}`;
    })
    .join('; ');
  return {
    value: `S${highest}`,
    source: {
      en: `S${highest} from serum markers after orchiectomy: ${each}.`,
      zh: `S${highest}，由睾丸切除术后血清标志物得出：${each.replaceAll(', ', '，').replaceAll('; ', '；')}。`,
    },
  };
};
