import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { PlatformError } from '@nodp/database';
import { answersOfFile, CLINICAL_RULES, clinicalRuleOf, FileError, tryRule } from '@nodp/oncology';
import { caseInWords, type Language, ruleInDetail, ruleInShort, tallyInWords } from './in-words.ts';

export const rulesHelp = `nodp rules list [RULE]     the clinical rules, or one of them with its fields, source and version
nodp rules try RULE FILE   a rule's answers to the cases of a file, and why: CSV with a heading, or JSON
                           ([{"given": {…}, "expected": …}], or the fields and expected values side by side)
  --language en|zh           of titles and explanations (en)
  --json                     answers as JSON, one case a line
  --answers OUT.csv          of a CSV file of persons: each row with its answer, or with what cannot be read and how it would be
Ends with 1 when an answer is not the one expected, 2 when something could not be read.`;

/** Of a file of cases, in bytes. */
const MAX_BYTES = 5_000_000;

const formatOf = (path: string): 'csv' | 'json' => {
  if (/\.csv$/i.test(path)) return 'csv';
  if (/\.json$/i.test(path)) return 'json';
  throw new PlatformError('usage', `${path}: cases are read from .csv or .json`);
};

const textOf = async (path: string): Promise<string> => {
  const { size } = await stat(path);
  if (size > MAX_BYTES)
    throw new PlatformError('usage', `${path} has more than ${MAX_BYTES / 1_000_000} MB: part it.`);
  return readFile(path, 'utf8');
};

const languageOf = (written: string): Language => {
  if (written === 'en' || written === 'zh') return written;
  throw new PlatformError('usage', '--language is en or zh.');
};

const list = (id: string | undefined, language: Language): number => {
  if (id === undefined) {
    for (const rule of Object.values(CLINICAL_RULES)) console.log(ruleInShort(rule, language));
    return 0;
  }
  console.log(ruleInDetail(ruleNamed(id), language));
  return 0;
};

const ruleNamed = (id: string) => {
  const rule = clinicalRuleOf(id);
  if (rule === null)
    throw new PlatformError(
      'usage',
      `There is no rule ${id}; there are ${Object.keys(CLINICAL_RULES).join(', ')}.`,
    );
  return rule;
};

const unreadable = (
  path: string,
  { line, message, chinese }: FileError,
  language: Language,
): PlatformError =>
  new PlatformError(
    'usage',
    language === 'zh'
      ? `${path}${line === null ? '' : `第${line}行`}：${chinese}`
      : `${path}${line === null ? '' : `, line ${line}`}: ${message}`,
  );

const tryFile = async (
  id: string,
  path: string,
  language: Language,
  json: boolean,
): Promise<number> => {
  const rule = ruleNamed(id);
  const format = formatOf(path);
  const text = await textOf(path);
  try {
    const tried = tryRule(rule, text, format);
    for (const one of tried) {
      const line = json ? JSON.stringify(one) : caseInWords(one, language);
      (one.error === null ? console.log : console.error)(line);
    }
    console.error(tallyInWords(rule, tried, language));
    if (tried.some(({ error }) => error !== null)) return 2;
    return tried.some(({ differences }) => (differences?.length ?? 0) > 0) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw unreadable(path, error, language);
  }
};

/** Answers to the persons of a CSV file, row by row: the file may be longer than memory. */
const answerFile = async (
  id: string,
  path: string,
  language: Language,
  out: string,
): Promise<number> => {
  const rule = ruleNamed(id);
  if (formatOf(path) !== 'csv')
    throw new PlatformError('usage', `${path}: --answers reads persons from .csv`);
  try {
    await pipeline(
      Readable.from(
        answersOfFile(rule, createReadStream(path), language, Number.POSITIVE_INFINITY),
      ),
      createWriteStream(out, { flags: 'wx' }),
    );
    console.error(`${rule.id} (version ${rule.version}): answers are in ${out}.`);
    return 0;
  } catch (error) {
    if (error instanceof FileError) throw unreadable(path, error, language);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new PlatformError('usage', `${out} is there already: name another file.`);
    throw error;
  }
};

/** @returns the exit code */
export const rulesCommand = async (args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      language: { type: 'string', default: 'en' },
      json: { type: 'boolean', default: false },
      answers: { type: 'string' },
    },
  });
  const language = languageOf(values.language);
  const [verb, id, path, ...rest] = positionals;
  if (verb === 'list' && path === undefined) return list(id, language);
  if (verb === 'try' && id !== undefined && path !== undefined && rest.length === 0)
    return values.answers === undefined
      ? tryFile(id, path, language, values.json)
      : answerFile(id, path, language, values.answers);
  throw new PlatformError('usage', rulesHelp);
};
