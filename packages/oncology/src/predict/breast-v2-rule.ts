import { clinicalRule } from '../registry/rule.ts';
import { otherIndex, PREDICT_BREAST_2_VERSION, prognosticIndex, survivalV2 } from './breast-v2.ts';
import { BREAST_FIELDS, breastAnswer, breastTumour, generation, UK } from './inputs.ts';
import { atHorizons } from './years.ts';

const COLUMNS = ['os_surg', 'os_h', 'os_hc', 'os_hct', 'os_hctb'] as const;

export const PREDICT_BREAST_2 = clinicalRule({
  id: 'predict-breast-2',
  version: PREDICT_BREAST_2_VERSION,
  title: { en: 'PREDICT Breast 2.2', zh: 'PREDICT乳腺癌2.2版' },
  source: 'Candido dos Reis FJ et al. Breast Cancer Res 2017;19:58; version 2.2 of 2020',
  sourceInChinese: 'Candido dos Reis FJ et al. Breast Cancer Res 2017;19:58；2020年2.2版',
  mark: 'seen',
  population: UK,
  fields: BREAST_FIELDS,
  outputs: ['pi', 'mi', ...COLUMNS.flatMap((name) => [5, 10, 15].map((year) => `${name}_${year}`))],
  decide: (given) => {
    const tumour = breastTumour(given);
    if ('missing' in tumour) return tumour;
    const chosen = {
      hormone: given.horm === true,
      chemotherapy: generation(given),
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
    const values = {
      pi: prognosticIndex(tumour),
      mi: otherIndex(tumour.age),
      ...atHorizons('os_surg', surgery),
      ...Object.fromEntries(
        COLUMNS.slice(1).flatMap((name, at) =>
          Object.entries(atHorizons(name, treated[at] ?? surgery)),
        ),
      ),
    };
    const binaries = ['screen', 'grade', 'her2', 'ki67'];
    return breastAnswer(given, binaries, values, surgery, treated.at(-1) ?? surgery);
  },
});
