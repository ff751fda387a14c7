import type { Label } from '@nodp/terminology';
import type { NonTargetResponse, OverallResponse, TargetResponse } from './response.ts';

interface Responded {
  readonly target: TargetResponse | null;
  readonly nonTarget: NonTargetResponse | null;
  readonly overall: OverallResponse;
}

const progression = ({ target, nonTarget }: Responded): Label[] => {
  const fired: Label[] = [];
  if (target === 'PD')
    fired.push({
      en: 'the sum of target lesions is 20 % and 5 mm or more above the nadir (4.3.1)',
      zh: '靶病灶总和较最低值增加≥20%且≥5 mm（4.3.1）',
    });
  if (nonTarget === 'PD')
    fired.push({
      en: 'unequivocal progression of non-target lesions (4.3.3)',
      zh: '非靶病灶明确进展（4.3.3）',
    });
  // Nothing else makes progression.
  if (fired.length === 0)
    fired.push({ en: 'an unequivocal new lesion (4.3.5)', zh: '明确的新病灶（4.3.5）' });
  return fired;
};

const others = ({ target, nonTarget, overall }: Responded): Label => {
  if (overall === 'CR')
    return target === null
      ? { en: 'all non-target lesions are gone (4.3.3)', zh: '所有非靶病灶消失（4.3.3）' }
      : {
          en: `all target lesions are gone, nodes under 10 mm${nonTarget === null ? '' : ', and all non-target lesions'} (4.3.1, table 1)`,
          zh: `所有靶病灶消失，淋巴结短径<10 mm${nonTarget === null ? '' : '，非靶病灶亦消失'}（4.3.1，表1）`,
        };
  if (overall === 'PR')
    return target === 'CR'
      ? {
          en: 'target lesions are gone, non-target lesions not all, or not all evaluated (table 1)',
          zh: '靶病灶消失，非靶病灶未全部消失或未全部评估（表1）',
        }
      : {
          en: 'the sum of target lesions is 30 % or more under the baseline (4.3.1)',
          zh: '靶病灶总和较基线减少≥30%（4.3.1）',
        };
  if (overall === 'SD')
    return {
      en: 'neither 30 % under the baseline nor 20 % and 5 mm above the nadir (4.3.1)',
      zh: '较基线减少不足30%，较最低值增加未达20%且5 mm（4.3.1）',
    };
  if (overall === 'NE')
    return {
      en: 'not all lesions were evaluated, and what was is no progression (4.4.2)',
      zh: '病灶未全部评估，已评估部分未达进展（4.4.2）',
    };
  return {
    en: 'non-target lesions persist, and there is no target lesion (table 2)',
    zh: '非靶病灶持续存在，无靶病灶（表2）',
  };
};

/** By which rule of RECIST 1.1 a response was given, with its section. */
export const firedRule = (visit: Responded): Label => {
  const fired = visit.overall === 'PD' ? progression(visit) : [others(visit)];
  return {
    en: `${visit.overall}: ${fired.map(({ en }) => en).join('; ')}.`,
    zh: `${visit.overall}：${fired.map(({ zh }) => zh).join('；')}。`,
  };
};
