import type { Issue } from '@nodp/record';
import type { CodeTables } from '../../codes/tables.ts';
import type { ReadSubmission, ReadUnit } from '../../units.ts';
import { readSubmission } from '../fhir/read.ts';
import type { FhirReaders } from '../fhir/readers.ts';
import type { Made } from './made.ts';

/** What the platform made itself has the structure of FHIR. */
const noCheck = () => [];

const entryOf = ({ resource, onlyWhenNew }: Made) => ({
  resource,
  request: {
    method: 'POST',
    url: resource.resourceType,
    ...(onlyWhenNew === undefined
      ? {}
      : {
          ifNoneExist: `identifier=${encodeURIComponent(
            onlyWhenNew.system === undefined
              ? onlyWhenNew.value
              : `${onlyWhenNew.system}|${onlyWhenNew.value}`,
          )}`,
        }),
  },
});

/** A path within a resource as the sender's form has it; the place of the whole where the element was not sent. */
const placeOf = (made: Made, path: string): string => {
  const places = made.places();
  let best = '';
  for (const name of Object.keys(places))
    if (path.startsWith(name) && name.length > best.length) best = name;
  return best === '' ? made.where : (places[best] ?? made.where);
};

/** FHIR's words for what the sender knows by another name; of a row its column alone, since the line is told beside it. */
const inTheirWords = (message: string, { places }: Made): string =>
  Object.entries(places()).reduce(
    (text, [path, place]) =>
      text.replace(
        new RegExp(`\\b${path.replace(/[.[\]\\]/g, '\\$&')}\\b`, 'g'),
        place.replace(/^line \d+, /, ''),
      ),
    message,
  );

/** What cannot be read, since the sender left out what it is about. */
const refused = (made: Made, issues: readonly Issue[], readers: FhirReaders | null): ReadUnit => ({
  type: made.resource.resourceType,
  where: made.where,
  key: null,
  content: made.sent,
  patient: null,
  subject: made.where,
  locate: () => made.where,
  version: null,
  mustBeOne: false,
  kinds: readers?.kindsOf(made.resource.resourceType) ?? [],
  reading: { outcome: 'refused', issues },
});

/** What its sender keeps here without its being read. */
const retainedUnit = (made: Made, reason: string): ReadUnit => ({
  ...refused(made, [], null),
  key: made.resource.id ?? null,
  reading: { outcome: 'retained', reason },
});

const errorsOf = ({ issues }: Made): Issue[] =>
  issues.filter(({ severity }) => severity === 'error');

/** A unit in the sender's words. @param here where the resource stands in the Bundle that was read */
const translated = (unit: ReadUnit, made: Made, here: string): ReadUnit => {
  const inWords = (issue: Issue): Issue => ({
    ...issue,
    where: placeOf(made, issue.where.slice(here.length + 1)),
    message: inTheirWords(issue.message, made),
  });
  const { reading } = unit;
  return {
    ...unit,
    where: made.where,
    content: made.sent,
    // Asked for where something is wrong alone.
    get subject() {
      return placeOf(made, 'subject');
    },
    locate: (names) =>
      placeOf(made, names.find((name) => placeOf(made, name) !== made.where) ?? ''),
    reading:
      reading.outcome === 'refused'
        ? { outcome: 'refused', issues: reading.issues.map(inWords) }
        : reading.outcome === 'read'
          ? {
              ...reading,
              records: reading.records.map((record) =>
                record.kind === 'patient' ? { ...record, ...made.person } : record,
              ),
              warnings: [...made.issues, ...reading.warnings.map(inWords)],
            }
          : reading,
  };
};

/**
 * Reads what was made of a message or of rows as the kinds read FHIR, and says of it what is to be said in the sender's words.
 * @param pause lets a server see to others while much is read
 * @param codes what the sender's own codes mean
 */
export const readMade = async (
  made: readonly Made[],
  readers: FhirReaders,
  pause: () => Promise<void>,
  codes?: CodeTables,
): Promise<ReadSubmission> => {
  const sound = made.filter((one) => one.retained === undefined && errorsOf(one).length === 0);
  const bundle = { resourceType: 'Bundle', type: 'batch', entry: sound.map(entryOf) };
  const { units, issues } = await readSubmission(bundle, noCheck, readers, {}, pause, codes, true);
  const read = new Map(
    sound.map((one, i) => [
      one,
      translated(units[i] as ReadUnit, one, `Bundle.entry[${i}].resource`),
    ]),
  );
  return {
    form: 'batch',
    units: made.map(
      (one) =>
        read.get(one) ??
        (one.retained === undefined
          ? refused(one, errorsOf(one), readers)
          : retainedUnit(one, one.retained)),
    ),
    issues,
  };
};
