import type { Encounter } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';

/** Visits: one row a visit. */
export const csv: CsvProfile = {
  title: { en: 'Visits', zh: '就诊' },
  knownBy: ['class', 'start'],
  columns: [
    {
      name: 'class',
      label: { en: 'Kind of visit', zh: '就诊类别' },
      type: 'choice',
      required: true,
      values: {
        IMP: { en: 'Inpatient', zh: '住院' },
        AMB: { en: 'Outpatient', zh: '门诊' },
        EMER: { en: 'Emergency', zh: '急诊' },
      },
      example: 'IMP',
      path: 'class',
    },
    {
      name: 'start',
      label: { en: 'From', zh: '开始时间' },
      type: 'time',
      required: true,
      example: '2026-04-01 08:00',
      path: 'period.start',
    },
    {
      name: 'end',
      label: { en: 'To', zh: '结束时间' },
      type: 'time',
      example: '2026-04-05',
      path: 'period.end',
    },
    {
      name: 'reason',
      label: { en: 'Reason', zh: '就诊原因' },
      type: 'text',
      example: '化疗',
      path: 'type',
    },
  ],
  resource: (row) => {
    const [end, reason] = [row.time('end'), row.text('reason')];
    return {
      resourceType: 'Encounter',
      id: row.id,
      status: end === undefined ? 'in-progress' : 'finished',
      class: { code: row.text('class') },
      subject: row.patient,
      period: { start: row.time('start'), end },
      type: reason === undefined ? [] : [{ text: reason }],
    } as Encounter;
  },
};
