import { type Database, type IdentityCipher, originOf, type Principal } from '@nodp/database';
import { v7 as uuidv7 } from 'uuid';
import { json, refuse } from '../../endpoints/json.ts';
import { bodyParts } from '../../fhir/body.ts';
import type { Caller } from '../../fhir/endpoint.ts';
import { refusedCsv, told } from '../answer.ts';
import type { ToldRow } from '../take.ts';
import { isUploadId } from '../uploads.ts';
import {
  type FileImport,
  type ImportAsked,
  importCancelled,
  importInserted,
  newestImports,
  oneImport,
  waitingImports,
} from './files.ts';
import { placesOf, removeQuietly } from './folder.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

export interface ImportSettings {
  readonly folder: string;
  /** Hears that a file waits. */
  readonly onReceived: () => Promise<void>;
}

/** Files of an institution that wait or are taken in. */
const MOST_WAITING = 20;
/** Rows that are told in an answer of JSON, and in a file of refused ones. */
const [MOST_TOLD, MOST_LISTED] = [2_000, 100_000];
const LONGEST_NAME = 200;

/** Keeps files until a job takes them in, and tells what became of them. */
export const createFileImports = ({
  database,
  cipher,
  maxBytes,
  folder,
  onReceived,
}: ImportSettings & {
  readonly database: Database;
  readonly cipher: IdentityCipher;
  readonly maxBytes: number;
}) => {
  const run = <T>(
    principal: Principal,
    caller: Caller,
    work: Parameters<Database['session']>[1],
  ): Promise<T> =>
    database.session(principal, work, {
      ...originOf(caller),
      operation: '/csv/files',
    }) as Promise<T>;

  const find = async (
    sender: Principal,
    caller: Caller,
    id: string,
  ): Promise<FileImport | undefined> => {
    const rows = await run<FileImport[]>(sender, caller, (session) =>
      session.run(oneImport, { id }),
    );
    return rows[0];
  };

  const absent = (): Response =>
    refuse(404, 'No such file was received.', '没有该文件的接收记录。');

  /** The rows of which something is to be said, as far as they are wanted: whom they name is shown by the sender's words alone. */
  const toldRows = async (
    sender: Principal,
    caller: Caller,
    id: string,
    most: number,
    wanted: (row: ToldRow) => boolean,
  ): Promise<{ readonly rows: ToldRow[]; readonly more: number }> => {
    const rows: ToldRow[] = [];
    let more = 0;
    await run(sender, caller, (session) => session.audit('read', [], { file: id, rows: true }));
    try {
      const { told: list } = placesOf(folder, sender.institutionId ?? '', id);
      for await (const part of readSealed(list, cipher))
        for (const row of JSON.parse(part.toString('utf8')) as ToldRow[]) {
          if (!wanted(row)) continue;
          if (rows.length < most) rows.push(row);
          else more++;
        }
    } catch (error) {
      // Nothing was said of any row yet.
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
    }
    return { rows, more };
  };

  /** Keeps what is sent; it is answered as soon as it stands on the disk. */
  const keep = async (
    request: Request,
    caller: Caller,
    sender: Principal,
    { id: named, asked }: { readonly id: string | null; readonly asked: ImportAsked },
  ): Promise<Response> => {
    const id = named?.toLowerCase() ?? uuidv7();
    const name = (new URL(request.url).searchParams.get('name') ?? '').slice(0, LONGEST_NAME);
    const [waiting] = await run<{ files: number }[]>(sender, caller, (session) =>
      session.run(waitingImports),
    );
    if ((waiting?.files ?? 0) >= MOST_WAITING)
      return refuse(
        429,
        `${MOST_WAITING} files of your institution wait. Send more when some of them are taken in.`,
        `本机构已有 ${MOST_WAITING} 个文件等待接收，请稍后再上传。`,
        { 'retry-after': '60', connection: 'close' },
      );
    const before = await find(sender, caller, id);
    const answer = () =>
      json(202, { id, state: 'WAITING' }, { location: `/csv/files/${id}`, 'retry-after': '2' });
    const goesOn = before?.state === 'WAITING' || before?.state === 'RUNNING';
    if (goesOn) {
      // The same file again: it is taken in already.
      for await (const _ of bodyParts(request, maxBytes));
      return answer();
    }
    const { content, told: list } = placesOf(folder, sender.institutionId ?? '', id);
    const bytes = await writeSealed(content, bodyParts(request, maxBytes), cipher);
    if (before === undefined || before.state === 'DONE') await removeQuietly(list);
    await run(sender, caller, async (session) => {
      await session.audit('change', [], { file: id, kept: bytes });
      return session.run(importInserted, {
        ...{ institution: sender.institutionId, account: sender.accountId },
        ...{ id, name, bytes, asked: JSON.stringify({ ...asked, by: sender.ownRole }) },
      });
    });
    await onReceived();
    return answer();
  };

  const cancel = async (sender: Principal, caller: Caller, id: string): Promise<Response> => {
    const [stopped] = await run<{ state: string }[]>(sender, caller, async (session) => {
      await session.audit('change', [], { file: id, stopped: true });
      return session.run(importCancelled, { id });
    });
    if (stopped === undefined) return absent();
    if (stopped.state === 'CANCELLED')
      await removeQuietly(placesOf(folder, sender.institutionId ?? '', id).content);
    return json(200, { id, state: stopped.state });
  };

  /** `/csv/files`: the newest files; `/csv/files/ID`: one, `?rows=refused`: its refused rows as a file. */
  const answer = async (
    request: Request,
    caller: Caller,
    sender: Principal,
    id: string | null,
  ): Promise<Response> => {
    if (id === null)
      return json(
        200,
        await run<FileImport[]>(sender, caller, (session) => session.run(newestImports)),
      );
    if (!isUploadId(id)) return absent();
    if (request.method === 'DELETE') return cancel(sender, caller, id);
    if (request.method !== 'GET')
      return refuse(405, 'The import of a file is read or stopped.', '仅可查看或停止该文件。', {
        allow: 'GET, DELETE',
      });
    const file = await find(sender, caller, id);
    if (file === undefined) return absent();
    if (new URL(request.url).searchParams.get('rows') === 'refused') {
      const zh = /^zh\b/i.test(request.headers.get('accept-language') ?? '');
      const refused = await toldRows(
        sender,
        caller,
        file.id,
        MOST_LISTED,
        ({ outcome }) => outcome === 'refused',
      );
      const header = (file.result?.header ?? []) as readonly string[];
      return refusedCsv(header, refused.rows, refused.more, zh);
    }
    if (file.result === null) return json(200, file);
    const { rows, more } = await toldRows(sender, caller, file.id, MOST_TOLD, () => true);
    return json(200, {
      ...file,
      result: { ...file.result, told: rows.map(told), untold: more },
    });
  };

  return { keep, answer };
};
