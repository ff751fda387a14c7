/** What a clinician does at the patient's page: a lesion is entered and undone, and an alert comes while the page is open. */
import { aPatient, open } from './own-patient.ts';
import { expect, test } from './roles.ts';

const cea = (id: string, value: number, at: string) => ({
  ...{ resourceType: 'Observation', id, status: 'final', effectiveDateTime: at },
  code: { coding: [{ system: 'http://loinc.org', code: '2039-6' }] },
  valueQuantity: { value, unit: 'ng/mL', system: 'http://unitsofmeasure.org', code: 'ng/mL' },
});

const resection = {
  ...{ resourceType: 'Procedure', id: 'o', status: 'completed', performedDateTime: '2024-01-10' },
  category: { coding: [{ system: 'http://snomed.info/sct', code: '387713003' }] },
  code: { text: '右半结肠切除术' },
};

test('a result that the laboratory posts raises an alert on the open page within seconds, and one press closes it', async ({
  browser,
  baseURL,
}) => {
  const { name, send, close } = await aPatient(browser, baseURL, [
    resection,
    cea('m0', 30, '2024-01-02T08:00:00+08:00'),
    cea('m1', 2, '2024-03-10T08:00:00+08:00'),
    cea('m2', 2.6, '2024-06-10T08:00:00+08:00'),
  ]);
  const page = await open(browser, name, 'Surveillance');
  const alerts = page.getByRole('region', { name: 'Alerts of a possible recurrence' });
  await expect(page.getByText(/Counted from the operation of 2024-01-10/)).toBeVisible();
  await expect(alerts).toHaveCount(0);

  await send([cea('m3', 3.4, '2024-09-10T08:00:00+08:00')]);
  await expect(alerts).toContainText(/CEA.* rose from 2 \(2024-03-10\) to 3.4 ng\/mL/, {
    timeout: 30_000,
  });
  await expect(alerts).toContainText('It could also be');

  await alerts.getByRole('button').first().click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Liver metastasis on CT.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(alerts).toHaveCount(0);
  await expect(page.getByText('Liver metastasis on CT.')).toBeVisible();
  await page.context().close();
  await close();
});

test('lesions are entered by the keyboard, answer by RECIST at once, and are undone', async ({
  browser,
  baseURL,
}) => {
  const { name, close } = await aPatient(browser, baseURL, []);
  const page = await open(browser, name, 'Response and radiotherapy');
  await page.getByRole('button', { name: 'Enter a lesion' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enter a lesion' });
  const length = dialog.getByLabel('Longest diameter, mm');
  const day = dialog.getByRole('textbox', { name: 'Day of the examination' });

  // Finer than a tenth of a millimetre is refused where it stands.
  await dialog.getByLabel('Organ', { exact: true }).fill('Liver');
  await length.fill('30.55');
  await day.fill('2026-01-05');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('finer than a tenth of a millimetre');
  await expect(length).toHaveAttribute('aria-invalid', 'true');

  await length.fill('30');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('status')).toContainText('T1 is saved');
  // The next of the same examination: too small to be a target, which is said and not refused.
  await expect(dialog.getByLabel('Lesion')).toHaveValue('T2');
  await expect(dialog.getByLabel('Lesion')).toBeFocused();
  await length.fill('9');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('status')).toContainText('a target lesion has 10 mm at least');

  // At the next examination the lesions are known.
  await dialog.getByLabel('Lesion').fill('T1');
  await expect(dialog.getByLabel('Organ', { exact: true })).toHaveValue('Liver');
  await day.fill('2026-03-02');
  await length.fill('20');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('status')).toContainText('T1 is saved');
  await expect(dialog.getByLabel('Lesion')).toHaveValue('T2');
  await length.fill('7.3');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  // 39 mm to 27.3 mm are −30 %.
  const evaluations = page.getByRole('table', { name: /^Evaluations/ });
  await expect(evaluations.getByRole('row').nth(1)).toContainText(/2026-03-02\s*PR.*27\.3/s);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'T2' })).toContainText(
    'what stood before stands again',
  );
  await expect(evaluations.getByRole('row').nth(1)).toContainText(/2026-03-02\s*NE/);
  const entered = page.getByRole('table', { name: 'Lesions entered on this page' });
  await expect(entered.getByRole('row').nth(1)).toContainText('withdrawn');
  await entered.getByRole('button', { name: /of T2 of 2026-03-02/ }).click();
  await expect(evaluations.getByRole('row').nth(1)).toContainText(/2026-03-02\s*PR/);
  await page.context().close();
  await close();
});

test('a result that raises an alert is a task; done with a verdict it closes the alert and is in the history', async ({
  browser,
  baseURL,
}) => {
  const { name, send, close } = await aPatient(browser, baseURL, [
    resection,
    cea('m1', 2, '2024-03-10T08:00:00+08:00'),
    cea('m2', 2.6, '2024-06-10T08:00:00+08:00'),
  ]);
  await send([cea('m3', 3.4, '2024-09-10T08:00:00+08:00')]);
  const page = await open(browser, name, 'Surveillance');
  await page.goto('/clinical/tasks?kind=RECURRENCE_ALERT&sort=-raised');
  const row = page.getByRole('table', { name: 'Tasks' }).getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('two rises of 20 % or more');
  await row.getByRole('button', { name: `Done: ${name}, Alert of a recurrence` }).click();
  const dialog = page.getByRole('dialog', { name: `Alert of a recurrence: ${name}` });
  await dialog.getByRole('radio', { name: 'Something else explains it' }).check();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Note').fill('Hepatitis, seen on the ward.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toHaveCount(0);
  await page.goto('/clinical/tasks?state=DONE&sort=-raised');
  await expect(row.filter({ hasText: 'Alert of a recurrence' })).toContainText('Hepatitis');
  await row.getByRole('link', { name }).first().click();
  await expect(page.getByText(/explained by something else/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  const tasks = page.getByRole('region', { name: 'Tasks' });
  await expect(tasks).toContainText('Something else explains it');
  await expect(tasks).toContainText('Clinician');
  await close();
});
