import {
  type Database,
  type IdentityCipher,
  originOf,
  type Principal,
  type Statement,
} from '@nodp/database';
import { decodeOne, decodePair } from '@nodp/graph';
import {
  exampleOf,
  type MessageParts,
  outgoing,
  PARTS,
  sourceOf,
  templateProblems,
} from '@nodp/subgraph-followup/messages';
import * as v from 'valibot';
import { enteringEndpoint } from '../endpoints/entering.ts';
import { json, refuse } from '../endpoints/json.ts';
import { readJson } from '../fhir/body.ts';
import type { Caller } from '../fhir/endpoint.ts';

interface MessageServices {
  readonly database: Database;
  readonly cipher: IdentityCipher;
  /** The platform's address for people. */
  readonly url: string;
  /** Whether the operator has a gateway: without one people print letters and type text messages themselves. */
  readonly hasGateway: boolean;
  readonly onError?: (error: unknown, requestId: string) => void;
}

const LONGEST_BODY = 65_536;
const id = v.pipe(v.string(), v.maxLength(120));
const language = v.picklist(['en', 'zh']);
const Text = v.strictObject({ message: id });
const Preview = v.strictObject({ about: id, template: id, language });
const words = v.strictObject({
  en: v.pipe(v.string(), v.maxLength(10_000)),
  zh: v.pipe(v.string(), v.maxLength(10_000)),
});
const Template = v.strictObject({
  occasion: v.picklist(['PLAN', 'APPOINTMENT', 'QUESTIONNAIRE', 'SCREENING_RECALL']),
  channel: v.picklist(['LETTER', 'SMS']),
  title: words,
  text: words,
});

/** Row-level security shows a coordinator the messages, records and names of patients in care alone. */
const ofMessage: Statement<MessageParts> = {
  text: `select ${PARTS}, encode(case when m.state = 'WAITING' then m.sealed_token end, 'base64') as sealed_token
    from followup.message m
    join followup.message_template t on t.institution_id = m.institution_id and t.id = m.template_id and t.version = m.template_version
    join basic.institution i on i.id = m.institution_id
    where m.patient_id = $1::uuid and m.id = $2::uuid and m.state in ('WAITING', 'SENT', 'DELIVERED', 'FAILED')
      and not exists (select 1 from basic.death d where d.patient_id = m.patient_id and m.state in ('WAITING', 'FAILED'))`,
  bind: ({ patient, message }) => [patient, message],
};
const ofPlan: Statement<MessageParts> = {
  text: `select ${PARTS}, null as sealed_token
    from (select $1::uuid as patient_id, $2::uuid as institution_id, $3 as occasion, $4 as subject, $5::uuid as template_id, $6 as language,
      (select t.channel from followup.message_template t where t.institution_id = $2::uuid and t.id = $5::uuid limit 1) as channel) m
    join lateral (select * from followup.message_template t where t.institution_id = m.institution_id and t.id = m.template_id
      order by t.version desc limit 1) t on not t.retired and t.occasion = m.occasion
    join basic.institution i on i.id = m.institution_id
    where followup.message_facts(m.patient_id, m.institution_id, m.occasion, m.subject) is not null
      and not exists (select 1 from basic.death d where d.patient_id = m.patient_id)`,
  bind: ({ patient, institution, occasion, subject, template, language: spoken }) => [
    ...[patient, institution, occasion, subject, template, spoken],
  ],
};

const decoded = <Key>(read: () => Key): Key | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

const NOTHING = () =>
  refuse(
    404,
    'There is no such message, or there is nothing left to write about.',
    '没有该信息，或该事项已结束。',
  );
const UNREADABLE = () =>
  refuse(400, 'Say which message, or what is to be written.', '请指明信息或拟发送的内容。');

/** Words of messages to patients, for who writes to them; every access is audited, and no cache keeps them. It never throws. */
export const createMessageEndpoint = ({
  database,
  cipher,
  url,
  hasGateway,
  onError,
}: MessageServices) => {
  const shown = async (
    who: Principal,
    caller: Caller,
    patientId: string,
    asked: Statement<MessageParts>,
    values: Readonly<Record<string, unknown>>,
    operation: string,
  ): Promise<Response> => {
    const parts = await database.session(
      who,
      async (session) => {
        await session.audit('read', [patientId], { message: values.message ?? 'preview' });
        const [row] = await session.run(asked, { ...values, patient: patientId });
        return row ?? null;
      },
      { ...originOf(caller), operation },
    );
    return parts === null
      ? NOTHING()
      : json(200, { channel: parts.channel, ...outgoing(parts, cipher, url) });
  };

  const text = async (who: Principal, body: unknown, caller: Caller): Promise<Response> => {
    const read = v.safeParse(Text, body);
    const key = read.success ? decoded(() => decodePair('Message', read.output.message)) : null;
    if (key === null) return UNREADABLE();
    return shown(who, caller, key.patientId, ofMessage, { message: key.id }, 'POST /messages/text');
  };

  const preview = async (who: Principal, body: unknown, caller: Caller): Promise<Response> => {
    const read = v.safeParse(Preview, body);
    if (!read.success) return UNREADABLE();
    const { about, template, language: spoken } = read.output;
    const source = decoded(() => sourceOf(about));
    const templateId = decoded(() => decodeOne('MessageTemplate', template));
    if (source === null || templateId === null) return UNREADABLE();
    const { patientId, occasion, subject } = source;
    const institution = who.institutionId;
    return shown(
      ...([who, caller, patientId, ofPlan] as const),
      { institution, occasion, subject, template: templateId, language: spoken },
      'POST /messages/preview',
    );
  };

  const example = (body: unknown): Response => {
    const read = v.safeParse(Template, body);
    if (!read.success) return UNREADABLE();
    const { occasion, channel, ...template } = read.output;
    return json(200, {
      problems: templateProblems(template, occasion, channel),
      ...exampleOf(template),
    });
  };

  return enteringEndpoint(
    {
      scope: 'message:send',
      forbidden: {
        en: 'Only the follow-up coordinator of an institution writes to its patients.',
        zh: '仅机构的随访协调员可向患者发送信息。',
      },
      answer: async (who, request, caller, [what]) => {
        if (what === 'gateway') return json(200, { configured: hasGateway });
        const body = await readJson(request, LONGEST_BODY);
        if (what === 'text') return text(who, body, caller);
        if (what === 'preview') return preview(who, body, caller);
        if (what === 'example') return example(body);
        return refuse(404, 'There is no such address.', '没有该地址。');
      },
    },
    onError,
  );
};
