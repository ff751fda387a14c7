import { screeningMeasure } from '../../screening/screening-measure.ts';

/** Invited and came. */
export const screeningAttendance = screeningMeasure('ATTENDANCE', ['ATTENDED'], ['NOT_ATTENDED'], {
  label: { en: 'Screening attendance', zh: '筛查参与率' },
  sentence: {
    en: 'Each figure is how many of a hundred persons invited in a year were tested in it.',
    zh: '每个数字为每百名当年受邀者中当年接受检查的人数。',
  },
  limits: {
    en: 'It is of those whose invitation was recorded, not of all who are eligible; a test in the next year does not count.',
    zh: '仅限有邀请记录者，并非全部适龄人群；次年的检查不计入。',
  },
  numerator: { en: 'persons tested in the year of their invitation', zh: '受邀当年接受检查者' },
  denominator: { en: 'persons invited', zh: '受邀者' },
});
