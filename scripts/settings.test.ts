import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A setting is read by a program, and an operator can find out about it. */
const root = join(import.meta.dirname, '..');
const textOf = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');

const settings = [
  ...textOf('packages/database/src/settings.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm),
].map(([, name = '']) => name);
const programs = textOf('apps/{gateway,cli}/src/**/!(*.test).ts');
const helpTexts = [...programs.matchAll(/`[^`]*`/g)].map(([text]) => text).join('\n');
const documents = textOf('{README,SECURITY}.md') + textOf('docs/**/*.md');

test('the settings are found', () => expect(settings.length).toBeGreaterThan(20));

test.each(settings)('%s is read by a program', (name) => {
  expect(programs).toMatch(new RegExp(`'${name}'`));
});

test.each(settings)('%s stands in a help text or a document', (name) => {
  expect(helpTexts + documents).toMatch(new RegExp(`\\b${name}\\b`));
});
