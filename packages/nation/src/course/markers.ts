import type { MarkerUse } from '../cancers/model.ts';
import { analyte } from '../laboratory/analytes.ts';
import type { Random } from '../random/random.ts';
import type { Day } from '../time/days.ts';
import type { Course } from './course.ts';
import type { Care } from './treatment.ts';

/** Days in which what a removed tumour shed falls by half, where no other is known. */
const HALF_LIFE = 9;
/** Days in which a growing tumour sheds twice as much. */
const DOUBLING = 45;

/**
 * Markers that the organ makes in health too: what is left of that when it is removed, by the operation (ICD-9-CM), and
 * the days in which it falls by half. Operations that are not named leave organ and tumour where they were. PSA below
 * 0.1 ng/mL after radical prostatectomy: EAU guidelines on prostate cancer; thyroglobulin below 0.2 ng/mL after total
 * thyroidectomy: ATA guidelines 2015.
 */
const OF_AN_ORGAN: Readonly<
  Record<
    string,
    { readonly halves: number; readonly left: Readonly<Record<string, number | undefined>> }
  >
> = {
  PSA: { halves: 3, left: { '60.5': 0.012 } },
  TG: { halves: 4, left: { '06.4': 0.004, '06.2': 0.45 } },
};

/** Whether drugs take the androgens that the prostate needs. */
const castrates = ({ systemic }: Care): Day | null =>
  systemic.find(({ regimen }) => regimen.drugs.some((key) => /^L02[AB]/.test(key)))?.from ?? null;

const least = (share: number, days: number, halves: number): number =>
  Math.max(share, 2 ** (-days / halves));

/**
 * How a tumour marker stands on a day, in the analyte's unit, without the day's own scatter: what the body makes in
 * health plus what the tumour sheds. Both fall with an organ that is removed; what the tumour sheds falls after its
 * operation or while drugs or radiation work, and rises for months before the relapse is seen.
 */
export const markerCourse = (
  random: Random,
  use: MarkerUse,
  course: Course,
  care: Care,
): ((day: Day) => number) => {
  const [median, spread] = analyte(use.analyte).healthy;
  const own = median * Math.exp(spread * random.normal());
  const sheds = random.chance(use.shedding);
  const organ = OF_AN_ORGAN[use.analyte];
  const organLeft =
    care.surgery === null ? null : (organ?.left[care.surgery.operation.code] ?? null);
  const removed = organ !== undefined && organLeft === null ? null : (care.surgery?.on ?? null);
  const castrated = use.analyte === 'PSA' ? castrates(care) : null;
  const starts = [care.systemic[0]?.from, care.radiotherapy[0]?.from].flatMap((d) => d ?? []);
  const treated = starts.length === 0 ? null : Math.min(...starts);
  const given = use.analyte === 'PSA' ? (course.staged?.psa ?? null) : null;
  const drawn = (use.median[course.stage] ?? median) * Math.exp(0.55 * random.normal());
  const shed = given === null ? (sheds ? drawn : 0) : Math.max(0, given - own);
  const rest = 0.15 + 0.25 * random.unit();
  const left = removed !== null ? 0.002 : castrated !== null ? rest / 15 : rest;
  const answered = removed ?? castrated ?? treated;
  const halves = removed !== null ? (organ?.halves ?? HALF_LIFE) : 3 * HALF_LIFE;

  const healthy = (day: Day): number => {
    if (removed !== null && organLeft !== null && day > removed)
      return own * least(organLeft, day - removed, organ?.halves ?? HALF_LIFE);
    return castrated !== null && day > castrated ? own * least(0.02, day - castrated, 27) : own;
  };
  return (day) => {
    let tumour = shed;
    if (answered !== null && day > answered) tumour = shed * least(left, day - answered, halves);
    else if (answered === null)
      tumour = shed * Math.min(8, 2 ** ((day - course.diagnosed) / (3 * DOUBLING)));
    if (course.relapse !== null) {
      const back = shed * 1.1 * Math.min(12, 2 ** ((day - course.relapse) / DOUBLING));
      tumour = Math.max(tumour, back);
    }
    return healthy(day) + tumour;
  };
};
