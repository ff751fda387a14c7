import { gunzipSync } from 'node:zlib';
import { type IdentityCipher, nameWords, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import type { JsonDataSet, JsonElement } from '../json/dicom-json.ts';
import { answers } from '../query/match.ts';
import { askedOf, type DicomQuestion, type Level, QuestionRefused } from '../query/question.ts';
import { shown } from '../query/shown.ts';

const p = sql.placeholder;

/** Rows that are examined together, and those after which a question has to be narrower. */
const BATCH = 400;
const MOST_EXAMINED = 40_000;

interface FoundRow {
  readonly institutionId: string;
  readonly patientId: string | null;
  readonly studyUid: string;
  readonly studyDay: string;
  readonly study: Uint8Array;
  readonly modalities: readonly string[];
  readonly seriesCount: number;
  readonly studyInstances: number;
  readonly seriesUid: string;
  readonly series: Uint8Array | null;
  readonly seriesInstances: number | null;
  readonly sopUid: string;
  readonly instance: Uint8Array | null;
  readonly transferSyntax: string | null;
}

const narrowed = sql`
  (${p('studies')}::text[] is null or s.study_uid = any(${p('studies')}::text[]))
  and (${p('number')}::text is null or s.patient_hash = ${p('number')}::text)
  and (${p('names')}::text[] is null or s.name_hashes @> ${p('names')}::text[])
  and (${p('from')}::text is null or s.study_day >= ${p('from')}::text)
  and (${p('to')}::text is null or s.study_day <= ${p('to')}::text)
  and (${p('modality')}::text is null or s.modalities @> array[${p('modality')}::text])`;

const study = sql`s.institution_id, s.patient_id, s.study_uid, s.study_day, s.attributes as study, s.modalities, s.series_count,
  s.instance_count as study_instances`;
const studies = sqlStatement<FoundRow>(sql`
  select ${study}, '' as series_uid, null::bytea as series, null::int as series_instances, '' as sop_uid,
    null::bytea as instance, null::text as transfer_syntax
  from imaging.dicom_study s where ${narrowed}
    and (${p('day')}::text is null or (s.study_day, s.study_uid, s.institution_id)
      < (${p('day')}::text, ${p('study')}::text, ${p('institution')}::uuid))
  order by s.study_day desc, s.study_uid desc, s.institution_id desc limit ${p('limit')}::int`);

const series = sqlStatement<FoundRow>(sql`
  select ${study}, r.series_uid, r.attributes as series, r.instance_count as series_instances, '' as sop_uid,
    null::bytea as instance, null::text as transfer_syntax
  from imaging.dicom_study s join imaging.dicom_series r using (institution_id, study_uid)
  where ${narrowed} and (${p('serieses')}::text[] is null or r.series_uid = any(${p('serieses')}::text[]))
    and (${p('day')}::text is null or (s.study_day, s.study_uid, s.institution_id, r.series_uid)
      < (${p('day')}::text, ${p('study')}::text, ${p('institution')}::uuid, ${p('series')}::text))
  order by s.study_day desc, s.study_uid desc, s.institution_id desc, r.series_uid desc limit ${p('limit')}::int`);

const instances = sqlStatement<FoundRow>(sql`
  select ${study}, r.series_uid, r.attributes as series, r.instance_count as series_instances, i.sop_uid, i.metadata as instance,
    i.transfer_syntax
  from imaging.dicom_study s join imaging.dicom_series r using (institution_id, study_uid)
  join imaging.dicom_instance i using (institution_id, study_uid, series_uid)
  where ${narrowed} and (${p('serieses')}::text[] is null or r.series_uid = any(${p('serieses')}::text[]))
    and (${p('sops')}::text[] is null or i.sop_uid = any(${p('sops')}::text[]))
    and (${p('day')}::text is null or (s.study_day, s.study_uid, s.institution_id, r.series_uid, i.sop_uid)
      < (${p('day')}::text, ${p('study')}::text, ${p('institution')}::uuid, ${p('series')}::text, ${p('sop')}::text))
  order by s.study_day desc, s.study_uid desc, s.institution_id desc, r.series_uid desc, i.sop_uid desc
  limit ${p('limit')}::int`);

const STATEMENTS = { study: studies, series, instance: instances } as const;

/** UIDs that the address or the question names; null for any. */
const uidsAsked = (fromAddress: string | null, question: DicomQuestion, tag: string) => {
  const asked = askedOf(question, tag);
  const own = asked === '' || asked === '*' ? null : asked.split(/[\\,]/).map((uid) => uid.trim());
  if (fromAddress === null) return own;
  return own === null || own.includes(fromAddress) ? [fromAddress] : [];
};

/** Words of a pattern whose beginnings are stored as hashes: those before the first wild card of each component. */
const hashesOf = (cipher: IdentityCipher, pattern: string): string[] | null => {
  const words = pattern
    .split(/[\^=\s]+/)
    .flatMap((part) => nameWords(part.split(/[*?]/)[0] ?? ''))
    .filter((word) => [...word].length > 1 || /\p{Script=Han}/u.test(word));
  return words.length === 0 ? null : words.flatMap((word) => cipher.nameSearchHashes(word));
};

const dayRange = (asked: string): readonly [string | null, string | null] => {
  const said = asked.replace(/[.\s]/g, '');
  const [, from = '', to = ''] = /^(\d{8})?-(\d{8})?$/.exec(said) ?? [];
  if (from !== '' || to !== '') return [from || null, to || null];
  return /^\d{8}$/.test(said) ? [said, said] : [null, null];
};

const narrowing = (cipher: IdentityCipher, question: DicomQuestion) => {
  const number = askedOf(question, '00100020');
  const [from, to] = dayRange(askedOf(question, '00080020'));
  const modality = askedOf(question, '00080061');
  return {
    number: number === '' || /[*?]/.test(number) ? null : cipher.numberHash(number),
    names: hashesOf(cipher, askedOf(question, '00100010')),
    ...{ from, to },
    modality: /^[A-Z]{2,16}$/.test(modality) ? modality : null,
  };
};

const one = (vr: string, value: string | number): JsonElement => ({ vr, Value: [value] });

const dataSetOf = (
  level: Level,
  row: FoundRow,
  cipher: IdentityCipher,
  base: string,
): JsonDataSet => {
  const opened = (sealed: Uint8Array): JsonDataSet =>
    JSON.parse(cipher.open(sealed).toString('utf8')) as JsonDataSet;
  const address = `${base}/dicom-web/studies/${row.studyUid}`;
  const ofStudy: JsonDataSet = {
    ...opened(row.study),
    '00080056': one('CS', 'ONLINE'),
    '00080061': { vr: 'CS', Value: [...row.modalities] },
    '00201206': one('IS', row.seriesCount),
    '00201208': one('IS', row.studyInstances),
    '00081190': one('UR', address),
  };
  if (level === 'study' || row.series === null) return ofStudy;
  const ofSeries: JsonDataSet = {
    ...ofStudy,
    ...opened(row.series),
    '00201209': one('IS', row.seriesInstances ?? 0),
    '00081190': one('UR', `${address}/series/${row.seriesUid}`),
  };
  if (level === 'series' || row.instance === null) return ofSeries;
  const all = JSON.parse(gunzipSync(cipher.open(row.instance)).toString('utf8')) as JsonDataSet;
  return {
    ...ofSeries,
    ...all,
    '00083002': one('UI', row.transferSyntax ?? ''),
    '00081190': one('UR', `${address}/series/${row.seriesUid}/instances/${row.sopUid}`),
  };
};

/** Bulk data are named by addresses of the platform wherever they are shown. */
const withBase = (set: JsonDataSet, base: string): JsonDataSet =>
  JSON.parse(
    JSON.stringify(set).replaceAll(
      '"BulkDataURI":"/dicom-web/',
      `"BulkDataURI":"${base}/dicom-web/`,
    ),
  ) as JsonDataSet;

export interface Scope {
  readonly level: Level;
  readonly study: string | null;
  readonly series: string | null;
}

export interface Found {
  readonly answers: readonly JsonDataSet[];
  /** Patients that are shown, for the access audit. */
  readonly patients: readonly string[];
  /** Whether there may be more after these. */
  readonly more: boolean;
}

/**
 * Searches studies, series or instances that the session sees, latest study first. The database narrows by what it keeps in clear or as
 * hashes; whether a row answers is decided by the attributes themselves.
 * @param base the platform's address
 * @throws QuestionRefused where too many rows would have to be examined
 */
export const findDicom = async (
  session: Session,
  cipher: IdentityCipher,
  { level, study: ofStudy, series: ofSeries }: Scope,
  question: DicomQuestion,
  base: string,
): Promise<Found> => {
  const fixed = {
    ...narrowing(cipher, question),
    studies: uidsAsked(ofStudy, question, '0020000D'),
    serieses: uidsAsked(ofSeries, question, '0020000E'),
    sops: uidsAsked(null, question, '00080018'),
    limit: BATCH,
  };
  // Below the root only the levels that are asked for are shown beside the keys of those above.
  const levels: readonly Level[] =
    level === 'study' || ofStudy !== null
      ? [level]
      : level === 'series'
        ? ['study', 'series']
        : ['study', 'series', 'instance'];
  const found: JsonDataSet[] = [];
  const patients = new Set<string>();
  const seen = new Set<string>();
  let last: FoundRow | undefined;
  let [skipped, examined] = [0, 0];
  while (question.limit > 0) {
    const rows: FoundRow[] = await session.run(STATEMENTS[level], {
      ...fixed,
      ...{ day: last?.studyDay ?? null, study: last?.studyUid ?? null },
      ...{ institution: last?.institutionId ?? null, series: last?.seriesUid ?? null },
      sop: last?.sopUid ?? null,
    });
    for (const row of rows) {
      const key = `${row.studyUid} ${row.seriesUid} ${row.sopUid}`;
      if (seen.has(key)) continue;
      const set = dataSetOf(level, row, cipher, base);
      if (!answers(question, set)) continue;
      seen.add(key);
      if (skipped < question.offset) {
        skipped++;
        continue;
      }
      if (found.length === question.limit)
        return { answers: found, patients: [...patients], more: true };
      found.push(withBase(shown(levels, question, set), base));
      if (row.patientId !== null) patients.add(row.patientId);
    }
    examined += rows.length;
    last = rows.at(-1);
    if (rows.length < BATCH) break;
    if (examined >= MOST_EXAMINED)
      throw new QuestionRefused(
        'Too many studies would have to be looked at: name a day, a patient or a study.',
      );
  }
  return { answers: found, patients: [...patients], more: false };
};
