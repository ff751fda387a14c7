import { expect, test } from 'vitest';
import { type Study, shownOn, studyOfDay } from './shown-on.ts';

const study = (id: string, startedAt: string, ...series: string[]): Study =>
  ({
    id,
    studyInstanceUid: `2.25.${id}`,
    startedAt,
    series: series.map((seriesInstanceUid) => ({ seriesInstanceUid })),
  }) as Study;

const studies = [
  study('1', '2025-03-01T02:00:00Z', '2.25.1.1', '2.25.1.2'),
  study('2', '2025-05-01T17:30:00Z', '2.25.2.1'),
  study('3', '2025-06-01T02:00:00Z', '2.25.3.1'),
  study('4', '2025-06-01T03:00:00Z', '2.25.4.1'),
];

test('a measurement is shown on its series, or on its study alone', () => {
  expect(shownOn(studies, { seriesUid: '2.25.1.2' })?.series?.seriesInstanceUid).toBe('2.25.1.2');
  const alone = shownOn(studies, { studyUid: '2.25.2', seriesUid: '2.25.9' });
  expect([alone?.study.id, alone?.series]).toEqual(['2', null]);
  expect(shownOn(studies, { studyUid: '2.25.9', seriesUid: null })).toBeNull();
  expect(shownOn([{ ...study('5', ''), studyInstanceUid: null }], {})).toBeNull();
});

test('an examination is of the study that its measurements name, else of the only one of its day', () => {
  const measured = [{ date: '2025-04-28', seriesUid: '2.25.2.1' }];
  expect(studyOfDay(studies, measured, '2025-04-28')?.id).toBe('2');
  // 17:30 in UTC is the next day in China.
  expect(studyOfDay(studies, [], '2025-05-02')?.id).toBe('2');
  expect(studyOfDay(studies, [], '2025-05-01')).toBeNull();
  // Two of one day: which of them is not known.
  expect(studyOfDay(studies, [], '2025-06-01')).toBeNull();
});
