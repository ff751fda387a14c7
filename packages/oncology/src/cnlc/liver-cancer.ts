import { choice, flag, number } from '../registry/fields.ts';
import { decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** What the stages of hepatocellular carcinoma ask beside TNM. */
export const LIVER_FIELDS = {
  nodules: number('number of nodules', '结节数', 0, 1000, { integer: true }),
  largest_cm: number('largest nodule in cm', '最大结节（cm）', 0, 100),
  macrovascular_invasion: flag('macrovascular invasion', '大血管侵犯'),
  extrahepatic: flag('extrahepatic spread', '肝外转移'),
  ecog: number('ECOG performance status', 'ECOG体能状态', 0, 4, { integer: true }),
  child_pugh: choice('Child–Pugh class', 'Child-Pugh分级', ['A', 'B', 'C']),
};

export const staged = (stage: string, en: string, zh: string) =>
  decided(stage, [{ en: `${stage}: ${en}.`, zh: `${stage}期：${zh}。` }]);

/** A stage that follows from number and size of the nodules. */
export const stagedByNodules = (stage: string, nodules: number, largest: number) =>
  staged(
    stage,
    `${nodules} nodule${nodules === 1 ? '' : 's'}, the largest ${largest} cm`,
    `${nodules}个结节，最大${largest} cm`,
  );

interface Condition {
  readonly ecog: number | null;
  readonly child_pugh: string | null;
}

/** The last stage, which the patient's condition alone decides; or what of it is missing; null where it is another stage. */
export const ofCondition = (given: Condition, last: string) => {
  const { ecog, child_pugh } = given;
  if ((ecog !== null && ecog >= 3) || child_pugh === 'C')
    return staged(last, 'ECOG 3 to 4 or Child–Pugh C', 'ECOG 3–4或Child-Pugh C级');
  return ecog === null || child_pugh === null
    ? needs(missingOf({ ...given }, Object.keys(given)))
    : null;
};

export const NO_NODULE = notFor('No nodule is recorded.', '未记录结节。');
