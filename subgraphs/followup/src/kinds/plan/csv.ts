import type { CarePlan } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';

/** Plans of care: one row a plan. */
export const csv: CsvProfile = {
  title: { en: 'Care plans', zh: '诊疗计划' },
  knownBy: ['plan', 'plan_from'],
  columns: [
    {
      name: 'plan',
      label: { en: 'Plan', zh: '计划名称' },
      type: 'text',
      required: true,
      example: '肺癌术后随访计划',
      path: 'title',
    },
    {
      name: 'plan_status',
      label: { en: 'Status', zh: '计划状态' },
      type: 'choice',
      required: true,
      values: {
        draft: { en: 'Draft', zh: '草案' },
        active: { en: 'Active', zh: '执行中' },
        'on-hold': { en: 'On hold', zh: '暂停' },
        completed: { en: 'Completed', zh: '已完成' },
        revoked: { en: 'Revoked', zh: '已撤销' },
      },
      example: 'active',
      path: 'status',
    },
    {
      name: 'plan_from',
      label: { en: 'From', zh: '计划开始日期' },
      type: 'date',
      example: '2026-04-10',
      path: 'period.start',
    },
    {
      name: 'plan_to',
      label: { en: 'To', zh: '计划结束日期' },
      type: 'date',
      example: '2031-04-10',
      path: 'period.end',
    },
    {
      name: 'activities',
      label: { en: 'What is to be done', zh: '计划内容' },
      says: { en: 'Parted by semicolons.', zh: '以分号分隔。' },
      type: 'text',
      example: '胸部CT；肿瘤标志物',
      path: 'activity',
    },
  ],
  resource: (row) => {
    const [start, end] = [row.date('plan_from'), row.date('plan_to')];
    const activities = (row.text('activities') ?? '')
      .split(/[;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
    return {
      resourceType: 'CarePlan',
      id: row.id,
      status: row.text('plan_status'),
      intent: 'plan',
      title: row.text('plan'),
      subject: row.patient,
      ...(start === undefined && end === undefined
        ? {}
        : { period: { ...(start ? { start } : {}), ...(end ? { end } : {}) } }),
      activity: activities.map((description) => ({ detail: { status: 'unknown', description } })),
    } as unknown as CarePlan;
  },
};
