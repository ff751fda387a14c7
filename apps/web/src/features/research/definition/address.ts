/**
 * A cohort as it stands in an address, for people to read and send:
 * `site:lung,liver~not-stage:IV~age:50-69~treatment:systemic,drug.L01XE02~biomarker:EGFR,positive`.
 * Criteria are parted by `~`, their values by commas; `not-` inverts. What cannot be read is passed
 * over; codes that are well-formed but unknown are kept, and the graph's linter says so in their place.
 */
import {
  type Arm,
  type Bounds,
  type Criterion,
  findings,
  kinds,
  type Question,
  sexes,
  stages,
  treatmentKinds,
} from './criterion.ts';

/** Criteria an arm can have; codes a criterion can have (the graph takes no more). */
const mostCriteria = 40;
const mostCodes = 500;

/** An arm without criteria: a parameter without a value would leave the address. */
const everyone = 'everyone';

const codes: Record<'site' | 'histology' | 'province', RegExp> = {
  site: /^[a-z]+(?:-[a-z]+)*$/,
  histology: /^\d{4}(?:\/\d)?$/,
  province: /^\d{6}$/,
};
const atc = /^[A-Z0-9]{1,10}$/;
/** Names of regimens and biomarkers: `R-CHOP`, `1p/19q`, `CLDN18.2`. */
const name = /^[A-Za-z0-9][A-Za-z0-9./-]{0,39}$/;

const once = (values: string[]) => [...new Set(values)].slice(0, mostCodes);
/** A member of a closed list as the address spells it. */
const word = (value: string) => value.replace(/^STAGE_/, '').toLowerCase();
const wordOfStage = (value: string) => (value === 'UNKNOWN' ? 'unknown' : value.slice(6));

/** The members a text names, in the list's own order. */
const among = <Value extends string>(
  texts: string[],
  list: readonly Value[],
  spelled: (value: Value) => string = word,
): Value[] => {
  const given = new Set(texts.map((t) => t.toLowerCase()));
  return list.filter((value) => given.has(spelled(value).toLowerCase()));
};

function readBounds(text: string): Bounds | null {
  const m = /^(\d{1,4})?(-)?(\d{1,4})?$/.exec(text);
  if (!m) return null;
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  const [from, to] = [number(m[1]), number(m[3])];
  return m[2] === undefined ? { from, to: from } : { from, to };
}

function writeBounds({ from, to }: Bounds): string {
  if (from === null && to === null) return '';
  return from === to ? String(from) : `${from ?? ''}-${to ?? ''}`;
}

/** Values of the form `drug.L01XE02`, without what stands before the dot. */
const prefixed = (texts: string[], prefix: string, pattern: RegExp): string[] =>
  once(
    texts
      .filter((t) => t.startsWith(prefix))
      .map((t) => t.slice(prefix.length))
      .filter((t) => pattern.test(t)),
  );

function readQuestion(kind: string, text: string): Question | null {
  if (!(kinds as readonly string[]).includes(kind)) return null;
  const known = kind as Question['kind'];
  const values = text.split(',').filter((v) => v !== '');
  switch (known) {
    case 'site':
    case 'histology':
    case 'province':
      return { kind: known, values: once(values.filter((v) => codes[known].test(v))) };
    case 'stage':
      return { kind: known, values: among(values, stages, wordOfStage) };
    case 'sex':
      return { kind: known, values: among(values, sexes) };
    case 'age':
    case 'year': {
      const bounds = readBounds(text);
      return bounds && { kind: known, ...bounds };
    }
    case 'treatment':
      return {
        kind: known,
        treatment: among(values, treatmentKinds)[0] ?? null,
        drugs: prefixed(values, 'drug.', atc),
        regimens: prefixed(values, 'regimen.', name),
      };
    case 'biomarker': {
      const [first = '', ...rest] = values;
      return {
        kind: known,
        biomarker: name.test(first) ? first : null,
        findings: among(rest, findings),
      };
    }
  }
}

function writeQuestion(question: Question): string {
  switch (question.kind) {
    case 'site':
    case 'histology':
    case 'province':
      return question.values.join(',');
    case 'stage':
      return question.values.map(wordOfStage).join(',');
    case 'sex':
      return question.values.map(word).join(',');
    case 'age':
    case 'year':
      return writeBounds(question);
    case 'treatment':
      return [
        ...(question.treatment === null ? [] : [word(question.treatment)]),
        ...question.drugs.map((code) => `drug.${code}`),
        ...question.regimens.map((id) => `regimen.${id}`),
      ].join(',');
    case 'biomarker':
      return question.biomarker === null
        ? ''
        : [question.biomarker, ...question.findings.map(word)].join(',');
  }
}

function readCriterion(text: string): Criterion | null {
  const not = text.startsWith('not-');
  const m = /^([a-z]+):(.*)$/s.exec(not ? text.slice(4) : text);
  const question = m && readQuestion(m[1] as string, m[2] as string);
  return question && { ...question, not };
}

/** The arm a text of an address says; of nothing, one without criteria: everyone. */
export const readArm = (text: string | undefined): Arm =>
  (text ?? '')
    .split('~')
    .map(readCriterion)
    .filter((criterion) => criterion !== null)
    .slice(0, mostCriteria);

/** An arm for an address. */
export const writeArm = (arm: Arm): string =>
  arm.length === 0
    ? everyone
    : arm.map((c) => `${c.not ? 'not-' : ''}${c.kind}:${writeQuestion(c)}`).join('~');
