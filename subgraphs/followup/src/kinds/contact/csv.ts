import type { Appointment, Patient, Reference } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { participantsOf } from './participants.ts';

/** A day alone begins at its first moment. */
const momentOf = (at: string | undefined): string | undefined =>
  at?.length === 10 ? `${at}T00:00:00+08:00` : at;

/** Contacts and appointments: one row each. */
export const csv: CsvProfile = {
  title: { en: 'Appointments', zh: '预约与随访' },
  knownBy: ['appointment_at', 'purpose'],
  columns: [
    {
      name: 'appointment_at',
      label: { en: 'At', zh: '预约时间' },
      says: { en: 'A day, or a moment of it.', zh: '日期，或日期和时间。' },
      type: 'time',
      required: true,
      example: '2026-06-01 09:30',
      path: 'start',
    },
    {
      name: 'purpose',
      label: { en: 'Purpose', zh: '预约事由' },
      type: 'text',
      required: true,
      example: '术后复查',
      path: 'appointmentType',
    },
    {
      name: 'appointment_status',
      label: { en: 'Status', zh: '预约状态' },
      type: 'choice',
      required: true,
      values: {
        booked: { en: 'Booked', zh: '已预约' },
        arrived: { en: 'Arrived', zh: '已到诊' },
        fulfilled: { en: 'Took place', zh: '已完成' },
        noshow: { en: 'Did not come', zh: '未到' },
        cancelled: { en: 'Cancelled', zh: '已取消' },
      },
      example: 'booked',
      path: 'status',
    },
    {
      name: 'venue',
      label: { en: 'Place', zh: '就诊地点' },
      type: 'text',
      example: '门诊楼三层',
      path: 'participant',
    },
    {
      name: 'note',
      label: { en: 'Note', zh: '备注' },
      type: 'text',
      example: '',
      path: 'comment',
    },
  ],
  resource: (row) => {
    const at = momentOf(row.time('appointment_at'));
    const [purpose, note] = [row.text('purpose'), row.text('note')];
    return {
      resourceType: 'Appointment',
      id: row.id,
      status: row.text('appointment_status'),
      ...(purpose === undefined ? {} : { appointmentType: { text: purpose } }),
      ...(at === undefined ? {} : { start: at, end: at }),
      ...(note === undefined ? {} : { comment: note }),
      participant: participantsOf(row.patient as Reference<Patient>, row.text('venue') ?? null),
    } as Appointment;
  },
};
