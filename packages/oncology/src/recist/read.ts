import { FieldError, ownOf } from '../registry/fields.ts';
import { type Tenths, tenths } from './millimetres.ts';
import type {
  NonTargetResponse,
  OverallResponse,
  TargetLesion,
  TargetResponse,
  Visit,
} from './response.ts';

type Row = Readonly<Record<string, unknown>>;

export const rowOf = (value: unknown, where: string): Row => {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Row;
  throw new FieldError(where, 'an object is expected', '应为对象');
};

export const dayOf = (value: unknown, where: string): string => {
  if (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value)
  )
    return value;
  throw new FieldError(
    where,
    `“${String(value)}” is no day (2025-03-14)`,
    `“${String(value)}”不是日期（如2025-03-14）`,
  );
};

/** A lesion that is too small to measure counts 5 mm, one that disappeared 0, one that split the sum of its parts. */
export const lengthOf = (value: unknown, where: string): Tenths | null => {
  if (value === null || value === undefined || value === '' || value === 'NE') return null;
  if (Array.isArray(value)) {
    const parts = value.map((part) => lengthOf(part, where));
    return parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  }
  const written = String(value).trim().toLowerCase();
  if (['too small', 'too small to measure', 'tstm'].includes(written)) return 50;
  if (['absent', 'gone', 'disappeared', 'merged'].includes(written)) return 0;
  const read = /^\d+(?:\.\d+)?$/.test(written) ? tenths(Number(written)) : null;
  if (read === null || read > 20_000)
    throw new FieldError(
      where,
      `“${String(value)}” is no length in mm up to 2000`,
      `“${String(value)}”不是不超过2000 mm的长度`,
    );
  return read;
};

const nodeOf = (value: unknown, where: string): boolean => {
  if (value === undefined || value === null || typeof value === 'boolean') return value === true;
  throw new FieldError(where, 'true or false is expected', '应为true或false');
};

export const lesionsOf = (raw: readonly unknown[]): TargetLesion[] => {
  const lesions = raw.map((value, index) => {
    const where = `baseline[${index}]`;
    const { id, node, mm } = rowOf(value, where);
    const baseline = lengthOf(mm, `${where}.mm`);
    if (typeof id !== 'string' || id === '')
      throw new FieldError(`${where}.id`, 'every lesion has an id', '每个病灶须有编号');
    if (baseline === null)
      throw new FieldError(
        `${where}.mm`,
        'every target lesion is measured at baseline',
        '每个靶病灶在基线须有测量值',
      );
    return { id, node: nodeOf(node, `${where}.node`), baseline };
  });
  if (new Set(lesions.map(({ id }) => id)).size < lesions.length)
    throw new FieldError('baseline', 'a lesion stands twice', '同一病灶出现两次');
  return lesions;
};

const RESPONSES: Readonly<Record<string, OverallResponse>> = {
  cr: 'CR',
  pr: 'PR',
  sd: 'SD',
  pd: 'PD',
  ne: 'NE',
  'non-cr/non-pd': 'non-CR/non-PD',
  'non-cr non-pd': 'non-CR/non-PD',
  nn: 'non-CR/non-PD',
  'noncr/nonpd': 'non-CR/non-PD',
  'ncr/npd': 'non-CR/non-PD',
};

export const responseOf = (value: unknown, where: string): OverallResponse => {
  const read = ownOf(RESPONSES, String(value).trim().toLowerCase());
  if (read === undefined)
    throw new FieldError(
      where,
      `“${String(value)}” is none of CR, PR, SD, PD, NE, non-CR/non-PD`,
      `“${String(value)}”不属于CR、PR、SD、PD、NE、non-CR/non-PD`,
    );
  return read;
};

export const nonTargetOf = (value: unknown, where: string): NonTargetResponse | null => {
  if (value === null || value === undefined || value === '') return null;
  const read = responseOf(value, where);
  if (read === 'PR' || read === 'SD') return 'non-CR/non-PD';
  return read;
};

export const targetOf = (value: unknown, where: string): TargetResponse | null => {
  if (value === null || value === undefined || value === '') return null;
  const read = responseOf(value, where);
  if (read === 'non-CR/non-PD')
    throw new FieldError(
      where,
      'target lesions respond as CR, PR, SD, PD or NE',
      '靶病灶疗效为CR、PR、SD、PD或NE',
    );
  return read;
};

const newLesionOf = (value: unknown, where: string): Visit['newLesion'] => {
  if (value === null || value === undefined || value === false || value === 0 || value === '')
    return 'none';
  if (value === true || (typeof value === 'number' && value > 0)) return 'unequivocal';
  if (Array.isArray(value)) return value.length > 0 ? 'unequivocal' : 'none';
  const written = String(value).toLowerCase();
  if (['unequivocal', 'yes', 'true'].includes(written)) return 'unequivocal';
  if (['equivocal', 'none', 'no', 'false'].includes(written))
    return written === 'equivocal' ? 'equivocal' : 'none';
  throw new FieldError(
    where,
    `“${String(value)}” is none of true, false, equivocal`,
    `“${String(value)}”不属于true、false、equivocal（可疑）`,
  );
};

const NON_TARGET = ['nontarget', 'non_target', 'nontarget_response'];
const NEW_LESION = ['new_lesion', 'new', 'new_lesions'];

const sideOf = (row: Row, names: readonly string[]): unknown =>
  row[names.find((name) => name in row) ?? ''];

export const visitsOf = (raw: readonly unknown[], lesions: readonly TargetLesion[]): Visit[] =>
  raw
    .map((value, index) => {
      const where = `visits[${index}]`;
      const row = rowOf(value, where);
      const target =
        row.target === undefined || row.target === null ? {} : rowOf(row.target, `${where}.target`);
      for (const id of Object.keys(target))
        if (!lesions.some((lesion) => lesion.id === id))
          throw new FieldError(
            `${where}.target`,
            `there is no target lesion ${id} at baseline`,
            `基线没有靶病灶${id}`,
          );
      return {
        date: dayOf(row.date, `${where}.date`),
        target: Object.fromEntries(
          Object.entries(target).map(([id, length]) => [
            id,
            lengthOf(length, `${where}.target.${id}`),
          ]),
        ),
        nonTarget: nonTargetOf(sideOf(row, NON_TARGET), `${where}.nontarget`),
        newLesion: newLesionOf(sideOf(row, NEW_LESION), `${where}.new_lesion`),
      };
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
