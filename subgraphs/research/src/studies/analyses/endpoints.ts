import type { OpenStudy } from '../open/open-study.ts';

/** A time with its status, as cBioPortal's clinical files name them: `OS_MONTHS` with `OS_STATUS`. */
export interface TimeToEvent {
  /** What stands before `_MONTHS`: OS, DFS, PFS, DSS. */
  readonly id: string;
  /** Name of the months' attribute, in the study's words. */
  readonly name: string;
}

const EVENT = /^(?:1|1:.*|DECEASED|DEAD|RECURRED.*|PROGRESS.*|RELAPSE.*|EVENT|YES)$/i;
const NO_EVENT = /^(?:0|0:.*|LIVING|ALIVE|DISEASE ?FREE|PROGRESSION ?FREE|CENSORED|NO)$/i;

/** @returns null where a status is in no word that is known */
export const hadEvent = (status: string): boolean | null =>
  EVENT.test(status) ? true : NO_EVENT.test(status) ? false : null;

export const endpointsOf = ({ attributes }: Pick<OpenStudy, 'attributes'>): TimeToEvent[] =>
  attributes.flatMap(({ id, name }) => {
    const prefix = /^(\w+)_MONTHS$/.exec(id)?.[1];
    return prefix !== undefined && attributes.some((other) => other.id === `${prefix}_STATUS`)
      ? [{ id: prefix, name }]
      : [];
  });
