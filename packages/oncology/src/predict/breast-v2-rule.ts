import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';
import { otherIndex, PREDICT_BREAST_2_VERSION, prognosticIndex, survivalV2 } from './breast-v2.ts';
import {
  assumedUnknown,
  BREAST_FIELDS,
  gradeKnown,
  known,
  notForBreast,
  ofHundred,
  UK,
} from './inputs.ts';
import { atHorizons } from './years.ts';

const COLUMNS = ['os_surg', 'os_h', 'os_hc', 'os_hct', 'os_hctb'] as const;

export const PREDICT_BREAST_2 = clinicalRule({
  id: 'predict-breast-2',
  version: PREDICT_BREAST_2_VERSION,
  title: { en: 'PREDICT Breast 2.2', zh: 'PREDICT乳腺癌2.2版' },
  source: 'Candido dos Reis FJ et al. Breast Cancer Res 2017;19:58; version 2.2 of 2020',
  mark: 'seen',
  population: UK,
  fields: BREAST_FIELDS,
  outputs: ['pi', 'mi', ...COLUMNS.flatMap((name) => [5, 10, 15].map((year) => `${name}_${year}`))],
  decide: (given) => {
    const refused = notForBreast(given);
    if (refused !== null) return refused;
    const { age, size_mm, nodes } = given;
    const er = known(given.er);
    if (age === null || size_mm === null || nodes === null || er === null)
      return needs(missingOf({ ...given, er }, ['age', 'size_mm', 'nodes', 'er']));
    const tumour = {
      age,
      sizeMm: size_mm,
      nodes,
      er,
      screenDetected: known(given.screen),
      grade: gradeKnown(given.grade),
      her2: known(given.her2),
      ki67: known(given.ki67),
    };
    const chosen = {
      hormone: given.horm === true,
      chemotherapy: Number(given.chemo_generation ?? '0') as 0 | 2 | 3,
      trastuzumab: given.traz === true,
      bisphosphonate: given.bis === true,
    };
    const none = {
      hormone: false,
      chemotherapy: 0,
      trastuzumab: false,
      bisphosphonate: false,
    } as const;
    const h = { ...none, hormone: chosen.hormone };
    const hc = { ...h, chemotherapy: chosen.chemotherapy };
    const hct = { ...hc, trastuzumab: chosen.trastuzumab };
    const [surgery = [], ...treated] = [none, h, hc, hct, chosen].map((treatments) =>
      survivalV2(tumour, treatments),
    );
    const all = treated.at(-1) ?? surgery;
    const unknown = (['screen', 'grade', 'her2', 'ki67'] as const).filter(
      (name) => given[name] === null || given[name] === 'unknown' || given[name] === '9',
    );
    return decided(
      {
        pi: prognosticIndex(tumour),
        mi: otherIndex(age),
        ...atHorizons('os_surg', surgery),
        ...Object.fromEntries(
          COLUMNS.slice(1).flatMap((name, at) =>
            Object.entries(atHorizons(name, treated[at] ?? surgery)),
          ),
        ),
        curve_surgery: surgery,
        curve_treated: all,
      },
      [
        ofHundred('With surgery alone', '仅手术', surgery),
        ofHundred('With the treatments entered', '加所填治疗', all),
        ...assumedUnknown(unknown),
      ],
    );
  },
});
