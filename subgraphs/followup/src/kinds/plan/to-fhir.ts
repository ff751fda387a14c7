import { codeable, conceptIn, dateIn, type FhirWriter, fhirWriter, said } from '@nodp/record/fhir';
import { plan } from './table.ts';

export const toFhir: FhirWriter = fhirWriter(plan, {
  types: ['CarePlan'],
  search: {
    code: [{ system: plan.system, code: plan.code }],
    date: { on: plan.startedOn, precision: plan.startedPrecision },
    status: plan.status,
  },
  write: (row, { common, subject }) => {
    const what = conceptIn(row);
    return said({
      resourceType: 'CarePlan',
      ...common,
      status: row.status,
      intent: 'plan',
      category: what === undefined ? [] : [what],
      title: row.display,
      subject,
      period: said({ start: dateIn(row, 'started'), end: dateIn(row, 'ended') }),
      activity: row.activities.map((activity) => ({
        detail: said({
          code: codeable(activity.system, activity.code, activity.display),
          status: activity.status ?? 'unknown',
        }),
      })),
    });
  },
});
