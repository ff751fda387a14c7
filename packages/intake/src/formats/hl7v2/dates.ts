/** Institutions of the network keep this clock; a message that names another offset is believed. */
const HERE = '+08:00';

const FORM = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:\.\d{1,4})?([+-]\d{4})?$/;

/** The offset that a message's own time names (MSH-7), which holds for its other times that name none. */
export const offsetIn = (text: string | undefined): string => {
  const offset = FORM.exec(text ?? '')?.[7];
  return offset === undefined ? HERE : `${offset.slice(0, 3)}:${offset.slice(3)}`;
};

/**
 * A date or time of HL7 v2 (DT, DTM, TS) as FHIR writes it, as precise as it was sent: `2014`, `2014-10`, `2014-10-06`,
 * `2014-10-06T09:31:00+08:00`. What is no such date stays as it was sent, so that it is named where it is refused.
 */
export const dateOf = (text: string | undefined, offset = HERE): string | undefined => {
  if (text === undefined) return undefined;
  const [all, year, month, day, hour, minute = '00', second = '00', own] = FORM.exec(text) ?? [];
  if (all === undefined) return text;
  if (hour === undefined) return [year, month, day].filter((part) => part !== undefined).join('-');
  const at = own === undefined ? offset : `${own.slice(0, 3)}:${own.slice(3)}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${at}`;
};
