import { blood } from './blood.ts';
import { digestive } from './digestive.ts';
import { headAndSkin } from './head-and-skin.ts';
import { liverAndPancreas } from './liver-and-pancreas.ts';
import type { CancerModel } from './model.ts';
import { softAndBone } from './soft-and-bone.ts';
import { thorax } from './thorax.ts';
import { urogenital } from './urogenital.ts';
import { women } from './women.ts';

/** Every kind of cancer the nation knows. */
export const cancers: readonly CancerModel[] = [
  ...thorax,
  ...digestive,
  ...liverAndPancreas,
  ...women,
  ...urogenital,
  ...headAndSkin,
  ...softAndBone,
  ...blood,
];

const byCode: readonly (CancerModel | undefined)[] = (() => {
  const found: CancerModel[] = [];
  for (const model of cancers) for (const code of model.ci5) found[code] = model;
  return found;
})();

/** The model of a cancer code of Cancer Incidence in Five Continents vol. XII (1 to 61). */
export const cancerOf = (ci5: number): CancerModel => {
  const model = byCode[ci5];
  if (model === undefined) throw new RangeError(`no model of cancer ${ci5}`);
  return model;
};
