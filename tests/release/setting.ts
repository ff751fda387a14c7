import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@nodp/database/testing';
import { type BuildOptions, buildRelease, type Manifest } from '@nodp/subgraph-research';
import { folderOf } from '@nodp/warehouse';
import postgres from 'postgres';
import { releaseExtracts } from '../../apps/gateway/src/release-extracts.ts';
import { clinicalPool, there } from './pool.ts';

/** A release of four patients, and its clinical pool. */
export interface Setting {
  readonly sql: postgres.Sql;
  readonly folder: string;
  readonly manifest: Manifest;
  /** Folder of the release's files. */
  readonly released: string;
  build(more?: Partial<BuildOptions>): Promise<Manifest>;
  end(): Promise<void>;
}

export const setUp = async (): Promise<Setting> => {
  const db = await testDatabase();
  const sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  const folder = await mkdtemp(join(tmpdir(), 'nodp-release-'));
  const build = (more?: Partial<BuildOptions>) =>
    buildRelease({ ownerUrl: db.ownerUrl, extracts: releaseExtracts, folder, ...more });
  await fill(sql);
  const manifest = await build({ startedBy: 'tester' });
  return {
    sql,
    folder,
    manifest,
    released: join(folder, folderOf(manifest.number)),
    build,
    end: async () => {
      await sql.end();
      await db.end();
      await rm(folder, { recursive: true });
    },
  };
};

const primary = { kind: 'PRIMARY', diagnosed_precision: 'day' };

/**
 * Of Ming 3,400 yuan and 12,600 count in his first year (16,000, of which he paid 5,100): the claim was answered, one bill was
 * taken back, one is in dollars, one a year later. Of Fang's, one was for the thyroid, one was done before it.
 */
const costs = async (pool: ReturnType<typeof clinicalPool>): Promise<void> => {
  const line = {
    ...{ source_type: 'ExplanationOfBenefit', currency: 'CNY', status: 'active' },
    ...{ served_on: '2020-04-01', served_precision: 'day', billed_on: '2020-04-02' },
  };
  const claim = { ...line, source_type: 'Claim', source_id: 'c1#1', amount: '9999' };
  await pool.costItem('Ming', claim);
  const answer = { ...line, claim_source_id: 'c1', insurance_paid: '1000' };
  await pool.costItem('Ming', { ...answer, source_id: 'e1', amount: '3000', patient_paid: '2000' });
  await pool.costItem('Ming', {
    ...{ ...answer, source_id: 'e2', amount: '3400.49', patient_paid: '2400.49' },
    billed_on: '2020-05-01',
  });
  await pool.costItem('Ming', { ...line, amount: '12600', patient_paid: '2700' });
  await pool.costItem('Ming', { ...line, amount: '70000', status: 'cancelled' });
  await pool.costItem('Ming', { ...line, amount: '70000', currency: 'USD' });
  await pool.costItem('Ming', { ...line, amount: '70000', served_on: '2021-03-11' });
  await pool.costItem('Fang', { ...line, amount: '5000', served_on: '2018-03-20' });
  await pool.costItem('Fang', { ...line, amount: '4000000', served_on: '2015-03-01' });
  await pool.costItem('Fang', { ...line, amount: '70000', served_on: '2015-02-01' });
};

const fill = async (sql: postgres.Sql): Promise<void> => {
  const pool = clinicalPool(sql);
  await pool.institutions();

  // Ming: one lung cancer, told by two hospitals, the second dating it earlier.
  await pool.patient('Ming', {
    sex: 'MALE',
    born_on: '1950-06-15',
    residence_code: '350000',
    vital_status: 'DEAD',
    died_on: '2021-03-10',
    died_precision: 'day',
    cause_of_death_code: 'C34.1',
  });
  const lung = { ...primary, site_group: 'lung', icd10: 'C34.1' };
  await pool.tumour('Ming', {
    ...lung,
    source_id: 'a',
    diagnosed_on: '2020-03-20',
    topography: 'C34.1',
    morphology: '8140/3',
  });
  await pool.tumour('Ming', {
    ...lung,
    source_id: 'b',
    institution_id: there,
    diagnosed_on: '2020-03-10',
  });
  const staged = { axis: 'group', value: 'IIIA', tumour_source_id: 'a' };
  await pool.screening('Ming', { programme: 'colorectum', invited_on: '2019-05-01' });
  await pool.stage('Ming', { ...staged, classification: 'c', assessed_on: '2020-03-21' });
  await pool.stage('Ming', {
    ...staged,
    classification: 'p',
    value: 'IB',
    assessed_on: '2020-04-10',
  });
  await pool.stage('Ming', {
    ...staged,
    classification: 'r',
    value: 'IV',
    assessed_on: '2020-01-01',
  });
  const chemotherapy = {
    kind: 'SYSTEMIC',
    status: 'completed',
    started_on: '2020-05-01',
    started_precision: 'day',
    line: 1,
    intent_code: '373808002',
  };
  for (const drug of ['carboplatin', 'paclitaxel'])
    await pool.treatment('Ming', { ...chemotherapy, drug });
  // The same, told by the other hospital too; and one that was not given.
  await pool.treatment('Ming', { ...chemotherapy, drug: 'carboplatin', institution_id: there });
  await pool.treatment('Ming', { kind: 'SURGERY', status: 'not-done', code: '32.4' });
  await pool.biomarker('Ming', {
    system: 'http://loinc.org',
    code: '21665-5',
    display: 'whatever',
    finding: 'positive',
    tested_on: '2020-03-15',
  });
  await pool.biomarker('Ming', { display: '王明的检测', finding: 'negative' });
  const sequenced = { tested_on: '2020-03-15', tested_precision: 'day' };
  await pool.genomicTest('Ming', { ...sequenced, genes: ['EGFR', 'KRAS', 'ALK'] });
  await pool.variant('Ming', {
    ...sequenced,
    ...{ code: 'HGNC:3236', display: 'EGFR', variant_kind: 'substitution', presence: 'present' },
    ...{ protein: 'NP_005219.2:p.(Leu858Arg)', allele_fraction: 0.1234, origin: 'somatic' },
  });
  // T790M alone was searched for; of the fusion both genes are told.
  await pool.variant('Ming', { display: 'EGFR', presence: 'absent', protein: 'p.Thr790Met' });
  await pool.variant('Ming', {
    ...{ display: 'EML4', partner_display: 'ALK', presence: 'present', variant_kind: 'fusion' },
    tumour_source_id: 'a',
  });
  await pool.biomarker('Ming', { display: 'ROS1', finding: 'negative' });
  await pool.biomarker('Ming', { display: 'BRAF', finding: 'positive' });
  await pool.diseaseStatus('Ming', { trend: 'RECURRED', assessed_on: '2020-12-01' });
  const marker = { category: 'tumour-marker', code: '2039-6', normal_unit: 'ng/mL' };
  await pool.observation('Ming', { ...marker, at: '2020-03-09T17:00:00Z', normal_value: 40 });
  await pool.observation('Ming', { ...marker, at: '2020-06-01T01:00:00Z', normal_value: 4 });
  await pool.observation('Ming', {
    ...{ code: '2039-6', category: 'chemistry', normal_unit: 'ng/mL', normal_value: 5 },
    at: '2020-05-31T22:00:00Z',
  });
  await pool.observation('Ming', { ...marker, at: '2020-12-01T01:00:00Z', normal_value: 60 });

  // Fang: breast in 2015 (known to the month), thyroid in 2018; alive.
  await pool.patient('Fang', { born_on: '1920-01-01', last_contact_on: '2019-03-15' });
  await pool.tumour('Fang', {
    ...primary,
    site_group: 'breast',
    icd10: 'C50.9',
    diagnosed_on: '2015-03-01',
    diagnosed_precision: 'month',
  });
  await pool.tumour('Fang', {
    ...primary,
    site_group: 'thyroid',
    icd10: 'C73',
    diagnosed_on: '2018-03-15',
  });
  // Of which of the two, nobody said: it is neither's.
  await pool.stage('Fang', { axis: 'group', value: 'II' });

  // Lan: diagnosed after her death, an error somewhere.
  await pool.patient('Lan', {
    born_on: '1960-01-01',
    vital_status: 'DEAD',
    died_on: '2010-01-01',
    died_precision: 'day',
  });
  await pool.tumour('Lan', {
    ...primary,
    site_group: 'liver',
    icd10: 'C22.0',
    diagnosed_on: '2012-01-01',
  });

  await costs(pool);

  // Jun: a metastasis alone is no case.
  await pool.patient('Jun', { born_on: '1960-01-01' });
  await pool.tumour('Jun', { kind: 'SECONDARY', site_group: 'liver', diagnosed_on: '2012-01-01' });
  await pool.summarise();
};
