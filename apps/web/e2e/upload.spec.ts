import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { runningOwnerUrl } from '../../../packages/database/src/running.ts';
import { whileHeld } from '../../gateway/src/csv/testing/holding.ts';
import { workbook } from '../../gateway/src/csv/testing/workbook.ts';
import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('DATA_MANAGER')) });

/** Numbers of patients that no other run has used: what is sent again is unchanged. */
const run = `E2E-${Date.now().toString(36)}`;
const csv = (text: string) => ({
  name: 'rows.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('a good file is taken in, and its encoding told', async ({ page }) => {
  await page.goto('/data-centre/upload');
  await page
    .getByLabel('File of rows')
    .setInputFiles(csv(`\uFEFFpatient_id,name,sex\n${run}-1,张三,男\n`));
  await page.getByRole('button', { name: 'Send' }).click();
  const result = page.getByRole('region', { name: /^What became of it/ });
  await expect(result).toContainText('1 new', { timeout: 60_000 });
  await expect(result).toContainText('The file was read as UTF-8 (BOM).');
});

test('a bad row is told, and comes back in a file with what is to be corrected', async ({
  page,
}) => {
  await page.goto('/data-centre/upload');
  const rows = `patient_id,name,sex\n${run}-2,李四,男\n${run}-3,王五,x\n`;
  await page.getByLabel('File of rows').setInputFiles(csv(rows));
  await page.getByRole('button', { name: 'Send' }).click();
  const table = page.getByRole('table', { name: 'Rows of which something is to be said' });
  await expect(table.getByRole('row').nth(1)).toContainText('sex has no value “x”.', {
    timeout: 60_000,
  });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the refused rows' }).click();
  const path = await (await download).path();
  const [header, first, ...rest] = (await readFile(path, 'utf8'))
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n');
  expect(header).toBe('patient_id,name,sex,nodp_line,nodp_column,nodp_reason,nodp_remedy');
  expect(first).toMatch(new RegExp(`^${run}-3,王五,x,3,sex,`));
  expect(rest).toEqual([]);
});

test('a workbook is read; a number that lost its digits is refused with that reason', async ({
  page,
}) => {
  await page.goto('/data-centre/upload');
  const rows = workbook([
    ['patient_id', 'name', 'sex', 'birth_date', 'national_id'],
    [`${run}-4`, '赵六', '女', 33_000, ''],
    [`${run}-5`, '钱七', '男', '1950-02-03', 110105194912310020],
  ]);
  await page.getByLabel('File of rows').setInputFiles({
    name: 'rows.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(rows),
  });
  await page.getByRole('button', { name: 'Send' }).click();
  const result = page.getByRole('region', { name: /^What became of it/ });
  await expect(result).toContainText('The sheet “S” of the workbook was read.', {
    timeout: 60_000,
  });
  await expect(result).toContainText('1 new');
  await expect(result).toContainText('is a number that a spreadsheet shortened');
});

test('a file with columns of its own is mapped by keyboard, previewed, saved, and then read without asking', async ({
  page,
}) => {
  const name = `ward ${run}`;
  const own = `${run} no`;
  const rows = `${own},Who,Gender,Born\n${run}-6,Ada Tester,W,3/2/1950\n${run}-7,Ben Tester,M,4/2/1950\n`;
  await page.goto('/data-centre/mapping');
  await page.getByLabel('File with columns of its own').setInputFiles(csv(rows));
  const choose = async (label: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: label }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: option, exact: typeof option === 'string' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  };
  await choose('Kind of record', 'Patients');
  await expect(page.getByText(/^Still without a column: Patient number, Name, Sex/)).toBeVisible();
  await choose('Column of the file for Patient number', own);
  await choose('Column of the file for Name', 'Who');
  await choose('Column of the file for Sex', 'Gender');
  await choose('Column of the file for Date of birth', 'Born');
  await expect(page.getByText('2 of 2 rows would be refused.')).toBeVisible();
  await page.getByRole('button', { name: 'Details of Sex' }).click();
  await choose('Meaning of W', 'Female');
  await choose('Meaning of M', 'Male');
  await page.getByRole('button', { name: 'Details of Date of birth' }).click();
  await choose('Days are written', 'day, month, year');
  await expect(page.getByText('None of the first 2 rows would be refused.')).toBeVisible();
  const shown = page.getByRole('table', { name: 'The first rows as they would be read' });
  await expect(shown).toContainText('Date of birth: 1950-02-03');
  await page.getByLabel('Name of the mapping').fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`Saved: ${name}, version 1.`)).toBeVisible();

  await page.goto('/data-centre/upload');
  await page.getByLabel('File of rows').setInputFiles(csv(rows));
  await page.getByRole('button', { name: 'Send' }).click();
  const result = page.getByRole('region', { name: /^What became of it/ });
  await expect(result).toContainText('2 new', { timeout: 60_000 });
  await expect(result).toContainText(`It was read by the mapping “${name}”.`);

  await page.goto('/data-centre/mapping');
  await page.getByRole('button', { name: `Take ${name} out of use` }).click();
  await expect(page.getByRole('cell', { name, exact: true })).toHaveCount(0);
});

/** The embedded server's owner and the institution of the data manager. */
const placeOf = async (home: string) => {
  const ownerUrl = await runningOwnerUrl(home);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql<{ institution: string }[]>`
      select institution_id as institution from basic.account where id = 'data-manager'`;
    return { ownerUrl, institution: row?.institution ?? '' };
  } finally {
    await sql.end();
  }
};

test('a long file is followed by the rows taken in, stopped, and gone on with where it stopped', async ({
  page,
}) => {
  const home = process.env.NODP_E2E_HOME;
  test.skip(home === undefined, 'The platform is not of these tests: no file can be held in it.');
  const results = Array.from(
    { length: 20_000 },
    (_, i) => `${run}-8,${run}-r${i},2020-01-02,718-7,1${i % 5},g/dL\n`,
  );
  await page.goto('/data-centre/upload');
  const input = page.getByLabel('File of rows');
  await input.setInputFiles(csv(`patient_id,name,sex\n${run}-8,孙八,女\n`));
  await page.getByRole('button', { name: 'Send' }).click();
  const result = page.getByRole('region', { name: /^What became of it/ });
  await expect(result).toContainText('1 new', { timeout: 60_000 });
  await input.setInputFiles(csv(`patient_id,record_id,time,code,value,unit\n${results.join('')}`));
  const { ownerUrl, institution } = await placeOf(home ?? '');
  const followed = page.getByText(/^[\d,]+ rows taken in · you can leave this page$/);
  const stop = page.getByRole('button', { name: 'Stop' });
  const asked = Promise.withResolvers<void>();
  await page.route(
    /[?&]later=1/,
    async (route) => {
      const id = new URL(route.request().url()).searchParams.get('upload') ?? '';
      await whileHeld(ownerUrl, { institution, id }, async () => {
        await route.continue();
        await expect(followed).toBeVisible({ timeout: 60_000 });
        await stop.click();
        await expect(page.getByRole('button', { name: 'Being stopped' })).toBeVisible();
      }).then(asked.resolve, asked.reject);
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Send' }).click();
  await asked.promise;
  await expect(page.getByText(/^Stopped after [1-9][\d,]* rows/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(result).toContainText('20,000 rows', { timeout: 90_000 });
  await expect(result).toContainText('20,000 new');
  await expect(result).toContainText(/Lines to [\d,]+ were taken in before it was cut off/);
});
