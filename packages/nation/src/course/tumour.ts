import { siteHistology } from '@nodp/terminology/site-histology';
import { cancers } from '../cancers/index.ts';
import type { CancerModel } from '../cancers/model.ts';
import type { Random } from '../random/random.ts';
import { type Weighted, weighted } from '../random/weighted.ts';
import type { Sex } from '../sources/incidence.ts';
import { PUBLISHED_STAGE } from '../sources/stage.ts';
import type { Day } from '../time/days.ts';
import { clinicalStage, type Staged } from './staging.ts';
import { stageShares } from './survival.ts';

/** What a cancer is, as it is found. */
export interface Tumour {
  readonly topography: string;
  readonly morphology: string;
  readonly laterality: 'left' | 'right' | null;
  readonly grade: string | null;
  /** 0 to 3 for I to IV; 0 where the cancer is not staged. */
  readonly stage: number;
  /** As the clinician sees it at diagnosis. */
  readonly staged: Staged | null;
  /** Whether it has spread afar at diagnosis. */
  readonly metastatic: boolean;
  /** Whether a hospital wrote the stage down. */
  readonly stageKnown: boolean;
}

interface Prepared {
  readonly stage: Readonly<Record<Sex, Weighted<number>>>;
  /** Topographies each morphology may have by IARC's rule. */
  readonly topographies: ReadonlyMap<string, Weighted<string>>;
}

/** Within the liver the histology says where it is: liver cells are of C22.0, bile ducts of C22.1. */
const lies = (topography: string, morphology: string): boolean =>
  !(topography === 'C22.1' && morphology.startsWith('817')) &&
  !(topography === 'C22.0' && morphology.startsWith('8160'));

const fitting = (model: CancerModel, morphology: string): Weighted<string> => {
  const { items, weights } = model.topography;
  const fit = items.map((t, i) =>
    siteHistology(t, morphology).verdict === 'consistent' && lies(t, morphology)
      ? (weights[i] ?? 0)
      : 0,
  );
  return fit.some((w) => w > 0) ? weighted(items, fit) : model.topography;
};

const prepared: ReadonlyMap<string, Prepared> = new Map(
  cancers.map((model) => {
    const stages = (sex: Sex) => weighted([0, 1, 2, 3], stageShares(model, sex));
    return [
      model.id,
      {
        stage: { male: stages('male'), female: stages('female') },
        topographies: new Map(model.morphology.items.map((m) => [m, fitting(model, m)])),
      },
    ];
  }),
);

/** Sarcomas of low grade are of stage I, others are not (AJCC, bone and soft tissue). */
const gradeOf = ({ group }: CancerModel, stage: number, drawn: string | null): string | null => {
  if (group !== 'bone' && group !== 'soft-tissue') return drawn;
  return stage === 0 ? '1' : drawn === '1' ? '3' : drawn;
};

/**
 * @param random decides what it is and how far it has come
 * @param more how it is staged
 */
export const drawTumour = (
  random: Random,
  more: Random,
  cancer: CancerModel,
  { sex, born, diagnosed }: { readonly sex: Sex; readonly born: Day; readonly diagnosed: Day },
): Tumour => {
  const ready = prepared.get(cancer.id) as Prepared;
  const morphology = cancer.morphology.draw(random);
  const topography = (ready.topographies.get(morphology) ?? cancer.topography).draw(random);
  const stage = cancer.staging === null ? 0 : ready.stage[sex].draw(random);
  const grade = gradeOf(cancer, stage, cancer.grades?.draw(more) ?? null);
  const who = { cancer, topography, morphology, grade, born, diagnosed, stage };
  const staged = clinicalStage(more, who);
  return {
    topography,
    morphology,
    laterality: cancer.paired ? (random.chance(0.51) ? 'right' : 'left') : null,
    grade,
    stage,
    staged,
    metastatic: staged?.categories?.[2].startsWith('M1') ?? stage === 3,
    stageKnown: staged !== null && !random.chance(PUBLISHED_STAGE.unknown),
  };
};
