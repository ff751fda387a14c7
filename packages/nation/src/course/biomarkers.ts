import type { BiomarkerUse } from '../cancers/model.ts';
import { biomarker as biomarkerOf } from '../laboratory/biomarkers.ts';
import type { Random } from '../random/random.ts';
import { egfrMutated } from '../sources/smoking.ts';
import type { Course } from './course.ts';

export interface BiomarkerResult {
  readonly biomarker: string;
  readonly positive: boolean;
  /** Per cent of cells, where it is counted. */
  readonly percent: number | null;
  readonly words: string;
}

const fits = (morphology: string, prefixes: readonly string[] | undefined): boolean =>
  prefixes === undefined || prefixes.some((p) => morphology.startsWith(p));

/** Drivers of which a tumour has one: where one is found the others are wild type. */
const DRIVERS: ReadonlySet<string> = new Set(['EGFR', 'ALK', 'ROS1', 'KRAS', 'NRAS', 'BRAF']);

const shareOf = ({ biomarker, positive }: BiomarkerUse, course: Course): number =>
  biomarker === 'EGFR' ? egfrMutated(course.sex, course.smoker) : positive;

export const drawBiomarkers = (random: Random, course: Course): BiomarkerResult[] => {
  const results: BiomarkerResult[] = [];
  let driven = false;
  for (const use of course.cancer.biomarkers) {
    if (!fits(course.morphology, use.morphologies) || !random.chance(use.tested)) continue;
    const test = biomarkerOf(use.biomarker);
    if (test.percent) {
      const percent = Math.min(
        95,
        Math.max(1, Math.round(use.positive * 100 * Math.exp(0.6 * random.normal()))),
      );
      const positive = percent >= 20;
      results.push({ biomarker: use.biomarker, positive, percent, words: `${percent}%` });
      continue;
    }
    const driver = DRIVERS.has(use.biomarker);
    const positive = random.chance(shareOf(use, course)) && !(driver && driven);
    if (driver && positive) driven = true;
    const words = positive ? random.pick(test.positive) : test.negative;
    results.push({ biomarker: use.biomarker, positive, percent: null, words });
  }
  return results;
};
