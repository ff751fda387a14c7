import { hash } from 'node:crypto';
import type { Database, IdentityCipher, PersonIdentity, Principal } from '@nodp/database';
import { type ObjectStore, type Received, takeInstances } from '@nodp/subgraph-imaging/dicom';
import postgres from 'postgres';
import { type Drawn, type Organ, SLICES } from './draw-stack.ts';
import { type StackOf, stackFiles } from './write-stack.ts';

const PATIENTS = 4;
const STUDIES = 3;
const TOGETHER = 20;
const MOST_BYTES = 2 ** 20;

/** SNOMED CT. */
const ORGANS: Readonly<Record<string, Organ>> = {
  '39607008': 'LUNG',
  '10200004': 'LIVER',
  '59441001': 'NODE',
  '113345001': 'ABDOMEN',
  '15425007': 'ABDOMEN',
  '23451007': 'ABDOMEN',
  '51185008': 'LUNG',
};
/** What was seen and is too small to be measured is drawn so, in mm. */
const TOO_SMALL = 4;

interface Lesion {
  readonly name: string;
  readonly organ: string;
  readonly state: string;
  readonly tenths: number | null;
}

interface Visit {
  readonly patientId: string;
  readonly day: string;
  readonly lesions: readonly Lesion[];
  readonly studyUid: string | null;
  readonly seriesUid: string | null;
  readonly startedAt: string | null;
  readonly description: string | null;
  readonly ciphertext: Uint8Array;
  readonly bornOn: string | null;
  readonly sex: string;
}

/** The first examinations of some patients whose measured lesions all lie where they are drawn. */
const visitsOf = (sql: postgres.Sql, institution: string) => sql<Visit[]>`
  with target as (
    select l.patient_id, l.measured_on, l.lesion, l.organ_code, l.state, l.tenths, l.study_uid, l.series_uid from imaging.lesion l
    where l.institution_id = ${institution} and l.role = 'TARGET' and l.modality = 'CT' and l.measured_precision = 'day'
  ), chosen as (
    select t.patient_id from target t
    group by t.patient_id
    having bool_and(t.organ_code = any(${Object.keys(ORGANS)}::text[])) and count(distinct t.measured_on) >= 2
      and max(t.tenths) < 650
    order by bool_or(t.organ_code = '39607008') desc, count(distinct t.lesion) desc, t.patient_id limit ${PATIENTS}
  ), visit as (
    select t.patient_id, t.measured_on as day,
      jsonb_agg(jsonb_build_object('name', t.lesion, 'organ', t.organ_code, 'state', t.state, 'tenths', t.tenths)
        order by t.lesion) as lesions,
      max(t.study_uid) as study_uid, max(t.series_uid) as series_uid,
      row_number() over (partition by t.patient_id order by t.measured_on) as number
    from target t join chosen using (patient_id) group by t.patient_id, t.measured_on
  )
  select v.patient_id as "patientId", v.day::text as day, v.lesions, v.study_uid as "studyUid", v.series_uid as "seriesUid",
    s.started_at::text as "startedAt", s.description, i.ciphertext, d.born_on::text as "bornOn", p.sex
  from visit v
  join patients.patient p on p.patient_id = v.patient_id
  join patients.identity i on i.patient_id = v.patient_id and i.institution_id = ${institution}
  left join patients.demographics d on d.patient_id = v.patient_id and d.institution_id = ${institution} and d.born_precision = 'day'
  left join imaging.study s on s.patient_id = v.patient_id and s.institution_id = ${institution}
    and s.study_instance_uid = v.study_uid
  where v.number <= ${STUDIES} order by v.patient_id, v.day`;

/** A UID by what it is of, the same whenever it is made (PS3.5 annex B.2). */
const uidOf = (of: string): string => `2.25.${BigInt(`0x${hash('sha256', of).slice(0, 30)}`)}`;

/** Each lesion in a place of its organ; the same lesion in the same place at every visit. */
const drawnOf = (lesions: readonly Lesion[], all: readonly string[]): Drawn[] =>
  lesions.flatMap(({ name, organ, state, tenths }) => {
    const of = ORGANS[organ];
    if (of === undefined || state === 'ABSENT') return [];
    const place = all.filter((one) => one.startsWith(`${organ} `)).indexOf(`${organ} ${name}`);
    const millimetres = tenths === null ? TOO_SMALL : tenths / 10;
    return [{ organ: of, place: Math.max(0, place), millimetres }];
  });

const instantIn = (at: string): readonly [day: string, time: string] => {
  const china = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return [china.slice(0, 10).replaceAll('-', ''), china.slice(11, 19).replaceAll(':', '')];
};

const SEX: Readonly<Record<string, StackOf['sex']>> = { FEMALE: 'F', MALE: 'M' };

const stacksOf = (visits: readonly Visit[], cipher: IdentityCipher): StackOf[] => {
  const named = new Map<string, string[]>();
  for (const { patientId, lesions } of visits)
    for (const { organ, name } of lesions) {
      const all = named.get(patientId) ?? [];
      if (!all.includes(`${organ} ${name}`)) all.push(`${organ} ${name}`);
      named.set(patientId, all.sort());
    }
  return visits.map((visit) => {
    const person = JSON.parse(cipher.open(visit.ciphertext).toString('utf8')) as PersonIdentity;
    const study = visit.studyUid ?? uidOf(`${visit.patientId} ${visit.day}`);
    const [day, time] = instantIn(visit.startedAt ?? `${visit.day}T09:30:00+08:00`);
    return {
      ...{ study, series: visit.seriesUid ?? `${study}.1`, day, time },
      description: visit.description ?? '胸腹部CT增强',
      patientNumber: person.medicalRecordNumbers[0] ?? '',
      // The name stands in the ideographic group, as Chinese machines write it.
      patientName: `=${person.name}`,
      bornOn: visit.bornOn?.replaceAll('-', '') ?? '',
      sex: SEX[visit.sex] ?? 'O',
      lesions: drawnOf(visit.lesions, named.get(visit.patientId) ?? []),
    };
  });
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export interface FillServices {
  readonly ownerUrl: string;
  readonly database: Database;
  readonly cipher: IdentityCipher;
  readonly objects: ObjectStore;
  /** Ends between two groups of sections: the next start goes on. */
  readonly signal: AbortSignal;
}

/**
 * Images for the demonstration: CT of some patients of its first national centre, drawn with the lesions at the sizes that their
 * records say, and taken in by the endpoint that hospitals use. Once; what a stop left out is sent at the next start.
 * @returns how many studies were sent
 */
const fillImages = async (services: FillServices): Promise<number> => {
  const { objects, signal } = services;
  const sql = postgres(services.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [institution] = await sql<{ id: string }[]>`
      select i.id from basic.institution i where i.tier = 'NATIONAL' order by i.code limit 1`;
    if (institution === undefined) return 0;
    const whole = await sql<{ studyUid: string }[]>`
      select study_uid as "studyUid" from imaging.dicom_study where institution_id = ${institution.id} and instance_count >= ${SLICES}`;
    const there = new Set(whole.map(({ studyUid }) => studyUid));
    const visits = await visitsOf(sql, institution.id);
    const waiting = stacksOf(visits, services.cipher).filter(({ study }) => !there.has(study));
    const principal: Principal = {
      ...{ accountId: 'hospital-system', role: 'SYSTEM', institutionId: institution.id },
      name: { en: 'Hospital system account', zh: '医院系统账号' },
    };
    const sender = {
      principal,
      origin: { requestId: 'demonstration' },
      undeclared: null,
      study: null,
    };
    for (const stack of waiting) {
      let group: Received[] = [];
      for (const file of stackFiles(stack)) {
        group.push(await objects.receive(once(file), MOST_BYTES));
        if (group.length < TOGETHER) continue;
        if (!signal.aborted) await takeInstances(services, sender, group);
        for (const one of group) await one.drop();
        if (signal.aborted) return waiting.indexOf(stack);
        group = [];
      }
    }
    return waiting.length;
  } finally {
    await sql.end();
  }
};

/** Fills images beside everything else, so that who opens the platform waits for no picture. */
export const fillImagesBeside = ({
  onError,
  ...services
}: Omit<FillServices, 'signal'> & { readonly onError: (error: Error) => void }) => {
  const stopped = new AbortController();
  const filling = fillImages({ ...services, signal: stopped.signal }).catch(onError);
  return {
    stop: async (): Promise<void> => {
      stopped.abort();
      await filling;
    },
  };
};
