import { expect, test } from 'vitest';
import { stepsOf } from './drug-definitions.ts';

const drivers = (driver: string | null) =>
  stepsOf({
    siteGroup: 'breast',
    drug: 'Trastuzumab ',
    driver,
    stage: 'STAGE_IV',
    lines: [1, 1],
  }).map(({ definition, treatment }) => [
    treatment.treatment.drugs,
    treatment.treatment.lines ?? null,
    definition.all.flatMap((one) => ('biomarker' in one ? one.biomarker.biomarker : [])),
    definition.all.some((one) => 'stage' in one),
  ]);

test('relaxed by stage, then line, then driver; the drug stays', () => {
  expect(drivers('EGFR')).toEqual([
    [['trastuzumab'], [1], ['EGFR'], true],
    [['trastuzumab'], [1], ['EGFR'], false],
    [['trastuzumab'], null, ['EGFR'], false],
    [['trastuzumab'], null, [], false],
  ]);
  expect(drivers(null)).toHaveLength(3);
});

test.each([
  ['ERBB2', 'HER2'],
  ['NTRK1', 'NTRK'],
  ['ABL1', 'BCR-ABL1'],
  ['RARA', 'PML-RARA'],
  ['POLE', 'POLE'],
])('a gene %s is asked for as results name it: %s', (driver, marker) => {
  expect(drivers(driver)[0]?.[2]).toEqual([marker]);
});
