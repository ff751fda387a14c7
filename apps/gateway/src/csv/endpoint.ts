import type { Database, Principal } from '@nodp/database';
import { exampleOf, previewFile } from '@nodp/intake';
import { type Admission, admission, type Place, RETRY_AFTER } from '../endpoints/admission.ts';
import { failed, json, refuse } from '../endpoints/json.ts';
import { BodyRefused, bodyParts, readBody } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { answerOf, refusedCsv, told } from './answer.ts';
import { createFileImports, type ImportSettings } from './imports/endpoint.ts';
import { mappingStore } from './mappings.ts';
import { jsonIn, previewAnswer, previewAsked } from './preview.ts';
import { senderIn } from './sender.ts';
import { type CsvServices, type Progress, type ToldRow, takeFile } from './take.ts';
import { isUploadId, uploadStore } from './uploads.ts';

/** Rows that are told in an answer of JSON; the answer in CSV holds every refused one. */
const MOST_TOLD = 2_000;
/** Refused rows that an answer in CSV holds: so many are wrong in one way. */
const MOST_LISTED = 100_000;
/** Bytes of a mapping, and of a file whose beginning is examined (a workbook comes whole). */
const [LONGEST_MAPPING, LONGEST_PREVIEW] = [2 ** 20, 50 * 2 ** 20];
const TAKEN =
  /^(text\/(csv|plain|tab-separated-values|xml)|application\/(csv|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet|xml|octet-stream))\b/i;

const full = (): Response =>
  refuse(
    429,
    'More is being taken in than has room. Send the file again in a moment: nothing of it was taken.',
    '正在接收的数据过多，请稍后重新上传，本次未接收任何内容。',
    { 'retry-after': String(RETRY_AFTER), connection: 'close' },
  );

/** Takes files of rows (CSV), and gives out what they are to look like. It never throws. */
export const createCsvEndpoint = (
  services: CsvServices & {
    readonly maxBytes?: number;
    /** Connections of their own for what is taken in, so that no reader waits for it. */
    readonly writing?: Database;
    readonly places?: Admission;
    /** Where files are kept until a job takes them in; absent where they are taken in as they come alone. */
    readonly imports?: ImportSettings;
  },
) => {
  const { intake, maxBytes = 2 ** 30, onError } = services;
  const { writing = services.database, places = admission() } = services;

  const profiles = () =>
    intake.csv.map(({ kind, profile, columns }) => ({
      kind,
      title: profile.title,
      columns: columns.map(({ name, label, says, type, required, values, example }) => ({
        ...{ name, label, type, example },
        says: says ?? null,
        required: required ?? false,
        values: Object.entries(values ?? {}).map(([value, words]) => ({ value, label: words })),
      })),
    }));

  const example = (name: string): Response => {
    const found = intake.csv.find(({ kind }) => kind === name);
    if (found === undefined)
      return refuse(404, `There is no kind of record “${name}”.`, `没有记录类型“${name}”。`);
    return new Response(exampleOf(found), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.csv"`,
      },
    });
  };

  const store = mappingStore(services.database, intake.csv);
  const uploads = uploadStore(services.database);
  const imports =
    services.imports === undefined
      ? null
      : createFileImports({
          ...services.imports,
          ...{ database: services.database, cipher: intake.cipher, maxBytes },
        });

  /** `/csv/uploads/ID`: how far a file was taken in. */
  const follow = async (request: Request, caller: Caller, id: string): Promise<Response> => {
    const sender = senderIn(request, caller);
    if (sender instanceof Response) return sender;
    const found = isUploadId(id) ? await uploads.find(sender, caller, id) : null;
    if (found === null) return refuse(404, 'No such file was begun.', '没有该文件的上传记录。');
    const { header: _, ...state } = found;
    return json(200, state);
  };

  /** `/csv/mappings`: how files with a header of their own are read. */
  const mappings = async (request: Request, caller: Caller, name?: string): Promise<Response> => {
    const sender = senderIn(request, caller);
    if (sender instanceof Response) return sender;
    if (request.method === 'GET') return json(200, await store.all(sender, caller));
    if (request.method === 'DELETE' && name !== undefined) {
      const refused = await store.retire(sender, caller, name);
      return refused === null
        ? json(200, { name })
        : refuse(refused.status, refused.en, refused.zh);
    }
    const sent = await readBody(request, LONGEST_MAPPING);
    const result = await store.save(sender, caller, jsonIn(sent));
    return 'status' in result ? refuse(result.status, result.en, result.zh) : json(200, result);
  };

  /** Lets a sender's file in where there is room for it. */
  const placed = async (
    request: Request,
    caller: Caller,
    work: (sender: Principal, place: Place) => Promise<Response>,
  ): Promise<Response> => {
    const sender = senderIn(request, caller);
    if (sender instanceof Response) return sender;
    const place = places.enter(sender.accountId);
    if (place === null) return full();
    try {
      return await work(sender, place);
    } finally {
      place.leave();
    }
  };

  /** The beginning of a file, in a form with the mapping that is being made: nothing is written. */
  const preview = (request: Request, caller: Caller) =>
    placed(request, caller, async (sender, { hold }) => {
      const { file, mapping, sheet } = await previewAsked(request, LONGEST_PREVIEW, hold);
      const saved = (await store.all(sender, caller)).map(({ definition }) => definition);
      const found = await previewFile(intake.fhir, intake.csv, file, { sheet }, mapping);
      return json(200, previewAnswer(found, saved));
    });

  const takeIn = async (
    request: Request,
    caller: Caller,
    sender: Principal,
    contentType: string,
  ): Promise<Response> => {
    const { searchParams } = new URL(request.url);
    const encoding = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];
    const mappings = (await store.all(sender, caller)).map(({ definition }) => definition);
    const named = searchParams.get('profile');
    const mapping = mappings.find(({ name }) => name === named);
    if (named !== null && mapping === undefined)
      return refuse(
        422,
        `There is no mapping “${named}”. Name one of: ${mappings.map(({ name }) => name).join(', ') || '(none is saved)'}.`,
        `没有映射“${named}”。可用映射：${mappings.map(({ name }) => name).join('、') || '（尚未保存）'}。`,
      );
    const asked = {
      mapping,
      mappings,
      kind: searchParams.get('kind') ?? undefined,
      sheet: searchParams.get('sheet') ?? undefined,
      encoding,
    };
    const asCsv = /^text\/csv\b/i.test(request.headers.get('accept') ?? '');
    const zh = /^zh\b/i.test(request.headers.get('accept-language') ?? '');
    const rows: ReturnType<typeof told>[] = [];
    const lines: ToldRow[] = [];
    let untold = 0;
    const upload = searchParams.get('upload');
    if (upload !== null && !isUploadId(upload))
      return refuse(400, 'The number of the file is no UUID.', '文件编号不是 UUID。');
    if (searchParams.has('later')) {
      if (imports === null)
        return refuse(501, 'This platform keeps no files.', '本平台不支持后台接收文件。');
      const { kind, sheet } = asked;
      const how = { kind, sheet, encoding, profile: named ?? undefined };
      return imports.keep(request, caller, sender, { id: upload, asked: how });
    }
    const { signal } = request;
    const tell = (row: ToldRow) => {
      if (asCsv) {
        if (row.outcome !== 'refused') return;
        if (lines.length < MOST_LISTED) lines.push(row);
        else untold++;
      } else if (rows.length < MOST_TOLD) rows.push(told(row));
      else untold++;
    };
    const run = (progress?: Progress) =>
      takeFile(
        { ...services, database: writing },
        bodyParts(request, maxBytes),
        { principal: sender, origin: caller, asked, signal },
        tell,
        progress,
      );
    const result =
      upload === null
        ? await run()
        : await uploads.inTurn(sender, upload, async () => {
            const before = await uploads.find(sender, caller, upload);
            return run({
              before: before?.ended === true ? null : before,
              store: (state) => uploads.store(sender, caller, upload, state),
            });
          });
    const status = result.fault !== null && result.rows === 0 ? 422 : 200;
    return asCsv && result.fault === null
      ? refusedCsv(result.header, lines, untold, zh)
      : json(status, answerOf(result, rows, untold));
  };

  const take = async (request: Request, caller: Caller): Promise<Response> => {
    const sender = senderIn(request, caller);
    if (sender instanceof Response) return sender;
    const contentType = request.headers.get('content-type') ?? '';
    if (!TAKEN.test(contentType))
      return refuse(
        415,
        'Send the file itself, Content-Type text/csv, that of .xlsx, or application/xml (NAACCR).',
        '请直接发送文件，Content-Type 为 text/csv、.xlsx 的类型或 application/xml（NAACCR）。',
      );
    return placed(request, caller, () => takeIn(request, caller, sender, contentType));
  };

  return async (request: Request, caller: Caller): Promise<Response> => {
    try {
      const [, , name, last] = new URL(request.url).pathname.split('/');
      if (name === 'mappings')
        return await mappings(request, caller, last && decodeURIComponent(last));
      if (name === 'uploads' && request.method === 'GET' && last)
        return await follow(request, caller, last);
      if (name === 'files' && imports !== null) {
        const sender = senderIn(request, caller);
        if (sender instanceof Response) return sender;
        return await imports.answer(request, caller, sender, last ?? null);
      }
      if (name === 'preview' && request.method === 'POST') return await preview(request, caller);
      if (request.method === 'GET')
        return name ? example(decodeURIComponent(name)) : json(200, profiles());
      if (request.method !== 'POST' || name)
        return refuse(405, 'Files are sent with POST to /csv.', '文件请以 POST 方式发送至 /csv。', {
          allow: 'POST',
        });
      return await take(request, caller);
    } catch (error) {
      if (error instanceof BodyRefused)
        return error.status === 429
          ? full()
          : refuse(error.status, error.message, error.message, { connection: 'close' });
      // Who sent it went away: there is nobody to answer, and what was taken in stands.
      if (!request.signal.aborted) onError?.(error, caller.requestId);
      return failed(
        error,
        caller.requestId,
        `The platform failed on this file (request ${caller.requestId}). Send it again: nothing is written twice.`,
        `平台处理该文件时出错（请求 ${caller.requestId}）。请重新上传，数据不会重复写入。`,
      );
    }
  };
};
