import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('DATA_MANAGER')) });

const PATIENT = `patient_id,name,sex,birth_date
HELD-1,王待查,female,1960-02-03
`;
const RESULT = `record_id,patient_id,time,code,value,unit
HELD-1-HB,HELD-1,2026-03-14 09:30,718-7,1455,g/L
`;

test('a bad record arrives, is seen held, is corrected, and appears on the patient’s page', async ({
  page,
  browser,
}) => {
  const send = async (data: string) => {
    const answer = await page.request.post('/csv', {
      headers: { 'content-type': 'text/csv', 'x-nodp-csrf': '1' },
      data: Buffer.from(data),
    });
    return answer.json();
  };
  expect(await send(PATIENT)).toMatchObject({ kind: 'patient', refused: 0 });
  expect(await send(RESULT)).toMatchObject({ kind: 'observation', created: 0, held: 1 });
  await page.goto('/data-centre/held');
  const table = page.getByRole('table', { name: 'Held records' });
  const row = table.getByRole('row').filter({ hasText: 'HELD-1-HB' });
  await expect(row).toContainText('Haemoglobin 1455 g/L is outside of what can be');
  await row.getByRole('link', { name: /HELD-1-HB/ }).click();
  await expect(page.getByRole('heading', { name: 'Held record' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'The record as it was sent' })).toContainText(
    '1455',
  );
  const value = page.getByRole('textbox', { name: 'Value', exact: true });
  await expect(value).toHaveValue('1455');
  await value.fill('1500');
  await page.getByRole('button', { name: 'Correct and release' }).click();
  await expect(page.getByText('Something is wrong still; nothing was changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Put 145.5 in' }).click();
  await page.getByRole('button', { name: 'Correct and release' }).click();
  await expect(page.getByText('it is in the pool as it was corrected')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What was corrected' })).toBeVisible();
  await page.getByRole('link', { name: 'All held records' }).click();
  await expect(table.getByRole('row').filter({ hasText: 'HELD-1-HB' })).toHaveCount(0);

  const clinician = await browser.newContext({ storageState: sessionOf('CLINICIAN') });
  const ward = await clinician.newPage();
  await ward.goto('/clinical/patients?q=HELD-1');
  await ward.getByRole('link', { name: '王待查' }).click();
  await expect(ward.getByRole('heading', { name: /王待查/ }).first()).toBeVisible();
  await ward.goto(ward.url().replace(/(\/clinical\/patients\/[^/?]+).*/, '$1/laboratory'));
  await expect(ward.getByText('145.5').first()).toBeVisible();
  await clinician.close();
});
