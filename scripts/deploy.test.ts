import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';

/** The files by which the platform runs in containers, checked without any container: they name each other and the settings rightly. */
const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const known = new Set(
  [...read('packages/database/src/settings.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(
    ([, name = '']) => name,
  ),
);
/** Settings that a file's environment gives, without the ending of those that come from a file. */
const settingsIn = (names: readonly string[]): string[] =>
  names.map((name) => name.replace(/_FILE$/, ''));

test('the image is made of what the set-up knows', () => {
  const file = read('Dockerfile');
  expect(validate(file)).toEqual([]);
  const set = [...file.matchAll(/ENV (.+)/g)].flatMap(([, all = '']) =>
    all.split(' ').map((one) => one.split('=')[0] ?? ''),
  );
  expect(set.filter((name) => !known.has(name))).toEqual([]);
  const tasks = read('scripts/set-up.js');
  expect(file).toContain('scripts/set-up.js", "build"]');
  expect(tasks).toMatch(/^ {2}build: /m);
  // What is installed and made outside does not come along.
  expect(read('.dockerignore').split('\n')).toEqual(
    expect.arrayContaining(['**/node_modules', '**/dist', '**/generated', '.git']),
  );
});

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly environment?: Readonly<Record<string, string>>;
        readonly secrets?: readonly string[];
        readonly volumes?: readonly string[];
        readonly depends_on?: object;
      }
    >
  >;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: object;
}

test('compose names settings, secrets, volumes and services that there are', () => {
  const { services, secrets, volumes }: Compose = parse(read('deploy/compose.yaml'));
  expect(
    settingsIn(Object.keys(services.gateway?.environment ?? {})).filter((name) => !known.has(name)),
  ).toEqual([]);
  for (const service of Object.values(services)) {
    for (const secret of service.secrets ?? []) {
      expect(Object.keys(secrets)).toContain(secret);
      expect(JSON.stringify(service.environment)).toContain(`/run/secrets/${secret}`);
    }
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':');
      if (from.startsWith('./')) expect(existsSync(join(root, 'deploy', from)), from).toBe(true);
      else expect(Object.keys(volumes)).toContain(from);
    }
    const needed = service.depends_on ?? [];
    const names = Array.isArray(needed) ? (needed as string[]) : Object.keys(needed);
    expect(names.filter((name) => !(name in services))).toEqual([]);
  }
  // Nothing secret lies in the project.
  expect(read('.gitignore')).toContain('deploy/secrets');
  expect(read('deploy/proxy.conf')).toContain('server gateway:4000');
});

const chart = 'deploy/helm/nodp';
const values: Record<string, unknown> = parse(read(`${chart}/values.yaml`));

const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], values);

/** What Helm makes of a template; of its language the chart uses these three forms alone. */
const rendered = (template: string): string =>
  template
    .replaceAll('{{ .Release.Name }}', 'centre')
    .replaceAll(/\s*\{\{- toYaml \.Values\.([\w.]+) \| nindent (\d+) \}\}/g, (_, path, indent) => {
      const lines = stringify(valueAt(path)).trimEnd().split('\n');
      return lines.map((line) => `\n${' '.repeat(Number(indent))}${line}`).join('');
    })
    .replaceAll(/\{\{ \.Values\.([\w.]+) \}\}/g, (_, path) => {
      const value = valueAt(path);
      expect(value, path).toBeDefined();
      return String(value);
    });

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own
  readonly spec: any;
}

const manifests = readdirSync(join(root, chart, 'templates')).flatMap((file) => {
  const text = rendered(read(`${chart}/templates/${file}`));
  expect(text, file).not.toContain('{{');
  return parseAllDocuments(text).map((one) => {
    expect(one.errors, file).toEqual([]);
    return one.toJS() as Manifest;
  });
});
const ofKind = (kind: string): Manifest => {
  const found = manifests.find((one) => one.kind === kind);
  expect(found, kind).toBeDefined();
  return found as Manifest;
};

test('the chart’s objects name one another rightly', () => {
  expect(parse(read(`${chart}/Chart.yaml`))).toMatchObject({
    apiVersion: 'v2',
    name: 'nodp',
    version: JSON.parse(read('package.json')).version,
  });
  const deployment = ofKind('Deployment').spec;
  const pod = deployment.template;
  for (const { spec } of [ofKind('Service'), ofKind('PodDisruptionBudget')])
    expect(spec.selector.matchLabels ?? spec.selector).toEqual(pod.metadata.labels);
  expect(deployment.selector.matchLabels).toEqual(pod.metadata.labels);
  const [gateway] = pod.spec.containers;
  expect(
    gateway.env.map(({ name }: { name: string }) => name).filter((n: string) => !known.has(n)),
  ).toEqual([]);
  // An environment holds texts alone.
  for (const { value } of gateway.env) expect(typeof value).toBe('string');
  expect(gateway.resources.requests.memory).toBe('4Gi');
  const ports = gateway.ports.map(({ name }: { name: string }) => name);
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
    expect(ports).toContain(gateway[probe].httpGet.port);
  expect(ports).toContain(ofKind('Service').spec.ports[0].targetPort);
  const volumes = new Map(
    pod.spec.volumes.map((one: { name: string; persistentVolumeClaim: { claimName: string } }) => [
      one.name,
      one.persistentVolumeClaim.claimName,
    ]),
  );
  for (const { name, mountPath } of gateway.volumeMounts) {
    expect(volumes.get(name)).toBe(ofKind('PersistentVolumeClaim').metadata.name);
    expect(read('Dockerfile')).toContain(`NODP_HOME=${mountPath}`);
  }
  const [path] = ofKind('Ingress').spec.rules[0].http.paths;
  expect(path.backend.service).toEqual({
    name: ofKind('Service').metadata.name,
    port: { name: ofKind('Service').spec.ports[0].name },
  });
});
