import { hash, randomBytes } from 'node:crypto';
import { forSystem, hasScope, originOf, type Principal, type Session } from '@nodp/database';
import { decodePair, encodeId } from '@nodp/graph';
import {
  holderOf,
  type InstanceRow,
  imageOf,
  instancesOf,
  type JsonDataSet,
  metadataOf,
  NotDrawn,
  numberOf,
  readPart10,
  takeInstances,
  textOf,
} from '@nodp/subgraph-imaging/dicom';
import {
  addMeasurement,
  isTreated,
  latestOf,
  type MeasurementRow,
  measured,
  measurementReport,
  measurementsOf,
  type Pixels,
  POINTS,
  type Point,
  planeOf,
  regionOf,
} from '@nodp/subgraph-imaging/measurements';
import { GraphQLError } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import { json, refuse } from '../endpoints/json.ts';
import { readJson } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { notThere } from './forms.ts';
import { Drawn, refusals, uid, Withdrawn } from './measurement-request.ts';
import { type DicomServices, polling } from './services.ts';

const OPERATION = '/dicom-web/measurements';
/** A UID made of chance (PS3.5 annex B.2). */
const newUid = (): string => `2.25.${BigInt(`0x${randomBytes(16).toString('hex')}`)}`;
/** Reports of a study are one series, whoever measured. */
const seriesOf = ({ institutionId, studyUid }: InstanceRow): string =>
  `2.25.${BigInt(`0x${hash('sha256', `measurements ${institutionId} ${studyUid}`).slice(0, 32)}`)}`;

/** A measurement as it is answered. */
const shown = (row: MeasurementRow) => ({
  ...{ id: row.measurementId, study: row.studyUid, series: row.seriesUid, instance: row.sopUid },
  ...{ frame: row.frame, kind: row.kind, calibration: row.calibration, centre: row.centre },
  points: pairs(row.points),
  ...{ longMm: row.longMm, shortMm: row.shortMm, areaMm2: row.areaMm2 },
  ...{ mean: row.mean, deviation: row.deviation, lesion: row.lesion },
  lesionId: row.lesionId === null ? null : encodeId('Lesion', row.patientId, row.lesionId),
  ...{ report: row.reportUid, by: row.enteredBy, at: row.enteredAt },
});

const pairs = (flat: readonly number[]): Point[] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0]);

/** The lesion's own key; null where it names none. */
const lesionOf = (encoded: string): { readonly patientId: string; readonly id: string } | null => {
  try {
    return decodePair('Lesion', encoded);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
};

/** Measurements on images: GET lists those of a study's patient, POST adds one with its structured report, or withdraws one. */
export const measuring = (services: DicomServices) => {
  const { objects, drawer, url } = services;
  const metadata = metadataOf(services, url);

  const list = (caller: Caller, principal: Principal, study: string): Promise<Response> =>
    polling(services, principal, caller, `GET ${OPERATION}`, async (session) => {
      const holder = await holderOf(session, study);
      if (holder === null) return notThere();
      if (holder.patientId === null) return json(200, { measurements: [] });
      await session.audit('read', [holder.patientId], { measurements: true });
      const rows = await measurementsOf(session, holder.patientId);
      return json(200, { measurements: rows.map(shown) });
    });

  const pixelsOf = async (row: InstanceRow, frame: number, set: JsonDataSet): Promise<Pixels> => {
    const object = objects.open(row.sha256);
    try {
      const { rows, columns, bitsAllocated, signed } = imageOf(readPart10(object));
      const task = { decoded: frame };
      const bytes = await drawer.draw({ sha256: row.sha256, frames: row.frames, task });
      const whole = Uint8Array.from(bytes).buffer;
      const values =
        bitsAllocated === 16
          ? new (signed ? Int16Array : Uint16Array)(whole)
          : new (signed ? Int8Array : Uint8Array)(whole);
      const slope = numberOf(set, '00281053') ?? 1;
      return { values, rows, columns, slope, intercept: numberOf(set, '00281052') ?? 0 };
    } finally {
      object.close();
    }
  };

  /** Of regions on images of one sample a pixel of up to 16 bits; null for what has no such values. */
  const statistics = async (drawn: Drawn, row: InstanceRow, set: JsonDataSet) => {
    const isPlain =
      (numberOf(set, '00280002') ?? 1) === 1 && (numberOf(set, '00280100') ?? 16) <= 16;
    if (drawn.kind !== 'ELLIPSE' || !isPlain || textOf(set, '00080060') !== 'CT') return null;
    return regionOf(await pixelsOf(row, drawn.frame, set), drawn.points);
  };

  const instanceOf = async (session: Session, { study, series, instance }: Drawn) => {
    const holder = await holderOf(session, study);
    if (holder === null) return null;
    const [row] = await instancesOf(session, holder, { study, series, instance }, 1);
    if (row === undefined) return null;
    const of = { institution: holder.institutionId, study, series };
    const text = await metadata.instance(session, of, instance);
    const [set] = text === null ? [] : (JSON.parse(text) as JsonDataSet[]);
    return set === undefined ? null : { row, set };
  };

  /** The report is put beside its image, where the hospital that holds the study has it. */
  const keepReport = async (
    bytes: Buffer,
    caller: Caller,
    principal: Principal,
    { institutionId, studyUid }: InstanceRow,
  ): Promise<void> => {
    const received = await objects.receive(
      (async function* () {
        yield bytes;
      })(),
      services.mostBytes,
    );
    try {
      const sender = { ...forSystem(principal), institutionId };
      const of = { principal: sender, origin: caller, undeclared: null, study: studyUid };
      const [taken] = await takeInstances(services, of, [received]);
      if (taken?.outcome === 'set-aside')
        throw new Error(`The report of a measurement was not taken: ${taken.reason}`);
    } finally {
      await received.drop();
    }
  };

  const add = async (
    caller: Caller,
    principal: Principal,
    drawn: Drawn,
    lesion: ReturnType<typeof lesionOf>,
  ): Promise<Response> => {
    const found = await polling(
      services,
      principal,
      caller,
      `POST ${OPERATION}`,
      async (session) => {
        const instance = await instanceOf(session, drawn);
        const patient = instance?.row.patientId ?? null;
        return { instance, treated: patient !== null && (await isTreated(session, patient)) };
      },
    );
    if (found.instance === null) return notThere();
    const { row, set } = found.instance;
    const { patientId } = row;
    if (patientId === null) return refusals.waiting();
    if (!found.treated) return refusals.care();
    if (lesion !== null && lesion.patientId !== patientId) return refusals.body();
    const plane = planeOf(set, drawn.frame);
    const onImage = ([column, line]: Point) =>
      column >= 0 && column <= plane.columns && line >= 0 && line <= plane.rows;
    if (drawn.frame > row.frames || !drawn.points.every(onImage)) return refusals.points();
    if (drawn.lesion !== null && plane.calibration !== 'PATIENT') return refusals.uncalibrated();
    const sizes = measured(drawn.kind, plane, drawn.points);
    const pixels = await statistics(drawn, row, set);
    const uids = { report: newUid(), series: seriesOf(row), tracking: newUid() };
    const { kind, points, frame, organ } = drawn;
    await keepReport(
      measurementReport(set, {
        ...{ kind, plane, points, sizes, pixels, frame, organ, uids },
        lesion: drawn.lesion,
        ...{ observer: principal.name.zh || principal.name.en, at: new Date() },
      }),
      caller,
      principal,
      row,
    );
    const measurementId = uuidv7();
    return services.database.session(
      principal,
      async (session) => {
        await session.audit('change', [patientId], { measurement: measurementId });
        await addMeasurement(session, {
          ...{ patientId, id: uuidv7(), measurementId, change: 'ENTERED' },
          institutionId: principal.institutionId ?? '',
          ...{ studyUid: drawn.study, seriesUid: drawn.series, sopUid: drawn.instance },
          ...{ frame, kind, points: points.flat(), calibration: plane.calibration },
          ...{ longMm: sizes.longMm, shortMm: sizes.shortMm, areaMm2: sizes.areaMm2 },
          ...{ mean: pixels?.mean ?? null, deviation: pixels?.deviation ?? null },
          ...{ centre: sizes.centre && [...sizes.centre], lesion: drawn.lesion },
          lesionId: lesion?.id ?? null,
          ...{ reportUid: uids.report, enteredBy: principal.accountId },
        });
        const kept = await latestOf(session, patientId, measurementId);
        return kept === null ? notThere() : json(201, shown(kept));
      },
      { ...originOf(caller), operation: `POST ${OPERATION}` },
    );
  };

  const withdraw = (
    caller: Caller,
    principal: Principal,
    { study, withdraw: measurementId }: v.InferOutput<typeof Withdrawn>,
  ): Promise<Response> =>
    services.database.session(
      principal,
      async (session) => {
        const patientId = (await holderOf(session, study))?.patientId ?? null;
        const last = patientId === null ? null : await latestOf(session, patientId, measurementId);
        if (patientId === null || last === null || last.institutionId !== principal.institutionId)
          return notThere();
        if (!(await isTreated(session, patientId))) return refusals.care();
        if (last.change === 'ENTERED') {
          await session.audit('change', [patientId], {
            measurement: measurementId,
            withdrawn: true,
          });
          const { enteredAt: _, ...version } = last;
          await addMeasurement(session, {
            ...{ ...version, id: uuidv7(), change: 'WITHDRAWN', enteredBy: principal.accountId },
          });
        }
        return json(200, { id: measurementId, withdrawn: true });
      },
      { ...originOf(caller), operation: `POST ${OPERATION}` },
    );

  return async (request: Request, caller: Caller, principal: Principal): Promise<Response> => {
    if (request.method === 'GET') {
      const study = v.safeParse(uid, new URL(request.url).searchParams.get('study'));
      return study.success
        ? list(caller, principal, study.output)
        : refuse(400, 'study: a Study Instance UID.', 'study：Study Instance UID。');
    }
    if (!hasScope(principal, 'lesion:enter')) return refusals.right();
    if (!request.headers.has('x-nodp-csrf') && !request.headers.has('authorization'))
      return refuse(400, 'The header x-nodp-csrf is missing.', '缺少请求头 x-nodp-csrf。');
    const body = await readJson(request, 8_192);
    const withdrawn = v.safeParse(Withdrawn, body);
    if (withdrawn.success) return withdraw(caller, principal, withdrawn.output);
    const { success, output } = v.safeParse(Drawn, body);
    if (!success || output.points.length !== POINTS[output.kind]) return refusals.body();
    const lesion = output.lesionId === null ? null : lesionOf(output.lesionId);
    if (output.lesionId !== null && lesion === null) return refusals.body();
    try {
      return await add(caller, principal, output, lesion);
    } catch (error) {
      if (!(error instanceof NotDrawn)) throw error;
      return refuse(422, error.message, '该帧无法解码，不能测量。');
    }
  };
};
