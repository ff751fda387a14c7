import { type Database, hasScope, type IdentityCipher, type Principal } from '@nodp/database';
import { decodePair } from '@nodp/graph';
import {
  addNoteFile,
  LONGEST_FILE,
  readNoteFile,
  takeNoteFileBack,
} from '@nodp/subgraph-patients/notes';
import { type Context, Hono } from 'hono';
import { type Admission, admission, RETRY_AFTER } from '../endpoints/admission.ts';
import { refuse } from '../endpoints/json.ts';
import { BodyRefused, readBody } from '../fhir/body.ts';

interface Environment {
  readonly Variables: {
    readonly requestId: string;
    readonly callerRequestId: string | null;
    readonly principal: Principal | null;
  };
}

const none = () => refuse(404, 'There is no such file or note.', '没有该文件或备注。');

const full = () =>
  refuse(
    429,
    'More is being taken in than has room. Send the file again in a moment: nothing of it was taken.',
    '正在接收的数据过多，请稍后重新上传，本次未接收任何内容。',
    { 'retry-after': String(RETRY_AFTER), connection: 'close' },
  );

/** Why the account may not; null where it may. */
const refusal = (principal: Principal | null): Response | null => {
  if (principal === null) return refuse(401, 'Sign in first.', '请先登录。');
  const may =
    principal.institutionId !== null &&
    hasScope(principal, 'patient:read') &&
    hasScope(principal, 'task:act');
  return may ? null : refuse(403, 'Notes are not open to this account.', '该账号无权查看备注。');
};

const decoded = (kind: 'PatientNote' | 'NoteFile', text: string) => {
  try {
    return decodePair(kind, text);
  } catch {
    return null;
  }
};

/**
 * Files beside notes: `POST /{note}?name=` adds the body, `GET /{file}` is a download and never shown or run, `POST /{file}/take-back`.
 * Whose note and which files there are is row-level security's to say.
 */
export const noteFilesEndpoint = (
  database: Database,
  cipher: IdentityCipher,
  places: Admission = admission(),
) => {
  const app = new Hono<Environment>();
  const origin = (c: Context<Environment>, operation: string) => {
    const { requestId, callerRequestId } = c.var;
    return { requestId, callerRequestId, operation };
  };

  app.get('/:id', async (c) => {
    const who = c.get('principal');
    const refused = refusal(who);
    if (refused !== null || who === null) return refused ?? none();
    const key = decoded('NoteFile', c.req.param('id'));
    if (key === null) return none();
    const file = await database.session(
      who,
      (session) => readNoteFile(session, cipher, key),
      origin(c, 'GET /note-files/{id}'),
    );
    if (file === null) return none();
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.bytes.byteLength),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  });

  app.post('/:id', async (c) => {
    const who = c.get('principal');
    const refused = refusal(who);
    if (refused !== null || who === null) return refused ?? none();
    const key = decoded('PatientNote', c.req.param('id'));
    if (key === null) return none();
    const place = places.enter(who.accountId);
    if (place === null) return full();
    try {
      const bytes = await readBody(c.req.raw, LONGEST_FILE, { hold: place.hold });
      const name = c.req.query('name') ?? '';
      const added = await database.session(
        who,
        (session) => addNoteFile(session, cipher, key, { name, bytes }),
        origin(c, 'POST /note-files/{note}'),
      );
      if (added === 'KIND')
        return refuse(
          415,
          'A file beside a note is a PDF, a PNG, JPEG or TIFF picture, or plain text.',
          '备注附件须为PDF、PNG、JPEG或TIFF图片，或纯文本。',
        );
      if (added === 'NOT_TAKEN')
        return refuse(
          409,
          'The note is not yours or was taken back, it has ten files, or this file already.',
          '该备注非您所写或已撤回，或已有十个附件，或已有该文件。',
        );
      return Response.json(added, { status: 201 });
    } catch (error) {
      if (error instanceof BodyRefused && error.status === 429) return full();
      if (error instanceof BodyRefused)
        return error.status === 413
          ? refuse(413, 'A file has 10 MB at most.', '文件不得超过10 MB。', { connection: 'close' })
          : refuse(error.status, 'The file is empty or cannot be read.', '文件为空或无法读取。');
      throw error;
    } finally {
      place.leave();
    }
  });

  app.post('/:id/take-back', async (c) => {
    const who = c.get('principal');
    const refused = refusal(who);
    if (refused !== null || who === null) return refused ?? none();
    const key = decoded('NoteFile', c.req.param('id'));
    if (key === null) return none();
    const done = await database.session(
      who,
      (session) => takeNoteFileBack(session, key),
      origin(c, 'POST /note-files/{id}/take-back'),
    );
    return done ? Response.json({ takenBack: true }) : none();
  });
  return app;
};
