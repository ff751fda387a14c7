import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Principal } from '@nodp/database';
import {
  frameOf,
  holderOf,
  type InstanceRow,
  imageOf,
  instancesOf,
  metadataOf,
  type Named,
  NotDrawn,
  readPart10,
} from '@nodp/subgraph-imaging/dicom';
import { encodingFor } from '../endpoints/compression.ts';
import { refuse } from '../endpoints/json.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { acceptedOf, holds } from './accept.ts';
import { mediaOf, notAcceptable, notThere, streamed } from './forms.ts';
import { type DicomServices, type NoteAccess, polling } from './services.ts';

const PIECE = 256 * 1024;
const PAGE = 200;
const EXPLICIT = '1.2.840.10008.1.2.1';

export const retrieval = (services: DicomServices, note: NoteAccess) => {
  const { objects, drawer, url } = services;
  const metadata = metadataOf(services, url);

  async function* bytesOf(sha256: string): AsyncGenerator<Uint8Array> {
    const object = objects.open(sha256);
    try {
      for (let at = 0; at < object.size; at += PIECE)
        yield Uint8Array.from(object.read(at, Math.min(PIECE, object.size - at)));
    } finally {
      object.close();
    }
  }

  /** Every instance that an address names, page after page: a study has any number. */
  async function* rowsOf(
    principal: Principal,
    caller: Caller,
    named: Named,
    first: readonly InstanceRow[],
  ): AsyncGenerator<InstanceRow> {
    let rows = first;
    for (;;) {
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      rows = await polling(services, principal, caller, 'GET /dicom-web', (session) =>
        instancesOf(session, last, named, PAGE, last),
      );
    }
  }

  /** The first instances that an address names, after the look was recorded. */
  const begin = (principal: Principal, caller: Caller, named: Named, once = false) =>
    polling(services, principal, caller, 'GET /dicom-web', async (session) => {
      const holder = await holderOf(session, named.study);
      const rows = holder === null ? [] : await instancesOf(session, holder, named, PAGE);
      if (holder === null || rows.length === 0) return [];
      if (once) await note(session, named.study, holder.patientId);
      else
        await session.audit('read', holder.patientId === null ? [] : [holder.patientId], {
          images: true,
          instances: rows.length,
        });
      return rows;
    });

  return {
    /** Instances as they were received (PS3.18 10.4.1.1.1), one after the other from the disk. */
    instances: async (
      request: Request,
      caller: Caller,
      principal: Principal,
      named: Named,
    ): Promise<Response> => {
      const accepted = acceptedOf(request);
      const usable = accepted.filter(({ type }) => holds(type, 'application/dicom'));
      if (usable.length === 0) return notAcceptable();
      const rows = await begin(principal, caller, named);
      const [first] = rows;
      if (first === undefined) return notThere();
      // Bytes are given as they came: another transfer syntax would be other bytes.
      const takes = ({ transferSyntax }: InstanceRow) =>
        usable.some((one) => ['', '*', transferSyntax].includes(one.transferSyntax));
      if (!rows.some(takes)) return notAcceptable();
      const [best] = usable;
      if (best !== undefined && !best.multipart && named.instance !== null && best.type !== '*/*')
        return streamed(bytesOf(first.sha256), {
          'content-type': 'application/dicom',
          'content-length': String(first.bytes),
        });
      const boundary = randomUUID();
      const parts = async function* () {
        for await (const row of rowsOf(principal, caller, named, rows)) {
          if (!takes(row)) continue;
          yield `--${boundary}\r\nContent-Type: application/dicom; transfer-syntax=${row.transferSyntax}\r\nContent-Length: ${row.bytes}\r\n\r\n`;
          yield* bytesOf(row.sha256);
          yield '\r\n';
        }
        yield `--${boundary}--\r\n`;
      };
      return streamed(parts(), {
        'content-type': `multipart/related; type="application/dicom"; boundary=${boundary}`,
      });
    },

    /** Metadata as they were made when the instances came (PS3.18 10.4.1.1.2): of a series compressed as they are retained. */
    metadata: async (
      request: Request,
      caller: Caller,
      principal: Principal,
      named: Named,
    ): Promise<Response> => {
      const takes = acceptedOf(request).some(
        ({ type }) => holds(type, 'application/dicom+json') || holds(type, 'application/json'),
      );
      if (!takes) return notAcceptable();
      const rows = await begin(principal, caller, named);
      const [first] = rows;
      if (first === undefined) return notThere();
      const gzip =
        encodingFor(request.headers.get('accept-encoding') ?? undefined, ['gzip', 'identity']) ===
        'gzip';
      const headers = { 'content-type': 'application/dicom+json', vary: 'accept-encoding' };
      const of = { institution: first.institutionId, study: named.study };
      if (named.series !== null && named.instance === null && gzip) {
        const packed = await polling(services, principal, caller, 'GET metadata', (session) =>
          metadata.series(session, { ...of, series: first.seriesUid }),
        );
        if (packed === null) return notThere();
        return new Response(Uint8Array.from(packed), {
          headers: { ...headers, 'cache-control': 'no-store', 'content-encoding': 'gzip' },
        });
      }
      const session = services.database.open(principal, {
        requestId: caller.requestId,
        operation: 'GET metadata',
      });
      const parts = async function* () {
        try {
          if (named.instance !== null)
            yield (await metadata.instance(
              session,
              { ...of, series: first.seriesUid },
              first.sopUid,
            )) ?? '[]';
          else if (named.series === null) yield* metadata.study(session, of);
          else {
            const packed = await metadata.series(session, { ...of, series: first.seriesUid });
            const { gunzipSync } = await import('node:zlib');
            yield packed === null ? '[]' : gunzipSync(packed);
          }
        } finally {
          await session.close();
        }
      };
      if (!gzip) return streamed(parts(), { ...headers, 'content-encoding': 'identity' });
      const packing = Readable.from(parts(), { objectMode: false });
      const through = createGzip();
      packing.on('error', (error) => through.destroy(error));
      return streamed(packing.pipe(through), { ...headers, 'content-encoding': 'gzip' });
    },

    /** Frames (PS3.18 10.4.1.1.6): as they lie in the file, or decoded to little endian where that is what is accepted. */
    frames: async (
      request: Request,
      caller: Caller,
      principal: Principal,
      named: Named,
      frames: readonly number[],
    ): Promise<Response> => {
      const [row] = await begin(principal, caller, named, true);
      if (row === undefined) return notThere();
      const object = objects.open(row.sha256);
      try {
        const file = readPart10(object);
        const image = imageOf(file);
        const ranges = frames.map((frame) => frameOf(file, image, frame));
        const encapsulated = file.data.get('7FE00010')?.fragments !== undefined;
        const media = mediaOf(row.transferSyntax);
        const retained = acceptedOf(request).find(
          ({ type, transferSyntax }) =>
            (['*', row.transferSyntax].includes(transferSyntax) &&
              (holds(type, media) || type === 'application/octet-stream')) ||
            (transferSyntax === '' && encapsulated && type === media),
        );
        const plain = acceptedOf(request).some(
          ({ type, transferSyntax }) =>
            ['', EXPLICIT].includes(transferSyntax) && holds(type, 'application/octet-stream'),
        );
        if (retained === undefined && !plain) return notAcceptable();
        const asStored = retained !== undefined || (!encapsulated && file.encoding.littleEndian);
        const type = asStored && encapsulated ? media : 'application/octet-stream';
        const syntax = asStored ? row.transferSyntax : EXPLICIT;
        const bodies: Uint8Array[] = [];
        for (const [i, frame] of frames.entries()) {
          const range = ranges[i];
          if (asStored && range !== undefined && range.bit === 0)
            bodies.push(
              Buffer.concat(range.ranges.map(({ at, length }) => file.bytes.read(at, length))),
            );
          else
            bodies.push(
              await drawer.draw({
                sha256: row.sha256,
                frames: row.frames,
                task: { decoded: frame },
              }),
            );
        }
        const boundary = randomUUID();
        const parts = async function* () {
          for (const [i, body] of bodies.entries()) {
            yield `--${boundary}\r\nContent-Type: ${type}; transfer-syntax=${syntax}\r\nContent-Location: ${url}/dicom-web/studies/${row.studyUid}/series/${row.seriesUid}/instances/${row.sopUid}/frames/${frames[i]}\r\nContent-Length: ${body.length}\r\n\r\n`;
            yield body;
            yield '\r\n';
          }
          yield `--${boundary}--\r\n`;
        };
        return streamed(parts(), {
          'content-type': `multipart/related; type="${type}"; boundary=${boundary}`,
        });
      } catch (error) {
        if (!(error instanceof NotDrawn)) throw error;
        return refuse(404, error.message, '没有该帧，或无法解码。');
      } finally {
        object.close();
      }
    },

    /** A value that the metadata only name (PS3.18 10.4.1.1.5), by its path. */
    bulkdata: async (
      caller: Caller,
      principal: Principal,
      named: Named,
      path: string,
    ): Promise<Response> => {
      const [row] = await begin(principal, caller, named, true);
      if (row === undefined) return notThere();
      const object = objects.open(row.sha256);
      let retained = true;
      try {
        const file = readPart10(object);
        let set: typeof file.data | undefined = file.data;
        let element = undefined as ReturnType<typeof file.data.get>;
        for (const step of path.split('.').slice(0, 64)) {
          if (/^\d{1,6}$/.test(step)) set = element?.items?.[Number(step)];
          else element = set?.get(step.toUpperCase());
        }
        if (element === undefined || element.items !== undefined) return notThere();
        const ranges = element.fragments?.slice(1) ?? [element.range];
        const boundary = randomUUID();
        const { bytes } = file;
        const parts = async function* () {
          try {
            yield `--${boundary}\r\nContent-Type: application/octet-stream\r\n\r\n`;
            for (const { at, length } of ranges)
              for (let from = 0; from < length; from += PIECE)
                yield Uint8Array.from(bytes.read(at + from, Math.min(PIECE, length - from)));
            yield `\r\n--${boundary}--\r\n`;
          } finally {
            object.close();
          }
        };
        retained = false;
        return streamed(parts(), {
          'content-type': `multipart/related; type="application/octet-stream"; boundary=${boundary}`,
        });
      } finally {
        if (retained) object.close();
      }
    },
  };
};
