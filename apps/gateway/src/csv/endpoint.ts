import { hasScope, type Principal } from '@nodp/database';
import { exampleOf, rowOf } from '@nodp/intake';
import { BodyRefused, bodyParts } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { ADDED, inWords, refusedRow } from './answer.ts';
import { type CsvServices, type ToldRow, takeFile } from './take.ts';

/** Rows that are told in an answer of JSON; the answer in CSV holds every refused one. */
const MOST_TOLD = 2_000;
/** Refused rows that an answer in CSV holds: so many are wrong in one way. */
const MOST_LISTED = 100_000;
/** Characters of a cell that are told: whole reports are not sent back. */
const MOST_CELL = 200;

const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });

const refuse = (status: number, en: string, zh: string, headers = {}): Response =>
  json(status, { message: { en, zh } }, headers);

/** Who sends rows: a hospital's system, or its data manager, who then acts for its system under an own name. */
const senderOf = (principal: Principal): Principal | null => {
  if (principal.institutionId === null) return null;
  if (hasScope(principal, 'record:write')) return principal;
  return hasScope(principal, 'record:upload') ? { ...principal, role: 'SYSTEM' } : null;
};

const TAKEN =
  /^(text\/(csv|plain|tab-separated-values|xml)|application\/(csv|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet|xml|octet-stream))\b/i;

const told = ({ line, outcome, cells, problems }: ToldRow) => ({
  line,
  outcome,
  cells: cells.map((cell) => (cell.length > MOST_CELL ? `${cell.slice(0, MOST_CELL)}…` : cell)),
  problems: problems.map(({ column, issue }) => ({ column, code: issue.code, ...inWords(issue) })),
});

/** Takes files of rows (CSV), and gives out what they are to look like. It never throws. */
export const createCsvEndpoint = (services: CsvServices & { readonly maxBytes?: number }) => {
  const { intake, maxBytes = 2 ** 30, onError } = services;

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

  const take = async (request: Request, caller: Caller): Promise<Response> => {
    const { principal } = caller;
    if (principal === null)
      return refuse(401, 'Sign in first.', '请先登录。', { 'www-authenticate': 'Bearer' });
    const sender = senderOf(principal);
    if (sender === null)
      return refuse(
        403,
        'Only a hospital’s system account or data manager sends records.',
        '仅医院的系统账号或数据管理员可上报数据。',
      );
    // A form of another site cannot set it: none sends a file with the reader's cookie.
    if (!request.headers.has('x-nodp-csrf') && !request.headers.has('authorization'))
      return refuse(400, 'The header x-nodp-csrf is missing.', '缺少请求头 x-nodp-csrf。');
    const contentType = request.headers.get('content-type') ?? '';
    if (!TAKEN.test(contentType))
      return refuse(
        415,
        'Send the file itself, Content-Type text/csv, that of .xlsx, or application/xml (NAACCR).',
        '请直接发送文件，Content-Type 为 text/csv、.xlsx 的类型或 application/xml（NAACCR）。',
      );
    const { searchParams } = new URL(request.url);
    const encoding = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];
    const asked = {
      kind: searchParams.get('kind') ?? undefined,
      sheet: searchParams.get('sheet') ?? undefined,
      encoding,
    };
    const asCsv = /^text\/csv\b/i.test(request.headers.get('accept') ?? '');
    const zh = /^zh\b/i.test(request.headers.get('accept-language') ?? '');
    const rows: ReturnType<typeof told>[] = [];
    const lines: ToldRow[] = [];
    let untold = 0;
    const result = await takeFile(
      services,
      bodyParts(request, maxBytes),
      { principal: sender, origin: caller, asked },
      (row) => {
        if (asCsv) {
          if (row.outcome !== 'refused') return;
          if (lines.length < MOST_LISTED) lines.push(row);
          else untold++;
        } else if (rows.length < MOST_TOLD) rows.push(told(row));
        else untold++;
      },
    );
    const { fault, ...rest } = result;
    const status = fault !== null && result.rows === 0 ? 422 : 200;
    if (asCsv && fault === null) {
      const width = result.header.length;
      const body = [
        rowOf([...result.header, ...ADDED]),
        ...lines.map((row) => refusedRow(row, width, zh)),
      ];
      return new Response(`\uFEFF${body.join('')}`, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'cache-control': 'no-store',
          'x-nodp-untold': String(untold),
        },
      });
    }
    return json(status, {
      ...rest,
      fault:
        fault === null
          ? null
          : { line: fault.line, code: fault.issue.code, ...inWords(fault.issue) },
      told: rows,
      untold,
    });
  };

  return async (request: Request, caller: Caller): Promise<Response> => {
    try {
      const [, , name] = new URL(request.url).pathname.split('/');
      if (request.method === 'GET')
        return name ? example(decodeURIComponent(name)) : json(200, profiles());
      if (request.method !== 'POST' || name)
        return refuse(405, 'Files are sent with POST to /csv.', '文件请以 POST 方式发送至 /csv。', {
          allow: 'POST',
        });
      return await take(request, caller);
    } catch (error) {
      if (error instanceof BodyRefused)
        return refuse(error.status, error.message, error.message, { connection: 'close' });
      onError?.(error, caller.requestId);
      return refuse(
        500,
        `The platform failed on this file (request ${caller.requestId}). Send it again: nothing is written twice.`,
        `平台处理该文件时出错（请求 ${caller.requestId}）。请重新上传，数据不会重复写入。`,
      );
    }
  };
};
