import { addressTokens, normalPhone } from '../compare/contact.ts';
import { normalNumber } from '../compare/number.ts';
import { type ReadName, readName } from '../names/sounds.ts';

/** What an institution says of who a person is, as far as it identifies. */
export interface PersonSaid {
  readonly name: string;
  readonly sex: 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly born: string | null;
  readonly nationalId: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/** A person made ready to be compared with many. */
export interface Person {
  readonly name: ReadName | null;
  readonly sex: 'FEMALE' | 'MALE' | null;
  readonly born: string | null;
  /** In its normal form. */
  readonly number: string | null;
  readonly phone: string | null;
  readonly address: readonly string[] | null;
}

/** Longer addresses say nothing more. */
const LONGEST_ADDRESS = 200;

export const readPerson = ({ name, sex, born, nationalId, phone, address }: PersonSaid): Person => {
  const tokens = address === null ? [] : addressTokens(address.slice(0, LONGEST_ADDRESS));
  return {
    name: readName(name),
    sex: sex === 'FEMALE' || sex === 'MALE' ? sex : null,
    born,
    number: nationalId === null ? null : normalNumber(nationalId),
    phone: phone === null ? null : normalPhone(phone),
    address: tokens.length === 0 ? null : tokens,
  };
};
