type Row = Readonly<Record<string, string | null>>;

/** A person with reports of primaries and rounds of screening. */
interface Screened {
  readonly patient?: Row;
  readonly tumours: readonly Row[];
  readonly rounds: readonly Row[];
}

const cancer = (site_group: string, icd10: string, diagnosed_on: string, more: Row = {}): Row => ({
  ...{ site_group, icd10, diagnosed_on, diagnosed_precision: 'day' },
  ...more,
});
const round = (programme: string, tested_on: string, result: string | null, more: Row = {}) => ({
  ...{ programme, tested_on, tested_precision: 'day', result },
  ...more,
});
const lung = (diagnosed: string, more: Row = {}) => [cancer('lung', 'C34.1', diagnosed, more)];

/** By a province that nobody else lives in. */
export const screeningScenarios: Readonly<Record<string, Screened>> = {
  // Invited, tested and found.
  150100: {
    patient: { born_on: '1960-01-01', born_precision: 'day' },
    tumours: lung('2022-05-01'),
    rounds: [round('lung', '2022-04-01', '4B', { invited_on: '2022-03-01', test: 'ldct' })],
  },
  // A hospital's word comes before the test's.
  150200: {
    tumours: lung('2022-05-01', { mode_of_detection: 'SYMPTOMS' }),
    rounds: [round('lung', '2022-04-01', '4B')],
  },
  // Of two words screening is believed before symptoms.
  150300: {
    tumours: [
      ...lung('2022-05-01', { mode_of_detection: 'SYMPTOMS' }),
      ...lung('2022-05-02', { mode_of_detection: 'SCREENING' }),
    ],
    rounds: [],
  },
  // The positive test was of another organ, or more than a year before.
  150400: { tumours: lung('2022-05-01'), rounds: [round('colorectum', '2022-04-01', 'positive')] },
  150500: { tumours: lung('2022-05-01'), rounds: [round('lung', '2021-04-01', '4B')] },
  // After a negative test and before the next was due; the year after it.
  150600: { tumours: lung('2022-05-01'), rounds: [round('lung', '2021-12-01', '1')] },
  150700: { tumours: lung('2023-05-01'), rounds: [round('lung', '2021-12-01', '1')] },
  // The last test before it decides: the negative one is no interval cancer's.
  150800: {
    tumours: lung('2022-05-01'),
    rounds: [round('lung', '2021-12-01', '1'), round('lung', '2022-04-01', '4B')],
  },
  // Nobody has a cancer: invited and did not come; tested twice in a year, once positive.
  150900: { tumours: [], rounds: [{ programme: 'breast', invited_on: '2022-03-01' }] },
  151000: {
    tumours: [],
    rounds: [round('lung', '2022-02-01', '1'), round('lung', '2022-09-01', '4A')],
  },
  // A result that the scale does not have, a programme that the platform does not have.
  151100: {
    tumours: [],
    rounds: [round('lung', '2022-02-01', '待复核'), round('prostate', '2022-02-01', '1')],
  },
};
