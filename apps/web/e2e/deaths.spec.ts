/** A register of deaths: a file is read, its lines are answered, and the patient's page says who died. */
import { randomInt, randomUUID } from 'node:crypto';
import { bundle, patient } from '../../../tests/intake/examples.ts';
import { faultsOf } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { expect, sessionOf, test } from './roles.ts';

const csrf = { 'x-nodp-csrf': '1' };
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A resident identity number (GB 11643) of somebody born on 1931-05-17. */
const identityNumber = (): string => {
  const body = `65432519310517${String(randomInt(1000)).padStart(3, '0')}`;
  const sum = [...body].reduce((all, digit, i) => all + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return body + '10X98765432'[sum % 11];
};

test('a death is linked by number, day of birth and name; what cannot be is said by line', async ({
  browser,
  baseURL,
}) => {
  const hospital = await browser.newContext({ baseURL: baseURL as string });
  await hospital.request.post('/auth/sign-in', {
    headers: csrf,
    data: { account: 'hospital-system', password: 'nodp-demo' },
  });
  const id = randomUUID();
  const [name, number] = [`Registered ${id.slice(0, 8)}`, identityNumber()];
  const sent = await hospital.request.post('/fhir', {
    headers: { ...csrf, 'content-type': 'application/fhir+json' },
    data: bundle(
      'transaction',
      patient(id, {
        name: [{ text: name }],
        birthDate: '1931-05-17',
        gender: Number(number[16]) % 2 === 1 ? 'male' : 'female',
        identifier: [{ system: 'urn:oid:2.16.156.10011.1.3', value: number }],
      }),
    ),
  });
  expect(sent.status(), await sent.text()).toBe(200);
  await hospital.close();

  const office = await browser.newContext({ storageState: sessionOf('FOLLOWUP_COORDINATOR') });
  const page = await office.newPage();
  await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  await page.goto('/follow-up/deaths');
  const died = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
  const choose = () =>
    page.getByLabel('File of deaths', { exact: true }).setInputFiles({
      name: 'deaths.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `name,national_id,birth_date,death_date,cause\n${name},${number},1931-05-17,${died},C34.1\nNobody,,1931-05-17,never,\n`,
      ),
    });
  await choose();
  const answers = page.getByRole('table', { name: 'Answers by line' });
  const row = (line: number) =>
    answers
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: `${line}`, exact: true }) });
  await expect(row(2)).toContainText('Linked');
  await expect(row(3)).toContainText('Cannot be read');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(layoutFaults)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  // Read again it finds the death known, and changes nothing.
  await choose();
  await expect(row(2)).toContainText(died);
  await page.getByRole('link', { name: 'Patient of line 2' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('region', { name: 'The patient' })).toContainText(died);
  await office.close();
});
