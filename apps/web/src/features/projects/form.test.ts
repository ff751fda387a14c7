import { expect, test } from 'vitest';
import { applicationOf, emptyForm, formOf } from './form.ts';

test('a line of the team is an account, a name and an institution, with either semicolon; a column is asked for once', () => {
  const form = {
    ...emptyForm,
    columns: { AGGREGATES: ['cases.stage', 'cases.sex'], ROWS: [], EXPORT: ['cases.stage'] },
    team: 'bert; Bert Liang; Southern University\n\nanna；安娜；北京医院',
  };
  const application = applicationOf(form);
  expect(application.elements).toEqual([
    { table: 'cases', column: 'stage', permissions: ['AGGREGATES', 'EXPORT'] },
    { table: 'cases', column: 'sex', permissions: ['AGGREGATES'] },
  ]);
  expect(application.team).toEqual([
    { account: 'bert', name: 'Bert Liang', institution: 'Southern University' },
    { account: 'anna', name: '安娜', institution: '北京医院' },
  ]);
  // What is read back says the same.
  expect(applicationOf(formOf('A', application))).toEqual(application);
});
