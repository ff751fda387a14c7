/** A message with its words and its addressee: made when it is shown or sent, stored nowhere. */
import type { IdentityCipher, PersonIdentity } from '@nodp/database';
import type { Label } from '@nodp/terminology';
import type { MessageChannel, MessageOccasion } from './occasions.ts';
import { type Language, type MessageFacts, messageText } from './text.ts';

/** What a message is made of, as the statements of whoever shows or sends it read it. */
export interface MessageParts {
  readonly occasion: MessageOccasion;
  readonly channel: MessageChannel;
  readonly language: Language;
  readonly title: Label;
  readonly words: Label;
  readonly nameEn: string;
  readonly nameZh: string;
  /** Null where what it is about is over. */
  readonly facts: MessageFacts | null;
  /** The identity under the cipher, base64; null where nobody says who the patient is. */
  readonly addressee: string | null;
  /** The token of a link under the cipher, base64. */
  readonly sealedToken: string | null;
}

/** Columns of `MessageParts`, of `m` (a message or the plan of one), `t` (its template) and `i` (its institution). */
export const PARTS = `m.occasion, m.channel, m.language, t.title, t.words, i.name_en, i.name_zh,
  followup.message_facts(m.patient_id, m.institution_id, m.occasion, m.subject) as facts,
  encode(patients.addressee(m.patient_id, m.institution_id), 'base64') as addressee`;

export interface OutgoingMessage {
  readonly title: string;
  readonly text: string;
  /** For letters alone. */
  readonly name: string | null;
  readonly address: string | null;
  /** For text messages alone. */
  readonly phone: string | null;
}

/**
 * The message as it goes out; a letter has a name and an address, a text message a number and nothing more of who it is to.
 * @param site the platform's address for people; null shows no link
 */
export const outgoing = (
  parts: MessageParts,
  cipher: IdentityCipher,
  site: string | null,
): OutgoingMessage => {
  const person =
    parts.addressee === null
      ? null
      : (JSON.parse(
          cipher.open(Buffer.from(parts.addressee, 'base64')).toString('utf8'),
        ) as PersonIdentity);
  const token =
    parts.sealedToken === null || site === null
      ? null
      : cipher.open(Buffer.from(parts.sealedToken, 'base64')).toString('utf8');
  const words = messageText(
    { title: parts.title, text: parts.words },
    parts.facts ?? {},
    {
      name: person?.name ?? '',
      institution: { en: parts.nameEn, zh: parts.nameZh },
      link: token === null ? null : `${site}/questionnaire#${token}`,
    },
    parts.language,
  );
  const letter = parts.channel === 'LETTER';
  return {
    ...words,
    name: letter ? (person?.name ?? null) : null,
    address: letter ? (person?.address ?? null) : null,
    phone: letter ? null : (person?.phone ?? null),
  };
};
