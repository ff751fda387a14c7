import { promisify } from 'node:util';
import { createGzip, gunzip } from 'node:zlib';
import {
  type Database,
  type IdentityCipher,
  type Principal,
  type Session,
  sqlStatement,
} from '@nodp/database';
import { sql } from 'drizzle-orm';

const p = sql.placeholder;
const expand = promisify(gunzip);

interface SeriesRow {
  readonly seriesUid: string;
  readonly version: number;
  readonly metadata: Uint8Array | null;
}

const ofSeries = sqlStatement<SeriesRow>(sql`
  select series_uid, version,
    case when metadata_version = version and metadata_base = ${p('base')}::text then metadata end as metadata
  from imaging.dicom_series
  where institution_id = ${p('institution')}::uuid and study_uid = ${p('study')}::text and series_uid = ${p('series')}::text`);

const serieses = sqlStatement<{ readonly seriesUid: string }>(sql`
  select series_uid from imaging.dicom_series
  where institution_id = ${p('institution')}::uuid and study_uid = ${p('study')}::text order by number nulls last, series_uid`);

const ofInstances = sqlStatement<{
  readonly sopUid: string;
  readonly number: number;
  readonly metadata: Uint8Array;
}>(sql`
  select sop_uid, coalesce(number, 2147483647) as number, metadata from imaging.dicom_instance
  where institution_id = ${p('institution')}::uuid and study_uid = ${p('study')}::text and series_uid = ${p('series')}::text
    and (${p('instance')}::text is null or sop_uid = ${p('instance')}::text)
    and (coalesce(number, 2147483647), sop_uid) > (${p('after')}::int, ${p('afterSop')}::text)
  order by 2, 1 limit 100`);

const keep = sqlStatement<never>(sql`
  update imaging.dicom_series set metadata = decode(${p('metadata')}::text, 'base64'), metadata_version = ${p('version')}::int,
    metadata_base = ${p('base')}::text
  where institution_id = ${p('institution')}::uuid and study_uid = ${p('study')}::text and series_uid = ${p('series')}::text
    and version = ${p('version')}::int`);

export interface OfSeries {
  readonly institution: string;
  readonly study: string;
  readonly series: string;
}

/** Who keeps what is worked out for an institution, whoever asked for it. */
const keeper = (institutionId: string): Principal => ({
  accountId: 'platform',
  name: { en: 'Platform', zh: '平台' },
  role: 'SYSTEM',
  institutionId,
});

export const metadataOf = (
  { database, cipher }: { readonly database: Database; readonly cipher: IdentityCipher },
  base: string,
) => {
  const addressed = (json: string): string =>
    json.replaceAll('"BulkDataURI":"/dicom-web/', `"BulkDataURI":"${base}/dicom-web/`);

  /** Metadata of a series' instances, or of one, as they were made when they came. */
  async function* instances(
    session: Session,
    of: OfSeries,
    instance: string | null,
  ): AsyncGenerator<string> {
    let [after, afterSop] = [-(2 ** 31), ''];
    for (;;) {
      const rows: { sopUid: string; number: number; metadata: Uint8Array }[] = await session.run(
        ofInstances,
        { ...of, instance, after, afterSop },
      );
      for (const row of rows)
        yield addressed((await expand(cipher.open(row.metadata))).toString('utf8'));
      const last = rows.at(-1);
      if (last === undefined || rows.length < 100) return;
      [after, afterSop] = [last.number, last.sopUid];
    }
  }

  /** The metadata of a whole series as gzip: made at the first question and kept until an instance comes. */
  const series = async (session: Session, of: OfSeries): Promise<Buffer | null> => {
    const [row] = await session.run(ofSeries, { ...of, base });
    if (row === undefined) return null;
    if (row.metadata !== null) return cipher.open(row.metadata);
    const packing = createGzip({ level: 6 });
    const parts: Buffer[] = [];
    packing.on('data', (part: Buffer) => parts.push(part));
    const packed = new Promise<void>((done, failed) => {
      packing.on('end', done);
      packing.on('error', failed);
    });
    let first = true;
    for await (const json of instances(session, of, null)) {
      const more = packing.write(`${first ? '[' : ','}${json}`);
      first = false;
      if (!more) await new Promise((next) => packing.once('drain', next));
    }
    packing.end(first ? '[]' : ']');
    await packed;
    const whole = Buffer.concat(parts);
    await database.session(keeper(of.institution), (own) =>
      own.run(keep, {
        ...{ ...of, base, version: row.version },
        metadata: Buffer.from(cipher.seal(whole)).toString('base64'),
      }),
    );
    return whole;
  };

  return {
    series,
    /** The metadata of one instance, as text. */
    instance: async (session: Session, of: OfSeries, sop: string): Promise<string | null> => {
      for await (const json of instances(session, of, sop)) return `[${json}]`;
      return null;
    },
    /** The metadata of a whole study as it is put together, series by series: one JSON array in parts. */
    study: async function* (
      session: Session,
      of: Omit<OfSeries, 'series'>,
    ): AsyncGenerator<Buffer | string> {
      yield '[';
      let first = true;
      for (const { seriesUid } of await session.run(serieses, { ...of })) {
        const packed = await series(session, { ...of, series: seriesUid });
        if (packed === null) continue;
        const array = await expand(packed);
        if (array.length <= 2) continue;
        if (!first) yield ',';
        first = false;
        yield array.subarray(1, array.length - 1);
      }
      yield ']';
    },
  };
};
